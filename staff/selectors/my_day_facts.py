"""What somebody's day is made of: the plan, who is out, what was decided, the hours of the contract."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.calendars import calendar_read
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import at_once, read, rows_read
from staff.models import Absence, DirectedTask, StaffMember, Swap, WeekPlan, WorkingDay
from staff.planning.clocks import minute_of
from staff.selectors.day_lines import DayLine, LineKind
from staff.selectors.effective import Stands, absence_rows, stand, swap_rows
from staff.selectors.planned import Planned, planned_days, plans_between, plans_by_day
from staff.selectors.week_reading import (
    DAY,
    monday_of,
    own_rows,
    sessions_of,
)

#: For so many days after a plan begins, a day says what is new in it.
NEW_FOR = 6 * DAY


@dataclass(frozen=True)
class DayFacts:
    """What a day is made of."""

    calendar: SchoolCalendar
    plans: list[WeekPlan]
    member: StaffMember | None
    patterns: list[WorkingDay]
    tasks: list[DirectedTask]
    absences: list[Absence]
    swaps: list[Swap]

    def moved_in(self, on: dt.date) -> dict[UUID, int]:
        """What was moved to a day from others: session and minute."""
        moved = (swap for swap in self.swaps if swap.moved_on == on != swap.on)
        return {swap.session_id: swap.moved_to for swap in moved}


def facts_of(access: Access) -> DayFacts:
    """Everything that a person's day is made of; one statement."""
    on, school = access.today, access.school
    contract = Q(contract__ends_on=None) | Q(contract__ends_on__gte=on)
    mine = {
        "school": school,
        "weekday": on.weekday(),
        "contract__starts_on__lte": on,
        "contract__member__user": access.user,
    }
    asked: list[QuerySet] = [
        plans_between(school, on - NEW_FOR - DAY, on),
        own_rows(access),
        WorkingDay.objects.filter(contract, **mine),
        DirectedTask.objects.filter(contract, **mine),
        absence_rows(school, on, on),
        swap_rows(school, on, on),
    ]
    calendar, (plans, members, *rows) = read(at_once(calendar_read(school), rows_read(*asked)))
    return DayFacts(calendar, plans, members[0] if members else None, *rows)


def own_sessions(facts: DayFacts, plan: WeekPlan | None, on: dt.date) -> list[Stands]:
    """What the asker gives by the plan, given up or not, and what they took over for the day."""
    member = facts.member
    if member is None or plan is None:
        return []
    taken = [swap for swap in facts.swaps if swap.member_id == member.pk]
    days = {on, *(swap.on for swap in taken)}
    # Only where somebody else's session was taken over is everybody's day asked for.
    rows = planned_days(plan, days, member=None if taken else member)
    stands = stand(rows, facts.absences, facts.swaps)
    return [each for each in stands if _is_on_day(each, member, on)]


def _is_on_day(each: Stands, member: StaffMember, on: dt.date) -> bool:
    by_plan = each.planned.member == member and each.planned.on == on
    return by_plan or is_mine(each, member, on)


def is_mine(each: Stands, member: StaffMember | None, on: dt.date) -> bool:
    """Whether the asker gives it on the day, after whatever was decided."""
    return each.member is not None and each.member == member and each.on == on


def sessions_before(facts: DayFacts, plan: WeekPlan | None, on: dt.date) -> list[Planned]:
    """The asker's sessions of this weekday by the plan before, while the new one is young."""
    if plan is None or facts.member is None or on - plan.starts_on > NEW_FOR:
        return []
    eve = plan.starts_on - DAY
    old = plans_by_day(facts.plans, [eve]).get(eve)
    if old is None:
        return []
    found = sessions_of({on: old}, monday_of(on), facts.calendar, facts.member)
    return [each for each in found if each.on == on]


def own_time(facts: DayFacts) -> Iterable[DayLine]:
    """Break and directed tasks of the contract."""
    for day in facts.patterns:
        if day.break_at:
            start = minute_of(day.break_at)
            yield DayLine(LineKind.BREAK, start, start + day.break_minutes, "Break")
    for task in facts.tasks:
        yield DayLine(LineKind.TASK, minute_of(task.starts_at), minute_of(task.ends_at), task.name)
