"""When each passport of a school was last found true, and which children wait for one."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Least

from aylsham.codes import Sensitivity
from aylsham.models import School
from aylsham.statements import among
from aylsham.together import Together, read_rows
from pupils.codes import PassportState
from pupils.models import Enrolment, Passport, StatusPeriod, Strategy


@dataclass(frozen=True)
class PassportClock:
    """One child: since when the oldest line stands unconfirmed, or since when one is missing."""

    pupil_id: UUID
    on_register: dt.date | None = None
    confirmed_on: dt.date | None = None


def passport_clocks(school: School, pupil_ids: frozenset[UUID] | None) -> list[PassportClock]:
    """Published passports, then children on the register without one; one statement.

    Only of children who are or were on roll.
    """
    if pupil_ids is None:
        published, waiting = read_rows(*_clocks(school.pk))
    else:
        published, waiting = _CLOCKS.rows(school=school.pk, pupils=list(pupil_ids))
    found = dict(published)
    return [
        *(PassportClock(pupil_id, confirmed_on=day) for pupil_id, day in found.items()),
        *(
            PassportClock(pupil_id, on_register=day)
            for pupil_id, day in waiting
            if pupil_id not in found
        ),
    ]


def _clocks(school: UUID, pupils: list[UUID] | None = None) -> list[QuerySet]:
    """When published passports were found true, and since when children are on the register."""
    chosen = Q() if pupils is None else among("pupil_id", pupils)
    stays = Exists(Enrolment.objects.filter(school=school, pupil_id=OuterRef("pupil_id")))
    published = Passport.objects.filter(stays, chosen, school=school, state=PassportState.PUBLISHED)
    periods = StatusPeriod.objects.filter(stays, chosen, school=school, ends_on=None)
    return [
        with_oldest(published).values_list("pupil_id", "oldest_on"),
        periods.order_by("pk").values_list("pupil_id", "starts_on"),
    ]


def with_oldest(passports):
    """Passports with `oldest_on`: the day on which the oldest of their lines was found true.

    Only lines for everyone count: the writer must be able to confirm all that makes it stale.
    """
    lines = (
        Strategy.objects.filter(
            Q(sensitivity=Sensitivity.EVERYONE),
            school_id=OuterRef("school_id"),
            pupil_id=OuterRef("pupil_id"),
            ended_on=None,
        )
        .order_by()
        .values("pupil_id")
        .annotate(oldest=Min("confirmed_on"))
        .values("oldest")
    )
    # LEAST of PostgreSQL passes over what is missing.
    return passports.annotate(oldest_on=Least(F("confirmed_on"), Subquery(lines)))


#: Compiled once, since every change of a child's record asks for it.
_CLOCKS = Together(_clocks, school=UUID, pupils=list)
