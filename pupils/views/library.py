"""The library of strategies that a school picks from: its federation's and its own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.forms.strategies import LibraryForm
from pupils.models import FederationStrategy
from pupils.selectors.strategies import keeps_federation_library, library, library_strategy
from pupils.services.library import (
    add_to_federation_library,
    add_to_school_library,
    change_in_library,
    retire_from_library,
)

PAGE = "strategy_library"


@school_view(Permission.MANAGE_STRATEGIES)
def sentences(request: HttpRequest) -> HttpResponse:
    """Every sentence, by area of need; those no longer offered too."""
    return render(
        request,
        "pupils/library.html",
        {
            "areas": library(request.access, retired=True),
            "may_share": keeps_federation_library(request.access),
        },
    )


@school_view(Permission.MANAGE_STRATEGIES)
def add(request: HttpRequest) -> HttpResponse:
    """Add a sentence, for this school or for all."""
    may_share = keeps_federation_library(request.access)
    form = LibraryForm(request.POST or None, may_share=may_share)
    if request.method == "POST" and carried_out(form, lambda: _add(request, form)):
        done(request, "The sentence is in the library.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Add a sentence", "Add it")


@school_view(Permission.MANAGE_STRATEGIES)
def change(request: HttpRequest, sentence) -> HttpResponse:
    """Change a sentence of ours; a federation's becomes the school's own wording of it."""
    row = _found(request, sentence)
    if isinstance(row, FederationStrategy) and not keeps_federation_library(request.access):
        return _reword(request, row)
    form = LibraryForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_in_library(
            strategy=row,
            school=request.school,
            facts=form.facts,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "The sentence is changed. What was picked before stays as it is.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Change a sentence", "Save")


@school_view(Permission.MANAGE_STRATEGIES)
def reword(request: HttpRequest, sentence) -> HttpResponse:
    """The school's own wording of a federation's sentence."""
    row = _found(request, sentence)
    if not isinstance(row, FederationStrategy):
        raise Http404
    return _reword(request, row)


@school_view(Permission.MANAGE_STRATEGIES)
@require_POST
def retire(request: HttpRequest, sentence) -> HttpResponse:
    """Offer a sentence no longer, or again."""
    row = _found(request, sentence)
    if isinstance(row, FederationStrategy) and not keeps_federation_library(request.access):
        raise Refused(request.school, Permission.MANAGE_STRATEGIES)
    retired = not row.is_retired
    retire_from_library(strategy=row, school=request.school, by=request.user, is_retired=retired)
    done(request, "It is no longer offered." if retired else "It is offered again.")
    return redirect(PAGE, request.school.slug)


def _reword(request: HttpRequest, row: FederationStrategy) -> HttpResponse:
    initial = {n: getattr(row, n) for n in ("text", "area", "setting", "tier")}
    form = LibraryForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_to_school_library(
            school=request.school, stands_for=row, by=request.user, **form.facts
        ),
    ):
        done(request, "This school has its own wording now.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Our own wording", "Keep our wording")


def _add(request: HttpRequest, form: LibraryForm) -> None:
    more = {"school": request.school, "by": request.user, **form.facts}
    if form.cleaned_data.get("is_shared"):
        add_to_federation_library(federation=request.school.federation, **more)
    else:
        add_to_school_library(**more)


def _form(request: HttpRequest, form, heading: str, submit: str) -> HttpResponse:
    cancel_url = reverse(PAGE, args=[request.school.slug])
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": cancel_url}
    return render(request, "pupils/form.html", context)


def _found(request: HttpRequest, pk):
    row = library_strategy(request.access, pk)
    if row is None:
        raise Http404
    return row
