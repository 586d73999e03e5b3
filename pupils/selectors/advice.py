"""What reports recommend and what became of it, for those who may read the report."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from aylsham.together import Reads, at_once, read, rows_read
from pupils.agency_codes import AdviceState
from pupils.models import Document, Pupil, Recommendation, Strategy
from pupils.rules import referrals as rules
from pupils.selectors.documents import DocumentLine, documents_read
from pupils.words import year_words

#: Papers of the list of advice that recommend nothing.
VIEWS = frozenset({"parents", "child"})


@dataclass(frozen=True)
class AdviceLine:
    """A recommendation with its state."""

    id: UUID
    place: int
    text: str
    state: str
    state_words: str
    words: str
    reason: str
    owner: str
    decided_on: dt.date | None
    review_on: dt.date | None
    reviewed_on: dt.date | None
    found: str
    #: The day by which somebody decides, while nobody has.
    decide_by: dt.date | None
    is_late: bool
    #: It stands among what helps the child, and the asker may read it there.
    strategy_id: UUID | None
    strategy_ended_on: dt.date | None

    @property
    def is_open(self) -> bool:
        """Nobody has decided."""
        return self.state == AdviceState.UNDECIDED


@dataclass(frozen=True)
class ReportAdvice:
    """A report on file with what it recommends."""

    document: DocumentLine
    lines: tuple[AdviceLine, ...]


@dataclass(frozen=True)
class UndecidedLine:
    """A recommendation that waits for a decision, in the school's list."""

    line: AdviceLine
    pupil_id: UUID
    name: str
    place: str
    report: str
    report_on: dt.date


def advice_by_report(access: Access, pupil: Pupil) -> list[ReportAdvice]:
    """Reports of a child that are advice, the newest first; one statement."""
    return read(advice_read(access, pupil))


def advice_read(access: Access, pupil: Pupil) -> Reads[list[ReportAdvice]]:
    """The same, to go with other reads."""
    mine = _readable(access).filter(school_id=pupil.school_id, pupil=pupil)
    (rows,), documents = yield from at_once(
        rows_read(mine.order_by("place")), documents_read(access, pupil)
    )
    found: dict[UUID, list[AdviceLine]] = {}
    for row in rows:
        found.setdefault(row.document_id, []).append(_line(row, access, pupil.school))
    return [
        ReportAdvice(document, tuple(found.get(document.id, ())))
        for document in documents
        if (document.is_advice and document.kind not in VIEWS) or document.id in found
    ]


def recommendation_of(access: Access, pupil: Pupil, pk: UUID) -> Recommendation | None:
    """One recommendation of this child that the asker may read."""
    row = _readable(access).filter(school_id=pupil.school_id, pupil=pupil, pk=pk).first()
    if row:
        row.pupil = pupil
    return row


def recommendation_behind(access: Access, strategy: Strategy) -> Recommendation | None:
    """The recommendation that a strategy came from, if the asker may read it."""
    return _readable(access).filter(school_id=strategy.school_id, strategy=strategy).first()


def undecided_advice(access: Access) -> list[UndecidedLine]:
    """What nobody has decided about children in reach, the oldest first; one statement."""
    rows = (
        _readable(access)
        .filter(state=AdviceState.UNDECIDED)
        .select_related("pupil__class_group")
        .order_by("added_on", "document_id", "place")
    )
    return [_undecided(row, access) for row in rows]


def _readable(access: Access):
    schools = [s for s in access.schools if Permission.VIEW_REFERRALS in access.permissions_at(s)]
    documents = Document.objects.visible_to(access)
    return Recommendation.objects.filter(
        school__in=schools, document__in=documents.values("pk")
    ).select_related("owner", "strategy", "document", "school")


def _line(row: Recommendation, access: Access, school) -> AdviceLine:
    by = None
    if row.state == AdviceState.UNDECIDED:
        by = rules.decide_advice_by(row.added_on, school.live_from)
    strategy = row.strategy
    if strategy and strategy.sensitivity not in readable(access.permissions_at(school)):
        strategy = None
    return AdviceLine(
        id=row.pk,
        place=row.place,
        text=row.text,
        state=row.state,
        state_words=row.get_state_display(),
        words=row.words,
        reason=row.reason,
        owner=row.owner.name if row.owner else "",
        decided_on=row.decided_on,
        review_on=row.review_on,
        reviewed_on=row.reviewed_on,
        found=row.found,
        decide_by=by,
        is_late=by is not None and by < access.today,
        strategy_id=strategy.pk if strategy else None,
        strategy_ended_on=strategy.ended_on if strategy else None,
    )


def _undecided(row: Recommendation, access: Access) -> UndecidedLine:
    group = row.pupil.class_group
    return UndecidedLine(
        line=_line(row, access, row.school),
        pupil_id=row.pupil_id,
        name=row.pupil.full_name,
        place=group.name if group else year_words(row.pupil.year_group),
        report=row.document.get_kind_display(),
        report_on=row.document.of_on,
    )
