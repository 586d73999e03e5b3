"""What is otherwise on a day than the plan of the week says: swaps, and who is away."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import School


@dataclass(frozen=True)
class Change:
    """One session of a day that another adult gives, or that does not take place."""

    #: The planned session.
    session_id: UUID
    #: Who would give it by the plan.
    member_id: UUID
    #: Who gives it instead; None: nobody, it does not take place.
    instead_id: UUID | None = None
    #: The name of whoever gives it instead.
    instead: str = ""


def changes_on(school: School, day: dt.date) -> tuple[Change, ...]:
    """The changes of a day that people were told of; the slice of absence fills it."""
    return ()
