"""Health and safety of a child: alerts, medicines, plans, adjustments, equipment."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.forms.needs import EndedForm
from pupils.forms.safety import (
    AgreeForm,
    DraftForm,
    FrameForm,
    NameAdultForm,
    PlanAdultForm,
    StartForm,
)
from pupils.list_files_of_school import ALERTS
from pupils.selectors.absence import absence_of
from pupils.selectors.adults import NEAR_CHILDREN, adults_at
from pupils.selectors.agreements.given import agreed_to_plan
from pupils.selectors.agreements.page import answers_on
from pupils.selectors.safety import adult_of, find_plan, plan_page, safety_of
from pupils.selectors.school_safety import school_safety
from pupils.services.safety import (
    DRAFT_FIELDS,
    agree_plan,
    change_adult,
    change_frame,
    confirm_read,
    end_plan,
    name_adult,
    remove_adult,
    start_plan,
    write_draft,
)
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE = "child_safety"
PLAN = "safety_plan"


@school_view(Permission.VIEW_PUPILS)
def child_safety(request: HttpRequest, pupil) -> HttpResponse:
    """What every adult near the child must know and do."""
    child = open_child(request, pupil, Action.VIEW_SAFETY)
    return child_page(
        request,
        "pupils/child_safety.html",
        child,
        tab="safety",
        safety=safety_of(request.access, child.pupil),
        knows_answers=request.access.can(Permission.VIEW_FAMILY_LOG),
        may_edit=request.access.can(Permission.EDIT_SAFETY),
    )


@school_view(Permission.VIEW_NEEDS)
def child_absence(request: HttpRequest, pupil) -> HttpResponse:
    """Suspensions, part-time timetables and learning elsewhere."""
    child = open_child(request, pupil, Action.VIEW_ABSENCE)
    return child_page(
        request,
        "pupils/child_absence.html",
        child,
        tab="absence",
        absence=absence_of(request.access, child.pupil),
        knows_answers=request.access.can(Permission.VIEW_FAMILY_LOG),
        may_edit=request.access.can(Permission.EDIT_ABSENCE),
    )


@school_view(Permission.VIEW_NEEDS)
@has_file
def school_alerts(request: HttpRequest) -> HttpResponse:
    """Alerts, plans to look at again and who has not read them, of every child in reach."""
    page = school_safety(request.access)
    record_event(
        Action.VIEW_SAFETY, school=request.school, by=request.access, pupil_ids=page.pupil_ids
    )
    if asks_for_file(request):
        return list_file(request, ALERTS, page.alerts)
    return render(request, "pupils/school_safety.html", {"page": page})


@school_view(Permission.VIEW_NEEDS)
def plan(request: HttpRequest, pupil, safety_plan) -> HttpResponse:
    """One plan as adults follow it."""
    child, found = _open(request, pupil, safety_plan)
    return child_page(
        request,
        "pupils/safety_plan.html",
        child,
        tab="safety",
        page=plan_page(request.access, found),
        answers=answers_on(request.access, child.pupil, "safety", found.pk),
        knows_answers=request.access.can(Permission.VIEW_FAMILY_LOG),
        may_edit=request.access.can(Permission.EDIT_SAFETY),
    )


@school_view(Permission.VIEW_NEEDS)
@require_POST
def read(request: HttpRequest, pupil, safety_plan) -> HttpResponse:
    """The person has read the plan in force."""
    child, found = _open(request, pupil, safety_plan)
    try:
        confirm_read(plan=found, shown=request.POST.get("shown", ""), by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "Thank you. It is recorded that you have read this version.")
    return redirect(child_url(PLAN, child, found.pk))


@school_view(Permission.EDIT_SAFETY)
def start(request: HttpRequest, pupil) -> HttpResponse:
    """Begin a plan."""
    child = open_child(request, pupil, Action.VIEW_SAFETY)
    form = StartForm(
        request.POST or None,
        adults=_adults(request),
        initial={"starts_on": request.access.today, "owner": request.user.pk},
    )
    made = []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(start_plan(pupil=child.pupil, by=request.user, **form.facts)),
    ):
        return redirect(child_url("safety_plan_write", child, made[0].pk))
    return child_form(request, child, form, heading="Begin a plan", submit="Begin", back=PAGE)


@school_view(Permission.EDIT_SAFETY)
def frame(request: HttpRequest, pupil, safety_plan) -> HttpResponse:
    """Who holds a plan, who reads it, when it is looked at again."""
    child, found = _open(request, pupil, safety_plan)
    form = FrameForm(request.POST or None, record=found, adults=_adults(request))
    return _form(
        request,
        child,
        found,
        form,
        lambda: change_frame(
            plan=found, by=request.user, version=form.cleaned_data["version"], **form.facts
        ),
        heading="Who looks after the plan",
    )


@school_view(Permission.EDIT_SAFETY)
def write(request: HttpRequest, pupil, safety_plan) -> HttpResponse:
    """Write the text that is to be agreed."""
    child, found = _open(request, pupil, safety_plan)
    form = DraftForm(request.POST or None, plan=found)
    return _form(
        request,
        child,
        found,
        form,
        lambda: write_draft(
            plan=found,
            sections=form.sections,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
        heading="Write the plan",
        note="Adults follow the agreed version until this one is agreed.",
    )


@school_view(Permission.EDIT_SAFETY)
def agree(request: HttpRequest, pupil, safety_plan) -> HttpResponse:
    """The draft was agreed and is in force."""
    child, found = _open(request, pupil, safety_plan)
    initial = {"agreed_on": request.access.today, "version": version_of(found, DRAFT_FIELDS)}
    given = agreed_to_plan(found)
    form = AgreeForm(request.POST or None, initial=initial, given=given)
    return _form(
        request,
        child,
        found,
        form,
        lambda: agree_plan(plan=found, by=request.user, **form.facts),
        heading="The plan was agreed",
        submit="Put it into force",
        note=f"Agreed by their own answers: {given.names}." if given else "",
    )


@school_view(Permission.EDIT_SAFETY)
def end(request: HttpRequest, pupil, safety_plan) -> HttpResponse:
    """A plan is no longer needed."""
    child, found = _open(request, pupil, safety_plan)
    form = EndedForm(request.POST or None, initial={"ended_on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: end_plan(plan=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "The plan has ended. Its versions are kept.")
        return redirect(child_url(PAGE, child))
    return child_form(request, child, form, heading="End the plan", submit="End it", back=PAGE)


@school_view(Permission.EDIT_SAFETY)
def adult_add(request: HttpRequest, pupil, safety_plan) -> HttpResponse:
    """Name an adult in a plan."""
    child, found = _open(request, pupil, safety_plan)
    form = NameAdultForm(request.POST or None, adults=_adults(request))
    return _form(
        request,
        child,
        found,
        form,
        lambda: name_adult(plan=found, by=request.user, **form.facts),
        heading="Name an adult",
    )


@school_view(Permission.EDIT_SAFETY)
def adult_change(request: HttpRequest, pupil, safety_plan, plan_adult) -> HttpResponse:
    """Change what a named adult does, or their training."""
    child, found = _open(request, pupil, safety_plan)
    row = _found(adult_of(found, plan_adult))
    form = PlanAdultForm(request.POST or None, record=row)
    return _form(
        request,
        child,
        found,
        form,
        lambda: change_adult(
            adult=row, by=request.user, version=form.cleaned_data["version"], **form.facts
        ),
        heading=f"{row.user.name} in this plan",
    )


@school_view(Permission.EDIT_SAFETY)
@require_POST
def adult_remove(request: HttpRequest, pupil, safety_plan, plan_adult) -> HttpResponse:
    """Take an adult out of a plan."""
    child, found = _open(request, pupil, safety_plan)
    try:
        remove_adult(adult=_found(adult_of(found, plan_adult)), by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "The adult is no longer named in the plan.")
    return redirect(child_url(PLAN, child, found.pk))


def _open(request: HttpRequest, pupil, plan_id):
    child = open_child(request, pupil, Action.VIEW_SAFETY)
    return child, _found(find_plan(request.access, child.pupil, plan_id))


def _form(request, child, found, form, change, *, heading, submit="Save", note=""):
    """A form on a plan that leads back to it."""
    if request.method == "POST" and carried_out(form, change):
        done(request, "Saved.")
        return redirect(child_url(PLAN, child, found.pk))
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit=submit,
        back=PLAN,
        back_args=(found.pk,),
        note=note,
    )


def _adults(request: HttpRequest):
    return adults_at(request.school, today=request.access.today, roles=NEAR_CHILDREN)


def _found(row):
    if row is None:
        raise Http404
    return row
