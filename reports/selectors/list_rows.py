"""What a list of children shows: a row, the counts, the columns."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from pupils.addresses import child_address
from reports.list_fields import ListField


@dataclass(frozen=True, slots=True)
class Row:
    """A child in a list; what the asker may not know is empty."""

    id: UUID
    school_id: UUID
    school_slug: str
    school_name: str
    name: str
    year: str
    group: str
    age: str
    status: str
    since_words: str
    needs: tuple[str, ...]
    flags: tuple[str, ...]
    #: The parents have not been told of SEN support that began here.
    is_untold: bool
    #: What the columns of extra fields say, in their order.
    extra: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """The child's page."""
        return child_address(self.school_slug, self.id)

    @property
    def needs_words(self) -> str:
        """The codes in their order."""
        return ", ".join(self.needs)

    @property
    def flags_words(self) -> str:
        """The marks that the asker may see."""
        return ", ".join(self.flags)


@dataclass(frozen=True)
class Counts:
    """How many children the list has, whatever the page."""

    total: int = 0
    support: int = 0
    plans: int = 0
    untold: int = 0


COUNTERS = tuple(f.name for f in fields(Counts))


#: Columns that can be chosen, with what stands above them.
COLUMNS = {
    "school": "School",
    "year": "Year",
    "class": "Class",
    "age": "Age",
    "status": "Status",
    "since": "Since",
    "need": "Needs",
    "also": "Also",
    "due": "Next due",
}
#: Those that say what somebody needs.
OF_NEEDS = frozenset({"status", "since", "need"})


@dataclass(frozen=True)
class Columns:
    """Which columns a list has: a column that is closed to the asker is not there."""

    shown: frozenset[str]
    #: Whether it says of whom the parents were not told.
    untold: bool
    #: The extra fields among them.
    extra: tuple[ListField, ...] = ()

    def __contains__(self, key: str) -> bool:
        return key in self.shown

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Their keys and names, in the order of the list."""
        own = [(key, label) for key, label in COLUMNS.items() if key in self.shown]
        return own + [(each.key, each.name) for each in self.extra]


def columns_for(access: Access, fields: Iterable[ListField], chosen: str = "") -> Columns:
    """The columns that the asker may have; of those, the chosen ones (keys, commas between)."""
    shown = set(COLUMNS)
    if access.school is not None:
        shown.discard("school")
    if not access.can(Permission.VIEW_NEEDS):
        shown -= OF_NEEDS
    if not access.can(Permission.VIEW_DUE):
        shown.discard("due")
    extra = tuple(fields)
    if chosen:
        keys = set(chosen.split(","))
        shown &= keys
        extra = tuple(each for each in extra if each.key in keys)
    return Columns(frozenset(shown), access.can(Permission.VIEW_REGISTER), extra)
