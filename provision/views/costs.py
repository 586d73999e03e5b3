"""What provision costs: at one school, over several, and as workbooks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view, require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.list_files import table_file
from provision.forms.costs import CostsFilter
from provision.selectors.cost_sheet import cost_head, cost_lines
from provision.selectors.cost_ways import FEDERATION_WAYS, WAYS, Way
from provision.selectors.costs import Costs, costs
from provision.selectors.spending import Spending, spending
from provision.selectors.spent import kept_spending, work_under_way
from provision.services.spent import start_working_out
from provision.views.parts import federation_parts, parts
from provision.views.provisions import asked_year

PAGE, OF_ALL = "costs", "federation_costs"


@school_view(Permission.VIEW_COSTS)
def provision_costs(request: HttpRequest) -> HttpResponse:
    """Costs of a school year by one, two or three breakdowns, with the proof."""
    asked = _Asked(request, WAYS)
    _record(request, Action.VIEW_COSTS, asked.page)
    context = asked.context | {
        "parts": parts(request, PAGE),
        "may_keep": request.access.can(Permission.KEEP_RATES),
        "several": len(request.access.schools_with(Permission.VIEW_COSTS)) > 1,
    }
    return render(request, "provision/costs/school.html", context)


@federation_view(Permission.VIEW_COSTS)
def federation_costs(request: HttpRequest) -> HttpResponse:
    """The same over all schools of the asker, as far as it was worked out at night."""
    asked = _Asked(request, FEDERATION_WAYS, kept_spending)
    _record(request, Action.VIEW_COSTS, asked.page)
    context = asked.context | {
        "parts": federation_parts(request, OF_ALL),
        "work": work_under_way(request.access),
        "may_work_out": bool(request.access.schools_with(Permission.KEEP_RATES)),
    }
    return render(request, "provision/costs/federation.html", context)


@federation_view(Permission.KEEP_RATES)
@require_POST
def federation_costs_now(request: HttpRequest) -> HttpResponse:
    """Work out until today what was delivered, where the person keeps the rates."""
    job = start_working_out(schools=request.access.schools, by=request.user)
    return redirect(f"{reverse('my_work')}?job={job.pk}")


@school_view(Permission.EXPORT)
def costs_sheet(request: HttpRequest) -> HttpResponse:
    """The lines of the page as a workbook."""
    require(request, Permission.VIEW_COSTS)
    asked = _Asked(request, WAYS)
    return _sheet(request, asked, f"costs-{asked.year}")


@federation_view(Permission.EXPORT)
def federation_costs_sheet(request: HttpRequest) -> HttpResponse:
    """The same over all schools of the asker."""
    require(request, Permission.VIEW_COSTS)
    asked = _Asked(request, FEDERATION_WAYS, kept_spending)
    return _sheet(request, asked, f"costs-of-all-schools-{asked.year}")


@dataclass(frozen=True)
class _Asked:
    """What an address asks of the costs, and what it comes to."""

    request: HttpRequest
    ways: Mapping[str, Way]
    spending_of: Callable[..., Spending] = spending

    @cached_property
    def year(self) -> int:
        return asked_year(self.request)

    @cached_property
    def form(self) -> CostsFilter:
        schools = self.request.access.schools
        return CostsFilter(self.request.GET, ways=self.ways, schools=schools, year=self.year)

    @cached_property
    def page(self) -> Costs:
        asked = self.form.asked
        return costs(self.request.access, self.year, asked, self.ways, self.spending_of)

    @property
    def context(self) -> dict:
        """What both pages show."""
        return {
            "page": self.page,
            "filter": self.form,
            "year": self.year,
            "query": urlencode(self.form.chosen | {"year": self.year}),
            "may_export": self.request.access.can(Permission.EXPORT),
        }


def _sheet(request: HttpRequest, asked: _Asked, name: str) -> HttpResponse:
    page = asked.page
    _record(request, Action.EXPORT_LIST, page, format="xlsx", list="costs of provision")
    return table_file(request, "Costs", cost_head(page), cost_lines(page), name)


def _record(request: HttpRequest, action: Action, page: Costs, **detail: str) -> None:
    ids = page.pupil_ids if action == Action.VIEW_COSTS else page.pupil_ids_of_rows
    record_events(action, by=request.access, pupil_ids_by_school=ids, detail=detail)
