"""What a service does about a referral: appointments, the report, the day to ask again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.forms.referrals import AppointmentForm, NudgeForm, ReportForm
from pupils.selectors.documents import document_of, documents_of
from pupils.selectors.referrals import appointment_of
from pupils.services.referrals.following import (
    add_appointment,
    change_appointment,
    receive_report,
    set_nudge,
)
from pupils.views.opening import child_form, child_url
from pupils.views.referrals import TAB, opened


@school_view(Permission.EDIT_REFERRALS)
def appointment_add(request: HttpRequest, pupil, referral) -> HttpResponse:
    """The service offers a day."""
    child, found = opened(request, pupil, referral)
    form = AppointmentForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: add_appointment(referral=found, by=request.user, **form.facts)
    ):
        done(request, "The appointment is recorded.")
        return redirect(child_url("referral", child, found.pk))
    return _form(request, child, found, form, "Add an appointment", "Add it")


@school_view(Permission.EDIT_REFERRALS)
def appointment_change(request: HttpRequest, pupil, referral, appointment) -> HttpResponse:
    """Attended, not attended, moved."""
    child, found = opened(request, pupil, referral)
    row = appointment_of(found, appointment)
    if row is None:
        raise Http404
    row.referral = found
    form = AppointmentForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_appointment(
            appointment=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The appointment is changed.")
        return redirect(child_url("referral", child, found.pk))
    return _form(request, child, found, form, "Appointment", "Save")


@school_view(Permission.EDIT_REFERRALS)
def referral_report(request: HttpRequest, pupil, referral) -> HttpResponse:
    """The report came: which document on file it is."""
    child, found = opened(request, pupil, referral)
    lines = documents_of(request.access, child.pupil)
    form = ReportForm(request.POST or None, documents=lines)
    if request.method == "POST" and carried_out(
        form, lambda: _receive(request, child, found, form)
    ):
        done(request, "The report is noted. Write down next what it recommends.")
        return redirect(child_url("referral", child, found.pk))
    note = (
        "Choose the document. If it is not on file yet, file it under “Documents” first."
        if lines
        else "Nothing is on file for this child yet. File the report under “Documents” first."
    )
    return _form(request, child, found, form, "The report came", "This is the report", note=note)


@school_view(Permission.EDIT_REFERRALS)
def referral_nudge(request: HttpRequest, pupil, referral) -> HttpResponse:
    """Ask again on another day."""
    child, found = opened(request, pupil, referral)
    form = NudgeForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: set_nudge(referral=found, nudge_on=form.cleaned_data["nudge_on"], by=request.user),
    ):
        done(request, "The day is noted.")
        return redirect(child_url("referral", child, found.pk))
    return _form(request, child, found, form, "When to ask again", "Save")


def _receive(request: HttpRequest, child, found, form: ReportForm) -> None:
    document = document_of(request.access, child.pupil, form.cleaned_data["document"])
    if document is None:
        raise Http404
    receive_report(referral=found, document=document, by=request.user)


def _form(request, child, found, form, heading: str, submit: str, note: str = "") -> HttpResponse:
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit=submit,
        back="referral",
        back_args=(found.pk,),
        tab=TAB,
        note=note,
    )
