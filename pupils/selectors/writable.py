"""Whether anything may be written on a child's record: not when it moved away, nor in the bin."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import ASKER, Standing, asker, kept, standing_of
from aylsham.statements import Statement
from pupils.models import Pupil, RetentionDecision


def with_bin(pupils: QuerySet) -> QuerySet:
    """Children with `is_binned`: whether the record's deletion is confirmed."""
    binned = RetentionDecision.objects.binned().filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pk")
    )
    return pupils.annotate(is_binned=Exists(binned))


def closed_and_binned(access: Access, pupil_id: UUID) -> list[tuple[dt.date | None, bool]]:
    """When the record of a child in reach was closed, and whether it is binned; else no row."""
    standing = standing_of(access)
    if standing is None:
        return list(_facts(access, pupil_id))
    return _usual(standing).rows(pupil=pupil_id, **asker(access))


@kept
def _usual(standing: Standing) -> Statement:
    def build(pupil: UUID, **of_asker: Any) -> QuerySet:
        return _facts(standing.access(**of_asker), pupil)

    return Statement(build, pupil=UUID, **ASKER)


def _facts(access: Access, pupil_id: UUID) -> QuerySet:
    pupils = Pupil.objects.visible_to(access).filter(pk=pupil_id)
    return with_bin(pupils).values_list("closed_on", "is_binned")
