"""The Moving tab: the plan for a child's next move."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.documents.rendering import PdfProblem
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.family_codes import ActionSource
from pupils.forms.moving import ChangePlanForm, EndPlanForm, NotKnownForm, PlanForm
from pupils.forms.talks import ActionForm
from pupils.models import PrintFit
from pupils.paper_codes import FitKind
from pupils.rules.retention import period_of
from pupils.selectors.actions import colleagues_at
from pupils.selectors.moving.arrivals import previous_records
from pupils.selectors.moving.passport import transition_passport
from pupils.selectors.moving.plans import moves_of, plan_of
from pupils.selectors.papers import fit_of
from pupils.selectors.transfers.authors import former_adults
from pupils.selectors.transfers.lists import transfers_of
from pupils.services.actions import add_action
from pupils.services.moving.plans import change_plan, end_plan, start_plan
from pupils.services.moving.september import record_not_known
from pupils.services.passports.measuring import ask_to_measure
from pupils.services.passports.printing import large_print, one_side
from pupils.views.opening import child_form, child_page, child_url, open_child
from pupils.views.printing import pdf_answer, to_work

TAB = "child_moving"


@school_view(Permission.VIEW_NEEDS)
def child_moving(request: HttpRequest, pupil) -> HttpResponse:
    """The open plan, and what was before."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    return child_page(
        request,
        "pupils/moving/child.html",
        child,
        tab="moving",
        moves=moves_of(child.pupil, today=request.access.today),
        previous=previous_records(child.pupil),
        transfers=transfers_of(child.pupil),
        former=former_adults(request.access, child.pupil),
        kept_until=period_of(child.pupil.born_on).through,
        may_move=request.access.can(Permission.MOVE_RECORDS),
        may_plan=request.access.can(Permission.PLAN_MOVES),
        may_ask=request.access.can(Permission.ASK_FOR_VIEWS),
        may_log=request.access.can(Permission.LOG_CONTACT),
        knows_steps=request.access.can(Permission.VIEW_FAMILY_LOG),
    )


@school_view(Permission.PLAN_MOVES)
def move_start(request: HttpRequest, pupil) -> HttpResponse:
    """Start a plan; the checklist comes from the school's template."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    form = PlanForm(
        request.POST or None,
        initial=PlanForm.starting(child.pupil, today=request.access.today, me=request.user),
        colleagues=colleagues_at(child.school, today=request.access.today),
    )
    if request.method == "POST" and carried_out(
        form, lambda: start_plan(pupil=child.pupil, by=request.user, **form.facts)
    ):
        done(request, "The plan has begun. Its steps are due for those who own them.")
        return redirect(child_url(TAB, child))
    return child_form(
        request, child, form, heading="Plan a move", submit="Start the plan", back=TAB
    )


@school_view(Permission.PLAN_MOVES)
def move_change(request: HttpRequest, pupil, move_plan) -> HttpResponse:
    """Change what the plan says."""
    child, plan = _opened(request, pupil, move_plan)
    form = ChangePlanForm(
        request.POST or None,
        record=plan,
        colleagues=colleagues_at(child.school, today=request.access.today),
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: change_plan(
            plan=plan, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The plan is changed.")
        return redirect(child_url(TAB, child))
    return child_form(request, child, form, heading="Change the plan", submit="Save", back=TAB)


@school_view(Permission.PLAN_MOVES)
def move_not_known(request: HttpRequest, pupil, move_plan) -> HttpResponse:
    """What the receiving teacher found out that nobody had told them."""
    child, plan = _opened(request, pupil, move_plan)
    initial = {"text": plan.not_known, "on": plan.not_known_on or request.access.today}
    form = NotKnownForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form, lambda: record_not_known(plan=plan, by=request.user, **form.cleaned_data)
    ):
        done(request, "Written down. Put what should be known into the passport, too.")
        return redirect(child_url(TAB, child))
    return child_form(
        request,
        child,
        form,
        heading="What did nobody tell us?",
        submit="Save",
        back=TAB,
        note=f"{plan.receiving_teacher or 'The receiving teacher'}, {plan.to_name}",
    )


@school_view(Permission.PLAN_MOVES)
def move_end(request: HttpRequest, pupil, move_plan) -> HttpResponse:
    """Close the plan."""
    child, plan = _opened(request, pupil, move_plan)
    form, today = EndPlanForm(request.POST or None), request.access.today
    if request.method == "POST" and carried_out(
        form, lambda: end_plan(plan=plan, on=today, by=request.user, **form.cleaned_data)
    ):
        done(request, "The plan is closed.")
        return redirect(child_url(TAB, child))
    return child_form(
        request,
        child,
        form,
        heading="Close the plan",
        submit="Close it",
        back=TAB,
        note="Steps that are still open are taken off everybody's list.",
    )


@school_view(Permission.LOG_CONTACT)
def move_step_add(request: HttpRequest, pupil, move_plan) -> HttpResponse:
    """A further step of the checklist."""
    child, plan = _opened(request, pupil, move_plan)
    today = request.access.today
    form = ActionForm(
        request.POST or None, colleagues=colleagues_at(child.school, today=today), me=request.user
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_action(
            pupil=child.pupil,
            action=form.new_action,
            agreed_on=today,
            by=request.user,
            source=ActionSource.MOVE,
            source_id=plan.pk,
        ),
    ):
        done(request, "The step is added. It stands in what is due.")
        return redirect(child_url(TAB, child))
    return child_form(request, child, form, heading="Add a step", submit="Add", back=TAB)


@school_view(Permission.VIEW_NEEDS)
def transition_print(request: HttpRequest, pupil, move_plan) -> HttpResponse:
    """Whether the transition passport fits one side, as measured; with `?as=pdf` the print."""
    is_print, is_large = request.GET.get("as") == "pdf", "large" in request.GET
    child = open_child(request, pupil, Action.PRINT if is_print else Action.VIEW_MOVES)
    plan = _found(plan_of(child.pupil, move_plan))
    today = request.access.today
    printed = transition_passport(plan, today=today)
    fit = fit_of(child.pupil, FitKind.MOVE, printed.mark)
    if is_print:
        set_it = large_print if is_large else one_side
        try:
            fitted = set_it(printed, child.school, today=today)
        except PdfProblem as refused:
            problem(request, str(refused))
            return redirect(child_url(TAB, child))
        if fitted.pdf:
            return pdf_answer(fitted.pdf, f"transition-passport-{today:%Y-%m-%d}.pdf")
        fit = PrintFit(too_long=fitted.too_long)
    return child_page(
        request,
        "pupils/moving/passport.html",
        child,
        tab="moving",
        plan=plan,
        printed=printed,
        fit=fit,
    )


@school_view(Permission.VIEW_NEEDS, when_closed=True)
@require_POST
def transition_measure(request: HttpRequest, pupil, move_plan) -> HttpResponse:
    """Let a worker set the transition passport, to see whether it fits one side."""
    child, plan = _opened(request, pupil, move_plan)
    job = ask_to_measure(pupil=child.pupil, kind=FitKind.MOVE, plan=plan.pk, by=request.user)
    return to_work(job)


def _opened(request: HttpRequest, pupil, move_plan):
    child = open_child(request, pupil, Action.VIEW_MOVES)
    return child, _found(plan_of(child.pupil, move_plan))


def _found(row):
    if row is None:
        raise Http404
    return row
