"""Drafts of provision out of a pasted timetable: made once, and taken back in one go."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from aylsham.models import School, User
from provision.models import Place, Provision
from provision.provision_codes import ProvisionState
from provision.rules.timetable.people import fold
from provision.rules.timetable.reading import MOST_GROUPS
from provision.services.ending import delete_provision
from provision.services.provisions import Members, add_provision
from pupils.models import Pupil
from pupils.services.importing.lifecycle import lock_children


@dataclass(frozen=True)
class ToDraft:
    """A group to be made: its number in the text, the children in it, PROVISION_FIELDS."""

    number: int
    pupils: tuple[Pupil, ...]
    facts: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def add_pasted(
    *, school: School, drafts: Iterable[ToDraft], key: UUID, by: User
) -> list[Provision]:
    """Make a draft of each group that the school does not have with the same name and children.

    `key` came with the page: sent twice, it makes nothing more.
    """
    lock_children(school)
    there, made = _there(school), []
    for draft in drafts:
        facts = draft.facts
        same = (fold(facts["name"]), frozenset(pupil.pk for pupil in draft.pupils))
        if any(ends_on >= facts["starts_on"] for ends_on in there.get(same, ())):
            continue
        made.append(
            add_provision(
                school=school,
                members=Members(pupils=draft.pupils),
                by=by,
                key=_key(key, draft.number),
                state=ProvisionState.DRAFT,
                **facts,
            )
        )
    return made


@transaction.atomic
def take_back_pasted(*, school: School, key: UUID, by: User) -> tuple[int, int]:
    """Take away the drafts of one paste that nobody changed since; how many went, how many stay."""
    keys = _keys(key)
    rows = list(Provision.objects.filter(school=school, pk__in=keys).select_related("school"))
    events = Provision.pgh_event_model.objects.filter(school=school, pgh_obj_id__in=keys)
    changed = set(events.exclude(pgh_label="insert").values_list("pgh_obj_id", flat=True))
    untouched = [r for r in rows if r.state == ProvisionState.DRAFT and r.pk not in changed]
    for row in untouched:
        delete_provision(provision=row, by=by)
    return len(untouched), len(rows) - len(untouched)


def is_paste(school: School, key: UUID) -> bool:
    """Whether drafts of the school were made with this key, also if they are gone by now."""
    events = Provision.pgh_event_model.objects.filter(school=school, pgh_obj_id__in=_keys(key))
    return events.exists()


def _keys(key: UUID) -> list[UUID]:
    return [_key(key, number) for number in range(MOST_GROUPS)]


def _key(key: UUID, number: int) -> UUID:
    return uuid5(key, str(number))


def _there(school: School) -> dict[tuple, list]:
    """The last days of what the school has, by name and children."""
    children: dict[UUID, set[UUID]] = {}
    places = Place.objects.filter(school=school)
    for provision_id, pupil_id in places.values_list("provision_id", "pupil_id"):
        children.setdefault(provision_id, set()).add(pupil_id)
    found: dict[tuple, list] = {}
    rows = Provision.objects.filter(school=school, is_confidential=False)
    for pk, name, ends_on in rows.values_list("pk", "name", "ends_on"):
        found.setdefault((fold(name), frozenset(children.get(pk, ()))), []).append(ends_on)
    return found
