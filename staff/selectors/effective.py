"""A day as it is: the plan in force, with who is out and what was decided of what falls."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.models import School
from staff.codes import DAY_ENDS, SwapKind
from staff.models import Absence, StaffMember, Swap
from staff.selectors.planned import Planned, plan_in_force, planned_week

WEEK = dt.timedelta(days=4)


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
        words = f"{self.member.name} instead of {self.planned.member.name}"
        if self.swap.kind == SwapKind.MOVED:
            return f"Moved from {self.planned.on:%a} {self.planned.starts_at:%-H:%M}; {words}"
        return words


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


def absences_between(school: School, first: dt.date, last: dt.date) -> list[Absence]:
    """Who is out on one of these days, by name; one statement."""
    rows = Absence.objects.filter(school=school, taken_back_at=None)
    rows = rows.filter(starts_on__lte=last, ends_on__gte=first).select_related("member", "said_by")
    return list(rows.order_by("member__name", "starts_on", "starts", "pk"))


def day_as_it_is(school: School, day: dt.date) -> list[Stands]:
    """Every session of a day, by time; also those not given, and those moved to or from it.

    Term dates are not looked at, as in `planned_day`. Six statements; none without a plan.
    """
    monday = day - dt.timedelta(days=day.weekday())
    return [each for each in week_as_it_is(school, monday) if day in (each.on, each.planned.on)]


def week_as_it_is(school: School, monday: dt.date) -> list[Stands]:
    """The same of a whole week, by day and time.

    A plan that begins or ends within the week has its own days alone.
    """
    found: list[Stands] = []
    plans = {}
    for number in range(5):
        day = monday + dt.timedelta(days=number)
        if (plan := _of_day(school, day, plans)) is not None:
            plans[plan.pk] = plan
    if not plans:
        return found
    absences = absences_between(school, monday, monday + WEEK)
    swaps = _swaps(school, monday)
    for plan in plans.values():
        rows = [r for r in planned_week(plan, monday) if _holds(plan, r.on)]
        found += stand(rows, absences, swaps)
    return sorted(
        found, key=lambda s: (s.on, s.starts, s.planned.member.name, s.planned.session.pk)
    )


def _of_day(school: School, day: dt.date, known: dict):
    """The plan in force, asked for once as long as it lasts."""
    held = next((plan for plan in known.values() if _holds(plan, day)), None)
    return held or plan_in_force(school, day)


def _holds(plan, day: dt.date) -> bool:
    return plan.starts_on <= day and (plan.ends_on is None or day <= plan.ends_on)


def _swaps(school: School, monday: dt.date) -> list[Swap]:
    days = (monday, monday + WEEK)
    rows = Swap.objects.filter(school=school).standing()
    rows = rows.filter(Q(on__range=days) | Q(moved_on__range=days))
    return list(rows.select_related("member", "decided_by", "absence__member"))


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
