"""Short marks of what a plan says, which forms carry: a stale one is refused."""

import hashlib
import json
from collections.abc import Iterable

from lac.models import PepAnswer, PepCheck, PepTarget


def mark_of_answers(rows: Iterable[PepAnswer]) -> str:
    """Of the words of a part."""
    return _mark((row.question, row.text, row.whose) for row in rows)


def mark_of_targets(rows: Iterable[PepTarget]) -> str:
    """Of which targets stand in a plan."""
    return _mark((str(row.target_id), row.sort, row.term) for row in rows)


def mark_of_checks(rows: Iterable[PepCheck]) -> str:
    """Of what the school thinks of its plan."""
    return _mark((row.criterion, row.met, row.note) for row in rows)


def _mark(said: Iterable[tuple]) -> str:
    return hashlib.sha256(json.dumps(sorted(said)).encode()).hexdigest()[:16]
