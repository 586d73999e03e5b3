"""Pages of plans: the list, one plan, its facts."""

from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event, record_events
from aylsham.codes import YEAR_GROUP_LABELS, YEAR_GROUP_ORDER
from aylsham.editing import carried_out
from aylsham.forms import FilterForm
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from ehcp.forms import EndPlanForm, PlanForm
from ehcp.list_files import PLANS
from ehcp.models import EhcPlan
from ehcp.selectors.listing import STANDINGS, councils_of, plans_for, rows_of
from ehcp.selectors.pages import find_plan, plan_of, plan_page
from ehcp.services.plans import correct_plan, end_plan, record_plan
from pupils.selectors.identity import Child, find_child

ROWS = 50


class PlansFilter(FilterForm):
    """What part of the plans is asked for."""

    school = forms.ChoiceField(label="School")
    standing = forms.ChoiceField(
        label="How it stands",
        choices=[("", "Any"), *((code, words) for code, (_, words) in STANDINGS.items())],
    )
    council = forms.ChoiceField(label="Council")
    year = forms.ChoiceField(label="Year")
    phase = forms.BooleanField(label="Changes school this year")
    more_fields = ("phase",)

    def __init__(self, *args, access, councils, **kwargs):
        super().__init__(*args, **kwargs)
        years = {code for school in access.schools for code in school.year_groups}
        ordered = sorted(years, key=YEAR_GROUP_ORDER.__getitem__)
        self.fields["year"].choices = [("", "Any"), *((c, YEAR_GROUP_LABELS[c]) for c in ordered)]
        self.fields["council"].choices = [("", "Any"), *((c, c) for c in councils)]
        self.fields["school"].choices = [("", "All"), *((s.slug, s.name) for s in access.schools)]
        if len(access.schools) == 1:
            del self.fields["school"]
        if len(councils) < 2:
            del self.fields["council"]


@school_view(Permission.VIEW_PLANS)
@has_file
def plans(request: HttpRequest) -> HttpResponse:
    """The EHC plans of a school."""
    return _plans(request)


@federation_view(Permission.VIEW_PLANS)
@has_file
def federation_plans(request: HttpRequest) -> HttpResponse:
    """The EHC plans of all schools."""
    return _plans(request)


def _plans(request: HttpRequest) -> HttpResponse:
    access = request.access
    form = PlansFilter(request.GET or None, access=access, councils=councils_of(access))
    found = plans_for(access, form.chosen if form.is_bound else {}, request.GET.get("sort", ""))
    if asks_for_file(request):
        return list_file(request, PLANS, rows_of(access, found), form if form.is_bound else ())
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    rows = rows_of(access, page.object_list)
    record_events(
        Action.VIEW_PLANS,
        by=access,
        pupil_ids_by_school={
            school: [row.pupil_id for row in rows if row.school == school]
            for school in access.schools
            if access.school or any(row.school == school for row in rows)
        },
    )
    context = {
        "filter": form,
        "page": page,
        "rows": rows,
        "is_narrowed": form.is_bound,
        "may_answer": access.can(Permission.ANSWER_CONSULTATIONS),
    }
    template = "ehcp/plans.html" + ("#list" if request.htmx else "")
    return render(request, template, context)


@school_view(Permission.VIEW_PLANS)
def plan(request: HttpRequest, plan: UUID) -> HttpResponse:
    """One plan: facts, clocks, reviews and the next step."""
    found = find_plan(request.access, plan)
    if found is None:
        raise Http404
    return _plan(request, _child(request, found.pupil_id), found)


@school_view(Permission.VIEW_PLANS)
def child_plan(request: HttpRequest, pupil: UUID) -> HttpResponse:
    """The child's plan, or how to record one."""
    child = _child(request, pupil)
    return _plan(request, child, plan_of(request.access, child.pupil))


def _plan(request: HttpRequest, child: Child, found: EhcPlan | None) -> HttpResponse:
    access = request.access
    record_event(
        Action.VIEW_PLAN,
        school=access.school,
        by=access,
        pupil_ids=[child.pupil.pk],
        subject=found,
    )
    page, beside, appeals = plan_page(access, found) if found else (None, None, None)
    context = {
        "child": child.identity(access, "plan"),
        "pupil": child.pupil,
        "page": page,
        "around": beside,
        "appeals": appeals,
        "may_edit": access.can(Permission.EDIT_PLANS),
    }
    return render(request, "ehcp/plan.html", context)


@school_view(Permission.EDIT_PLANS)
def record(request: HttpRequest, pupil: UUID) -> HttpResponse:
    """Record that a child has a plan."""
    child = _child(request, pupil)
    form = PlanForm(request.POST or None, record=None)
    if request.POST and carried_out(
        form, lambda: record_plan(pupil=child.pupil, by=request.access.user, **form.facts)
    ):
        done(request, "The plan is recorded. Its clocks run.")
        return redirect("child_plan", request.school.slug, pupil)
    return _form(request, child, form, "Record an EHC plan")


@school_view(Permission.EDIT_PLANS)
def correct(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Put a plan's facts right."""
    found = _editable(request, plan)
    form = PlanForm(request.POST or None, record=found)
    if request.POST and carried_out(
        form,
        lambda: correct_plan(
            plan=found,
            by=request.access.user,
            version=form.cleaned_data["version"],
            **form.facts,
        ),
    ):
        done(request, "The plan is corrected, and its dates are worked out again.")
        return redirect("plan", request.school.slug, plan)
    return _form(request, _child(request, found.pupil_id), form, "Correct the plan")


@school_view(Permission.EDIT_PLANS)
def end(request: HttpRequest, plan: UUID) -> HttpResponse:
    """End a plan."""
    found = _editable(request, plan)
    form = EndPlanForm(request.POST or None)
    if request.POST and carried_out(
        form, lambda: end_plan(plan=found, by=request.access.user, **form.cleaned_data)
    ):
        done(request, "The plan has ended. Nothing is due for it any more.")
        return redirect("plan", request.school.slug, plan)
    note = (
        "Its clocks stop, and a planned meeting is called off. A plan that the council ceases is "
        "kept, with all its help, until the time to appeal is over or the appeal is decided."
    )
    return _form(request, _child(request, found.pupil_id), form, "End the plan", note)


def _editable(request: HttpRequest, plan_id: UUID) -> EhcPlan:
    found = find_plan(request.access, plan_id)
    if found is None:
        raise Http404
    return found


def _child(request: HttpRequest, pupil_id: UUID) -> Child:
    child = find_child(request.access, pupil_id)
    if child is None:
        raise Http404
    return child


def _form(request, child: Child, form, heading: str, note: str = "") -> HttpResponse:
    context = {
        "child": child.identity(request.access, "plan"),
        "form": form,
        "form_heading": heading,
        "form_note": note,
        "cancel_url": request.GET.get("back") or "",
        "pupil": child.pupil,
    }
    return render(request, "ehcp/form.html", context)
