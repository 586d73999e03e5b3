"""The services to refer to, and how long they let children wait."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.forms.referrals import ServiceForm
from pupils.list_files import SERVICES, WAITING_TIMES
from pupils.models import FederationService
from pupils.selectors.services import (
    by_area,
    keeps_federation_services,
    listed_services,
    service_of,
)
from pupils.selectors.waits import waiting_times
from pupils.services.outside_services import (
    add_service,
    change_service,
    fill_catalogue,
    retire_service,
)

PAGE = "outside_services"


@school_view(Permission.VIEW_REFERRALS)
@has_file
def services(request: HttpRequest) -> HttpResponse:
    """Every service by area of need, how to refer, how long it takes."""
    may_edit = request.access.can(Permission.EDIT_REFERRALS)
    areas = by_area(listed_services(request.access, retired=may_edit))
    if asks_for_file(request):
        return list_file(request, SERVICES, [(area, each) for area, some in areas for each in some])
    context = {
        "areas": areas,
        "may_edit": may_edit,
        "may_share": may_edit and keeps_federation_services(request.access),
    }
    return render(request, "pupils/referrals/services.html", context)


@school_view(Permission.EDIT_REFERRALS)
def service_add(request: HttpRequest) -> HttpResponse:
    """Add a service, for this school or for all."""
    form = ServiceForm(request.POST or None, may_share=keeps_federation_services(request.access))
    if request.method == "POST" and carried_out(form, lambda: _add(request, form)):
        done(request, "The service is in the list.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Add a service", "Add it")


@school_view(Permission.EDIT_REFERRALS)
def service_change(request: HttpRequest, service) -> HttpResponse:
    """Change a service."""
    row = _found(request, service)
    form = ServiceForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_service(
            service=row,
            school=request.school,
            facts=form.facts,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "The service is changed. Referrals begun before keep its old words.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Change a service", "Save")


@school_view(Permission.EDIT_REFERRALS)
@require_POST
def service_retire(request: HttpRequest, service) -> HttpResponse:
    """Offer a service no longer, or again."""
    row = _found(request, service)
    gone = not row.is_retired
    retire_service(service=row, school=request.school, is_retired=gone, by=request.user)
    done(request, "It is no longer offered." if gone else "It is offered again.")
    return redirect(PAGE, request.school.slug)


@school_view(Permission.EDIT_REFERRALS)
@require_POST
def services_fill(request: HttpRequest) -> HttpResponse:
    """Write the usual services into the list, to be made one's own."""
    shared = keeps_federation_services(request.access)
    number = fill_catalogue(
        school=request.school,
        federation=request.school.federation if shared else None,
        by=request.user,
    )
    done(request, f"{number} services are in the list. Add their waits and contacts.")
    return redirect(PAGE, request.school.slug)


@school_view(Permission.VIEW_WAITS)
@has_file
def waits(request: HttpRequest) -> HttpResponse:
    """How long services let children of this school wait."""
    return _waits(request)


@federation_view(Permission.VIEW_WAITS)
@has_file
def federation_waits(request: HttpRequest) -> HttpResponse:
    """The same over all schools."""
    return _waits(request)


def _waits(request: HttpRequest) -> HttpResponse:
    lines = waiting_times(request.access)
    if asks_for_file(request):
        return list_file(request, WAITING_TIMES, lines)
    hides = any(line.waiting is None or line.seen is None for line in lines)
    return render(request, "pupils/referrals/waits.html", {"lines": lines, "hides": hides})


def _add(request: HttpRequest, form: ServiceForm) -> None:
    is_shared = form.cleaned_data.get("is_shared")
    add_service(
        school=request.school,
        federation=request.school.federation if is_shared else None,
        by=request.user,
        **form.facts,
    )


def _found(request: HttpRequest, pk):
    """A service that the asker may change; a federation's only who keeps it at every school."""
    row = service_of(request.access, pk)
    if row is None:
        raise Http404
    if isinstance(row, FederationService) and not keeps_federation_services(request.access):
        raise Refused(request.school, Permission.EDIT_REFERRALS)
    return row


def _form(request: HttpRequest, form, heading: str, submit: str) -> HttpResponse:
    cancel_url = reverse(PAGE, args=[request.school.slug])
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": cancel_url}
    return render(request, "pupils/form.html", context)
