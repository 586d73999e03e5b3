"""What provision costs in a financial year: of one that runs over 31 March, its part of the year."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School
from provision.models import Provision
from provision.rules.elements import financial_days
from provision.rules.funding import in_days, until_day
from provision.rules.spending import Spent, since
from provision.selectors.ledgers import Part
from provision.selectors.rates import RateBook, cost_of_provision
from provision.selectors.shares import Amount, Share, seen_places, shares
from provision.selectors.spending import spending
from pupils.models.roll import tell_apart

type Lines = tuple[tuple[Share, Amount], ...]
ONE_DAY = dt.timedelta(days=1)


def lines_of_year(
    access: Access,
    schools: Sequence[School],
    provisions: list[Provision],
    books: Mapping[UUID, RateBook],
    year: int,
) -> dict[UUID, Lines]:
    """By school, each child's part of each provision in the year: planned, and what became of it."""
    first, last = financial_days(year)
    places, seen = seen_places(access, schools, provisions)
    until = min(access.today, last)
    spent = spending(schools, provisions, places, books, until).parts
    older = [row for row in provisions if row.starts_on < first]
    if older:
        before = spending(schools, older, places, books, first - ONE_DAY).parts
        spent = _less(spent, before)
    found: dict[UUID, Lines] = {}
    for school in schools:
        mine = [row for row in provisions if row.school_id == school.pk]
        whole = shares(mine, places, books[school.pk], seen, spent)
        found[school.pk] = tuple(_in_year(whole, first, last))
    tell_apart(s.pupil for each in found.values() for s, _ in each if s.pupil)
    return found


def cost_in_year(row: Provision, book: RateBook, year: int) -> int:
    """Pence of a provision as a whole that fall on the year; nothing without a rate."""
    first, last = financial_days(year)
    total = cost_of_provision(row, book) or 0
    return _until(row, total, last) - _until(row, total, first - ONE_DAY)


def cost_after(row: Provision, book: RateBook, last: dt.date) -> int:
    """Pence of it that fall after a day."""
    total = cost_of_provision(row, book) or 0
    return total - _until(row, total, last)


def _until(row: Provision, total: int, day: dt.date) -> int:
    return until_day(total, row.starts_on, row.ends_on, day)


def _less(now: Mapping[Part, Spent], before: Mapping[Part, Spent]) -> dict[Part, Spent]:
    return {key: since(each, before[key]) if key in before else each for key, each in now.items()}


def _in_year(
    whole: Iterable[tuple[Share, Amount]], first: dt.date, last: dt.date
) -> Iterator[tuple[Share, Amount]]:
    """The shares of each provision cut to the year."""
    by_row: dict[Provision, list[tuple[Share, Amount]]] = defaultdict(list)
    for share, amount in whole:
        by_row[share.provision].append((share, amount))
    for row, each in by_row.items():
        planned = in_days([a.planned for _, a in each], row.starts_on, row.ends_on, first, last)
        for (share, amount), pence in zip(each, planned, strict=True):
            yield share, replace(amount, planned=pence)
