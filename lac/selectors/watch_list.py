"""The children whom a school, or all schools, watch over: who needs a look comes first."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import rows_as
from aylsham.models import School
from aylsham.statements import among
from lac.access import Knows, known_by_role
from lac.codes import CareRole
from lac.models import (
    CarePeriod,
    CarePerson,
    CarePlacement,
    SdqTotal,
    WatchTask,
    WeekAttendance,
)
from lac.rules.watch import Week
from lac.selectors.signs import watched
from lac.watch_codes import WatchRule
from pupils.models import PartTimeTimetable, Pupil, Suspension
from pupils.models.roll import tell_apart
from pupils.words import year_words

#: Weeks of attendance that a row looks at, and days that count as a year.
RECENT, YEAR = dt.timedelta(days=56), dt.timedelta(days=365)


@dataclass(frozen=True)
class WatchRow:
    """One child; what only few may read is empty for the others."""

    school: School
    pupil_id: UUID
    name: str
    place: str
    care: str
    #: Signs that nobody has looked at yet, in words for those who may read them.
    signs: tuple[str, ...]
    open: int
    waiting_since: dt.date | None
    week: Week | None
    is_whole: bool
    sdq: SdqTotal | None = None
    moves: int = 0
    workers: int = 0
    suspensions: int = 0
    is_part_time: bool = False

    @property
    def order(self) -> tuple:
        """Most to look at first, then who waits longest, then low attendance."""
        percent = self.week.percent if self.week else 101
        return -self.open, self.waiting_since or dt.date.max, percent, self.name


def watch_rows(access: Access) -> list[WatchRow]:
    """Every child in reach whom somebody watches over; two statements for any number of schools."""
    schools = {school.pk: school for school in _known(access)}
    [pupils] = rows_as(_children, access)
    names = list(_FACTS)
    found: dict[UUID, dict[str, list[Any]]] = defaultdict(lambda: {name: [] for name in names})
    since = {"recent": access.today - RECENT, "year": access.today - YEAR}
    rows = rows_as(_queries, access, pupils=[pupil.pk for pupil in pupils], **since)
    for name, some in zip(names, rows, strict=True):
        for row in some:
            found[row.pupil_id][name].append(row)
    lines = [
        _row(pupil, schools[pupil.school_id], access, found[pupil.pk])
        for pupil in tell_apart(pupils)
    ]
    return sorted(lines, key=lambda line: line.order)


def _known(access: Access) -> list[School]:
    return [s for s in access.schools if known_by_role(access, s) >= Knows.STATUS]


def _children(access: Access) -> list[QuerySet]:
    children = Pupil.objects.visible_to(access) & watched(_known(access), access.today)
    return [children.annotate(class_name=F("class_group__name"))]


class _Days(NamedTuple):
    today: dt.date
    recent: dt.date
    year: dt.date


#: By its name, each fact of a row: where it is kept and what of it counts.
_FACTS: dict[str, Any] = {
    "care": lambda days: CarePeriod.objects.live(days.today).order_by("known_since"),
    "tasks": lambda days: WatchTask.objects.open().order_by("raised_on", "pk"),
    "weeks": lambda days: WeekAttendance.objects.filter(week_on__gte=days.recent),
    "sdq": lambda days: SdqTotal.objects.order_by("-answered_on", "-pk"),
    "moves": lambda days: CarePlacement.objects.order_by("starts_on"),
    "workers": lambda days: CarePerson.objects.filter(role=CareRole.SOCIAL_WORKER),
    "suspensions": lambda days: Suspension.objects.filter(starts_on__gte=days.year),
    "part_time": lambda days: PartTimeTimetable.objects.live(days.today).filter(
        starts_on__lte=days.today, ends_on__gte=days.today
    ),
}


def _queries(access: Access, pupils: list[UUID], recent: dt.date, year: dt.date) -> list[QuerySet]:
    mine, days = among("pupil_id", pupils), _Days(access.today, recent, year)
    return [rows(days).filter(mine, school__in=_known(access)) for rows in _FACTS.values()]


def _row(pupil: Pupil, school: School, access: Access, found: dict[str, list[Any]]) -> WatchRow:
    weeks = sorted(found["weeks"], key=lambda row: row.week_on)
    tasks, last = found["tasks"], weeks[-1] if weeks else None
    is_whole = known_by_role(access, school) >= Knows.WHOLE
    said = dict.fromkeys(str(WatchRule(task.rule).label) for task in tasks)
    return WatchRow(
        school=school,
        pupil_id=pupil.pk,
        name=pupil.full_name,
        place=", ".join(filter(None, [year_words(pupil.year_group), pupil.class_name])),
        care=str(found["care"][-1].get_kind_display()) if found["care"] else "",
        signs=tuple(said) if is_whole else (),
        open=len(tasks),
        waiting_since=tasks[0].raised_on if tasks else None,
        week=Week(last.week_on, last.possible, last.attended) if last else None,
        is_whole=is_whole,
        **(_whole(found) if is_whole else {}),
    )


def _whole(found: dict[str, list[Any]]) -> dict[str, Any]:
    return {
        "sdq": found["sdq"][0] if found["sdq"] else None,
        "moves": max(len(found["moves"]) - 1, 0),
        "workers": max(len(found["workers"]) - 1, 0),
        "suspensions": len(found["suspensions"]),
        "is_part_time": bool(found["part_time"]),
    }
