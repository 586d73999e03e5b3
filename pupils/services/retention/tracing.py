"""Everything that belongs to one child, or to another row of a school, found by the keys of the tables themselves.

A new table of a child is found without a line here: it points at the child, or at something that
does. What it says nothing of is nobody's: tests look for the child's id in the whole database.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from django.db import models

from pupils.models import Breach, IncomingRecord, Pupil

#: What stays though it names the child: the register of breaches (UK GDPR art 33(5)).
STAYS = (Breach,)
#: What goes though the key would let it stay: it says which file another school's record lies in.
GOES = (IncomingRecord,)

Keys = dict[type[models.Model], set[UUID]]


def rows_of(pupil: Pupil) -> Keys:
    """The keys of all rows of a child by model; of rows deleted earlier too, for their history."""
    return traced(Pupil, pupil.school_id, {pupil.pk})


def traced(root: type[models.Model], school_id: UUID, roots: set[UUID]) -> Keys:
    """The keys of these rows and of everything that goes with them, by model."""
    found: Keys = defaultdict(set)
    found[root] |= roots
    waiting: list[tuple[type[models.Model], set[UUID]]] = [(root, set(roots))]
    while waiting:
        model, keys = waiting.pop()
        for child_model, field in _pointing_at(model):
            owner = _owner(child_model)
            mine = _found_by(child_model, field, school_id, keys) - found[owner]
            if mine:
                found[owner] |= mine
                waiting.append((owner, mine))
    return {model: keys for model, keys in found.items() if keys}


def loosened_by(model: type[models.Model]) -> Iterator[tuple[type[models.Model], models.Field]]:
    """Keys that become empty when rows of a model go: the other rows are not the child's."""
    for relation in _relations(model):
        owner = relation.related_model
        is_empty = relation.on_delete is models.SET_NULL and owner not in GOES
        if is_empty or owner in STAYS:
            yield owner, relation.field


def delete_traced(
    school_id: UUID, found: Keys, *, but: Collection[type[models.Model]] = ()
) -> None:
    """All these rows, then the history that their deletion has just been added to.

    The keys between the rows are checked at the end of the transaction, so no order is needed.
    `but`: models whose rows are gone already.
    """
    for model, keys in found.items():
        for owner, field in loosened_by(model):
            mine = {"school_id": school_id, f"{field.name}__in": keys}
            rows = owner._default_manager.filter(**mine).exclude(pk__in=found.get(owner, ()))
            rows.update(**{field.name: None})
    for model, keys in found.items():
        if model not in but:
            model._default_manager.filter(school_id=school_id, pk__in=keys)._raw_delete("default")
    for model, keys in found.items():
        if event_model_of(model):
            history_of(model, school_id, keys)._raw_delete("default")


def history_of(model: type[models.Model], school_id: UUID, keys: Iterable[UUID]):
    events = event_model_of(model)
    assert events is not None
    return events._default_manager.filter(school_id=school_id, pgh_obj_id__in=keys)


def event_model_of(model: type[models.Model]) -> type[models.Model] | None:
    """The table of a model's history rows."""
    return getattr(model, "pgh_event_model", None)


def _pointing_at(
    model: type[models.Model],
) -> Iterator[tuple[type[models.Model], models.Field]]:
    """Models whose rows go with the rows of this one, with the key that says so."""
    for relation in _relations(model):
        owner = relation.related_model
        tracked = _owner(owner)
        if tracked in STAYS or relation.field.name == "pgh_obj":
            continue
        goes = relation.on_delete in (models.CASCADE, models.PROTECT) or tracked in GOES
        if goes or (owner is not tracked and _goes_by(tracked, relation.field.name)):
            yield owner, relation.field


def _goes_by(model: type[models.Model], name: str) -> bool:
    """Whether a row of the model goes with what this key of it points at."""
    return model._meta.get_field(name).remote_field.on_delete in (models.CASCADE, models.PROTECT)


def _owner(model: type[models.Model]) -> type[models.Model]:
    """The model itself, or the one whose history it is."""
    return getattr(model, "pgh_tracked_model", model)


def _relations(model: type[models.Model]) -> Iterator:
    for field in model._meta.get_fields(include_hidden=True):
        if field.auto_created and not field.concrete and (field.one_to_many or field.one_to_one):
            yield field


def _found_by(
    model: type[models.Model], field: models.Field, school_id: UUID, keys: set[UUID]
) -> set[UUID]:
    rows = model._default_manager.filter(school_id=school_id, **{f"{field.name}__in": keys})
    tracked = _owner(model)
    if tracked is model:
        return set(rows.values_list("pk", flat=True))
    past = set(rows.values_list("pgh_obj_id", flat=True))
    # A row that stands on another child's record by now keeps its history.
    alive = tracked._default_manager.filter(school_id=school_id, pk__in=past)
    return past - set(alive.values_list("pk", flat=True))
