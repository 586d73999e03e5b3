"""Meetings to read: of a child, of the school by week, one of them, its minutes on paper."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.dates import DAY
from pupils.led_meetings import leader_of
from pupils.meetings_calendar import calendar_file
from pupils.paper_codes import PaperKind
from pupils.selectors.meetings.lists import WEEKS, meetings_of, unwritten, weeks_of
from pupils.selectors.meetings.page import may_write, meeting_page
from pupils.services.papers import ask_for_paper
from pupils.views.meetings.opening import PAGE, note_others, open_meeting
from pupils.views.opening import child_page, child_url, open_child
from pupils.views.printing import to_work


@school_view(Permission.VIEW_FAMILY_LOG)
def child_meetings(request: HttpRequest, pupil) -> HttpResponse:
    """A child's meetings and early-help plans."""
    child = open_child(request, pupil, Action.VIEW_MEETINGS)
    return child_page(
        request,
        "pupils/meetings/child.html",
        child,
        tab="meetings",
        meetings=meetings_of(request.access, child.pupil),
        may_plan=request.access.can(Permission.LOG_CONTACT) and child.is_on_roll,
        may_help=_may_help(request) and child.is_on_roll,
    )


@school_view(Permission.VIEW_FAMILY_LOG)
def meetings(request: HttpRequest) -> HttpResponse:
    """The school's meetings by week, and those without minutes."""
    access = request.access
    monday = _monday(request.GET.get("from", ""), access.today)
    weeks, late = weeks_of(access, monday), unwritten(access)
    shown = [line.pupil_id for line in (*late, *(m for week in weeks for m in week.meetings))]
    record_event(
        Action.VIEW_MEETINGS,
        school=request.school,
        by=access,
        pupil_ids=list(dict.fromkeys(shown)),
    )
    context = {
        "weeks": weeks,
        "late": late,
        "before": monday - 7 * WEEKS * DAY,
        "after": monday + 7 * WEEKS * DAY,
        "may_plan": access.can(Permission.LOG_CONTACT),
        "may_word": access.can(Permission.ASK_FOR_VIEWS),
    }
    return render(request, "pupils/meetings/school.html", context)


@school_view(Permission.VIEW_FAMILY_LOG)
def meeting(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """One meeting: who comes, the agenda, views in advance, minutes, what was agreed."""
    child, found = open_meeting(request, pupil, meeting)
    page = meeting_page(request.access, child.pupil, found)
    led = leader_of(found)
    note_others(request, child, page.pupils, Action.VIEW_MEETING)
    return child_page(
        request,
        "pupils/meetings/meeting.html",
        child,
        tab="meetings",
        page=page,
        meeting=found,
        may_write=may_write(request.access, found, page) and not found.is_of_class,
        has_come=found.on <= request.access.today,
        led=led,
        may_lead=led is not None and request.access.can(led.leader.permission),
    )


@school_view(Permission.VIEW_FAMILY_LOG, when_closed=True)
@require_POST
def meeting_print(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """Start setting the minutes as a PDF, as far as the asker may read them."""
    child, found = open_meeting(request, pupil, meeting, Action.PRINT)
    page = meeting_page(request.access, child.pupil, found)
    note_others(request, child, page.pupils, Action.PRINT)
    html = render_to_string(
        "pupils/print/minutes.html",
        {"page": page, "meeting": found, "school": child.school, "today": request.access.today},
    )
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.MINUTES,
        html=html,
        of_on=found.on,
        permission=Permission.VIEW_FAMILY_LOG,
        by=request.user,
    )
    return to_work(job)


@school_view(Permission.VIEW_FAMILY_LOG)
def meeting_calendar(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """The meeting as an entry for a calendar: no name stands in it."""
    child, found = open_meeting(request, pupil, meeting)
    path = child_url(PAGE, child, found.pk)
    return calendar_file(found, child.school, title=found.get_kind_display(), path=path)


def _may_help(request: HttpRequest) -> bool:
    may = request.access.permissions_at(request.school)
    return {Permission.VIEW_SENSITIVE, Permission.LOG_CONTACT} <= may


def _monday(asked: str, today: dt.date) -> dt.date:
    """The Monday of the asked day's week; this week's for a day that makes no sense."""
    try:
        day = dt.date.fromisoformat(asked)
    except ValueError:
        day = today
    if not abs(day.year - today.year) <= 10:
        day = today
    return day - day.weekday() * DAY
