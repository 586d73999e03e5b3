"""What a list of children shows: a row, the counts, the columns."""

from dataclasses import dataclass, fields
from uuid import UUID

from pupils.addresses import child_address


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


@dataclass(frozen=True)
class Columns:
    """Which columns the asker may have at all: a column that is closed is not there."""

    school: bool
    needs: bool
    untold: bool
    due: bool
