"""The rates of roles by which provision is costed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from provision.forms.rates import RateCardForm
from provision.list_files import RATE_CARDS
from provision.selectors.rates import card_lines, rate_book, rate_card_of, rates_on
from provision.services.rates import add_rate_card, change_rate_card
from provision.views.parts import parts

PAGE, RATES = "costs", "rates"


@school_view(Permission.VIEW_COSTS)
@has_file
def rates(request: HttpRequest) -> HttpResponse:
    """Every rate card, the newest first."""
    if asks_for_file(request):
        return list_file(
            request,
            RATE_CARDS,
            [(c, role, rate) for c in card_lines(request.school) for role, rate in c.rates],
        )
    context = {
        "parts": parts(request, PAGE),
        "lines": card_lines(request.school),
        "may_keep": request.access.can(Permission.KEEP_RATES),
    }
    return render(request, "provision/rates.html", context)


@school_view(Permission.KEEP_RATES)
def rate_card_add(request: HttpRequest) -> HttpResponse:
    """A new card, beginning with the rates that hold now."""
    today = request.access.today
    known = rate_book(request.school).card_on(today)
    form = RateCardForm(
        request.POST or None, rates=known[1] if known else {}, initial={"starts_on": today}
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_rate_card(
            school=request.school, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The rates are kept.")
        return redirect(RATES, request.school.slug)
    return _form(request, form, "New rates")


@school_view(Permission.KEEP_RATES)
def rate_card_change(request: HttpRequest, rate_card) -> HttpResponse:
    """Put a card right."""
    card = rate_card_of(request.access, rate_card)
    if card is None:
        raise Http404
    form = RateCardForm(request.POST or None, card=card, rates=rates_on(card))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_rate_card(
            card=card, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The rates are changed, and the costs with them.")
        return redirect(RATES, request.school.slug)
    return _form(request, form, "Change the rates")


def _form(request: HttpRequest, form, heading: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "submit": "Save",
        "cancel_url": reverse(RATES, args=[request.school.slug]),
    }
    return render(request, "provision/rate_form.html", context)
