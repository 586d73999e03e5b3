"""Two versions of a plan side by side."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.identifiers import as_key
from ehcp.selectors.comparing import compare_page
from ehcp.selectors.sections import beside, version_lines
from ehcp.views.versions import TAB, opened_version
from pupils.views.opening import child_page


@school_view(Permission.VIEW_PLANS)
def version_compare(request: HttpRequest, plan_version: UUID) -> HttpResponse:
    """What changed, word by word, and what is less than before; `?with=` names the other."""
    child, found = opened_version(request, plan_version)
    listed = version_lines(request.access, found.plan)
    asked = as_key(request.GET.get("with", ""))
    others = (x.version for x in listed if x.version.pk == asked and asked != found.pk)
    other = next(others, None) or beside(listed, found)
    return child_page(
        request,
        "ehcp/compare.html",
        child,
        tab=TAB,
        version=found,
        page=compare_page(request.access, other, found) if other else None,
    )
