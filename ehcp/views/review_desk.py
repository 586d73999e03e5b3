"""The desk of one review: its tasks planned back, time and place, who does what."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from ehcp.review_codes import OURS, TaskKind
from ehcp.review_forms import ChangeSetUpForm, OwnerForm, SetUpForm, usual_time
from ehcp.selectors import joint_meeting
from ehcp.selectors.appeal_decisions import decisions_after
from ehcp.selectors.meeting_record import meeting_record
from ehcp.selectors.review_chasing import chase_now
from ehcp.selectors.review_desk import proposed_time, review_desk
from ehcp.selectors.review_prepared import prepared_of
from ehcp.services.review_meetings import change_set_up, set_up_meeting
from ehcp.services.review_tasks import give_task
from ehcp.views.review_opening import (
    open_meeting,
    open_review,
    review_form,
    review_page,
    review_url,
)
from pupils.selectors.actions import colleagues_at


@school_view(Permission.VIEW_PLANS)
def review(request: HttpRequest, review: UUID) -> HttpResponse:
    """Tasks, people, the record of the meeting, and what follows it."""
    child, found = open_review(request, review)
    desk = review_desk(request.access, found)
    record = meeting_record(request.access, found, desk.prepared) if desk.row else None
    may_edit = request.access.can(Permission.EDIT_PLANS)
    return review_page(
        request,
        "ehcp/reviewing/desk.html",
        child,
        desk=desk,
        review=found,
        said=record,
        joint=joint_meeting.of_review(request.access, found),
        decisions=decisions_after(found) if may_edit else (),
        chase=chase_now(request.access, found),
        may_write=request.access.can(Permission.WRITE_LETTERS),
    )


@school_view(Permission.EDIT_PLANS)
def set_up(request: HttpRequest, review: UUID) -> HttpResponse:
    """Time and place, and who leads the meeting; as the calendar proposes it."""
    child, row, found = open_meeting(request, review)
    if row:
        return _change(request, child, row, found)
    starts_at, length = proposed_time(found)
    form = SetUpForm(
        request.POST or None,
        colleagues=colleagues_at(child.school, today=request.access.today),
        me=request.user,
        initial={"starts_at": usual_time(starts_at), "length": length},
    )
    if request.method == "POST" and carried_out(
        form, lambda: set_up_meeting(review=found, by=request.user, **form.facts)
    ):
        done(request, "Set. Now invite people.")
        return redirect(
            "review_invite" if not found.is_held else "review", request.school.slug, review
        )
    return review_form(
        request,
        child,
        found,
        form,
        heading="Time and place",
        note=f"The review meeting is on {found.meeting_on:%-d %B %Y}.",
    )


def _change(request, child, row, found) -> HttpResponse:
    """Another time or place, once people may have been invited."""
    form = ChangeSetUpForm(
        request.POST or None,
        record=row.meeting,
        colleagues=colleagues_at(child.school, today=request.access.today),
        me=request.user,
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: change_set_up(
            meeting=row,
            version=form.cleaned_data["version"],
            is_checked=form.cleaned_data["is_checked"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "Changed. Whoever was asked by e-mail hears of it; tell the others.")
        return redirect("review", request.school.slug, found.pk)
    return review_form(request, child, found, form, heading="Time and place")


@school_view(Permission.EDIT_PLANS)
def task(request: HttpRequest, review: UUID, review_task: str) -> HttpResponse:
    """Give a task to a colleague."""
    if review_task not in {kind.value for kind in OURS}:
        raise Http404
    child, found = open_review(request, review)
    kind = TaskKind(review_task)
    owner = prepared_of([found])[found.pk].owners.get(kind)
    form = OwnerForm(
        request.POST or None,
        colleagues=colleagues_at(child.school, today=request.access.today),
        initial={"owner": str(owner.pk) if owner else ""},
    )
    if request.method == "POST" and carried_out(
        form, lambda: give_task(review=found, kind=kind, owner=form.chosen, by=request.user)
    ):
        done(request, "Saved. It stands in what is due by that name.")
        return redirect(review_url(found, request.school.slug, "tasks"))
    return review_form(request, child, found, form, "tasks", heading=str(kind.label))
