"""Extra fields: which there are, for a school and for its federation."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import sensitivity_choices
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.forms.extra_fields import ALL_LEVELS, FieldForm
from pupils.list_files import FIELDS
from pupils.models.extra_fields import ExtraField
from pupils.selectors.extra_fields import (
    definitions,
    federation_definitions,
    federation_field_of,
    field_lines,
    field_of,
    sets_federation_fields,
)
from pupils.services.extra_fields.defining import (
    add_federation_field,
    add_school_field,
    change_field,
    move_field_up,
    retire_field,
)


@school_view(Permission.MANAGE_FIELDS)
@has_file
def fields(request: HttpRequest) -> HttpResponse:
    """The school's fields, below those that every school of the federation has."""
    shared, own = definitions(request.access)
    if asks_for_file(request):
        return list_file(request, FIELDS, field_lines([*shared, *own]))
    context = {
        "shared": [line for line in field_lines(shared) if not line.field.is_retired],
        "lines": field_lines(own),
        "federation": request.school.federation,
    }
    return render(request, "pupils/fields/fields.html", context)


@school_view(Permission.MANAGE_FIELDS)
def add(request: HttpRequest) -> HttpResponse:
    """Define a field of the school."""
    form = FieldForm(request.POST or None, levels=_levels(request))
    school = request.school
    if request.method == "POST" and carried_out(
        form,
        lambda: add_school_field(
            school=school, kind=form.cleaned_data["kind"], by=request.user, **form.facts
        ),
    ):
        done(request, "The field stands on every child’s record now.")
        return redirect(_back(request))
    return _form(request, form, "Add a field", "Add it")


@school_view(Permission.MANAGE_FIELDS)
def change(request: HttpRequest, own_field) -> HttpResponse:
    """Change a field of the school."""
    return _change(request, _own(request, own_field))


@school_view(Permission.MANAGE_FIELDS)
@require_POST
def retire(request: HttpRequest, own_field) -> HttpResponse:
    """Use a field no longer, or again."""
    return _retire(request, _own(request, own_field))


@school_view(Permission.MANAGE_FIELDS)
@require_POST
def up(request: HttpRequest, own_field) -> HttpResponse:
    """Ask for it earlier."""
    return _up(request, _own(request, own_field))


@federation_view(Permission.SET_FEDERATION_FIELDS)
@has_file
def federation_fields(request: HttpRequest) -> HttpResponse:
    """The fields that every school of the federation has."""
    if asks_for_file(request):
        return list_file(request, FIELDS, field_lines(federation_definitions(request.access)))
    context = {
        "lines": field_lines(federation_definitions(request.access)),
        "may_set": sets_federation_fields(request.access),
        "may_count": request.access.can(Permission.READ_REPORTS),
    }
    return render(request, "pupils/fields/federation.html", context)


@federation_view(Permission.SET_FEDERATION_FIELDS)
def federation_add(request: HttpRequest) -> HttpResponse:
    """Define a field of every school."""
    _require_all_schools(request)
    form = FieldForm(request.POST or None, levels=ALL_LEVELS)
    school = request.access.schools[0]
    if request.method == "POST" and carried_out(
        form,
        lambda: add_federation_field(
            federation=school.federation,
            school=school,
            kind=form.cleaned_data["kind"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "Every school has the field now.")
        return redirect(_back(request))
    return _form(request, form, "Add a field for every school", "Add it")


@federation_view(Permission.SET_FEDERATION_FIELDS)
def federation_change(request: HttpRequest) -> HttpResponse:
    """Change a field of every school."""
    return _change(request, _shared(request))


@federation_view(Permission.SET_FEDERATION_FIELDS)
@require_POST
def federation_retire(request: HttpRequest) -> HttpResponse:
    """Use a field of every school no longer, or again."""
    return _retire(request, _shared(request))


@federation_view(Permission.SET_FEDERATION_FIELDS)
@require_POST
def federation_up(request: HttpRequest) -> HttpResponse:
    """Ask for it earlier, in every school."""
    return _up(request, _shared(request))


def _change(request: HttpRequest, field: ExtraField) -> HttpResponse:
    form = FieldForm(request.POST or None, record=field, levels=_levels(request))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_field(
            field=field,
            school=request.access.schools[0],
            facts=form.facts,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "The field is changed. What was filled in is kept.")
        return redirect(_back(request))
    return _form(request, form, f"Change “{field.name}”", "Save")


def _retire(request: HttpRequest, field: ExtraField) -> HttpResponse:
    retired = not field.is_retired
    said = "It is no longer asked for. What was filled in is kept."

    def step() -> None:
        retire_field(
            field=field, school=request.access.schools[0], by=request.user, is_retired=retired
        )

    return _stepped(request, step, said if retired else "It is asked for again.")


def _up(request: HttpRequest, field: ExtraField) -> HttpResponse:
    def step() -> None:
        move_field_up(field=field, school=request.access.schools[0], by=request.user)

    return _stepped(request, step, "The order is changed.")


def _stepped(request: HttpRequest, step: Callable[[], None], said: str) -> HttpResponse:
    try:
        step()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, said)
    return redirect(_back(request))


def _form(request: HttpRequest, form, heading: str, submit: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": _back(request)}
    return render(request, "pupils/form.html", context)


def _back(request: HttpRequest) -> str:
    school = request.access.school
    return reverse("extra_fields", args=[school.slug]) if school else reverse("federation_fields")


def _levels(request: HttpRequest) -> list[tuple[int, str]]:
    school = request.access.school
    return sensitivity_choices(request.access.permissions_at(school)) if school else ALL_LEVELS


def _own(request: HttpRequest, pk) -> ExtraField:
    found = field_of(request.access, pk)
    if found is None:
        raise Http404
    return found


def _shared(request: HttpRequest) -> ExtraField:
    try:
        wanted = UUID(request.GET.get("field", ""))
    except ValueError:
        raise Http404 from None
    found = federation_field_of(request.access, wanted)
    if found is None:
        raise Http404
    _require_all_schools(request)
    return found


def _require_all_schools(request: HttpRequest) -> None:
    """A field of every school is set by whoever sets it at each of them."""
    if not sets_federation_fields(request.access):
        raise Refused(request.access.schools[0], Permission.SET_FEDERATION_FIELDS)
