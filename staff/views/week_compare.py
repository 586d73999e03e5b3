"""Plans of the week side by side, on a page, on paper, as a workbook."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.list_files import table_file
from staff.selectors.weeks.comparing import MOST_PLANS, chosen_plans, compared, plans_to_compare


@school_view(Permission.VIEW_STAFF)
def week_compare(request: HttpRequest) -> HttpResponse:
    """Choose two to four plans, and see what each costs, covers and changes."""
    plans = plans_to_compare(request.access)
    chosen = chosen_plans(plans, request.GET.getlist("plan"))
    found = compared(request.access, chosen) if len(chosen) > 1 else None
    if found:
        record_event(
            Action.VIEW_WEEK,
            school=request.school,
            by=request.access,
            pupil_ids=list(found.pupil_ids),
        )
    context = {
        "plans": plans,
        "chosen": {plan.pk for plan in chosen},
        "found": found,
        "most": MOST_PLANS,
        "query": request.GET.urlencode(),
        "may_export": request.access.can(Permission.EXPORT),
    }
    return render(request, "staff/week/compare.html", context)


@school_view(Permission.VIEW_STAFF)
def week_compare_export(request: HttpRequest) -> HttpResponse:
    """The same as a workbook; rates only for who keeps them."""
    plans = plans_to_compare(request.access)
    chosen = chosen_plans(plans, request.GET.getlist("plan"))
    if len(chosen) < 2 or not request.access.can(Permission.EXPORT):
        raise Http404
    found = compared(request.access, chosen)
    detail = {"list": "weeks compared", "rows": len(found.table)}
    record_event(
        Action.EXPORT_LIST,
        school=request.school,
        by=request.access,
        pupil_ids=list(found.pupil_ids),
        detail=detail,
    )
    return table_file(request, "Weeks", ["", *(plan.name for plan in chosen)], found.table, "weeks")
