"""The layer beside the SEN status: of one child, and of many in one table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import version_of
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.codes import LAYER_FIELDS
from pupils.forms.layers import LayerEndForm, LayerForm, LayersFilter, LayersForm
from pupils.selectors.evidence import evidence_choices
from pupils.selectors.layers import children_to_set, class_choices, layer_history, layer_now
from pupils.services.layers import end_layer, set_layer, set_layers
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE = "child_layers"


@school_view(Permission.VIEW_REGISTER)
def child_layers(request: HttpRequest, pupil) -> HttpResponse:
    """Every layer of a child with why, and the form that sets the next one."""
    child = open_child(request, pupil, Action.VIEW_LAYERS)
    may_set = request.access.can(Permission.EDIT_REGISTER) and child.is_on_roll
    now = layer_now(child.pupil)
    form = LayerForm(
        request.POST or None,
        initial={"starts_on": request.access.today, "version": version_of(now, LAYER_FIELDS)},
        papers=evidence_choices(request.access, child.pupil) if may_set else [],
    )
    if request.method == "POST":
        require(request, Permission.EDIT_REGISTER)
        if carried_out(
            form, lambda: set_layer(pupil=child.pupil, by=request.user, **form.cleaned_data)
        ):
            done(request, "The layer is set. The SEN status is as it was.")
            return redirect(child_url(PAGE, child))
    return child_page(
        request,
        "pupils/layers/child.html",
        child,
        tab="register",
        form=form if may_set and request.school.uses_layers else None,
        lines=layer_history(request.access, child.pupil),
        has_open=now is not None,
        may_set=may_set,
    )


@school_view(Permission.EDIT_REGISTER)
def end(request: HttpRequest, pupil) -> HttpResponse:
    """The child has no layer any more."""
    child = open_child(request, pupil)
    now = layer_now(child.pupil)
    if now is None:
        raise Http404
    initial = {"ends_on": request.access.today, "version": version_of(now, LAYER_FIELDS)}
    form = LayerEndForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form, lambda: end_layer(pupil=child.pupil, by=request.user, **form.cleaned_data)
    ):
        done(request, "The layer has ended.")
        return redirect(child_url(PAGE, child))
    return child_form(request, child, form, heading="End the layer", submit="End it", back=PAGE)


@school_view(Permission.EDIT_REGISTER)
def school_layers(request: HttpRequest) -> HttpResponse:
    """Set the layers of many children in one table."""
    access = request.access
    chooser = LayersFilter(request.GET, classes=class_choices(access))
    children, total = children_to_set(access, **chooser.chosen)
    form = LayersForm(request.POST or None, children=children, initial={"starts_on": access.today})
    if request.method == "POST" and carried_out(form, lambda: _set_chosen(request, form)):
        done(request, f"Set for {len(form.choices)}. No SEN status has changed.")
        return redirect(
            f"{reverse('school_layers', args=[request.school.slug])}?{request.GET.urlencode()}"
        )
    record_event(
        Action.VIEW_LAYERS,
        school=request.school,
        by=access,
        pupil_ids=[child.id for child in children],
    )
    context = {"filter": chooser, "form": form, "shown": len(children), "total": total}
    return render(request, "pupils/layers/list.html", context)


def _set_chosen(request: HttpRequest, form: LayersForm) -> None:
    data = form.cleaned_data
    set_layers(
        school=request.school,
        choices=form.choices,
        starts_on=data["starts_on"],
        reason=data["reason"],
        evidence=data["evidence"],
        by=request.user,
    )
