"""How much of what is due is with whom of the SENDCo team."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.list_files import asks_for_file, has_file, list_file
from reports.lines import due_lines
from reports.list_files import TEAM
from reports.selectors.due import grouped
from reports.selectors.team import in_hand, team_load
from reports.views.due import record_seen


@school_view(Permission.VIEW_DUE)
@has_file
def team(request: HttpRequest) -> HttpResponse:
    """Who of the team has how much, by duty and kind."""
    page = team_load(request.access, request.access.can(Permission.EDIT_DUTIES))
    record_event(Action.VIEW_TEAM, school=request.school, by=request.access)
    if asks_for_file(request):
        return list_file(
            request, TEAM, [(p, load) for p in page.people for load in (p.duties or (None,))]
        )
    return render(request, "reports/team.html", {"page": page})


@school_view(Permission.VIEW_DUE)
def in_hand_of(request: HttpRequest, colleague) -> HttpResponse:
    """What is due of the duties that one person has today."""
    page = in_hand(request.access, colleague)
    if page is None:
        raise Http404
    record_seen(request, list(page.items))
    groups = [(band, due_lines(each)) for band, each in grouped(page.items)]
    return render(request, "reports/in_hand.html", {"page": page, "groups": groups})
