"""The checklists that plans for moves start from."""

from dataclasses import dataclass

from aylsham.models import School
from pupils.models import MoveTemplate
from pupils.moving_codes import STARTING_STEPS, WEEKS, MoveKind, StepOwner, TemplateStep

_WHEN = dict(WEEKS)


@dataclass(frozen=True)
class Template:
    """The checklist of one kind of move: the school's own, or what every school starts with."""

    kind: str
    steps: tuple[TemplateStep, ...]
    own: MoveTemplate | None = None

    @property
    def label(self) -> str:
        """The kind in words."""
        return MoveKind(self.kind).label

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """What, when and whose, in words."""
        return [(s.what, _WHEN[s.weeks], StepOwner(s.owner).label) for s in self.steps]


def templates(school: School) -> list[Template]:
    """The checklist of each kind; one statement."""
    own = {row.kind: row for row in MoveTemplate.objects.filter(school=school)}
    return [_template(kind, own.get(kind)) for kind in MoveKind]


def template_of(school: School, kind: str) -> Template:
    """The checklist of one kind; one statement."""
    return _template(kind, MoveTemplate.objects.filter(school=school, kind=kind).first())


def _template(kind: str, own: MoveTemplate | None) -> Template:
    steps = tuple(TemplateStep(**step) for step in own.steps) if own else STARTING_STEPS[kind]
    return Template(kind, steps, own)
