"""The accessibility plan's actions: seen by strand, added, changed, done, given up, looked at."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from reports.access_codes import Strand
from reports.forms.access_plan import AccessActionForm, AccessReviewForm, DoneForm, GiveUpForm
from reports.list_files import ACCESS_PLAN
from reports.models import AccessAction
from reports.selectors.access_plan import access_action as action_of
from reports.selectors.access_plan import access_look as look_of
from reports.selectors.access_plan import access_plan_page
from reports.services.access_plan import (
    add_action,
    change_access_review,
    change_action,
    finish_action,
    give_up_action,
    record_access_review,
    take_up_action,
)


@school_view(Permission.PREPARE_REPORTS)
@has_file
def access_plan(request: HttpRequest) -> HttpResponse:
    """The actions by strand with their state, and the looks at them."""
    page = access_plan_page(request.access, request.school)
    if asks_for_file(request):
        return list_file(
            request, ACCESS_PLAN, [(part, line) for part in page.parts for line in part.lines]
        )
    return render(request, "reports/access_plan/page.html", {"page": page})


@school_view(Permission.PREPARE_REPORTS)
def access_add(request: HttpRequest) -> HttpResponse:
    """Add an action."""
    strand = request.GET.get("strand", "")
    initial = {"strand": strand} if strand in Strand.values else {}
    form = AccessActionForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form, lambda: add_action(school=request.school, by=request.user, **form.facts)
    ):
        done(request, "The action is in the plan.")
        return redirect(_page(request))
    return _shown(request, form, "Add an action", "Add it")


@school_view(Permission.PREPARE_REPORTS)
def access_action(request: HttpRequest, access_action) -> HttpResponse:
    """Change an action that is still to be done."""
    found = _found(request, access_action)
    form = AccessActionForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_action(
            action=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The action is changed.")
        return redirect(_page(request))
    return _shown(request, form, "Change an action", "Save", action=found)


@school_view(Permission.PREPARE_REPORTS)
def access_done(request: HttpRequest, access_action) -> HttpResponse:
    """Say since when an action is done."""
    found = _found(request, access_action)
    form = DoneForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: finish_action(action=found, done_on=form.cleaned_data["done_on"], by=request.user),
    ):
        done(request, "It is done.")
        return redirect(_page(request))
    return _shown(request, form, "The action is done", "It is done", about=found)


@school_view(Permission.PREPARE_REPORTS)
def access_give_up(request: HttpRequest, access_action) -> HttpResponse:
    """Give an action up, with a reason."""
    found = _found(request, access_action)
    form = GiveUpForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: give_up_action(action=found, why=form.cleaned_data["why"], by=request.user),
    ):
        done(request, "It is given up. The reason stays in the record.")
        return redirect(_page(request))
    return _shown(request, form, "Give the action up", "Give it up", about=found)


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def access_take_up(request: HttpRequest, access_action) -> HttpResponse:
    """Take an action up again that was done or given up."""
    try:
        take_up_action(action=_found(request, access_action), by=request.user)
        done(request, "It is under way again.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(_page(request))


@school_view(Permission.PREPARE_REPORTS)
def access_review(request: HttpRequest) -> HttpResponse:
    """Record a look at the actions."""
    form = AccessReviewForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: record_access_review(school=request.school, by=request.user, **form.facts),
    ):
        done(request, "It is recorded. The next look is due within a year.")
        return redirect(_page(request))
    return _shown(request, form, "Look at the actions", "Record it")


@school_view(Permission.PREPARE_REPORTS)
def access_look(request: HttpRequest, access_look) -> HttpResponse:
    """Correct the day or the words of a look at the actions."""
    found = look_of(request.school, access_look)
    if found is None:
        raise Http404
    form = AccessReviewForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_access_review(
            review=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The look is corrected.")
        return redirect(_page(request))
    return _shown(request, form, "Correct a look at the actions", "Save")


def _found(request: HttpRequest, pk) -> AccessAction:
    found = action_of(request.school, pk)
    if found is None:
        raise Http404
    return found


def _shown(request: HttpRequest, form, heading: str, submit: str, **more) -> HttpResponse:
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": _page(request)}
    return render(request, "reports/access_plan/form.html", context | more)


def _page(request: HttpRequest) -> str:
    return reverse("access_plan", args=[request.school.slug])
