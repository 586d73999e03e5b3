"""Consultations at the end of their time, what is decided about them, what lies in the bin."""

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from aylsham.access.current import Access
from ehcp.models import Consultation, ConsultationEnd, ConsultationReply
from ehcp.rules.consultations import stands_against
from pupils.retention_codes import RetentionKind
from pupils.rules.retention import gone_from


@dataclass(frozen=True)
class EndLine:
    """A consultation whose time is over, what is decided, and what stands against deleting it."""

    row: Consultation
    obstacles: tuple[str, ...]
    decision: ConsultationEnd | None = None

    @property
    def gone_on(self) -> dt.date | None:
        """The first day on which what is in the bin is deleted."""
        confirmed = self.decision.confirmed_at if self.decision else None
        return gone_from(timezone.localtime(confirmed).date()) if confirmed else None


@dataclass(frozen=True)
class EndsPage:
    """The consultations by what is to be done about them."""

    to_confirm: list[EndLine] = field(default_factory=list)
    to_decide: list[EndLine] = field(default_factory=list)
    kept: list[EndLine] = field(default_factory=list)
    binned: list[EndLine] = field(default_factory=list)

    @property
    def by_state(self) -> list[tuple[str, EndLine]]:
        """Every consultation with what is to do about it."""
        parts = (
            ("Deletion to confirm", self.to_confirm),
            ("To decide about", self.to_decide),
            ("Kept longer", self.kept),
            ("In the bin", self.binned),
        )
        return [(words, line) for words, lines in parts for line in lines]

    @property
    def is_empty(self) -> bool:
        """Nothing has reached the end of its time."""
        return not (self.to_confirm or self.to_decide or self.kept or self.binned)


def consultation_ends(access: Access) -> EndsPage:
    """The school's consultations at the end of their time, the oldest first; two statements.

    One about a child on our roll is part of that child's record, and goes with it.
    """
    school, today = access.school, access.today
    live = ConsultationEnd.objects.live().filter(school=school)
    decisions = {
        row.consultation_id: row for row in live.select_related("proposed_by", "confirmed_by")
    }
    rows = Consultation.objects.filter(
        Q(keep_until__lt=today) | Q(pk__in=list(decisions)), school=school, pupil=None
    )
    sent = ConsultationReply.objects.filter(
        school_id=OuterRef("school_id"), consultation_id=OuterRef("pk")
    )
    page = EndsPage()
    for row in rows.annotate(is_sent=Exists(sent)).order_by("keep_until", "pk"):
        is_open = row.closed_on is None and not row.is_sent
        line = EndLine(row, tuple(stands_against(is_open=is_open)), decisions.get(row.pk))
        _part(page, line, today).append(line)
    return page


def consultation_end_of(access: Access, pk: UUID) -> ConsultationEnd | None:
    """A live decision."""
    rows = ConsultationEnd.objects.live().filter(school=access.school, pk=pk)
    return rows.select_related("school").first()


def ended(access: Access) -> int:
    """How many wait to be decided about or confirmed; one statement."""
    settled = ConsultationEnd.objects.live().filter(
        Q(until=None) | Q(until__gte=access.today),
        school_id=OuterRef("school_id"),
        consultation_id=OuterRef("pk"),
    )
    rows = Consultation.objects.filter(
        school=access.school, pupil=None, keep_until__lt=access.today
    )
    return rows.exclude(
        Exists(settled.exclude(kind=RetentionKind.DELETE, confirmed_at=None))
    ).count()


def _part(page: EndsPage, line: EndLine, today: dt.date) -> list[EndLine]:
    decision = line.decision
    if decision and decision.kind == RetentionKind.DELETE:
        return page.binned if decision.confirmed_at else page.to_confirm
    if decision and (decision.until is None or today <= decision.until):
        return page.kept
    return page.to_decide
