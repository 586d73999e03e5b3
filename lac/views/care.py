"""The Care tab of a child, and the children in care of a school and of all schools."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from lac.codes import USUAL_ASK
from lac.forms.care_views import GiveViewForm
from lac.selectors.care import care_page
from lac.selectors.care_views import end_of_school_year, teachers_to_tell
from lac.selectors.listing import care_rows
from lac.views.opening import open_care
from lac.views.parts import parts_of_school
from pupils.views.opening import child_page


@school_view(Permission.VIEW_CARE)
def child_care(request: HttpRequest, pupil) -> HttpResponse:
    """How the child is looked after, who owes what, and who may decide."""
    child = open_care(request, pupil)
    page = care_page(request.access, child.pupil)
    may_edit = request.access.can(Permission.EDIT_CARE)
    to_tell = teachers_to_tell(child.pupil, child.today) if may_edit and page.now else []
    return child_page(
        request,
        "lac/care.html",
        child,
        tab="care",
        page=page,
        may_edit=may_edit,
        to_tell=[(user, GiveViewForm(people=None).initial["key"]) for user in to_tell],
        until=end_of_school_year(child.today),
        usual=USUAL_ASK,
    )


@school_view(Permission.VIEW_CARE)
def care(request: HttpRequest) -> HttpResponse:
    """The children in care of a school."""
    return _care(request)


@federation_view(Permission.VIEW_CARE)
def federation_care(request: HttpRequest) -> HttpResponse:
    """The children in care of all schools."""
    return _care(request)


def _care(request: HttpRequest) -> HttpResponse:
    access = request.access
    rows = care_rows(access)
    record_events(
        Action.VIEW_CARE,
        by=access,
        pupil_ids_by_school={
            school: [row.pupil_id for row in rows if row.school == school]
            for school in access.schools
            if access.school or any(row.school == school for row in rows)
        },
    )
    reads = access.school and access.can(Permission.READ_CARE)
    context = {
        "rows": rows,
        "may_edit": access.can(Permission.EDIT_CARE),
        "virtual_url": reverse("virtual_schools", args=[access.school.slug]) if reads else "",
        "parts": parts_of_school(access, "care"),
    }
    return render(request, "lac/children.html", context)
