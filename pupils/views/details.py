"""A child's details, and coming and going."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.clock import academic_year
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.forms.details import DetailsForm, LastDayForm
from pupils.services.details import (
    correct_pupil,
    record_leaving,
    record_return,
)
from pupils.views.opening import child_form, child_page, child_url, open_child


@school_view(Permission.EDIT_PUPILS)
def details(request: HttpRequest, pupil) -> HttpResponse:
    """Correct a child's details."""
    child = open_child(request, pupil)
    form = DetailsForm(
        request.POST or None,
        record=child.pupil,
        school=request.school,
        academic_year=academic_year(request.access.today),
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: correct_pupil(
            pupil=child.pupil,
            changes=form.facts,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "The details are corrected. A roll that says otherwise will ask first.")
        return redirect(child_url("child", child))
    return child_form(
        request, child, form, heading="Correct the details", submit="Save", back="child"
    )


@school_view(Permission.VIEW_PUPILS)
@require_POST
def upn(request: HttpRequest, pupil) -> HttpResponse:
    """Show the UPN to somebody who asks for it."""
    child = open_child(request, pupil, Action.SHOW_UPN)
    part = "#number" if request.htmx else ""
    return child_page(request, f"pupils/upn.html{part}", child, upn=child.pupil.upn)


@school_view(Permission.EDIT_PUPILS)
def leaving(request: HttpRequest, pupil) -> HttpResponse:
    """A child leaves the school."""
    child = open_child(request, pupil)
    form = LastDayForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: record_leaving(pupil=child.pupil, by=request.user, **form.cleaned_data)
    ):
        done(request, "The child's last day is recorded.")
        return redirect(child_url("child", child))
    return child_form(
        request,
        child,
        form,
        heading="The child leaves",
        submit="Record the last day",
        back="child",
        note="The place on the SEND register ends with that day, and so does the access of "
        "adults who support this child. Nothing is deleted.",
    )


@school_view(Permission.EDIT_PUPILS)
def returning(request: HttpRequest, pupil) -> HttpResponse:
    """A child who had left comes back."""
    child = open_child(request, pupil)
    form = LastDayForm(request.POST or None)
    form.fields["last_day"].label = "First day back"
    if request.method == "POST" and carried_out(
        form,
        lambda: record_return(
            pupil=child.pupil, starts_on=form.cleaned_data["last_day"], by=request.user
        ),
    ):
        done(request, "The child is on roll again.")
        return redirect(child_url("child", child))
    return child_form(
        request, child, form, heading="The child comes back", submit="Record it", back="child"
    )
