"""Who may decide what for a child in care: the rows that are open."""

import hashlib
import json
from collections.abc import Iterable

from django.db.models import QuerySet

from lac.models import Delegation
from pupils.models import Pupil


def open_delegations(pupil: Pupil) -> QuerySet[Delegation]:
    """What holds until somebody says otherwise; at most one row of a matter."""
    return Delegation.objects.filter(school_id=pupil.school_id, pupil=pupil, ends_on=None)


def mark_of(rows: Iterable[Delegation]) -> str:
    """A short mark of what the rows say, which a form carries."""
    said = sorted((row.matter, row.decider, row.note) for row in rows)
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]
