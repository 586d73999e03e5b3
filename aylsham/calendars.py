"""A school's rows of terms and closed days as the plain calendar that rules count with."""

import datetime as dt
from collections.abc import Collection, Iterable
from uuid import UUID

from aylsham.models import Closure, School, Term
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import Reads, read


def calendar_of(school: School) -> SchoolCalendar:
    """The calendar of a school; one statement."""
    return read(calendar_read(school))


def calendar_read(school: School) -> Reads[SchoolCalendar]:
    """The same beside other reads of a page."""
    calendars = yield from calendars_read([school])
    return calendars[school.pk]


def calendars_read(schools: Collection[School]) -> Reads[dict[UUID, SchoolCalendar]]:
    """The calendars of several schools, whatever their number in one statement."""
    terms, closed = yield [
        rows.objects.filter(school__in=schools).values_list("school", "starts_on", "ends_on")
        for rows in (Term, Closure)
    ]
    return {
        school.pk: SchoolCalendar(
            terms=_days(terms, school),
            closed=_days(closed, school),
            name=school.name,
            open_in_holidays=school.is_open_in_holidays,
        )
        for school in schools
    }


def _days(rows: Iterable[tuple], school: School) -> tuple[tuple[dt.date, dt.date], ...]:
    return tuple(sorted((first, last) for at, first, last in rows if at == school.pk))
