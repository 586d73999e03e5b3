"""Contracts with their week, as pages show them; rates are cut here."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from staff.codes import WEEKDAY_LABELS, WEEKDAYS
from staff.models import Contract, DirectedTask, WorkingDay
from staff.rules.patterns import (
    MINUTES,
    DayPattern,
    difference,
    lacks_break,
    minutes_of,
    words,
)


@dataclass(frozen=True)
class GridDay:
    """A weekday of a contract as its grid shows it."""

    weekday: int
    name: str
    pattern: DayPattern | None
    tasks: tuple[DirectedTask, ...] = ()

    @property
    def short(self) -> str:
        return self.name[:3]

    @property
    def time_words(self) -> str:
        """`8:30 to 15:15`, or that nobody has said."""
        if self.pattern is None:
            return ""
        if self.pattern.starts_at is None:
            return "times not said"
        return words(self.pattern.starts_at, self.pattern.ends_at)


@dataclass(frozen=True)
class ContractView:
    """A contract as pages show it; the rate only for who keeps rates."""

    id: UUID
    starts_on: dt.date
    ends_on: dt.date | None
    hours: Decimal
    weeks: int
    grid: tuple[GridDay, ...]
    #: In pounds, `14.12`; empty when there is none, or the asker may not see it.
    rate: str = ""

    @property
    def patterns(self) -> list[DayPattern]:
        return [day.pattern for day in self.grid if day.pattern]

    @property
    def tasks(self) -> list[DirectedTask]:
        return [task for day in self.grid for task in day.tasks]

    @property
    def days_words(self) -> str:
        """`Mon to Wed`, `Mon, Wed`."""
        return days_in_words([day.weekday for day in self.patterns])

    def gaps(self) -> list[str]:
        """What a planner would still have to know, or what cannot be right."""
        found = []
        if minutes_of(self.patterns) is None:
            found.append("Times of work are not said")
        if more := difference(self.patterns, self.hours):
            planned = Decimal(minutes_of(self.patterns)) / MINUTES
            side = "more" if more > 0 else "fewer"
            found.append(f"Days add up to {planned.normalize():f} hours, {side} than the contract")
        if any(lacks_break(day) for day in self.patterns):
            found.append("More than six hours without a break of 20 minutes")
        return found


def with_week(school: School) -> QuerySet[Contract]:
    """The contracts of a school with days and tasks."""
    return Contract.objects.filter(school=school).prefetch_related(
        Prefetch("days", WorkingDay.objects.filter(school=school)),
        Prefetch("tasks", DirectedTask.objects.filter(school=school)),
    )


def week_of(school: School, contracts: QuerySet[Contract]) -> list[QuerySet]:
    """Days and tasks of these contracts."""
    ids = contracts.order_by().values("pk")
    return [
        rows.objects.filter(school=school, contract__in=ids) for rows in (WorkingDay, DirectedTask)
    ]


def contract_view(
    row: Contract,
    access: Access,
    days: Iterable[WorkingDay] | None = None,
    tasks: Iterable[DirectedTask] | None = None,
) -> ContractView:
    """One for this asker; its days and tasks where they were read beside it."""
    patterns = {
        day.weekday: DayPattern(
            day.weekday, day.starts_at, day.ends_at, day.break_at, day.break_minutes
        )
        for day in (row.days.all() if days is None else days)
    }
    tasks = list(row.tasks.all() if tasks is None else tasks)
    grid = tuple(
        GridDay(number, name, patterns.get(number), tuple(t for t in tasks if t.weekday == number))
        for number, name in WEEKDAYS
    )
    is_shown = row.pence_an_hour is not None and access.can(Permission.KEEP_RATES)
    rate = f"{Decimal(row.pence_an_hour) / 100:.2f}" if is_shown else ""
    return ContractView(
        row.pk, row.starts_on, row.ends_on, row.hours_a_week, row.weeks_a_year, grid, rate
    )


def days_in_words(weekdays: list[int]) -> str:
    """`Mon to Fri`, `Mon, Wed`, `Tue`."""
    short = [WEEKDAY_LABELS[day][:3] for day in weekdays]
    if len(weekdays) > 2 and weekdays == list(range(weekdays[0], weekdays[-1] + 1)):
        return f"{short[0]} to {short[-1]}"
    return ", ".join(short)
