"""The plans of a child: this term's, the earlier ones, and what is said of one as a whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import TermName
from aylsham.notices import done, problem
from lac.forms.peps import ChecksForm, PlanForm, TargetsForm
from lac.pep_codes import FURTHER, PepWhy
from lac.selectors.pep_targets import targets_to_choose
from lac.selectors.peps import pep_page, peps_page
from lac.selectors.virtual_schools import criteria_of
from lac.services.pep_parts import set_checks, set_targets
from lac.services.pep_starting import start_pep
from lac.services.peps import change_pep
from lac.views.opening import open_care
from lac.views.pep_opening import PLAN, PLANS, TAB, colleagues, open_plan, plan_step
from pupils.views.opening import child_page, child_url


@school_view(Permission.VIEW_CARE)
def child_pep(request: HttpRequest, pupil) -> HttpResponse:
    """This term's plan with who writes what, and the earlier ones."""
    child = open_care(request, pupil)
    page = peps_page(request.access, child.pupil)
    may_edit = request.access.can(Permission.EDIT_CARE)
    whys = FURTHER if page.may_have_further else PepWhy
    return child_page(
        request,
        "lac/pep/plans.html",
        child,
        tab=TAB,
        page=page,
        plan=page.now,
        may_edit=may_edit,
        whys=[(why.value, why.label) for why in whys],
    )


@school_view(Permission.READ_CARE)
def pep(request: HttpRequest, pupil, pep) -> HttpResponse:
    """One plan: its parts, targets, signatures and what the virtual school said."""
    child, row = open_plan(request, pupil, pep)
    return child_page(
        request,
        "lac/pep/plan.html",
        child,
        tab=TAB,
        plan=pep_page(request.access, row),
        may_edit=request.access.can(Permission.EDIT_CARE),
    )


@school_view(Permission.EDIT_CARE)
@require_POST
def pep_start(request: HttpRequest, pupil) -> HttpResponse:
    """Begin this term's plan in one press."""
    child = open_care(request, pupil)
    page = peps_page(request.access, child.pupil)
    why = request.POST.get("why", "")
    try:
        row = start_pep(
            pupil=child.pupil,
            academic_year=page.academic_year,
            term=TermName(page.term),
            why=why if why in PepWhy.values else PepWhy.TERM,
            by=request.user,
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(child_url(PLANS, child))
    done(request, f"The {page.short} is begun. Ask the child first.")
    return redirect(child_url(PLAN, child, row.pk))


@school_view(Permission.EDIT_CARE)
def pep_change(request: HttpRequest, pupil, pep) -> HttpResponse:
    """What the plan is for, who leads it, when the meeting is."""
    child, row = open_plan(request, pupil, pep)
    form = PlanForm(request.POST or None, record=row, people=colleagues(request, child))
    return plan_step(
        request,
        child,
        row,
        form,
        lambda: change_pep(
            pep=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
        heading="About the plan",
        submit="Save",
        words="It is changed.",
    )


@school_view(Permission.EDIT_CARE)
def pep_checks(request: HttpRequest, pupil, pep) -> HttpResponse:
    """Look at the plan by the virtual school's criteria before it leaves."""
    child, row = open_plan(request, pupil, pep)
    form = ChecksForm(
        request.POST or None, criteria=criteria_of(row), rows=list(row.checks.order_by("criterion"))
    )
    return plan_step(
        request,
        child,
        row,
        form,
        lambda: set_checks(
            pep=row, said=form.said, version=form.cleaned_data["version"], by=request.user
        ),
        heading="Check the plan",
        submit="Save",
        words="It is kept. What is missing stands on the plan’s page.",
        template="lac/pep/checks.html",
    )


@school_view(Permission.EDIT_CARE)
def pep_targets(request: HttpRequest, pupil, pep) -> HttpResponse:
    """Which of the child's targets stand in the plan."""
    child, row = open_plan(request, pupil, pep)
    rows = list(row.targets.all())
    targets = targets_to_choose(request.access, child.pupil, rows)
    form = TargetsForm(request.POST or None, targets=targets, rows=rows)
    return plan_step(
        request,
        child,
        row,
        form,
        lambda: set_targets(
            pep=row, chosen=form.chosen, version=form.cleaned_data["version"], by=request.user
        ),
        heading="Targets of the plan",
        submit="Save",
        words="The targets are chosen.",
        template="lac/pep/targets.html",
        plan=row,
    )
