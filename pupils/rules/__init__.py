"""The law about a pupil's age and records: pure, no Django."""

from aylsham.timescales.rules import RuleBook

from . import ages, records, safety

BOOK = RuleBook(ages.BOOK, records.BOOK, safety.BOOK)
