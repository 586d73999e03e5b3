"""Pupil premium plus on the page: a year of a school, of all schools, and of a child."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event, record_events
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.notices import done
from aylsham.spreadsheets import xlsx_file
from lac.forms.premium import RateForm, year_words, years_around
from lac.premium_codes import RateFor
from lac.premium_return import HEADINGS, return_rows
from lac.selectors.premium import premium_of, premium_year, rates_of, years_of
from lac.services.premium import set_rate
from lac.views.parts import parts_of_school
from provision.rules.elements import financial_year
from pupils.paper_codes import PaperKind
from pupils.selectors.strategies import keeps_federation_library
from pupils.services.papers import ask_for_paper
from pupils.views.opening import child_page, child_url, open_child
from pupils.views.printing import to_work

VIEW, KEEP = Permission.VIEW_PREMIUM, Permission.KEEP_PREMIUM
PAGE, CHILD, TAB = "premium", "child_premium", "premium"


@school_view(VIEW)
def premium(request: HttpRequest) -> HttpResponse:
    """What every pound of a financial year was for, child by child."""
    page = premium_year(request.access, asked_year(request))
    _seen(request, page)
    rates = rates_of(request.school, page.year)
    context = _year_context(request, page) | {
        "parts": parts_of_school(request.access, PAGE),
        "rates": [(RateFor(key).label, rate) for key, rate in rates.items()],
        "may_keep": request.access.can(KEEP),
        "may_rate": keeps_federation_library(request.access),
        "several": len(request.access.schools_with(VIEW)) > 1,
    }
    return render(request, "lac/premium/year.html", context)


@federation_view(VIEW)
def federation_premium(request: HttpRequest) -> HttpResponse:
    """The same of all schools."""
    page = premium_year(request.access, asked_year(request))
    shown = {
        school: [c.pupil.pk for c in page.children if c.pupil.school_id == school.pk]
        for school in request.access.schools_with(VIEW)
    }
    record_events(Action.VIEW_PREMIUM, by=request.access, pupil_ids_by_school=shown)
    names = {school.pk: school for school in shown}
    groups = [
        (school, [c for c in page.children if c.pupil.school_id == pk])
        for pk, school in names.items()
    ]
    parts = parts_of_school(request.access, PAGE)
    context = _year_context(request, page) | {"groups": groups, "parts": parts}
    return render(request, "lac/premium/federation.html", context)


@school_view(KEEP)
def premium_return(request: HttpRequest) -> HttpResponse:
    """What the virtual school is told of its money, as a workbook."""
    page = premium_year(request.access, asked_year(request))
    told = [child for child in page.children if child.is_told_to_the_virtual_school]
    record_event(
        Action.EXPORT_PREMIUM,
        school=request.school,
        by=request.access,
        pupil_ids=[child.pupil.pk for child in told],
        detail={"year": page.year},
    )
    data = xlsx_file(f"Premium plus {page.year}", HEADINGS, return_rows(page))
    return as_download(data, f"premium-plus-{page.year}.xlsx")


@school_view(KEEP)
def premium_rate(request: HttpRequest) -> HttpResponse:
    """Write down the rate of a financial year for the whole federation."""
    if not keeps_federation_library(request.access):
        raise Refused(request.school, Permission.MANAGE_STRATEGIES)
    years = years_around(request.access.today)
    this = financial_year(request.access.today)
    form = RateForm(request.POST or None, years=years, initial={"financial_year": this})
    back = reverse(PAGE, args=[request.school.slug])
    if request.method == "POST" and carried_out(
        form, lambda: set_rate(school=request.school, by=request.user, **form.facts)
    ):
        done(request, "The rate is written down for every school of the federation.")
        return redirect(f"{back}?year={form.cleaned_data['financial_year']}")
    return render(request, "lac/premium/rate.html", {"form": form, "cancel_url": back})


@school_view(VIEW)
def child_premium(request: HttpRequest, pupil) -> HttpResponse:
    """A child's year: what was given, asked for, paid, and what it changed."""
    child = open_child(request, pupil, Action.VIEW_PREMIUM)
    year = asked_year(request)
    this = financial_year(request.access.today)
    known = years_of(request.access, child.pupil)
    return child_page(
        request,
        "lac/premium/child.html",
        child,
        tab=TAB,
        money=premium_of(request.access, child.pupil, year),
        year=year,
        year_words=year_words(year),
        years=[(each, year_words(each)) for each in sorted({*known, this, year}, reverse=True)],
        may_keep=request.access.can(KEEP) and not child.pupil.closed_on,
    )


@school_view(VIEW)
@require_POST
def child_premium_print(request: HttpRequest, pupil) -> HttpResponse:
    """Start setting the child's year as a PDF."""
    child = open_child(request, pupil, Action.PRINT)
    year = asked_year(request)
    facts = {
        "money": premium_of(request.access, child.pupil, year),
        "name": child.pupil.full_name,
        "school": child.school.name,
        "year_words": year_words(year),
        "today": request.access.today,
    }
    child.pupil.school = child.school
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.PREMIUM,
        html=render_to_string("lac/print/premium.html", facts),
        of_on=request.access.today,
        permission=VIEW,
        by=request.user,
    )
    return to_work(job)


def asked_year(request: HttpRequest) -> int:
    """The financial year that the address names, or this one."""
    asked = request.GET.get("year") or request.POST.get("year") or ""
    near = {str(year): year for year in range(2013, request.access.today.year + 2)}
    return near.get(asked, financial_year(request.access.today))


def child_year_url(child, year: int) -> str:
    """The child's page of a financial year."""
    return f"{child_url(CHILD, child)}?year={year}"


def _year_context(request: HttpRequest, page) -> dict:
    return {
        "page": page,
        "year_words": year_words(page.year),
        "years": [(year, year_words(year)) for year in years_around(request.access.today)],
    }


def _seen(request: HttpRequest, page) -> None:
    record_event(
        Action.VIEW_PREMIUM,
        school=request.school,
        by=request.access,
        pupil_ids=[child.pupil.pk for child in page.children],
    )
