"""The pages of needs assessments: a child's, and the list of a school's."""

from dataclasses import dataclass, replace
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.calendars import calendar_of
from ehcp.appeal_codes import AppealAbout
from ehcp.assessment_codes import AdviceFrom, AssessDecision
from ehcp.models import (
    AdviceAsked,
    AssessmentPaper,
    ClaimedException,
    Consultation,
    NeedsAssessment,
    PlanAppeal,
)
from ehcp.rules.stages import STEPS
from ehcp.selectors.assessments.chasing import Chase, chases
from ehcp.selectors.assessments.clocks import AssessmentRules
from ehcp.selectors.assessments.files import AssessmentFile, files_of
from ehcp.selectors.assessments.lines import milestone_lines
from ehcp.selectors.assessments.verdicts import ClaimOnDates, claims_on_dates
from ehcp.selectors.dues import DueLine
from pupils.family_codes import AskKind
from pupils.models import ContributionRequest, Document, Pupil

#: What stands on the button of each step.
STEP_WORDS = {
    "received": "Record the council’s receipt",
    "decision": "Record the decision",
    "draft": "Record the draft plan",
    "no_plan": "Record that there is no plan",
    "final": "Record the final plan",
    "withdraw": "Withdraw the request",
    "appeal": "Follow mediation and appeal",
}


@dataclass(frozen=True)
class AssessmentView:
    """One assessment of a child, ready to be shown."""

    file: AssessmentFile
    lines: tuple[DueLine, ...]
    claims: tuple[ClaimOnDates, ...]
    chases: tuple[Chase, ...]
    our_advice: AdviceAsked | None
    #: What colleagues and professionals were asked for since, by a link.
    asks: tuple[ContributionRequest, ...]
    #: Decisions with a letter whose mediation and appeal nobody follows yet.
    appealable: tuple[str, ...]
    consultations: tuple[Consultation, ...]
    may_edit: bool
    may_read_words: bool

    @property
    def row(self) -> NeedsAssessment:
        return self.file.row

    @property
    def steps(self) -> list[tuple[str, str]]:
        """What can be recorded next, the expected first: key and words."""
        found = STEPS[self.file.stage] if self.may_edit else ()
        return [(key, STEP_WORDS[key]) for key in found if key != "appeal"]

    @property
    def late(self) -> tuple[DueLine, ...]:
        """What the council has not done in time."""
        return tuple(line for line in self.lines if line.is_late and line.who != "Us")


@dataclass(frozen=True)
class ChildAssessments:
    """The newest assessment of a child in full, and the earlier ones."""

    now: AssessmentView | None
    earlier: tuple[AssessmentFile, ...]
    may_edit: bool
    may_ask: bool
    #: The legal test speaks of needs, so whoever reads those reads it.
    may_read_test: bool = False


def child_assessments(access: Access, pupil: Pupil) -> ChildAssessments:
    """A child's assessments."""
    found = files_of([access.school], [pupil.pk])
    may_edit = access.can(Permission.EDIT_PLANS)
    now = _view(access, found[0], pupil) if found else None
    return ChildAssessments(
        now=now,
        earlier=tuple(found[1:]),
        may_edit=may_edit,
        may_ask=may_edit and not (found and found[0].stage.is_open),
        may_read_test=access.can(Permission.VIEW_NEEDS),
    )


def _view(access: Access, file: AssessmentFile, pupil: Pupil) -> AssessmentView:
    calendar, today = calendar_of(access.school), access.today
    file = replace(file, papers=_readable(access, file))
    dues = AssessmentRules(file, calendar).due()
    may_answer = access.can(Permission.ANSWER_CONSULTATIONS)
    consulted = Consultation.objects.filter(school=access.school, pupil=pupil)
    return AssessmentView(
        file=file,
        lines=milestone_lines(file, calendar, today),
        claims=claims_on_dates(file, calendar),
        chases=tuple(each for each in chases(file, dues) if each.runs_on(today)),
        our_advice=next((a for a in file.advice if a.body == AdviceFrom.SCHOOL), None),
        asks=_asks(access, file, pupil),
        appealable=_appealable(file),
        consultations=tuple(consulted) if may_answer else (),
        may_edit=access.can(Permission.EDIT_PLANS),
        may_read_words=access.can(Permission.VIEW_NEEDS),
    )


def _readable(access: Access, file: AssessmentFile) -> tuple[AssessmentPaper, ...]:
    """The papers that the asker may open, as everywhere else."""
    if not file.papers:
        return ()
    may = access.can(Permission.VIEW_DOCUMENTS)
    ids = [paper.document_id for paper in file.papers]
    seen = Document.objects.visible_to(access).filter(school=access.school, pk__in=ids)
    known = set(seen.values_list("pk", flat=True)) if may else set()
    return tuple(paper for paper in file.papers if paper.document_id in known)


def _asks(access: Access, file: AssessmentFile, pupil: Pupil) -> tuple[ContributionRequest, ...]:
    ours = next((a for a in file.advice if a.body == AdviceFrom.SCHOOL), None)
    if ours is None or not access.can(Permission.VIEW_FAMILY_LOG):
        return ()
    rows = ContributionRequest.objects.filter(
        school=access.school,
        pupil=pupil,
        asked_on__gte=ours.received_on,
        kind__in=[AskKind.ADVICE, AskKind.REPORT, AskKind.PARENT_VIEWS, AskKind.PUPIL_VIEWS],
    )
    return tuple(rows)


def _appealable(file: AssessmentFile) -> tuple[str, ...]:
    row, known = file.row, {each.about for each in file.appeals}
    letters = {
        AppealAbout.REFUSED: row.decision == AssessDecision.REFUSE,
        AppealAbout.NO_PLAN: bool(row.no_plan_on),
        AppealAbout.CONTENT: bool(row.final_plan_on),
    }
    return tuple(about for about, is_sent in letters.items() if is_sent and about not in known)


def assessment_of(access: Access, pupil: Pupil, pk: UUID) -> NeedsAssessment | None:
    """One assessment of the child."""
    row = NeedsAssessment.objects.filter(school=access.school, pupil=pupil, pk=pk).first()
    if row:
        row.school, row.pupil = access.school, pupil
    return row


def advice_of(row: NeedsAssessment, pk: UUID) -> AdviceAsked | None:
    """A line of advice of the assessment."""
    return _part(AdviceAsked, row, pk)


def claim_of(row: NeedsAssessment, pk: UUID) -> ClaimedException | None:
    """An exception that was claimed."""
    return _part(ClaimedException, row, pk)


def appeal_of(row: NeedsAssessment, pk: UUID) -> PlanAppeal | None:
    """An appeal that is followed."""
    return _part(PlanAppeal, row, pk)


def paper_of(row: NeedsAssessment, pk: UUID) -> AssessmentPaper | None:
    """A paper beside a step."""
    return _part(AssessmentPaper, row, pk)


def _part(model, row: NeedsAssessment, pk: UUID):
    found = model.objects.filter(school_id=row.school_id, assessment=row, pk=pk).first()
    if found:
        found.assessment = row
    return found
