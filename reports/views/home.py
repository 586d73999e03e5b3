"""The front page: one for each job."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.current import Access
from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.frame import Frame
from aylsham.models import School
from lac.selectors.year_reports import published_lines
from provision.selectors.given_today import given_today
from reports.front_pages import FrontPage, front_page_of
from reports.governor.addresses import report_url
from reports.governor.headlines import headlines
from reports.selectors.due_rows import count_due
from reports.selectors.leadership import compliance
from reports.selectors.my_class import MyClass, my_class
from reports.selectors.paperwork import paperwork
from reports.selectors.phase_strip import phase_strip
from reports.selectors.published import newest_report, report_lines
from reports.selectors.schools import school_lines
from reports.selectors.subjects import led_by
from reports.services.governor.recording import record_report
from reports.views.compared import compared_page
from reports.views.due import due_page, record_seen
from reports.views.phase import phase_home
from staff.selectors.class_today import changes_today
from staff.selectors.my_day import my_day

#: Reports on a head's front page.
NEWEST = 6


@school_view(Permission.OPEN_TODAY)
def school_home(request: HttpRequest) -> HttpResponse:
    """Today at one school."""
    return _front_page(request)


@federation_view(Permission.OPEN_TODAY)
def federation_home(request: HttpRequest) -> HttpResponse:
    """Today at all schools."""
    return _front_page(request)


def _front_page(request: HttpRequest) -> HttpResponse:
    access = request.access
    return _PAGES[front_page_of(access.roles, over_schools=access.school is None)](request)


def _paperwork(request: HttpRequest) -> HttpResponse:
    page = paperwork(request.access)
    record_seen(request, list(page.items))
    context = {"page": page, "strip": phase_strip(request.access, count_due(request.access))}
    return render(request, "reports/paperwork.html", context)


def _leadership(request: HttpRequest) -> HttpResponse:
    page = compliance(request.access)
    record_seen(request, [])
    context = {
        "page": page,
        "strip": phase_strip(request.access, page.due) if page.due else None,
        "may_prepare": True,
        "lines": report_lines(request.access)[:NEWEST],
    }
    return render(request, "reports/leadership.html", context)


def _compared(request: HttpRequest) -> HttpResponse:
    """Only schools at which the person leads; their other jobs have pages of their own."""
    access = request.access
    access.schools = access.schools_with(Permission.COMPARE_SCHOOLS)
    return compared_page(request)


def _governor(request: HttpRequest) -> HttpResponse:
    lines = report_lines(request.access)
    newest = newest_report(request.access)
    context: dict[str, object] = {}
    if newest:
        record_report(Action.VIEW_REPORT, newest, by=request.access, part="short")
        context = {
            "headlines": headlines(newest.report),
            "report_url": report_url(newest, "report"),
        }
    context |= {"lines": lines, "newest": newest, "year_reports": published_lines(request.access)}
    return render(request, "reports/governor_home.html", context)


@school_view(Permission.VIEW_NEEDS)
def own_class(request: HttpRequest) -> HttpResponse:
    """The classes that a phase leader teaches; everybody else has them on their front page."""
    access = request.access
    if front_page_of(access.roles) is not FrontPage.PHASE:
        return redirect("school_home", request.school.slug)
    request.access = _as_teacher(access, request.school)
    return _my_class(request)


def _as_teacher(access: Access, school: School) -> Access:
    """The same person with no more than a class teacher has: a part of what a phase leader has."""
    at = access.by_school[school.pk]
    post = replace(at.posts[0], role=Role.CLASS_TEACHER, year_groups=())
    return replace(access, by_school={school.pk: replace(at, posts=(post,))})


def _phase(request: HttpRequest) -> HttpResponse:
    """A page of one school; over several, the children of all."""
    return phase_home(request) if request.access.school else _my_class(request)


def _my_class(request: HttpRequest) -> HttpResponse:
    access = request.access
    page = my_class(access)
    changed = changes_today(access) if access.school else []
    _record_class(request, page, {pk for adult in changed for pk in adult.pupil_ids})
    context = {
        "page": page,
        "given": given_today(access),
        "changed_today": changed,
        "my_subjects": led_by(access),
    }
    return render(request, "reports/my_class.html", context)


def _my_children(request: HttpRequest) -> HttpResponse:
    access = request.access
    page = my_class(access, everyone=True)
    day = my_day(access, has_essentials=False) if access.school else None
    _record_class(request, page, set(day.pupil_ids) if day else set())
    context = {"page": page, "day": day, "given": [] if day else given_today(access)}
    return render(request, "reports/my_children.html", context)


def _schools(request: HttpRequest) -> HttpResponse:
    lines = school_lines(request.access)
    return render(request, "reports/schools.html", {"lines": lines})


def _start(request: HttpRequest) -> HttpResponse:
    frame = Frame(request)
    links = [link for link in [*frame.main, *frame.tools, *frame.menu] if link.key != "today"]
    return render(request, "reports/start.html", {"links": links})


def _record_class(request: HttpRequest, page: MyClass, more: set[UUID]) -> None:
    """Whom the page shows; `more` are children of the one school of the page."""
    seen = page.pupil_ids or {request.access.schools[0]: []}
    if more:
        school = request.access.schools[0]
        seen[school] = sorted({*seen.get(school, ()), *more})
    record_events(Action.VIEW_CLASS, by=request.access, pupil_ids_by_school=seen)


_PAGES: dict[FrontPage, Callable[[HttpRequest], HttpResponse]] = {
    FrontPage.DUE: due_page,
    FrontPage.PAPERWORK: _paperwork,
    FrontPage.LEADERSHIP: _leadership,
    FrontPage.COMPARED: _compared,
    FrontPage.PHASE: _phase,
    FrontPage.SCHOOLS: _schools,
    FrontPage.MY_CLASS: _my_class,
    FrontPage.MY_CHILDREN: _my_children,
    FrontPage.GOVERNOR: _governor,
    FrontPage.START: _start,
}
