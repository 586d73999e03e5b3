"""The retention list: records at the end of their time, decisions, the bin, certificates."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, note, problem
from pupils.forms.retention import CheckForm, DecideForm, TickedForm
from pupils.list_files_of_school import RETENTION
from pupils.retention_codes import RetentionKind
from pupils.selectors.retention import (
    RetentionPage,
    certificate_by,
    certificate_of,
    decision_of,
    retention_page,
)
from pupils.services.retention.deciding import (
    confirm_deletions,
    decide_records,
    send_back,
    undo_decision,
)
from pupils.services.retention.deleting import reference_of
from pupils.views.printing import pdf_answer

REVIEW = Permission.REVIEW_RETENTION


@school_view(REVIEW)
@has_file
def retention(request: HttpRequest) -> HttpResponse:
    """Whose record reaches the end of its time; decide about those that are ticked."""
    page = _page(request)
    open_ones = [line.pupil.pk for line in (*page.to_decide, *page.kept)]
    form = DecideForm(request.POST or None, choices=open_ones)
    if request.method == "POST" and carried_out(
        form,
        lambda: decide_records(
            school=request.school,
            pupil_ids=form.cleaned_data["ticked"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, _decided(form))
        return redirect("retention", request.school.slug)
    if asks_for_file(request):
        return list_file(request, RETENTION, page.by_state)
    context = {
        "page": page,
        "form": form,
        "check": CheckForm(auto_id="check_%s"),
        "may_confirm": request.access.can(Permission.CONFIRM_DELETION),
    }
    return render(request, "pupils/retention/list.html", context)


@school_view(Permission.CONFIRM_DELETION)
@require_POST
def retention_confirm(request: HttpRequest) -> HttpResponse:
    """Confirm the ticked deletions, or send them back."""
    return _step(
        request,
        send_back if "back" in request.POST else confirm_deletions,
        "sent back, to be decided anew."
        if "back" in request.POST
        else "in the bin for 30 days. After that it is deleted for good.",
    )


@school_view(REVIEW)
@require_POST
def retention_undo(request: HttpRequest, retention_decision) -> HttpResponse:
    """Take a record out of the bin, lift a hold, take a decision back."""
    row = decision_of(request.access, request.school, retention_decision)
    if row is None:
        raise Http404
    record_event(
        Action.VIEW_RETENTION,
        school=request.school,
        by=request.access,
        pupil_ids=[row.pupil_id],
    )
    if row.confirmed_at:
        require(request, Permission.CONFIRM_DELETION)
    try:
        undo_decision(decision=row, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "It is taken back. The record is to be decided anew.")
    return redirect("retention", request.school.slug)


@school_view(REVIEW)
@require_POST
def retention_check(request: HttpRequest) -> HttpResponse:
    """Whether the record of a UPN was deleted here: its certificate."""
    form = CheckForm(request.POST)
    found = None
    if form.is_valid():
        reference = reference_of(request.school, form.cleaned_data["upn"])
        found = certificate_by(request.school, reference)
    if found:
        note(request, f"That record was deleted: certificate {found.number}.")
    else:
        note(request, "No certificate of this school is about that UPN.")
    return redirect(reverse("retention", args=[request.school.slug]) + "#certificates")


@school_view(REVIEW)
def certificate(request: HttpRequest, certificate) -> HttpResponse:
    """A certificate of deletion as it was written."""
    row = certificate_of(request.school, certificate)
    if row is None or row.pdf is None:
        raise Http404
    record_event(Action.DOWNLOAD, school=request.school, by=request.access, subject=row)
    return pdf_answer(bytes(row.pdf), f"certificate-of-deletion-{row.number}.pdf")


def _page(request: HttpRequest) -> RetentionPage:
    page = retention_page(request.access, request.school)
    record_event(
        Action.VIEW_RETENTION,
        school=request.school,
        by=request.access,
        pupil_ids=page.pupil_ids,
    )
    return page


def _step(request: HttpRequest, service: Callable[..., int], said: str) -> HttpResponse:
    page = _page(request)
    waiting: list[UUID] = [line.decision.pk for line in page.to_confirm if line.decision]
    form = TickedForm(request.POST, choices=waiting)
    try:
        if not form.is_valid():
            raise TransitionNotAllowed("Tick the records first.")
        many = service(
            school=request.school, decision_ids=form.cleaned_data["ticked"], by=request.user
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, f"{many} record{'' if many == 1 else 's'} {said}")
    return redirect("retention", request.school.slug)


def _decided(form: DecideForm) -> str:
    many = len(form.cleaned_data["ticked"])
    records = "The record is" if many == 1 else f"{many} records are"
    if form.cleaned_data["kind"] == RetentionKind.DELETE:
        return f"{records} proposed for deletion. Somebody else has to confirm it."
    return f"{records} kept."
