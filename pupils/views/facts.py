"""Dated facts of a child: seen with their days, added, ended, corrected, taken out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.notices import done
from pupils.forms.details import LastDayForm
from pupils.forms.facts import FactForm
from pupils.models import DatedFact
from pupils.selectors.facts import editable_kinds, fact_of, facts_of
from pupils.services.facts import add_fact, correct_fact, end_fact, remove_fact
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE = "child_facts"
#: Facts of a compartment: that they were shown is written down apart.
COMPARTMENTS = {
    Permission.VIEW_CARE: Action.VIEW_CARE,
    Permission.VIEW_SENSITIVE: Action.VIEW_SENSITIVE,
}


@school_view(Permission.VIEW_PUPILS)
def facts(request: HttpRequest, pupil) -> HttpResponse:
    """Free meals, pupil premium and the like, each from a day to a day."""
    child = open_child(request, pupil)
    lines = facts_of(request.access, child.pupil)
    for permission in {line.permission for line in lines} & COMPARTMENTS.keys():
        action = COMPARTMENTS[permission]
        record_event(action, school=request.school, by=request.access, pupil_ids=[pupil])
    kinds = editable_kinds(request.access)
    return child_page(request, "pupils/facts.html", child, lines=lines, may_add=bool(kinds))


@school_view(Permission.EDIT_PUPILS)
def add(request: HttpRequest, pupil) -> HttpResponse:
    """Record a fact."""
    kinds = editable_kinds(request.access)
    child = open_child(request, pupil)
    form = FactForm(request.POST or None, kinds=kinds)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_fact(
            pupil=child.pupil, kind=form.cleaned_data["kind"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is recorded. A roll that says otherwise will ask first.")
        return redirect(child_url(PAGE, child))
    return child_form(request, child, form, heading="Record a fact", submit="Record it", back=PAGE)


@school_view(Permission.EDIT_PUPILS)
def correct(request: HttpRequest, pupil, fact) -> HttpResponse:
    """Correct the basis or the days of a fact."""
    kinds = editable_kinds(request.access)
    child = open_child(request, pupil)
    found = _found(request, child, fact)
    form = FactForm(request.POST or None, record=found, kinds=kinds)
    if request.method == "POST" and carried_out(
        form,
        lambda: correct_fact(
            fact=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is corrected. A roll that says otherwise will ask first.")
        return redirect(child_url(PAGE, child))
    heading = f"Correct: {found.get_kind_display()}"
    return child_form(request, child, form, heading=heading, submit="Save", back=PAGE)


@school_view(Permission.EDIT_PUPILS)
def end(request: HttpRequest, pupil, fact) -> HttpResponse:
    """The last day on which a fact is true."""
    child = open_child(request, pupil)
    found = _found(request, child, fact)
    form = LastDayForm(request.POST or None, initial={"last_day": request.access.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: end_fact(fact=found, ends_on=form.cleaned_data["last_day"], by=request.user),
    ):
        done(request, "The last day is recorded.")
        return redirect(child_url(PAGE, child))
    heading = f"No longer true: {found.get_kind_display()}"
    return child_form(
        request, child, form, heading=heading, submit="Record the last day", back=PAGE
    )


@school_view(Permission.EDIT_PUPILS)
def remove(request: HttpRequest, pupil, fact) -> HttpResponse:
    """Take out a fact that was never true, after asking."""
    child = open_child(request, pupil)
    found = _found(request, child, fact)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: remove_fact(fact=found, by=request.user)
    ):
        done(request, "It is taken out. The history keeps what it said.")
        return redirect(child_url(PAGE, child))
    context = {"fact": found, "form": form, "cancel_url": child_url(PAGE, child)}
    return render(request, "pupils/fact_remove.html", context)


def _found(request: HttpRequest, child, pk) -> DatedFact:
    found = fact_of(request.access, child.pupil, pk)
    if found is None:
        raise Http404
    return found
