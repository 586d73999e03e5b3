"""A school's rows of terms and closed days as the plain calendar that rules count with."""

from aylsham.models import Closure, School, Term
from aylsham.school_calendar import SchoolCalendar


def calendar_of(school: School) -> SchoolCalendar:
    """The calendar of a school; two statements."""
    terms = Term.objects.filter(school=school).values_list("starts_on", "ends_on")
    closed = Closure.objects.filter(school=school).values_list("starts_on", "ends_on")
    return SchoolCalendar(
        terms=tuple(sorted(terms)),
        closed=tuple(sorted(closed)),
        name=school.name,
        open_in_holidays=school.is_open_in_holidays,
    )
