"""A school's rows of terms and closed days as the plain calendar that rules count with."""

from aylsham.models import Closure, School, Term
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import Reads, read


def calendar_of(school: School) -> SchoolCalendar:
    """The calendar of a school; one statement."""
    return read(calendar_read(school))


def calendar_read(school: School) -> Reads[SchoolCalendar]:
    """The same beside other reads of a page."""
    terms, closed = yield [
        Term.objects.filter(school=school).values_list("starts_on", "ends_on"),
        Closure.objects.filter(school=school).values_list("starts_on", "ends_on"),
    ]
    return SchoolCalendar(
        terms=tuple(sorted(terms)),
        closed=tuple(sorted(closed)),
        name=school.name,
        open_in_holidays=school.is_open_in_holidays,
    )
