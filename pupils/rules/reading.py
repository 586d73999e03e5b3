"""What one adult has still to read of a passport: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID


@dataclass(frozen=True)
class Reader:
    """What one adult sees of a passport, and how far they have confirmed it."""

    id: UUID
    #: The sensitivities that their role opens, and the lines that they read by name.
    levels: frozenset[int]
    lines: frozenset[str] = frozenset()

    def sees(self, content: Sequence[Mapping]) -> dict[str, str]:
        """The text of each line that is for them."""
        return {
            said["line"]: said["text"]
            for said in content
            if said["sensitivity"] in self.levels or said["line"] in self.lines
        }


@dataclass(frozen=True)
class Step:
    """One version of a passport: what it says, and who made it."""

    number: int
    made_by: UUID | None
    content: Sequence[Mapping]


def has_more_to_read(steps: Sequence[Step], reader: Reader, *, since: int, upto: int) -> bool:
    """Whether somebody else changed a line that a reader sees, after one version up to another.

    The steps are in order and begin with version `since`; without it everything counts as new.
    """
    if not steps or steps[0].number != since:
        return True
    pairs = pairwise(steps)
    return any(
        new.number <= upto
        and new.made_by != reader.id
        and reader.sees(old.content) != reader.sees(new.content)
        for old, new in pairs
    )
