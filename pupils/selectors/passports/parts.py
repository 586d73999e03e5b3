"""The parts of a passport with their lines: own texts, live strategies, who wrote what."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.codes import Sensitivity
from pupils.codes import PassportPart
from pupils.models import PassportText
from pupils.rules.lines import HELPS, LineKey
from pupils.selectors.strategies import StrategyLine, named_words

#: What an empty part says, so that nobody starts from a blank page.
HINTS: dict[PassportPart, str] = {
    PassportPart.ADMIRE: "For example: I am kind to younger children. I know all about trains.",
    PassportPart.MATTERS: "People, things and routines that make a day good.",
    PassportPart.SUPPORT: "What a stranger would have to know before the first lesson.",
    PassportPart.HARD: "In the child's voice. No diagnosis is needed here.",
    PassportPart.PLEASE_DO: "One thing on each line.",
    PassportPart.PLEASE_DONT: "One thing on each line.",
    PassportPart.AIMS: "What I want to be able to do by summer.",
    PassportPart.WHO_HELPS: "People at school and at home.",
    PassportPart.OWN_WORDS: "Exactly as the child said it, mistakes and all.",
    PassportPart.WRITTEN_DOWN: "Who wrote it, with whom, and when they talked.",
}
#: What helps stands between what is hard and what to do.
HELPS_AFTER = PassportPart.HARD
HELPS_LABEL = "What helps"


@dataclass(frozen=True)
class MyAside:
    """My words that wait beside a colleague's."""

    id: UUID
    text: str


@dataclass(frozen=True)
class Comment:
    """What the checker asks of a part."""

    id: UUID
    text: str


@dataclass(frozen=True)
class Line:
    """One line of the page: what it says, who touched it last and when."""

    key: str
    text: str
    revision: int
    sensitivity: int = Sensitivity.EVERYONE
    by: str = ""
    at: dt.datetime | None = None
    aside: MyAside | None = None
    strategy: StrategyLine | None = None
    #: The row of a part's text; None for a strategy, and for a part that is still empty.
    row_id: UUID | None = None
    #: Who reads it by name though their role does not let them.
    named: tuple[str, ...] = ()
    #: The asker reads it by name alone: a writer of the other lines does not change it.
    is_closed_to_writing: bool = False
    #: Why what was typed into it is not saved.
    error: str = ""

    @property
    def sensitivity_words(self) -> str:
        """Who may read it; empty when everyone who teaches the child."""
        level = Sensitivity(self.sensitivity)
        return "" if level == Sensitivity.EVERYONE else level.label.split(":")[0]

    @property
    def rows(self) -> int:
        """How many rows its box has before a script fits it."""
        return max(1, sum(1 + len(line) // 75 for line in self.text.splitlines()))


@dataclass(frozen=True)
class Part:
    """One part with its lines; `comments` are the checker's."""

    code: str
    label: str
    hint: str
    lines: tuple[Line, ...]
    comments: tuple[Comment, ...] = ()
    #: What is kept elsewhere and stands here as it is now: targets among "my aims".
    live: tuple[str, ...] = ()

    @property
    def is_helps(self) -> bool:
        """Whether its lines are strategies."""
        return self.code == HELPS

    @property
    def is_quote(self) -> bool:
        """Whether its words are the child's own, kept exactly."""
        return self.code == PassportPart.OWN_WORDS


def parts_of(
    texts: list[PassportText],
    strategies: list[StrategyLine],
    asides: dict[str, MyAside],
    comments: dict[str, list[Comment]],
    writable: tuple[Sensitivity, ...],
) -> tuple[Part, ...]:
    """Every part in the order of the page, with what was read for it."""
    by_part: dict[str, dict[int, PassportText]] = defaultdict(dict)
    for row in texts:
        by_part[row.part][row.sensitivity] = row
    parts = []
    for part in PassportPart:
        lines = _lines(part, by_part[part], asides, writable)
        said = tuple(comments.get(part, ()))
        parts.append(Part(part.value, part.label, HINTS[part], lines, said))
        if part == HELPS_AFTER:
            lines = tuple(_strategy_line(s, asides, writable) for s in strategies)
            said = tuple(comments.get(HELPS, ()))
            parts.append(Part(HELPS, HELPS_LABEL, "", lines, said))
    return tuple(parts)


def _lines(
    part: PassportPart,
    rows: dict[int, PassportText],
    asides: dict[str, MyAside],
    writable: tuple[Sensitivity, ...],
) -> tuple[Line, ...]:
    """What is written; for a writer the line for everyone too, empty as it may be."""
    lines = []
    for level in Sensitivity:
        row = rows.get(level)
        key = str(LineKey(part.value, level.value))
        if row and (row.text or writable):
            by = row.changed_by.name if row.changed_by else ""
            lines.append(
                Line(
                    key,
                    row.text,
                    row.revision,
                    level.value,
                    by,
                    row.changed_at,
                    asides.get(key),
                    row_id=row.pk,
                    named=named_words(row),
                    is_closed_to_writing=bool(writable) and level not in writable,
                )
            )
        elif level == Sensitivity.EVERYONE and writable:
            lines.append(Line(key, "", 0, aside=asides.get(key)))
    return tuple(lines)


def _strategy_line(
    strategy: StrategyLine, asides: dict[str, MyAside], writable: tuple[Sensitivity, ...]
) -> Line:
    key = str(LineKey(HELPS, row_id=strategy.id))
    return Line(
        key=key,
        text=strategy.text,
        revision=strategy.revision,
        sensitivity=strategy.sensitivity,
        by=strategy.changed_by,
        at=strategy.changed_at,
        aside=asides.get(key),
        strategy=strategy,
        named=strategy.named,
        is_closed_to_writing=bool(writable) and strategy.sensitivity not in writable,
    )
