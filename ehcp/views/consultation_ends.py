"""Consultations at the end of their time: decisions, the second person, the bin."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from ehcp.list_files import CONSULTATION_ENDS
from ehcp.selectors.consultation_ends import EndsPage, consultation_end_of, consultation_ends
from ehcp.services.consultation_ends import confirm_ends, decide_ends, send_ends_back, undo_end
from pupils.forms.retention import DecideForm, TickedForm
from pupils.retention_codes import RetentionKind

REVIEW, PAGE = Permission.REVIEW_RETENTION, "consultation_ends"


@school_view(REVIEW)
@has_file
def ends(request: HttpRequest) -> HttpResponse:
    """Consultations whose time is over; decide about those that are ticked."""
    page = _page(request)
    open_ones = [line.row.pk for line in (*page.to_decide, *page.kept)]
    form = DecideForm(request.POST or None, choices=open_ones)
    if request.method == "POST" and carried_out(
        form,
        lambda: decide_ends(
            school=request.school,
            consultation_ids=form.cleaned_data["ticked"],
            by=request.user,
            **form.facts,
        ),
    ):
        is_deletion = form.cleaned_data["kind"] == RetentionKind.DELETE
        said = "proposed for deletion. Somebody else has to confirm it." if is_deletion else "kept."
        done(request, f"{_so_many(len(form.cleaned_data['ticked']))} {said}")
        return redirect(PAGE, request.school.slug)
    if asks_for_file(request):
        return list_file(request, CONSULTATION_ENDS, page.by_state)
    context = {
        "page": page,
        "form": form,
        "may_confirm": request.access.can(Permission.CONFIRM_DELETION),
    }
    return render(request, "ehcp/consultations/ends.html", context)


@school_view(Permission.CONFIRM_DELETION)
@require_POST
def ends_confirm(request: HttpRequest) -> HttpResponse:
    """Confirm the ticked deletions, or send them back."""
    if "back" in request.POST:
        return _step(request, send_ends_back, "sent back, to be decided anew.")
    return _step(
        request, confirm_ends, "in the bin for 30 days. After that it is deleted for good."
    )


@school_view(REVIEW)
@require_POST
def ends_undo(request: HttpRequest, consultation_end) -> HttpResponse:
    """Take it out of the bin, lift a hold, take a decision back."""
    row = consultation_end_of(request.access, consultation_end)
    if row is None:
        raise Http404
    if row.confirmed_at:
        require(request, Permission.CONFIRM_DELETION)
    try:
        undo_end(decision=row, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "It is taken back, and to be decided anew.")
    return redirect(PAGE, request.school.slug)


def _page(request: HttpRequest) -> EndsPage:
    page = consultation_ends(request.access)
    record_event(Action.VIEW_RETENTION, school=request.school, by=request.access)
    return page


def _step(request: HttpRequest, service: Callable[..., int], said: str) -> HttpResponse:
    page = _page(request)
    waiting: list[UUID] = [line.decision.pk for line in page.to_confirm if line.decision]
    form = TickedForm(request.POST, choices=waiting)
    try:
        if not form.is_valid():
            raise TransitionNotAllowed("Tick the consultations first.")
        many = service(
            school=request.school, decision_ids=form.cleaned_data["ticked"], by=request.user
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, f"{_so_many(many)} {said}")
    return redirect(PAGE, request.school.slug)


def _so_many(number: int) -> str:
    return "The consultation is" if number == 1 else f"{number} consultations are"
