"""What a school's words are read by: the names that it knows."""

import re
from dataclasses import dataclass
from functools import cached_property

from provision.rules.timetable.people import People, fold
from provision.rules.timetable.times import take_when


@dataclass(frozen=True)
class Known:
    """What a school's words are read by: its children, its adults, its interventions."""

    children: People
    adults: People
    items: tuple[str, ...] = ()
    #: What the school's own groups are called.
    groups: tuple[str, ...] = ()

    def item(self, text: str) -> str:
        """The intervention of the catalogue that the words name; empty when none or several."""
        words = fold(text)
        if not words:
            return ""
        same = [item for item in self.items if fold(item) == words]
        if same:
            return same[0]
        close = [item for item in self.items if _holds(fold(item), words)]
        return close[0] if len(close) == 1 else ""

    def is_item(self, text: str) -> bool:
        """Whether the words are the whole name of an intervention."""
        return fold(text) in {fold(item) for item in self.items}

    def timed_name(self, text: str) -> str:
        """A known name in the words that sounds like a time itself: `Daily reader`; or empty."""
        found = (re.search(rf"\b{re.escape(name)}\b", text, re.I) for name in self._timed)
        return next((each[0] for each in found if each), "")

    @cached_property
    def _timed(self) -> list[str]:
        names = {*self.items, *self.groups}
        return sorted((n for n in names if take_when(n)[0].says_something), key=len, reverse=True)


def _holds(item: str, words: str) -> bool:
    """One is the other with words before or after it, and says enough to be meant."""
    short, long = sorted((item, words), key=len)
    return f" {short} " in f" {long} " and (" " in short or len(short) > len("reading"))
