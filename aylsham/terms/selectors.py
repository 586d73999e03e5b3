"""A school's calendar as its page shows it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.calendars import calendar_of
from aylsham.dates import DAY, academic_year
from aylsham.models import Closure, School, Term
from aylsham.terms.reading import CalendarFound, ClosureFound, TermFound, overlaps


@dataclass(frozen=True)
class Year:
    """One academic year of a school."""

    year: int
    terms: tuple[Term, ...]
    closures: tuple[Closure, ...]
    school_days: int
    is_this: bool

    @property
    def words(self) -> str:
        """`2026/27`."""
        return f"{self.year}/{(self.year + 1) % 100:02}"


@dataclass(frozen=True)
class PreviewTerm:
    """A term that was read, beside what the calendar has."""

    found: TermFound
    before: Term | None

    @property
    def is_same(self) -> bool:
        """Whether nothing would change."""
        before = self.before
        return before is not None and (before.starts_on, before.ends_on) == (
            self.found.starts_on,
            self.found.ends_on,
        )


@dataclass(frozen=True)
class Preview:
    """What taking a list over would do."""

    found: CalendarFound
    terms: tuple[PreviewTerm, ...]
    new_closures: tuple[ClosureFound, ...]
    same_closures: int
    overlaps: tuple[str, ...]

    @property
    def changes(self) -> int:
        """How many rows would be written."""
        return sum(not term.is_same for term in self.terms) + len(self.new_closures)

    @property
    def may_go_on(self) -> bool:
        """Whether there is something to write and nothing in its way."""
        return bool(self.changes) and not self.overlaps


def years_of(school: School, today: dt.date) -> list[Year]:
    """The academic years that the calendar knows, the newest last; four statements."""
    calendar = calendar_of(school)
    terms = list(Term.objects.filter(school=school).order_by("starts_on"))
    closures = list(Closure.objects.filter(school=school).order_by("starts_on"))
    years = sorted(
        {term.academic_year for term in terms} | {academic_year(row.starts_on) for row in closures}
    )
    return [
        Year(
            year=year,
            terms=tuple(term for term in terms if term.academic_year == year),
            closures=tuple(row for row in closures if academic_year(row.starts_on) == year),
            school_days=sum(
                calendar.is_school_day(dt.date(year, 9, 1) + n * DAY) for n in range(365)
            ),
            is_this=year == academic_year(today),
        )
        for year in years
    ]


def find_term(school: School, pk: UUID) -> Term | None:
    """A term of the school."""
    return Term.objects.filter(school=school, pk=pk).select_related("school").first()


def find_closure(school: School, pk: UUID) -> Closure | None:
    """Closed days of the school."""
    return Closure.objects.filter(school=school, pk=pk).select_related("school").first()


def preview_of(school: School, found: CalendarFound) -> Preview:
    """What the list says, against what the calendar has; two statements."""
    stored = {(t.academic_year, t.name): t for t in Term.objects.filter(school=school)}
    known = set(Closure.objects.filter(school=school).values_list("starts_on", "ends_on"))
    new = tuple(each for each in found.closures if (each.starts_on, each.ends_on) not in known)
    return Preview(
        found=found,
        terms=tuple(PreviewTerm(t, stored.get((t.academic_year, t.name))) for t in found.terms),
        new_closures=new,
        same_closures=len(found.closures) - len(new),
        overlaps=tuple(overlaps(found.terms)),
    )
