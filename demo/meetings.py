"""Meetings of the demonstration: one next week with answers, one held, an early-help plan."""

import datetime as dt
from uuid import NAMESPACE_URL, uuid5

from aylsham import clock
from aylsham.changes import version_of
from aylsham.dates import DAY
from aylsham.models import Owes, School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.family_codes import ActionSource
from pupils.meeting_codes import MeetingKind
from pupils.models import Meeting, MeetingInvitee, Pupil
from pupils.services.actions import NewAction, Owner, add_actions
from pupils.services.contributions.answering import submit_answer
from pupils.services.help_plans import review_help_plan, start_help_plan
from pupils.services.meetings.inviting import Guest, answer
from pupils.services.meetings.minutes import ITEM_FIELDS, ItemWords, finish_minutes, write_minutes
from pupils.services.meetings.planning import hold_meeting, plan_class_meeting, plan_meeting

HELD_ON = dt.date(2026, 10, 20)
NURSE = Guest(name="Jo Lambert", role="School nurse", email="nurse@nhs.example", asks_views=True)
WORKER = Guest(name="Dee Okafor", role="Family support worker", email="worker@council.example")
SAID = (
    "Everybody introduced themselves. Mum wants calm mornings.",
    "Reading: two book bands since September. Likes the garden group.",
    "Late on six mornings out of ten. Tired by eleven.",
    "School: breakfast club. Early help: a morning routine with pictures at home.",
)
CLASS_ON = dt.date(2026, 11, 10)
SAID_OF_EACH = (
    "Two book bands up. Keep the reading group until Christmas, then look again.",
    "Number facts are not secure. Ten minutes a day with the number line.",
    "Writes more when she may draw first. Go on with it in every lesson.",
)
VIEWS = {
    "seen": "A home visit in October and a hearing test.",
    "strengths": "A warm home. Sleeps well when the routine holds.",
    "needs": "Bedtime is late. Hearing is fine.",
    "advice": "A picture routine for mornings and evenings.",
}


def load_meetings(school: School, people: dict[str, User]) -> None:
    """Add to a school whose families are there; deterministic."""
    sendco, teacher = people["sendco@demo.example"], people["teacher@demo.example"]
    with school_transaction(school):
        child = _child(school)
        plan = _early_help(child, sendco)
        _hold(_plan(child, sendco, plan, HELD_ON, Guest(user=teacher), WORKER), sendco)
        next_week = clock.today() + 8 * DAY
        _answers(_plan(child, sendco, plan, next_week, Guest(user=teacher), NURSE, WORKER))
        _of_class(child, sendco, teacher)


def _child(school: School) -> Pupil:
    """A child of the demonstration's teacher: on SEN support, with a parent who has an e-mail."""
    children = Pupil.objects.filter(
        school=school,
        class_group__name="Oak",
        status_periods__status="K",
        status_periods__ends_on=None,
    )
    child = children.in_register_order().first()
    child.school = school
    return child


def _early_help(child: Pupil, by: User):
    plan = start_help_plan(
        pupil=child,
        by=by,
        starts_on=dt.date(2026, 10, 5),
        level="3",
        lead=None,
        lead_name=WORKER.name,
        lead_role=WORKER.role,
        consent_by="Mother",
        consent_on=dt.date(2026, 10, 2),
        consent_how="signed",
        why="Late most mornings since the move. Mum works nights and asked for help with routines.",
        wanted="“I want us to get to school without shouting.”",
        review_on=dt.date(2026, 11, 16),
    )
    review_help_plan(
        plan=plan,
        on=dt.date(2026, 11, 13),
        changed="Breakfast club three times a week. Late twice instead of four times.",
        next_on=dt.date(2027, 1, 15),
        by=by,
    )
    add_actions(
        pupil=child,
        actions=[NewAction("Bring the picture routine home", _worker(), dt.date(2026, 12, 4))],
        agreed_on=dt.date(2026, 11, 13),
        by=by,
        source=ActionSource.PLAN,
        source_id=plan.pk,
    )
    return plan


def _worker() -> Owner:
    return Owner(name=WORKER.name, owed_by=Owes.LOCAL_AUTHORITY)


def _plan(child: Pupil, by: User, plan, on: dt.date, *guests: Guest) -> Meeting:
    return plan_meeting(
        pupil=child,
        key=uuid5(NAMESPACE_URL, f"{child.pk}:meeting:{on}"),
        by=by,
        kind=MeetingKind.TEAM,
        on=on,
        starts_at=dt.time(15, 30),
        length=60,
        place="Rainbow room",
        chair=by,
        help_plan=plan,
        guests=[Guest(user=by, role="SENDCo"), *guests],
    )


def _of_class(child: Pupil, by: User, teacher: User) -> None:
    """The teacher's class spoken of this month: minutes for three children, each on their record."""
    group = child.class_group
    group.school = child.school
    others = Pupil.objects.filter(school=child.school, class_group=group).exclude(pk=child.pk)
    pupils = [child, *others.in_register_order()[:2]]
    meeting = plan_class_meeting(
        class_group=group,
        pupils=pupils,
        key=uuid5(NAMESPACE_URL, f"{group.pk}:progress"),
        by=by,
        on=CLASS_ON,
        starts_at=dt.time(13, 30),
        length=40,
        place="Head's office",
        chair=by,
        guests=[Guest(user=by, role="SENDCo"), Guest(user=teacher)],
    )
    came = [i.pk for i in MeetingInvitee.objects.filter(school=meeting.school, meeting=meeting)]
    hold_meeting(meeting=meeting, came=came, is_parent_meeting=False, by=by)
    items = meeting.items.exclude(pupil=None)
    words = [
        ItemWords(item.pk, text, version_of(item, ITEM_FIELDS))
        for item, text in zip(items, SAID_OF_EACH, strict=True)
    ]
    sitting = uuid5(NAMESPACE_URL, f"{meeting.pk}:minutes")
    write_minutes(meeting=meeting, words=words, sitting=sitting, by=by)
    finish_minutes(meeting=meeting, by=by)


def _hold(meeting: Meeting, by: User) -> None:
    invitees = MeetingInvitee.objects.filter(school=meeting.school, meeting=meeting)
    came = [i.pk for i in invitees]
    hold_meeting(meeting=meeting, came=came, is_parent_meeting=False, by=by)
    words = [
        ItemWords(item.pk, text, version_of(item, ITEM_FIELDS))
        for item, text in zip(meeting.items.all(), SAID, strict=False)
    ]
    sitting = uuid5(NAMESPACE_URL, f"{meeting.pk}:minutes")
    write_minutes(meeting=meeting, words=words, sitting=sitting, by=by)
    add_actions(
        pupil=meeting.pupil,
        actions=[
            NewAction("Offer breakfast club every day", Owner(user=by), dt.date(2026, 11, 6)),
            NewAction("Ring the school nurse about sleep", Owner(user=by), dt.date(2026, 11, 27)),
        ],
        agreed_on=meeting.on,
        by=by,
        source=ActionSource.MEETING,
        source_id=meeting.pk,
    )
    finish_minutes(meeting=meeting, by=by)


def _answers(meeting: Meeting) -> None:
    rows = MeetingInvitee.objects.filter(school=meeting.school, meeting=meeting)
    nurse, worker = rows.get(name=NURSE.name), rows.get(name=WORKER.name)
    answer(invitee=nurse, reply="apologies", note="Clinic day. My views come by link.", by=None)
    answer(invitee=worker, reply="coming", note="", by=None)
    submit_answer(ask=nurse.ask, answers=VIEWS)
