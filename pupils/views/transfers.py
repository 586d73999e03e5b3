"""Sending a child's record to another school: preview, approval, receipt, log."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.transfers import AgainForm, ReceiptForm, TransferForm, WhyForm
from pupils.selectors.approvals import latest_approval, pack_leaving
from pupils.selectors.transfers.contents import contents_of
from pupils.selectors.transfers.lists import log_of, other_schools, transfer_of
from pupils.services.transfers.again import send_again
from pupils.services.transfers.sending import (
    approve_transfer,
    is_waiting,
    may_include,
    record_receipt,
    release_transfer,
    take_out,
    withdraw_transfer,
)
from pupils.transfer_codes import Held, TransferState
from pupils.views.moving import TAB
from pupils.views.opening import child_form, child_page, child_url, open_child


@school_view(Permission.MOVE_RECORDS)
def transfer_start(request: HttpRequest, pupil) -> HttpResponse:
    """What goes and what stays; then a named person approves it."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    contents = contents_of(child.pupil)
    allowed = [held for held in may_include(request.access, child.school) if held in contents.held]
    form = TransferForm(request.POST or None, schools=other_schools(child.school), allowed=allowed)
    if request.method == "POST" and carried_out(
        form,
        lambda: approve_transfer(pupil=child.pupil, allowed=allowed, by=request.user, **form.facts),
    ):
        done(request, "Approved. The record is being packed; it is on its way in a minute.")
        return redirect(child_url(TAB, child))
    return child_form(
        request,
        child,
        form,
        heading="Send the record",
        submit="Approve and send",
        back=TAB,
        template="pupils/moving/transfer_form.html",
        contents=contents,
    )


@school_view(Permission.VIEW_NEEDS)
def transfer(request: HttpRequest, pupil, transfer) -> HttpResponse:
    """One record that was sent: what went, to whom, the receipt and the log."""
    child, found = _opened(request, pupil, transfer)
    return child_page(
        request,
        "pupils/moving/transfer.html",
        child,
        tab="moving",
        transfer=found,
        log=log_of(found),
        may_move=request.access.can(Permission.MOVE_RECORDS),
        gives_file=found.state in (TransferState.READY, TransferState.RECEIVED),
        is_waiting=found.state == TransferState.READY and is_waiting(found),
        look=latest_approval(pack_leaving(found, child.pupil)) if found.digest else None,
    )


@school_view(Permission.MOVE_RECORDS)
@require_POST
def transfer_download(request: HttpRequest, pupil, transfer) -> HttpResponse:
    """The pack as a file, to be sent another way."""
    child, found = _opened(request, pupil, transfer, Action.DOWNLOAD)
    for held in found.includes:
        # What went with somebody else's permission is opened with one's own.
        require(request, _opened_by(held))
    try:
        data = take_out(transfer=found, by=request.user)
    except (TransitionNotAllowed, OSError) as refused:
        said = isinstance(refused, TransitionNotAllowed)
        problem(request, str(refused) if said else "The file is missing. Send the record again.")
        return redirect(child_url("transfer", child, found.pk))
    return pack_answer(data)


@school_view(Permission.MOVE_RECORDS)
@require_POST
def transfer_release(request: HttpRequest, pupil, transfer) -> HttpResponse:
    """Send a record that waited for a second look."""
    child, found = _opened(request, pupil, transfer)
    try:
        release_transfer(transfer=found, by=request.user)
        done(request, "The record is on its way.")
    except (TransitionNotAllowed, OSError) as refused:
        said = isinstance(refused, TransitionNotAllowed)
        problem(request, str(refused) if said else "The file is missing. Send the record again.")
    return redirect(child_url("transfer", child, found.pk))


@school_view(Permission.MOVE_RECORDS)
def transfer_receipt(request: HttpRequest, pupil, transfer) -> HttpResponse:
    """The other school told us that it arrived."""
    child, found = _opened(request, pupil, transfer)
    form = ReceiptForm(request.POST or None, initial={"on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: record_receipt(transfer=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "The receipt is written down.")
        return redirect(child_url("transfer", child, found.pk))
    return _form(request, child, form, "The record arrived", "Save", found)


@school_view(Permission.MOVE_RECORDS)
def transfer_again(request: HttpRequest, pupil, transfer) -> HttpResponse:
    """Send a new link to the same pack."""
    child, found = _opened(request, pupil, transfer)
    known = {"to_person": found.to_person, "to_email": found.to_email}
    form = AgainForm(request.POST or None, initial=known)
    if request.method == "POST" and carried_out(
        form, lambda: send_again(transfer=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "A new link is on its way. The old one no longer works.")
        return redirect(child_url("transfer", child, found.pk))
    return _form(request, child, form, "Send it again", "Send a new link", found)


@school_view(Permission.MOVE_RECORDS)
def transfer_withdraw(request: HttpRequest, pupil, transfer) -> HttpResponse:
    """Take it back, as long as nobody has received it."""
    child, found = _opened(request, pupil, transfer)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: withdraw_transfer(transfer=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "The record is back. The link and the other school's copy are closed.")
        return redirect(child_url("transfer", child, found.pk))
    return _form(request, child, form, "Take the record back", "Take it back", found)


def pack_answer(data: bytes) -> HttpResponse:
    """A pack to keep; its name tells nothing of the child."""
    response = HttpResponse(data, content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="record.zip"'
    return response


def _opened_by(held: str) -> Permission:
    return Held(held).opened_by or Permission.MOVE_RECORDS


def _opened(request: HttpRequest, pupil, transfer, action: Action = Action.VIEW_MOVES):
    child = open_child(request, pupil, action)
    found = transfer_of(child.pupil, transfer)
    if found is None:
        raise Http404
    return child, found


def _form(request, child, form, heading: str, submit: str, found) -> HttpResponse:
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit=submit,
        back="transfer",
        back_args=(found.pk,),
        note=f"{found.to_name}, {found.to_person}",
    )
