"""Two texts compared word by word: pure. What was taken away, what was added, what stayed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: A word or a sign of punctuation, with the space after it.
_TOKENS = re.compile(r"[\w'’-]+\s*|[^\w\s]\s*|\s+")


class Mark(StrEnum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Span:
    """Words that follow each other and share a mark."""

    mark: Mark
    text: str


def compare_words(before: str, after: str) -> tuple[Span, ...]:
    """The words with their marks, in reading order; without what was removed they are `after`."""
    return tuple(_spans(_TOKENS.findall(before), _TOKENS.findall(after)))


def _spans(before: list[str], after: list[str]) -> Iterator[Span]:
    words = [token.strip() for token in before], [token.strip() for token in after]
    for step, i1, i2, j1, j2 in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if step == "equal":
            yield Span(Mark.SAME, "".join(after[j1:j2]))
            continue
        if i2 > i1:
            yield Span(Mark.REMOVED, "".join(before[i1:i2]))
        if j2 > j1:
            yield Span(Mark.ADDED, "".join(after[j1:j2]))
