"""My sessions today, on a phone: a tap a child, all at once, a day later, for somebody else."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.access.roles import LOGS_FIRST
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from aylsham.secrets import page_key
from aylsham.signin.devices import is_shared
from provision.forms.sessions import AtForm, SessionForm
from provision.rules.open_weeks import DAY, SCHOOL_DAYS
from provision.selectors.log_card import bare_card
from provision.selectors.session_cards import SessionCard
from provision.selectors.session_lists import by_adult
from provision.selectors.sessions import empty_card, sessions_of_day
from provision.services.sessions import log_session
from provision.views.parts import parts

PAGE, ONE = "sessions", "session_log"


@school_view(Permission.VIEW_SESSIONS)
def sessions(request: HttpRequest) -> HttpResponse:
    """What the asker gives on a day, with a tap for each child; everybody's, adult by adult."""
    require(request, Permission.VIEW_NEEDS)
    access = request.access
    on = AtForm(request.GET).at(access.today).on
    mine, cards = _whose(request, on)
    if "first" in request.GET and not (cards and access.roles <= LOGS_FIRST):
        return redirect("school_home", request.school.slug)
    _record(request, cards)
    others = [card for card in cards if card.is_off_day]
    cards = [card for card in cards if not card.is_off_day]
    context = {
        "parts": [] if is_shared(request) else parts(request, PAGE),
        "cards": [(card, SessionForm(card=card)) for card in cards] if mine else [],
        "waiting": sum(card.is_waiting for card in cards),
        "adults": [] if mine else by_adult(cards),
        "others": others,
        "on": on,
        "before": _school_day(on, -1),
        "after": _school_day(on, 1) if on < access.today else None,
        "mine": mine,
        **how_to_log(request),
    }
    return render(request, "provision/sessions/day.html", context)


def _whose(request: HttpRequest, on: dt.date) -> tuple[bool, list[SessionCard]]:
    """The asker's own sessions, unless everybody's are asked for or there are none of their own."""
    asked = request.GET.get("whose", "")
    if asked != "all":
        own = sessions_of_day(request.access, on, mine=True)
        if own or asked == "mine" or "first" in request.GET:
            return True, own
    return False, sessions_of_day(request.access, on, mine=False)


def _school_day(on: dt.date, step: int) -> dt.date:
    """The weekday before or after."""
    day = on + step * DAY
    while day.weekday() >= SCHOOL_DAYS:
        day += step * DAY
    return day


@school_view(Permission.VIEW_SESSIONS)
def session_one(request: HttpRequest, given) -> HttpResponse:
    """Log one session, or correct and settle what was logged; some only read it."""
    require(request, Permission.VIEW_NEEDS)
    at = AtForm(request.POST or request.GET).at(request.access.today)
    read = bare_card if request.method == "POST" else empty_card
    card = read(request.access, given, at)
    if card is None:
        raise Http404
    if request.method == "POST":
        require(request, Permission.RECORD_PROGRESS)
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
            on_behalf_of=_for_whom(request, card) if form.cleaned_data["for_staff"] else None,
        ),
    )
    if request.headers.get("HX-Request"):
        return _answer(form, is_kept)
    if not is_kept:
        form.card = empty_card(request.access, row.pk, card.at) or card
        return _page(request, form.card, form)
    done(request, "It is logged.")
    own = "" if card.given_for == request.user else "&whose=all"
    return redirect(f"{reverse(PAGE, args=[request.school.slug])}?on={card.at.on}{own}")


def _for_whom(request: HttpRequest, card: SessionCard):
    """Whoever gives it, if that is another."""
    return None if card.given_for == request.user else card.given_for


def _answer(form: SessionForm, is_kept: bool) -> JsonResponse:
    """What the script is told: kept, or why not, in words, and which box they are about."""
    if is_kept:
        return JsonResponse({"state": "kept"})
    field, words = next(((name, errors[0]) for name, errors in form.errors.items()), ("", ""))
    return JsonResponse({"state": "refused", "words": words, "field": field}, status=400)


def _page(request: HttpRequest, card: SessionCard, form: SessionForm) -> HttpResponse:
    context = {"card": card, "form": form, "on": card.at.on, **how_to_log(request)}
    return render(request, "provision/sessions/one.html", context)


def how_to_log(request: HttpRequest) -> dict[str, object]:
    """Whether the asker logs, on whose device, and what seals the logs that wait on it.

    Only this person's next page has the key.
    """
    ids = (request.user.pk, request.school.pk)
    return {
        "may_log": request.access.can(Permission.RECORD_PROGRESS),
        "is_shared": is_shared(request),
        "sealing_key": page_key("sessions.unsent.key", *ids),
        "sealing_owner": page_key("sessions.unsent.owner", *ids)[:16],
    }


def _record(request: HttpRequest, cards: list[SessionCard]) -> None:
    ids = sorted({row.pupil.pk for card in cards for row in card.children})
    record_event(Action.VIEW_SESSIONS, school=request.school, by=request.access, pupil_ids=ids)
