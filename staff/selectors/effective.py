"""A day as it is: the plan in force, with who is out and what was decided of what falls."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.models import School
from aylsham.together import Together
from staff.codes import DAY_ENDS, SwapKind, WeekPlanState
from staff.models import Absence, StaffMember, Swap, WeekPlan
from staff.rules.slots import DayPlace, slots
from staff.selectors.planned import Planned, planned_week, plans_by_day

DAY = dt.timedelta(days=1)
#: From Monday to Friday.
WEEK = 4 * DAY


@dataclass(frozen=True)
class Stands:
    """A planned session as it stands on its day, after whatever was decided."""

    planned: Planned
    #: When it is given, or would have been.
    on: dt.date
    starts: int
    #: Who gives it; None: nobody.
    member: StaffMember | None
    swap: Swap | None = None
    #: The decision for which its adult leaves it.
    left_for: Swap | None = None
    #: Its adult is out, and nobody has decided yet.
    is_open: bool = False

    @property
    def ends(self) -> int:
        return self.starts + self.planned.minutes

    @property
    def starts_at(self) -> dt.time:
        return dt.time(*divmod(self.starts, 60))

    @property
    def ends_at(self) -> dt.time:
        return dt.time(*divmod(self.ends, 60))

    @property
    def is_given(self) -> bool:
        return self.member is not None

    @property
    def is_moved(self) -> bool:
        """It is given at another time than the plan says."""
        return (self.on, self.starts) != (self.planned.on, self.planned.session.starts)

    @property
    def change(self) -> str:
        """What differs from the plan, in a few words without a child's name; empty if nothing."""
        if self.is_open:
            return f"{self.planned.member.name} is out, not decided yet"
        if self.left_for:
            return f"Not given: {self.planned.member.name} steps in elsewhere"
        if self.swap is None:
            return ""
        if self.swap.kind == SwapKind.NOT_GIVEN:
            return f"Not given: {self.planned.member.name} is out"
        words = [f"{self.member.name} instead of {self.planned.member.name}"]
        if self.member == self.planned.member:
            words = []
        if self.swap.kind == SwapKind.MOVED:
            words = [f"Moved from {self.planned.on:%a} {self.planned.starts_at:%-H:%M}", *words]
        return "; ".join(words)


def is_out(absence: Absence, day: dt.date, starts: int, ends: int) -> bool:
    """Whether an absence takes a part of these minutes of a day."""
    first, last = out_on(absence, day)
    return first < ends and starts < last


def out_on(absence: Absence, day: dt.date) -> tuple[int, int]:
    """From which minute to which somebody is out on a day; (0, 0) when not at all."""
    if not absence.starts_on <= day <= absence.ends_on:
        return 0, 0
    first = absence.starts if day == absence.starts_on else 0
    return first, absence.ends if day == absence.ends_on else DAY_ENDS


def absence_rows(school: School, first: dt.date, last: dt.date) -> QuerySet[Absence]:
    """Who is out on one of these days."""
    rows = Absence.objects.filter(school=school, taken_back_at=None)
    return rows.filter(starts_on__lte=last, ends_on__gte=first)


def absences_between(school: School, first: dt.date, last: dt.date) -> list[Absence]:
    """The same by name; one statement."""
    rows = absence_rows(school, first, last).select_related("member", "said_by")
    return list(rows.order_by("member__name", "starts_on", "starts", "pk"))


def swap_rows(school: School, first: dt.date, last: dt.date) -> QuerySet[Swap]:
    """What was decided of sessions of these days, or moved to one of them."""
    rows = Swap.objects.filter(school=school).standing().select_related("member")
    return rows.filter(Q(on__range=(first, last)) | Q(moved_on__range=(first, last)))


def plans_and_changes(
    school: School, first: dt.date, last: dt.date
) -> tuple[list[WeekPlan], list[Absence], list[Swap]]:
    """Plans that were published for these days, who is out, what was decided; one statement."""
    plans, absences, swaps = _CHANGES.rows(school=school.pk, first=first, last=last)
    return plans, absences, swaps


