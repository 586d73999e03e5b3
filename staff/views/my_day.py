"""My day on a phone, and its calendar address without names."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.reminders.services import make_feed
from provision.views.sessions import how_to_log
from staff.selectors.my_day import my_day


@school_view(Permission.OPEN_TODAY)
def day(request: HttpRequest) -> HttpResponse:
    """What is now and next, and the whole day in order with what to know."""
    page = my_day(request.access)
    record_event(
        Action.VIEW_SESSIONS, school=request.school, by=request.access, pupil_ids=page.pupil_ids
    )
    return render(request, "staff/day_of/mine.html", {"page": page, **how_to_log(request)})


@school_view(Permission.OPEN_TODAY)
def calendar_address(request: HttpRequest) -> HttpResponse:
    """A secret address under which a calendar program reads one's sessions; shown this once."""
    address = ""
    if request.method == "POST":
        by, school = request.access.user, request.school
        _, secret = make_feed(by=by, federation=school.federation, school=school)
        address = settings.PUBLIC_URL + reverse("week_feed", args=[secret])
    return render(request, "staff/day_of/calendar.html", {"address": address})
