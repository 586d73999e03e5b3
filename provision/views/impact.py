"""What works for whom: the page of a school, of all schools, and the children behind a figure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.list_files import asks_for_file, has_file, list_file
from provision.forms.impact import ImpactFilter
from provision.list_files import IMPACT, IMPACT_CHILDREN, IMPACT_WITH_COSTS
from provision.selectors.impact.children import children_behind
from provision.selectors.impact.page import impact_page
from provision.views.parts import federation_parts, parts
from pupils.codes import NEED_TYPES

PAGE, OF_ALL = "impact", "federation_impact"


@school_view(Permission.VIEW_NEEDS)
@has_file
def impact(request: HttpRequest) -> HttpResponse:
    """Which intervention works for which children of the school: the answer first."""
    may_compare = request.access.can(Permission.VIEW_REGISTER)
    several = len(request.access.schools_with(Permission.VIEW_NEEDS)) > 1
    more = {"parts": parts(request, PAGE), "may_compare": may_compare, "several": several}
    return _impact(request, more)


@federation_view(Permission.VIEW_NEEDS)
@has_file
def federation_impact(request: HttpRequest) -> HttpResponse:
    """The same over all schools of the asker."""
    return _impact(request, {"parts": federation_parts(request, OF_ALL)})


@school_view(Permission.VIEW_NEEDS)
@has_file
def impact_children(request: HttpRequest) -> HttpResponse:
    """The children behind a figure, as far as the asker may open their records."""
    asked = ImpactFilter(request.GET, schools=[]).asked
    found = children_behind(request.access, asked)
    record_event(
        Action.VIEW_IMPACT,
        school=request.school,
        by=request.access,
        pupil_ids=list(dict.fromkeys(each.pupil.pk for each in found.children)),
    )
    need = NEED_TYPES.get(asked.need)
    if asks_for_file(request):
        return list_file(request, IMPACT_CHILDREN, found.children)
    context = {"found": found, "need": need.label if need else ""}
    return render(request, "provision/impact/children.html", context)


def _impact(request: HttpRequest, more: dict) -> HttpResponse:
    access = request.access
    form = ImpactFilter(request.GET, schools=access.schools)
    asked = form.asked
    with_costs = all(Permission.VIEW_COSTS in access.permissions_at(s) for s in access.schools)
    page = impact_page(access, asked, with_costs=with_costs)
    form.offer(page)
    if asks_for_file(request):
        return list_file(
            request,
            (IMPACT_WITH_COSTS if with_costs and page.is_whole else IMPACT),
            [(page, line) for line in page.lines],
            form,
        )
    address = request.GET.copy()
    address.pop("item", None)
    need = NEED_TYPES.get(asked.need) if page.is_whole else None
    context = more | {
        "filter": form,
        "page": page,
        "asked": asked,
        "need": need.label if need else "",
        "others": address.urlencode(),
        "may_measure": access.can(Permission.RECORD_PROGRESS) and access.school is not None,
        "with_costs": with_costs and page.is_whole,
    }
    return render(request, "provision/impact/impact.html", context)