def _changes(school: UUID, first: dt.date, last: dt.date) -> list[QuerySet]:
    here = School(pk=school)
    plans = WeekPlan.objects.filter(Q(ends_on=None) | Q(ends_on__gte=first), school=here)
    absences = absence_rows(here, first, last).select_related("member", "said_by")
    return [
        plans.filter(starts_on__lte=last, published_at__isnull=False),
        absences.order_by("member__name", "starts_on", "starts", "pk"),
        swap_rows(here, first, last).select_related("decided_by", "absence__member"),
    ]


_CHANGES = Together(_changes, school=UUID, first=dt.date, last=dt.date)


def day_as_it_is(school: School, day: dt.date) -> list[Stands]:
    """Every session of a day, by time; also those not given, and those moved to or from it.

    Term dates are not looked at, as in `planned_week`. Two statements; one without a plan.
    """
    monday = day - dt.timedelta(days=day.weekday())
    return [each for each in week_as_it_is(school, monday) if day in (each.on, each.planned.on)]


def week_as_it_is(school: School, monday: dt.date) -> list[Stands]:
    """The same of a whole week, by day and time.

    A plan that begins or ends within the week has its own days alone.
    """
    friday = monday + WEEK
    plans, absences, swaps = plans_and_changes(school, monday, friday)
    in_force = [plan for plan in plans if plan.state == WeekPlanState.PUBLISHED]
    by_day = plans_by_day(in_force, (monday + n * DAY for n in range(5)))
    if not by_day:
        return []
    planned = [
        row
        for plan in {plan.pk: plan for plan in by_day.values()}.values()
        for row in planned_week(plan, monday)
        if by_day.get(row.on) == plan
    ]
    return sorted(
        stand(planned, absences, swaps),
        key=lambda s: (s.on, s.starts, s.planned.member.name, s.planned.session.pk),
    )


def slots_of(stands: Iterable[Stands]) -> dict[tuple[UUID, dt.date], int]:
    """Which of its provision's sessions of the day each is, by session and the day of the plan."""
    stands, places = list(stands), []
    for each in stands:
        places.append(_place(each, each.planned.on))
        places.append(_place(each, each.on))
    numbers = slots(places)
    return {(s.planned.session.pk, s.planned.on): numbers[_place(s, s.on)] for s in stands}


def by_number(stands: Iterable[Stands], day: dt.date) -> list[Stands]:
    """Of one provision what the plan has on a day, and what was moved to it, by its number."""
    found = [(_place(each, day), each) for each in stands if day in (each.on, each.planned.on)]
    return [each for _, each in sorted(found, key=lambda each: each[0])]


def _place(each: Stands, day: dt.date) -> tuple[tuple, DayPlace]:
    row = each.planned
    is_moved_in = day != row.on
    starts = each.starts if is_moved_in else row.session.starts
    place = DayPlace(is_moved_in, starts, row.session.pk)
    return (row.session.demand.provision_id, day), place


def stand(
    rows: Iterable[Planned], absences: Iterable[Absence], swaps: Iterable[Swap]
) -> list[Stands]:
    """What becomes of planned sessions."""
    of_member: dict[UUID, list[Absence]] = {}
    for absence in absences:
        of_member.setdefault(absence.member_id, []).append(absence)
    decided = {(swap.session_id, swap.on): swap for swap in swaps}
    left = {(swap.leaves_id, swap.on): swap for swap in swaps if swap.leaves_id}
    return [_stands(row, of_member, decided, left) for row in rows]


def _stands(row: Planned, out, decided, left) -> Stands:
    key = row.session.pk, row.on
    swap, starts = decided.get(key), row.session.starts
    if swap is not None:
        on, at = row.on, starts
        if swap.kind == SwapKind.MOVED:
            on, at = swap.moved_on, swap.moved_to
        instead = swap.member
        if instead and _away(instead.pk, out, on, at, at + row.minutes):
            return Stands(row, on, at, None, swap, is_open=True)
        return Stands(row, on, at, instead, swap)
    if _away(row.member.pk, out, row.on, starts, row.session.ends):
        return Stands(row, row.on, starts, None, is_open=True)
    if key in left:
        return Stands(row, row.on, starts, None, left_for=left[key])
    return Stands(row, row.on, starts, row.member)


def _away(member: UUID, out, day: dt.date, starts: int, ends: int) -> bool:
    return any(is_out(absence, day, starts, ends) for absence in out.get(member, ()))
