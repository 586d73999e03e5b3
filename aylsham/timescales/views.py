"""The date calculator: every clock of the product with the facts that a person enters."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.calendars import calendar_of
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales import selectors
from aylsham.timescales.facts import FactProblem, in_words
from aylsham.timescales.forms import FactsForm, WhatIfForm
from aylsham.timescales.registry import REGISTRY, Result, UnknownRule
from aylsham.timescales.rules import FactKind, Rule


@school_view(Permission.WORK_OUT_DATES)
def school_rules(request: HttpRequest) -> HttpResponse:
    """Every rule by subject, and what has changed in them."""
    return _rules(request)


@federation_view(Permission.WORK_OUT_DATES)
def federation_rules(request: HttpRequest) -> HttpResponse:
    """The same over all schools."""
    return _rules(request)


@school_view(Permission.WORK_OUT_DATES)
def school_rule(request: HttpRequest, code: str) -> HttpResponse:
    """One rule: enter the facts, see the dates; the calendar is the school's own."""
    return _rule(request, code)


@federation_view(Permission.WORK_OUT_DATES)
def federation_rule(request: HttpRequest, code: str) -> HttpResponse:
    """The same over all schools; the person says whose calendar counts."""
    return _rule(request, code)


def _rules(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "aylsham/dates/rules.html",
        {"subjects": selectors.subjects(), "changes": REGISTRY.changes()},
    )


def _rule(request: HttpRequest, code: str) -> HttpResponse:
    if code not in REGISTRY:
        raise Http404
    rule = REGISTRY.rule_for(code)
    is_asked = "go" in request.GET
    form = FactsForm(rule, request.GET if is_asked else None)
    what_if = WhatIfForm(rule, request.GET if is_asked else None)
    school = _school(request)
    calendar = calendar_of(school) if school else None
    result = _result(rule, form, form.cleaned_data, calendar) if form.is_valid() else None
    other = None
    if result and what_if.is_used and what_if.is_valid():
        other = _result(rule, what_if, what_if.facts(form.cleaned_data), calendar)
    context = {
        "rule": result.rule if result else rule,
        "form": form,
        "what_if": what_if,
        "result": result,
        "other": other,
        "rows": selectors.rows(result, other) if result else [],
        "entered": [
            *selectors.facts_of(form),
            *selectors.facts_of(what_if, "What if: "),
        ],
        "versions": REGISTRY.versions(code),
        "moved": selectors.moved_dates(request.access, rule),
        "calendar_school": school,
        "federation_schools": [] if request.access.school else request.access.schools,
        "closures": calendar.closures() if calendar and rule.fact("first_day_closed") else (),
    }
    return render(request, "aylsham/dates/rule.html", context)


def _school(request: HttpRequest) -> School | None:
    """Whose calendar counts: the page's school, or the one of them that the person chose."""
    access = request.access
    if access.school:
        return access.school
    chosen = request.GET.get("school")
    return next((school for school in access.schools if school.slug == chosen), None)


def _result(
    rule: Rule, form: FactsForm | WhatIfForm, facts: dict, calendar: SchoolCalendar | None
) -> Result | None:
    """The dates, or None with the reason on the form."""
    needed = [fact for fact in rule.facts if fact.kind is FactKind.CALENDAR]
    if needed and calendar is None:
        form.add_error(None, "Choose the school whose school days are to be counted.")
        return None
    try:
        return REGISTRY.calculate(
            rule.code, {**facts, **{f.name: calendar for f in needed}}, calendar=calendar
        )
    except FactProblem as problem:
        for name, words in problem.problems.items():
            form.add_error(name if name in form.fields else None, in_words(rule, words))
    except UnknownRule as problem:
        form.add_error(None, str(problem))
    return None
