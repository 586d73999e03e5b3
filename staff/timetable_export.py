"""A timetable as rows of a workbook."""

from staff.selectors.timetables import TimetablePage

HEADINGS = ("Day", "From", "Until", "Minutes", "Adult", "What", "Children", "Others", "Room")


def rows_of(page: TimetablePage) -> list[list]:
    """A row for each session; the selector has cut what the asker may not read."""
    return [
        [
            line.session.on,
            line.session.planned.starts_at,
            line.session.planned.ends_at,
            line.session.planned.minutes,
            line.session.adult,
            line.name,
            "; ".join(pupil.full_name for pupil in line.session.pupils),
            line.session.others,
            line.session.room,
        ]
        for line in page.lines
    ]
