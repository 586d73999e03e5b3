"""Element 3: what the council's letters give, line by line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import require_version
from aylsham.models import School, User
from provision.models import FundingLetter, FundingLine
from provision.services.graduated import lock_school
from pupils.services.recording import as_pk, lock

LETTER_FIELDS = (
    "financial_year", "part", "total_pence", "letter_on", "reference", "sure", "note",
)  # fmt: skip


@dataclass(frozen=True)
class LineFacts:
    """A line of a letter: what is counted, how many, pence for each."""

    label: str
    count: Decimal
    pence_each: int


@transaction.atomic
def add_letter(
    *,
    school: School,
    lines: Iterable[LineFacts],
    by: User | None,
    key: UUID | None = None,
    **facts: Any,
) -> FundingLetter:
    """Write down a letter with its lines; `facts` are LETTER_FIELDS."""
    lock_school(school)
    if key and (known := FundingLetter.objects.filter(school=school, pk=key).first()):
        return known
    letter = FundingLetter.objects.create(school=school, **as_pk(key), **facts)
    _set_lines(letter, lines)
    _record(letter, by, "added")
    return letter


@transaction.atomic
def change_letter(
    *, letter: FundingLetter, lines: Iterable[LineFacts], version: str, by: User, **facts: Any
) -> FundingLetter:
    """Put a letter right."""
    lock_school(letter.school)
    row = lock(letter)
    require_version(row, LETTER_FIELDS, version)
    _write(row, facts)
    row.lines.all().delete()
    _set_lines(row, lines)
    _record(row, by, "changed")
    return row


def _write(letter: FundingLetter, facts: Mapping[str, Any]) -> None:
    for name, value in facts.items():
        setattr(letter, name, value)
    letter.save(update_fields=list(facts))


def _set_lines(letter: FundingLetter, lines: Iterable[LineFacts]) -> None:
    FundingLine.objects.bulk_create(
        FundingLine(
            school_id=letter.school_id,
            letter=letter,
            place=place,
            label=line.label,
            count=line.count,
            pence_each=line.pence_each,
        )
        for place, line in enumerate(lines, 1)
    )


def _record(letter: FundingLetter, by: User | None, step: str) -> None:
    record_event(
        Action.CHANGE_ELEMENT_3,
        school=letter.school,
        by=by,
        subject=letter,
        detail={"step": step, "year": letter.financial_year},
    )
