"""What helps a child: picked or written, changed, found still true, ended."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.needs import EndedForm
from pupils.forms.strategies import StrategyForm
from pupils.models import Pupil
from pupils.selectors.advice import recommendation_behind
from pupils.selectors.history import open_needs_of
from pupils.selectors.identity import Child
from pupils.selectors.strategies import library, library_strategy, strategy_line, strategy_of
from pupils.services.strategies import (
    add_strategy,
    change_strategy,
    confirm_strategy,
    end_strategy,
)
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE = "child_passport"


@school_view(Permission.EDIT_PASSPORTS)
def pick(request: HttpRequest, pupil) -> HttpResponse:
    """The library: choose a sentence, then say it in this child's words."""
    child = open_child(request, pupil)
    return child_page(
        request,
        "pupils/passports/pick.html",
        child,
        tab="passport",
        areas=library(request.access),
        own_areas={need.area for need in child.needs},
    )


@school_view(Permission.EDIT_PASSPORTS)
def add(request: HttpRequest, pupil) -> HttpResponse:
    """Add something that helps, from the library or new."""
    child = open_child(request, pupil)
    form = _form(request, child, initial=_picked(request))
    if request.method == "POST" and carried_out(
        form,
        lambda: add_strategy(
            pupil=child.pupil, since_on=request.access.today, by=request.user, **form.facts
        ),
    ):
        done(request, "It is added, and stands in the passport.")
        return redirect(child_url(PAGE, child))
    return child_form(request, child, form, heading="Add what helps", submit="Add it", back=PAGE)


@school_view(Permission.EDIT_PASSPORTS)
def change(request: HttpRequest, pupil, strategy) -> HttpResponse:
    """Change everything about one thing that helps."""
    child = open_child(request, pupil)
    found = _found(request, child.pupil, strategy)
    form = _form(request, child, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_strategy(
            strategy=found,
            on=request.access.today,
            by=request.user,
            version=form.cleaned_data["version"],
            **form.facts,
        ),
    ):
        done(request, "It is changed, on every page that shows it.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="What helps",
        submit="Save",
        back=PAGE,
        template="pupils/advice/strategy.html",
        advice=recommendation_behind(request.access, found),
    )


@school_view(Permission.EDIT_PASSPORTS)
def end(request: HttpRequest, pupil, strategy) -> HttpResponse:
    """It no longer helps, or is no longer needed."""
    child = open_child(request, pupil)
    found = _found(request, child.pupil, strategy)
    form = EndedForm(request.POST or None, initial={"ended_on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: end_strategy(strategy=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "It is ended, and stands in the history.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="This no longer helps",
        submit="End it",
        back=PAGE,
        note=f"“{found.text}”",
    )


@school_view(Permission.EDIT_PASSPORTS)
@require_POST
def confirm(request: HttpRequest, pupil, strategy) -> HttpResponse:
    """Still true: one tap."""
    child = open_child(request, pupil)
    found = _found(request, child.pupil, strategy)
    try:
        confirm_strategy(strategy=found, on=request.access.today, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    if not request.htmx:
        return redirect(child_url(PAGE, child))
    line = strategy_line(_found(request, child.pupil, strategy))
    return render(request, "pupils/passports/still_true.html", {"strategy": line, "record": child})


def _form(request: HttpRequest, child: Child, **more) -> StrategyForm:
    return StrategyForm(
        request.POST or None,
        child=child,
        levels=request.access.permissions_at(request.school),
        needs=open_needs_of(child.pupil),
        **more,
    )


def _picked(request: HttpRequest) -> dict:
    """The sentence of the library that was chosen, if one was."""
    try:
        row = library_strategy(request.access, UUID(request.GET.get("from", "")))
    except ValueError:
        row = None
    return {"text": row.text, "setting": row.setting, "tier": row.tier} if row else {}


def _found(request: HttpRequest, pupil: Pupil, pk):
    row = strategy_of(request.access, pupil, pk)
    if row is None:
        raise Http404
    return row
