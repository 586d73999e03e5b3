"""Records that were opened in an emergency: by me now, and by whom for those who review."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from aylsham import clock
from aylsham.access.current import Access
from aylsham.audit.codes import Kind
from aylsham.models import AuditEvent, School
from pupils import upn as upns
from pupils.models import EmergencyAccess, Pupil

#: Somebody else looks at it within five days.
REVIEW_WITHIN = dt.timedelta(days=5)


@dataclass(frozen=True)
class EmergencyLine:
    """One record opened in an emergency, as a reviewer sees it."""

    id: UUID
    person: str
    pupil_id: UUID
    child: str
    reason: str
    opened_at: dt.datetime
    closes_at: dt.datetime
    is_open: bool
    #: Pages about the child that the person has opened in that time.
    looks: int
    review_by: dt.date
    is_late: bool
    reviewed_by: str
    reviewed_at: dt.datetime | None
    review_note: str
    is_own: bool

    @property
    def state(self) -> str:
        """Its mark in a list."""
        if self.reviewed_at:
            return "closed"
        return "overdue" if self.is_late else "due_soon"


@dataclass(frozen=True)
class OpenRecord:
    """A record that the asker holds open."""

    id: UUID
    pupil_id: UUID
    child: str
    closes_at: dt.datetime


def find_exactly(
    school: School, *, upn: str = "", name: str = "", born_on: dt.date | None = None
) -> Pupil | None:
    """The one child with this UPN, or with exactly this name and birthday.

    The only question that goes past the asker's reach: it takes what only somebody who knows the
    child can say, and never answers with a list.
    """
    pupils = Pupil.objects.matched().filter(school=school)
    if upn:
        return pupils.filter(upn=upns.clean(upn)).first() if upns.clean(upn) else None
    wanted = _plain(name)
    found = [p for p in pupils.filter(born_on=born_on) if wanted in _names(p)]
    return found[0] if len(found) == 1 else None


def open_now(access: Access) -> list[OpenRecord]:
    """The records that the asker has open on this page's schools."""
    rows = EmergencyAccess.objects.filter(
        school__in=access.schools, user=access.user, closes_at__gt=timezone.now()
    ).select_related("pupil")
    return [
        OpenRecord(row.pk, row.pupil_id, row.pupil.full_name, row.closes_at)
        for row in rows.order_by("closes_at")
    ]


def emergencies_of(access: Access) -> list[EmergencyLine]:
    """All of the school, those without a review first, then the latest."""
    lines = [_line(row, access) for row in _rows(access).order_by("-opened_at")]
    return sorted(lines, key=lambda line: line.reviewed_at is not None)


def emergency_of(access: Access, pk: UUID) -> EmergencyLine | None:
    """One of them."""
    row = _rows(access).filter(pk=pk).first()
    return _line(row, access) if row else None


def emergency_row(access: Access, pk: UUID, *, own: bool = False) -> EmergencyAccess | None:
    """The row itself, for a service; `own`: only the asker's."""
    rows = EmergencyAccess.objects.filter(school__in=access.schools, pk=pk)
    if own:
        rows = rows.filter(user=access.user)
    else:
        rows = rows.filter(pupil__in=Pupil.objects.visible_to(access))
    return rows.first()


def _rows(access: Access):
    looks = (
        AuditEvent.objects.of_kind(Kind.READ)
        .filter(
            school_id=OuterRef("school_id"),
            actor_id=OuterRef("user_id"),
            pupil_ids__0=OuterRef("pupil_id"),
            pupil_ids__len=1,
            at__gte=OuterRef("opened_at"),
            at__lte=OuterRef("closes_at"),
        )
        .order_by()
        .values("school_id")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return (
        EmergencyAccess.objects.filter(
            Q(school__in=access.schools), pupil__in=Pupil.objects.visible_to(access)
        )
        .select_related("pupil", "user", "reviewed_by")
        .annotate(looks=Coalesce(Subquery(looks), 0))
    )


def _line(row: EmergencyAccess, access: Access) -> EmergencyLine:
    review_by = clock.shown(row.opened_at).date() + REVIEW_WITHIN
    return EmergencyLine(
        id=row.pk,
        person=row.user.name,
        pupil_id=row.pupil_id,
        child=row.pupil.full_name,
        reason=row.reason,
        opened_at=row.opened_at,
        closes_at=row.closes_at,
        is_open=row.closes_at > timezone.now(),
        looks=row.looks,
        review_by=review_by,
        is_late=row.reviewed_at is None and review_by < access.today,
        reviewed_by=row.reviewed_by.name if row.reviewed_by else "",
        reviewed_at=row.reviewed_at,
        review_note=row.review_note,
        is_own=row.user_id == access.user.pk,
    )


def _names(pupil: Pupil) -> set[str]:
    firsts = {pupil.first_name, pupil.preferred_first_name, pupil.known_as} - {""}
    return {_plain(f"{first} {pupil.last_name}") for first in firsts}


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
