"""Watching over children in care in the demonstration: weeks, totals, a meeting, training."""

import datetime as dt
from decimal import Decimal

from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from lac.models import CarePeriod, WatchTask
from lac.selectors.weeks import mark_of_weeks
from lac.services.meetings import (
    SAID_FIELDS,
    add_care_action,
    add_meeting,
    finish_care_action,
    say_of_child,
)
from lac.services.moves import share_information
from lac.services.watch import add_sdq, close_watch_task, keep_week, note_told
from pupils.models import Pupil
from staff.services import add_training

#: Monday, possible and attended half days of the child who is looked after.
WEEKS = (
    ("2026-10-05", 10, 10),
    ("2026-10-12", 10, 10),
    ("2026-10-19", 10, 9),
    ("2026-11-02", 10, 9),
    ("2026-11-09", 10, 8),
    ("2026-11-16", 10, 9),
)
TOTALS = (
    ("2026-10-14", "parent", 21),
    ("2026-10-16", "teacher", 15),
    ("2026-11-18", "teacher", 18),
)
MET = dt.date(2026, 11, 12)
TRAININGS = (
    ("sendco@demo.example", "designated", "The designated teacher’s year", "2026-09-22", 6, ""),
    ("sendco@demo.example", "trauma", "Trauma-informed schools", "2025-02-11", 12, "2027-02-11"),
    ("teacher@demo.example", "attachment", "Attachment in the classroom", "2026-01-15", 3, ""),
)


def load_watching(schools: dict[str, School], people: dict[str, User]) -> None:
    """Add to the child in care of one school; deterministic."""
    school, sendco = schools["bure-valley"], people["sendco@demo.example"]
    with school_transaction(school):
        # The one whose care this demonstration tells of; others only stand on the roll as such.
        told = CarePeriod.objects.filter(school=school, kind="looked_after").exclude(
            legal_status=""
        )
        child = told.select_related("pupil__school").earliest("known_since").pupil
        _watched(child, sendco)
        _met(child, sendco)
        _passed_on(child, sendco)
        for email, subject, title, on, hours, until in TRAININGS:
            add_training(
                school=school,
                user=people[email],
                by=sendco,
                subject=subject,
                title=title,
                provider="Norfolk Virtual School",
                taken_on=dt.date.fromisoformat(on),
                valid_until=dt.date.fromisoformat(until) if until else None,
                hours=Decimal(hours),
            )


def _watched(child: Pupil, by: User) -> None:
    for monday, possible, attended in WEEKS:
        keep_week(
            school=child.school,
            week_on=dt.date.fromisoformat(monday),
            figures={child.pk: (possible, attended)},
            version=mark_of_weeks([]),
            by=by,
        )
    for on, who, total in TOTALS:
        day = dt.date.fromisoformat(on)
        add_sdq(pupil=child, answered_on=day, answered_by=who, total=total, by=by)
    worker = WatchTask.objects.filter(school=child.school, pupil=child, rule="worker").first()
    if worker:
        note_told(task=worker, name="Sunita Rao, virtual school", told_on=worker.raised_on, by=by)
        words = "Rang the new social worker. The PEP and who decides are known to him now."
        close_watch_task(task=worker, done=words, by=by)


def _met(child: Pupil, by: User) -> None:
    meeting = add_meeting(
        school=child.school,
        children=[child],
        by=by,
        kind="virtual",
        held_on=MET,
        came="Sunita Rao (virtual school), Daniel Frost (social worker), the SENDCo",
        notes="The virtual school trains class teachers in January.",
    )
    [row] = meeting.children.all()
    version = version_of(row, SAID_FIELDS)
    said = "Settles in with the new carer. Late three times in a week: the taxi comes too late."
    say_of_child(child=row, said=said, version=version, by=by)
    facts = {"meeting": meeting, "by": by, "pupil": child}
    add_care_action(
        what="Ask for an earlier taxi",
        outside_owner="Daniel Frost, social worker",
        due_on=dt.date(2026, 11, 27),
        **facts,
    )
    done = add_care_action(
        what="Meet the carer at the gate on Mondays",
        owner=by,
        due_on=dt.date(2026, 11, 16),
        **facts,
    )
    finish_care_action(action=done, done_on=dt.date(2026, 11, 16), by=by)


def _passed_on(child: Pupil, by: User) -> None:
    share_information(
        pupil=child,
        by=by,
        what=["helps", "decides"],
        words="What helps in the morning, and whom to ring before a trip",
        to_name="Ms Okafor",
        to_role="carer",
        authority="council",
        authority_words="Daniel Frost, social worker",
        shared_on=dt.date(2026, 11, 11),
        how="meeting",
        acknowledged_on=dt.date(2026, 11, 11),
    )
