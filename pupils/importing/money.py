"""Sums of money in cells, to the penny."""

import re
from decimal import Decimal, InvalidOperation

from .faults import Unusable
from .sheets import Cell, text_of
from .texts import Context
from .wordings import BLANK

_MOST_PENCE = 100_000_000
_IN_BRACKETS = re.compile(r"^\((.*)\)$")


def pence_of(text: str, *, may_be_less: bool = False) -> int | None:
    """Whole pence of “£1,234.50”; None for no text. Less than nothing only where that may be."""
    if not text:
        return None
    plain = _IN_BRACKETS.sub(r"-\1", text.strip()).replace("−", "-")
    try:
        pence = Decimal(re.sub(r"[£,\s]|GBP", "", plain)) * 100
    except InvalidOperation:
        raise Unusable("not a sum of money") from None
    if not pence.is_finite() or abs(pence) > _MOST_PENCE or pence != int(pence):
        raise Unusable("not a sum of money")
    if pence < 0 and not may_be_less:
        raise Unusable("not a sum of money")
    return int(pence)


def read_pence(cell: Cell, context: Context) -> int | None:
    """A sum that was given, or given back where it is less than nothing."""
    text = text_of(cell)
    return None if text.lower() in BLANK else pence_of(text, may_be_less=True)
