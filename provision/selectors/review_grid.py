"""Targets of running cycles to be reviewed together, a row each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import read_as
from aylsham.statements import columns_of, made_from
from provision.codes import CycleState
from provision.models import Cycle, CycleTarget, Target
from provision.selectors.targets import TargetLine, target_lines
from pupils.models import Pupil
from pupils.models.roll import tell_apart


@dataclass(frozen=True)
class GridRow:
    """A target of a child with its part in the running cycle; `is_first` of the child's rows."""

    part: CycleTarget
    line: TargetLine
    is_first: bool

    @property
    def pupil(self) -> Pupil:
        return self.part.cycle.pupil


@dataclass(frozen=True)
class GridClass:
    """A class with targets to review, and how many they are; children of no class have no key."""

    key: UUID | None
    name: str
    targets: int


def grid_classes(access: Access) -> list[GridClass]:
    """The classes of the grid, by name; one statement."""
    return [
        GridClass(each["class_id"], each["class_name"] or "No class", each["targets"])
        for each in read_as(_counted, access)
    ]


def review_grid(access: Access, classes: Iterable[UUID | None]) -> list[GridRow]:
    """Open targets of running cycles in these classes, as a register is read.

    Three statements for one class.
    """
    found = [values for key in classes for values in _of_class(access, key)]
    by_name = ("cycle__pupil__last_name", "cycle__pupil__first_name", "cycle__pupil_id", "id")
    return _rows(access, sorted(found, key=lambda values: tuple(values[n] for n in by_name)))


def row_of(access: Access, part: UUID) -> GridRow | None:
    """One row of the grid, for somebody who types in it; three statements."""
    return next(iter(_rows(access, read_as(_one, access, part=part))), None)


def _rows(access: Access, found: list[dict[str, Any]]) -> list[GridRow]:
    parts = [_part(values) for values in found]
    for part in parts:
        part.cycle.pupil.school = access.school
    tell_apart([part.cycle.pupil for part in parts])
    lines = {line.id: line for line in target_lines(access, [part.target for part in parts])}
    rows: list[GridRow] = []
    before: UUID | None = None
    for part in parts:
        rows.append(GridRow(part, lines[part.target_id], part.cycle.pupil_id != before))
        before = part.cycle.pupil_id
    return rows


def _part(values: dict[str, Any]) -> CycleTarget:
    part = made_from(CycleTarget, values)
    part.cycle = made_from(Cycle, values, "cycle__")
    part.cycle.pupil = made_from(Pupil, values, "cycle__pupil__")
    part.target = made_from(Target, values, "target__")
    return part


def _of_class(access: Access, key: UUID | None) -> list[dict[str, Any]]:
    if key is None:
        return read_as(_of_no_class, access)
    return read_as(_of_one_class, access, key=key)


def _of_one_class(access: Access, key: UUID) -> QuerySet:
    return _parts(access).filter(cycle__pupil__class_group=key).values(*_COLUMNS)


def _of_no_class(access: Access) -> QuerySet:
    return _parts(access).filter(cycle__pupil__class_group=None).values(*_COLUMNS)


def _one(access: Access, part: UUID) -> QuerySet:
    return _parts(access).filter(pk=part).values(*_COLUMNS)


def _counted(access: Access) -> QuerySet:
    names = {
        "class_id": "cycle__pupil__class_group_id",
        "class_name": "cycle__pupil__class_group__name",
    }
    columns = {name: F(path) for name, path in names.items()}
    counted = _parts(access).order_by().values(**columns).annotate(targets=Count("pk"))
    return counted.order_by("class_name", "class_id")


def _parts(access: Access) -> QuerySet:
    seen = Pupil.objects.visible_to(access).filter(school__in=access.schools).staying(access.today)
    readable = Target.objects.filter(school__in=access.schools).readable_by(access).open()
    return CycleTarget.objects.filter(
        school__in=access.schools,
        cycle__state=CycleState.RUNNING,
        cycle__pupil__in=seen,
        target__in=readable,
    )


_COLUMNS = (
    *columns_of(CycleTarget),
    *columns_of(Cycle, "cycle__"),
    *columns_of(Pupil, "cycle__pupil__"),
    *columns_of(Target, "target__"),
)
