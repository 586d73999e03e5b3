"""Why a child is on the SEND register: levels, needs, diagnoses, on one page."""

from django.http import HttpRequest, HttpResponse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from pupils.selectors.concerns import concern_paths
from pupils.selectors.evidence import evidence_of
from pupils.selectors.history import diagnoses_of, need_history, status_history, with_papers
from pupils.selectors.layers import layer_now
from pupils.views.opening import child_page, open_child


@school_view(Permission.VIEW_NEEDS)
def child_register(request: HttpRequest, pupil) -> HttpResponse:
    """The child's story on the register, latest first."""
    child = open_child(request, pupil)
    access = request.access
    knows_sensitive = access.can(Permission.VIEW_SENSITIVE)
    knows_notes = access.can(Permission.VIEW_REGISTER)
    behind = evidence_of(access, child.pupil) if knows_notes else {}
    periods = status_history(child.pupil)
    needs = need_history(child.pupil)
    return child_page(
        request,
        "pupils/child_register.html",
        child,
        tab="register",
        periods=with_papers(access, child.pupil, periods, behind) if knows_notes else periods,
        needs=[n for n in needs if not n.ended_on],
        ended_needs=[n for n in needs if n.ended_on],
        diagnoses=diagnoses_of(child.pupil, behind) if knows_sensitive else [],
        layer=layer_now(child.pupil) if request.school.uses_layers else None,
        concerns=concern_paths(access, child.pupil),
        may_raise=access.can(Permission.RAISE_CONCERNS),
        knows_sensitive=knows_sensitive,
        knows_notes=knows_notes,
        may_edit=access.can(Permission.EDIT_REGISTER),
    )
