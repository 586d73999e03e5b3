"""The steps of a plan: ready, meeting, signatures, sent, feedback, opened again, withdrawn."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.datewords import iso_day
from aylsham.notices import problem
from lac.forms.pep_steps import FeedbackForm, MeetingForm, SendForm, SignForm
from lac.forms.peps import WhyForm
from lac.pep_codes import PepKind
from lac.selectors.pep_rows import action_of
from lac.services.pep_feedback import finish_action, record_feedback
from lac.services.peps import (
    add_signature,
    complete_support_plan,
    finish_signing,
    mark_ready,
    record_meeting,
    reopen_pep,
    send_pep,
    set_meeting_day,
    withdraw_pep,
)
from lac.views.opening import found
from lac.views.pep_opening import PLAN, open_plan, plan_step, to_plan
from pupils.views.opening import child_url

EDIT = Permission.EDIT_CARE


def _pressed(request: HttpRequest, pupil, pep, step, words: str) -> HttpResponse:
    """A step that needs nothing but a press."""
    child, row = open_plan(request, pupil, pep)
    try:
        step(pep=row, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(child_url(PLAN, child, row.pk))
    return to_plan(request, child, row, words)


@school_view(EDIT)
@require_POST
def pep_ready(request: HttpRequest, pupil, pep) -> HttpResponse:
    """Everything is written and checked."""
    return _pressed(request, pupil, pep, mark_ready, "The plan is ready for the meeting.")


@school_view(EDIT)
@require_POST
def pep_signed(request: HttpRequest, pupil, pep) -> HttpResponse:
    """Everybody has signed."""
    words = "Signed. Facts, words and targets stay as they are now."
    return _pressed(request, pupil, pep, finish_signing, words)


@school_view(EDIT)
@require_POST
def pep_complete(request: HttpRequest, pupil, pep) -> HttpResponse:
    """A signed support plan is complete."""
    return _pressed(request, pupil, pep, complete_support_plan, "The support plan is complete.")


@school_view(EDIT)
def pep_meet(request: HttpRequest, pupil, pep) -> HttpResponse:
    """When the meeting will be; `on` is the day of another meeting about the child."""
    child, row = open_plan(request, pupil, pep)
    start = {"meeting_on": iso_day(request.GET.get("on", "")) or row.meeting_on}
    form = MeetingForm(request.POST or None, initial=start)
    return plan_step(
        request,
        child,
        row,
        form,
        lambda: set_meeting_day(pep=row, by=request.user, **form.cleaned_data),
        heading="When the meeting will be",
        submit="Save",
        words="The meeting has its day. Tell whoever comes to it.",
    )


@school_view(EDIT)
def pep_held(request: HttpRequest, pupil, pep) -> HttpResponse:
    """The meeting was held."""
    child, row = open_plan(request, pupil, pep)
    form = MeetingForm(request.POST or None, initial={"meeting_on": row.meeting_on or child.today})
    return plan_step(
        request,
        child,
        row,
        form,
        lambda: record_meeting(pep=row, by=request.user, **form.cleaned_data),
        heading="The meeting was held",
        submit="Record it",
        words="Recorded. Write who came, then who signs.",
    )


@school_view(EDIT)
def pep_sign(request: HttpRequest, pupil, pep) -> HttpResponse:
    """Somebody signed."""
    child, row = open_plan(request, pupil, pep)
    start = {"signed_on": child.today, "whose": request.GET.get("as", "")}
    form = SignForm(request.POST or None, kind=PepKind(row.kind), initial=start)
    return plan_step(
        request,
        child,
        row,
        form,
        lambda: add_signature(pep=row, by=request.user, **form.cleaned_data),
        heading="Record a signature",
        submit="Record it",
        words="The signature is recorded.",
    )


@school_view(EDIT)
def pep_send(request: HttpRequest, pupil, pep) -> HttpResponse:
    """The plan went to the virtual school."""
    child, row = open_plan(request, pupil, pep)
    form = SendForm(request.POST or None, initial={"sent_on": child.today})
    return plan_step(
        request,
        child,
        row,
        form,
        lambda: send_pep(pep=row, by=request.user, **form.cleaned_data),
        heading="It was sent",
        submit="Record it",
        words="Recorded. Now the virtual school has it.",
    )


@school_view(EDIT)
def pep_feedback(request: HttpRequest, pupil, pep) -> HttpResponse:
    """What the virtual school says."""
    child, row = open_plan(request, pupil, pep)
    form = FeedbackForm(request.POST or None, initial={"feedback_on": child.today})
    return plan_step(
        request,
        child,
        row,
        form,
        lambda: record_feedback(pep=row, by=request.user, **form.facts),
        heading="What the virtual school says",
        submit="Record it",
        words="Recorded.",
    )


@school_view(EDIT)
@require_POST
def pep_action_done(request: HttpRequest, pupil, pep, pep_action) -> HttpResponse:
    """What the virtual school asked for is done."""
    child, row = open_plan(request, pupil, pep)
    action = found(action_of(row, pep_action))
    action.pep = row
    finish_action(action=action, by=request.user)
    return to_plan(request, child, row, "Done.")


@school_view(EDIT)
def pep_reopen(request: HttpRequest, pupil, pep) -> HttpResponse:
    """Write on, and why; signatures go."""
    child, row = open_plan(request, pupil, pep)
    form = WhyForm(request.POST or None, label="Why it is opened again")
    return plan_step(
        request,
        child,
        row,
        form,
        lambda: reopen_pep(pep=row, by=request.user, **form.cleaned_data),
        heading="Open the plan again",
        submit="Open it again",
        words="The plan can be written again.",
        note="It goes back to being written. Whoever signed signs again.",
    )


@school_view(EDIT)
def pep_withdraw(request: HttpRequest, pupil, pep) -> HttpResponse:
    """The plan is not needed after all."""
    child, row = open_plan(request, pupil, pep)
    form = WhyForm(request.POST or None, label="Why it is withdrawn")
    return plan_step(
        request,
        child,
        row,
        form,
        lambda: withdraw_pep(pep=row, by=request.user, **form.cleaned_data),
        heading="Withdraw the plan",
        submit="Withdraw it",
        words="The plan is withdrawn. Another can be begun for this term.",
        note="It stays readable among the earlier plans. Links that are out no longer work.",
    )
