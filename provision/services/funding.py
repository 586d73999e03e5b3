"""Sums that a school received: written down once, put right by another that keeps the old."""

from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from provision.models import FundingSum
from provision.services.graduated import lock_school
from pupils.services.recording import as_pk

#: What a paper says of a sum.
SUM_FIELDS = ("financial_year", "stream", "pence", "is_returned", "on", "source")
CORRECTED = "Somebody has put this sum right already. Open the page again to see what it says now."


@transaction.atomic
def add_funding_sum(
    *, school: School, by: User | None, key: UUID | None = None, **facts: Any
) -> FundingSum:
    """Write down a sum; `facts` are SUM_FIELDS."""
    lock_school(school)
    if known := _known(school, key):
        return known
    if not facts["pence"]:
        raise TransitionNotAllowed("Give a sum above nothing.")
    return _written(school, by, "added", **as_pk(key), **facts)


@transaction.atomic
def correct_funding_sum(
    *, wrong: FundingSum, why: str, by: User | None, key: UUID | None = None, **facts: Any
) -> FundingSum:
    """Say what is right instead; nothing at all takes the sum out. The old one stays, and why."""
    lock_school(wrong.school)
    if known := _known(wrong.school, key):
        return known
    if FundingSum.objects.filter(school=wrong.school, corrects=wrong).exists():
        raise TransitionNotAllowed(CORRECTED)
    if all(getattr(wrong, name) == value for name, value in facts.items()):
        raise TransitionNotAllowed("Nothing is different. Change what was wrong.")
    return _written(wrong.school, by, "put right", corrects=wrong, why=why, **as_pk(key), **facts)


def _known(school: School, key: UUID | None) -> FundingSum | None:
    """What pressing twice has written already."""
    return FundingSum.objects.filter(school=school, pk=key).first() if key else None


def _written(school: School, by: User | None, step: str, **facts: Any) -> FundingSum:
    row = FundingSum.objects.create(school=school, written_by=by, **facts)
    record_event(
        Action.CHANGE_FUNDING,
        school=school,
        by=by,
        subject=row,
        detail={"step": step, "year": row.financial_year, "stream": row.stream},
    )
    return row
