"""Access arrangements of a child: considered, proved, applied for; the normal way of working."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.clock import academic_year
from aylsham.documents.fitting import fit_pdf
from aylsham.documents.rendering import PdfProblem
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.identifiers import as_key
from aylsham.notices import done, problem
from aylsham.spreadsheets import xlsx_file
from pupils.arrangement_codes import Route
from pupils.forms.arrangements import ArrangementForm, ConsiderForm, StepForm
from pupils.models import AccessArrangement
from pupils.selectors.arrangement_page import arrangement_page
from pupils.selectors.arrangements import (
    arrangement_of,
    arrangements_of,
    children_of_test,
    tests_of_year_group,
)
from pupils.selectors.identity import Child
from pupils.selectors.normal_way import HEADINGS, log_of
from pupils.services.arrangements.deciding import (
    change_arrangement,
    consider_arrangement,
    gather_evidence,
    move_arrangement,
)
from pupils.views.opening import child_form, child_page, child_url, open_child
from pupils.views.printing import pdf_answer

PAGE, ONE = "child_arrangements", "arrangement"
NO_TEST = "Children of this year group sit no national test."
HEAD_SIGNS = "The head agrees to this one by signing the list."


@school_view(Permission.VIEW_NEEDS)
def child_arrangements(request: HttpRequest, pupil) -> HttpResponse:
    """The child's arrangements, what the strategies suggest, and the normal way of working."""
    child = open_child(request, pupil, Action.VIEW_ARRANGEMENTS)
    tests = tests_of_year_group(child.pupil.year_group)
    suggested = [
        (test, suggestion)
        for test in tests
        for row in children_of_test(request.access, test, pupil_id=child.pupil.pk)
        for suggestion in row.suggestions
    ]
    return child_page(
        request,
        "pupils/tests/child.html",
        child,
        tab="arrangements",
        arrangements=arrangements_of(request.access, child.pupil),
        suggested=suggested,
        log=log_of(request.access, [child.pupil]),
        has_tests=bool(tests),
        may_edit=request.access.can(Permission.EDIT_ARRANGEMENTS) and child.is_on_roll,
        may_export=request.access.can(Permission.EXPORT),
    )


@school_view(Permission.VIEW_NEEDS)
def normal_way(request: HttpRequest, pupil) -> HttpResponse:
    """The normal-way-of-working log as a sheet, or as a PDF with `?as=pdf`."""
    is_pdf = request.GET.get("as") == "pdf"
    kind = "pdf" if is_pdf else "xlsx"
    child = open_child(request, pupil, Action.EXPORT_LIST, format=kind)
    require(request, Permission.EXPORT)
    lines, today = log_of(request.access, [child.pupil]), request.access.today
    if not is_pdf:
        data = xlsx_file("Normal way of working", HEADINGS, [line.cells for line in lines])
        return as_download(data, f"normal-way-of-working-{today:%Y-%m-%d}.xlsx")
    context = {"lines": lines, "child": child, "today": today}
    try:
        fitted = fit_pdf([render_to_string("pupils/tests/print_log.html", context)])
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect(child_url(PAGE, child))
    return pdf_answer(fitted.pdf, f"normal-way-of-working-{today:%Y-%m-%d}.pdf")


@school_view(Permission.VIEW_NEEDS)
def arrangement_add(request: HttpRequest, pupil) -> HttpResponse:
    """Consider an arrangement for a test of this school year."""
    child = open_child(request, pupil)
    require(request, Permission.EDIT_ARRANGEMENTS)
    today = request.access.today
    tests = tests_of_year_group(child.pupil.year_group)
    form = ConsiderForm(
        request.POST or None,
        tests=tests,
        initial={"what": request.GET.get("what", "")},
    )
    made: list[AccessArrangement] = []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            consider_arrangement(
                pupil=child.pupil,
                academic_year=academic_year(today),
                on=today,
                by=request.user,
                **form.facts,
            )
        ),
    ):
        done(request, "It is being considered. Gather the evidence next.")
        return redirect(child_url(ONE, child, made[0].pk))
    return child_form(
        request,
        child,
        form,
        heading="Consider an arrangement",
        submit="Consider it",
        back=PAGE,
        note="" if tests else NO_TEST,
    )


@school_view(Permission.VIEW_NEEDS)
def arrangement(request: HttpRequest, pupil, arrangement) -> HttpResponse:
    """One arrangement with its evidence, the gap in it, and what may follow."""
    child, row = _open(request, pupil, arrangement)
    return child_page(
        request,
        "pupils/tests/arrangement.html",
        child,
        tab="arrangements",
        page=arrangement_page(request.access, row),
        row=row,
        may_edit=request.access.can(Permission.EDIT_ARRANGEMENTS),
    )


@school_view(Permission.VIEW_NEEDS)
def arrangement_change(request: HttpRequest, pupil, arrangement) -> HttpResponse:
    """Change what must be done, or the words for the room."""
    child, row = _open(request, pupil, arrangement)
    require(request, Permission.EDIT_ARRANGEMENTS)
    form = ArrangementForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_arrangement(
            arrangement=row,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "It is changed.")
        return redirect(child_url(ONE, child, row.pk))
    return child_form(
        request,
        child,
        form,
        heading="Change the arrangement",
        submit="Save",
        back=ONE,
        back_args=(row.pk,),
    )


@school_view(Permission.VIEW_NEEDS)
def arrangement_step(request: HttpRequest, pupil, arrangement) -> HttpResponse:
    """Say what became of it."""
    child, row = _open(request, pupil, arrangement)
    require(request, Permission.EDIT_ARRANGEMENTS)
    states = arrangement_page(request.access, row).next_states
    only = states[0][0] if len(states) == 1 else ""
    form = StepForm(
        request.POST or None,
        states=states,
        initial={"on": request.access.today, "state": only},
    )
    if request.method == "POST" and carried_out(
        form, lambda: move_arrangement(arrangement=row, by=request.user, **form.cleaned_data)
    ):
        done(request, "It is written down.")
        return redirect(child_url(ONE, child, row.pk))
    return child_form(
        request,
        child,
        form,
        heading="What became of it?",
        note=HEAD_SIGNS if row.route == Route.DELEGATED else "",
        submit="Save",
        back=ONE,
        back_args=(row.pk,),
    )


@school_view(Permission.VIEW_NEEDS)
@require_POST
def arrangement_evidence(request: HttpRequest, pupil, arrangement) -> HttpResponse:
    """Gather the evidence: what is ticked, or without ticks what suggests it."""
    child, row = _open(request, pupil, arrangement)
    require(request, Permission.EDIT_ARRANGEMENTS)
    chosen = set(filter(None, map(as_key, request.POST.getlist("strategy"))))
    try:
        kept = gather_evidence(
            arrangement=row,
            on=request.access.today,
            by=request.user,
            strategy_ids=chosen if "ticked" in request.POST else None,
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        if kept:
            done(request, "The evidence is gathered, with its dates.")
        else:
            problem(request, "No evidence was found. What is missing stands below.")
    return redirect(child_url(ONE, child, row.pk))


def _open(request: HttpRequest, pupil, pk: UUID) -> tuple[Child, AccessArrangement]:
    child = open_child(request, pupil, Action.VIEW_ARRANGEMENTS)
    row = arrangement_of(child.pupil, pk)
    if row is None:
        raise Http404
    return child, row
