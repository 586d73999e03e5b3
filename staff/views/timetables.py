"""The timetables of a week: on a page, on paper for a desk or a wall, as a workbook."""

import datetime as dt
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.components import Tab
from aylsham.documents.fitting import fit_pdf
from aylsham.documents.rendering import PdfProblem
from aylsham.downloads import as_download
from aylsham.list_files import table_file
from aylsham.notices import problem
from staff.codes import TimetableBy
from staff.forms.timetables import TimetableForm
from staff.selectors.timetables import TimetablePage, timetable_page
from staff.selectors.weeks.own_wishes import may_wish
from staff.timetable_export import HEADINGS, rows_of

PAGE, WEEK = "timetable", dt.timedelta(days=7)


@school_view(Permission.OPEN_TODAY)
def timetable(request: HttpRequest) -> HttpResponse:
    """Who is with whom in a week, as far as the asker may read it; with `?as=pdf` on paper."""
    page, is_wall = _page(request)
    if request.GET.get("as") == "pdf":
        return _paper(request, page, is_wall=is_wall)
    _record(request, page, Action.VIEW_STAFF)
    context = {
        "page": page,
        "tabs": _tabs(request, page),
        "query": _query(page),
        "dated": _query(page, is_dated=True),
        "today": request.access.today,
        "before": page.week.monday - WEEK,
        "after": page.week.monday + WEEK,
        "may_keep": request.access.can(Permission.KEEP_STAFF),
        "may_export": request.access.can(Permission.EXPORT),
        "may_wish": may_wish(request.access),
    }
    return render(request, "staff/timetable/page.html", context)


@school_view(Permission.OPEN_TODAY)
def timetable_export(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    if not request.access.can(Permission.EXPORT):
        raise Http404
    page, _ = _page(request)
    detail = {"list": "timetable", "rows": len(page.lines)}
    record_event(
        Action.EXPORT_LIST,
        school=request.school,
        by=request.access,
        pupil_ids=page.pupil_ids,
        detail=detail,
    )
    return table_file(
        request, "Timetable", HEADINGS, rows_of(page), f"timetable-{page.week.monday:%Y-%m-%d}"
    )


def _page(request: HttpRequest) -> tuple[TimetablePage, bool]:
    said = TimetableForm(request.GET).said(request.access.today)
    monday = said.pop("monday")
    return timetable_page(request.access, monday, **said), said["is_wall"]


def _paper(request: HttpRequest, page: TimetablePage, *, is_wall: bool) -> HttpResponse:
    _record(request, page, Action.PRINT)
    today = request.access.today
    context = {"page": page, "school": request.school, "today": today, "is_wall": is_wall}
    sizes = [
        render_to_string("staff/print/timetable.html", context | {"size": size})
        for size in ("large", "usual", "small")
    ]
    try:
        pdf = fit_pdf(sizes, most=1).pdf
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect(f"{reverse(PAGE, args=[request.school.slug])}?{_query(page)}")
    return as_download(pdf, f"timetable-{page.week.monday:%Y-%m-%d}.pdf")


def _query(page: TimetablePage, *, is_dated: bool = False) -> str:
    """The same timetable again; of its dates, where the plan alone was asked for."""
    said = {"by": page.by, "week": page.week.monday.isoformat()}
    more = {"day": page.day.isoformat()} if page.is_day else {"who": page.chosen}
    plain = {"plain": "on"} if page.week.is_plain and not is_dated else {}
    return urlencode(said | more | plain)


def _tabs(request: HttpRequest, page: TimetablePage) -> list[Tab]:
    url = reverse(PAGE, args=[request.school.slug])
    asked = {"week": page.week.monday.isoformat()}
    if page.week.is_plain:
        asked["plain"] = "on"
    return [
        Tab(by.label, f"{url}?{urlencode({'by': by} | asked)}", is_current=by == page.by)
        for by in TimetableBy
    ]


def _record(request: HttpRequest, page: TimetablePage, action: Action) -> None:
    record_event(action, school=request.school, by=request.access, pupil_ids=page.pupil_ids)
