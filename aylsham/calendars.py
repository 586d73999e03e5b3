"""A school's rows of terms and closed days as the plain calendar that rules count with."""

from django.db.models import Value

from aylsham.models import Closure, School, Term
from aylsham.school_calendar import Period, SchoolCalendar


def calendar_of(school: School) -> SchoolCalendar:
    """The calendar of a school; one statement."""
    terms, closed = (
        model._default_manager.filter(school=school)
        .order_by()
        .values_list(Value(n), "starts_on", "ends_on")
        for n, model in enumerate((Term, Closure))
    )
    rows: tuple[list[Period], list[Period]] = ([], [])
    for which, first, last in terms.union(closed, all=True).order_by():
        rows[which].append((first, last))
    return SchoolCalendar(
        terms=tuple(sorted(rows[0])),
        closed=tuple(sorted(rows[1])),
        name=school.name,
        open_in_holidays=school.is_open_in_holidays,
    )
