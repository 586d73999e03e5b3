"""From when to when a provision of so many taught weeks runs."""

import datetime as dt

from aylsham.school_calendar import SchoolCalendar

WEEK = dt.timedelta(days=7)
#: Monday to Friday.
SCHOOL_DAYS = range(5)
FRIDAY = 4


def last_day(starts_on: dt.date, weeks: int, calendar: SchoolCalendar) -> dt.date:
    """The Friday of the last taught week; where the calendar says nothing, each week is taught."""
    monday = starts_on - dt.timedelta(days=starts_on.weekday())
    taught = 0
    while True:
        taught += is_taught(monday, calendar)
        if taught >= weeks:
            return max(starts_on, monday + dt.timedelta(days=FRIDAY))
        monday += WEEK


def is_taught(monday: dt.date, calendar: SchoolCalendar) -> bool:
    """Whether the week of a Monday has an open day."""
    days = [monday + dt.timedelta(days=n) for n in SCHOOL_DAYS]
    return any(calendar.is_open_day(day) for day in days)


def taught_weeks(first: dt.date, last: dt.date, calendar: SchoolCalendar) -> int:
    """Weeks with an open day from one day to another; at least one."""
    monday, taught = first - dt.timedelta(days=first.weekday()), 0
    while monday <= last:
        taught += is_taught(monday, calendar)
        monday += WEEK
    return max(1, taught)
