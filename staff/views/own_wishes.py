"""A class teacher's own wishes: when the provision of their children had best be."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from staff.codes import WindowKind
from staff.forms.weeks import WishForm
from staff.selectors.weeks.needs import ProvisionLine
from staff.selectors.weeks.own_wishes import own_provision, own_provisions
from staff.services.weeks.needs import add_window, remove_window

PAGE = "own_wishes"


@school_view(Permission.VIEW_NEEDS)
def own_wishes(request: HttpRequest) -> HttpResponse:
    """Provision of the children of the asker's classes, with the times asked for."""
    context = {"lines": own_provisions(request.access)}
    return render(request, "staff/week/own_wishes.html", context)


@school_view(Permission.VIEW_NEEDS)
def own_wish_add(request: HttpRequest, provision: UUID) -> HttpResponse:
    """Ask for a time."""
    line = _found(request, provision)
    form = WishForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_window(
            provision=line.provision, kind=WindowKind.WISH, by=request.user, **form.facts
        ),
    ):
        done(request, "Your wish is kept. The next plan of the week heeds it where it can.")
        return redirect(PAGE, request.school.slug)
    back = reverse(PAGE, args=[request.school.slug])
    context = {"form": form, "line": line, "cancel_url": back}
    return render(request, "staff/week/own_wish_form.html", context)


@school_view(Permission.VIEW_NEEDS)
@require_POST
def own_wish_remove(request: HttpRequest, provision: UUID, window: UUID) -> HttpResponse:
    """It is no longer wished."""
    line = _found(request, provision)
    row = next((each for each in line.windows if each.pk == window), None)
    if row is None:
        raise Http404
    remove_window(window=row, by=request.user)
    done(request, "The time is taken out.")
    return redirect(PAGE, request.school.slug)


def _found(request: HttpRequest, pk: UUID) -> ProvisionLine:
    line = own_provision(request.access, pk)
    if line is None:
        raise Http404
    return line
