"""Funding: each stream of money for SEN, what became of it, and the costed case."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.notices import done
from aylsham.spreadsheets import xlsx_book
from provision.forms.funding import CorrectionForm, FundingSumForm
from provision.rules.elements import financial_year
from provision.selectors.cost_ways import WAYS
from provision.services.funding import add_funding_sum, correct_funding_sum
from provision.views.parts import parts
from reports.selectors.funding import funding, funding_sum_of, has_early_years
from reports.selectors.funding_lines import Funding
from reports.selectors.funding_sheet import COHORTS, funding_sheets

PAGE = "funding"


@school_view(Permission.VIEW_COSTS)
def funding_page(request: HttpRequest) -> HttpResponse:
    """What was received, planned, given and is still to come; children and cohorts."""
    page = funding(request.access, _asked_year(request))
    _record(request, Action.VIEW_COSTS, page)
    way = WAYS[_one_of(request, "by", COHORTS)]
    context = {
        "parts": parts(request, PAGE),
        "page": page,
        "years": list(_years(request)),
        "ways": [WAYS[key] for key in COHORTS],
        "way": way,
        "cohorts": page.cohorts(way),
        "may_keep": request.access.can(Permission.KEEP_RATES),
        "may_export": request.access.can(Permission.EXPORT),
        "sees_premium": request.access.can(Permission.VIEW_PREMIUM),
    }
    return render(request, "reports/funding/page.html", context)


@school_view(Permission.EXPORT)
def funding_sheet(request: HttpRequest) -> HttpResponse:
    """The year as a workbook for the council's moderation."""
    require(request, Permission.VIEW_COSTS)
    page = funding(request.access, _asked_year(request), goes_out=True)
    _record(request, Action.EXPORT_LIST, page, format="xlsx", list="funding")
    return as_download(xlsx_book(funding_sheets(page)), f"funding-{page.year}.xlsx")


@school_view(Permission.KEEP_RATES)
def funding_sum_add(request: HttpRequest) -> HttpResponse:
    """Write down a sum that was received, or given back."""
    form = FundingSumForm(
        request.POST or None,
        years=_years(request),
        has_early_years=has_early_years(request.school),
        initial={"financial_year": _asked_year(request)},
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_funding_sum(
            school=request.school, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The sum is written down.")
        return redirect(_back(request, form))
    return _form(request, form, "A sum that was received")


@school_view(Permission.KEEP_RATES)
def funding_sum_correct(request: HttpRequest, funding_sum) -> HttpResponse:
    """Put a sum right; the old one stays."""
    wrong = funding_sum_of(request.access, funding_sum)
    if wrong is None:
        raise Http404
    form = CorrectionForm(
        request.POST or None,
        wrong=wrong,
        years=sorted({*_years(request), wrong.financial_year}),
        has_early_years=True,
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: correct_funding_sum(
            wrong=wrong,
            why=form.cleaned_data["why"],
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        done(request, "The sum is put right; the old one stays beneath it.")
        return redirect(_back(request, form))
    return _form(request, form, "Put a sum right")


def _years(request: HttpRequest) -> range:
    this = financial_year(request.access.today)
    return range(this - 2, this + 2)


def _asked_year(request: HttpRequest) -> int:
    """The financial year that the address names, or this one."""
    near = {str(year): year for year in _years(request)}
    return near.get(request.GET.get("year", ""), financial_year(request.access.today))


def _one_of(request: HttpRequest, name: str, known: tuple[str, ...]) -> str:
    asked = request.GET.get(name, "")
    return asked if asked in known else known[0]


def _record(request: HttpRequest, action: Action, page: Funding, **detail: str) -> None:
    shown = page.children if action == Action.EXPORT_LIST else page.above
    ids = [line.pupil.pk for line in shown]
    record_event(action, school=request.school, by=request.access, pupil_ids=ids, detail=detail)


def _back(request: HttpRequest, form: forms.Form) -> str:
    year = form.cleaned_data["financial_year"]
    return f"{reverse(PAGE, args=[request.school.slug])}?year={year}"


def _form(request: HttpRequest, form: forms.Form, heading: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "submit": "Save",
        "cancel_url": reverse(PAGE, args=[request.school.slug]),
    }
    return render(request, "reports/funding/form.html", context)
