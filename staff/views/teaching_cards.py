"""Cards of adaptive teaching: read by every adult, kept by who keeps training."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from staff.forms.teaching_cards import CardForm, CardsFilter
from staff.models import FederationCard
from staff.selectors.teaching_cards import card_of, cards_by_need
from staff.selectors.training_topics import keeps_shared_topics
from staff.services.teaching_cards import add_card, change_card, start_cards

PAGE = "teaching_cards"


@school_view(Permission.OPEN_TODAY)
def cards(request: HttpRequest) -> HttpResponse:
    """What helps in class, need by need."""
    form = CardsFilter(request.GET)
    chosen, may_keep = form.chosen, request.access.can(Permission.KEEP_TRAINING)
    context = {
        "form": form,
        "needs": cards_by_need(
            request.access,
            need=chosen.get("need", ""),
            words=chosen.get("words", ""),
            with_retired=may_keep,
        ),
        "may_keep": may_keep,
        "may_share": may_keep and keeps_shared_topics(request.access),
    }
    return render(request, "staff/cards/list.html", context)


@school_view(Permission.KEEP_TRAINING)
def card_add(request: HttpRequest) -> HttpResponse:
    """Write a card."""
    may_share = keeps_shared_topics(request.access)
    initial = {"need_type": request.GET.get("need", "")}
    form = CardForm(request.POST or None, may_share=may_share, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_card(
            school=request.school,
            by=request.user,
            is_shared=form.cleaned_data.get("is_shared", False),
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        done(request, "The card is there for everybody.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Write a card", "Keep it")


@school_view(Permission.KEEP_TRAINING)
def card_change(request: HttpRequest, teaching_card) -> HttpResponse:
    """Change a card; the federation's by whoever keeps training at every school."""
    card = card_of(request.school, teaching_card)
    if card is None:
        raise Http404
    if isinstance(card, FederationCard):
        _require_shared(request)
    form = CardForm(request.POST or None, record=card)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_card(
            card=card,
            school=request.school,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "It is changed.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Change the card", "Save")


@school_view(Permission.KEEP_TRAINING)
@require_POST
def cards_start(request: HttpRequest) -> HttpResponse:
    """Take the cards that come with Aylsham into the federation's."""
    _require_shared(request)
    count = start_cards(school=request.school, by=request.user)
    done(request, f"{count} cards are there. Change any that do not fit your schools.")
    return redirect(PAGE, request.school.slug)


def _require_shared(request: HttpRequest) -> None:
    if not keeps_shared_topics(request.access):
        raise Refused(request.school, Permission.KEEP_TRAINING)


def _form(request: HttpRequest, form, heading: str, submit: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "cancel_url": reverse(PAGE, args=[request.school.slug]),
        "crumb": "What helps in class",
    }
    return render(request, "staff/training/form.html", context)
