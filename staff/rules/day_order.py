"""A day in order, and what of it is now and next. Arithmetic, no law."""

from collections.abc import Iterable, Sequence

from staff.rules.week_grid import Timed


def in_order[T: Timed](lines: Iterable[T]) -> list[T]:
    """By when they begin; of two that begin together the shorter first."""
    return sorted(lines, key=lambda line: (line.starts, line.ends))


def now_and_next[T: Timed](lines: Sequence[T], minute: int) -> tuple[list[T], list[T]]:
    """What is on at a minute of the day, and what begins first after it; both may be empty."""
    now = [line for line in lines if line.starts <= minute < line.ends]
    later = [line for line in lines if line.starts > minute]
    first = min((line.starts for line in later), default=None)
    return now, [line for line in later if line.starts == first]
