"""A timetable as rows of a workbook."""

from staff.planning.clocks import time_of
from staff.selectors.timetables import TimetablePage

HEADINGS = (
    "Day",
    "From",
    "Until",
    "Minutes",
    "Adult",
    "What",
    "Children",
    "Others",
    "Room",
    "Changed",
)


def rows_of(page: TimetablePage) -> list[list]:
    """A row for each session; the selector has cut what the asker may not read."""
    return [
        [
            line.session.on,
            time_of(line.starts),
            time_of(line.ends),
            line.session.planned.minutes,
            line.session.adult,
            line.name,
            "; ".join(pupil.full_name for pupil in line.session.pupils),
            line.session.others,
            line.session.room,
            line.change,
        ]
        for line in page.lines
    ]
