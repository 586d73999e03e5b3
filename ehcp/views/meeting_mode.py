"""Meeting mode: one screen for the person who chairs, kept while one types."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done
from ehcp.meeting_forms import NotesForm
from ehcp.models import ReviewMeeting
from ehcp.review_forms import FinishForm
from ehcp.selectors.meeting_mode import meeting_mode
from ehcp.selectors.meeting_record import people_asked
from ehcp.services.meeting_notes import finish_record, write_notes
from ehcp.views.review_opening import open_meeting, review_form, review_page, review_url
from pupils.forms.talks import ActionForm
from pupils.selectors.actions import colleagues_at

#: Fields of the action that is agreed on the same page.
ACTION = "action"


@school_view(Permission.EDIT_PLANS)
def meeting(request: HttpRequest, review: UUID) -> HttpResponse:
    """Outcomes one by one, changes by section, differences of opinion, actions."""
    child, row, found = open_meeting(request, review)
    if row is None:
        return redirect("review_set_up", request.school.slug, review)
    if found.report_sent_on:
        return redirect(review_url(found, request.school.slug, "said"))
    form, action = _notes_form(request, row), _action_form(request)
    if request.method == "POST" and _kept(request, row, form, action):
        where = "review_meeting_finish" if "finish" in request.POST else "review_meeting"
        if where == "review_meeting":
            done(request, "Agreed, and everything is kept." if action.is_bound else "Kept.")
        return redirect(where, request.school.slug, review)
    return review_page(
        request,
        "ehcp/reviewing/meeting.html",
        child,
        form=form,
        action=action,
        mode=form.mode,
        people=people_asked(request.access, row),
        review=found,
        row=row,
    )


@school_view(Permission.EDIT_PLANS)
@require_POST
def draft(request: HttpRequest, review: UUID) -> HttpResponse:
    """Keep what is being typed: 409 when somebody else wrote in the same box meanwhile."""
    _, row, _ = open_meeting(request, review)
    form = _notes_form(request, row) if row else None
    if row is None or form is None or not form.is_valid():
        return HttpResponse(status=422)
    try:
        refused = write_notes(
            meeting=row, words=form.words, sitting=form.cleaned_data["sitting"], by=request.user
        )
    except TransitionNotAllowed:
        return HttpResponse(status=422)
    return HttpResponse(status=409 if refused else 204)


@school_view(Permission.EDIT_PLANS)
def finish(request: HttpRequest, review: UUID) -> HttpResponse:
    """What the meeting recommends; with it the record is whole."""
    child, row, found = open_meeting(request, review)
    if row is None:
        return redirect("review_set_up", request.school.slug, review)
    form = FinishForm(request.POST or None, initial={"recommendation": row.recommendation})
    if request.method == "POST" and carried_out(
        form, lambda: finish_record(meeting=row, by=request.user, **form.cleaned_data)
    ):
        done(request, "The record is finished. The report is due two weeks after the meeting.")
        return redirect(review_url(found, request.school.slug, "said"))
    return review_form(
        request,
        child,
        found,
        form,
        heading="Finish the record",
        submit="Finish",
        note="The council decides; the report says what the meeting recommends.",
    )


def _notes_form(request: HttpRequest, row: ReviewMeeting) -> NotesForm:
    return NotesForm(
        request.POST or None,
        mode=meeting_mode(request.access, row),
        may_mark=request.access.can(Permission.VIEW_SENSITIVE),
    )


def _action_form(request: HttpRequest) -> ActionForm:
    """Filled in only when something is agreed with this press."""
    is_agreed = request.method == "POST" and bool(request.POST.get(f"{ACTION}-what", "").strip())
    return ActionForm(
        request.POST if is_agreed else None,
        prefix=ACTION,
        colleagues=colleagues_at(request.school, today=request.access.today),
        me=request.user,
    )


def _kept(request: HttpRequest, row: ReviewMeeting, form: NotesForm, action: ActionForm) -> bool:
    """Save notes and action; what somebody else wrote meanwhile is shown beside."""
    is_good = form.is_valid() & (not action.is_bound or action.is_valid())
    if not is_good:
        return False
    try:
        refused = write_notes(
            meeting=row,
            words=form.words,
            sitting=form.cleaned_data["sitting"],
            by=request.user,
            action=action.new_action if action.is_bound else None,
        )
    except TransitionNotAllowed as fault:
        form.add_error(None, str(fault))
        return False
    if refused:
        form.show_theirs(refused)
    return not refused
