"""Clocks of healthcare plans, suspensions and part-time timetables."""

from datetime import date

from aylsham.dates import months_beginning_with
from aylsham.school_calendar import CalendarTooShort, SchoolCalendar
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    day,
    last_day,
    school_calendar,
)

BOOK = RuleBook(subject=Subject.RECORDS)

#: School days of a suspension for which the school sets work; then others teach the child.
FIVE_DAYS = 5


@BOOK.rule(
    "pupil.healthcare_plan",
    title="Individual healthcare plan",
    citation="Children and Families Act 2014 s.100; Supporting pupils at school with medical "
    "conditions (2015)",
    effective_from=date(2014, 9, 1),
    dated_by="agreed_on",
    confidence=Confidence.GUIDANCE,
    facts=(day("agreed_on", "Day the plan was agreed"),),
    outputs=(
        last_day(
            "review_by",
            "Look at the healthcare plan again",
            "the year that began with the day it was agreed",
            owed_by=Owner.SCHOOL,
        ),
    ),
    note="Earlier if there is evidence that the child's needs have changed.",
)
def healthcare_plan(*, agreed_on: date) -> Values:
    """At least every year."""
    return {"review_by": months_beginning_with(agreed_on, 12)}


@BOOK.rule(
    "pupil.suspension",
    title="Suspension",
    citation="Education and Inspections Act 2006 s.100; School Discipline (Pupil Exclusions and "
    "Reviews) Regulations 2012",
    effective_from=date(2012, 9, 1),
    dated_by="starts_on",
    confidence=Confidence.UNVERIFIED,
    facts=(day("starts_on", "First day of the suspension"), school_calendar()),
    outputs=(
        last_day(
            "tell_by",
            "Tell the parents, the council, and a social worker and virtual school if there are",
            "without delay",
            owed_by=Owner.SCHOOL,
        ),
        last_day(
            "teach_by",
            "Full-time education begins elsewhere",
            "the sixth school day of the suspension",
            owed_by=Owner.SCHOOL,
        ),
    ),
    note="The second day matters only for a suspension of more than five school days, or for a "
    "permanent exclusion, where the council owes it.",
)
def suspension(*, starts_on: date, calendar: SchoolCalendar) -> Values:
    """Who is told at once, and when somebody must teach the child."""
    return {"tell_by": starts_on, "teach_by": _sixth_school_day(starts_on, calendar)}


def _sixth_school_day(starts_on: date, calendar: SchoolCalendar) -> date | None:
    """None as long as the school has not given the dates of that term."""
    try:
        is_school_day = calendar.is_school_day(starts_on)
        first = starts_on if is_school_day else calendar.school_days_after(starts_on, 1)
        return calendar.school_days_after(first, FIVE_DAYS)
    except CalendarTooShort:
        return None
