"""Concerns, cut to what the asker may read: a child's, one in full, a school's, those asked of one."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Prefetch, Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from aylsham.models import School
from pupils.concern_codes import (
    SEEN_WORDS,
    STARTING_TEXT,
    ConcernSource,
    Stage,
    StepKind,
)
from pupils.models import Concern, ConcernAnswer, ConcernStep, OrdinaryProvision, Pupil
from pupils.rules import concerns as rules
from pupils.words import year_words


@dataclass(frozen=True)
class StepLine:
    """One decision: what, when, by whom and why."""

    kind: str
    label: str
    on: dt.date
    by: str
    reason: str
    until_on: dt.date | None


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


@dataclass(frozen=True)
class ConcernLine:
    """A concern in the SENDCo's list."""

    id: UUID
    pupil_id: UUID
    name: str
    place: str
    area: str
    raised_on: dt.date
    asked: int
    answered: int
    state: str
    #: The day by which to decide or to look again.
    by: dt.date | None
    is_late: bool


@dataclass(frozen=True)
class ConcernList:
    """Open concerns, by what they wait for."""

    untriaged: tuple[ConcernLine, ...]
    monitoring: tuple[ConcernLine, ...]
    others: tuple[ConcernLine, ...]

    @property
    def pupil_ids(self) -> list[UUID]:
        """Every child on the page."""
        return [x.pupil_id for x in (*self.untriaged, *self.monitoring, *self.others)]


@dataclass(frozen=True)
class AskedOfMe:
    """A concern about which the asker has still to say what they see."""

    school: School
    pupil_id: UUID
    concern_id: UUID
    name: str
    answer_by: dt.date


@dataclass(frozen=True)
class Statement:
    """What is ordinarily available in an area and phase."""

    area: str
    stage: str
    lines: tuple[str, ...]
    #: The school's own row; none while our starting text stands.
    own: OrdinaryProvision | None


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
        TriedLine(t.what, t.get_worked_display(), t.since_on, t.is_ordinary)
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


def concern_list(access: Access) -> ConcernList:
    """Open concerns of children in reach, the oldest first; one statement."""
    rows = (
        Concern.objects.open()
        .filter(school__in=access.schools, pupil__in=Pupil.objects.visible_to(access))
        .select_related("pupil__class_group", "school")
        .annotate(
            asked=Count("answers"),
            answered=Count("answers", filter=Q(answers__answered_on__isnull=False)),
        )
        .order_by("raised_on", "id")
    )
    untriaged, monitoring, others = [], [], []
    for row in rows:
        line = _line(row, access.today)
        if not row.step:
            untriaged.append(line)
        elif row.step == StepKind.MONITORING:
            monitoring.append(line)
        else:
            others.append(line)
    monitoring.sort(key=lambda x: (x.by is not None, x.by or access.today))
    return ConcernList(tuple(untriaged), tuple(monitoring), tuple(others))


def asked_of_me(access: Access) -> list[AskedOfMe]:
    """Concerns about which the asker has not yet said what they see; one statement."""
    schools = {s.pk: s for s in access.schools if access.can(Permission.RAISE_CONCERNS, s)}
    rows = ConcernAnswer.objects.filter(
        school__in=schools,
        user=access.user,
        answered_on=None,
        concern__step="",
        concern__closed_on=None,
        concern__pupil__in=Pupil.objects.visible_to(access),
    ).select_related("concern__pupil")
    return [
        AskedOfMe(
            schools[row.school_id],
            row.concern.pupil_id,
            row.concern_id,
            row.concern.pupil.full_name,
            row.answer_by,
        )
        for row in rows
    ]


def ordinary_provision(school: School, area: str, stage: str) -> Statement:
    """What stands for one area and phase: the school's own text, or ours to begin with."""
    own = OrdinaryProvision.objects.filter(school=school, area=area, stage=stage).first()
    return _statement(area, stage, own)


def ordinary_provisions(school: School) -> list[Statement]:
    """The statements of every area and phase; one statement."""
    own = {(row.area, row.stage): row for row in OrdinaryProvision.objects.filter(school=school)}
    return [_statement(a, s, own.get((a, s))) for a in STARTING_TEXT for s in Stage]


def _statement(area: str, stage: str, own: OrdinaryProvision | None) -> Statement:
    lines = tuple(own.text.splitlines()) if own else STARTING_TEXT[area]
    return Statement(area, stage, lines, own)


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
        state=_state(row),
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
    )


def _seen(codes: list[str]) -> tuple[str, ...]:
    return tuple(SEEN_WORDS.get(code, code) for code in codes)


def _state(row: Concern) -> str:
    if not row.step:
        return "Waiting for a decision"
    if row.step == StepKind.MONITORING and row.review_on is None:
        return "Monitoring has run out"
    return StepKind(row.step).label


def _line(row: Concern, today: dt.date) -> ConcernLine:
    by = row.review_on if row.step else rules.decide_by(row.raised_on, row.school.live_from)
    group = row.pupil.class_group
    return ConcernLine(
        id=row.pk,
        pupil_id=row.pupil_id,
        name=row.pupil.full_name,
        place=group.name if group else year_words(row.pupil.year_group),
        area=row.get_area_display(),
        raised_on=row.raised_on,
        asked=row.asked,
        answered=row.answered,
        state=_state(row),
        by=by,
        is_late=by is not None and by < today,
    )
