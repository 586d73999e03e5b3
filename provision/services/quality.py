"""A half-term's sample: drawn, looked at, told to the teacher, improved, closed."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from provision.models import SampledPaper
from provision.quality_codes import Mark, SampleState
from provision.rules.checklists import LATEST, points_of
from provision.rules.sampling import Drawn, sample, seed_of
from provision.selectors.quality import papers_of
from pupils.services.recording import lock, lock_pupil, record_change


@transaction.atomic
def draw_sample(
    *,
    school: School,
    years: frozenset[str],
    half_term_on: dt.date,
    upto: int,
    on: dt.date,
    by: User,
) -> list[SampledPaper]:
    """Draw papers of year groups (none named: all) until the half-term has so many.

    Pressed twice it draws once, since `upto` is then reached.
    """
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    papers = papers_of(school, years, on)
    pupils = {each.key: pupil for each, pupil in papers.items()}
    drawn_before = SampledPaper.objects.filter(school=school, half_term_on=half_term_on)
    taken = {str(pk) for pk in drawn_before.values_list("subject_id", flat=True)}
    counted = drawn_before.exclude(state=SampleState.LEFT_OUT)
    missing = upto - (counted.filter(year_group__in=years) if years else counted).count()
    seed = seed_of(str(school.pk), ",".join(sorted(years)), half_term_on)
    found = sample(
        [p for p in papers if p.key not in taken], missing, seed=seed, not_since=half_term_on
    )
    rows = SampledPaper.objects.bulk_create(
        _row(drawn, school, pupils[drawn.paper.key], half_term_on) for drawn in found
    )
    if rows:
        record_event(
            Action.CHECK_QUALITY,
            school=school,
            by=by,
            pupil_ids=sorted({row.pupil_id for row in rows}),
            detail={"step": "drawn", "papers": len(rows)},
        )
    return rows


def _row(drawn: Drawn, school: School, pupil_id: UUID, half_term_on: dt.date) -> SampledPaper:
    return SampledPaper(
        school=school,
        pupil_id=pupil_id,
        half_term_on=half_term_on,
        kind=drawn.paper.kind,
        subject_id=UUID(drawn.paper.key),
        year_group=drawn.paper.year,
        teacher_id=drawn.paper.teacher or None,
        because=drawn.because,
        checklist=LATEST,
    )


@transaction.atomic
def look_at(
    *,
    paper: SampledPaper,
    marks: Mapping[str, str],
    feedback: str,
    on: dt.date,
    by: User,
    hears: User | None = None,
) -> SampledPaper:
    """Keep what was found; with words it goes to whoever hears of it, without them it is closed.

    `hears` takes the place of whoever was named at the draw.
    """
    lock_pupil(paper.pupil)
    paper = _in(paper, SampleState.DRAWN)
    points = points_of(paper.checklist, paper.kind)
    paper.marks = {p.key: Mark(marks[p.key]).value for p in points if marks.get(p.key)}
    if len(paper.marks) < len(points):
        raise TransitionNotAllowed("Say something about every point.")
    if Mark.WEAK in paper.marks.values() and not feedback.strip():
        raise TransitionNotAllowed("Say in a sentence what could be better, and how.")
    if hears is not None:
        paper.teacher = hears
    if feedback.strip() and paper.teacher_id is None:
        raise TransitionNotAllowed("Choose who hears of it.")
    paper.feedback, paper.looked_by, paper.looked_on = feedback.strip(), by, on
    paper.state = SampleState.TOLD if paper.feedback else SampleState.CLOSED
    if paper.state == SampleState.CLOSED:
        paper.closed_by, paper.closed_on = by, on
    return _saved(paper, "looked at", by)


@transaction.atomic
def leave_out(*, paper: SampledPaper, why: str, on: dt.date, by: User) -> SampledPaper:
    """Nobody looks at it: the child is away, the paper is new. Another can be drawn for it."""
    lock_pupil(paper.pupil)
    paper = _in(paper, SampleState.DRAWN)
    if not why.strip():
        raise TransitionNotAllowed("Say why it is left out.")
    paper.left_out_why, paper.closed_by, paper.closed_on = why.strip(), by, on
    paper.state = SampleState.LEFT_OUT
    return _saved(paper, "left out", by)


@transaction.atomic
def say_improved(*, paper: SampledPaper, improved: str, on: dt.date, by: User) -> SampledPaper:
    """The teacher has read it and says what was improved."""
    lock_pupil(paper.pupil)
    paper = _in(paper, SampleState.TOLD)
    if paper.teacher_id != by.pk:
        raise TransitionNotAllowed("Whoever the feedback is for answers it.")
    paper.improved, paper.improved_by, paper.improved_on = improved.strip(), by, on
    paper.state = SampleState.ANSWERED
    return _saved(paper, "answered", by)


@transaction.atomic
def close_paper(*, paper: SampledPaper, on: dt.date, by: User) -> SampledPaper:
    """The phase leader has seen what was improved."""
    lock_pupil(paper.pupil)
    paper = _in(paper, SampleState.ANSWERED)
    paper.state, paper.closed_by, paper.closed_on = SampleState.CLOSED, by, on
    return _saved(paper, "closed", by)


def _in(paper: SampledPaper, state: SampleState) -> SampledPaper:
    paper = lock(paper)
    if paper.state != state:
        now = SampleState(paper.state).label.lower()
        raise TransitionNotAllowed(f"This is not the next step: it is now “{now}”.")
    return paper


def _saved(paper: SampledPaper, step: str, by: User) -> SampledPaper:
    paper.save()
    record_change(
        Action.CHECK_QUALITY, pupil=paper.pupil, by=by, subject=paper, detail={"step": step}
    )
    return paper
