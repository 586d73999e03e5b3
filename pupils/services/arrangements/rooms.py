"""The sheets of test week on paper: one A4 side for each room, safe for supply staff."""

import datetime as dt

from django.template.loader import render_to_string

from aylsham.changes import TransitionNotAllowed
from aylsham.documents.fitting import Fitted, fit_pdf
from aylsham.models import School
from pupils.selectors.rooms import RoomLine, WeekOfTests

#: Point sizes from roomy to tight.
SIZES = ("12", "10", "9")


def print_rooms(week: WeekOfTests, school: School, test_words: str, *, today: dt.date) -> bytes:
    """A PDF with one side for each room that has a child; the roomiest size at which all fit."""
    rooms = [line for line in week.rooms if line.children]
    if not rooms:
        raise TransitionNotAllowed("No child has a room yet. Choose the rooms first.")
    long: list[str] = []
    for size in SIZES:
        fitted = fit_pdf([_html(rooms, week, school, test_words, today, size)])
        long = _too_long(rooms, fitted)
        if not long:
            return fitted.pdf
    raise TransitionNotAllowed(
        f"Too much for one side: {', '.join(long)}. Shorten the words for the room, or use two rooms."
    )


def _too_long(rooms: list[RoomLine], fitted: Fitted) -> list[str]:
    starts = [fitted.starts[f"room{number}"] for number in range(1, len(rooms) + 1)]
    ends = [*starts[1:], fitted.pages]
    return [
        line.room.name
        for line, start, end in zip(rooms, starts, ends, strict=True)
        if end - start > 1
    ]


def _html(rooms, week, school, test_words, today, size) -> str:
    sheets = [
        (line.room, [(child, week.alerts.get(child.pupil_id, ())) for child in line.children])
        for line in rooms
    ]
    context = {
        "sheets": sheets, "school": school, "test_words": test_words, "today": today, "size": size
    }  # fmt: skip
    return render_to_string("pupils/tests/print_rooms.html", context)
