"""A school's rows of terms and closed days as the plain calendar that rules count with."""

import datetime as dt
from collections.abc import Collection, Iterable
from uuid import UUID

from aylsham.models import Closure, School, Term
from aylsham.school_calendar import SchoolCalendar
from aylsham.statements import Statement, read
from aylsham.together import Reads, Together


def calendar_of(school: School) -> SchoolCalendar:
    """The calendar of a school; one statement."""
    (terms, at), (closures, also_at) = (days.sql(school=school.pk) for days in (_TERMS, _CLOSED))
    words = (
        f"SELECT true, t.* FROM ({terms}) AS t"  # noqa: S608
        f" UNION ALL SELECT false, t.* FROM ({closures}) AS t"
    )
    rows = read(words, [*at, *also_at])
    return _calendar(
        school,
        terms=[days for is_term, *days in rows if is_term],
        closed=[days for is_term, *days in rows if not is_term],
    )


def _days_of(rows: type[Term | Closure]) -> Statement:
    return Statement(
        lambda school: rows.objects.filter(school=school).order_by().values("starts_on", "ends_on"),
        school=UUID,
    )


#: Compiled once, since every change of a child's record counts with the calendar.
_TERMS, _CLOSED = _days_of(Term), _days_of(Closure)


def calendar_read(school: School) -> Reads[SchoolCalendar]:
    """The same beside other reads of a page."""
    terms, closed = yield _DAYS.asked(school=school.pk)
    return _calendar(school, terms=terms, closed=closed)


#: Drawn up once, as the two above, for whoever reads more beside it.
_DAYS = Together(
    lambda school: [
        rows.objects.filter(school=school).order_by().values_list("starts_on", "ends_on")
        for rows in (Term, Closure)
    ],
    school=UUID,
)


def calendars_read(schools: Collection[School]) -> Reads[dict[UUID, SchoolCalendar]]:
    """The calendars of several schools, whatever their number in one statement."""
    terms, closed = yield [
        rows.objects.filter(school__in=schools).values_list("school", "starts_on", "ends_on")
        for rows in (Term, Closure)
    ]
    return {
        school.pk: _calendar(school, terms=_at(school, terms), closed=_at(school, closed))
        for school in schools
    }


def _at(school: School, rows: Iterable[tuple]) -> list[list[dt.date]]:
    return [days for at, *days in rows if at == school.pk]


def _calendar(
    school: School, *, terms: Iterable[list[dt.date]], closed: Iterable[list[dt.date]]
) -> SchoolCalendar:
    return SchoolCalendar(
        terms=tuple(sorted((first, last) for first, last in terms)),
        closed=tuple(sorted((first, last) for first, last in closed)),
        name=school.name,
        open_in_holidays=school.is_open_in_holidays,
    )
