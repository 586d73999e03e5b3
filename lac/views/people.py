"""Pages of the people around a child in care, placements, and who may decide."""

from django.http import HttpRequest, HttpResponse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from lac.forms.people import DelegationForm, PersonForm, PlacementForm
from lac.models import CarePerson, CarePlacement
from lac.selectors.delegations import delegations_of
from lac.selectors.rows import has_open_placement, row_of
from lac.services.declarations import set_delegations
from lac.services.people import (
    add_person,
    add_placement,
    change_person,
    change_placement,
    remove_person,
    remove_placement,
)
from lac.views.opening import PAGE, asked_to_remove, back_to_care, found, open_care
from pupils.views.opening import child_form, child_url

_ENDED = "If it was true for a time, give it a last day instead."


@school_view(Permission.EDIT_CARE)
def person_add(request: HttpRequest, pupil) -> HttpResponse:
    """Somebody from outside works for the child."""
    child = open_care(request, pupil)
    form = PersonForm(request.POST or None, initial={"starts_on": child.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: add_person(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        return back_to_care(request, child, "They are added.")
    return child_form(
        request,
        child,
        form,
        heading="Add a person",
        submit="Add",
        back=PAGE,
        note="A new social worker, team manager or reviewing officer follows the one before: that "
        "one’s last day is the day before.",
    )


@school_view(Permission.EDIT_CARE)
def person_change(request: HttpRequest, pupil, care_person) -> HttpResponse:
    """Put a person right, or give them a last day."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, CarePerson, child.pupil, care_person))
    form = PersonForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_person(
            person=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return back_to_care(request, child, "It is changed.")
    return child_form(
        request,
        child,
        form,
        heading="Change a person",
        submit="Save",
        back=PAGE,
        template="lac/form.html",
        remove_url=child_url("care_person_remove", child, row.pk),
    )


@school_view(Permission.EDIT_CARE)
def person_remove(request: HttpRequest, pupil, care_person) -> HttpResponse:
    """Take out somebody who was entered by mistake."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, CarePerson, child.pupil, care_person))
    what = f"{row.get_role_display()}: {row.name}"
    return asked_to_remove(
        request, child, what, lambda: remove_person(person=row, by=request.user), _ENDED
    )


@school_view(Permission.EDIT_CARE)
def placement_add(request: HttpRequest, pupil) -> HttpResponse:
    """The child lives somewhere else from a day on."""
    child = open_care(request, pupil)
    follows = has_open_placement(child.pupil)
    form = PlacementForm(
        request.POST or None,
        pupil=child.pupil,
        follows=follows,
        initial={"starts_on": child.today},
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_placement(
            pupil=child.pupil,
            by=request.user,
            key=form.cleaned_data["key"],
            moved_why=form.cleaned_data.get("moved_why", ""),
            **form.facts,
        ),
    ):
        return back_to_care(request, child, "The placement is recorded.")
    heading = "The child moves" if follows else "Where the child lives"
    return child_form(request, child, form, heading=heading, submit="Record it", back=PAGE)


@school_view(Permission.EDIT_CARE)
def placement_change(request: HttpRequest, pupil, care_placement) -> HttpResponse:
    """Put a placement right, or say when and why it ended."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, CarePlacement, child.pupil, care_placement))
    form = PlacementForm(request.POST or None, record=row, pupil=child.pupil)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_placement(
            placement=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return back_to_care(request, child, "It is changed.")
    return child_form(
        request,
        child,
        form,
        heading="Change a placement",
        submit="Save",
        back=PAGE,
        template="lac/form.html",
        remove_url=child_url("care_placement_remove", child, row.pk),
    )


@school_view(Permission.EDIT_CARE)
def placement_remove(request: HttpRequest, pupil, care_placement) -> HttpResponse:
    """Take out a placement that was entered by mistake."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, CarePlacement, child.pupil, care_placement))
    what = f"{row.get_kind_display()} from {row.starts_on:%-d %B %Y}"
    return asked_to_remove(
        request, child, what, lambda: remove_placement(placement=row, by=request.user), _ENDED
    )


@school_view(Permission.EDIT_CARE)
def delegations(request: HttpRequest, pupil) -> HttpResponse:
    """Who may say yes to what."""
    child = open_care(request, pupil)
    rows = delegations_of(child.pupil)
    form = DelegationForm(request.POST or None, rows=rows, today=child.today)
    if request.method == "POST" and carried_out(
        form,
        lambda: set_delegations(
            pupil=child.pupil,
            said=form.said,
            since=form.cleaned_data["since"],
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        return back_to_care(request, child, "It is recorded who may say yes.")
    return child_form(
        request,
        child,
        form,
        heading="Who may say yes",
        submit="Save",
        back=PAGE,
        template="lac/delegations.html",
        hands_over="",
    )
