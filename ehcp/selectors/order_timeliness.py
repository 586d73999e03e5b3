"""What Tribunals' orders made due of councils, and whether it was done in time."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from ehcp.models import PlanAppeal
from ehcp.rules.timeliness import Duty, Obligation
from ehcp.selectors.appeal_clocks import RequestDays, order_dues
from pupils.selectors.leaving import last_days_on_roll

#: The weeks after an order know no school holiday.
_NO_CALENDAR = SchoolCalendar(terms=())


@dataclass(frozen=True)
class OrderTimeliness:
    """One appeal that the council lost or gave up, and what was due of it in a stretch of time."""

    council: str
    obligations: tuple[Obligation, ...]


def order_timeliness_at(
    schools: Iterable[School], *, since: dt.date, until: dt.date
) -> list[OrderTimeliness]:
    """Each order, and each appeal not opposed, with what fell due between the days.

    The record is taken as it stood on the last of the days; two statements, one without orders.
    """
    by_id = {school.pk: school for school in schools}
    given = Q(order_on__lte=until) | Q(unopposed_on__lte=until)
    rows = list(
        PlanAppeal.objects.filter(given, school__in=by_id).select_related("plan", "assessment")
    )
    if not rows:
        return []
    leaving = last_days_on_roll(by_id, [row.pupil_id for row in rows])
    found = []
    for row in rows:
        of = row.plan or row.assessment
        assert of is not None
        last = min(filter(None, (until, leaving.get(row.pupil_id))))
        due = tuple(each for each in _obligations(row, until) if since <= each.due_on <= last)
        found.append(OrderTimeliness(of.local_authority, due))
    return found


def _obligations(row: PlanAppeal, on: dt.date) -> Iterator[Obligation]:
    """What one order made due; word of no plan ends what would follow from a plan."""
    days = _days(row, on)
    for due in order_dues(_as_of(row, on), _NO_CALENDAR, days):
        if days and days.no_plan_on and "final_plan" in due.answer:
            continue
        yield Obligation(Duty.ORDER, due.due_on, due.done_on)


def _as_of(row: PlanAppeal, on: dt.date) -> PlanAppeal:
    """The appeal without what came after that day; never saved."""
    known = PlanAppeal(
        pk=row.pk,
        about=row.about,
        letter_on=row.letter_on,
        unopposed_on=_known(row.unopposed_on, on),
        obeyed_on=_known(row.obeyed_on, on),
    )
    if _known(row.order_on, on):
        known.order, known.order_on = row.order, row.order_on
    return known


def _days(row: PlanAppeal, on: dt.date) -> RequestDays | None:
    """When the council sent what a request can be answered with; None of an appeal about a plan."""
    asked = row.assessment
    if asked is None:
        return None
    days = RequestDays(asked.draft_served_on, asked.no_plan_on, asked.final_plan_on)
    values = {field.name: getattr(days, field.name) for field in dataclasses.fields(days)}
    return RequestDays(**{name: _known(day, on) for name, day in values.items()})


def _known(day: dt.date | None, on: dt.date) -> dt.date | None:
    return day if day and day <= on else None
