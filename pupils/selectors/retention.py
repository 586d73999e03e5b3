"""Whose record reaches the end of its time, what is decided, what was deleted."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from aylsham.access.current import Access
from aylsham.models import School
from pupils.models import (
    DeletionCertificate,
    Enrolment,
    Pupil,
    RecordsRequest,
    RetentionDecision,
)
from pupils.retention_codes import RetentionKind
from pupils.rules.retention import Period, born_by, gone_from, obstacles, period_of

#: How far ahead the list looks, in years.
AHEAD = 1
#: Certificates on the page; more are found by the UPN.
LATEST = 50


@dataclass(frozen=True)
class RetentionLine:
    """A child's record, how long it is kept by the rule, and what is decided."""

    pupil: Pupil
    period: Period
    obstacles: tuple[str, ...]
    decision: RetentionDecision | None = None

    @property
    def gone_on(self) -> dt.date | None:
        """The first day on which a record in the bin is deleted."""
        confirmed = self.decision.confirmed_at if self.decision else None
        return gone_from(timezone.localtime(confirmed).date()) if confirmed else None


@dataclass(frozen=True)
class RetentionPage:
    """The records by what is to be done about them."""

    to_confirm: list[RetentionLine] = field(default_factory=list)
    to_decide: list[RetentionLine] = field(default_factory=list)
    kept: list[RetentionLine] = field(default_factory=list)
    binned: list[RetentionLine] = field(default_factory=list)
    coming: list[RetentionLine] = field(default_factory=list)
    certificates: list[DeletionCertificate] = field(default_factory=list)

    @property
    def by_state(self) -> list[tuple[str, RetentionLine]]:
        """Every record with what is to do about it."""
        parts = (
            ("Deletion to confirm", self.to_confirm),
            ("To decide about", self.to_decide),
            ("Kept longer", self.kept),
            ("In the bin", self.binned),
            ("Coming", self.coming),
        )
        return [(words, line) for words, lines in parts for line in lines]

    @property
    def pupil_ids(self) -> list[UUID]:
        """Every child that the page names."""
        parts = (self.to_confirm, self.to_decide, self.kept, self.binned, self.coming)
        return [line.pupil.pk for part in parts for line in part]


def retention_page(access: Access, school: School) -> RetentionPage:
    """The school's records at the end of their time; three statements, however many."""
    today = access.today
    decisions = {row.pupil_id: row for row in _live(school)}
    pupils = Pupil.objects.visible_to(access).filter(
        Q(born_on__lte=born_by(today, years_ahead=AHEAD)) | Q(pk__in=list(decisions)),
        school=school,
    )
    page = RetentionPage(certificates=list(_certificates(school)[:LATEST]))
    for pupil in _with_obstacles(pupils, today).order_by("born_on", "pk"):
        line = _line(pupil, decisions.get(pupil.pk))
        if (part := _part(page, line, today)) is not None:
            part.append(line)
    return page


def decision_of(access: Access, school: School, pk: UUID) -> RetentionDecision | None:
    """A live decision about a record in reach."""
    seen = Pupil.objects.visible_to(access).filter(school=school)
    rows = RetentionDecision.objects.live().filter(school=school, pupil__in=seen, pk=pk)
    return rows.select_related("school").first()


def pupils_among(access: Access, school: School, ids: Iterable[UUID]) -> list[UUID]:
    """Those of these children whose record is in reach."""
    rows = Pupil.objects.visible_to(access).filter(school=school, pk__in=list(ids))
    return list(rows.values_list("pk", flat=True))


def certificate_of(school: School, pk: UUID) -> DeletionCertificate | None:
    """One certificate, for its page as a PDF."""
    return _certificates(school).filter(pk=pk).first()


def certificate_by(school: School, reference: str) -> DeletionCertificate | None:
    """The certificate with this reference."""
    return _certificates(school).filter(reference=reference).first()


def _live(school: School):
    rows = RetentionDecision.objects.live().filter(school=school)
    return rows.select_related("proposed_by", "confirmed_by")


def _certificates(school: School):
    rows = DeletionCertificate.objects.filter(school=school).defer("pdf")
    return rows.select_related("school", "proposed_by", "confirmed_by")


def _with_obstacles(pupils, today: dt.date):
    mine = {"school_id": OuterRef("school_id"), "pupil_id": OuterRef("pk")}
    stays = Enrolment.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today), **mine)
    requests = RecordsRequest.objects.open().filter(**mine)
    return pupils.annotate(
        stays=Exists(stays),
        asked=Exists(requests),
        held=Count("documents", filter=~Q(documents__hold_reason="")),
    )


def _line(pupil, decision: RetentionDecision | None) -> RetentionLine:
    found = obstacles(
        is_on_roll=pupil.stays, held_documents=pupil.held, open_requests=int(pupil.asked)
    )
    return RetentionLine(pupil, period_of(pupil.born_on), tuple(found), decision)


def _part(page: RetentionPage, line: RetentionLine, today: dt.date) -> list | None:
    decision = line.decision
    if decision and decision.kind == RetentionKind.DELETE:
        return page.binned if decision.confirmed_at else page.to_confirm
    if decision and (decision.until is None or today <= decision.until):
        return page.kept
    if today > line.period.through:
        return page.to_decide
    within = line.period.through <= dt.date(today.year + AHEAD, 12, 31)
    return page.coming if within and not line.pupil.stays else None
