"""What is given to a child, and what is owed to it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from aylsham.notices import done
from provision.forms.promises import PromiseEndForm, PromiseForm
from provision.rules.writing import PROVISION, check_writing
from provision.selectors.base_places import released_and_places
from provision.selectors.child_provision import child_provision as provision_of_child
from provision.selectors.child_provision import promise_of
from provision.selectors.kept import child_kept
from provision.services.promises import add_promise, change_promise, end_promise
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE, TAB = "child_provision", "provision"


@school_view(Permission.VIEW_NEEDS)
def child_provision(request: HttpRequest, pupil) -> HttpResponse:
    """What the child is owed, and what it is given."""
    child = open_child(request, pupil, Action.VIEW_PROVISION)
    page = provision_of_child(request.access, child.pupil)
    kept = child_kept(request.access, child.pupil, page, request.GET.get("week", ""))
    released, bases = released_and_places(request.access, child.pupil)
    return child_page(
        request,
        "provision/child.html",
        child,
        tab=TAB,
        page=page,
        kept=kept,
        bases=bases,
        released=released,
        may_see_costs=request.access.can(Permission.VIEW_COSTS),
        may_release=request.access.can(Permission.RELEASE_DELIVERY),
        may_edit=request.access.can(Permission.EDIT_PROVISION),
    )


@school_view(Permission.EDIT_PROVISION)
def promise_add(request: HttpRequest, pupil) -> HttpResponse:
    """Write down what the child is owed."""
    child = open_child(request, pupil, Action.VIEW_PROVISION)
    form = PromiseForm(
        request.POST or None, levels=_levels(request), initial={"starts_on": request.access.today}
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_promise(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "It is written down.")
        return redirect(child_url(PAGE, child))
    return _form(request, child, form, "What the child is owed")


@school_view(Permission.EDIT_PROVISION)
def promise_change(request: HttpRequest, pupil, promise) -> HttpResponse:
    """Correct what the child is owed."""
    child, found = _found(request, pupil, promise)
    form = PromiseForm(request.POST or None, record=found, levels=_levels(request))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_promise(
            promise=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is changed.")
        return redirect(child_url(PAGE, child))
    return _form(request, child, form, "Change what the child is owed")


@school_view(Permission.EDIT_PROVISION)
def promise_end(request: HttpRequest, pupil, promise) -> HttpResponse:
    """It is owed no longer."""
    child, found = _found(request, pupil, promise)
    form = PromiseEndForm(request.POST or None, initial={"ends_on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: end_promise(promise=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "It is owed until then.")
        return redirect(child_url(PAGE, child))
    return _form(request, child, form, "It is owed no longer")


def _form(request: HttpRequest, child, form, heading: str) -> HttpResponse:
    more = _checked(form, child) if isinstance(form, PromiseForm) else {}
    return child_form(
        request, child, form, heading=heading, submit="Save", back=PAGE, tab=TAB, **more
    )


def _checked(form: PromiseForm, child) -> dict:
    """The writing checks beside the words."""
    return {
        "template": "provision/aim_form.html",
        "check_url": reverse(f"check_{PROVISION}", args=[child.school.slug]),
        "findings": check_writing(form["text"].value() or "", PROVISION),
        "rest": [field for field in form.visible_fields() if field.name != "text"],
    }


def _found(request: HttpRequest, pupil, pk):
    child = open_child(request, pupil, Action.VIEW_PROVISION)
    row = promise_of(request.access, child.pupil, pk)
    if row is None:
        raise Http404
    return child, row


def _levels(request: HttpRequest):
    return request.access.permissions_at(request.school)
