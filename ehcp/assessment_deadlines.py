"""What needs assessments, appeals and consultations make due: ours, the council's, the parents'."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.dates import working_days_after
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from, register_provider
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from ehcp.appeal_deadlines import OWES, due_fact
from ehcp.assessment_codes import AdviceFrom, Milestone
from ehcp.chase_deadlines import reminder
from ehcp.consultation_deadlines import consultation_end_facts
from ehcp.models import Consultation, NeedsAssessment
from ehcp.rules.stages import Stage, may
from ehcp.selectors.assessments.chasing import Chase, chases
from ehcp.selectors.assessments.clocks import AssessmentRules
from ehcp.selectors.assessments.files import AssessmentFile, files_of
from ehcp.selectors.consultations import consultation_clock
from ehcp.selectors.dues import Due

KINDS = {
    "assessment": "Needs assessments",
    "assessment_advice": "Advice for needs assessments",
    "chase": "Chasing the council",
    "consultation": "Consultations about naming us",
    "consultation_end": "Consultations at the end of their time",
}
TABLES = (NeedsAssessment,)
VERSION = "2026-11"
#: A council confirms a request within so many working days, or is asked to.
PROOF_DAYS = 5
#: The step by which each milestone is recorded.
_STEPS = {
    Milestone.DECISION: ("Record the decision", "decision"),
    Milestone.DRAFT: ("Record the draft", "draft"),
    Milestone.NO_PLAN: ("Record the letter", "no_plan"),
    Milestone.FINAL: ("Record the final plan", "final"),
}


def register_assessments() -> None:
    """Called once, when the floor is loaded."""
    register_provider("assessments", deadlines, kinds=KINDS, tables=TABLES)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Every clock of an assessment; consultations come when the school is worked out whole."""
    for file in files_of([school], pupil_ids):
        for fact in _of_assessment(file, calendar):
            yield dataclasses.replace(
                fact,
                pupil_id=file.row.pupil_id,
                lapses_with_roll=True,
                permission=Permission.VIEW_PLANS,
            )
    if pupil_ids is None:
        yield from _consultations(school, calendar)
        yield from consultation_end_facts(school, calendar)


def _of_assessment(file: AssessmentFile, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    if file.stage == Stage.ASKED:
        yield _proof(file, calendar)
    dues = AssessmentRules(file, calendar).due()
    for due in dues:
        if due.is_open and due.owed_by in OWES:
            yield _fact(file, due)
    for chase in chases(file, dues):
        yield _chase(file, chase)


def _fact(file: AssessmentFile, due: Due) -> DeadlineFact:
    key = f"{file.row.pk}:{due.key}"
    return due_fact(due, key=key, kind=_kind(due), action=_action(file, due))


def _kind(due: Due) -> str:
    return {Milestone.ADVICE: "assessment_advice", Milestone.APPEAL: "appeal"}.get(
        Milestone(due.milestone), "assessment"
    )


def _action(file: AssessmentFile, due: Due) -> Action:
    pupil, row = str(file.row.pupil_id), str(file.row.pk)
    if due.advice:
        words = "Send it" if due.advice.body == AdviceFrom.SCHOOL else "Record it"
        args = (pupil, row, str(due.advice.pk))
        return Action(words, "assessment_advice", args, Permission.EDIT_PLANS)
    if due.appeal:
        args = (pupil, row, str(due.appeal.pk))
        return Action("Record it", "assessment_appeal", args, Permission.EDIT_PLANS)
    if due.milestone in _STEPS and _may_record(file, due):
        label, step = _STEPS[Milestone(due.milestone)]
        return Action(label, "assessment_step", (pupil, row, step), Permission.EDIT_PLANS)
    return Action("Open it", "child_assessment", (pupil,), Permission.VIEW_PLANS)


def _may_record(file: AssessmentFile, due: Due) -> bool:
    return may(file.stage, _STEPS[Milestone(due.milestone)][1])


def _chase(file: AssessmentFile, chase: Chase) -> DeadlineFact:
    return reminder(
        chase.due.result,
        chase.due.answer,
        key=f"{file.row.pk}:chase:{chase.due.key}",
        what=chase.due.label,
        is_firm=chase.is_firm,
        next_on=chase.next_on,
        until=chase.until,
        pupil_id=file.row.pupil_id,
        letter=chase.letter,
    )


def _proof(file: AssessmentFile, calendar: SchoolCalendar) -> DeadlineFact:
    """No clock of the council can be shown without the day on which it had the request."""
    due_on = working_days_after(file.row.requested_on, PROOF_DAYS)
    return DeadlineFact(
        key=f"{file.row.pk}:proof",
        kind="assessment",
        title="Get proof of the day on which the council had the request",
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code="ASSESSMENT-PROOF",
        rule_version=VERSION,
        citation="SEND Regs 2014 reg 5(1): the six weeks count from that day",
        confidence=Confidence.WORKING,
        how="five working days after it was sent",
        facts={"Request sent": file.row.requested_on.isoformat()},
        action=Action(
            "Record the proof",
            "assessment_step",
            (str(file.row.pupil_id), str(file.row.pk), "received"),
            Permission.EDIT_PLANS,
        ),
    )


def _consultations(school: School, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    rows = Consultation.objects.filter(school=school, closed_on=None, replies=None)
    for row in rows:
        result = consultation_clock(row.received_on, calendar)
        fact = deadline_from(
            result,
            "reply_by",
            key=f"consultation:{row.pk}",
            kind="consultation",
            title="Reply to the council, which may name us in a plan",
            permission=Permission.ANSWER_CONSULTATIONS,
            action=Action(
                "Write the reply",
                "consultation",
                (str(row.pk),),
                Permission.ANSWER_CONSULTATIONS,
            ),
        )
        careful: dt.date = result["conservative_reply_by"].value  # type: ignore[assignment]
        yield dataclasses.replace(fact, do_by=min(fact.do_by, calendar.do_by(careful)))
