"""The catalogue of interventions that a school picks from."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from provision.forms.catalogue import InterventionForm
from provision.list_files import INTERVENTIONS
from provision.models import FederationIntervention
from provision.selectors.catalogue import (
    Item,
    catalogue,
    intervention_of,
    keeps_shared_catalogue,
    line_of,
)
from provision.selectors.impact.own import key_of, own_effects
from provision.services.catalogue import (
    ITEM_FIELDS,
    add_own_intervention,
    add_shared_intervention,
    change_intervention,
    retire_intervention,
    start_catalogue,
)
from provision.views.parts import parts
from pupils.codes import NEED_TYPES

PAGE, ONE = "interventions", "intervention"


@school_view(Permission.VIEW_NEEDS)
@has_file
def interventions(request: HttpRequest) -> HttpResponse:
    """Every intervention that is offered, by area of need."""
    may_edit = request.access.can(Permission.EDIT_PROVISION)
    need = request.GET.get("need", "")
    areas = catalogue(request.access, retired=may_edit, need=need)
    own = own_effects(request.access)
    if asks_for_file(request):
        return list_file(
            request, INTERVENTIONS, [(a.name, line) for a in areas for line in a.lines]
        )
    context = {
        "parts": parts(request, PAGE),
        "areas": [(a.name, [(line, own.get(key_of(line))) for line in a.lines]) for a in areas],
        "needs": NEED_TYPES.values(),
        "need": need,
        "may_edit": may_edit,
        "may_share": may_edit and keeps_shared_catalogue(request.access),
    }
    return render(request, "provision/catalogue/interventions.html", context)


@school_view(Permission.VIEW_NEEDS)
def intervention(request: HttpRequest, intervention) -> HttpResponse:
    """One intervention: for whom, how, with what evidence."""
    return _page(request, _found(request, intervention))


@school_view(Permission.VIEW_NEEDS)
def intervention_known(request: HttpRequest) -> HttpResponse:
    """The page of the intervention that a form has chosen; a form shows what is known from it."""
    try:
        row = intervention_of(request.access, UUID(request.GET.get("item", "")))
    except ValueError:
        row = None
    return _page(request, row) if row else redirect(PAGE, request.school.slug)


def _page(request: HttpRequest, row: Item) -> HttpResponse:
    may_edit, line = request.access.can(Permission.EDIT_PROVISION), line_of(row)
    context = {
        "line": line,
        "own": own_effects(request.access).get(key_of(line)),
        "may_edit": may_edit,
        "may_share": may_edit and keeps_shared_catalogue(request.access),
    }
    return render(request, "provision/catalogue/intervention.html", context)


@school_view(Permission.EDIT_PROVISION)
def intervention_add(request: HttpRequest) -> HttpResponse:
    """Add an intervention, for this school or for all."""
    form = InterventionForm(request.POST or None, may_share=keeps_shared_catalogue(request.access))
    if request.method == "POST" and carried_out(form, lambda: _add(request, form)):
        done(request, "The intervention is in the catalogue.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Add an intervention", "Add it")


@school_view(Permission.EDIT_PROVISION)
@require_POST
def starting_catalogue(request: HttpRequest) -> HttpResponse:
    """Take the interventions that come with Aylsham into the federation's catalogue."""
    _require_shared(request)
    count = start_catalogue(school=request.school, by=request.user)
    done(request, f"{count} interventions are in the catalogue.")
    return redirect(PAGE, request.school.slug)


@school_view(Permission.EDIT_PROVISION)
def intervention_change(request: HttpRequest, intervention) -> HttpResponse:
    """Change an intervention of ours; a federation's becomes the school's own version."""
    row = _found(request, intervention)
    if isinstance(row, FederationIntervention) and not keeps_shared_catalogue(request.access):
        return _own_version(request, row)
    form = InterventionForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_intervention(
            item=row,
            school=request.school,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "Changed. Provision made from it before stays as it is.")
        return redirect(ONE, request.school.slug, row.pk)
    return _form(request, form, "Change the intervention", "Save", row)


@school_view(Permission.EDIT_PROVISION)
def intervention_own(request: HttpRequest, intervention) -> HttpResponse:
    """The school's own version of a federation's intervention."""
    row = _found(request, intervention)
    if not isinstance(row, FederationIntervention):
        raise Http404
    return _own_version(request, row)


@school_view(Permission.EDIT_PROVISION)
@require_POST
def intervention_retire(request: HttpRequest, intervention) -> HttpResponse:
    """Offer an intervention no longer, or again."""
    row = _found(request, intervention)
    if isinstance(row, FederationIntervention):
        _require_shared(request)
    retired = not row.is_retired
    retire_intervention(item=row, school=request.school, by=request.user, is_retired=retired)
    done(request, "It is no longer offered." if retired else "It is offered again.")
    return redirect(ONE, request.school.slug, row.pk)


def _own_version(request: HttpRequest, row: FederationIntervention) -> HttpResponse:
    initial = {name: getattr(row, name) for name in ITEM_FIELDS}
    form, made = InterventionForm(request.POST or None, initial=initial), []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            add_own_intervention(
                school=request.school,
                stands_for=row,
                by=request.user,
                key=form.cleaned_data["key"],
                **form.facts,
            )
        ),
    ):
        done(request, "This school has its own version now.")
        return redirect(ONE, request.school.slug, made[0].pk)
    return _form(request, form, "Our own version", "Keep our version", row)


def _add(request: HttpRequest, form: InterventionForm) -> None:
    more = {
        "school": request.school,
        "by": request.user,
        "key": form.cleaned_data["key"],
        **form.facts,
    }
    if form.cleaned_data.get("is_shared"):
        add_shared_intervention(federation=request.school.federation, **more)
    else:
        add_own_intervention(**more)


def _form(request: HttpRequest, form, heading: str, submit: str, row=None) -> HttpResponse:
    name, args = (ONE, [row.pk]) if row else (PAGE, [])
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "cancel_url": reverse(name, args=[request.school.slug, *args]),
    }
    return render(request, "pupils/form.html", context)


def _require_shared(request: HttpRequest) -> None:
    if not keeps_shared_catalogue(request.access):
        raise Refused(request.school, Permission.EDIT_PROVISION)


def _found(request: HttpRequest, pk):
    row = intervention_of(request.access, pk)
    if row is None:
        raise Http404
    return row
