"""Coaching and visits to lessons, cut to whom they concern; figures without people."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.dates import academic_year
from aylsham.models import School, User
from staff.codes import VisitKind
from staff.models import CoachingCycle, PracticePoint, TeachingVisit

#: Visits of one page that belong to no cycle.
LOOSE = 50


@dataclass(frozen=True)
class CycleLine:
    """A goal somebody works on, with its last visit."""

    cycle: CoachingCycle
    visits: int
    last: TeachingVisit | None


@dataclass(frozen=True)
class CoachingPage:
    """What the asker sees: by goal, never a table of people."""

    open: tuple[CycleLine, ...]
    closed: tuple[CycleLine, ...]
    visits: tuple[TeachingVisit, ...]
    points: tuple[str, ...]
    #: Of the improvement plan, as cycles name them: (words, how many cycles).
    objectives: tuple[tuple[str, int], ...]
    #: The one that alone is shown; empty: all.
    objective: str = ""


def coaching_page(access: Access, objective: str = "") -> CoachingPage:
    """Goals and visits in reach, of one objective or all; three statements."""
    rows = CoachingCycle.objects.visible_to(access).select_related("teacher", "coach")
    visits = TeachingVisit.objects.visible_to(access).select_related(
        "teacher", "coach", "at_school"
    )
    cycles, by_cycle = list(rows), {}
    loose: list[TeachingVisit] = []
    for visit in visits:
        if visit.cycle_id:
            by_cycle.setdefault(visit.cycle_id, []).append(visit)
        else:
            loose.append(visit)
    named = Counter(cycle.objective for cycle in cycles if cycle.objective)
    chosen = objective if objective in named else ""
    lines = [
        _line(cycle, by_cycle.get(cycle.pk, []))
        for cycle in cycles
        if chosen in ("", cycle.objective)
    ]
    return CoachingPage(
        tuple(line for line in lines if not line.cycle.closed_on),
        tuple(line for line in lines if line.cycle.closed_on),
        tuple(loose[:LOOSE]) if not chosen else (),
        points_of(access.school),
        tuple(sorted(named.items())),
        chosen,
    )


def objectives_in_use(access: Access) -> list[str]:
    """How cycles in reach name the objectives of the improvement plan."""
    rows = CoachingCycle.objects.visible_to(access).exclude(objective="").order_by("objective")
    return list(rows.values_list("objective", flat=True).distinct())


def _line(cycle: CoachingCycle, visits: list[TeachingVisit]) -> CycleLine:
    return CycleLine(cycle, len(visits), visits[0] if visits else None)


@dataclass(frozen=True)
class CycleView:
    """One goal with its visits, the newest first."""

    cycle: CoachingCycle
    visits: tuple[TeachingVisit, ...]
    may_write: bool


def cycle_view(access: Access, pk: UUID) -> CycleView | None:
    """One goal in reach; two statements."""
    rows = CoachingCycle.objects.visible_to(access).filter(pk=pk)
    cycle = rows.select_related("teacher", "coach", "school").first()
    if cycle is None:
        return None
    visits = TeachingVisit.objects.visible_to(access).filter(cycle=cycle)
    found = tuple(visits.select_related("teacher", "coach", "at_school"))
    return CycleView(cycle, found, may_write(access, cycle))


def visit_of(access: Access, pk: UUID) -> TeachingVisit | None:
    """One visit in reach."""
    rows = TeachingVisit.objects.visible_to(access).filter(pk=pk)
    return rows.select_related("teacher", "coach", "at_school", "cycle", "school").first()


def may_write(access: Access, row: CoachingCycle | TeachingVisit) -> bool:
    """Whether the asker is the coach or leads teaching, and may look at classes."""
    is_theirs = row.coach_id == access.user.pk or access.can(Permission.LEAD_TEACHING)
    return is_theirs and access.can(Permission.AUDIT_CLASSROOMS)


def points_of(school: School) -> tuple[str, ...]:
    """The checklist, in its order."""
    return tuple(PracticePoint.objects.filter(school=school).values_list("words", flat=True))


def sister_schools(school: School) -> list[School]:
    """The other schools of the federation."""
    rows = School.objects.filter(federation_id=school.federation_id).exclude(pk=school.pk)
    return list(rows.order_by("name"))


@dataclass(frozen=True)
class CoachingFigures:
    """How many of what since September; no people."""

    year: int
    visits: tuple[tuple[str, int], ...]
    coached: int
    closed: int


def coaching_figures(access: Access) -> CoachingFigures:
    """Counts of a school's year, before suppression; two statements."""
    year = academic_year(access.today)
    since = dt.date(year, 9, 1)
    visits = TeachingVisit.objects.filter(school=access.school, visited_on__gte=since)
    kinds = Counter(visits.values_list("kind", flat=True))
    cycles = CoachingCycle.objects.filter(school=access.school)
    rows = list(cycles.values_list("teacher_id", "closed_on"))
    return CoachingFigures(
        year,
        tuple((str(kind.label), kinds[kind.value]) for kind in VisitKind),
        len({teacher for teacher, closed in rows if closed is None or closed >= since}),
        sum(closed is not None and closed >= since for _, closed in rows),
    )


def is_one_of(access: Access, *people: User) -> bool:
    """Whether the asker is one of them, or leads teaching."""
    return access.can(Permission.LEAD_TEACHING) or access.user in people
