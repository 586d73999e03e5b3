"""What the school itself must publish, send and name: seen, recorded, corrected."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.history import history_of_school
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from reports.codes import Duty
from reports.forms.duties import DutyForm
from reports.list_files import DUTIES
from reports.selectors.duties import census_choices, duties_page, record_of
from reports.services.duties import change_duty_record, record_duty, remove_duty_record


@school_view(Permission.VIEW_DUE)
@has_file
def duties(request: HttpRequest) -> HttpResponse:
    """The school's own duties, how each stands, and what was done before."""
    may_edit = request.access.can(Permission.EDIT_DUTIES)
    if asks_for_file(request):
        return list_file(request, DUTIES, duties_page(request.access).lines)
    context = {
        "page": duties_page(request.access),
        "changes": history_of_school(request.access, request.school),
        "may_edit": may_edit,
        "may_read_reports": request.access.can(Permission.READ_REPORTS),
    }
    return render(request, "reports/duties.html", context)


@school_view(Permission.EDIT_DUTIES)
def duty_record(request: HttpRequest, duty: str) -> HttpResponse:
    """Record that a duty was done."""
    if duty not in Duty.values:
        raise Http404
    form = _form(request, Duty(duty), initial={"done_by": request.user.name})
    if request.method == "POST" and carried_out(
        form,
        lambda: record_duty(school=request.school, duty=duty, by=request.user, **form.facts),
    ):
        done(request, "It is recorded. What is due next is worked out from it.")
        return redirect(_page(request))
    return _shown(request, form, f"Record: {Duty(duty).label}", "Record it")


@school_view(Permission.EDIT_DUTIES)
def duty_change(request: HttpRequest, duty_record) -> HttpResponse:
    """Correct what was recorded."""
    found = _found(request, duty_record)
    form = _form(request, Duty(found.duty), record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_duty_record(
            record=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The record is corrected.")
        return redirect(_page(request))
    return _shown(request, form, f"Correct: {found.get_duty_display()}", "Save", record=found)


@school_view(Permission.EDIT_DUTIES)
def duty_remove(request: HttpRequest, duty_record) -> HttpResponse:
    """Take out a record that was made by mistake, after asking."""
    found = _found(request, duty_record)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: remove_duty_record(record=found, by=request.user)
    ):
        done(request, "The record is taken out. The history keeps it.")
        return redirect(_page(request))
    context = {"record": found, "form": form, "cancel_url": _page(request)}
    return render(request, "reports/duty_remove.html", context)


def _form(request: HttpRequest, duty: Duty, **more) -> DutyForm:
    days = census_choices(request.school, request.access.today) if duty is Duty.CENSUS else []
    return DutyForm(request.POST or None, duty=duty, census_days=days, **more)


def _found(request: HttpRequest, pk):
    found = record_of(request.school, pk)
    if found is None:
        raise Http404
    return found


def _shown(request: HttpRequest, form, heading: str, submit: str, **more) -> HttpResponse:
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": _page(request)}
    return render(request, "reports/duty_form.html", context | more)


def _page(request: HttpRequest) -> str:
    return reverse("duties", args=[request.school.slug])
