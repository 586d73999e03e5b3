"""Which of a provision's sessions of a day one is, as the log of sessions counts them (pure)."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, order=True)
class DayPlace:
    """Where a session stands among those of its provision on a day."""

    is_moved_in: bool
    #: Minutes after midnight.
    starts: int
    session: UUID


def slots[K: Hashable](places: Iterable[tuple[K, DayPlace]]) -> dict[tuple[K, DayPlace], int]:
    """The number of each from 1, for each key (a provision and its day).

    What was planned for the day comes first, given or not, so that nothing is numbered anew when
    something falls; what was moved to the day follows.
    """
    days: dict[K, set[DayPlace]] = defaultdict(set)
    for key, place in places:
        days[key].add(place)
    return {
        (key, place): number
        for key, found in days.items()
        for number, place in enumerate(sorted(found), 1)
    }
