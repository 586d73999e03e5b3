"""What a child works on now: the floor that owns targets tells it, the passport shows it."""

from collections.abc import Callable, Collection, Iterable
from uuid import UUID

from django.db.models import QuerySet

from aylsham.models import School

#: School, children and levels of sensitivity -> rows of (child's id, words), in their order.
AimsOf = Callable[[School, Collection[UUID], Collection[int]], QuerySet]

_sources: dict[str, AimsOf] = {}


def register_aims(name: str, aims_of: AimsOf) -> None:
    """Let the passport show aims that are kept elsewhere, or replace the source of that name."""
    _sources[name] = aims_of


def aims_of(school: School, pupil_ids: Collection[UUID], levels: Collection[int]) -> list[QuerySet]:
    """The rows of every source, to be read with others."""
    return [source(school, pupil_ids, levels) for source in _sources.values()]


def by_child(found: Iterable[Iterable[tuple[UUID, str]]]) -> dict[UUID, list[str]]:
    """Each child's aims, of what all sources gave."""
    aims: dict[UUID, list[str]] = {}
    for rows in found:
        for pupil_id, text in rows:
            aims.setdefault(pupil_id, []).append(text)
    return aims
