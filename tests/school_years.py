"""Term dates for tests."""

import datetime as dt

from aylsham.codes import ClosureKind, TermName
from aylsham.models import Closure, School, Term


def school_year(school: School, year: int = 2026) -> None:
    """The terms and half-terms of a Norfolk-like academic year, 2025 to 2027."""
    terms, half_terms = YEARS[year]
    for name, (first, last) in zip(TermName, terms, strict=True):
        Term.objects.create(
            school=school,
            academic_year=year,
            name=name,
            starts_on=dt.date.fromisoformat(first),
            ends_on=dt.date.fromisoformat(last),
        )
    for first, last in half_terms:
        Closure.objects.create(
            school=school,
            kind=ClosureKind.HALF_TERM,
            starts_on=dt.date.fromisoformat(first),
            ends_on=dt.date.fromisoformat(last),
        )


YEARS = {
    2025: (
        (("2025-09-03", "2025-12-19"), ("2026-01-06", "2026-03-27"), ("2026-04-15", "2026-07-17")),
        (("2025-10-25", "2025-11-03"), ("2026-02-14", "2026-02-22"), ("2026-05-23", "2026-05-31")),
    ),
    2026: (
        (("2026-09-03", "2026-12-18"), ("2027-01-05", "2027-03-25"), ("2027-04-12", "2027-07-21")),
        (("2026-10-24", "2026-11-01"), ("2027-02-13", "2027-02-21"), ("2027-05-29", "2027-06-06")),
    ),
    2027: (
        (("2027-09-02", "2027-12-17"), ("2028-01-05", "2028-04-07"), ("2028-04-24", "2028-07-20")),
        (("2027-10-23", "2027-10-31"), ("2028-02-12", "2028-02-20"), ("2028-05-27", "2028-06-04")),
    ),
}
