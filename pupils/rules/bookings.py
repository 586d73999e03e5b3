"""Times offered to parents: how a day is divided, and what clashes; pure, no Django."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

CODE, VERSION, CITATION = "ours.booking", "1", "Agreed by us"
MOST_SLOTS = 300
LENGTHS = range(5, 121)
#: So often a family books, changes or gives back times within a day; then it rings.
MOST_CHANGES_A_DAY = 20


@dataclass(frozen=True)
class Span:
    """Some minutes of a day."""

    on: date
    starts_at: time
    length: int

    @property
    def begins(self) -> datetime:
        """The moment at which it begins."""
        return datetime.combine(self.on, self.starts_at)

    @property
    def ends(self) -> datetime:
        """The moment at which it is over."""
        return self.begins + timedelta(minutes=self.length)

    def clashes(self, other: "Span") -> bool:
        """Whether nobody can be in both; one that begins when the other ends is no clash."""
        return self.begins < other.ends and other.begins < self.ends


def slots_between(on: date, first: time, last: time, length: int, gap: int) -> list[Span]:
    """The times of one day: each is over by `last`, with `gap` minutes between two."""
    found: list[Span] = []
    begins, ends = datetime.combine(on, first), datetime.combine(on, last)
    step = timedelta(minutes=length + gap)
    while begins + timedelta(minutes=length) <= ends and len(found) <= MOST_SLOTS:
        found.append(Span(on, begins.time(), length))
        begins += step
    return found


def without_clashes(slots: Iterable[Span], busy: Iterable[Span]) -> list[Span]:
    """The times at which everybody who takes part is free."""
    taken = list(busy)
    return [slot for slot in slots if not any(slot.clashes(each) for each in taken)]
