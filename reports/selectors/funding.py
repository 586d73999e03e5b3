"""The money for SEN of a financial year: each stream received, planned, given, still to come.

What was received of element 3 stands in the letters, pupil premium plus with the children in care;
what is planned comes from the costed map, what was given from the log of sessions.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from aylsham.together import read_rows
from lac.rules.premium import Balance
from lac.selectors.premium import premium_balances
from provision.models import FundingLetter, FundingSum, Provision
from provision.provision_codes import (
    EARLY_STREAMS,
    FROM_ELEMENT_3,
    FundingStream,
    ProvisionState,
)
from provision.rules.elements import against_threshold, financial_days
from provision.rules.funding import Flow, StreamSum, flowing, received_of, still_to_come
from provision.selectors.rates import RateBook, rate_books
from provision.selectors.shares import Amount, Share
from reports.models import InclusionStrategy
from reports.selectors.costs_in_year import cost_after, cost_in_year, lines_of_year
from reports.selectors.funding_lines import PLUS, CaseLine, Funding, StreamLine, SumLine

NURSERY_YEARS = frozenset({"E1", "E2", "N1", "N2", "R"})


def funding(access: Access, year: int, *, goes_out: bool = False) -> Funding:
    """The year that begins in April of `year`; `goes_out` leaves out what is confidential."""
    return fundings(access, [access.school], year, goes_out=goes_out)[access.school.pk]


def fundings(
    access: Access, schools: Sequence[School], year: int, *, goes_out: bool = False
) -> dict[UUID, Funding]:
    """The same for several schools of the page: as few statements for a hundred as for one."""
    first, last = financial_days(year)
    rows = Provision.objects.filter(school__in=schools, starts_on__lte=last, ends_on__gte=first)
    rows = rows.filter(is_confidential=False) if goes_out else rows
    provisions, sums, letters, strategies = read_rows(
        rows.readable_by(access),
        FundingSum.objects.filter(school__in=schools).filter(
            Q(financial_year=year) | Q(corrects__financial_year=year)
        ),
        FundingLetter.objects.filter(school__in=schools, financial_year=year),
        InclusionStrategy.objects.filter(school__in=schools),
    )
    by_id = {school.pk: school for school in schools}
    for row in provisions:
        row.school = by_id[row.school_id]
    books = rate_books(schools)
    lines = lines_of_year(access, schools, provisions, books, year)
    sees_premium = any(access.can(Permission.VIEW_PREMIUM, school) for school in schools)
    premiums = premium_balances(access, year) if sees_premium else {}
    return {
        school.pk: _funding(
            access,
            school,
            year,
            Papers(*(_of(school, each) for each in (provisions, sums, letters, strategies))),
            lines[school.pk],
            books[school.pk],
            premiums.get(school.pk),
        )
        for school in schools
    }


@dataclass(frozen=True)
class Papers:
    """What a school has of a year: provision, sums, letters of the council, its strategy."""

    provisions: list[Provision]
    sums: list[FundingSum]
    letters: list[FundingLetter]
    strategies: list[InclusionStrategy]


def _of[Row: (Provision, FundingSum, FundingLetter, InclusionStrategy)](
    school: School, rows: Iterable[Row]
) -> list[Row]:
    return [row for row in rows if row.school_id == school.pk]


def _funding(
    access: Access,
    school: School,
    year: int,
    papers: Papers,
    lines: tuple[tuple[Share, Amount], ...],
    book: RateBook,
    premium: Balance | None,
) -> Funding:
    first, last = financial_days(year)
    received = _received(papers.sums, papers.letters, year)
    flows = _flows(access, lines, papers.provisions, book, last)
    plus_on_map = flows.pop(PLUS, Flow()).planned
    sources = _from_strategy(received, papers.strategies, year) | dict.fromkeys(
        FROM_ELEMENT_3, "Letters of the council"
    )
    if premium is not None and access.can(Permission.VIEW_PREMIUM, school):
        received[PLUS], flows[PLUS] = _premium(premium)
    threshold = book.threshold_on(first)
    return Funding(
        year=year,
        lines=lines,
        streams=tuple(_streams(school, received, flows, sources)),
        sums=tuple(_sum_lines(papers.sums, year)),
        children=tuple(_children(lines, threshold)),
        threshold=threshold,
        plus_on_map=plus_on_map,
        whole=sum(cost_in_year(row, book, year) for row in papers.provisions),
        without_rate=tuple(row for row in papers.provisions if book.rate_for(row) is None),
    )


def funding_sum_of(access: Access, pk: UUID) -> FundingSum | None:
    """One sum of the school."""
    row = FundingSum.objects.filter(school=access.school, pk=pk).first()
    if row:
        row.school = access.school
    return row


def has_early_years(school: School) -> bool:
    """Whether the school has a nursery or a reception class."""
    return bool(NURSERY_YEARS.intersection(school.year_groups))


def _flows(
    access: Access,
    lines: Iterable[tuple[Share, Amount]],
    provisions: Iterable[Provision],
    book: RateBook,
    last: dt.date,
) -> dict[str, Flow]:
    """What flows by stream in the year, and what later years count of the same provision."""
    found: dict[str, list[Flow]] = defaultdict(list)
    for share, amount in lines:
        row, spent = share.provision, amount.spent
        rest = 0 if row.state == ProvisionState.ENDED else amount.planned - spent.so_far
        ends_on = min(row.ends_on, last)
        coming, _ = still_to_come(rest, row.starts_on, ends_on, access.today, last)
        found[row.funding].append(Flow(amount.planned, spent.so_far, spent.delivered, coming))
    for row in provisions:
        if row.ends_on > last and row.state != ProvisionState.ENDED:
            found[row.funding].append(Flow(after=cost_after(row, book, last)))
    return {stream: flowing(each) for stream, each in found.items()}


def _received(
    sums: Sequence[FundingSum], letters: Iterable[FundingLetter], year: int
) -> dict[str, int | None]:
    """Pence received by stream, as the papers say it now."""
    found: dict[str, list[int]] = defaultdict(list)
    corrected = {row.corrects_id for row in sums}
    for row in sums:
        if row.financial_year == year and row.pk not in corrected and row.pence:
            found[row.stream].append(row.counted)
    for letter in letters:
        found[FundingStream(letter.part)].append(letter.total_pence)
    return {stream: received_of(each) for stream, each in found.items()}


def _from_strategy(
    received: dict[str, int | None], strategies: Sequence[InclusionStrategy], year: int
) -> dict[str, str]:
    """The fund's sum as the inclusion strategy has it, while no paper is written down here."""
    fund = FundingStream.MAINSTREAM
    for frame in strategies:
        is_of_year = frame.first_year <= year <= frame.last_year
        if is_of_year and frame.fund_pence is not None and fund not in received:
            received[fund] = frame.fund_pence
            return {fund: "The inclusion strategy"}
    return {}


