"""The costs of a page as lines of a workbook: sums as numbers, in pounds."""

from collections.abc import Iterator
from decimal import Decimal

from aylsham.datewords import full_day_words
from provision.rules.money import pounds_of
from provision.rules.spending import Spent
from provision.selectors.costs import Costs
from provision.selectors.shares import Amount, gap_lines


def cost_head(page: Costs) -> list[str]:
    """The headings: each way asked, the sums, and every reason for which something is missing."""
    sums = ["Planned", *(["Of it not known yet"] if page.shown.unknown else [])]
    sums += [f"Planned until {_until(page)}", "Delivered", "Above the plan or made up"]
    reasons = [f"Not delivered: {words}" for words, _ in page.gap]
    return [way.label for way in page.ways] + [f"{words}, pounds" for words in (*sums, *reasons)]


def _until(page: Costs) -> str:
    """The day, or the days, until which it is known what was delivered."""
    days = sorted(day for day, _ in page.until.days)
    if not days:
        return "now"
    words = [full_day_words(day) for day in dict.fromkeys((days[0], days[-1]))]
    return " to ".join(words)


def cost_lines(page: Costs) -> Iterator[list]:
    """Every line of the page, and under them what they come to and what was left out."""
    reasons = [words for words, _ in page.gap]
    for row in page.rows:
        amount = Amount(row.pence, row.spent, row.unknown)
        yield [*row.names, *_sums(page, amount, reasons)]
    empty = [""] * (len(page.ways) - 1)
    yield ["All of these", *empty, *_sums(page, page.shown, reasons)]
    if page.asked.only:
        yield ["Left out here", *empty, pounds_of(page.left_out)]
        yield ["Everything of the year", *empty, pounds_of(page.total)]


def _sums(page: Costs, amount: Amount, reasons: list[str]) -> list[Decimal]:
    spent: Spent = amount.spent
    missing = dict(gap_lines(spent))
    pence = [amount.planned, *([amount.unknown] if page.shown.unknown else [])]
    pence += [spent.so_far, spent.delivered, spent.extra]
    return [pounds_of(each) for each in (*pence, *(missing.get(words, 0) for words in reasons))]
