"""The law of children in care: clocks, who may decide, sums of money. Pure, no Django."""

from aylsham.timescales.rules import RuleBook

from . import clocks, pep

BOOK = RuleBook(clocks.BOOK, pep.BOOK)
