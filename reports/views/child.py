"""The child's page: first what needs somebody, then what is known."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.views.opening import child_page, open_child
from pupils.views.printing import to_work
from reports.forms.timeline import TimelineFilter
from reports.selectors.child import overview
from reports.selectors.timeline.entries import kinds_for
from reports.selectors.timeline.reading import timeline
from reports.timeline_print import printed_timeline


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
    form = TimelineFilter(request.GET, kinds=kinds_for(request.access))
    found = timeline(request.access, record, form.choice)
    return child_page(
        request,
        "reports/timeline.html",
        record,
        tab="timeline",
        events=[each.event for each in found],
        form=form,
        asked=request.GET.urlencode(),
        may_export=request.access.can(Permission.EXPORT),
    )


@school_view(Permission.EXPORT, when_closed=True)
@require_POST
def child_timeline_print(request: HttpRequest, pupil) -> HttpResponse:
    """Start setting the same as a PDF with an index, oldest first: taken out, and written down so."""
    form = TimelineFilter(request.GET, kinds=kinds_for(request.access))
    choice = form.choice
    detail = {"kind": choice.kind, "from": str(choice.from_on or ""), "to": str(choice.to_on or "")}
    record = open_child(request, pupil, Action.EXPORT_TIMELINE, **detail)
    html = printed_timeline(record, timeline(request.access, record, choice), form.words)
    _, job = ask_for_paper(
        pupil=record.pupil,
        kind=PaperKind.TIMELINE,
        html=html,
        of_on=request.access.today,
        permission=Permission.EXPORT,
        by=request.user,
    )
    return to_work(job)
