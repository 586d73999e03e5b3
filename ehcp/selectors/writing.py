"""What the form of a section needs: its lines, and what each can be linked to."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from ehcp.models import PlanLine, PlanLink, PlanVersion
from ehcp.selectors.sections import label_of, lines_for
from provision.models import Outcome
from pupils.models import Need
from pupils.words import need_words

#: Letters of a line that stand in a list to choose from.
_SHOWN = 70


def section_lines(access: Access, version: PlanVersion, section: str) -> list[PlanLine]:
    """The lines of a section, in order."""
    return list(lines_for(access, version).filter(section=section))


def linkable(access: Access, version: PlanVersion) -> dict[str, list[tuple[str, str]]]:
    """The child's needs and outcomes, and the lines of Sections B and E, as choices."""
    mine = {"school": access.school, "pupil": version.plan.pupil}
    lines = list(lines_for(access, version).filter(section__in=("B", "E")))
    used = {line.need_id for line in lines} | {line.outcome_id for line in lines}
    needs = Need.objects.filter(Q(ended_on=None) | Q(pk__in=used - {None}), **mine)
    outcomes = Outcome.objects.filter(**mine).readable_by(access)
    outcomes = outcomes.filter(Q(ended_on=None) | Q(pk__in=used - {None}))
    return {
        "need": [(str(row.pk), need_words(row.need_type)) for row in needs.order_by("rank")],
        "outcome": [(str(row.pk), _short(row.text)) for row in outcomes],
        "links": [(str(line.pk), f"{label_of(line)}: {_short(line.text)}") for line in lines],
    }


def loose_outcomes(access: Access, version: PlanVersion) -> list[tuple[str, str]]:
    """Lines of Section E that are no outcome of the child's record yet, as choices."""
    lines = lines_for(access, version).filter(section="E", outcome=None)
    return [(str(line.pk), f"{label_of(line)}: {line.text}") for line in lines]


def linked(access: Access, version: PlanVersion) -> dict[UUID, list[str]]:
    """By line of Section F, the lines that it is for."""
    rows = PlanLink.objects.filter(school=access.school, line__version=version)
    found: dict[UUID, list[str]] = defaultdict(list)
    for line, to in rows.values_list("line_id", "to_id"):
        found[line].append(str(to))
    return found


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
