"""Targets of running cycles to be reviewed together, a row each."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from provision.codes import CycleState
from provision.models import CycleTarget, Target
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

    @property
    def class_name(self) -> str:
        """The child's class; empty without one."""
        group = self.pupil.class_group
        return group.name if group else ""


def review_grid(access: Access) -> list[GridRow]:
    """Open targets of running cycles in reach, in the order of the register; three statements."""
    seen = Pupil.objects.visible_to(access).filter(school__in=access.schools).staying(access.today)
    readable = Target.objects.filter(school__in=access.schools).readable_by(access).open()
    found = list(
        CycleTarget.objects.filter(
            school__in=access.schools,
            cycle__state=CycleState.RUNNING,
            cycle__pupil__in=seen,
            target__in=readable,
        )
        .select_related("cycle__pupil__class_group", "cycle__pupil__school", "target")
        .order_by("cycle__pupil__last_name", "cycle__pupil__first_name", "cycle__pupil_id", "id")
    )
    tell_apart([part.cycle.pupil for part in found])
    lines = {line.id: line for line in target_lines(access, [part.target for part in found])}
    rows: list[GridRow] = []
    before: UUID | None = None
    for part in found:
        rows.append(GridRow(part, lines[part.target_id], part.cycle.pupil_id != before))
        before = part.cycle.pupil_id
    return rows
