"""Mediation and appeal about a request or a plan: followed, recorded, taken away."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.datewords import full_day_words
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from ehcp import appeal_forms as forms
from ehcp.models import EhcPlan, PlanAppeal
from ehcp.selectors.assessments.pages import appeal_of, child_assessments
from ehcp.selectors.plan_appeals import find_appeal, is_in_force, plan_decisions
from ehcp.services.appeals import open_plan_appeal, record_appeal, take_away_appeal
from ehcp.services.assessments.appeals import open_appeal
from ehcp.views.assessments import pages as request_pages
from ehcp.views.assessments.steps import opened
from ehcp.views.versions import TAB, opened_plan
from pupils.selectors.identity import Child
from pupils.views.opening import child_form, child_page, child_url

EDIT = Permission.EDIT_PLANS
HEADING = "Follow mediation and appeal"
SUBMIT = "Show its days"
NOTE = "Appealing is for the parents to decide. The school only keeps the days in view."
FOLLOWED = "Its last days stand below. They are the parents’ own."
AGAIN = "The plan is in force again: the council has to keep it while the parents can appeal."


@dataclass(frozen=True)
class Place:
    """The page that shows a disagreement, the tab it is under, and a plan that had ended."""

    url: str
    tab: str
    ended: EhcPlan | None = None


@school_view(EDIT)
def appeal_add(request: HttpRequest, pupil, needs_assessment) -> HttpResponse:
    """Follow a decision about a request."""
    child, row = opened(request, pupil, needs_assessment)
    now = child_assessments(request.access, child.pupil).now
    abouts = now.appealable if now and now.row.pk == row.pk else ()
    form = forms.AppealOpenForm(request.POST or None, abouts=abouts)
    if request.method == "POST" and carried_out(
        form, lambda: open_appeal(assessment=row, by=request.user, **form.cleaned_data)
    ):
        return _saved(request, _of_request(child), FOLLOWED)
    return _form(request, child, form, _of_request(child), HEADING, SUBMIT, NOTE)


@school_view(EDIT)
def appeal_change(request: HttpRequest, pupil, needs_assessment, plan_appeal) -> HttpResponse:
    """What came of mediation and appeal about a request."""
    child, row = opened(request, pupil, needs_assessment)
    return _change(request, child, appeal_of(row, plan_appeal), _of_request(child))


@school_view(EDIT)
def appeal_remove(request: HttpRequest, pupil, needs_assessment, plan_appeal) -> HttpResponse:
    """A decision about a request that nobody follows."""
    child, row = opened(request, pupil, needs_assessment)
    return _remove(request, child, appeal_of(row, plan_appeal), _of_request(child))


@school_view(EDIT)
def plan_appeal_add(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Follow a decision about a plan, also about ending it."""
    child, found = opened_plan(request, plan)
    decisions = plan_decisions(request.access, found)
    chosen = request.GET.get("decision", "")
    form = forms.PlanAppealOpenForm(request.POST or None, decisions=decisions, chosen=chosen)
    if request.method == "POST" and carried_out(
        form, lambda: open_plan_appeal(plan=found, by=request.user, **form.facts)
    ):
        return _saved(request, _of_plan(request, found), FOLLOWED)
    return _form(request, child, form, _of_plan(request, found), HEADING, SUBMIT, NOTE)


@school_view(EDIT)
def plan_appeal(request: HttpRequest, plan: UUID, decision_appeal: UUID) -> HttpResponse:
    """What came of mediation and appeal about a plan."""
    child, found = opened_plan(request, plan)
    appeal = find_appeal(request.access, found, decision_appeal)
    return _change(request, child, appeal, _of_plan(request, found))


@school_view(EDIT)
def plan_appeal_remove(request: HttpRequest, plan: UUID, decision_appeal: UUID) -> HttpResponse:
    """A decision about a plan that nobody follows."""
    child, found = opened_plan(request, plan)
    appeal = find_appeal(request.access, found, decision_appeal)
    return _remove(request, child, appeal, _of_plan(request, found))


def _change(
    request: HttpRequest, child: Child, appeal: PlanAppeal | None, place: Place
) -> HttpResponse:
    if appeal is None:
        raise Http404
    form = forms.AppealForm(request.POST or None, record=appeal)
    if request.method == "POST" and carried_out(
        form,
        lambda: record_appeal(
            appeal=appeal, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _saved(request, place, "Recorded, and the last days are worked out again.")
    heading = f"Mediation and appeal: {appeal.get_about_display()}"
    return _form(request, child, form, place, heading, "Save")


def _remove(
    request: HttpRequest, child: Child, appeal: PlanAppeal | None, place: Place
) -> HttpResponse:
    if appeal is None:
        raise Http404
    if request.method != "POST":
        return child_page(
            request,
            "pupils/take_away.html",
            child,
            tab=place.tab,
            what="mediation and appeal from here",
            which=f"{appeal.get_about_display()}, letter of {full_day_words(appeal.letter_on)}",
            cancel_url=place.url,
        )
    try:
        take_away_appeal(appeal=appeal, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "It is taken away.")
    return redirect(place.url)


def _saved(request: HttpRequest, place: Place, words: str) -> HttpResponse:
    """Back to the page, which says so if a plan that had ended is in force again."""
    is_again = place.ended and is_in_force(request.access, place.ended)
    done(request, f"{words} {AGAIN}" if is_again else words)
    return redirect(place.url)


def _form(
    request: HttpRequest,
    child: Child,
    form,
    place: Place,
    heading: str,
    submit: str,
    note: str = "",
) -> HttpResponse:
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit=submit,
        note=note,
        cancel_url=place.url,
        tab=place.tab,
    )


def _of_request(child: Child) -> Place:
    return Place(child_url(request_pages.PAGE, child), request_pages.TAB)


def _of_plan(request: HttpRequest, plan: EhcPlan) -> Place:
    url = reverse("plan", args=[request.school.slug, plan.pk])
    return Place(url, TAB, plan if plan.ended_on else None)
