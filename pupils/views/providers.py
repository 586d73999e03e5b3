"""Providers that are bought in or come free: days, visits, cost, reports."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.clock import academic_year
from aylsham.editing import carried_out
from aylsham.list_files import table_file
from aylsham.notices import done
from pupils.forms.providers import ProviderForm, VisitForm
from pupils.selectors.providers import (
    children_on_roll,
    line_of,
    provider_of,
    providers_of,
    unseen_children,
    visit_of,
    visits_to,
    years_of,
)
from pupils.services.providers import add_provider, add_visit, change_provider, change_visit

PAGE = "providers"
VISIT = "pupils/providers/visit.html"
HEADINGS = (
    "Provider", "What they do", "Kind", "School year", "Days agreed", "Days planned", "Days used",
    "Days left", "Cost of a day (£)", "Cost agreed (£)", "Cost so far (£)", "Children seen",
    "Report due", "Report received", "Contact",
)  # fmt: skip


@school_view(Permission.VIEW_PROVIDERS)
def providers(request: HttpRequest) -> HttpResponse:
    """The providers of a school year, with days left and cost so far."""
    year = _year(request)
    lines = providers_of(request.access, academic_year=year)
    context = {
        "lines": lines,
        "year": year,
        "years": sorted({*years_of(request.access), academic_year(request.access.today)}),
        "total": sum(line.cost_so_far for line in lines),
        "agreed": sum(line.cost_agreed for line in lines),
        "may_edit": request.access.can(Permission.EDIT_REFERRALS),
        "may_export": request.access.can(Permission.EXPORT),
    }
    return render(request, "pupils/providers/list.html", context)


@school_view(Permission.VIEW_PROVIDERS)
def providers_export(request: HttpRequest) -> HttpResponse:
    """The same as a workbook: sums, and nothing about a child."""
    if not request.access.can(Permission.EXPORT):
        raise Http404
    year = _year(request)
    lines = providers_of(request.access, academic_year=year)
    rows = [
        (
            line.name,
            line.does,
            line.kind_words,
            line.year_words,
            line.days,
            line.planned,
            line.used,
            line.left,
            line.pence_a_day / 100,
            line.cost_agreed,
            line.cost_so_far,
            line.children,
            line.report_due_on,
            line.report_received_on,
            ", ".join(line.contact),
        )
        for line in lines
    ]
    record_event(
        Action.EXPORT_LIST,
        school=request.school,
        by=request.access,
        detail={"list": "providers", "rows": len(rows)},
    )
    return table_file(request, "Providers", HEADINGS, rows, f"providers-{year}")


@school_view(Permission.EDIT_REFERRALS)
def provider_add(request: HttpRequest) -> HttpResponse:
    """What was agreed with a provider."""
    form = ProviderForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: add_provider(school=request.school, by=request.user, **form.facts)
    ):
        done(request, "The provider is in the list.")
        return redirect(PAGE, request.school.slug)
    return _form(
        request, form, "Add a provider", "Add it", reverse(PAGE, args=[request.school.slug])
    )


@school_view(Permission.VIEW_PROVIDERS)
def provider(request: HttpRequest, provider) -> HttpResponse:
    """One provider with the visits and the children seen."""
    found = _found(request, provider)
    visits = visits_to(request.access, found)
    record_event(
        Action.VIEW_PROVIDER,
        school=request.school,
        by=request.access,
        pupil_ids=sorted({pupil.pk for visit in visits for pupil in visit.pupils}),
        subject=found,
    )
    context = {
        "line": line_of(request.access, found),
        "visits": visits,
        "may_edit": request.access.can(Permission.EDIT_REFERRALS),
    }
    return render(request, "pupils/providers/provider.html", context)


@school_view(Permission.EDIT_REFERRALS)
def provider_change(request: HttpRequest, provider) -> HttpResponse:
    """Change what was agreed; note that the report came."""
    found = _found(request, provider)
    form = ProviderForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_provider(
            provider=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is changed.")
        return redirect("provider", request.school.slug, found.pk)
    return _form(request, form, "Change a provider", "Save", _address(request, found))


@school_view(Permission.EDIT_REFERRALS)
def visit_add(request: HttpRequest, provider) -> HttpResponse:
    """Plan a visit, or record one."""
    found = _found(request, provider)
    form = VisitForm(request.POST or None, children=children_on_roll(request.access))
    if request.method == "POST" and carried_out(
        form,
        lambda: add_visit(
            provider=found,
            key=form.cleaned_data["key"] or form.initial["key"],
            pupils=form.chosen,
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "The visit is recorded.")
        return redirect("provider", request.school.slug, found.pk)
    _shown(request, found, form)
    address = _address(request, found)
    return _form(request, form, "Add a visit", "Add it", address, VISIT)


@school_view(Permission.EDIT_REFERRALS)
def visit_change(request: HttpRequest, provider, provider_visit) -> HttpResponse:
    """What became of a visit, and whom they saw."""
    found = _found(request, provider)
    row = visit_of(request.access, found, provider_visit)
    if row is None:
        raise Http404
    form = VisitForm(
        request.POST or None,
        record=row,
        children=children_on_roll(request.access),
        seen=[child.pupil for child in row.seen_now],
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: change_visit(
            visit=row,
            version=form.cleaned_data["version"],
            pupils=form.chosen,
            unseen=unseen_children(request.access, row),
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "The visit is changed.")
        return redirect("provider", request.school.slug, found.pk)
    _shown(request, found, form)
    return _form(request, form, "A visit", "Save", _address(request, found), VISIT)


def _shown(request: HttpRequest, found, form: VisitForm) -> None:
    """The form lists the children of the school: that is written down."""
    ids = [pupil.pk for pupil in form.children.values()]
    record_event(
        Action.VIEW_PUPILS, school=request.school, by=request.access, pupil_ids=ids, subject=found
    )


def _year(request: HttpRequest) -> int:
    words = request.GET.get("year", "")
    is_year = words.isascii() and words.isdigit() and len(words) == 4
    return int(words) if is_year else academic_year(request.access.today)


def _found(request: HttpRequest, pk):
    found = provider_of(request.access, pk)
    if found is None:
        raise Http404
    return found


def _address(request: HttpRequest, found) -> str:
    return reverse("provider", args=[request.school.slug, found.pk])


def _form(
    request, form, heading: str, submit: str, cancel_url: str, template: str = "pupils/form.html"
) -> HttpResponse:
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": cancel_url}
    return render(request, template, context)
