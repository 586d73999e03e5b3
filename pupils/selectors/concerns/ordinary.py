"""What the school offers every child, by area and stage."""

from dataclasses import dataclass

from aylsham.models import School
from pupils.concern_codes import STARTING_TEXT, Stage
from pupils.models import OrdinaryProvision


@dataclass(frozen=True)
class Statement:
    """What is ordinarily available in an area and phase."""

    area: str
    stage: str
    lines: tuple[str, ...]
    #: The school's own row; none while our starting text stands.
    own: OrdinaryProvision | None


def ordinary_provision(school: School, area: str, stage: str) -> Statement:
    """What stands for one area and phase: the school's own text, or ours to begin with."""
    own = OrdinaryProvision.objects.filter(school=school, area=area, stage=stage).first()
    return _statement(area, stage, own)


def ordinary_provisions(school: School) -> list[Statement]:
    """The statements of every area and phase; one statement."""
    own = {(row.area, row.stage): row for row in OrdinaryProvision.objects.filter(school=school)}
    return [_statement(a, s, own.get((a, s))) for a in STARTING_TEXT for s in Stage]


def _statement(area: str, stage: str, own: OrdinaryProvision | None) -> Statement:
    lines = tuple(own.text.splitlines()) if own else STARTING_TEXT[area]
    return Statement(area, stage, lines, own)
