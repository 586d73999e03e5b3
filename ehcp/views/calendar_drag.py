"""A review dragged to another day of the calendar: what speaks against each day, and the drop."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.notices import done, problem
from ehcp.calendar_forms import DropForm
from ehcp.selectors.calendar.reasons import Diary
from ehcp.services.calendar.changing import PROPOSAL_FIELDS, drop_proposal
from ehcp.views.calendar import PAGE, opened_proposal


@school_view(Permission.EDIT_PLANS)
def review_days(request: HttpRequest, proposed_review: UUID) -> HttpResponse:
    """Every day of a review's window with what speaks against it, and the form that drops it."""
    row = opened_proposal(request, proposed_review)
    diary = Diary(request.school, request.access.today, row)
    record_event(
        Action.VIEW_PLAN, school=request.school, by=request.access, pupil_ids=[row.plan.pupil_id]
    )
    form = DropForm(initial={"version": version_of(row, PROPOSAL_FIELDS)})
    days = diary.days() if diary.is_due else []
    return render(request, "ehcp/calendar/days.html", {"row": row, "form": form, "days": days})


@school_view(Permission.EDIT_PLANS)
@require_POST
def review_drop(request: HttpRequest, proposed_review: UUID) -> HttpResponse:
    """Move a review to a day and lock it there; refused with the reasons."""
    row, form = opened_proposal(request, proposed_review), DropForm(request.POST)
    if not form.is_valid():
        problem(request, "Drop the review on a day of the calendar.")
        return redirect(PAGE, request.school.slug)
    try:
        row = drop_proposal(
            row=row, today=request.access.today, by=request.user, **form.cleaned_data
        )
    except (TransitionNotAllowed, StaleSave) as refused:
        problem(request, str(refused))
    else:
        day = f"{row.meeting_on:%a} {row.meeting_on.day} {row.meeting_on:%b}"
        done(
            request,
            f"Moved to {day}, {row.starts_at:%H:%M}, and locked. "
            "Plan the rest again if others should follow.",
        )
    return redirect(PAGE, request.school.slug)
