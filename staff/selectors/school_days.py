"""The school day: bells by year groups, rooms, protected lessons."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from aylsham.access.current import Access
from aylsham.clock import academic_year
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.models import School
from pupils.models import ClassGroup
from staff.codes import WEEKDAY_LABELS
from staff.models import Period, ProtectedLesson, Room, SchoolDay
from staff.rules.bells import Bell
from staff.rules.patterns import words


@dataclass(frozen=True)
class BellLine:
    """A part of the day in words."""

    name: str
    kind: str
    times: str


@dataclass(frozen=True)
class DayView:
    """The bells of some year groups."""

    row: SchoolDay
    years: str
    bells: tuple[BellLine, ...]
    state: str


@dataclass(frozen=True)
class LessonLine:
    """A lesson that nobody of the class is taken from."""

    row: ProtectedLesson
    class_name: str
    when: str


@dataclass(frozen=True)
class SchoolDayPage:
    """Everything about the day at a school."""

    days: tuple[DayView, ...]
    earlier: tuple[DayView, ...]
    rooms: tuple[Room, ...]
    lessons: tuple[LessonLine, ...]
    #: Year groups of the school without bells today.
    missing: str


def school_day_page(access: Access) -> SchoolDayPage:
    """Bells, rooms and lessons; four statements."""
    rows = days_of(access.school)
    holding = {row.pk for row in holding_on(rows, access.today)}
    views = [_view(row, holding, access.today) for row in rows]
    have = {year for row in rows if row.pk in holding for year in row.year_groups}
    missing = [y for y in access.school.year_groups if y not in have and y != "X"]
    return SchoolDayPage(
        tuple(view for view in views if view.state != "earlier"),
        tuple(view for view in views if view.state == "earlier"),
        tuple(Room.objects.filter(school=access.school)),
        tuple(_lessons(access.school)),
        _years(missing),
    )


def days_of(school: School) -> list[SchoolDay]:
    """All bells of a school with their periods; two statements."""
    periods = Prefetch("periods", Period.objects.filter(school=school))
    return list(SchoolDay.objects.filter(school=school).prefetch_related(periods))


def holding_on(rows: list[SchoolDay], day: dt.date) -> list[SchoolDay]:
    """Of each name the latest that has begun by a day."""
    latest: dict[str, SchoolDay] = {}
    for row in rows:
        known = latest.get(row.name)
        if row.starts_on <= day and (known is None or row.starts_on > known.starts_on):
            latest[row.name] = row
    return list(latest.values())


def bells_of(row: SchoolDay | None) -> list[Bell]:
    """The periods of a day as the rules take them."""
    if row is None:
        return []
    periods = Period.objects.filter(school_id=row.school_id, day=row).order_by("starts_at")
    return [Bell(p.name, p.kind, p.starts_at, p.ends_at) for p in periods]


def _view(row: SchoolDay, holding: set[UUID], today: dt.date) -> DayView:
    state = "now" if row.pk in holding else "later" if row.starts_on > today else "earlier"
    bells = tuple(
        BellLine(p.name, str(p.get_kind_display()), words(p.starts_at, p.ends_at))
        for p in row.periods.all()
    )
    return DayView(row, _years(row.year_groups), bells, state)


def _years(codes: list[str]) -> str:
    return ", ".join(YEAR_GROUP_LABELS[code] for code in codes)


def _lessons(school: School) -> list[LessonLine]:
    rows = ProtectedLesson.objects.filter(school=school).select_related("class_group")
    return [
        LessonLine(
            row,
            row.class_group.name,
            f"{WEEKDAY_LABELS[row.weekday][:3]} {words(row.starts_at, row.ends_at)}",
        )
        for row in rows.order_by("class_group__name", "weekday", "starts_at")
    ]


def classes_now(access: Access) -> QuerySet[ClassGroup]:
    """The classes of this school year."""
    year = academic_year(access.today)
    return ClassGroup.objects.filter(school=access.school, academic_year=year)


def school_day_of(access: Access, pk: UUID) -> SchoolDay | None:
    """One school day."""
    return SchoolDay.objects.filter(school=access.school, pk=pk).first()


def room_of(access: Access, pk: UUID) -> Room | None:
    """One room."""
    return Room.objects.filter(school=access.school, pk=pk).first()


def lesson_of(access: Access, pk: UUID) -> ProtectedLesson | None:
    """One protected lesson."""
    rows = ProtectedLesson.objects.filter(school=access.school, pk=pk)
    return rows.select_related("class_group").first()
