"""The Care tab of a child, and the children in care of a school and of all schools."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event, record_events
from aylsham.list_files import table_file
from lac.codes import USUAL_ASK
from lac.forms.care_views import GiveViewForm
from lac.forms.listing import CareFilter
from lac.selectors.care import care_page
from lac.selectors.care_views import end_of_school_year, teachers_to_tell
from lac.selectors.listing import LIST_HEADINGS, CareRow, care_list, care_rows
from lac.views.opening import open_care, shown_by_school
from lac.views.parts import parts_of_school
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.views.opening import child_page
from pupils.views.printing import to_work


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
        may_begin_anew=may_edit and page.was_adopted,
    )


@school_view(Permission.READ_CARE, when_closed=True)
@require_POST
def care_print(request: HttpRequest, pupil) -> HttpResponse:
    """Let a worker set what happened in the child's care, in time order."""
    child = open_care(request, pupil)
    record_event(
        Action.EXPORT_CARE, school=request.school, by=request.access, pupil_ids=[child.pupil.pk]
    )
    events = care_page(request.access, child.pupil).in_time
    context = {"child": child, "events": reversed(events), "today": child.today}
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.CARE,
        html=render_to_string("lac/print/in_time.html", context),
        of_on=child.today,
        permission=Permission.READ_CARE,
        by=request.user,
    )
    return to_work(job)


@school_view(Permission.VIEW_CARE)
def care(request: HttpRequest) -> HttpResponse:
    """The children in care of a school."""
    return _care(request)


@federation_view(Permission.VIEW_CARE)
def federation_care(request: HttpRequest) -> HttpResponse:
    """The children in care of all schools."""
    return _care(request)


@school_view(Permission.READ_CARE)
def care_download(request: HttpRequest) -> HttpResponse:
    """The list of a school as a workbook."""
    return _download(request)


@federation_view(Permission.READ_CARE)
def federation_care_download(request: HttpRequest) -> HttpResponse:
    """The list of all schools as a workbook."""
    return _download(request)


def _download(request: HttpRequest) -> HttpResponse:
    rows = care_list(request.access, CareFilter(request.GET).care_chosen)
    _logged(request, Action.EXPORT_LIST, rows, detail={"list": "care"})
    return table_file(
        request, "Children in care", LIST_HEADINGS, [row.cells for row in rows], "children-in-care"
    )


def _logged(request: HttpRequest, action: Action, rows: list[CareRow], **more) -> None:
    access = request.access
    record_events(action, by=access, pupil_ids_by_school=shown_by_school(access, rows), **more)


def _care(request: HttpRequest) -> HttpResponse:
    access = request.access
    filter_form = CareFilter(request.GET)
    rows = care_rows(access, filter_form.care_chosen)
    _logged(request, Action.VIEW_CARE, rows)
    reads = access.can(Permission.READ_CARE)
    slug = [access.school.slug] if access.school else []
    download = reverse("care_download" if slug else "federation_care_download", args=slug)
    context = {
        "rows": rows,
        "filter_form": filter_form,
        "download_url": f"{download}?{request.GET.urlencode()}" if reads and rows else "",
        "may_edit": access.can(Permission.EDIT_CARE),
        "virtual_url": reverse("virtual_schools", args=slug) if reads and slug else "",
        "parts": parts_of_school(access, "care"),
    }
    return render(request, "lac/children.html", context)