def _premium(balance: Balance) -> tuple[int | None, Flow]:
    """Pupil premium plus: given, agreed, and spent, from what is kept of children in care."""
    agreed = balance.spent + balance.committed
    flow = Flow(agreed, balance.spent, balance.spent, balance.committed)
    return balance.held if balance.given or balance.returned else None, flow


def _streams(
    school: School,
    received: Mapping[str, int | None],
    flows: Mapping[str, Flow],
    sources: Mapping[str, str],
) -> Iterable[StreamLine]:
    """Each stream in its order; of what nobody needs here, only what says something."""
    usual = {FundingStream.NOTIONAL, FundingStream.PREMIUM, FundingStream.MAINSTREAM}
    usual |= EARLY_STREAMS if has_early_years(school) else set()
    usual |= set(FROM_ELEMENT_3)
    for stream in FundingStream:
        each = StreamSum(stream, received.get(stream), flows.get(stream, Flow()))
        if stream in usual or not each.is_empty:
            yield StreamLine(each, sources.get(stream, ""))


def _sum_lines(sums: Sequence[FundingSum], year: int) -> Iterable[SumLine]:
    by_old = {row.corrects_id: row for row in sums if row.corrects_id}
    return (SumLine(row, by_old.get(row.pk)) for row in sums if row.financial_year == year)


def _children(lines: Iterable[tuple[Share, Amount]], threshold: int) -> Iterable[CaseLine]:
    """Each child whose record the asker may open, dearest first."""
    mine: dict[UUID, list[tuple[Share, Amount]]] = defaultdict(list)
    for share, amount in lines:
        if share.pupil:
            mine[share.pupil.pk].append((share, amount))
    planned = ((pk, amount.planned) for pk, each in mine.items() for _, amount in each)
    for pk, against in against_threshold(planned, threshold).items():
        by_stream: dict[str, int] = defaultdict(int)
        for share, amount in mine[pk]:
            by_stream[share.provision.funding] += amount.planned
        delivered = sum(amount.spent.delivered for _, amount in mine[pk])
        yield CaseLine(mine[pk][0][0].pupil, against, delivered, by_stream)
