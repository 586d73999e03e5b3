"""Sessions of a week side by side and to scale: lanes of a day, rows from bell to bell.

A drawing, no law: nothing here has a citation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from staff.planning.clocks import HOUR, clock

#: A row of the grid is so many units high; sessions begin and end on whole units as a rule.
UNIT = 5


class Timed(Protocol):
    """Something from a minute of the day until before another."""

    @property
    def starts(self) -> int: ...

    @property
    def ends(self) -> int: ...


@dataclass(frozen=True)
class Cell[T: Timed]:
    """A field of the grid: a session, or nothing, over so many rows."""

    item: T | None
    rows: int


@dataclass(frozen=True)
class GridRow[T: Timed]:
    """What begins at a minute of the day; fields that reach into it from above are not repeated."""

    starts: int
    minutes: int
    cells: tuple[Cell[T], ...]

    @property
    def clock(self) -> str:
        """`9:05`."""
        return clock(self.starts)

    @property
    def units(self) -> int:
        """How high it is, from 1 to 12."""
        return max(1, min(HOUR // UNIT, round(self.minutes / UNIT)))


@dataclass(frozen=True)
class Grid[T: Timed]:
    """A week: so many lanes for each day, and the rows across all of them."""

    lanes: tuple[int, ...]
    rows: tuple[GridRow[T], ...]


def week_grid[T: Timed](days: Sequence[Sequence[T]]) -> Grid[T]:
    """The sessions of each day in lanes in which none overlaps; no rows where there are none."""
    by_day = [lanes_of(day) for day in days]
    edges = _edges(item for day in days for item in day)
    lanes = [lane for day in by_day for lane in day]
    columns = [_column(lane, edges) for lane in lanes]
    rows = [
        GridRow(start, end - start, tuple(c[n] for c in columns if n in c))
        for n, (start, end) in enumerate(pairwise(edges))
    ]
    return Grid(tuple(map(len, by_day)), tuple(rows))


def lanes_of[T: Timed](items: Iterable[T]) -> list[list[T]]:
    """As few lanes as there are sessions at once; one that is empty for a day without any."""
    lanes: list[list[T]] = []
    for item in sorted(items, key=lambda each: (each.starts, each.ends)):
        free = next((lane for lane in lanes if lane[-1].ends <= item.starts), None)
        if free is None:
            lanes.append([item])
        else:
            free.append(item)
    return lanes or [[]]


def _edges(items: Iterable[Timed]) -> list[int]:
    """Where a row begins: at each start and end, and on each full hour between."""
    found = {edge for item in items for edge in (item.starts, item.ends)}
    if not found:
        return []
    hours = range(-(-min(found) // HOUR) * HOUR, max(found), HOUR)
    return sorted(found | set(hours))


def _column[T: Timed](lane: Sequence[T], edges: Sequence[int]) -> dict[int, Cell[T]]:
    """The fields of a lane by the number of the row in which each begins."""
    at, cells, free = {edge: n for n, edge in enumerate(edges)}, {}, 0
    for item in lane:
        first, last = at[item.starts], at[item.ends]
        if first > free:
            cells[free] = Cell[T](None, first - free)
        cells[first] = Cell(item, last - first)
        free = last
    if free < len(edges) - 1:
        cells[free] = Cell[T](None, len(edges) - 1 - free)
    return cells
