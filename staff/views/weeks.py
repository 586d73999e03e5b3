"""The week of people's time: its plans, one plan, planning and publishing it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from staff.forms.weeks import EndForm, PlanForm, PublishForm, WishesForm
from staff.list_files import WEEKS
from staff.models import WeekPlan
from staff.selectors.weeks.changes import mark_of, publishing_of, seen_of
from staff.selectors.weeks.pages import plan_of, plan_page, plans_to_begin_with, weeks_page
from staff.services.weeks.planning import start_planning
from staff.services.weeks.plans import begin_plan, change_weights, gather_demands, remove_draft
from staff.services.weeks.publishing import end_plan, publish_plan

PAGE, ONE, FORM = "weeks", "week_plan", "staff/week/form.html"


@school_view(Permission.VIEW_STAFF)
@has_file
def weeks(request: HttpRequest) -> HttpResponse:
    """Every plan of the week: what people go by, drafts, what is over."""
    if asks_for_file(request):
        return list_file(request, WEEKS, weeks_page(request.access).lines)
    context = {
        "page": weeks_page(request.access),
        "may_keep": request.access.can(Permission.KEEP_STAFF),
    }
    return render(request, "staff/week/list.html", context)


@school_view(Permission.KEEP_STAFF)
def week_begin(request: HttpRequest) -> HttpResponse:
    """A new draft, empty or like another plan."""
    initial = {"starts_on": request.access.today, "based_on": request.GET.get("from", "")}
    plans = plans_to_begin_with(request.access)
    form = PlanForm(request.POST or None, plans=plans, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: begin_plan(
            school=request.school, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The draft is begun. Plan it, or place people yourself.")
        return redirect(ONE, request.school.slug, form.cleaned_data["key"])
    return _shown(request, form, "A new draft", "Begin it", reverse(PAGE, args=[_slug(request)]))


@school_view(Permission.VIEW_STAFF)
def week_plan(request: HttpRequest, week_plan: UUID) -> HttpResponse:
    """One plan: how much of what is owed it covers, what not, and what would help."""
    plan = _found(request, week_plan)
    page = plan_page(request.access, plan)
    record_event(
        Action.VIEW_WEEK, school=request.school, by=request.access, pupil_ids=list(page.pupil_ids)
    )
    context = {"page": page, "plan": plan, "may_keep": request.access.can(Permission.KEEP_STAFF)}
    return render(request, "staff/week/plan.html", context)


@school_view(Permission.KEEP_STAFF)
@require_POST
def week_plan_it(request: HttpRequest, week_plan: UUID) -> HttpResponse:
    """Let the planner plan it, as background work."""
    plan = _found(request, week_plan)
    try:
        job = start_planning(plan=plan, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(ONE, request.school.slug, plan.pk)
    return redirect(f"{reverse('my_work')}?job={job.pk}")


@school_view(Permission.KEEP_STAFF)
@require_POST
def week_gather(request: HttpRequest, week_plan: UUID) -> HttpResponse:
    """Read again what the draft has to cover."""
    plan = _found(request, week_plan)
    try:
        gather_demands(plan=plan, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "What it has to cover is read again.")
    return redirect(ONE, request.school.slug, plan.pk)


@school_view(Permission.KEEP_STAFF)
def week_wishes(request: HttpRequest, week_plan: UUID) -> HttpResponse:
    """How much each wish matters."""
    plan = _found(request, week_plan)
    form = WishesForm(request.POST or None, record=plan)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_weights(
            plan=plan, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "Kept. Plan it again to see what it changes.")
        return redirect(ONE, request.school.slug, plan.pk)
    return _shown(request, form, "What matters", "Save", _one(request, plan), plan=plan)


@school_view(Permission.KEEP_STAFF)
def week_publish(request: HttpRequest, week_plan: UUID) -> HttpResponse:
    """Whom it concerns, then publish it."""
    plan = _found(request, week_plan)
    found = publishing_of(plan)
    may_provide = request.access.can(Permission.EDIT_PROVISION)
    form = PublishForm(
        request.POST if request.method == "POST" else None,
        is_asked=bool(found.unmet_legal),
        promised=found.promised if may_provide else 0,
        initial={"seen": mark_of(plan)},
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: publish_plan(
            plan=plan,
            note=form.said,
            today=request.access.today,
            by=request.user,
            seen=form.cleaned_data["seen"],
            promised=form.becomes,
        ),
    ):
        done(request, "It is published, and whoever it concerns is told.")
        return redirect(ONE, request.school.slug, plan.pk)
    seen = seen_of(request.access, found)
    context = {
        "form": form,
        "plan": plan,
        "found": found,
        "children": [each for each in found.children if each.pupil.pk in seen],
        "hidden": sum(each.pupil.pk not in seen for each in found.children),
        "cancel_url": _one(request, plan),
    }
    return render(request, "staff/week/publish.html", context)


@school_view(Permission.KEEP_STAFF)
def week_end(request: HttpRequest, week_plan: UUID) -> HttpResponse:
    """The last day of a published plan."""
    plan = _found(request, week_plan)
    form = EndForm(request.POST or None, initial={"ends_on": plan.ends_on})
    if request.method == "POST" and carried_out(
        form,
        lambda: end_plan(
            plan=plan,
            ends_on=form.cleaned_data["ends_on"],
            today=request.access.today,
            by=request.user,
        ),
    ):
        done(request, "It ends on that day.")
        return redirect(ONE, request.school.slug, plan.pk)
    return _shown(request, form, "When does it end?", "Save", _one(request, plan), plan=plan)


@school_view(Permission.KEEP_STAFF)
def week_remove(request: HttpRequest, week_plan: UUID) -> HttpResponse:
    """Take out a draft."""
    plan = _found(request, week_plan)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: remove_draft(plan=plan, by=request.user)
    ):
        done(request, "The draft is taken out.")
        return redirect(PAGE, request.school.slug)
    context = {
        "form": form,
        "heading": "Take out this draft?",
        "words": f"{plan.name} goes with all its sessions. Nobody goes by a draft.",
        "submit": "Take it out",
        "cancel_url": _one(request, plan),
    }
    return render(request, "layouts/take_out.html", context)


def _found(request: HttpRequest, pk: UUID) -> WeekPlan:
    plan = plan_of(request.access, pk)
    if plan is None:
        raise Http404
    return plan


def _slug(request: HttpRequest) -> str:
    return request.school.slug


def _one(request: HttpRequest, plan: WeekPlan) -> str:
    return reverse(ONE, args=[request.school.slug, plan.pk])


def _shown(
    request: HttpRequest, form, heading: str, submit: str, back: str, **more
) -> HttpResponse:
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": back, **more}
    return render(request, FORM, context)
