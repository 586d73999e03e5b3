"""Needs in their order, and diagnoses apart."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.codes import EvidenceOf
from pupils.forms.needs import DiagnosisForm, EndedForm, LevelForm, NeedForm
from pupils.selectors.evidence import evidence_choices, evidence_for
from pupils.selectors.history import diagnosis_of, need_of
from pupils.services.needs import (
    add_diagnosis,
    add_need,
    change_diagnosis,
    change_need,
    end_diagnosis,
    end_need,
    rank_needs,
    rate_need,
)
from pupils.views.opening import child_form, child_url, open_child

PAGE = "child_register"


@school_view(Permission.EDIT_REGISTER)
def add(request: HttpRequest, pupil) -> HttpResponse:
    """Add a need after those the child has."""
    child = open_child(request, pupil)
    form = NeedForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: add_need(pupil=child.pupil, by=request.user, **form.facts)
    ):
        done(request, "The need is added.")
        return redirect(child_url(PAGE, child))
    return child_form(request, child, form, heading="Add a need", submit="Add the need", back=PAGE)


@school_view(Permission.EDIT_REGISTER)
def change(request: HttpRequest, pupil, need) -> HttpResponse:
    """Change what a need says."""
    child = open_child(request, pupil)
    found = _found(need_of(child.pupil, need))
    form = NeedForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_need(
            need=found, by=request.user, version=form.cleaned_data["version"], **form.facts
        ),
    ):
        done(request, "The need is changed.")
        return redirect(child_url(PAGE, child))
    return child_form(request, child, form, heading="Change a need", submit="Save", back=PAGE)


@school_view(Permission.EDIT_REGISTER)
def rate(request: HttpRequest, pupil, need) -> HttpResponse:
    """Rate how much a need gets in the way."""
    child = open_child(request, pupil)
    found = _found(need_of(child.pupil, need))
    form = LevelForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: rate_need(
            need=found,
            on=request.access.today,
            by=request.user,
            version=form.cleaned_data["version"],
            **form.facts,
        ),
    ):
        done(request, "The level of need is rated.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request, child, form, heading="Level of need", submit="Save the rating", back=PAGE
    )


@school_view(Permission.EDIT_REGISTER)
def end(request: HttpRequest, pupil, need) -> HttpResponse:
    """End a need."""
    child = open_child(request, pupil)
    found = _found(need_of(child.pupil, need))
    form = EndedForm(request.POST or None, initial={"ended_on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: end_need(need=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "The need has ended.")
        return redirect(child_url(PAGE, child))
    return child_form(request, child, form, heading="End a need", submit="End the need", back=PAGE)


@school_view(Permission.EDIT_REGISTER)
@require_POST
def rank(request: HttpRequest, pupil) -> HttpResponse:
    """Put the needs in order: the ids in their new order, or one to move up by a place."""
    child = open_child(request, pupil)
    try:
        rank_needs(pupil=child.pupil, order=_new_order(request, child), by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "The needs are in their new order.")
    return redirect(child_url(PAGE, child))


@school_view(Permission.EDIT_REGISTER)
def diagnosis_add(request: HttpRequest, pupil) -> HttpResponse:
    """Record a diagnosis."""
    require(request, Permission.VIEW_SENSITIVE)
    child = open_child(request, pupil)
    papers = evidence_choices(request.access, child.pupil)
    form = DiagnosisForm(request.POST or None, papers=papers)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_diagnosis(
            pupil=child.pupil,
            by=request.user,
            paper=form.cleaned_data.get("paper"),
            **form.facts,
        ),
    ):
        done(request, "The diagnosis is recorded.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request, child, form, heading="Record a diagnosis", submit="Record it", back=PAGE
    )


@school_view(Permission.EDIT_REGISTER)
def diagnosis_change(request: HttpRequest, pupil, diagnosis) -> HttpResponse:
    """Change what a diagnosis says."""
    require(request, Permission.VIEW_SENSITIVE)
    child = open_child(request, pupil)
    found = _found(diagnosis_of(child.pupil, diagnosis))
    behind = evidence_for(request.access, child.pupil, EvidenceOf.DIAGNOSIS, found.pk)
    papers = evidence_choices(request.access, child.pupil, behind)
    form = DiagnosisForm(request.POST or None, record=found, papers=papers, behind=behind)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_diagnosis(
            diagnosis=found,
            by=request.user,
            version=form.cleaned_data["version"],
            paper=form.cleaned_data.get("paper"),
            **form.facts,
        ),
    ):
        done(request, "The diagnosis is changed.")
        return redirect(child_url(PAGE, child))
    return child_form(request, child, form, heading="Change a diagnosis", submit="Save", back=PAGE)


@school_view(Permission.EDIT_REGISTER)
def diagnosis_end(request: HttpRequest, pupil, diagnosis) -> HttpResponse:
    """A diagnosis no longer holds."""
    require(request, Permission.VIEW_SENSITIVE)
    child = open_child(request, pupil)
    found = _found(diagnosis_of(child.pupil, diagnosis))
    form = EndedForm(request.POST or None, initial={"ended_on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: end_diagnosis(diagnosis=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "The diagnosis is no longer shown.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request, child, form, heading="A diagnosis no longer holds", submit="End it", back=PAGE
    )


def _found(row):
    if row is None:
        raise Http404
    return row


def _new_order(request: HttpRequest, child) -> list[UUID]:
    order = [UUID(str(need.id)) for need in child.needs]
    try:
        up = order.index(UUID(request.POST["up"]))
    except (KeyError, ValueError):
        raise Http404 from None
    if up:
        order[up - 1], order[up] = order[up], order[up - 1]
    return order
