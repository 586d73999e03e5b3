"""From when to when a row of a provision map runs."""

import datetime as dt

from aylsham.calendars import calendar_of
from aylsham.clock import academic_year
from aylsham.models import School, Term
from provision.rules.weeks import last_day
from provision.selectors.provisions import school_year
from pupils.importing.provision_map import Period


class MapDays:
    """The terms and the calendar of a school, looked up once for all rows."""

    def __init__(self, school: School, today: dt.date) -> None:
        self.today = today
        self.calendar = calendar_of(school)
        self.terms = list(Term.objects.filter(school=school))

    def of(self, period: Period | None, weeks: int) -> tuple[dt.date, dt.date]:
        """From the first day of its term or year for so many taught weeks, to its end at most."""
        first, ends = self._whole(period or Period(academic_year(self.today)))
        return first, min(last_day(first, weeks, self.calendar), ends)

    def _whole(self, period: Period) -> tuple[dt.date, dt.date]:
        """First and last day of the school's own term or year, as far as it says them."""
        terms = [t for t in self.terms if t.academic_year == period.year]
        named = [t for t in terms if t.name == period.name] if period.name else terms
        if named:
            return min(t.starts_on for t in named), max(t.ends_on for t in named)
        return _usual_days(period)


def _usual_days(period: Period) -> tuple[dt.date, dt.date]:
    """About when a term begins and ends, where the school has not said."""
    first, last = school_year(period.year)
    if not period.name:
        return first, last
    return {
        "autumn": (first, dt.date(period.year, 12, 31)),
        "spring": (dt.date(period.year + 1, 1, 1), dt.date(period.year + 1, 3, 31)),
        "summer": (dt.date(period.year + 1, 4, 1), last),
    }[period.name]
