"""Children to tick, class by class, and what a form begins with to keep a promise."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from provision.models import Promise
from provision.selectors.choosing import Candidate

SCHOOL_DAYS = 5


@dataclass(frozen=True)
class Box:
    """A child to tick."""

    child: Candidate
    is_ticked: bool


@dataclass(frozen=True)
class ClassOfBoxes:
    """The children of a class to tick."""

    name: str
    boxes: tuple[Box, ...]

    @property
    def ticked(self) -> int:
        """How many are ticked."""
        return sum(box.is_ticked for box in self.boxes)


def classes_of(children: Iterable[Candidate], ticked: Collection[str]) -> list[ClassOfBoxes]:
    """A box for each child, class by class, in the order given."""
    found: dict[str, list[Box]] = {}
    for child in children:
        found.setdefault(child.group_name, []).append(Box(child, child.key in ticked))
    return [ClassOfBoxes(name, tuple(boxes)) for name, boxes in found.items()]


def as_promised(promise: Promise | None) -> dict[str, Any]:
    """What a form begins with to keep a promise: ticked, as often and as long as promised."""
    if promise is None:
        return {}
    sessions, minutes = promise.sessions_a_week, promise.minutes
    if (
        not sessions and promise.minutes_a_week % SCHOOL_DAYS == 0
    ):  # hours a week: each day its part
        sessions, minutes = SCHOOL_DAYS, promise.minutes_a_week // SCHOOL_DAYS
    return {"promises": [str(promise.pk)], "sessions_a_week": sessions, "minutes": minutes}
