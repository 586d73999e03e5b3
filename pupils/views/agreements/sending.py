"""Requests on their way: the sheet to sign, a new link, a reminder, taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.agreement_codes import AgreementStep
from pupils.forms.contributions import AddressForm
from pupils.paper_codes import PaperKind
from pupils.services.agreements.asking import (
    as_outgoing,
    cancel_ask,
    note,
    send_again,
)
from pupils.services.agreements.reminding import send_reminders
from pupils.services.outgoing import refusal_of
from pupils.services.papers import ask_for_paper
from pupils.views.agreements.opening import ASK, open_ask, text_url
from pupils.views.opening import child_url
from pupils.views.printing import to_work


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def agreement_sheet(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """A sheet to sign for one person, set as a PDF by a worker."""
    child, found = open_ask(request, pupil, agreement_ask, Action.PRINT)
    if refusal := refusal_of(as_outgoing(found)):
        problem(request, refusal)
        return redirect(child_url(ASK, child, found.pk))
    html = render_to_string(
        "pupils/print/agreement.html",
        {
            "ask": found,
            "text": found.text,
            "school": child.school,
            "child": child.pupil.known_as,
            "today": request.access.today,
        },
    )
    note(found, AgreementStep.PRINTED, by=request.user)
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.AGREEMENT,
        html=html,
        of_on=request.access.today,
        permission=Permission.ASK_FOR_VIEWS,
        by=request.user,
    )
    return to_work(job)


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def agreement_again(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """Send a new link, to a corrected address if need be."""
    child, found = open_ask(request, pupil, agreement_ask)
    form = AddressForm(request.POST, message=found.text.title)
    if carried_out(form, lambda: send_again(ask=found, by=request.user, **form.cleaned_data)):
        done(request, "A new link is on its way. The earlier one no longer works.")
    else:
        problem(request, " ".join(e for errors in form.errors.values() for e in errors))
    return redirect(child_url(ASK, child, found.pk))


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def agreement_remind(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """Remind now."""
    child, found = open_ask(request, pupil, agreement_ask)
    try:
        if send_reminders([found], today=request.access.today, by=request.user):
            done(request, "The reminder is on its way.")
        else:
            problem(request, "No reminder was sent: see the log below.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(child_url(ASK, child, found.pk))


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def agreement_cancel(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """A person is no longer asked."""
    child, found = open_ask(request, pupil, agreement_ask)
    try:
        cancel_ask(ask=found, by=request.user)
        done(request, "They are no longer asked. The link no longer works.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(text_url(child, found))
