"""The law about a pupil's age and records: pure, no Django."""

from aylsham.timescales.rules import RuleBook

from . import ages, passports, records, safety

BOOK = RuleBook(ages.BOOK, passports.BOOK, records.BOOK, safety.BOOK)
