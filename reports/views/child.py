"""The child's page: first what needs somebody, then what is known."""

from django.http import HttpRequest, HttpResponse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from pupils.views.opening import child_page, open_child
from reports.selectors.child import overview
from reports.selectors.timeline import kinds_for, timeline


@school_view(Permission.VIEW_PUPILS)
def child(request: HttpRequest, pupil) -> HttpResponse:
    """What is due, why on the register, the plan, the people."""
    record = open_child(request, pupil)
    access = request.access
    return child_page(
        request,
        "reports/child.html",
        record,
        tab="overview",
        overview=overview(access, record),
        may_edit=access.can(Permission.EDIT_PUPILS),
        may_edit_register=access.can(Permission.EDIT_REGISTER),
        may_assign=access.can(Permission.MANAGE_CLASSES),
        knows_plans=access.can(Permission.VIEW_PLANS),
    )


@school_view(Permission.VIEW_PUPILS)
def child_timeline(request: HttpRequest, pupil) -> HttpResponse:
    """What happened, the latest first."""
    record = open_child(request, pupil, Action.VIEW_TIMELINE)
    kinds = kinds_for(request.access)
    kind = request.GET.get("kind", "")
    kind = kind if kind in kinds else ""
    return child_page(
        request,
        "reports/timeline.html",
        record,
        tab="timeline",
        events=timeline(request.access, record, kind),
        kinds=kinds,
        kind=kind,
    )
