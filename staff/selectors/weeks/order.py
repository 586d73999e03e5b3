"""In which order demands are planned: by what they are, so that the same record is planned alike.

Ids made in the same moment differ in their order each time the demonstration is made anew.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from pupils.models import Pupil
from staff.models import PlanDemand


def in_order(
    rows: Iterable[PlanDemand], pupils: Mapping[UUID, tuple[Pupil, ...]]
) -> list[PlanDemand]:
    """By name, then by the children; the id only where nothing else tells two apart."""
    return sorted(rows, key=lambda row: _key(row, pupils.get(row.pk, ())))


def _key(row: PlanDemand, pupils: tuple[Pupil, ...]) -> tuple:
    source = row.provision or row.promise or row.need
    children = sorted((p.last_name, p.first_name, p.born_on) for p in pupils)
    words = row.promise.text if row.promise else source.name
    return words, children, source.starts_on, row.adult_number, row.minutes, row.sessions, row.pk
