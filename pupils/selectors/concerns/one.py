"""One concern: what was seen, tried, answered and decided."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from aylsham.models import School
from pupils.concern_codes import SEEN_WORDS, ConcernSource, StepKind
from pupils.models import Concern, ConcernAnswer, ConcernStep, Pupil


@dataclass(frozen=True)
class StepLine:
    """One decision: what, when, by whom and why."""

    kind: str
    label: str
    on: dt.date
    by: str
    reason: str
    until_on: dt.date | None
    id: UUID


@dataclass(frozen=True)
class ConcernPath:
    """How a concern went, from raising to its end: the answer to "why on the register?"."""

    id: UUID
    area: str
    raised_on: dt.date
    raised_by: str
    source: str
    state: str
    review_on: dt.date | None
    is_open: bool
    #: The asker may not read its words.
    is_cut: bool
    steps: tuple[StepLine, ...]


@dataclass(frozen=True)
class TriedLine:
    """Something that was tried."""

    what: str
    worked: str
    since_on: dt.date | None
    is_ordinary: bool
    id: UUID


@dataclass(frozen=True)
class AnswerLine:
    """What another adult says, or that they were asked."""

    name: str
    answer_by: dt.date
    answered_on: dt.date | None
    same: str
    seen: tuple[str, ...]
    words: str
    helps: str
    id: UUID


@dataclass(frozen=True)
class ConcernPage:
    """A concern with everything side by side."""

    concern: Concern
    path: ConcernPath
    #: The asker reads what the family said.
    knows_family: bool
    english: str
    seen: tuple[str, ...]
    seen_words: str
    parents_said: str
    parent_view: str
    child_view: str
    tried: tuple[TriedLine, ...]
    answers: tuple[AnswerLine, ...]
    #: The asker's own answer, while it can be changed.
    mine: ConcernAnswer | None


def concern_paths(access: Access, pupil: Pupil) -> list[ConcernPath]:
    """Every concern about a child, the latest first; two statements."""
    rows = Concern.objects.filter(school_id=pupil.school_id, pupil=pupil)
    rows = rows.select_related("raised_by").prefetch_related(_with_steps())
    return [_path(row, _may_read(access, row, pupil.school)) for row in rows]


def concern_of(pupil: Pupil, pk: UUID) -> Concern | None:
    """One concern about this child."""
    rows = Concern.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return rows.select_related("raised_by", "pupil").first()


def concern_page(access: Access, concern: Concern) -> ConcernPage:
    """A concern as the asker may read it; four statements."""
    may = access.permissions_at(concern.pupil.school)
    reads = _may_read(access, concern, concern.pupil.school)
    is_mine = concern.raised_by_id == access.user.pk
    knows_family = reads and (is_mine or Permission.VIEW_FAMILY_LOG in may)
    own = {"school_id": concern.school_id}
    concern.steps_now = list(concern.steps.filter(**own).select_related("by"))
    answers = list(concern.answers.filter(**own).select_related("user").order_by("user__name"))
    mine = next((a for a in answers if a.user_id == access.user.pk), None)
    tried = [
        TriedLine(t.what, t.get_worked_display(), t.since_on, t.is_ordinary, t.pk)
        for t in (concern.tried.filter(**own) if reads else ())
    ]
    return ConcernPage(
        concern=concern,
        path=_path(concern, reads),
        knows_family=knows_family,
        english=concern.get_english_display(),
        seen=_seen(concern.seen) if reads else (),
        seen_words=concern.seen_words if reads else "",
        parents_said=concern.parents_said if knows_family else "",
        parent_view=concern.parent_view if knows_family else "",
        child_view=concern.child_view if reads else "",
        tried=tuple(tried),
        answers=tuple(_answer(a, reads or a is mine) for a in answers),
        mine=mine if not concern.step and concern.is_open else None,
    )


def answer_of(access: Access, concern: Concern) -> ConcernAnswer | None:
    """What the asker was asked about a concern."""
    rows = ConcernAnswer.objects.filter(
        school_id=concern.school_id, concern=concern, user=access.user
    )
    return rows.select_related("concern__pupil__school").first()


def _with_steps() -> Prefetch:
    rows = ConcernStep.objects.select_related("by")
    return Prefetch("steps", queryset=rows, to_attr="steps_now")


def _may_read(access: Access, concern: Concern, school: School) -> bool:
    """By its sensitivity; whoever raised it reads their own words."""
    is_open = concern.sensitivity in readable(access.permissions_at(school))
    return is_open or concern.raised_by_id == access.user.pk


def _path(row: Concern, reads: bool) -> ConcernPath:
    return ConcernPath(
        id=row.pk,
        area=row.get_area_display(),
        raised_on=row.raised_on,
        raised_by=row.raised_by.name if row.raised_by else "",
        source="" if row.source == ConcernSource.COLLEAGUE else row.get_source_display(),
        state=state_of(row),
        review_on=row.review_on,
        is_open=row.is_open,
        is_cut=not reads,
        steps=tuple(_step(step, reads) for step in row.steps_now),
    )


def _step(step: ConcernStep, reads: bool) -> StepLine:
    return StepLine(
        kind=step.kind,
        label=step.get_kind_display(),
        on=step.on,
        by=step.by.name if step.by else "",
        reason=step.reason if reads else "",
        until_on=step.until_on,
        id=step.pk,
    )


def _answer(row: ConcernAnswer, reads: bool) -> AnswerLine:
    return AnswerLine(
        name=row.user.name,
        answer_by=row.answer_by,
        answered_on=row.answered_on,
        same=row.get_same_display() if reads and row.same else "",
        seen=_seen(row.seen) if reads else (),
        words=row.words if reads else "",
        helps=row.helps if reads else "",
        id=row.pk,
    )


def _seen(codes: list[str]) -> tuple[str, ...]:
    return tuple(SEEN_WORDS.get(code, code) for code in codes)


def has_run_out(row: Concern) -> bool:
    """Whether its monitoring is over, so that somebody has to decide."""
    return row.step == StepKind.MONITORING and row.review_on is None


def state_of(row: Concern) -> str:
    """How far a concern is, in words."""
    if not row.step:
        return "Waiting for a decision"
    if has_run_out(row):
        return "Monitoring has run out"
    return StepKind(row.step).label
