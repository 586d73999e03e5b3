"""What is watched of one child, on one page."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from aylsham.access.current import Access
from aylsham.charts import Drawing, Series, line_chart
from aylsham.dates import academic_year
from aylsham.together import read_rows
from lac.codes import CareRole
from lac.models import (
    CarePerson,
    CarePlacement,
    SdqTotal,
    WatchRules,
    WatchTask,
    WatchTold,
    WeekAttendance,
)
from lac.rules.watch import Watching, Week
from lac.selectors.signs import watching_of
from lac.watch_codes import AnsweredBy
from provision.models import Target
from provision.selectors.targets import TargetLine, target_lines
from pupils.models import AttendanceFigure, PartTimeTimetable, Pupil, Suspension

#: Recorded weeks and totals that a drawing shows.
WEEKS, TOTALS = 12, 8


@dataclass(frozen=True)
class TaskLine:
    """What a rule saw, and what became of it."""

    id: UUID
    rule: str
    seen: str
    raised_on: dt.date
    done: str
    closed_on: dt.date | None
    closed_by: str
    #: (who, on which day)
    told: tuple[tuple[str, dt.date], ...]


@dataclass(frozen=True)
class WatchPage:
    """The watch page of a child."""

    watching: Watching
    open: list[TaskLine]
    closed: list[TaskLine]
    weeks: list[Week]
    attendance: Drawing | None
    figure: AttendanceFigure | None
    totals: list[SdqTotal]
    sdq: Drawing | None
    targets: list[TargetLine]
    suspensions: list[Suspension]
    part_time: list[PartTimeTimetable]
    placements: list[CarePlacement]
    workers: list[CarePerson]

    @property
    def moves(self) -> int:
        """How often the child moved to another placement."""
        return max(len(self.placements) - 1, 0)

    @property
    def last_week(self) -> Week | None:
        """The newest recorded week."""
        return self.weeks[-1] if self.weeks else None


def watch_page(access: Access, pupil: Pupil) -> WatchPage:
    """Everything watched of a child; three statements."""
    rows = read_rows(*_queries(access, pupil))
    rules, tasks, told, weeks, figures, totals, targets, suspensions, part_time, homes, workers = (
        rows
    )
    lines = task_lines(tasks, told)
    recorded = [Week(row.week_on, row.possible, row.attended) for row in reversed(weeks)]
    watching = watching_of(rules[0] if rules else None)
    return WatchPage(
        watching=watching,
        open=[line for line in lines if line.closed_on is None],
        closed=[line for line in lines if line.closed_on],
        weeks=recorded,
        attendance=_attendance(recorded),
        figure=figures[0] if figures else None,
        totals=totals,
        sdq=_sdq(totals),
        targets=target_lines(access, targets),
        suspensions=suspensions,
        part_time=part_time,
        placements=homes,
        workers=workers,
    )


def task_lines(tasks: list[WatchTask], told: list[WatchTold]) -> list[TaskLine]:
    """Tasks with who was told of them; `told` has the name of a colleague as `person`."""
    by_task: dict[UUID, list[tuple[str, dt.date]]] = defaultdict(list)
    for row in told:
        by_task[row.task_id].append((row.person or row.name, row.told_on))
    return [
        TaskLine(
            id=row.pk,
            rule=str(row.get_rule_display()),
            seen=row.seen,
            raised_on=row.raised_on,
            done=row.done,
            closed_on=row.closed_on,
            closed_by=row.closer or "",
            told=tuple(by_task[row.pk]),
        )
        for row in tasks
    ]


def task_queries(pupil: Pupil, **only: Any) -> tuple[QuerySet, QuerySet]:
    """The tasks of a child, or one of them, and who was told."""
    own = {"school_id": pupil.school_id}
    tasks = WatchTask.objects.filter(**own, pupil=pupil, **only)
    told = WatchTold.objects.filter(**own, task__in=tasks.order_by().values("pk"))
    return tasks.annotate(closer=F("closed_by__name")), told.annotate(person=F("user__name"))


def _queries(access: Access, pupil: Pupil) -> tuple[QuerySet, ...]:
    own = {"school_id": pupil.school_id, "pupil": pupil}
    year = academic_year(access.today)
    return (
        WatchRules.objects.filter(school_id=pupil.school_id),
        *task_queries(pupil),
        WeekAttendance.objects.filter(**own).order_by("-week_on")[:WEEKS],
        AttendanceFigure.objects.filter(**own, academic_year=year).order_by("-as_of")[:1],
        SdqTotal.objects.filter(**own).order_by("-answered_on", "-pk"),
        Target.objects.filter(**own, ended_on=None).readable_by(access).order_by("by_on", "pk"),
        Suspension.objects.filter(**own),
        PartTimeTimetable.objects.filter(**own, ends_on__gte=access.today).live(access.today),
        CarePlacement.objects.filter(**own).order_by("-starts_on"),
        CarePerson.objects.filter(**own, role=CareRole.SOCIAL_WORKER).order_by("-starts_on"),
    )


def _attendance(weeks: list[Week]) -> Drawing | None:
    if len(weeks) < 2:
        return None
    shown = Series("Attendance", tuple(float(week.percent) for week in weeks))
    labels = [f"{week.on.day} {week.on:%b}" for week in weeks]
    return line_chart("Attendance week by week", labels, [shown], unit=" %", key="weeks")


def _sdq(totals: list[SdqTotal]) -> Drawing | None:
    days = sorted({row.answered_on for row in totals})[-TOTALS:]
    if len(days) < 2:
        return None
    said = {(row.answered_by, row.answered_on): row.total for row in totals}
    series = [
        Series(str(who.label), tuple(said.get((who.value, day)) for day in days))
        for who in AnsweredBy
        if any((who.value, day) in said for day in days)
    ]
    labels = [f"{day.day} {day:%b %y}" for day in days]
    return line_chart("SDQ totals (of 40)", labels, series, hidden="not asked", key="sdq")
