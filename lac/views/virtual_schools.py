"""Virtual schools: who they are, what they ask of a plan, and by which day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import Refused, school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from lac.forms.virtual_schools import VirtualSchoolForm
from lac.list_files import VIRTUAL_SCHOOLS
from lac.selectors.virtual_schools import cut_off_days, virtual_school_of, virtual_schools
from lac.services.virtual_schools import keep_virtual_school
from lac.views.opening import found
from pupils.selectors.strategies import keeps_federation_library

PAGE = "virtual_schools"


@school_view(Permission.READ_CARE)
@has_file
def virtual_school_list(request: HttpRequest) -> HttpResponse:
    """The virtual schools that the federation's schools work with."""
    if asks_for_file(request):
        return list_file(request, VIRTUAL_SCHOOLS, virtual_schools(request.access))
    context = {"lines": virtual_schools(request.access), "may_edit": _may_edit(request)}
    return render(request, "lac/pep/virtual_schools.html", context)


@school_view(Permission.EDIT_CARE)
def virtual_school_add(request: HttpRequest) -> HttpResponse:
    """Add a virtual school; our own criteria and order stand in the form to begin with."""
    if not _may_edit(request):
        raise Refused(request.school, Permission.MANAGE_STRATEGIES)
    return _form(request, None)


@school_view(Permission.EDIT_CARE)
def virtual_school_change(request: HttpRequest, virtual_school) -> HttpResponse:
    """Change one, with its last days; not there for who does not keep the library."""
    row = virtual_school_of(request.school, virtual_school) if _may_edit(request) else None
    return _form(request, found(row))


def _form(request: HttpRequest, row) -> HttpResponse:
    days = cut_off_days(row, request.access.today)
    form = VirtualSchoolForm(request.POST or None, record=row, days=days)
    if request.method == "POST" and carried_out(
        form,
        lambda: keep_virtual_school(
            school=request.school,
            row=row,
            version=form.cleaned_data["version"],
            cut_offs=form.cut_offs,
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "It is kept, for all schools of the federation.")
        return redirect(PAGE, request.school.slug)
    cancel_url = reverse(PAGE, args=[request.school.slug])
    context = {"form": form, "row": row, "cancel_url": cancel_url}
    return render(request, "lac/pep/virtual_school.html", context)


def _may_edit(request: HttpRequest) -> bool:
    may = request.access.can(Permission.EDIT_CARE)
    return may and keeps_federation_library(request.access)
