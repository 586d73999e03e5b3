"""Passports for tests, written by calling the services."""

import datetime as dt
import re

from aylsham.identifiers import uuid7
from pupils.rules.lines import LineKey, line_key
from pupils.selectors.passports.lines import PARTS
from pupils.services.passports.checking import publish_passport, send_for_checking
from pupils.services.passports.reading import confirm_passport_read
from pupils.services.passports.writing import Outcome, write_line
from tests.pages import client_of

TODAY = dt.date(2026, 11, 23)
DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)


def line(name: str) -> LineKey:
    """The line of that name."""
    found = line_key(name, PARTS)
    assert found is not None, name
    return found


def write(pupil, name: str, text: str, *, by, revision: int = 0, sitting=None, on=TODAY) -> Outcome:
    """Save a line, from an empty one and a page of its own unless said otherwise."""
    return write_line(
        pupil=pupil,
        line=line(name),
        text=text,
        revision=revision,
        sitting=sitting or uuid7(),
        on=on,
        by=by,
    )


def published(pupil, *, by, on=TODAY, text: str = "I know a lot about trains."):
    """A published passport with one line."""
    write(pupil, "admire", text, by=by, on=on)
    send_for_checking(pupil=pupil, on=on, by=by)
    return publish_passport(pupil=pupil, on=on, by=by)


def shown_to(user, pupil) -> str:
    """What the page with the button carries, as that person opens it now."""
    page = client_of(user).get(f"/{pupil.school.slug}/children/{pupil.pk}/passport/")
    return re.search(r'name="shown" value="([^"]+)"', page.content.decode())[1]


def read_now(pupil, *, by) -> None:
    """The person opens the passport and presses the button at once."""
    confirm_passport_read(pupil=pupil, shown=shown_to(by, pupil), by=by)
