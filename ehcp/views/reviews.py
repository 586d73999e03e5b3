"""Pages of reviews: each records one step, with the version the form started from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.datewords import iso_day
from aylsham.editing import EditForm, carried_out
from aylsham.forms import Form
from aylsham.notices import done
from ehcp import forms
from ehcp.codes import ReviewKind
from ehcp.models import AnnualReview, EhcPlan
from ehcp.selectors.meeting_record import meeting_row
from ehcp.selectors.pages import find_plan, find_review
from ehcp.services import letters, meetings
from pupils.selectors.identity import find_child


@dataclass(frozen=True)
class Step:
    """One step of a review: its form, its service and its words."""

    form: type[EditForm]
    service: Callable[..., Any]
    heading: str
    said: str
    note: str = ""


PAPERS = Step(
    forms.PapersForm,
    meetings.record_papers_sent,
    "Invitation and advice",
    "Recorded when the papers went out.",
    "Both go to everybody invited at least two weeks before the meeting.",
)
REPORT = Step(
    forms.ReportForm,
    meetings.record_report_sent,
    "Report after the meeting",
    "Recorded when the report was sent.",
    "Within two weeks of the meeting, holidays or not.",
)
DECISION = Step(
    forms.DecisionForm,
    letters.record_la_decision,
    "The council’s decision",
    "Recorded. The review is finished, and the next year begins.",
    "The review is finished by this letter, not by the meeting.",
)
NOTICE = Step(
    forms.NoticeForm,
    letters.record_amendment_notice,
    "Proposed amendments",
    "Recorded. The parents have at least 15 days to comment.",
)
FINAL = Step(
    forms.FinalForm,
    letters.record_final_plan,
    "Final amended plan",
    "Recorded. The day of the next annual review stays as it was.",
)
CONFIRM = Step(
    forms.ConfirmForm,
    letters.confirm_summer_review_for_transfer,
    "Last summer’s review counts for the transfer",
    "Recorded. The phase transfer is on track.",
    "Record it only if the council says in writing that it will amend the plan from that review.",
)
CORRECT = Step(
    forms.CorrectReviewForm,
    letters.correct_review,
    "Correct the review",
    "The review is corrected, and the dates are worked out again.",
    "Leave a field empty for what has not happened yet.",
)


@school_view(Permission.EDIT_PLANS)
def plan_meeting(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Set the day of the next meeting."""
    found = _plan(request, plan)
    form = forms.MeetingForm(request.POST or None, initial={"kind": ReviewKind.ANNUAL})
    made: list[AnnualReview] = []

    def plan_it() -> None:
        service = meetings.plan_review_meeting
        made.append(service(plan=found, by=request.access.user, **form.facts))

    if request.POST and carried_out(form, plan_it):
        done(request, f"The meeting is planned for {_day(form)}. These tasks follow from it.")
        return redirect("review", request.school.slug, made[0].pk)
    note = (
        "Choose a school day by which the papers can be out two weeks before. Everybody needs "
        "that notice by law."
    )
    return _page(request, found, form, "Plan the review meeting", note)


