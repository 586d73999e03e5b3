"""A meeting as an entry of anybody's calendar (RFC 5545): no child stands in it."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpResponse

from aylsham.models import School
from pupils.models import Meeting

LONDON = ZoneInfo("Europe/London")


def calendar_file(meeting: Meeting, school: School, *, title: str, path: str) -> HttpResponse:
    """The file: what, when and where, and the page behind it."""
    from icalendar import Calendar, Event  # a tenth of a second that no other page needs

    starts = dt.datetime.combine(meeting.on, meeting.starts_at, LONDON)
    event = Event()
    host = settings.PUBLIC_URL.partition("://")[2]
    event.add("uid", f"meeting-{meeting.pk}@{host}")
    event.add("dtstamp", starts.astimezone(dt.UTC))
    event.add("dtstart", starts.astimezone(dt.UTC))
    event.add("dtend", (starts + dt.timedelta(minutes=meeting.length)).astimezone(dt.UTC))
    event.add("summary", f"{title}, {school.name}")
    event.add("location", meeting.place or school.name)
    event.add("description", settings.PUBLIC_URL + path)
    calendar = Calendar()
    calendar.add("prodid", "-//Aylsham//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="meeting-{meeting.on:%Y-%m-%d}.ics"'
    return response
