"""Cards of adaptive teaching: written, changed, no longer shown; the starting set."""

import tomllib
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from pupils.services.recording import as_pk
from staff.models import FederationCard, SchoolCard

CARD_FIELDS = ("need_type", "title", "text", "link", "link_words", "is_retired")
STARTING_CARDS = Path(__file__).parent.parent / "data" / "teaching_cards.toml"


@transaction.atomic
def add_card(
    *, school: School, by: User, is_shared: bool = False, key: UUID | None = None, **facts: Any
) -> FederationCard | SchoolCard:
    """A card of this school, or `is_shared` of every school of the federation."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    owner: dict[str, Any] = {"school": school, "written_by": by}
    model: type = SchoolCard
    if is_shared:
        model, owner = FederationCard, {"federation_id": school.federation_id}
    if key and (known := model.objects.filter(pk=key).first()):
        return known
    card = model(**as_pk(key), **owner, **facts)
    _require_new(card)
    card.save(force_insert=True)
    return _record(school, card, by, "added")


@transaction.atomic
def change_card(
    *, card: FederationCard | SchoolCard, school: School, version: str, by: User, **facts: Any
) -> FederationCard | SchoolCard:
    """Change a card, or show it no longer."""
    row = type(card).objects.select_for_update(no_key=True).get(pk=card.pk)
    require_version(row, CARD_FIELDS, version)
    for name, value in facts.items():
        setattr(row, name, value)
    _require_new(row)
    row.save(update_fields=list(facts))
    return _record(school, row, by, "changed")


@transaction.atomic
def start_cards(*, school: School, by: User | None) -> int:
    """Take the starting set into the federation's, leaving out what it has; how many."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    rows = FederationCard.objects.filter(federation_id=school.federation_id)
    known = set(rows.values_list("need_type", "title"))
    with STARTING_CARDS.open("rb") as file:
        cards = tomllib.load(file)["card"]
    new = [card for card in cards if (card["need_type"], card["title"]) not in known]
    FederationCard.objects.bulk_create(
        FederationCard(federation_id=school.federation_id, **card) for card in new
    )
    detail = {"step": "started", "count": len(new)}
    record_event(Action.CHANGE_CARDS, school=school, by=by, detail=detail)
    return len(new)


def _require_new(card: FederationCard | SchoolCard) -> None:
    owner = "school_id" if isinstance(card, SchoolCard) else "federation_id"
    same = type(card).objects.filter(
        **{owner: getattr(card, owner)}, need_type=card.need_type, title=card.title
    )
    if same.exclude(pk=card.pk).exists():
        raise TransitionNotAllowed("There is a card with this line for this need already.")


def _record(school: School, card, by: User | None, step: str):
    detail = {"step": step, "card": str(card.pk)}
    record_event(Action.CHANGE_CARDS, school=school, by=by, detail=detail)
    return card
