"""The law of children in care, and sums about their money: pure, no Django."""

from aylsham.timescales.rules import RuleBook

from . import clocks

BOOK = RuleBook(clocks.BOOK)
