"""Specialist assessments of a child, and the school's list of tests."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.assessment_codes import COMMON_TESTS
from pupils.forms.assessments import NewResultForm, ResultForm, SpecialistTestForm
from pupils.list_files_of_school import SPECIALIST_TESTS
from pupils.models import Assessment
from pupils.selectors.assessments import (
    assessment_of,
    by_test,
    results_of,
    specialist_test_lines,
    specialist_test_of,
)
from pupils.selectors.identity import Child
from pupils.selectors.time_axis import time_axis
from pupils.services.assessments import (
    add_specialist_test,
    change_assessment,
    change_specialist_test,
    record_assessment,
    remove_assessment,
)
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE, TESTS = "child_assessments", "specialist_tests"


@school_view(Permission.VIEW_NEEDS)
def child_assessments(request: HttpRequest, pupil) -> HttpResponse:
    """Each test by itself: on the curve, over time, in a table."""
    child = open_child(request, pupil, Action.VIEW_ASSESSMENTS)
    return child_page(
        request,
        "pupils/assessments/child.html",
        child,
        tab="assessments",
        groups=by_test(results_of(request.access, child.pupil)),
        may_edit=_may_edit(request) and child.is_on_roll,
    )


@school_view(Permission.VIEW_NEEDS)
def child_axis(request: HttpRequest, pupil) -> HttpResponse:
    """Attendance, attainment, behaviour and tests beside what support ran when."""
    child = open_child(request, pupil, Action.VIEW_TIMELINE)
    drawing = time_axis(request.access, child.pupil)
    return child_page(request, "pupils/assessments/axis.html", child, tab="axis", drawing=drawing)


@school_view(Permission.VIEW_NEEDS)
def assessment_add(request: HttpRequest, pupil) -> HttpResponse:
    """Record a result; “and another” stays with the same test."""
    child = open_child(request, pupil, Action.VIEW_ASSESSMENTS)
    _require_edit(request)
    form = NewResultForm(
        request.POST or None,
        tests=specialist_test_lines(request.access),
        access=request.access,
        pupil=child.pupil,
        initial={"taken_on": request.access.today, "test": request.GET.get("test", "")},
    )
    if request.method == "POST" and carried_out(
        form, lambda: record_assessment(pupil=child.pupil, by=request.user, **form.facts)
    ):
        done(request, "The result is recorded.")
        if "another" in request.POST:
            test = form.cleaned_data["test"]
            return redirect(f"{child_url('assessment_add', child)}?test={test}")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="Record a result",
        submit="Save",
        back=PAGE,
        template="pupils/assessments/form.html",
    )


@school_view(Permission.VIEW_NEEDS)
def assessment(request: HttpRequest, pupil, assessment) -> HttpResponse:
    """Correct a result."""
    child, row = _open(request, pupil, assessment)
    form = ResultForm(
        request.POST or None,
        record=row,
        access=request.access,
        pupil=child.pupil,
        scale=row.test.scale,
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: change_assessment(
            assessment=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The result is changed.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="Correct a result",
        submit="Save",
        back=PAGE,
        note=row.test.name,
        template="pupils/assessments/form.html",
        row=row,
    )


@school_view(Permission.VIEW_NEEDS)
@require_POST
def assessment_remove(request: HttpRequest, pupil, assessment) -> HttpResponse:
    """Take out a result that was recorded by mistake."""
    child, row = _open(request, pupil, assessment)
    remove_assessment(assessment=row, by=request.user)
    done(request, "The result is taken out. The history keeps what it said.")
    return redirect(child_url(PAGE, child))


@school_view(Permission.VIEW_NEEDS)
@has_file
def specialist_tests(request: HttpRequest) -> HttpResponse:
    """The tests that can be chosen here."""
    if asks_for_file(request):
        return list_file(request, SPECIALIST_TESTS, specialist_test_lines(request.access))
    context = {"lines": specialist_test_lines(request.access), "may_edit": _may_edit(request)}
    return render(request, "pupils/assessments/tests.html", context)


@school_view(Permission.EDIT_ASSESSMENTS)
def specialist_test_add(request: HttpRequest) -> HttpResponse:
    """Add a test of the school's own."""
    form = SpecialistTestForm(request.POST or None, initial={"scale": "standard"})
    del form.fields["is_retired"]
    if request.method == "POST" and carried_out(
        form, lambda: add_specialist_test(school=request.school, by=request.user, **form.facts)
    ):
        done(request, "The test can be chosen now.")
        return redirect(TESTS, request.school.slug)
    return _test_form(request, form, "Add a test")


@school_view(Permission.EDIT_ASSESSMENTS)
def specialist_test(request: HttpRequest, specialist_test: UUID) -> HttpResponse:
    """Word, hide or offer again a test of the school's list."""
    row = specialist_test_of(request.access, specialist_test)
    if row is None:
        raise Http404
    return _change_test(request, SpecialistTestForm(request.POST or None, record=row), row)


@school_view(Permission.EDIT_ASSESSMENTS)
def common_test(request: HttpRequest, common) -> HttpResponse:
    """Word or hide a common test at this school."""
    usual = COMMON_TESTS.get(common)
    if usual is None:
        raise Http404
    lines = specialist_test_lines(request.access)
    row = next((line.row for line in lines if line.key == common), None)
    known = {"name": usual.name, "measures": usual.measures, "scale": usual.scale}
    form = SpecialistTestForm(request.POST or None, record=row, initial={} if row else known)
    return _change_test(request, form, row or common)


def _change_test(request: HttpRequest, form, test) -> HttpResponse:
    if request.method == "POST" and carried_out(
        form,
        lambda: change_specialist_test(
            test=test,
            school=request.school,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "The test is changed.")
        return redirect(TESTS, request.school.slug)
    return _test_form(request, form, "Change a test")


def _test_form(request: HttpRequest, form, heading: str) -> HttpResponse:
    cancel_url = reverse(TESTS, args=[request.school.slug])
    context = {"form": form, "heading": heading, "submit": "Save", "cancel_url": cancel_url}
    return render(request, "pupils/form.html", context)


def _open(request: HttpRequest, pupil, pk: UUID) -> tuple[Child, Assessment]:
    child = open_child(request, pupil, Action.VIEW_ASSESSMENTS)
    row = assessment_of(request.access, child.pupil, pk)
    if row is None:
        raise Http404
    _require_edit(request)
    return child, row


def _may_edit(request: HttpRequest) -> bool:
    return request.access.can(Permission.EDIT_ASSESSMENTS)


def _require_edit(request: HttpRequest) -> None:
    require(request, Permission.EDIT_ASSESSMENTS)
