"""A template shown on a real child, before it is kept."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from pupils.models import Pupil
from pupils.rules.letters.clocks import CLOCKS
from pupils.rules.letters.wording import Wording
from pupils.rules.letters.words import Block, blocks_of, filled, placeholders_in
from pupils.selectors.letters.values import own_date_of, school_facts, values_of

#: So many children are offered: those on roll, by name.
MOST = 400


@dataclass(frozen=True)
class Shown:
    """A template with a child's facts in it, and what has no value for this child."""

    pupil: Pupil
    subject: str
    blocks: list[Block]
    missing: list[str]
    rule: str = ""


def children_to_preview(access: Access) -> list[tuple[str, str]]:
    """Children in reach who are on roll, for a list to choose from; one statement."""
    rows = Pupil.objects.visible_to(access).filter(closed_on=None, class_group__isnull=False)
    named = rows.order_by("last_name", "first_name").only(
        "pk", "first_name", "preferred_first_name", "last_name"
    )
    return [(str(row.pk), row.full_name) for row in named[:MOST]]


def shown_for(access: Access, chosen: str, wording: Wording) -> Shown | None:
    """A wording, good or not, with the facts of the chosen child; None for one out of reach."""
    try:
        pk = UUID(chosen)
    except ValueError:
        return None
    rows = Pupil.objects.visible_to(access).filter(pk=pk).select_related("class_group", "school")
    pupil = rows.first()
    if pupil is None:
        return None
    at = school_facts(pupil.school, [pupil.pk], today=access.today)
    day = at.known_day(wording.clock, pk) if wording.clock in CLOCKS else None
    own = own_date_of(wording, day, at)
    values = values_of(pupil, wording, at, own=own, addressee="Ms Example")
    subject, body = filled(wording.subject, values), filled(wording.body, values)
    rule = f"{own.rule_code}, version {own.rule_version}" if own else ""
    return Shown(pupil, subject, blocks_of(body), placeholders_in(subject, body), rule)
