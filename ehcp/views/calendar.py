"""Pages of the review calendar: the grid, one review, who comes when, the rules."""

import datetime as dt
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event, record_events
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.models import School
from aylsham.notices import done, problem, warn
from ehcp.calendar_forms import PersonForm, PlanningForm, ProposalForm, RulesForm
from ehcp.list_files import FEDERATION_REVIEWS, REVIEWS
from ehcp.models import CalendarPerson, ProposedReview
from ehcp.selectors import joint_meeting
from ehcp.selectors.calendar.federation import federation_calendar
from ehcp.selectors.calendar.instances import rules_of
from ehcp.selectors.calendar.pages import calendar_page, find_proposal
from ehcp.selectors.calendar.people import find_person, people_at, plans_to_choose
from ehcp.selectors.calendar.reasons import Diary
from ehcp.services.calendar.changing import (
    change_proposal,
    change_rules,
    keep_person,
    remove_person,
)
from ehcp.services.calendar.planning import accept_calendar, start_planning

PAGE, FEDERATION = "review_calendar", "federation_review_calendar"


@school_view(Permission.VIEW_PLANS)
@has_file
def review_calendar(request: HttpRequest) -> HttpResponse:
    """A school's reviews by week and day, the load of each, and what has no day yet."""
    access, school = request.access, request.school
    page = calendar_page(access, school, chosen=request.GET.get("review", ""))
    record_event(Action.VIEW_PLANS, school=school, by=access, pupil_ids=page.pupil_ids)
    if asks_for_file(request):
        return list_file(request, REVIEWS, page.entries)
    context = {
        "page": page,
        "may_edit": access.can(Permission.EDIT_PLANS),
        "planning": PlanningForm(),
        "people": people_at(school),
    }
    return render(request, "ehcp/calendar/calendar.html", context)


@federation_view(Permission.VIEW_PLANS)
@has_file
def federation_review_calendar(request: HttpRequest) -> HttpResponse:
    """How full each week is at each school."""
    page = federation_calendar(request.access)
    ids = {school: [e.pupil_id for e in found] for school, found in page.entries.items()}
    record_events(Action.VIEW_PLANS, by=request.access, pupil_ids_by_school=ids)
    if asks_for_file(request):
        return list_file(
            request,
            FEDERATION_REVIEWS,
            [(s, e) for s, found in page.entries.items() for e in found],
        )
    context = {
        "page": page,
        "may_edit": bool(request.access.schools_with(Permission.EDIT_PLANS)),
        "planning": PlanningForm(),
    }
    return render(request, "ehcp/calendar/federation.html", context)


@school_view(Permission.EDIT_PLANS)
@require_POST
def plan_review_calendar(request: HttpRequest) -> HttpResponse:
    """Plan the rest of a school's reviews, as background work."""
    return _planned(request, [request.school], PAGE, request.school.slug)


@federation_view(Permission.EDIT_PLANS)
@require_POST
def plan_federation_calendar(request: HttpRequest) -> HttpResponse:
    """Plan the reviews of all schools together."""
    return _planned(request, request.access.schools, FEDERATION)


def _planned(request: HttpRequest, schools: list[School], *back: str) -> HttpResponse:
    form = PlanningForm(request.POST)
    if not form.is_valid():
        problem(request, "Choose what is to be planned.")
        return redirect(*back)
    today, until = request.access.today, None
    if form.cleaned_data["until"] == "term":
        until = max(filter(None, (_end_of_term(school, today) for school in schools)), default=None)
    job = start_planning(schools=schools, until=until, by=request.user)
    return redirect(f"{reverse('my_work')}?job={job.pk}")


def _end_of_term(school: School, today: dt.date) -> dt.date | None:
    ends = [last for _, last in calendar_of(school).terms if last >= today]
    return min(ends, default=None)


@school_view(Permission.EDIT_PLANS)
@require_POST
def accept_review_calendar(request: HttpRequest) -> HttpResponse:
    """Plan the meetings that are proposed."""
    version = request.POST.get("version", "")
    try:
        number, refused = accept_calendar(
            school=request.school,
            version=int(version) if version.isdecimal() else -1,
            by=request.user,
        )
    except TransitionNotAllowed as reason:
        problem(request, str(reason))
        return redirect(PAGE, request.school.slug)
    done(request, f"{number} meeting{'' if number == 1 else 's'} planned. Invite people next.")
    if refused:
        warn(request, f"{len(refused)} could not be planned: look at them on the plan’s page.")
    return redirect(PAGE, request.school.slug)


