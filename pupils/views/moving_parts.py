"""Visits, settings and questions of a plan for a move."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.forms.moving import AnswerQuestionForm, QuestionForm, SettingForm, VisitForm
from pupils.models import MoveQuestion, MoveVisit, NextSetting
from pupils.selectors.moving.plans import part_of, plan_of
from pupils.services.moving.parts import (
    add_setting,
    add_visit,
    answer_question,
    ask_question,
    change_setting,
    change_visit,
)
from pupils.views.moving import TAB
from pupils.views.opening import child_form, child_url, open_child


@school_view(Permission.PLAN_MOVES)
def visit_add(request: HttpRequest, pupil, move_plan) -> HttpResponse:
    """Arrange a visit."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    plan = _found(plan_of(child.pupil, move_plan))
    form = VisitForm(request.POST or None)
    return _answered(
        request,
        child,
        form,
        lambda: add_visit(plan=plan, by=request.user, **form.facts),
        heading="Add a visit",
        said="The visit is added.",
    )


@school_view(Permission.PLAN_MOVES)
def visit_change(request: HttpRequest, pupil, visit) -> HttpResponse:
    """Move a visit, or say how it went."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    found = _found(part_of(MoveVisit, child.pupil, visit))
    form = VisitForm(request.POST or None, record=found)
    return _answered(
        request,
        child,
        form,
        lambda: change_visit(visit=found, by=request.user, **_changed(form)),
        heading="Change a visit",
        said="The visit is changed.",
    )


@school_view(Permission.PLAN_MOVES)
def setting_add(request: HttpRequest, pupil, move_plan) -> HttpResponse:
    """A setting that the family thinks about."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    plan = _found(plan_of(child.pupil, move_plan))
    form = SettingForm(request.POST or None)
    return _answered(
        request,
        child,
        form,
        lambda: add_setting(plan=plan, by=request.user, **form.facts),
        heading="Add a setting",
        said="The setting is added.",
    )


@school_view(Permission.PLAN_MOVES)
def setting_change(request: HttpRequest, pupil, setting) -> HttpResponse:
    """Another preference, a visit, an offer."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    found = _found(part_of(NextSetting, child.pupil, setting))
    form = SettingForm(request.POST or None, record=found)
    return _answered(
        request,
        child,
        form,
        lambda: change_setting(setting=found, by=request.user, **_changed(form)),
        heading="Change a setting",
        said="The setting is changed.",
    )


@school_view(Permission.PLAN_MOVES)
def question_add(request: HttpRequest, pupil, move_plan) -> HttpResponse:
    """What the receiving teacher wants to know."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    plan = _found(plan_of(child.pupil, move_plan))
    form = QuestionForm(request.POST or None, initial={"asked_by": plan.receiving_teacher})
    return _answered(
        request,
        child,
        form,
        lambda: ask_question(plan=plan, by=request.user, **form.cleaned_data),
        heading="Add a question",
        said="The question is added. Its answer is due in two weeks.",
    )


@school_view(Permission.PLAN_MOVES)
def question_answer(request: HttpRequest, pupil, move_question) -> HttpResponse:
    """Answer a question, or answer it better."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    found = _found(part_of(MoveQuestion, child.pupil, move_question))
    form = AnswerQuestionForm(request.POST or None, record=found)
    return _answered(
        request,
        child,
        form,
        lambda: answer_question(
            question=found,
            answer=form.cleaned_data["answer"],
            version=form.cleaned_data["version"],
            by=request.user,
        ),
        heading="Answer a question",
        said="The answer is written down.",
        note=f"{found.asked_by}: {found.question}",
    )


def _changed(form) -> dict:
    return form.facts | {"version": form.cleaned_data["version"]}


def _answered(
    request: HttpRequest, child, form, change: Callable[[], object], *, heading, said, note=""
) -> HttpResponse:
    if request.method == "POST" and carried_out(form, change):
        done(request, said)
        return redirect(child_url(TAB, child))
    return child_form(request, child, form, heading=heading, submit="Save", back=TAB, note=note)


def _found(row):
    if row is None:
        raise Http404
    return row
