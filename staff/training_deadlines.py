"""Trainings that run out until they are taken again; what is seen of one in classrooms."""

from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, register_provider
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from staff.models import TrainingRecord, TrainingSession
from staff.rules.training import WEEKS_UNTIL_SEEN, look_by
from staff.selectors.training import runs_out
from staff.training_codes import SessionState

KINDS = {"training": "Training of staff", "training_seen": "Training seen in classrooms"}
VERSION = "2026-11"


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_provider("staff_training", deadlines, kinds=KINDS, tables=())


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The last day of each training that runs out and has no successor; each to look for."""
    if pupil_ids is not None:
        return
    for row in runs_out(school):
        yield _fact(row, calendar)
    held = TrainingSession.objects.filter(school=school, state=SessionState.HELD, seen="")
    for session in held.select_related("topic", "planned_by"):
        yield _to_look(session, calendar)


def _fact(row: TrainingRecord, calendar: SchoolCalendar) -> DeadlineFact:
    about = row.topic.name if row.topic else str(row.get_subject_display())
    how = "the last day that was written down with the training"
    if row.valid_until is None:
        how = f"the day of the training and {row.topic.valid_months} months, by the catalogue"
    return DeadlineFact(
        key=f"training:{row.pk}",
        kind="training",
        title=f"A training runs out: {about}",
        due_on=row.ends_on,
        do_by=calendar.do_by(row.ends_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code="TRAINING",
        rule_version=VERSION,
        citation="The day until which the certificate is valid",
        confidence=Confidence.WORKING,
        how=how,
        permission=Permission.KEEP_TRAINING,
        facts={"Who": row.user.name if row.user else row.member.name, "Title": row.title},
        action=Action(
            "Record the next one",
            "training_change",
            (str(row.pk),),
            Permission.KEEP_TRAINING,
        ),
    )


def _to_look(session: TrainingSession, calendar: SchoolCalendar) -> DeadlineFact:
    due_on = look_by(session.last_on)
    planner = {"Planned by": session.planned_by.name} if session.planned_by else {}
    return DeadlineFact(
        key=f"training_seen:{session.pk}",
        kind="training_seen",
        title=f"What do we see of it in classrooms? {session.topic.name}",
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code="TRAINING-SEEN",
        rule_version=VERSION,
        citation=f"Our own rule: {WEEKS_UNTIL_SEEN} weeks after the last day of the training",
        confidence=Confidence.WORKING,
        how=f"{WEEKS_UNTIL_SEEN} weeks after its last day",
        permission=Permission.KEEP_TRAINING,
        facts=planner,
        action=Action(
            "Write it down", "training_seen", (str(session.pk),), Permission.KEEP_TRAINING
        ),
    )
