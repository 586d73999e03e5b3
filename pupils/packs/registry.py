"""Tables of a pack, and tables that stay here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Q

from aylsham.codes import Sensitivity
from aylsham.models import School
from pupils import models as own
from pupils.transfer_codes import Held

#: What a sensitivity means for a pack.
OF_SENSITIVITY = {
    Sensitivity.EVERYONE: Held.NOTHING,
    Sensitivity.SENSITIVE: Held.SENSITIVE,
    Sensitivity.SAFEGUARDING: Held.PROTECTION,
}


def by_sensitivity(row) -> Held:
    """As the row's own text says."""
    return OF_SENSITIVITY[Sensitivity(row.sensitivity)]


def nothing(row) -> Held:
    """No row of the table is held back."""
    return Held.NOTHING


def always(held: Held) -> Callable[[models.Model], Held]:
    """Every row of the table."""
    return lambda row: held


@dataclass(frozen=True)
class PackTable:
    """A table whose rows about a child are in the pack."""

    model: type[models.Model]
    #: What a person reads above its rows.
    title: str
    #: From a row to the child.
    to_pupil: str = "pupil"
    #: Which rows are held back, and as what.
    held: Callable[[models.Model], Held] = nothing
    #: Fields that are held back on rows that go.
    guarded: dict[str, Held] = field(default_factory=dict)
    #: They are, only where the row that this column points at stays here.
    guarded_with: str = ""
    #: Fields that never go: working state of this school.
    without: frozenset[str] = frozenset()
    #: Rows that are no part of the record.
    only: Q = field(default_factory=Q)
    #: The column of the adult without whom a row says nothing: strangers' rows are told only.
    person: str = ""
    #: Columns that cannot be empty though nobody here knows the person: whoever takes it in.
    stand_in: frozenset[str] = frozenset()
    #: Told to the next school, but not its own row there.
    is_told_only: bool = False
    #: Rows of a school's own list, which it may have already: found again by this field.
    same_by: str = ""
    #: The column with the key of a row of any table, without which this one stays here.
    stands_by: str = ""
    #: Columns with the key of a row of the federation, which goes along: `arrive` looks it up.
    of_federation: frozenset[str] = frozenset()
    #: What a row needs at its new school before it is written.
    arrive: Callable[[Any, School], None] | None = None

    @property
    def label(self) -> str:
        """The name of the table in the pack."""
        return self.model._meta.label_lower

    def columns(self) -> list[models.Field]:
        """The fields that go, in the order of the table."""
        never = self.without | {"school"}
        return [
            f
            for f in self.model._meta.concrete_fields
            if f.name not in never
            and not f.generated
            and f.attname != "id"
            and f.related_model is not own.Pupil  # every row is about the child of the pack
        ]


_tables: dict[str, PackTable] = {}
_left_out: dict[str, str] = {}


def register_table(table: PackTable) -> None:
    """Put a table into the pack; what it points at comes before it."""
    _tables[table.label] = table


def leave_out(model: type[models.Model], why: str) -> None:
    """Say why a child's rows of a table stay here."""
    _left_out[model._meta.label_lower] = why


def tables() -> list[PackTable]:
    """Every table of the pack, in the order in which rows can be written."""
    return list(_tables.values())


def table(label: str) -> PackTable | None:
    """One table by its name in the pack."""
    return _tables.get(label)


def left_out() -> dict[str, str]:
    """Tables that stay here, with the reason."""
    return dict(_left_out)
