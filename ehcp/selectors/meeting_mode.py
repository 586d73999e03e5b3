"""What lies before the person who chairs a review: outcomes with the year's progress, sections."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.dates import months_corresponding
from aylsham.together import read_rows
from ehcp.models import PlanLine, PlanVersion, ReviewMeeting, ReviewNote
from ehcp.review_codes import LINE_SECTIONS, OTHER_SECTIONS, USUAL_SECTIONS, NoteKind
from ehcp.section_codes import PlanSection, sensitivity_of
from ehcp.selectors.sections import label_of, lines_of
from provision.codes import Score
from provision.models import CycleTarget, Outcome, Target
from pupils.family_codes import ActionSource
from pupils.models import AgreedAction
from pupils.selectors.actions import actions_of_source


@dataclass(frozen=True)
class TargetProgress:
    """How a target of an outcome came out in this year's cycles, or that it is being worked on."""

    text: str
    #: `As hoped: met`; empty while no cycle was reviewed.
    result: str
    on: dt.date | None
    evidence: str

    @property
    def is_met(self) -> bool:
        """Whether the last review found it met."""
        return bool(self.result) and self.result in _MET


@dataclass(frozen=True)
class OutcomeBox:
    """An outcome to be spoken of, with what was said already."""

    #: Names it on the page.
    key: str
    label: str
    text: str
    line_id: UUID | None
    outcome_id: UUID | None
    sensitivity: int
    progress: tuple[TargetProgress, ...]
    note: ReviewNote | None


@dataclass(frozen=True)
class LineBox:
    """A line of Section B or F: it stays, changes or ends."""

    key: str
    section: str
    label: str
    text: str
    line_id: UUID
    sensitivity: int
    note: ReviewNote | None


@dataclass(frozen=True)
class SectionBox:
    """A section that the meeting may change."""

    key: str
    section: str
    title: str
    #: How many lines of it the plan in force has.
    lines: int
    sensitivity: int
    is_usual: bool
    note: ReviewNote | None


@dataclass(frozen=True)
class MeetingMode:
    """Everything on the page of the person who chairs."""

    outcomes: tuple[OutcomeBox, ...]
    lines: tuple[LineBox, ...]
    #: New lines that were agreed.
    added: tuple[ReviewNote, ...]
    sections: tuple[SectionBox, ...]
    differences: tuple[ReviewNote, ...]
    actions: tuple[AgreedAction, ...]
    #: The plan whose words are reviewed; None while nobody has entered them.
    version: PlanVersion | None


_MET = {str(Score.AS_HOPED.label), str(Score.MORE.label), str(Score.MUCH_MORE.label)}


def meeting_mode(access: Access, row: ReviewMeeting) -> MeetingMode:
    """Outcomes, lines, sections, differences and actions of a meeting; two statements."""
    versions = PlanVersion.objects.filter(school=access.school, plan=row.review.plan_id).in_force()
    found, lines, notes, actions, open_ones = read_rows(
        versions[:1],
        lines_of(access, version__in=versions.values("pk")[:1]).select_related("outcome"),
        notes_of(access, row),
        actions_of_source(access, ActionSource.MEETING, row.meeting_id, access.school),
        _open_outcomes(access, row),
    )
    aims = [line for line in lines if line.section == PlanSection.E]
    return MeetingMode(
        outcomes=tuple(_outcomes(access, row, aims, [] if aims else open_ones, notes)),
        lines=tuple(_lines(lines, notes)),
        added=tuple(n for n in notes if n.kind == NoteKind.LINE and not n.title),
        sections=tuple(_sections(access, lines, notes)),
        differences=tuple(n for n in notes if n.kind == NoteKind.DIFFERENCE),
        actions=tuple(actions),
        version=found[0] if found else None,
    )


def notes_of(access: Access, row: ReviewMeeting):
    """What was said at a meeting, as far as the asker may read it."""
    rows = ReviewNote.objects.filter(school_id=row.school_id, meeting=row)
    return rows.readable_by(access).select_related("written_by", "outcome", "line")


