"""My sessions today, on a phone: a tap a child, all at once, a day later, for somebody else."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from aylsham.secrets import page_key
from provision.forms.sessions import AtForm, SessionForm
from provision.selectors.sessions import SessionCard, empty_card, sessions_of_day
from provision.services.sessions import log_session
from provision.views.parts import parts

PAGE, ONE = "sessions", "session_log"


@school_view(Permission.RECORD_PROGRESS)
def sessions(request: HttpRequest) -> HttpResponse:
    """What the asker gives on a day, or everybody does, with a tap for each child."""
    require(request, Permission.VIEW_NEEDS)
    on = AtForm(request.GET).at(request.access.today).on
    mine = request.GET.get("whose") != "all"
    cards = sessions_of_day(request.access, on, mine=mine)
    _record(request, cards)
    context = {
        "parts": parts(request, PAGE),
        "cards": [(card, SessionForm(card=card)) for card in cards],
        "on": on,
        "mine": mine,
        **_sealing(request),
    }
    return render(request, "provision/sessions/day.html", context)


@school_view(Permission.RECORD_PROGRESS)
def session_one(request: HttpRequest, given) -> HttpResponse:
    """Log one session, or correct and settle what was logged."""
    require(request, Permission.VIEW_NEEDS)
    at = AtForm(request.POST or request.GET).at(request.access.today)
    card = empty_card(request.access, given, at)
    if card is None:
        raise Http404
    if request.method == "POST":
        return _logged(request, card)
    _record(request, [card])
    return _page(request, card, SessionForm(card=card))


def _logged(request: HttpRequest, card: SessionCard) -> HttpResponse:
    form = SessionForm(request.POST, card=card)
    row = card.provision
    row.school = request.school
    is_kept = carried_out(
        form,
        lambda: log_session(
            provision=row,
            at=card.at,
            marks=form.marks(),
            by=request.user,
            key=form.cleaned_data["key"],
            seen=form.cleaned_data["seen"] or 0,
            on_behalf_of=row.staff if form.cleaned_data["for_staff"] else None,
        ),
    )
    if request.headers.get("HX-Request"):
        return _answer(form, is_kept)
    if not is_kept:
        return _page(request, card, form)
    done(request, "It is logged.")
    own = "" if row.staff_id == request.user.pk else "&whose=all"
    return redirect(f"{reverse(PAGE, args=[request.school.slug])}?on={card.at.on}{own}")


def _answer(form: SessionForm, is_kept: bool) -> JsonResponse:
    """What the script is told: kept, or why not, in words."""
    if is_kept:
        return JsonResponse({"state": "kept"})
    words = next((error for errors in form.errors.values() for error in errors), "")
    return JsonResponse({"state": "refused", "words": words}, status=400)


def _page(request: HttpRequest, card: SessionCard, form: SessionForm) -> HttpResponse:
    context = {"card": card, "form": form, "on": card.at.on, **_sealing(request)}
    return render(request, "provision/sessions/one.html", context)


def _sealing(request: HttpRequest) -> dict[str, str]:
    """Seals what waits to be sent on the device: only this person's next page has the key."""
    ids = (request.user.pk, request.school.pk)
    return {
        "sealing_key": page_key("sessions.unsent.key", *ids),
        "sealing_owner": page_key("sessions.unsent.owner", *ids)[:16],
    }


def _record(request: HttpRequest, cards: list[SessionCard]) -> None:
    ids = sorted({row.pupil.pk for card in cards for row in card.children})
    record_event(Action.VIEW_SESSIONS, school=request.school, by=request.access, pupil_ids=ids)
