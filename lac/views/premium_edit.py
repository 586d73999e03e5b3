"""Writing about pupil premium plus: sums, requests and their steps, costs, what was changed."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from lac.forms.premium import (
    CostForm,
    FundingForm,
    ImpactForm,
    RequestForm,
    StepForm,
    years_around,
)
from lac.premium_codes import OPEN, Payer, RequestState
from lac.premium_steps import steps_of
from lac.selectors.premium import (
    cost_of,
    funding_of,
    open_targets_of,
    premium_of,
    rates_of,
    request_of,
)
from lac.services import premium as services
from lac.views.premium import KEEP, TAB, asked_year, child_year_url
from provision.rules.elements import financial_days, financial_year
from pupils.selectors.documents import papers_of
from pupils.selectors.identity import Child
from pupils.views.opening import child_form, child_page, open_child


@school_view(KEEP)
def funding_add(request: HttpRequest, pupil: UUID) -> HttpResponse:
    """A sum that was given for the child, or given back."""
    child = open_child(request, pupil, Action.VIEW_PREMIUM)
    year = asked_year(request)
    form = FundingForm(
        request.POST or None, years=_years(request, year), initial=_usual(request, child, year)
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: services.add_funding(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        return _saved(request, child, form.facts["financial_year"], "The sum is written down.")
    return _form(request, child, form, "A sum that was given", year)


@school_view(KEEP)
def funding_change(request: HttpRequest, premium_funding: UUID) -> HttpResponse:
    """Put a sum right."""
    row, child = _found(request, funding_of, premium_funding)
    year = row.financial_year
    form = FundingForm(request.POST or None, record=row, years=_years(request, year))
    if request.method == "POST" and carried_out(
        form,
        lambda: services.change_funding(
            funding=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _saved(request, child, form.facts["financial_year"], "The sum is corrected.")
    return _form(request, child, form, "Correct a sum", year)


@school_view(KEEP)
def funding_remove(request: HttpRequest, premium_funding: UUID) -> HttpResponse:
    """A sum that was entered by mistake."""
    row, child = _found(request, funding_of, premium_funding)
    return _take_away(
        request,
        child,
        row.financial_year,
        "this sum",
        lambda: services.remove_funding(funding=row, by=request.user),
    )


@school_view(KEEP)
def request_add(request: HttpRequest, pupil: UUID) -> HttpResponse:
    """Plan what money is to do for a target."""
    child = open_child(request, pupil, Action.VIEW_PREMIUM)
    year, targets = asked_year(request), open_targets_of(request.access, child.pupil)
    if not targets:
        return child_page(request, "lac/premium/no_target.html", child, tab=TAB)
    form = RequestForm(
        request.POST or None,
        targets=targets,
        years=_years(request, year),
        initial={
            "financial_year": year,
            "payer": _payer(request, child, year),
            "starts_on": request.access.today,
        },
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: services.write_request(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        said = "The request is written. Next: have it agreed before money is spent."
        return _saved(request, child, form.facts["financial_year"], said)
    return _form(request, child, form, "Plan what money is to do", year)


@school_view(KEEP)
def request_change(request: HttpRequest, premium_request: UUID) -> HttpResponse:
    """Reword a request to which nobody has agreed yet."""
    row, child = _found(request, request_of, premium_request)
    if row.state not in OPEN:
        problem(request, "It has been answered, so its words stay as they were.")
        return redirect(child_year_url(child, row.financial_year))
    form = RequestForm(
        request.POST or None,
        record=row,
        targets=open_targets_of(request.access, child.pupil, also=row.target_id),
        years=_years(request, row.financial_year),
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: services.change_request(
            request=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _saved(request, child, form.facts["financial_year"], "The request is changed.")
    return _form(request, child, form, "Change the request", row.financial_year)


@school_view(KEEP)
def request_step(request: HttpRequest, premium_request: UUID) -> HttpResponse:
    """Ask for it, agree, refuse, withdraw, or take the answer back; `?to=` names the step."""
    row, child = _found(request, request_of, premium_request)
    offered = {step.to: step for step in steps_of(row)}
    step = offered.get(request.GET.get("to", ""))
    if step is None:
        problem(request, "That step is not open. Look at how the request stands.")
        return redirect(child_year_url(child, row.financial_year))
    is_answer = step.to in (RequestState.AGREED, RequestState.REFUSED)
    form = StepForm(request.POST or None, is_answer=is_answer, today=request.access.today)
    if request.method == "POST" and carried_out(
        form,
        lambda: services.take_step(request=row, to=step.to, by=request.user, **form.facts),
    ):
        return _saved(request, child, row.financial_year, f"{step.heading}.")
    return _form(request, child, form, step.heading, row.financial_year, note=row.what)


@school_view(KEEP)
def request_impact(request: HttpRequest, premium_request: UUID) -> HttpResponse:
    """Say what the money changed."""
    row, child = _found(request, request_of, premium_request)
    form = ImpactForm(request.POST or None, record=row)
    form.initial["impact_on"] = row.impact_on or request.access.today
    if request.method == "POST" and carried_out(
        form,
        lambda: services.judge_impact(
            request=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _saved(request, child, row.financial_year, "What it changed is written down.")
    note = f"{row.what}. It was to change: {row.intended}"
    return _form(request, child, form, "What it changed", row.financial_year, note=note)


@school_view(KEEP)
def cost_add(request: HttpRequest, premium_request: UUID) -> HttpResponse:
    """What was paid for a request, or came back."""
    row, child = _found(request, request_of, premium_request)
    form = CostForm(
        request.POST or None,
        papers=papers_of(request.access, child.pupil),
        initial={"on": request.access.today},
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: services.record_cost(
            request=row, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        return _saved(request, child, row.financial_year, "The cost is written down.")
    return _form(request, child, form, "What was paid", row.financial_year, note=row.what)


@school_view(KEEP)
def cost_change(request: HttpRequest, premium_cost: UUID) -> HttpResponse:
    """Put a cost right."""
    row, child = _found(request, cost_of, premium_cost)
    form = CostForm(request.POST or None, record=row, papers=papers_of(request.access, child.pupil))
    if request.method == "POST" and carried_out(
        form,
        lambda: services.change_cost(
            cost=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _saved(request, child, row.request.financial_year, "The cost is corrected.")
    return _form(request, child, form, "Correct a cost", row.request.financial_year)


@school_view(KEEP)
def cost_remove(request: HttpRequest, premium_cost: UUID) -> HttpResponse:
    """A cost that was entered by mistake."""
    row, child = _found(request, cost_of, premium_cost)
    return _take_away(
        request,
        child,
        row.request.financial_year,
        "this cost",
        lambda: services.remove_cost(cost=row, by=request.user),
    )


def _found(request: HttpRequest, selector, key: UUID):
    """The row and its child, whose record is opened by it."""
    row = selector(request.access, key)
    if row is None:
        raise Http404
    pupil = row.request.pupil_id if hasattr(row, "request_id") else row.pupil_id
    return row, open_child(request, pupil, Action.VIEW_PREMIUM)


def _years(request: HttpRequest, year: int) -> list[int]:
    """Years to choose from: those around this one, and that of the page."""
    return sorted({*years_around(request.access.today), year})


def _payer(request: HttpRequest, child: Child, year: int) -> str:
    kind = premium_of(request.access, child.pupil, year).kind
    return Payer.SCHOOL if kind == "previously" else Payer.VIRTUAL_SCHOOL if kind else ""


def _usual(request: HttpRequest, child: Child, year: int) -> dict:
    """What a sum usually is: the year's rate, from whoever pays for such a child."""
    payer = _payer(request, child, year)
    rate = rates_of(request.school, year)["plac" if payer == Payer.SCHOOL else "lac"]
    pounds = {"pounds": rate.pence / 100} if rate.pence else {}
    first, last = financial_days(year)
    today = request.access.today
    on = today if financial_year(today) == year else first if today < first else last
    return {"financial_year": year, "payer": payer, "on": min(on, today)} | pounds


def _saved(request: HttpRequest, child: Child, year: int, words: str) -> HttpResponse:
    done(request, words)
    return redirect(child_year_url(child, year))


def _form(
    request: HttpRequest, child: Child, form, heading: str, year: int, note: str = ""
) -> HttpResponse:
    back = child_year_url(child, year)
    return child_form(
        request, child, form, heading=heading, submit="Save", tab=TAB, cancel_url=back, note=note
    )


def _take_away(request: HttpRequest, child: Child, year: int, what: str, change) -> HttpResponse:
    back = child_year_url(child, year)
    if request.method != "POST":
        return child_page(
            request, "pupils/take_away.html", child, tab=TAB, what=what, cancel_url=back
        )
    try:
        change()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "It is taken away.")
    return redirect(back)
