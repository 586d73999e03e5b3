"""A child's place in a base: its page, its week, reviews, steps down, the end."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from aylsham.notices import done
from provision.base_codes import ReviewOutcome
from provision.forms.base_places import EndForm, PlaceForm, ReviewForm, StepForm, WeekForm
from provision.rules.bases import DAYS
from provision.selectors.base_places import place_of, place_page, step_of
from provision.selectors.bases import sister_schools
from provision.services.base_places import (
    add_step,
    change_place,
    change_step,
    end_place,
    review_place,
    set_week,
)
from pupils.views.opening import child_form, child_page, child_url, open_child

ONE, TAB = "base_place", "provision"


@school_view(Permission.VIEW_NEEDS)
def place(request: HttpRequest, pupil, base_place) -> HttpResponse:
    """The place: its days and week, what comes next, steps down, reviews."""
    child, found = _found(request, pupil, base_place)
    return child_page(
        request,
        "provision/bases/place.html",
        child,
        tab=TAB,
        page=place_page(request.access, found),
        place=found,
        days=DAYS,
        may_edit=request.access.can(Permission.EDIT_PROVISION),
    )


@school_view(Permission.EDIT_PROVISION)
def place_change(request: HttpRequest, pupil, base_place) -> HttpResponse:
    """Correct the days of a place, the other school, why the child came."""
    child, found = _found(request, pupil, base_place)
    form = PlaceForm(request.POST or None, record=found, schools=sister_schools(request.access))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_place(
            place=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, child, found, "The place is changed.")
    return _form(request, child, form, found, "Change the place")


@school_view(Permission.EDIT_PROVISION)
def week(request: HttpRequest, pupil, base_place) -> HttpResponse:
    """On which half-days the child is in the base from now on."""
    child, found = _found(request, pupil, base_place)
    form = WeekForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: set_week(
            place=found, week=form.week, version=form.cleaned_data["version"], by=request.user
        ),
    ):
        return _back(request, child, found, "The week is changed.")
    return _form(
        request, child, form, found, "Change the week", template="provision/bases/week.html"
    )


@school_view(Permission.EDIT_PROVISION)
def review(request: HttpRequest, pupil, base_place) -> HttpResponse:
    """Write down a review; what it decided is the next page."""
    child, found = _found(request, pupil, base_place)
    form = ReviewForm(request.POST or None, initial={"on": request.access.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: review_place(
            place=found, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The review is written down.")
        after = {ReviewOutcome.LEAVE: "base_leave", ReviewOutcome.STEP: "base_step_add"}
        return redirect(child_url(after.get(form.cleaned_data["outcome"], ONE), child, found.pk))
    return _form(request, child, form, found, "Review of the place")


@school_view(Permission.EDIT_PROVISION)
def step_add(request: HttpRequest, pupil, base_place) -> HttpResponse:
    """Plan a step on the way back to class."""
    child, found = _found(request, pupil, base_place)
    form = StepForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_step(place=found, by=request.user, key=form.cleaned_data["key"], **form.facts),
    ):
        return _back(request, child, found, "The step is planned.")
    return _form(request, child, form, found, "Plan a step down")


@school_view(Permission.EDIT_PROVISION)
def step(request: HttpRequest, pupil, base_place, base_step) -> HttpResponse:
    """Change a step, or say how it went."""
    child, found = _found(request, pupil, base_place)
    row = step_of(request.access, found, base_step)
    if row is None:
        raise Http404
    form = StepForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_step(
            step=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, child, found, "The step is written down.")
    return _form(request, child, form, found, "Step down")


@school_view(Permission.EDIT_PROVISION)
def leave(request: HttpRequest, pupil, base_place) -> HttpResponse:
    """The child leaves the base: the last day, why, where to."""
    child, found = _found(request, pupil, base_place)
    initial = {} if found.ended_on else {"ended_on": request.access.today}
    form = EndForm(request.POST or None, record=found, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: end_place(
            place=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, child, found, "The last day is written down.")
    return _form(request, child, form, found, "Leave the base")


def _found(request: HttpRequest, pupil, pk):
    child = open_child(request, pupil, Action.VIEW_PROVISION)
    row = place_of(request.access, child.pupil, pk)
    if row is None:
        raise Http404
    return child, row


def _back(request: HttpRequest, child, found, words: str) -> HttpResponse:
    done(request, words)
    return redirect(child_url(ONE, child, found.pk))


def _form(request: HttpRequest, child, form, found, heading: str, **more) -> HttpResponse:
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit="Save",
        back=ONE,
        back_args=(found.pk,),
        tab=TAB,
        **more,
    )
