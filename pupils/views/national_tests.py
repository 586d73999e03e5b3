"""One year's national tests at a school: who needs a decision, dates, rooms, the signature."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.clock import academic_year
from aylsham.documents.fitting import fit_pdf
from aylsham.documents.rendering import PdfProblem
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file, table_file
from aylsham.models import School
from aylsham.notices import done, problem
from pupils.arrangement_codes import DayKind, NationalTest
from pupils.forms.arrangements import DayForm
from pupils.list_files_of_school import TEST_DATES
from pupils.selectors.arrangements import (
    children_of_test,
    pupils_of_test,
    to_sign,
)
from pupils.selectors.national_test_dates import date_lines, days_of_tests, taught
from pupils.selectors.normal_way import HEADINGS, log_of
from pupils.services.arrangements.everywhere import record_date_everywhere
from pupils.services.arrangements.week import sign_arrangements
from pupils.views.printing import pdf_answer


@school_view(Permission.VIEW_NEEDS)
def arrangements(request: HttpRequest) -> HttpResponse:
    """Children of the tests' year groups: their arrangements, and who needs a decision."""
    tests = taught(request.school) or list(NationalTest)
    test = request.GET.get("test", "")
    test = test if test in tests else tests[0]
    everybody = children_of_test(request.access, test)
    places = sorted({child.place for child in everybody})
    place = request.GET.get("class", "")
    found = [child for child in everybody if place not in places or child.place == place]
    undecided = [child for child in found if child.is_undecided]
    is_undecided = request.GET.get("show") == "undecided"
    saw(request, Action.VIEW_ARRANGEMENTS, found)
    year = academic_year(request.access.today)
    days = days_of_tests(request.school)
    return render(
        request,
        "pupils/tests/list.html",
        {
            "tests": [(t, NationalTest(t).label, t == test) for t in tests],
            "test": test,
            "test_words": NationalTest(test).label,
            "children": undecided if is_undecided else found,
            "number": len(undecided),
            "total": len(found),
            "is_undecided": is_undecided,
            "places": places,
            "place": place if place in places else "",
            "days": [
                (kind.label, days[year, test, kind])
                for kind in DayKind
                if (year, test, kind) in days
            ],
            "may_edit": request.access.can(Permission.EDIT_ARRANGEMENTS),
            "may_export": request.access.can(Permission.EXPORT),
        },
    )


@school_view(Permission.EXPORT)
def normal_way_of_year(request: HttpRequest, test) -> HttpResponse:
    """The normal-way-of-working log of everybody in the test's year groups, as one sheet."""
    require(request, Permission.VIEW_NEEDS)
    known_test(test)
    pupils = pupils_of_test(request.access, test)
    lines = log_of(request.access, pupils)
    ids = [pupil.pk for pupil in pupils]
    record_event(
        Action.EXPORT_LIST, school=request.school, by=request.access, pupil_ids=ids,
        detail={"format": "xlsx"},
    )  # fmt: skip
    return table_file(
        request,
        "Normal way of working",
        HEADINGS,
        [line.cells for line in lines],
        f"normal-way-of-working-{request.access.today:%Y-%m-%d}",
    )


# Dates


@school_view(Permission.VIEW_NEEDS)
@has_file
def test_dates(request: HttpRequest) -> HttpResponse:
    """This year's days, where each stands and how sure it is."""
    year = academic_year(request.access.today)
    lines = date_lines(request.school, year, taught(request.school) or list(NationalTest))
    may_edit = request.access.can(Permission.EDIT_ARRANGEMENTS)
    if asks_for_file(request):
        return list_file(request, TEST_DATES, lines)
    context = {"lines": lines, "year": year, "next_year": year + 1, "may_edit": may_edit}
    return render(request, "pupils/tests/dates.html", context)


