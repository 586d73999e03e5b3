"""Trainings that run out, until they are taken again or the person has left."""

from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, register_provider
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from staff.models import TrainingRecord
from staff.selectors.training import runs_out

KINDS = {"training": "Training of staff"}
VERSION = "2026-11"


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_provider("staff_training", deadlines, kinds=KINDS, tables=())


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The last day of each training that runs out and has no successor."""
    if pupil_ids is not None:
        return
    for row in runs_out(school):
        yield _fact(row, calendar)


def _fact(row: TrainingRecord, calendar: SchoolCalendar) -> DeadlineFact:
    about = row.topic.name if row.topic else str(row.get_subject_display())
    return DeadlineFact(
        key=f"training:{row.pk}",
        kind="training",
        title=f"A training runs out: {about}",
        due_on=row.valid_until,
        do_by=calendar.do_by(row.valid_until),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code="TRAINING",
        rule_version=VERSION,
        citation="The day until which the certificate is valid",
        confidence=Confidence.WORKING,
        how="the last day that was written down with the training",
        permission=Permission.KEEP_TRAINING,
        facts={"Who": row.user.name if row.user else row.member.name, "Title": row.title},
        action=Action(
            "Record the next one",
            "training_change",
            (str(row.pk),),
            Permission.KEEP_TRAINING,
        ),
    )
