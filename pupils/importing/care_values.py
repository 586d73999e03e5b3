"""Readers of what lists about children in care say: half days, kinds of sums, financial years."""

import re

from .coded import from_table
from .faults import Unusable
from .sheets import Cell, text_of
from .texts import Context
from .wordings import BLANK, table

_SPAN = re.compile(r"^(?:20)?(\d\d)\s*(?:[-/–]|to)\s*(?:20)?(\d\d)$")
_ONE = re.compile(r"^20(\d\d)$")
SUM_KINDS = table(
    year="year; annual; full year; whole year; the whole years sum; annual allocation; yearly",
    part="part; term; termly; a terms part of it; instalment; installment; termly payment; autumn;"
    " autumn term; spring; spring term; summer; summer term; quarter; quarterly",
    extra="exceptional; exceptional funding; extra; additional; additional funding; top up",
    back="back; given back; returned; recovered; recovery; clawback; refund; repaid; repayment",
)
PAYERS = table(
    vs="virtual school; vs; local authority; la; council; county council; vsh; the virtual school",
    school="school; the schools own grant; own grant; dfe; census; school budget; esfa",
)


def read_financial_year(cell: Cell, context: Context) -> int | None:
    """The year in which a financial year begins: “2026-27”, “26/27”, “2026”; None for nothing."""
    text = text_of(cell)
    if text.lower() in BLANK:
        return None
    span = _SPAN.match(text)
    if span and int(span[2]) == (int(span[1]) + 1) % 100:
        return 2000 + int(span[1])
    if one := _ONE.match(text):
        return 2000 + int(one[1])
    raise Unusable("not a financial year")


def read_sum_kind(cell: Cell, context: Context) -> str:
    """What a sum is: of the year, a part of it, exceptional, given back; empty for nothing."""
    return from_table(cell, SUM_KINDS, "unknown kind of sum")


def read_payer(cell: Cell, context: Context) -> str:
    """Who pays: the virtual school, or the school's own grant; empty for nothing."""
    return from_table(cell, PAYERS, "unknown payer")
