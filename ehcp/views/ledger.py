"""Section F beside what was given, for the school and, once released, for the parents."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from ehcp.selectors.ledger import released_lines, section_f_ledger
from ehcp.views.versions import TAB, opened_plan
from pupils.views.opening import child_page


@school_view(Permission.VIEW_PLANS)
def plan_ledger(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Promised, planned, given and owed for each line of Section F, week by week."""
    child, found = opened_plan(request, plan)
    may_read = request.access.can(Permission.VIEW_NEEDS)
    return child_page(
        request,
        "ehcp/ledger.html",
        child,
        tab=TAB,
        plan=found,
        ledger=section_f_ledger(request.access, found) if may_read else None,
    )


@school_view(Permission.VIEW_PLANS)
def plan_ledger_print(request: HttpRequest, plan: UUID) -> HttpResponse:
    """What the head has released of Section F, to print for the parents."""
    child, found = opened_plan(request, plan)
    may_read = request.access.can(Permission.VIEW_NEEDS)
    return child_page(
        request,
        "ehcp/ledger_print.html",
        child,
        tab=TAB,
        plan=found,
        released=released_lines(found) if may_read else [],
    )
