"""The days of each year's tests: as the school entered them, else as they were published."""

import datetime as dt
from dataclasses import dataclass

from aylsham.models import School
from aylsham.timescales.rules import Confidence
from pupils.arrangement_codes import TEST_YEARS, DayKind, NationalTest
from pupils.models import NationalTestDate
from pupils.rules.arrangements import KNOWN_DATES, known_dates

#: (academic year, test, kind of day)
DayKey = tuple[int, str, str]


@dataclass(frozen=True)
class DayOfTests:
    """A day of one year's tests, with where it stands and how sure that is."""

    on: dt.date
    source: str
    confidence: Confidence


@dataclass(frozen=True)
class DateLine:
    """A row of the page of dates; None where the day is not known."""

    test: str
    kind: str
    day: DayOfTests | None
    row: NationalTestDate | None

    @property
    def test_words(self) -> str:
        """The test's name."""
        return NationalTest(self.test).label

    @property
    def kind_words(self) -> str:
        """What day it is."""
        return DayKind(self.kind).label


def taught(school: School) -> list[str]:
    """The tests that children of the school's year groups sit, the oldest children first."""
    found = [t for t, years in TEST_YEARS.items() if any(y in school.year_groups for y in years)]
    return found[::-1]


def days_of_tests(school: School) -> dict[DayKey, DayOfTests]:
    """Every known day; one statement."""
    days = {
        (each.year, each.test, each.kind): DayOfTests(each.on, each.source, each.confidence)
        for each in KNOWN_DATES
    }
    for row in NationalTestDate.objects.filter(school=school):
        days[row.academic_year, row.test, row.kind] = _day(row)
    return days


def date_lines(school: School, year: int, tests: list[str]) -> list[DateLine]:
    """Every day that matters to these tests in a year, known or not; one statement."""
    own = {
        (row.test, row.kind): row
        for row in NationalTestDate.objects.filter(school=school, academic_year=year)
    }
    published = known_dates(year)
    lines = []
    for test in tests:
        for kind in DayKind:
            if kind in (DayKind.APPLY, DayKind.NOTIFY) and test != NationalTest.KS2:
                continue
            if kind == DayKind.ORDER and test == NationalTest.TABLES:
                continue
            row, known = own.get((test, kind)), published.get((test, kind))
            day = _day(row) if row else None
            if day is None and known:
                day = DayOfTests(known.on, known.source, known.confidence)
            lines.append(DateLine(test, kind, day, row))
    return lines


def _day(row: NationalTestDate) -> DayOfTests:
    return DayOfTests(row.on, row.source, Confidence(row.confidence))
