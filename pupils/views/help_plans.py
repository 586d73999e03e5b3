"""Early-help plans: read, begun, changed, reviewed, closed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.family_codes import ActionSource
from pupils.forms.help_plans import CloseHelpForm, HelpPlanForm, HelpReviewForm
from pupils.forms.talks import ActionForm
from pupils.selectors.actions import colleagues_at
from pupils.selectors.help_plans import help_plan_of, help_plan_page
from pupils.services.actions import add_action
from pupils.services.help_plans import (
    change_help_plan,
    close_help_plan,
    review_help_plan,
    start_help_plan,
)
from pupils.views.opening import child_form, child_page, child_url, open_child

TAB, PAGE = "child_meetings", "help_plan"


@school_view(Permission.VIEW_FAMILY_LOG)
def help_plan(request: HttpRequest, pupil, help_plan) -> HttpResponse:
    """A plan with its reviews, actions and meetings; its texts for those who may read them."""
    child, found = _open(request, pupil, help_plan)
    page = help_plan_page(request.access, found)
    return child_page(
        request,
        "pupils/meetings/help_plan.html",
        child,
        tab="meetings",
        page=page,
        plan=found,
        may_write=page.reads_texts and request.access.can(Permission.LOG_CONTACT),
    )


@school_view(Permission.LOG_CONTACT)
def help_plan_start(request: HttpRequest, pupil) -> HttpResponse:
    """Begin a plan."""
    child = open_child(request, pupil, Action.VIEW_MEETINGS)
    require(request, Permission.VIEW_SENSITIVE)
    today, made = request.access.today, []
    form = HelpPlanForm(
        request.POST or None, colleagues=_colleagues(request), initial={"consent_on": today}
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            start_help_plan(pupil=child.pupil, starts_on=today, by=request.user, **form.facts)
        ),
    ):
        done(request, "The early-help plan has begun.")
        return redirect(child_url(PAGE, child, made[0].pk))
    return child_form(
        request,
        child,
        form,
        heading="Begin an early-help plan",
        submit="Begin",
        back=TAB,
        tab="meetings",
    )


@school_view(Permission.LOG_CONTACT)
def help_plan_change(request: HttpRequest, pupil, help_plan) -> HttpResponse:
    """Change who leads, the level, the consent or the words."""
    child, found = _open_to_write(request, pupil, help_plan)
    form = HelpPlanForm(request.POST or None, record=found, colleagues=_colleagues(request))
    return _form(
        request,
        child,
        found,
        form,
        lambda: change_help_plan(
            plan=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
        heading="Change the early-help plan",
    )


@school_view(Permission.LOG_CONTACT)
def help_plan_review(request: HttpRequest, pupil, help_plan) -> HttpResponse:
    """Write down a review."""
    child, found = _open_to_write(request, pupil, help_plan)
    form = HelpReviewForm(request.POST or None, initial={"on": request.access.today})
    return _form(
        request,
        child,
        found,
        form,
        lambda: review_help_plan(plan=found, by=request.user, **form.cleaned_data),
        heading="Review the early-help plan",
    )


@school_view(Permission.LOG_CONTACT)
def help_plan_close(request: HttpRequest, pupil, help_plan) -> HttpResponse:
    """Close a plan with the reason."""
    child, found = _open_to_write(request, pupil, help_plan)
    form = CloseHelpForm(request.POST or None, initial={"ended_on": request.access.today})
    return _form(
        request,
        child,
        found,
        form,
        lambda: close_help_plan(plan=found, by=request.user, **form.cleaned_data),
        heading="Close the early-help plan",
        submit="Close it",
    )


@school_view(Permission.LOG_CONTACT)
def help_plan_action_add(request: HttpRequest, pupil, help_plan) -> HttpResponse:
    """Agree an action of the plan."""
    child, found = _open_to_write(request, pupil, help_plan)
    form = ActionForm(request.POST or None, colleagues=_colleagues(request), me=request.user)
    return _form(
        request,
        child,
        found,
        form,
        lambda: add_action(
            pupil=child.pupil,
            action=form.new_action,
            agreed_on=request.access.today,
            by=request.user,
            source=ActionSource.PLAN,
            source_id=found.pk,
            sensitivity=found.sensitivity,
        ),
        heading="Agree an action",
    )


def _open(request: HttpRequest, pupil, pk):
    child = open_child(request, pupil, Action.VIEW_HELP_PLAN)
    found = help_plan_of(child.pupil, pk)
    if found is None:
        raise Http404
    return child, found


def _open_to_write(request: HttpRequest, pupil, pk):
    child, found = _open(request, pupil, pk)
    require(request, Permission.VIEW_SENSITIVE)
    return child, found


def _colleagues(request: HttpRequest):
    return colleagues_at(request.school, today=request.access.today)


def _form(request, child, found, form, change, *, heading, submit="Save"):
    """A form about a plan that leads back to it."""
    if request.method == "POST" and carried_out(form, change):
        done(request, "Saved.")
        return redirect(child_url(PAGE, child, found.pk))
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit=submit,
        back=PAGE,
        back_args=(found.pk,),
        tab="meetings",
    )
