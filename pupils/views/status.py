"""On the SEND register and off it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.codes import EvidenceOf, SenStatus
from pupils.forms.status import CorrectForm, EndForm, StartForm, ToldForm
from pupils.selectors.evidence import evidence_choices, evidence_for
from pupils.selectors.history import period_of
from pupils.services.status import (
    change_status,
    correct_status,
    end_status,
    start_status,
    tell_parent,
)
from pupils.views.opening import child_form, child_url, open_child

PAGE = "child_register"


@school_view(Permission.EDIT_REGISTER)
def start(request: HttpRequest, pupil) -> HttpResponse:
    """Put a child on the register."""
    child = open_child(request, pupil)
    form = StartForm(
        request.POST or None,
        has_needs=bool(child.needs),
        papers=evidence_choices(request.access, child.pupil),
    )
    if request.method == "POST" and carried_out(
        form, lambda: start_status(pupil=child.pupil, by=request.user, **form.facts)
    ):
        done(request, "The child is on the SEND register.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="Put on the SEND register",
        submit="Put on the register",
        back=PAGE,
        template="pupils/status_form.html",
    )


@school_view(Permission.EDIT_REGISTER)
def change(request: HttpRequest, pupil) -> HttpResponse:
    """Move a child between SEN support and an EHC plan."""
    child = open_child(request, pupil)
    level = child.status or SenStatus.SUPPORT
    form = StartForm(
        request.POST or None,
        has_needs=True,
        level=level,
        papers=evidence_choices(request.access, child.pupil),
    )
    other = SenStatus.PLAN if level == SenStatus.SUPPORT else SenStatus.SUPPORT
    if request.method == "POST" and carried_out(
        form, lambda: change_status(pupil=child.pupil, by=request.user, **form.facts)
    ):
        done(request, "The level has changed.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading=f"Change to {other.label}",
        submit="Change the level",
        back=PAGE,
        template="pupils/status_form.html",
    )


@school_view(Permission.EDIT_REGISTER)
def end(request: HttpRequest, pupil) -> HttpResponse:
    """Take a child off the register."""
    child = open_child(request, pupil)
    form = EndForm(request.POST or None, papers=evidence_choices(request.access, child.pupil))
    if request.method == "POST" and carried_out(
        form, lambda: end_status(pupil=child.pupil, by=request.user, **form.facts)
    ):
        done(request, "The child is no longer on the SEND register.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="Take off the SEND register",
        submit="Take off the register",
        back=PAGE,
        template="pupils/status_form.html",
    )


@school_view(Permission.EDIT_REGISTER)
def told(request: HttpRequest, pupil, period) -> HttpResponse:
    """Record that the parents were told."""
    child = open_child(request, pupil)
    found = _period(child, period)
    form = ToldForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: tell_parent(period=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "It is recorded that the parents were told.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request, child, form, heading="The parents were told", submit="Save", back=PAGE
    )


@school_view(Permission.EDIT_REGISTER)
def correct(request: HttpRequest, pupil, period) -> HttpResponse:
    """Put a mistake right."""
    child = open_child(request, pupil)
    found = _period(child, period)
    behind = evidence_for(request.access, child.pupil, EvidenceOf.STATUS, found.pk)
    papers = evidence_choices(request.access, child.pupil, behind)
    form = CorrectForm(request.POST or None, record=found, papers=papers, behind=behind)
    if request.method == "POST" and carried_out(
        form,
        lambda: correct_status(
            period=found,
            by=request.user,
            version=form.cleaned_data["version"],
            paper=form.cleaned_data.get("paper"),
            **form.facts,
        ),
    ):
        done(request, "The register is corrected.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request, child, form, heading="Correct the register", submit="Save", back=PAGE
    )


def _period(child, period):
    found = period_of(child.pupil, period)
    if found is None:
        raise Http404
    return found
