"""What can stop a change: a wrong state, or somebody who saved first."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models


class TransitionNotAllowed(Exception):
    """The state of a record does not allow this step; shown as a form error, never as a 403."""


@dataclass(frozen=True)
class Difference:
    """What the record says now in one field, as a value and in words."""

    field: str
    label: str
    value: object
    now: str


class StaleSave(Exception):
    """Somebody saved since the form was opened; the person sees both texts and decides."""

    def __init__(self, differences: list[Difference], version: str):
        super().__init__("Somebody else changed this while you had it open.")
        self.differences = differences
        #: What the record is at now: saving again with it means "mine, knowing theirs".
        self.version = version


def version_of(row: models.Model | None, fields: Iterable[str]) -> str:
    """A short mark of what these fields say: carried by a form, compared by the service."""
    if row is None:
        return "new"
    values = {name: row._meta.get_field(name).value_to_string(row) for name in fields}
    # Sorted: the database keeps the keys of a JSON value in an order of its own.
    text = json.dumps(values, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def require_version(row: models.Model, fields: Iterable[str], version: str) -> None:
    """Refuse a save that started from another version of the (locked) row."""
    names = list(fields)
    if version != (now := version_of(row, names)):
        raise StaleSave([_difference(row, name) for name in names], now)


def _difference(row: models.Model, name: str) -> Difference:
    field = row._meta.get_field(name)
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    text = "empty" if value in (None, "", []) else str(value)
    return Difference(name, str(field.verbose_name), getattr(row, name), text)
