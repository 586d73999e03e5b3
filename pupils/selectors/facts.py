"""Dated facts of a child, cut to what the asker may know."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from pupils.access import fact_permission
from pupils.codes import FACT_BASES, FactKind, Source
from pupils.models import DatedFact, Pupil


@dataclass(frozen=True)
class FactLine:
    """One fact with its days."""

    id: UUID
    kind: str
    label: str
    basis: str
    starts_on: dt.date
    ends_on: dt.date | None
    holds: bool
    is_to_come: bool
    is_from_roll: bool
    may_edit: bool
    #: The compartment it stands in, or the usual one.
    permission: Permission


def facts_of(access: Access, pupil: Pupil) -> list[FactLine]:
    """What is, was or will be true, what holds now first; one statement."""
    rows = DatedFact.objects.filter(
        school_id=pupil.school_id, pupil=pupil, kind__in=known_kinds(access)
    )
    lines = [_line(row, access) for row in rows.order_by("kind", "-starts_on")]
    return sorted(lines, key=lambda line: (not line.holds, not line.is_to_come))


def fact_of(access: Access, pupil: Pupil, pk: UUID) -> DatedFact | None:
    """One fact of this child that the asker may record."""
    rows = DatedFact.objects.filter(
        school_id=pupil.school_id, pupil=pupil, pk=pk, kind__in=editable_kinds(access)
    )
    return rows.select_related("pupil").first()


def known_kinds(access: Access) -> list[FactKind]:
    """The kinds that the asker may know of."""
    return [kind for kind in FactKind if access.can(fact_permission(kind))]


def editable_kinds(access: Access) -> list[FactKind]:
    """The kinds that the asker may record."""
    return known_kinds(access) if access.can(Permission.EDIT_PUPILS) else []


def basis_words(kind: str, basis: str) -> str:
    """Why it holds; what a roll wrote stays as it is."""
    return dict(FACT_BASES.get(FactKind(kind), ())).get(basis, basis.replace("_", " "))


def _line(row: DatedFact, access: Access) -> FactLine:
    today = access.today
    return FactLine(
        id=row.pk,
        kind=row.kind,
        label=row.get_kind_display(),
        basis=basis_words(row.kind, row.basis),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        holds=row.starts_on <= today and (row.ends_on is None or row.ends_on >= today),
        is_to_come=row.starts_on > today,
        is_from_roll=row.source == Source.ROLL,
        may_edit=access.can(Permission.EDIT_PUPILS),
        permission=fact_permission(row.kind),
    )