def _lines(lines: list[PlanLine], notes: list[ReviewNote]) -> Iterable[LineBox]:
    """Sections B and F line by line; Section E is gone through outcome by outcome."""
    said = {note.line_id: note for note in notes if note.kind == NoteKind.LINE}
    for line in lines:
        if line.section in LINE_SECTIONS and line.section != PlanSection.E:
            yield LineBox(
                key=f"p{line.pk}",
                section=line.section,
                label=label_of(line),
                text=line.text,
                line_id=line.pk,
                sensitivity=line.sensitivity,
                note=said.get(line.pk),
            )


def _outcomes(
    access: Access,
    row: ReviewMeeting,
    aims: list[PlanLine],
    loose: list[Outcome],
    notes: list[ReviewNote],
) -> Iterable[OutcomeBox]:
    """Section E line by line; without it the child's open outcomes."""
    said = [note for note in notes if note.kind == NoteKind.OUTCOME]
    ids = {line.outcome_id for line in aims if line.outcome_id} | {o.pk for o in loose}
    progress = year_progress(access, row, ids)
    for line in aims:
        yield OutcomeBox(
            key=f"l{line.pk}",
            label=label_of(line),
            text=line.text,
            line_id=line.pk,
            outcome_id=line.outcome_id,
            sensitivity=line.sensitivity,
            progress=tuple(progress[line.outcome_id]) if line.outcome_id else (),
            note=next((n for n in said if n.line_id == line.pk), None),
        )
    for number, outcome in enumerate(loose, 1):
        yield OutcomeBox(
            key=f"o{outcome.pk}",
            label=str(number),
            text=outcome.text,
            line_id=None,
            outcome_id=outcome.pk,
            sensitivity=outcome.sensitivity,
            progress=tuple(progress[outcome.pk]),
            note=next((n for n in said if n.outcome_id == outcome.pk and n.line_id is None), None),
        )


def _open_outcomes(access: Access, row: ReviewMeeting) -> QuerySet[Outcome]:
    rows = Outcome.objects.filter(school=access.school, pupil_id=row.review.plan.pupil_id)
    return rows.readable_by(access).open()


def year_progress(
    access: Access, row: ReviewMeeting, outcomes: set[UUID]
) -> dict[UUID, list[TargetProgress]]:
    """By outcome: its targets with their last review in the year before the meeting."""
    found: dict[UUID, list[TargetProgress]] = defaultdict(list)
    if not outcomes:
        return found
    targets = Target.objects.filter(school=access.school, outcome__in=outcomes)
    targets = targets.readable_by(access)
    since = months_corresponding(row.review.meeting_on, -12)
    parts = CycleTarget.objects.filter(
        school=access.school, target__in=targets.values("pk"), reviewed_on__gte=since
    )
    readable_ones, reviewed = read_rows(
        targets.order_by("starts_on", "pk"), parts.order_by("reviewed_on", "pk")
    )
    last: dict[UUID, CycleTarget] = {part.target_id: part for part in reviewed}
    for target in readable_ones:
        part = last.get(target.pk)
        if part is None and target.ended_on:
            continue
        found[target.outcome_id].append(
            TargetProgress(
                target.text,
                str(Score(part.score).label) if part else "",
                part.reviewed_on if part else None,
                part.evidence if part else "",
            )
        )
    return found


def _sections(
    access: Access, lines: list[PlanLine], notes: list[ReviewNote]
) -> Iterable[SectionBox]:
    levels = readable(access.permissions_at(access.school))
    said = {note.section: note for note in notes if note.kind == NoteKind.CHANGE}
    for section in (*USUAL_SECTIONS, *OTHER_SECTIONS):
        if sensitivity_of(section) not in levels:
            continue
        yield SectionBox(
            key=f"s{section}",
            section=section.value,
            title=str(section.label),
            lines=sum(line.section == section for line in lines),
            sensitivity=sensitivity_of(section),
            is_usual=section in USUAL_SECTIONS,
            note=said.get(section.value),
        )
