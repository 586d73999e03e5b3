"""Our own clocks of a passport, the share of edits that is looked through, the room on a side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from itertools import zip_longest
from math import ceil
from uuid import UUID

from aylsham.dates import weeks_after
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    day,
    last_day,
    maybe_day,
    other_day,
)

BOOK = RuleBook(subject=Subject.RECORDS)

OURS = "The school's own clock; no law sets it"
AMBER_WEEKS, RED_WEEKS, FIRST_WEEKS = 12, 26, 12
#: One sitting in so many is drawn into the checker's list.
SAMPLE_SHARE = 5
#: A drawn edit leaves the list unseen after so many weeks: nobody becomes the queue.
SAMPLE_WEEKS = 4


class Freshness(Enum):
    """How long ago a passport was found true, seen from today."""

    FRESH = "on_track"
    AMBER = "due_soon"
    RED = "overdue"

    @property
    def words(self) -> str:
        """What a list says."""
        return _FRESHNESS_WORDS[self]


_FRESHNESS_WORDS = {
    Freshness.FRESH: "Fresh",
    Freshness.AMBER: f"Not looked at for {AMBER_WEEKS} weeks",
    Freshness.RED: f"Not looked at for {RED_WEEKS} weeks",
}


def clock_start(confirmed_on: date, live_from: date) -> date:
    """No clock runs before the school goes live, so that the first day is not a wall of red."""
    return max(confirmed_on, live_from)


def freshness(confirmed_on: date, live_from: date | None, today: date) -> Freshness:
    """Amber from 12 weeks on, red from 26 on; a school that is not live has no clock."""
    if live_from is None:
        return Freshness.FRESH
    start = clock_start(confirmed_on, live_from)
    if today > weeks_after(start, RED_WEEKS):
        return Freshness.RED
    return Freshness.AMBER if today >= weeks_after(start, AMBER_WEEKS) else Freshness.FRESH


@BOOK.rule(
    "passport.review",
    title="Passport: is it still true?",
    citation=OURS,
    confidence=Confidence.WORKING,
    facts=(
        day("confirmed", "Day the oldest line was last found true"),
        maybe_day("live_from", "Day the school's clocks started"),
    ),
    outputs=(
        other_day("amber_from", "Look through it from", "12 weeks after"),
        last_day(
            "review_by", "Say whether the passport is still true", "26 weeks", owed_by=Owner.SCHOOL
        ),
    ),
)
def review(*, confirmed: date, live_from: date | None = None) -> Values:
    """Twelve weeks to amber, twenty-six to red."""
    start = clock_start(confirmed, live_from or confirmed)
    return {
        "amber_from": weeks_after(start, AMBER_WEEKS),
        "review_by": weeks_after(start, RED_WEEKS),
    }


@BOOK.rule(
    "passport.first",
    title="Passport: the first one",
    citation=OURS,
    confidence=Confidence.WORKING,
    facts=(
        day("on_register", "Day the child came on the SEND register"),
        maybe_day("live_from", "Day the school's clocks started"),
    ),
    outputs=(
        last_day(
            "publish_by", "Publish the child's first passport", "12 weeks", owed_by=Owner.SCHOOL
        ),
    ),
)
def first(*, on_register: date, live_from: date | None = None) -> Values:
    """Twelve weeks after the child came on the register, or after the school went live."""
    return {
        "publish_by": weeks_after(clock_start(on_register, live_from or on_register), FIRST_WEEKS)
    }


def is_drawn(version_id: UUID) -> bool:
    """Whether a sitting is drawn for looking through: by its id, whose last bits are random."""
    return version_id.int % SAMPLE_SHARE == 0


# The room on one side of A4 at 12 pt while somebody types: the print page sets it and measures.
LINES_ON_A_SIDE = 50
LINES_OF_HEADER = 6
LINES_OF_A_HEADING = 2
CHARACTERS_OF_A_LINE = 88
WORDS_OF_A_LINE = 15


@dataclass(frozen=True)
class Room:
    """How much of one A4 side a passport fills; estimated."""

    used: int
    of: int = LINES_ON_A_SIDE
    #: The box that takes most lines, in words; empty when nobody named them.
    longest: str = ""

    @property
    def percent(self) -> int:
        """Filled, in per cent; more than 100 does not fit."""
        return round(100 * self.used / self.of)

    @property
    def words(self) -> str:
        """What the ruler says."""
        left = self.of - self.used
        if left < 0:
            where = f": shorten “{self.longest}”" if self.longest else ""
            return f"About {-left * WORDS_OF_A_LINE} words too long for one side{where}"
        if left == 0:
            return "One side is full"
        return f"Room for about {left * WORDS_OF_A_LINE} more words on one side"


def room(parts: Iterable[Iterable[str]], labels: Iterable[str] = ()) -> Room:
    """The room that parts take, each a heading and its texts; empty parts are not printed."""
    used, longest = LINES_OF_HEADER, (0, "")
    for texts, label in zip_longest(parts, labels, fillvalue=""):
        lines = sum(_lines(text) for text in texts)
        used += lines + LINES_OF_A_HEADING if lines else 0
        longest = max(longest, (lines, label), key=lambda found: found[0])
    return Room(used, longest=longest[1])


def _lines(text: str) -> int:
    return sum(ceil(len(line) / CHARACTERS_OF_A_LINE) for line in text.splitlines() if line.strip())


def reading_mark(number: int, written_at: datetime, by_name: Iterable[UUID] = ()) -> str:
    """Which words of a version a page showed: its number, when they were last saved, and the
    namings that let its reader see more and that they have still to confirm.
    """
    names = "".join(f"-{pk.hex}" for pk in sorted(by_name))
    return f"{number}-{written_at.timestamp():.6f}{names}"
