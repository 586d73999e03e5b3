"""What stands on a parent's page: each floor adds the parts and stages that it owns when loaded.

A part without lines has no heading, so a floor that has nothing to say of a child leaves no gap.
The page itself has asked the sharing rules about the person; whoever adds a part still leaves out
what is sensitive, sealed, of another home, or of a compartment.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from aylsham.models import Deadline
from aylsham.together import Reads, at_once
from pupils.models import Contact, Pupil
from pupils.rules.parents import Stage


@dataclass(frozen=True)
class Reader:
    """Whose page it is, about which child, on which day, and what is due for the child."""

    pupil: Pupil
    contact: Contact
    today: dt.date
    #: The child's live deadlines of every kind, the next first: titles are for staff.
    due: tuple[Deadline, ...] = ()

    def next_due(self, kind: str, ending: str = "") -> Deadline | None:
        """The next deadline of a kind whose key ends so."""
        found = (row for row in self.due if row.kind == kind and row.key.endswith(ending))
        return next(found, None)


@dataclass(frozen=True)
class PartLine:
    """One line of a part: a sentence, perhaps its day and a few smaller words."""

    text: str
    on: dt.date | None = None
    note: str = ""

    @property
    def things(self) -> list[str]:
        """Its lines, each a thing of its own; empty for a single sentence."""
        lines = self.text.splitlines()
        return lines if len(lines) > 1 else []


@dataclass(frozen=True)
class PagePart:
    """A part of the page: its heading and what reads its lines; the lower order comes first."""

    key: str
    title: str
    order: int
    read: Callable[[Reader], Reads[Iterable[PartLine]]]


@dataclass(frozen=True)
class ShownPart:
    """A part with something in it."""

    key: str
    title: str
    lines: tuple[PartLine, ...]


ReadStages = Callable[[Reader], Reads[Iterable[Stage]]]

_parts: dict[str, PagePart] = {}
_stages: dict[str, ReadStages] = {}


def register_part(part: PagePart) -> None:
    """Add a part, or replace the one with its key."""
    _parts[part.key] = part


def register_stages(name: str, read: ReadStages) -> None:
    """Add what says how things stand for a child, after those that are there."""
    _stages[name] = read


def shown_parts(reader: Reader) -> Reads[tuple[ShownPart, ...]]:
    """Every part that has something to say, in order."""
    parts = sorted(_parts.values(), key=lambda part: part.order)
    found = yield from at_once(*(part.read(reader) for part in parts))
    shown = zip(parts, map(tuple, found), strict=True)
    return tuple(ShownPart(part.key, part.title, lines) for part, lines in shown if lines)


def stages_for(reader: Reader) -> Reads[tuple[Stage, ...]]:
    """Everything that is going on for the child."""
    found = yield from at_once(*(stages(reader) for stages in _stages.values()))
    return tuple(chain.from_iterable(found))


def keys_of(stages: Sequence[Stage]) -> list[str]:
    """What is kept of stages that somebody was told of."""
    return sorted(stage.key for stage in stages)
