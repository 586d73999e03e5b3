"""Views and advice: asked for, chased, typed in, read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.family_codes import ASKED_FOR, VIEWS, AskKind
from pupils.forms.contributions import AddressForm, AskForm, VoiceChangeForm, VoiceForm
from pupils.list_files import REQUESTS
from pupils.questions import questions_for
from pupils.rules.asking import MOST_CODES
from pupils.selectors.contributions import (
    can_be_asked,
    notes_of,
    open_requests,
    received_files,
    request_of,
    shows_address,
    voice_of,
)
from pupils.selectors.sharing import verdicts_on
from pupils.services.contributions.asking import (
    A_REQUEST,
    ask_for_views,
    cancel_request,
    send_again,
)
from pupils.services.contributions.reminding import send_reminders
from pupils.services.contributions.voices import correct_voice, record_voice
from pupils.views.opening import child_form, child_page, child_url, open_child

TAB = "child_family"


@school_view(Permission.VIEW_FAMILY_LOG)
@has_file
def requests_open(request: HttpRequest) -> HttpResponse:
    """Everything that is still awaited."""
    access = request.access
    found = open_requests(access)
    record_event(
        Action.VIEW_REQUESTS,
        school=request.school,
        by=access,
        pupil_ids=list(dict.fromkeys(ask.pupil_id for ask in found)),
    )
    if asks_for_file(request):
        return list_file(request, REQUESTS, found)
    return render(request, "pupils/requests.html", {"asks": found, "today": access.today})


@school_view(Permission.ASK_FOR_VIEWS)
def ask_add(request: HttpRequest, pupil) -> HttpResponse:
    """Ask a parent or a professional."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    contacts, today = can_be_asked(child.pupil), request.access.today
    form = AskForm(
        request.POST or None,
        contacts=contacts,
        verdicts=verdicts_on(contacts, A_REQUEST, today=today),
    )
    if request.method == "POST" and carried_out(
        form, lambda: ask_for_views(pupil=child.pupil, by=request.user, **form.facts)
    ):
        done(request, "The link is on its way. We remind them on school days.")
        return redirect(child_url(TAB, child))
    return child_form(
        request,
        child,
        form,
        heading="Ask for views or advice",
        submit="Send the link",
        back=TAB,
        template="pupils/ask_form.html",
    )


@school_view(Permission.VIEW_FAMILY_LOG)
def ask(request: HttpRequest, pupil, ask) -> HttpResponse:
    """One request: what was asked, and the log that proves it."""
    child, found = _opened(request, pupil, ask)
    return child_page(
        request,
        "pupils/ask.html",
        child,
        tab="family",
        ask=found,
        notes=notes_of(found),
        is_out_of_codes=found.codes_sent >= MOST_CODES,
        shows_address=shows_address(request.access, found),
        files=received_files(request.access, found),
        form=AddressForm(initial={"email": found.email}, message=found.message),
        may_ask=request.access.can(Permission.ASK_FOR_VIEWS),
    )


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def ask_again(request: HttpRequest, pupil, ask) -> HttpResponse:
    """Send a new link, to a corrected address if need be."""
    child, found = _opened(request, pupil, ask)
    form = AddressForm(request.POST, message=found.message)
    if carried_out(form, lambda: send_again(ask=found, by=request.user, **form.cleaned_data)):
        done(request, "A new link is on its way. The earlier one no longer works.")
    else:
        problem(request, " ".join(e for errors in form.errors.values() for e in errors))
    return redirect(child_url("ask", child, found.pk))


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def ask_remind(request: HttpRequest, pupil, ask) -> HttpResponse:
    """Remind now."""
    child, found = _opened(request, pupil, ask)
    today = request.access.today
    try:
        if found.is_open and send_reminders(child.school, [found], today=today, by=request.user):
            done(request, "The reminder is on its way.")
        else:
            problem(request, "No reminder was sent: see the log below.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(child_url("ask", child, found.pk))


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def ask_cancel(request: HttpRequest, pupil, ask) -> HttpResponse:
    """The answer is no longer wanted."""
    child, found = _opened(request, pupil, ask)
    try:
        cancel_request(ask=found, by=request.user)
        done(request, "Cancelled. The link no longer works.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(child_url("ask", child, found.pk))


@school_view(Permission.LOG_CONTACT)
def voice_add(request: HttpRequest, pupil) -> HttpResponse:
    """Type in views that came on paper, by phone or in person."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    kind = request.GET.get("kind", AskKind.PUPIL_VIEWS)
    if kind not in VIEWS:
        raise Http404
    initial = {"said_by": child.pupil.known_as} if kind == AskKind.PUPIL_VIEWS else {}
    form = VoiceForm(request.POST or None, questions=questions_for(kind), initial=initial)
    if request.method == "POST" and carried_out(
        form, lambda: record_voice(pupil=child.pupil, kind=kind, by=request.user, **form.facts)
    ):
        done(request, "Their words are kept as you wrote them.")
        return redirect(child_url(TAB, child))
    return child_form(
        request,
        child,
        form,
        heading=f"Write down: {AskKind(kind).label.lower()}",
        submit="Save",
        back=TAB,
        template="pupils/voice_form.html",
        kinds=ASKED_FOR,
        kind=kind,
        hands_over=" ".join(form.keys),
    )


@school_view(Permission.VIEW_PUPILS)
def voice(request: HttpRequest, pupil, voice) -> HttpResponse:
    """Read views or advice in full; say better when and how they came."""
    child = open_child(request, pupil, Action.VIEW_VOICE)
    found = voice_of(request.access, child.pupil, voice)
    if found is None:
        raise Http404
    may_log = request.access.can(Permission.LOG_CONTACT)
    form = VoiceChangeForm(request.POST or None, record=found) if may_log else None
    if (
        request.method == "POST"
        and form
        and carried_out(
            form,
            lambda: correct_voice(
                voice=found, version=form.cleaned_data["version"], by=request.user, **form.facts
            ),
        )
    ):
        done(request, "Corrected. The words themselves stay as they were given.")
        return redirect(child_url("voice", child, found.pk))
    return child_page(request, "pupils/voice.html", child, tab="family", voice=found, form=form)


def _opened(request: HttpRequest, pupil, pk):
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    found = request_of(child.pupil, pk)
    if found is None:
        raise Http404
    return child, found
