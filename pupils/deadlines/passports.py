"""What passports make due: the first one, and the question whether it is still true."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from
from aylsham.models import School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY
from pupils.models import Passport, StatusPeriod
from pupils.selectors.passports.clocks import PassportClock, passport_clocks

KINDS = {"passport": "Passports"}
TABLES = (Passport, StatusPeriod)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """One clock for each child who is or was on roll; none before the school has gone live."""
    if school.live_from is None:
        return
    for clock in passport_clocks(school, pupil_ids):
        yield dataclasses.replace(
            _deadline(clock, school.live_from, calendar),
            pupil_id=clock.pupil_id,
            lapses_with_roll=True,
            permission=Permission.VIEW_NEEDS,
        )


def _deadline(clock: PassportClock, live_from: dt.date, calendar: SchoolCalendar) -> DeadlineFact:
    open_it = Action("Open the passport", "child_passport", (str(clock.pupil_id),))
    more = {"kind": "passport", "weight": Weight.OURS, "action": open_it}
    if clock.confirmed_on is None:
        facts = {"on_register": clock.on_register, "live_from": live_from}
        result = REGISTRY.calculate("passport.first", facts, calendar=calendar)
        return deadline_from(result, "publish_by", key=f"{clock.pupil_id}:first", **more)
    facts = {"confirmed": clock.confirmed_on, "live_from": live_from}
    result = REGISTRY.calculate("passport.review", facts, calendar=calendar)
    amber_from = calendar.do_by(result["amber_from"].value)
    return deadline_from(
        result, "review_by", key=f"{clock.pupil_id}:review", do_by=amber_from, **more
    )
