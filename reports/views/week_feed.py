"""An adult's sessions as a calendar program reads them: no child, no need, no name of a session."""

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from aylsham import clock
from aylsham.access.decorators import public_view
from aylsham.access.permissions import Permission
from reports.selectors.feed import feed_access, feed_of
from reports.views.feed import as_calendar
from staff.selectors.coming_sessions import ComingSession, coming_sessions

if TYPE_CHECKING:
    from icalendar import Event

TITLE, CHANGED = "Session", "Session, changed"


@require_safe
@public_view
def week_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """One's sessions of the coming weeks; an unknown, ended or orphaned address is not there."""
    feed = feed_of(secret)
    if feed is None:
        raise Http404
    access = feed_access(feed, today=clock.today(), needs=Permission.OPEN_TODAY)
    if not access.schools:
        raise Http404
    return as_calendar("My sessions", map(_event, coming_sessions(access)))


def _event(session: ComingSession) -> "Event":
    from icalendar import Event

    event = Event()
    # The same time of the same adult stays the same entry when the week is planned anew.
    host = settings.PUBLIC_URL.partition("://")[2]
    event.add("uid", f"{session.member_id}-{session.starts_at:%Y%m%dT%H%M}@{host}")
    event.add("dtstamp", session.told_at.astimezone(dt.UTC).replace(microsecond=0))
    event.add("dtstart", session.starts_at.astimezone(dt.UTC))
    event.add("dtend", session.ends_at.astimezone(dt.UTC))
    event.add("summary", CHANGED if session.is_changed else TITLE)
    if session.room:
        event.add("location", session.room)
    return event
