"""A meeting as an entry of anybody's calendar (RFC 5545): no child stands in it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpResponse

from aylsham.models import School
from pupils.models import Meeting

LONDON = ZoneInfo("Europe/London")
MEDIA_TYPE = "text/calendar"


@dataclass(frozen=True)
class Entry:
    """What a calendar is told: what, when, where, and the page behind it."""

    meeting_id: UUID | str
    title: str
    on: dt.date
    starts_at: dt.time
    length: int
    place: str
    path: str
    #: A later number replaces an earlier entry of the same meeting.
    number: int = 0
    is_called_off: bool = False

    @property
    def file_name(self) -> str:
        """A name without anything about the child."""
        return f"meeting-{self.on:%Y-%m-%d}.ics"


def calendar_file(meeting: Meeting, school: School, *, title: str, path: str) -> HttpResponse:
    """The entry to download."""
    entry = Entry(
        meeting_id=meeting.pk,
        title=f"{title}, {school.name}",
        on=meeting.on,
        starts_at=meeting.starts_at,
        length=meeting.length,
        place=meeting.place or school.name,
        path=path,
    )
    response = HttpResponse(calendar_bytes(entry), content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{entry.file_name}"'
    return response


def calendar_bytes(entry: Entry) -> bytes:
    """The file; one of a meeting that is called off takes the earlier entry out."""
    from icalendar import Calendar, Event  # a tenth of a second that no other page needs

    starts = dt.datetime.combine(entry.on, entry.starts_at, LONDON)
    event = Event()
    host = settings.PUBLIC_URL.partition("://")[2]
    event.add("uid", f"meeting-{entry.meeting_id}@{host}")
    event.add("dtstamp", starts.astimezone(dt.UTC))
    event.add("dtstart", starts.astimezone(dt.UTC))
    event.add("dtend", (starts + dt.timedelta(minutes=entry.length)).astimezone(dt.UTC))
    event.add("sequence", entry.number)
    event.add("summary", entry.title)
    event.add("location", entry.place)
    if entry.path:
        event.add("description", settings.PUBLIC_URL + entry.path)
    if entry.is_called_off:
        event.add("status", "CANCELLED")
    calendar = Calendar()
    calendar.add("prodid", "-//Aylsham//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if entry.is_called_off else "PUBLISH")
    calendar.add_component(event)
    return calendar.to_ical()
