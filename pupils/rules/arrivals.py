"""A child joins: when the previous setting's record is asked for, expected and chased.

The previous school sends it within 15 school days (Education (Pupil Information) (England)
Regulations 2005, reg 9 and 10); what has not come then is chased every ten school days.
"""

import datetime as dt

from aylsham.dates import working_days_after
from aylsham.school_calendar import CalendarTooShort, SchoolCalendar

CODE, VERSION = "records.previous_setting", "1"
CITATION = "Pupil Information Regs 2005, regs 9 and 10"
EXPECTED_WITHIN, CHASED_EVERY = 15, 10
#: Until this day of September whole year groups join, whose records come with the intake.
INTAKE_ENDS = 14


def joins_in_year(starts_on: dt.date) -> bool:
    """Whether a child joins alone, not with the September intake."""
    is_intake = starts_on.month == 8 or (starts_on.month == 9 and starts_on.day <= INTAKE_ENDS)
    return not is_intake


def next_step_by(asked_on: dt.date, chased_on: dt.date | None, calendar: SchoolCalendar) -> dt.date:
    """The day by which the record is here, or is asked for again."""
    if chased_on:
        return school_days_after(chased_on, CHASED_EVERY, calendar)
    return school_days_after(asked_on, EXPECTED_WITHIN, calendar)


def school_days_after(day: dt.date, count: int, calendar: SchoolCalendar) -> dt.date:
    """So many school days later; working days where no term dates are known: never later."""
    try:
        return calendar.school_days_after(day, count)
    except CalendarTooShort:
        return working_days_after(day, count)
