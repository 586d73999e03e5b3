"""What stands around a plan: funding, placement, a move from another council."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from ehcp.models import EhcPlan
from ehcp.section_forms import MoveForm, TermsForm
from ehcp.selectors.standing import find_terms, move_of
from ehcp.services.standing import (
    add_terms,
    change_terms,
    record_move,
    remove_move,
    remove_terms,
)
from ehcp.views.versions import TAB, opened_plan
from pupils.views.opening import child_form, child_page, open_child


@school_view(Permission.EDIT_PLANS)
def terms_add(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Record band, top-up and placement from a day on."""
    child, found = opened_plan(request, plan)
    form = TermsForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_terms(plan=found, by=request.user, key=form.cleaned_data["key"], **form.facts),
    ):
        return _saved(request, found)
    return _form(request, child, form, "Funding and placement", found)


@school_view(Permission.EDIT_PLANS)
def terms_change(request: HttpRequest, plan_terms: UUID) -> HttpResponse:
    """Put them right."""
    terms = find_terms(request.access, plan_terms)
    if terms is None:
        raise Http404
    child = open_child(request, terms.plan.pupil_id, Action.VIEW_PLAN)
    form = TermsForm(request.POST or None, record=terms)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_terms(
            terms=terms, mark=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _saved(request, terms.plan)
    return _form(request, child, form, "Funding and placement", terms.plan)


@school_view(Permission.EDIT_PLANS)
def plan_moved_in(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Record that the plan came from another council."""
    child, found = opened_plan(request, plan)
    form = MoveForm(request.POST or None, record=move_of(request.access, found))
    if request.method == "POST" and carried_out(
        form,
        lambda: record_move(
            plan=found, mark=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _saved(request, found)
    return _form(request, child, form, "The plan came from another council", found)


@school_view(Permission.EDIT_PLANS)
def terms_remove(request: HttpRequest, plan_terms: UUID) -> HttpResponse:
    """Terms that were entered by mistake."""
    terms = find_terms(request.access, plan_terms)
    if terms is None:
        raise Http404
    child = open_child(request, terms.plan.pupil_id, Action.VIEW_PLAN)
    what = "this funding and placement"
    return _take_away(
        request, child, terms.plan, what, lambda: remove_terms(terms=terms, by=request.user)
    )


@school_view(Permission.EDIT_PLANS)
def plan_moved_in_remove(request: HttpRequest, plan: UUID) -> HttpResponse:
    """The plan did not come from another council."""
    child, found = opened_plan(request, plan)
    move = move_of(request.access, found)
    if move is None:  # somebody was quicker
        return redirect("plan", request.school.slug, found.pk)
    return _take_away(
        request, child, found, "the move", lambda: remove_move(move=move, by=request.user)
    )


def _take_away(request: HttpRequest, child, plan: EhcPlan, what: str, change) -> HttpResponse:
    back = reverse("plan", args=[request.school.slug, plan.pk])
    if request.method != "POST":
        return child_page(
            request, "pupils/take_away.html", child, tab=TAB, what=what, cancel_url=back
        )
    try:
        change()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "It is taken away.")
    return redirect(back)


def _saved(request: HttpRequest, plan: EhcPlan) -> HttpResponse:
    done(request, "It is recorded.")
    return redirect("plan", request.school.slug, plan.pk)


def _form(request: HttpRequest, child, form, heading: str, plan: EhcPlan) -> HttpResponse:
    back = reverse("plan", args=[request.school.slug, plan.pk])
    return child_form(
        request, child, form, heading=heading, submit="Save", tab=TAB, cancel_url=back
    )
