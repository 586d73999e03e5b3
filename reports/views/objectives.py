"""Objectives and their steps: seen by plan, written, changed, done, given up, looked at."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.history import history_of_record
from aylsham.list_files import asks_for_file, has_file, list_file
from pupils.selectors.actions import colleagues_at
from reports.forms.access_plan import DoneForm, GiveUpForm
from reports.forms.objectives import (
    CountedForm,
    LookForm,
    ObjectiveForm,
    SharedObjectiveForm,
    StepDoneForm,
    StepForm,
)
from reports.list_files import OBJECTIVES
from reports.models import Objective, PlanStep
from reports.objective_codes import PlanKind
from reports.selectors.objectives import (
    countable,
    counted_for,
    objective_of,
    objective_page,
    objectives_page,
    step_of,
)
from reports.services import objectives as services
from reports.views.plan_rows import form_page, press

_HEADING = "Objectives"


@school_view(Permission.PREPARE_REPORTS)
@has_file
def objectives(request: HttpRequest) -> HttpResponse:
    """Every objective by plan, how it stands and what is late."""
    page = objectives_page(request.access, request.school)
    if asks_for_file(request):
        return list_file(
            request, OBJECTIVES, [(part, line) for part in page.parts for line in part.lines]
        )
    return render(request, "reports/objectives/page.html", {"page": page})


@school_view(Permission.PREPARE_REPORTS)
def objective(request: HttpRequest, objective) -> HttpResponse:
    """One objective: its steps, what counts towards it, the looks at it."""
    found = _objective(request, objective)
    context = {
        "page": objective_page(request.access, found),
        "it": found,
        "changes": history_of_record(request.access, found),
        "may_take_up": found.shared is None or found.shared.holds,
    }
    return render(request, "reports/objectives/objective.html", context)


@school_view(Permission.PREPARE_REPORTS)
def objective_add(request: HttpRequest) -> HttpResponse:
    """Add an objective."""
    plan = request.GET.get("plan", "")
    initial = {"plan": plan} if plan in PlanKind.values else {}
    form = ObjectiveForm(request.POST or None, initial=initial)
    return form_page(
        request,
        form,
        lambda: services.add_objective(school=request.school, by=request.user, **form.facts),
        back=_all(request),
        heading="Add an objective",
        submit="Add it",
        said="The objective is added.",
        crumbs=_crumbs(request),
    )


@school_view(Permission.PREPARE_REPORTS)
def objective_change(request: HttpRequest, objective) -> HttpResponse:
    """Change an objective that is not reached yet."""
    found = _objective(request, objective)
    kind = SharedObjectiveForm if found.shared_id else ObjectiveForm
    form = kind(request.POST or None, record=found)
    return _change(request, found, form, "Change the objective")


@school_view(Permission.PREPARE_REPORTS)
def objective_look(request: HttpRequest, objective) -> HttpResponse:
    """Record a look at an objective."""
    found = _objective(request, objective)
    form = LookForm(request.POST or None, objective=found)
    return form_page(
        request,
        form,
        lambda: services.record_objective_review(
            objective=found, by=request.user, **form.cleaned_data
        ),
        back=_home(request, found),
        heading="Look at the objective",
        submit="Record it",
        said="It is recorded.",
        crumbs=_crumbs(request, found),
        about=found.what,
    )


@school_view(Permission.PREPARE_REPORTS)
def objective_counted(request: HttpRequest, objective) -> HttpResponse:
    """Choose which actions of other plans count towards an objective."""
    found = _objective(request, objective)
    initial = {"keys": [each.key for each in counted_for(found)]}
    form = CountedForm(request.POST or None, offered=countable(found), initial=initial)
    return form_page(
        request,
        form,
        lambda: services.choose_counted(
            objective=found, keys=form.cleaned_data["keys"], by=request.user
        ),
        back=_home(request, found),
        heading="What counts from other plans",
        submit="Save",
        said="It is saved.",
        crumbs=_crumbs(request, found),
        about=found.what,
    )


@school_view(Permission.PREPARE_REPORTS)
def objective_done(request: HttpRequest, objective) -> HttpResponse:
    """Say since when an objective is reached."""
    found = _objective(request, objective)
    return _done(request, found, DoneForm(request.POST or None), "The objective is reached")


@school_view(Permission.PREPARE_REPORTS)
def objective_give_up(request: HttpRequest, objective) -> HttpResponse:
    """Give an objective up, with a reason."""
    return _give_up(request, _objective(request, objective))


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def objective_take_up(request: HttpRequest, objective) -> HttpResponse:
    """Take an objective up again."""
    return _take_up(request, _objective(request, objective))


@school_view(Permission.PREPARE_REPORTS)
def step_add(request: HttpRequest, objective) -> HttpResponse:
    """Add an action or a milestone to an objective."""
    found = _objective(request, objective)
    form = StepForm(request.POST or None, adults=adults_of(request))
    return form_page(
        request,
        form,
        lambda: services.add_step(
            school=request.school, objective=found, by=request.user, **form.facts
        ),
        back=_home(request, found),
        heading="Add a step",
        submit="Add it",
        said="The step is added.",
        crumbs=_crumbs(request, found),
        about=found.what,
    )


@school_view(Permission.PREPARE_REPORTS)
def step(request: HttpRequest, plan_step) -> HttpResponse:
    """Change a step that is still to be done."""
    found = _step(request, plan_step)
    form = StepForm(request.POST or None, record=found, adults=adults_of(request))
    return _change(request, found, form, "Change the step")


@school_view(Permission.PREPARE_REPORTS)
def step_done(request: HttpRequest, plan_step) -> HttpResponse:
    """Say since when a step is done, and what shows it."""
    found = _step(request, plan_step)
    form = StepDoneForm(request.POST or None, initial={"evidence": found.evidence})
    return _done(request, found, form, "The step is done")


@school_view(Permission.PREPARE_REPORTS)
def step_give_up(request: HttpRequest, plan_step) -> HttpResponse:
    """Give a step up, with a reason."""
    return _give_up(request, _step(request, plan_step))


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def step_take_up(request: HttpRequest, plan_step) -> HttpResponse:
    """Take a step up again."""
    return _take_up(request, _step(request, plan_step))


def adults_of(request: HttpRequest) -> list:
    """Who can be asked for a step."""
    return colleagues_at(request.school, today=request.access.today)


def _change(request: HttpRequest, row: services.Row, form, heading: str) -> HttpResponse:
    names = ("objective_done", "objective_give_up")
    if isinstance(row, PlanStep):
        names = ("step_done", "step_give_up")
    elif row.shared_id:
        names = names[:1]
    links = zip(("It is done", "Give it up"), names, strict=False)
    args = [request.school.slug, row.pk]
    return form_page(
        request,
        form,
        lambda: services.change_row(
            row=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
        back=_home(request, row),
        heading=heading,
        submit="Save",
        said="It is changed.",
        crumbs=_crumbs(request, row),
        links=tuple((label, reverse(name, args=args)) for label, name in links if row.is_to_do),
        about=row.what if isinstance(form, SharedObjectiveForm) else "",
    )


def _done(request: HttpRequest, row: services.Row, form, heading: str) -> HttpResponse:
    return form_page(
        request,
        form,
        lambda: services.finish_row(row=row, by=request.user, **form.cleaned_data),
        back=_home(request, row),
        heading=heading,
        submit="It is done",
        said="It is done.",
        crumbs=_crumbs(request, row),
        about=row.what,
    )


def _give_up(request: HttpRequest, row: services.Row) -> HttpResponse:
    form = GiveUpForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: services.give_up_row(row=row, why=form.cleaned_data["why"], by=request.user),
        back=_home(request, row),
        heading="Give it up",
        submit="Give it up",
        said="It is given up. The reason stays in the record.",
        crumbs=_crumbs(request, row),
        about=row.what,
    )


def _take_up(request: HttpRequest, row: services.Row) -> HttpResponse:
    act = partial(services.take_up_row, row=row, by=request.user)
    return press(request, act, back=_home(request, row), said="It is under way again.")


def _objective(request: HttpRequest, pk) -> Objective:
    found = objective_of(request.school, pk)
    if found is None:
        raise Http404
    return found


def _step(request: HttpRequest, pk) -> PlanStep:
    found = step_of(request.school, pk)
    if found is None:
        raise Http404
    return found


def _all(request: HttpRequest) -> str:
    return reverse("objectives", args=[request.school.slug])


def _home(request: HttpRequest, row: services.Row) -> str:
    """The page on which a row stands: a step's objective, its subject, or the brief."""
    if isinstance(row, PlanStep) and row.subject and not row.objective_id:
        return reverse("subject", args=[request.school.slug, row.subject])
    if isinstance(row, PlanStep) and row.objective_id is None:
        return reverse("brief", args=[request.school.slug, row.brief_id])
    pk = row.objective_id if isinstance(row, PlanStep) else row.pk
    return reverse("objective", args=[request.school.slug, pk])


def _crumbs(request: HttpRequest, row: services.Row | None = None) -> tuple:
    if row is None:
        return ((_HEADING, _all(request)),)
    if isinstance(row, PlanStep) and row.subject and not row.objective_id:
        every = reverse("subjects", args=[request.school.slug])
        return (("Subjects", every), (row.get_subject_display(), _home(request, row)))
    if isinstance(row, PlanStep) and row.objective_id is None:
        briefs = reverse("briefs", args=[request.school.slug])
        return (("Briefs for leaders", briefs), ("Brief", _home(request, row)))
    return ((_HEADING, _all(request)), ("Objective", _home(request, row)))
