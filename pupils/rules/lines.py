"""How an editor's page names the lines of a passport: pure."""

from dataclasses import dataclass
from uuid import UUID

#: The lowest sensitivity stands for itself: "hard" is for everyone, "hard.2" is sensitive.
EVERYONE = 1
HELPS, NEW = "helps", "new"
#: The longest text of a line, in characters.
LONGEST = 4000


@dataclass(frozen=True)
class LineKey:
    """One line: a part at one sensitivity, a strategy, or an empty line that may become one."""

    part: str
    sensitivity: int = EVERYONE
    row_id: UUID | None = None

    @property
    def is_strategy(self) -> bool:
        """Whether it is, or may become, one of what helps."""
        return self.part in (HELPS, NEW)

    def __str__(self) -> str:
        if self.row_id:
            return f"{self.part}.{self.row_id}"
        return self.part if self.sensitivity == EVERYONE else f"{self.part}.{self.sensitivity}"


def line_key(name: str, parts: frozenset[str]) -> LineKey | None:
    """The line of that name; None when there can be no such line."""
    part, _, rest = name.partition(".")
    if part in (HELPS, NEW):
        try:
            return LineKey(part, row_id=UUID(rest))
        except ValueError:
            return None
    if part not in parts or not (rest == "" or (len(rest) == 1 and rest in "23")):
        return None
    return LineKey(part, int(rest or EVERYONE))