@school_view(Permission.EDIT_ARRANGEMENTS)
def test_date(request: HttpRequest, test, day) -> HttpResponse:
    """Enter, correct or take away a day of this year's test."""
    known_test(test)
    year = academic_year(request.access.today)
    lines = date_lines(request.school, year, [test])
    line = next((each for each in lines if each.kind == day), None)
    if line is None:
        raise Http404
    known = line.day and {
        "on": line.day.on,
        "source": line.day.source,
        "confidence": line.day.confidence,
    }
    others = _others_who_sit(request, test)
    form = DayForm(
        request.POST or None, record=line.row, year=year, others=others, initial=known or {}
    )
    kept: list[School] = []
    if request.method == "POST" and carried_out(
        form,
        lambda: kept.extend(
            record_date_everywhere(
                school=request.school,
                others=others if form.cleaned_data.get("everywhere") else (),
                academic_year=year,
                test=test,
                kind=day,
                version=form.cleaned_data["version"],
                by=request.user,
                **form.facts,
            )
        ),
    ):
        own = ", ".join(school.name for school in kept)
        said = f" {own}: has a day of its own, which stays." if own else ""
        done(request, f"The day is saved. What is due follows it.{said}")
        return redirect("test_dates", request.school.slug)
    heading = f"{line.kind_words}: {line.test_words.lower()}"
    return form_page(request, form, heading, reverse("test_dates", args=[request.school.slug]))


def _others_who_sit(request: HttpRequest, test: str) -> list[School]:
    """The asker's other schools of the federation whose children sit a test."""
    schools = request.access.schools_with(Permission.EDIT_ARRANGEMENTS)
    here = request.school
    return [
        school
        for school in schools
        if school != here and school.federation_id == here.federation_id and test in taught(school)
    ]


# The head


@school_view(Permission.VIEW_NEEDS)
def arrangements_sign(request: HttpRequest, test) -> HttpResponse:
    """The list for the head to sign; with `?as=pdf` on paper."""
    known_test(test)
    children = children_of_test(request.access, test)
    waiting = to_sign(children)
    signed = [(c, line) for c in children for line in c.arrangements if line.signed_on]
    if request.method == "POST":
        return _sign(request, test)
    is_paper = request.GET.get("as") == "pdf"
    saw(request, Action.PRINT if is_paper else Action.VIEW_ARRANGEMENTS, children)
    context = {
        "waiting": waiting,
        "signed": signed,
        "test": test,
        "test_words": NationalTest(test).label,
        "may_sign": request.access.can(Permission.SIGN_ARRANGEMENTS),
    }
    if is_paper:
        more = {"school": request.school, "today": request.access.today}
        try:
            paper = fit_pdf([render_to_string("pupils/tests/print_sign.html", context | more)])
        except PdfProblem as refused:
            problem(request, str(refused))
        else:
            return pdf_answer(paper.pdf, f"access-arrangements-{request.access.today:%Y-%m-%d}.pdf")
    return render(request, "pupils/tests/sign.html", context)


def _sign(request: HttpRequest, test: str) -> HttpResponse:
    require(request, Permission.SIGN_ARRANGEMENTS)
    try:
        number = sign_arrangements(
            school=request.school,
            academic_year=academic_year(request.access.today),
            test=test,
            seen=_uuids(request.POST.getlist("seen")),
            on=request.access.today,
            by=request.user,
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, f"You have signed for {number} arrangement{'' if number == 1 else 's'}.")
    return redirect("arrangements_sign", request.school.slug, test)


def saw(request: HttpRequest, action: Action, children) -> None:
    """Write down which children a list showed."""
    record_event(
        action,
        school=request.school,
        by=request.access,
        pupil_ids=[child.pupil_id for child in children],
    )


def form_page(request, form, heading, cancel_url, template="pupils/form.html") -> HttpResponse:
    """A page that is one form."""
    context = {"form": form, "heading": heading, "submit": "Save", "cancel_url": cancel_url}
    return render(request, template, context)


def known_test(test: str) -> None:
    """404 for a word that names no test."""
    if test not in NationalTest:
        raise Http404


def _uuids(texts: list[str]) -> list[UUID]:
    try:
        return [UUID(text) for text in texts]
    except ValueError:
        raise Http404 from None
