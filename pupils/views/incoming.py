"""Records from other schools: brought, looked at, taken in or returned."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.forms.transfers import AcceptForm, BringForm, WhyForm
from pupils.list_files_of_school import INCOMING
from pupils.packing.refusal import PackRefused
from pupils.selectors.transfers.lists import child_on_roll, incoming_record, incoming_records
from pupils.selectors.transfers.readable import child_facts, sections
from pupils.services.transfers.receiving import (
    accept_record,
    bring_pack,
    opened_pack,
    return_record,
)


@school_view(Permission.MOVE_RECORDS)
@has_file
def incoming(request: HttpRequest) -> HttpResponse:
    """What came from other schools; a file can be brought."""
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data["file"].read()
        try:
            found = bring_pack(
                school=request.school, data=data, code=form.cleaned_data["code"], by=request.user
            )
            return redirect("incoming_record", request.school.slug, found.pk)
        except PackRefused as refused:
            form.add_error("file", str(refused))
    record_event(Action.VIEW_INCOMING, school=request.school, by=request.access)
    if asks_for_file(request):
        return list_file(request, INCOMING, incoming_records(request.access))
    context = {"records": incoming_records(request.access), "form": form}
    return render(request, "pupils/moving/incoming.html", context)


@school_view(Permission.MOVE_RECORDS)
def incoming_one(request: HttpRequest, incoming) -> HttpResponse:
    """What is in a record that came; on the child's first day it is taken in."""
    found = _found(request, incoming)
    form = AcceptForm(request.POST or None)

    def accept() -> None:
        try:
            accept_record(incoming=found, by=request.user, **form.cleaned_data)
        except PackRefused as refused:
            form.add_error(None, str(refused))

    if request.method == "POST" and carried_out(form, accept):
        done(request, "The record is taken in. It is this school's own from now on.")
        return redirect("incoming_record", request.school.slug, found.pk)
    record_event(
        Action.VIEW_INCOMING,
        school=request.school,
        by=request.access,
        pupil_ids=[found.pupil_id] if found.pupil_id else [],
        subject=found,
    )
    context = {"incoming": found, "form": form, **_preview(found)}
    return render(request, "pupils/moving/incoming_record.html", context)


@school_view(Permission.MOVE_RECORDS)
def incoming_return(request: HttpRequest, incoming) -> HttpResponse:
    """Send a record back, with the reason."""
    found = _found(request, incoming)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: return_record(incoming=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "The record is returned.")
        return redirect("incoming", request.school.slug)
    context = {
        "form": form,
        "heading": "Return the record",
        "submit": "Return it",
        "cancel_url": reverse("incoming_record", args=[request.school.slug, found.pk]),
    }
    return render(request, "pupils/form.html", context)


def _preview(found) -> dict:
    """The record in words, as long as it is to be decided."""
    if found.state != "waiting":
        return {}
    try:
        record = opened_pack(found).record
    except PackRefused as refused:
        return {"refusal": str(refused)}
    return {
        "facts": child_facts(record),
        "sections": sections(record),
        "known": child_on_roll(found.school, record["pupil"]["upn"]),
    }


def _found(request: HttpRequest, pk):
    found = incoming_record(request.access, pk)
    if found is None:
        raise Http404
    return found
