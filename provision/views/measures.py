"""Entry and exit measures of a provision, a row a child; and the tests of a school's own."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from provision.forms.measures import DaysForm, MeasureRowForm, SchoolTestForm, SeriesForm
from provision.list_files import MEASURE_TESTS
from provision.selectors.measures import (
    SeriesLine,
    lines_of_tests,
    measure_rows,
    measures_of,
    own_tests,
    school_test_of,
    series_in,
    series_line,
)
from provision.selectors.provisions import ProvisionLine, in_reach, provision_lines
from provision.services.measures import (
    add_school_test,
    change_school_test,
    record_measure,
    retire_school_test,
)
from provision.views.parts import parts
from provision.views.provisions import record_list

GRID, TESTS = "measures", "measure_tests"


@school_view(Permission.RECORD_PROGRESS)
def measures(request: HttpRequest, provision) -> HttpResponse:
    """What the children of a provision scored on entry and exit, from box to box by keyboard."""
    line = _line(request, provision)
    record_list(request, Action.VIEW_PROVISION, [line])
    tests = lines_of_tests(own_tests([request.school]))
    known = measures_of(line.places)
    there = series_in(tests, known)
    chosen = _chosen(request, tests, there)
    if chosen is None:
        return _choose(request, line, tests, there)
    rows = measure_rows(line.places, known, chosen)
    posted = request.POST or None
    forms = [MeasureRowForm(posted, row=row, number=n) for n, row in enumerate(rows, 1)]
    days = DaysForm(posted, initial=_usual_days(request, line))
    if request.method == "POST" and _saved(request, chosen, days, forms):
        return redirect(request.get_full_path())
    context = {
        "line": line,
        "chosen": chosen,
        "there": [each for each in there if each != chosen],
        "days": days,
        "rows": list(zip(rows, forms, strict=True)),
        "has_errors": any(form.is_filled and form.errors for form in forms),
    }
    return render(request, "provision/impact/grid.html", context)


@school_view(Permission.VIEW_NEEDS)
@has_file
def measure_tests(request: HttpRequest) -> HttpResponse:
    """The tests that children can be measured with, each with its source."""
    if asks_for_file(request):
        return list_file(
            request, MEASURE_TESTS, lines_of_tests(own_tests([request.school])).values()
        )
    context = {
        "parts": parts(request, "impact"),
        "lines": list(lines_of_tests(own_tests([request.school])).values()),
        "may_edit": request.access.can(Permission.EDIT_PROVISION),
    }
    return render(request, "provision/impact/tests.html", context)


@school_view(Permission.EDIT_PROVISION)
def measure_test_add(request: HttpRequest) -> HttpResponse:
    """Add a test of the school's own."""
    form = SchoolTestForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_school_test(
            school=request.school, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The test can be chosen now.")
        return redirect(TESTS, request.school.slug)
    return _test_form(request, form, "Add a test or count", "Add it")


@school_view(Permission.EDIT_PROVISION)
def measure_test_change(request: HttpRequest, school_test) -> HttpResponse:
    """Word a test of the school's own otherwise."""
    row = _test(request, school_test)
    form = SchoolTestForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_school_test(
            test=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The test is changed.")
        return redirect(TESTS, request.school.slug)
    return _test_form(request, form, "Change the test", "Save")


@school_view(Permission.EDIT_PROVISION)
@require_POST
def measure_test_retire(request: HttpRequest, school_test) -> HttpResponse:
    """Offer a test no longer, or again."""
    row = _test(request, school_test)
    retire_school_test(test=row, by=request.user, is_retired=not row.is_retired)
    done(request, "It is offered again." if row.is_retired else "It is no longer offered.")
    return redirect(TESTS, request.school.slug)


def _line(request: HttpRequest, pk) -> ProvisionLine:
    lines = provision_lines(request.access, in_reach(request.access).filter(pk=pk))
    if not lines:
        raise Http404
    return lines[0]


def _chosen(request: HttpRequest, known, there: list[SeriesLine]) -> SeriesLine | None:
    """What the address names; else the only series that there is, unless another is asked for."""
    names = [request.GET.get(name, "") for name in ("test", "part", "scores")]
    if found := series_line(known, *names):
        return found
    return there[0] if len(there) == 1 and "other" not in request.GET else None


def _choose(request: HttpRequest, line, known, there) -> HttpResponse:
    form = SeriesForm(request.POST or None, tests=known, initial={"scores": "standard"})
    if request.method == "POST" and form.is_valid():
        names = {name: form.cleaned_data[name] for name in ("test", "part", "scores")}
        address = reverse(GRID, args=[request.school.slug, line.id])
        return redirect(f"{address}?{urlencode(names)}")
    context = {"line": line, "form": form, "there": there}
    return render(request, "provision/impact/choose_test.html", context)


def _usual_days(request: HttpRequest, line: ProvisionLine) -> dict:
    first, today = line.provision.starts_on, request.access.today
    last = min(line.provision.ends_on, today)
    return {"entry_on": min(first, today), "exit_on": last if last > first else None}


def _saved(request: HttpRequest, chosen: SeriesLine, days: DaysForm, forms) -> bool:
    """Save every row that was filled in; rows that cannot be saved say why."""
    filled = [form for form in forms if form.is_filled]
    if not days.is_valid():
        return False
    saved = [carried_out(form, partial(_save, request, chosen, days, form)) for form in filled]
    if all(saved):
        done(request, f"{len(saved)} saved." if saved else "Nothing was filled in.")
    return all(saved)


def _save(request: HttpRequest, chosen: SeriesLine, days: DaysForm, form: MeasureRowForm) -> None:
    said = days.cleaned_data
    entry = form.tested("entry", said["entry_on"], said["entry_form"])
    exit = form.tested("exit", said["exit_on"], said["exit_form"])
    if form.errors:
        return
    record_measure(
        place=form.row.place,
        series=chosen.series,
        version=form.cleaned_data["version"],
        by=request.user,
        entry=entry,
        exit=exit,
    )


def _test(request: HttpRequest, pk):
    row = school_test_of(request.access, pk)
    if row is None:
        raise Http404
    return row


def _test_form(request: HttpRequest, form, heading: str, submit: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "cancel_url": reverse(TESTS, args=[request.school.slug]),
    }
    return render(request, "pupils/form.html", context)
