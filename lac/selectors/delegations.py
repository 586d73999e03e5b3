"""Who may decide what for a child in care: the rows that are open."""

import hashlib
import json
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from aylsham.together import Together
from lac.models import Delegation
from pupils.models import Pupil


def open_delegations(pupil: Pupil) -> QuerySet[Delegation]:
    """What holds until somebody says otherwise; at most one row of a matter."""
    return Delegation.objects.filter(school_id=pupil.school_id, pupil=pupil, ends_on=None)


def delegations_of(pupil: Pupil) -> list[Delegation]:
    """The rows, for whoever may change them."""
    return _OPEN.rows(school=pupil.school_id, pupil=pupil.pk)[0]


def _open(school: UUID, pupil: UUID) -> list[QuerySet]:
    return [open_delegations(Pupil(pk=pupil, school_id=school))]


_OPEN = Together(_open, school=UUID, pupil=UUID)


def mark_of(rows: Iterable[Delegation]) -> str:
    """A short mark of what the rows say, which a form carries."""
    said = sorted((row.matter, row.decider, row.note) for row in rows)
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]
