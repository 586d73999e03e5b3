"""The plan on paper for the meeting with parents, with the child's own card of targets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.notices import problem
from provision.selectors.family_sheet import sheet_facts
from provision.services.sheets import give_sheet
from provision.views.cycles import ONE, open_cycle
from pupils.views.opening import child_url
from pupils.views.printing import to_work


@school_view(Permission.WRITE_CYCLES)
@require_POST
def cycle_sheet(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Start setting sheet and card as one PDF; the family counts as given it on paper today."""
    child, found = open_cycle(request, pupil, cycle, Action.PRINT)
    today = request.access.today
    facts = sheet_facts(child, found, today)
    html = render_to_string("provision/print/sheet.html", facts)
    try:
        job = give_sheet(cycle=found, html=html, on=today, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(child_url(ONE, child, found.pk))
    return to_work(job)