@school_view(Permission.EDIT_PLANS)
def proposed_review(request: HttpRequest, proposed_review: UUID) -> HttpResponse:
    """One review: its days with what speaks against each; moved, locked, wishes kept."""
    row = opened_proposal(request, proposed_review)
    form = ProposalForm(request.POST or None, record=row, slots=rules_of(request.school).slots)
    if request.POST and carried_out(
        form,
        lambda: change_proposal(
            row=row,
            values=form.facts,
            today=request.access.today,
            by=request.user,
            version=form.cleaned_data["version"],
        ),
    ):
        done(request, "The calendar is changed. Plan the rest again if others should follow.")
        return redirect(PAGE, request.school.slug)
    diary = Diary(request.school, request.access.today, row)
    record_event(
        Action.VIEW_PLAN, school=request.school, by=request.access, pupil_ids=[row.plan.pupil_id]
    )
    context = {
        "row": row,
        "form": form,
        "days": diary.days() if diary.is_due else [],
        "joint": joint_meeting.of_proposal(request.access, row),
    }
    return render(request, "ehcp/calendar/review.html", context)


@school_view(Permission.EDIT_PLANS)
def review_day(request: HttpRequest, proposed_review: UUID) -> HttpResponse:
    """Whether a review can stand on a day and time: asked while somebody chooses."""
    row = opened_proposal(request, proposed_review)
    form = ProposalForm(request.GET, record=row, slots=rules_of(request.school).slots)
    form.is_valid()
    on, at = form.cleaned_data.get("meeting_on"), form.cleaned_data.get("starts_at")
    reasons: list[str] | None = None
    if on and at:
        diary = Diary(request.school, request.access.today, row)
        reasons = diary.reasons(on, f"{at:%H:%M}") if diary.is_due else []
    context = {"on": on, "at": at, "reasons": reasons, "row": row}
    return render(request, "ehcp/calendar/reason.html", context)


def opened_proposal(request: HttpRequest, pk: UUID) -> ProposedReview:
    """A proposal in reach; 404 without."""
    row = find_proposal(request.access, pk)
    if row is None:
        raise Http404
    return row


@school_view(Permission.EDIT_PLANS)
def review_rules(request: HttpRequest) -> HttpResponse:
    """What the school's calendar keeps to."""
    form = RulesForm(request.POST or None, record=rules_of(request.school))
    if request.POST and carried_out(
        form,
        lambda: change_rules(
            school=request.school,
            values=form.facts,
            by=request.user,
            version=form.cleaned_data["version"],
        ),
    ):
        done(request, "The rules are kept. Plan the rest again to use them.")
        return redirect(PAGE, request.school.slug)
    context = {"form": form, "cancel_url": reverse(PAGE, args=[request.school.slug])}
    return render(request, "ehcp/calendar/rules.html", context)


@school_view(Permission.EDIT_PLANS)
def add_calendar_person(request: HttpRequest) -> HttpResponse:
    """Add somebody who comes to reviews."""
    return _person(request, None)


@school_view(Permission.EDIT_PLANS)
def calendar_person(request: HttpRequest, calendar_person: UUID) -> HttpResponse:
    """Change when somebody comes."""
    return _person(request, _find_person(request, calendar_person))


@school_view(Permission.EDIT_PLANS)
@require_POST
def remove_calendar_person(request: HttpRequest, calendar_person: UUID) -> HttpResponse:
    """Take somebody off the list."""
    remove_person(person=_find_person(request, calendar_person), by=request.user)
    done(request, "Taken off the list.")
    return redirect(PAGE, request.school.slug)


def _find_person(request: HttpRequest, pk: UUID) -> CalendarPerson:
    found = find_person(request.school, pk)
    if found is None:
        raise Http404
    return found


def _person(request: HttpRequest, person: CalendarPerson | None) -> HttpResponse:
    plans = plans_to_choose(request.access)
    form = PersonForm(request.POST or None, record=person, plans=plans)
    if request.POST and carried_out(
        form,
        lambda: keep_person(
            school=request.school,
            person=person,
            values=form.facts,
            plans=form.cleaned_data["plans"],
            by=request.user,
            version=form.cleaned_data["version"],
        ),
    ):
        done(request, "Kept. Plan the rest again to use it.")
        return redirect(PAGE, request.school.slug)
    record_event(
        Action.VIEW_PLANS,
        school=request.school,
        by=request.access,
        pupil_ids=[plan.pupil_id for plan in plans],
    )
    context = {
        "form": form,
        "person": person,
        "cancel_url": reverse(PAGE, args=[request.school.slug]),
    }
    return render(request, "ehcp/calendar/person.html", context)
