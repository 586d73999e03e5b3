"""Copies of a child's record that wait to leave: floors above forget theirs when words are sealed."""

from collections.abc import Callable

from pupils.models import Pupil

_forget: list[Callable[[Pupil], object]] = []


def register_copies(forget: Callable[[Pupil], object]) -> None:
    """Call this when words or files of a child were taken out of the record."""
    if forget not in _forget:
        _forget.append(forget)


def forget_copies(pupil: Pupil) -> None:
    """Forget every copy of the child's record that nobody has been given yet."""
    for forget in _forget:
        forget(pupil)
