"""Three meetings with the parents of a child on SEN support each year: pure, no Django.

SEND Code of Practice 2015, 6.65: "Schools should meet parents at least three times each year."
We count one in each term, so that they are spaced (house reading). A meeting that was offered and
declined counts: the duty is the school's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from aylsham.dates import DAY, academic_year

CITATION = "SEND Code of Practice 2015, 6.65 and 6.69 to 6.71"
CODE, VERSION = "support.parent_meeting", "1"
#: A term of which less than this is left when a child's clock starts is not counted.
LEAST_DAYS = 28
TERM_NAMES = ("Autumn", "Spring", "Summer")
#: Where a school has given no term dates: (month, day) of the first and last day of each term.
USUAL = (((9, 1), (12, 20)), ((1, 1), (3, 31)), ((4, 1), (7, 20)))


@dataclass(frozen=True)
class Window:
    """A term in which the parents are to be met: the last day is the limit."""

    name: str
    starts_on: date
    ends_on: date

    def holds(self, day: date) -> bool:
        """Whether a meeting on that day counts for this term, the holiday before it included."""
        return self.starts_on <= day <= self.ends_on


def windows(
    clock_starts: date, terms: Iterable[tuple[date, date]], *, years: int = 2
) -> list[Window]:
    """The terms in which a child's parents are to be met, from a day on, in order."""
    known = sorted(terms)
    first = academic_year(clock_starts)
    found = [window for year in range(first, first + years) for window in _terms_of(year, known)]
    return [w for w in found if w.ends_on >= clock_starts + LEAST_DAYS * DAY]


def next_window(
    clock_starts: date, terms: Iterable[tuple[date, date]], met: Sequence[date]
) -> Window | None:
    """The first term without a meeting after the last one that had one."""
    last = max(met, default=clock_starts)
    span = max(academic_year(last) - academic_year(clock_starts), 0) + 2
    coming = windows(clock_starts, terms, years=span)
    done = [n for n, window in enumerate(coming) if any(window.holds(day) for day in met)]
    after = done[-1] + 1 if done else 0
    return coming[after] if after < len(coming) else None


def _terms_of(year: int, known: Sequence[tuple[date, date]]) -> Iterator[Window]:
    own = [term for term in known if academic_year(term[0]) == year]
    if len(own) != len(TERM_NAMES):
        own = [(date(year + (a[0] < 9), *a), date(year + (b[0] < 9), *b)) for a, b in USUAL]
    begins = date(year, 9, 1)
    for name, (_, ends_on) in zip(TERM_NAMES, own, strict=True):
        yield Window(f"{name} term {ends_on.year}", begins, ends_on)
        begins = ends_on + DAY
