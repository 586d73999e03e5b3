"""What meetings and early-help plans make due: the meeting, its minutes, the next review."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.led_meetings import led_ids
from pupils.meeting_codes import MeetingState
from pupils.models import HelpPlan, Meeting
from pupils.rules.meetings import CITATION, CODE, HELP_CITATION, HELP_CODE, VERSION, write_up_by

KINDS = {"meeting": "Meetings and their minutes", "early_help": "Early help"}
TABLES = (Meeting, HelpPlan)
TITLE_LENGTH = 200


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Meetings that are to be held or written up, and open early-help plans."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    meetings = Meeting.objects.filter(chosen, school=school, minutes_done_on=None)
    meetings = meetings.exclude(state=MeetingState.CALLED_OFF).exclude(pk__in=led_ids([school]))
    for meeting in meetings.select_related("chair"):
        yield _meeting(meeting, calendar)
    for plan in HelpPlan.objects.filter(chosen, school=school, ended_on=None):
        yield _review(plan, calendar)


def _meeting(meeting: Meeting, calendar: SchoolCalendar) -> DeadlineFact:
    kind = meeting.get_kind_display().lower()
    if meeting.is_planned:
        title, due_on, do_by = f"hold the {kind}", meeting.on, meeting.on
        how, step, page = "the day of the meeting", "Open", "meeting"
    else:
        title, due_on = f"write the minutes of the {kind}", write_up_by(meeting.on)
        do_by, how = calendar.do_by(due_on), "a week after the meeting"
        step, page = "Write", "meeting_minutes"
    return DeadlineFact(
        key=f"meeting:{meeting.pk}",
        kind="meeting",
        title=f"{meeting.chair.name}: {title}"[:TITLE_LENGTH],
        due_on=due_on,
        do_by=do_by,
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code=CODE,
        rule_version=VERSION,
        citation=CITATION,
        confidence=Confidence.WORKING,
        how=how,
        pupil_id=meeting.pupil_id,
        lapses_with_roll=not meeting.is_of_class,
        permission=Permission.VIEW_FAMILY_LOG,
        facts={"Day of the meeting": meeting.on.isoformat()},
        action=_action(meeting, step, page),
    )


def _action(meeting: Meeting, step: str, page: str) -> Action:
    if meeting.is_of_class:
        return Action(step, "class_meeting", (str(meeting.pk),), Permission.LOG_CONTACT)
    return Action(step, page, (str(meeting.pupil_id), str(meeting.pk)), Permission.LOG_CONTACT)


def _review(plan: HelpPlan, calendar: SchoolCalendar) -> DeadlineFact:
    return DeadlineFact(
        key=f"help:{plan.pk}",
        kind="early_help",
        title="Review the early-help plan",
        due_on=plan.review_on,
        do_by=calendar.do_by(plan.review_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.GUIDANCE,
        rule_code=HELP_CODE,
        rule_version=VERSION,
        citation=HELP_CITATION,
        confidence=Confidence.GUIDANCE,
        how="the day that was agreed",
        pupil_id=plan.pupil_id,
        lapses_with_roll=True,
        permission=Permission.VIEW_FAMILY_LOG,
        facts={"Plan since": plan.starts_on.isoformat()},
        action=Action(
            "Open", "help_plan", (str(plan.pupil_id), str(plan.pk)), Permission.VIEW_FAMILY_LOG
        ),
    )
