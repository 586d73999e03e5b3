"""The funding of a year as a workbook for the council's moderation; no child by name."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from aylsham.datewords import full_day_words
from provision.provision_codes import FundingStream
from provision.rules.elements import financial_days
from provision.rules.money import pounds_of
from provision.selectors.cost_ways import WAYS
from provision.selectors.shares import together
from pupils.words import year_words
from reports.selectors.funding_lines import Funding, StreamLine

type Sheet = tuple[str, Sequence[str], Iterator[Sequence[Any]]]
#: By what the costed case is told.
COHORTS = ("year", "need", "tier")


def funding_sheets(page: Funding) -> list[Sheet]:
    """Streams, the sums received, cohorts, children without names, provision line by line."""
    end = full_day_words(financial_days(page.year)[1])
    return [
        (
            "Funding",
            _in_pounds(
                ["Stream"],
                "Received", "Planned", "Planned until now", "Given until now",
                f"Forecast to {end}", "Planned in later years", "Left",
            ),
            _streams(page),
        ),
        (
            "Sums received",
            ["Stream", "Date", "Pounds", "Where it stands", "Put right", "Why"],
            _sums(page),
        ),
        (
            "Costed case by cohort",
            ["By", "Cohort", "Children",
             *_in_pounds([], "Planned", "A child", "Given until now", "For children above element 2")],
            _cohorts(page),
        ),
        (
            "Costed case by child",
            ["Child", "Year group",
             *_in_pounds([], "Planned", "Given until now", "Above element 2",
                         *(stream.label for stream in FundingStream))],
            _children(page),
        ),
        (
            "Provision",
            ["Provision", "Tier", "Paid from", "From", "Until", "Children",
             *_in_pounds([], "Planned", "Planned until now", "Given until now")],
            _provision(page),
        ),
    ]  # fmt: skip


def _in_pounds(first: list[str], *sums: str) -> list[str]:
    return first + [f"{words}, pounds" for words in sums]


def _pounds(*pence: int | None) -> list[Decimal | None]:
    return [None if each is None else pounds_of(each) for each in pence]


def _streams(page: Funding) -> Iterator[Sequence[Any]]:
    for line in page.streams:
        yield [line.words, *_pounds(*_sums_of(line))]
    flow = page.flow
    totals = (page.received, flow.planned, flow.so_far, flow.delivered, flow.to_year_end)
    yield ["Together", *_pounds(*totals, flow.after, page.left)]
    yield [
        "Of provision that runs over 31 March each year has its part; confidential ones do not count."
    ]


def _sums_of(line: StreamLine) -> tuple[int | None, ...]:
    flow = line.sum.flow
    spent = (flow.planned, flow.so_far, flow.delivered, flow.to_year_end, flow.after)
    return (line.sum.received, *spent, line.sum.left)


def _sums(page: Funding) -> Iterator[Sequence[Any]]:
    for line in page.sums:
        row, later = line.row, line.corrected_by
        said = "yes" if later else ""
        pounds = pounds_of(row.counted)
        yield [line.stream_words, row.on, pounds, row.source, said, later.why if later else ""]


def _cohorts(page: Funding) -> Iterator[Sequence[Any]]:
    for way in (WAYS[key] for key in COHORTS):
        for line in page.cohorts(way):
            pence = _pounds(line.planned, line.each, line.delivered, line.for_dear)
            yield [way.label, line.name, line.children, *pence]


def _children(page: Funding) -> Iterator[Sequence[Any]]:
    for number, line in enumerate(page.children, 1):
        pence = (line.against.spent, line.delivered, line.against.above)
        by_stream = [line.by_stream.get(stream, 0) for stream in FundingStream]
        who = [f"Child {number}", year_words(line.pupil.year_group)]
        yield [*who, *_pounds(*pence, *by_stream)]


def _provision(page: Funding) -> Iterator[Sequence[Any]]:
    of_row: dict = {}
    for share, amount in page.lines:
        of_row.setdefault(share.provision, []).append((share, amount))
    for row, parts in of_row.items():
        whole = together(amount for _, amount in parts)
        children = sum(share.pupil is not None or share.is_hidden for share, _ in parts)
        pence = _pounds(whole.planned, whole.spent.so_far, whole.spent.delivered)
        said = [row.name, row.get_tier_display(), row.get_funding_display()]
        yield [*said, row.starts_on, row.ends_on, children, *pence]
