"""The parts of the handover pack: who may read each, and the lines it is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.together import Reads

#: Rows of a part that stand open on the page.
OPEN = 10


@dataclass(frozen=True)
class Row:
    """One line; `name` stands on the page alone, `initials` on paper. `state`: of STATES, or ""."""

    what: str
    more: str = ""
    name: str = ""
    place: str = ""
    pupil: UUID | None = None
    state: str = ""
    state_words: str = ""

    @property
    def initials(self) -> str:
        """`Z. B.`: what paper says of a child."""
        return " ".join(f"{word[0]}." for word in self.name.split() if word[:1].isalpha())


@dataclass(frozen=True)
class Part:
    """A heading of the pack, for whoever has all of these permissions."""

    code: str
    heading: str
    permissions: tuple[Permission, ...]
    rows: Callable[[Access], Reads[list[Row]]]
    #: The page on which it goes on.
    url_name: str
    #: What stands there while there is nothing.
    empty: str = "Nothing today."

    def is_for(self, access: Access) -> bool:
        """Whether the reader may read it."""
        return all(access.can(permission) for permission in self.permissions)


@dataclass(frozen=True)
class Shown:
    """A part as the reader gets it, with the note of the present SENDCo."""

    part: Part
    rows: tuple[Row, ...]
    note: str = ""
    note_by: str = ""
    note_on: object = None
    #: How many more rows there are than are shown.
    more: int = 0

    @property
    def first(self) -> tuple[Row, ...]:
        """The rows that stand open on the page."""
        return self.rows[:OPEN]

    @property
    def rest(self) -> tuple[Row, ...]:
        """The rows that are folded away there."""
        return self.rows[OPEN:]


@dataclass(frozen=True)
class Pack:
    """The whole, and the headings that the reader's roles leave out."""

    parts: tuple[Shown, ...]
    left_out: tuple[str, ...] = ()
    pupil_ids: frozenset[UUID] = field(default_factory=frozenset)
