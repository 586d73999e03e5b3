"""Recording what came of a request: one page for each step, with the version it started from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import EditForm, carried_out
from aylsham.notices import done
from ehcp import assessment_forms as forms
from ehcp.models import NeedsAssessment
from ehcp.selectors.assessments.pages import assessment_of
from ehcp.services.assessments.requests import (
    correct_assessment,
    record_final_plan,
    record_step,
)
from ehcp.views.assessments.pages import PAGE, TAB
from pupils.selectors.identity import Child
from pupils.views.opening import child_form, child_url, open_child

#: assessment, by, version and what the form says.
Service = Callable[..., Any]


@dataclass(frozen=True)
class Step:
    """A step: its form, its service and its words."""

    form: type[EditForm]
    service: Service
    heading: str
    submit: str
    said: str
    note: str = ""


def _plain(step: str) -> Service:
    def record(*, assessment: NeedsAssessment, by, version, **values):
        return record_step(assessment=assessment, step=step, values=values, by=by, version=version)

    return record


STEPS: dict[str, Step] = {
    "received": Step(
        forms.ReceivedForm,
        _plain("received"),
        "The council has the request",
        "Save the receipt",
        "Recorded. The council’s six, sixteen and twenty weeks count from that day.",
        "Keep the proof: file the e-mail or the page of the portal among the documents.",
    ),
    "decision": Step(
        forms.AssessDecisionForm,
        _plain("decision"),
        "The council’s decision whether to assess",
        "Save the decision",
        "Recorded. What comes next stands below.",
        "The law gives the council six weeks from the day on which it had the request.",
    ),
    "draft": Step(
        forms.DraftForm,
        _plain("draft"),
        "The draft plan",
        "Save the draft’s day",
        "Recorded. The parents have at least fifteen days, the day of service being the first.",
    ),
    "no_plan": Step(
        forms.NoPlanForm,
        _plain("no_plan"),
        "There will be no plan",
        "Save the letter",
        "Recorded. The parents can go to mediation and appeal.",
        "Record it only when the council has written. The parents may appeal.",
    ),
    "final": Step(
        forms.FinalPlanForm,
        record_final_plan,
        "The final plan",
        "Save and make the plan",
        "Recorded. The child has an EHC plan from that day, and its yearly clock starts.",
        "This makes the child’s EHC plan here, with that day as the day it was first made.",
    ),
    "withdraw": Step(
        forms.WithdrawForm,
        _plain("withdraw"),
        "Withdraw the request",
        "Withdraw it",
        "The request is withdrawn. Nothing is due for it any more.",
    ),
    "correct": Step(
        forms.CorrectAssessmentForm,
        correct_assessment,
        "Correct the request",
        "Save the corrections",
        "Corrected, and the dates are worked out again.",
        "Leave a field empty for what has not happened yet.",
    ),
}


@school_view(Permission.EDIT_PLANS)
def step(request: HttpRequest, pupil, needs_assessment, assess_step: str) -> HttpResponse:
    """Record one step."""
    chosen = STEPS.get(assess_step)
    if chosen is None:
        raise Http404
    child, row = opened(request, pupil, needs_assessment)
    form = chosen.form(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form, lambda: chosen.service(assessment=row, by=request.user, **form.cleaned_data)
    ):
        done(request, chosen.said)
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading=chosen.heading,
        submit=chosen.submit,
        note=chosen.note,
        back=PAGE,
        tab=TAB,
    )


def opened(request: HttpRequest, pupil, pk) -> tuple[Child, NeedsAssessment]:
    """The child and one of its assessments; 404 where either is out of reach."""
    child = open_child(request, pupil, Action.VIEW_NEEDS_ASSESSMENT)
    child.pupil.school = child.school
    row = assessment_of(request.access, child.pupil, pk)
    if row is None:
        raise Http404
    return child, row
