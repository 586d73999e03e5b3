"""A day of a year's tests at several schools at once; a school's own entry stays."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import NationalTestDate
from pupils.services.arrangements.week import DATE_FIELDS, record_test_date


@transaction.atomic
def record_date_everywhere(
    *,
    school: School,
    others: Iterable[School],
    academic_year: int,
    test: str,
    kind: str,
    on: dt.date | None,
    source: str,
    confidence: str,
    version: str,
    by: User,
) -> list[School]:
    """Write a day down at a school and at others; those with another day of their own keep it.

    Says which kept theirs. What `others` had from this school follows it.
    """
    key = {"academic_year": academic_year, "test": test, "kind": kind}
    facts = {**key, "on": on, "source": source, "confidence": confidence, "by": by}
    before = _said(NationalTestDate.objects.filter(school=school, **key).first())
    record_test_date(school=school, version=version, **facts)
    kept = []
    for other in others:
        with school_transaction(other):
            row = NationalTestDate.objects.filter(school=other, **key).first()
            if row and _said(row) != before:
                kept.append(other)
            else:
                record_test_date(school=other, version=version_of(row, DATE_FIELDS), **facts)
    return kept


def _said(row: NationalTestDate | None) -> tuple | None:
    return row and tuple(getattr(row, name) for name in DATE_FIELDS)
