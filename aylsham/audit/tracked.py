"""Which records have a readable history: each floor says so for its own, when it is loaded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from aylsham.access.permissions import Permission

#: Never part of a sentence: keys, where a value came from, and what only the roll import asks.
NEVER_SAID = frozenset({"id", "school", "pupil", "source", "kept_fields"})


@dataclass(frozen=True)
class Tracked:
    """A model with history rows, and how its changes are said."""

    model: type[models.Model]
    #: "a contact", "the SEN status".
    noun: str
    #: Who may read the changes; by the row where it depends on it.
    permission: Permission | Callable[[dict[str, Any]], Permission]
    #: From a history row to the child; empty for what is the school's own.
    pupil_lookup: str = "pupil_id"
    #: Which one it is, from its values: "Mrs Reed", "SEN support"; empty for the only one.
    title: Callable[[dict[str, Any]], str] = lambda values: ""
    #: Other words than the field's own.
    labels: Mapping[str, str] = field(default_factory=dict)
    #: Fields whose change is said without the values.
    quiet: frozenset[str] = frozenset()
    #: Fields that need a further permission.
    guarded: Mapping[str, Permission] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def event_model(self) -> type[models.Model]:
        return self.model.pgh_event_model

    def permission_for(self, values: dict[str, Any]) -> Permission:
        """Who may read a change to a row with these values."""
        return self.permission(values) if callable(self.permission) else self.permission

    def fields(self) -> list[models.Field]:
        """The fields that a sentence may speak of."""
        left_out = NEVER_SAID | self.left_out
        return [f for f in self.model._meta.concrete_fields if f.name not in left_out]

    def label_of(self, each: models.Field) -> str:
        return self.labels.get(each.name, str(each.verbose_name).removesuffix(" on"))


_tracked: dict[str, Tracked] = {}


def register_tracked(tracked: Tracked) -> None:
    """Give a model a readable history, or replace what was said of it."""
    _tracked[tracked.label] = tracked


def tracked_models() -> list[Tracked]:
    """All models with a readable history."""
    return list(_tracked.values())


def tracked_of_pupils() -> list[Tracked]:
    """Those whose rows are about a child."""
    return [kind for kind in _tracked.values() if kind.pupil_lookup]


def tracked_of_schools() -> list[Tracked]:
    """Those whose rows are the school's own."""
    return [kind for kind in _tracked.values() if not kind.pupil_lookup]


def tracked(model: type[models.Model]) -> Tracked:
    """How the changes of this model are said."""
    return _tracked[model._meta.label_lower]
