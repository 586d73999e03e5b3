"""The self-evaluation: read, rated, given actions, finished, printed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.clock import academic_year
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from provision.council_codes import CouncilPaperKind
from provision.forms.evaluations import EvaluationActionForm, StatementForm
from provision.list_files import EVALUATION
from provision.selectors.evaluations import (
    action_of,
    evaluation_of,
    evaluation_page,
    evaluations_of,
    owners_at,
    shape_now,
    statement_of,
)
from provision.services.council_papers import ask_for_council_paper
from provision.services.evaluations import (
    add_evaluation_action,
    begin_evaluation,
    change_evaluation_action,
    finish_evaluation,
    rate_statement,
)
from provision.views.parts import parts
from pupils.views.printing import to_work

PAGE, ONE = "evaluations", "evaluation"


@school_view(Permission.VIEW_REGISTER)
@has_file
def evaluations(request: HttpRequest) -> HttpResponse:
    """The newest version, and those before."""
    made = evaluations_of(request.access)
    if asks_for_file(request):
        return list_file(request, EVALUATION, _each_statement(request, made))
    return _page(request, made[0] if made else None, made)


@school_view(Permission.VIEW_REGISTER)
def evaluation(request: HttpRequest, evaluation) -> HttpResponse:
    """One version."""
    return _page(request, _found(request, evaluation), evaluations_of(request.access))


@school_view(Permission.EDIT_PROVISION)
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """A new version for this school year."""
    row = begin_evaluation(
        school=request.school,
        year=academic_year(request.access.today),
        shape=shape_now(request.access),
        by=request.user,
    )
    return redirect(ONE, request.school.slug, row.pk)


@school_view(Permission.EDIT_PROVISION)
@require_POST
def finish(request: HttpRequest, evaluation) -> HttpResponse:
    """The version is finished and stays."""
    row = _found(request, evaluation)
    try:
        finish_evaluation(evaluation=row, on=request.access.today, by=request.user)
        done(request, "This version is finished and stays as it is.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(ONE, request.school.slug, row.pk)


@school_view(Permission.EDIT_PROVISION)
def statement(request: HttpRequest, evaluation, statement) -> HttpResponse:
    """Rate a statement and say what shows it."""
    row, line = _statement(request, evaluation, statement)
    form = StatementForm(request.POST or None, record=line, shape=shape_now(request.access))
    if request.method == "POST" and carried_out(
        form,
        lambda: rate_statement(
            statement=line, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is written down.")
        return redirect(ONE, request.school.slug, row.pk)
    return _form(request, row, form, line.heading)


@school_view(Permission.EDIT_PROVISION)
def action_add(request: HttpRequest, evaluation, statement) -> HttpResponse:
    """What is to be done about a statement."""
    row, line = _statement(request, evaluation, statement)
    form = EvaluationActionForm(request.POST or None, owners=owners_at(request.access))
    if request.method == "POST" and carried_out(
        form,
        lambda: add_evaluation_action(
            statement=line, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The action is written down.")
        return redirect(ONE, request.school.slug, row.pk)
    return _form(request, row, form, "Add an action")


@school_view(Permission.EDIT_PROVISION)
def action_change(request: HttpRequest, evaluation, statement, evaluation_action) -> HttpResponse:
    """Change an action, or say that it is done."""
    row, line = _statement(request, evaluation, statement)
    action = action_of(request.access, line, evaluation_action)
    if action is None:
        raise Http404
    form = EvaluationActionForm(
        request.POST or None, record=action, owners=owners_at(request.access)
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: change_evaluation_action(
            action=action, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The action is changed.")
        return redirect(ONE, request.school.slug, row.pk)
    return _form(request, row, form, "Change the action")


@school_view(Permission.VIEW_REGISTER)
@require_POST
def print_it(request: HttpRequest, evaluation) -> HttpResponse:
    """Start setting a version as a PDF."""
    row = _found(request, evaluation)
    facts = {
        "page": evaluation_page(request.access, row),
        "school": request.school,
        "today": request.access.today,
    }
    record_event(Action.PRINT, school=request.school, by=request.access, subject=row)
    job = ask_for_council_paper(
        school=request.school,
        kind=CouncilPaperKind.IPSEF,
        html=render_to_string("provision/print/evaluation.html", facts),
        of_on=request.access.today,
        by=request.user,
    )
    return to_work(job)


def _page(request: HttpRequest, row, made) -> HttpResponse:
    context = {
        "parts": parts(request, PAGE),
        "page": evaluation_page(request.access, row) if row else None,
        "made": made,
        "may_edit": request.access.can(Permission.EDIT_PROVISION),
        "has_one_in_work": any(each.finished_on is None for each in made),
        "shape": shape_now(request.access),
    }
    return render(request, "provision/evaluation/page.html", context)


def _found(request: HttpRequest, pk):
    row = evaluation_of(request.access, pk)
    if row is None:
        raise Http404
    return row


def _statement(request: HttpRequest, evaluation, pk):
    row = _found(request, evaluation)
    line = statement_of(request.access, row, pk)
    if line is None:
        raise Http404
    return row, line


def _form(request: HttpRequest, row, form, heading: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "submit": "Save",
        "cancel_url": reverse(ONE, args=[request.school.slug, row.pk]),
    }
    return render(request, "pupils/form.html", context)


def _each_statement(request: HttpRequest, made) -> list[tuple]:
    """Every statement of the newest version below its heading."""
    if not made:
        return []
    page = evaluation_page(request.access, made[0])
    return [(heading, line) for heading, lines in page.groups for line in lines]
