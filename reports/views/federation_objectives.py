"""Objectives of a federation: its schools side by side; worded, worded anew, given up."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from aylsham.access.decorators import Refused, federation_view
from aylsham.access.permissions import Permission
from aylsham.list_files import asks_for_file, has_file, list_file
from reports.forms.access_plan import GiveUpForm
from reports.forms.objectives import FederationObjectiveForm
from reports.leaders_list_files import SHARED_OBJECTIVES
from reports.models import FederationObjective
from reports.selectors import federation_objectives as selectors
from reports.services import federation_objectives as services
from reports.views.plan_rows import form_page

_HEADING = "Objectives of the federation"


@federation_view(Permission.PREPARE_REPORTS)
@has_file
def federation_objectives(request: HttpRequest) -> HttpResponse:
    """Each objective with every school: how it stands, next look, late steps."""
    page = selectors.federation_objectives(request.access)
    if asks_for_file(request):
        lines = [(line.objective, each) for line in page.lines for each in line.schools]
        return list_file(request, SHARED_OBJECTIVES, lines)
    return render(request, "reports/objectives/federation.html", {"page": page})


@federation_view(Permission.PREPARE_REPORTS)
def federation_objective_add(request: HttpRequest) -> HttpResponse:
    """Word an objective for every school."""
    _require_all_schools(request)
    form = FederationObjectiveForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: services.add_federation_objective(
            federation=request.access.schools[0].federation, by=request.user, **form.facts
        ),
        back=_back(),
        heading="Add an objective for every school",
        submit="Add it",
        said="Every school has the objective now.",
        crumbs=_crumbs(),
    )


@federation_view(Permission.PREPARE_REPORTS)
def federation_objective_change(request: HttpRequest) -> HttpResponse:
    """Word it anew, in every school at once."""
    found = _objective(request)
    form = FederationObjectiveForm(request.POST or None, record=found)
    give_up = f"{reverse('federation_objective_give_up')}?objective={found.pk}"
    return form_page(
        request,
        form,
        lambda: services.change_federation_objective(
            objective=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
        back=_back(),
        heading="Change the objective in every school",
        submit="Save",
        said="It is changed in every school.",
        crumbs=_crumbs(),
        links=(("Give it up", give_up),) if found.holds else (),
    )


@federation_view(Permission.PREPARE_REPORTS)
def federation_objective_give_up(request: HttpRequest) -> HttpResponse:
    """End it in every school, with the reason."""
    found = _objective(request)
    form = GiveUpForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: services.give_up_federation_objective(
            objective=found, why=form.cleaned_data["why"], by=request.user
        ),
        back=_back(),
        heading="Give it up in every school",
        submit="Give it up",
        said="It is given up in every school that has not reached it. The reason stays.",
        crumbs=_crumbs(),
        about=found.what,
    )


def _objective(request: HttpRequest) -> FederationObjective:
    try:
        wanted = UUID(request.GET.get("objective", ""))
    except ValueError:
        raise Http404 from None
    found = selectors.federation_objective_of(request.access, wanted)
    if found is None:
        raise Http404
    _require_all_schools(request)
    return found


def _require_all_schools(request: HttpRequest) -> None:
    """Every school's objective is worded by whoever may do so at each of them."""
    if not selectors.sets_federation_objectives(request.access):
        raise Refused(request.access.schools[0], Permission.PREPARE_REPORTS)


def _back() -> str:
    return reverse("federation_objectives")


def _crumbs() -> tuple[tuple[str, str], ...]:
    return ((_HEADING, _back()),)
