"""What lists of children can be narrowed by besides what every school has."""

from dataclasses import dataclass
from uuid import UUID

from pupils.field_codes import FieldKind

#: What the names of extra fields begin with among columns and filters.
FIELD_KEY = "f_"
#: What a filter by an extra field may ask, besides its options.
FILLED, EMPTY = "filled", "empty"


@dataclass(frozen=True)
class ListField:
    """An extra field that is a column and a filter of lists."""

    id: UUID
    name: str
    kind: FieldKind
    options: tuple[str, ...]
    sensitivity: int
    is_shared: bool

    @property
    def key(self) -> str:
        """Its name among columns and filters."""
        return f"{FIELD_KEY}{self.id.hex}"


@dataclass(frozen=True)
class ListChoices:
    """What the asker may narrow lists by."""

    classes: tuple[tuple[str, str], ...] = ()
    fields: tuple[ListField, ...] = ()