@school_view(Permission.EDIT_PLANS)
def record_meeting(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Record a meeting that was held without having been planned here."""
    found = _plan(request, plan)
    form = forms.HeldForm(request.POST or None, initial={"kind": ReviewKind.ANNUAL})
    service = meetings.record_review_held
    if request.POST and carried_out(
        form, lambda: service(plan=found, by=request.access.user, **form.facts)
    ):
        done(request, f"The meeting of {_day(form)} is recorded.")
        return redirect("plan", request.school.slug, plan)
    return _page(request, found, form, "Record a review meeting")


@school_view(Permission.EDIT_PLANS)
def held(request: HttpRequest, review: UUID) -> HttpResponse:
    """Record that the planned meeting was held; where people were invited, who came."""
    found = _review(request, review)
    if meeting_row(request.access, found):
        return redirect("review_came", request.school.slug, review)
    form = forms.HeldForm(request.POST or None, record=found)
    if request.POST and carried_out(
        form,
        lambda: meetings.record_review_held(
            plan=found.plan,
            planned=found,
            by=request.access.user,
            version=form.cleaned_data["version"],
            **form.facts,
        ),
    ):
        done(request, "Recorded. The report is due two weeks after the meeting.")
        return redirect("review", request.school.slug, review)
    return _page(request, found.plan, form, "Record the meeting", review=found)


@school_view(Permission.EDIT_PLANS)
def move(request: HttpRequest, review: UUID) -> HttpResponse:
    """Move a planned meeting."""
    found = _review(request, review)
    on = iso_day(request.GET.get("on", ""))
    start = {"meeting_on": on} if on else {}
    form = forms.MeetingForm(request.POST or None, record=found, initial=start)
    if request.POST and carried_out(
        form,
        lambda: meetings.move_review_meeting(
            review=found,
            by=request.access.user,
            version=form.cleaned_data["version"],
            **form.facts,
        ),
    ):
        done(request, f"The meeting is moved to {_day(form)}. Whoever was asked by e-mail is told.")
        return redirect("review", request.school.slug, review)
    return _page(request, found.plan, form, "Move the meeting", review=found)


@school_view(Permission.EDIT_PLANS)
def call_off(request: HttpRequest, review: UUID) -> HttpResponse:
    """Call off a planned meeting."""
    found = _review(request, review)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form,
        lambda: meetings.call_off_review_meeting(review=found, by=request.access.user),
    ):
        done(request, "The meeting is called off. The last day for it stays where it was.")
        return redirect("plan", request.school.slug, found.plan_id)
    context = {"review": found, "form": form if form.errors else None, "plan": found.plan}
    return render(request, "ehcp/call_off.html", context)


@school_view(Permission.EDIT_PLANS)
def papers(request: HttpRequest, review: UUID) -> HttpResponse:
    """Record when invitation and advice went out."""
    return _step(request, review, PAPERS)


@school_view(Permission.EDIT_PLANS)
def report(request: HttpRequest, review: UUID) -> HttpResponse:
    """Record when the report was sent."""
    return _step(request, review, REPORT)


@school_view(Permission.EDIT_PLANS)
def decision(request: HttpRequest, review: UUID) -> HttpResponse:
    """Record the council's decision letter."""
    return _step(request, review, DECISION)


@school_view(Permission.EDIT_PLANS)
def notice(request: HttpRequest, review: UUID) -> HttpResponse:
    """Record the council's proposed amendments."""
    return _step(request, review, NOTICE)


@school_view(Permission.EDIT_PLANS)
def final(request: HttpRequest, review: UUID) -> HttpResponse:
    """Record the final amended plan."""
    return _step(request, review, FINAL)


@school_view(Permission.EDIT_PLANS)
def confirm(request: HttpRequest, review: UUID) -> HttpResponse:
    """Record that the council will amend from last summer's review."""
    return _step(request, review, CONFIRM)


@school_view(Permission.EDIT_PLANS)
def correct(request: HttpRequest, review: UUID) -> HttpResponse:
    """Put a review's facts right."""
    return _step(request, review, CORRECT)


def _step(request: HttpRequest, review_id: UUID, step: Step) -> HttpResponse:
    found = _review(request, review_id)
    form = step.form(request.POST or None, record=found)
    if request.POST and carried_out(
        form,
        lambda: step.service(
            review=found,
            by=request.access.user,
            version=form.cleaned_data["version"],
            **_given(form),
        ),
    ):
        done(request, step.said)
        return redirect("review", request.school.slug, review_id)
    return _page(request, found.plan, form, step.heading, step.note, found)


def _given(form: EditForm) -> dict[str, Any]:
    """Everything that the form asks for, fields that are not the record's included."""
    return {name: value for name, value in form.cleaned_data.items() if name != "version"}


def _page(
    request: HttpRequest,
    plan: EhcPlan,
    form: EditForm,
    heading: str,
    note: str = "",
    review: AnnualReview | None = None,
) -> HttpResponse:
    child = find_child(request.access, plan.pupil_id)
    if child is None:
        raise Http404
    context = {
        "child": child.identity(request.access, "plan"),
        "form": form,
        "form_heading": heading,
        "form_note": note,
        "plan": plan,
        "review": review,
    }
    return render(request, "ehcp/form.html", context)


def _plan(request: HttpRequest, plan_id: UUID) -> EhcPlan:
    found = find_plan(request.access, plan_id)
    if found is None:
        raise Http404
    return found


def _review(request: HttpRequest, review_id: UUID) -> AnnualReview:
    found = find_review(request.access, review_id)
    if found is None:
        raise Http404
    return found


def _day(form: EditForm) -> str:
    day = form.cleaned_data["meeting_on"]
    return f"{day:%a} {day.day} {day:%b}"
