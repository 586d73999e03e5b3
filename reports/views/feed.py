"""A person's calendar feed, read by a calendar program that cannot sign in."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from aylsham import clock
from aylsham.access.decorators import public_view
from aylsham.dates import DAY
from reports.selectors.feed import FeedEvent, feed_access, feed_events, feed_of

if TYPE_CHECKING:
    from icalendar import Event


@require_safe
@public_view
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """What is due, as iCalendar; an unknown, ended or orphaned address is not there."""
    feed = feed_of(secret)
    if feed is None:
        raise Http404
    access = feed_access(feed, today=clock.today())
    if not access.schools:
        raise Http404
    return as_calendar("What is due", map(_event, feed_events(access)))


def as_calendar(name: str, events: Iterable["Event"]) -> HttpResponse:
    """The events as a calendar program takes them; nobody finds its address by searching."""
    from icalendar import Calendar  # a tenth of a second that no other page needs

    calendar = Calendar()
    calendar.add("prodid", f"-//Aylsham//{name}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(event)
    return HttpResponse(
        calendar.to_ical(),
        content_type="text/calendar; charset=utf-8",
        headers={"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"},
    )


def _event(due: FeedEvent) -> "Event":
    from icalendar import Event

    event = Event()
    # The same things on the same day are the same entry, whatever rows they are computed into.
    host = settings.PUBLIC_URL.partition("://")[2]
    event.add("uid", f"{due.school.pk}-{due.kind}-{due.owed_by}-{due.day}@{host}")
    event.add("dtstamp", dt.datetime.combine(due.day, dt.time.min, dt.UTC))
    event.add("dtstart", due.day)
    event.add("dtend", due.day + DAY)
    event.add("transp", "TRANSPARENT")
    event.add("summary", due.title)
    page = settings.PUBLIC_URL + reverse("due", args=[due.school.slug])
    event.add(
        "description", f"Owed by: {due.who}. Last day: {due.last_day:%-d %B %Y}. Sign in: {page}"
    )
    return event
