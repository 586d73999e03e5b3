"""Places in a base end with the child's stay at the school."""

import datetime as dt
from collections.abc import Iterator

from provision.base_codes import PlaceEnd
from provision.models import BasePlace
from pupils.leaving import Ending, register_endings
from pupils.models import Pupil


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_endings("bases", endings)


def endings(pupil: Pupil, last_day: dt.date) -> Iterator[Ending]:
    """Places that would go on after the last day; one that had not begun keeps its first day."""
    rows = BasePlace.objects.filter(school_id=pupil.school_id, pupil=pupil)
    for place in rows.exclude(ended_on__lte=last_day):
        yield (
            place,
            {"ended_on": max(last_day, place.starts_on), "end_reason": PlaceEnd.LEFT.value},
        )
