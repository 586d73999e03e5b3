"""What provision costs, and the rates it is worked out by."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from provision.forms.rates import RateCardForm
from provision.selectors.costs import WAYS, costs
from provision.selectors.rates import card_lines, rate_book, rate_card_of, rates_on
from provision.services.rates import add_rate_card, change_rate_card
from provision.views.parts import parts
from provision.views.provisions import asked_year

PAGE, RATES = "costs", "rates"
FIRST_WAY = "tier"


@school_view(Permission.VIEW_COSTS)
def provision_costs(request: HttpRequest) -> HttpResponse:
    """Planned costs of a school year by one, two or three breakdowns, with the proof."""
    year = asked_year(request)
    asked = [request.GET.get(name, "") for name in ("by", "then", "and")]
    page = costs(request.access, year, filter(None, asked) if any(asked) else [FIRST_WAY])
    record_event(
        Action.VIEW_COSTS, school=request.school, by=request.access, pupil_ids=page.pupil_ids
    )
    context = {
        "parts": parts(request, PAGE),
        "page": page,
        "year": year,
        "years": [year - 1, year, year + 1],
        "chosen": _boxes(page),
        "ways": WAYS.values(),
        "may_keep": request.access.can(Permission.KEEP_RATES),
    }
    return render(request, "provision/costs.html", context)


@school_view(Permission.VIEW_COSTS)
def rates(request: HttpRequest) -> HttpResponse:
    """Every rate card, the newest first."""
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


def _boxes(page):
    """The three boxes to choose breakdowns in: name, label, what is chosen."""
    keys = [way.key for way in page.ways] + ["", "", ""]
    return list(zip(("by", "then", "and"), ("By", "then by", "and by"), keys, strict=False))


def _form(request: HttpRequest, form, heading: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "submit": "Save",
        "cancel_url": reverse(RATES, args=[request.school.slug]),
    }
    return render(request, "provision/rate_form.html", context)
