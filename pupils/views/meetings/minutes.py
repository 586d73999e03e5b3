"""In the meeting and after it: minutes as one types, who came, what was agreed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.family_codes import ActionSource
from pupils.forms.minutes import HeldForm, MinutesForm
from pupils.forms.talks import ActionForm
from pupils.selectors.actions import colleagues_at
from pupils.selectors.meetings.page import children_of, invitees_of, items_of
from pupils.services.actions import add_action
from pupils.services.meetings.minutes import finish_minutes, write_minutes
from pupils.services.meetings.planning import hold_meeting
from pupils.views.meetings.opening import PAGE, meeting_url, open_to_write
from pupils.views.opening import child_form, child_page, child_url


@school_view(Permission.LOG_CONTACT)
def meeting_minutes(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """A box for each item; kept while one types."""
    child, found = open_to_write(request, pupil, meeting)
    form = _minutes_form(request, found)
    if request.method == "POST" and form.is_valid():
        try:
            refused = write_minutes(
                meeting=found,
                words=form.words,
                sitting=form.cleaned_data["sitting"],
                by=request.user,
            )
        except TransitionNotAllowed as fault:
            form.add_error(None, str(fault))
        else:
            if not refused:
                done(request, "The minutes are saved.")
                return redirect(meeting_url(child, found))
            form.show_theirs(refused)
    return child_page(
        request,
        "pupils/meetings/minutes.html",
        child,
        tab="meetings",
        form=form,
        meeting=found,
        cancel_url=meeting_url(child, found),
    )


@school_view(Permission.LOG_CONTACT)
@require_POST
def meeting_draft(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """Keep what is being typed: 409 when somebody else wrote the same item meanwhile."""
    _, found = open_to_write(request, pupil, meeting)
    form = _minutes_form(request, found)
    if not form.is_valid():
        return HttpResponse(status=422)
    try:
        refused = write_minutes(
            meeting=found, words=form.words, sitting=form.cleaned_data["sitting"], by=request.user
        )
    except TransitionNotAllowed:
        return HttpResponse(status=422)
    return HttpResponse(status=409 if refused else 204)


@school_view(Permission.LOG_CONTACT)
@require_POST
def meeting_minutes_done(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """The minutes are complete."""
    child, found = open_to_write(request, pupil, meeting)
    try:
        finish_minutes(meeting=found, by=request.user)
        done(request, "The minutes are finished.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(meeting_url(child, found))


@school_view(Permission.LOG_CONTACT)
def meeting_held(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """The meeting took place: who came."""
    child, found = open_to_write(request, pupil, meeting)
    form = HeldForm(request.POST or None, meeting=found, invitees=invitees_of(found))
    if request.method == "POST" and carried_out(
        form, lambda: hold_meeting(meeting=found, by=request.user, **form.facts)
    ):
        done(request, "Recorded. Now the minutes.")
        return redirect(child_url("meeting_minutes", child, found.pk))
    return child_form(
        request,
        child,
        form,
        heading="Who came",
        submit="The meeting was held",
        back=PAGE,
        back_args=(found.pk,),
        tab="meetings",
    )


@school_view(Permission.LOG_CONTACT)
def meeting_action_add(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """Agree an action about the child from whose record the meeting was opened."""
    child, found = open_to_write(request, pupil, meeting)
    form = ActionForm(
        request.POST or None,
        colleagues=colleagues_at(child.school, today=request.access.today),
        me=request.user,
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_action(
            pupil=child.pupil,
            action=form.new_action,
            agreed_on=request.access.today,
            by=request.user,
            source=ActionSource.MEETING,
            source_id=found.pk,
        ),
    ):
        done(request, "Agreed. It stands in what is due.")
        return redirect(meeting_url(child, found))
    return child_form(
        request,
        child,
        form,
        heading="Agree an action",
        submit="Save",
        back=PAGE,
        back_args=(found.pk,),
        tab="meetings",
    )


def _minutes_form(request: HttpRequest, meeting) -> MinutesForm:
    access = request.access
    return MinutesForm(
        request.POST or None,
        lines=items_of(access, meeting, children_of(access, meeting), is_whole=True),
        may_mark=access.can(Permission.VIEW_SENSITIVE),
    )
