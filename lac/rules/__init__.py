"""The law of children in care: clocks, and who may decide. Pure, no Django."""

from aylsham.timescales.rules import RuleBook

from . import clocks, pep

BOOK = RuleBook(clocks.BOOK, pep.BOOK)
