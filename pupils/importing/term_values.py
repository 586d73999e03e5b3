"""Readers of attainment, behaviour and the term they are of."""

import re
from dataclasses import dataclass
from datetime import date

from .coded import from_table
from .faults import Unusable
from .sheets import Cell, text_of
from .texts import Context
from .wordings import BLANK, table

#: Words for where a child stands: well below, towards, expected, greater depth.
ATTAINED = table(
    **{
        "1": "wb; wbl; well below; blw; below; pks; pre key stage; pre ks; below pre key stage; emerging",
        "2": "wts; wt; working towards; working towards the expected standard; towards; dev; developing",
        "3": "exs; exp; expected; are; at; on track; age related; age related expectations; secure;"
        " working at the expected standard; met",
        "4": "gds; gd; greater depth; working at greater depth; exceeding; above; mastery",
    }
)
_NAMES = {"aut": "autumn", "spr": "spring", "sum": "summer"}
_TERM = re.compile(r"\b(autumn|aut|spring|spr|summer|sum)\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:20)?(\d\d)\s*[-/–]\s*(?:20)?(\d\d)\b")
_YEAR = re.compile(r"\b(20\d\d)\b")


_BEGINS = {
    "autumn": lambda year: date(year, 9, 1),
    "spring": lambda year: date(year + 1, 1, 1),
    "summer": lambda year: date(year + 1, 4, 1),
}


@dataclass(frozen=True, order=True)
class TermOf:
    """A term of an academic year."""

    year: int
    name: str

    @property
    def begins_on(self) -> date:
        """About when it begins; each school has its own days."""
        return _BEGINS[self.name](self.year)


def find_term(text: str) -> TermOf | None:
    """The term that words name with its year: "Autumn 2025", "Aut 1 25/26", "2025-26 Spring"."""
    text = text.replace("_", " ")
    names = {_NAMES[found[:3].lower()] for found in _TERM.findall(text)}
    if len(names) != 1:
        return None
    name = names.pop()
    if span := _SPAN.search(text):
        first, second = int(span[1]), int(span[2])
        return TermOf(2000 + first, name) if second == (first + 1) % 100 else None
    years = set(_YEAR.findall(text))
    if len(years) != 1:
        return None
    year = int(years.pop())
    return TermOf(year if name == "autumn" else year - 1, name)


def read_term(cell: Cell, context: Context) -> TermOf | None:
    """A term with its year, not one that is still to come."""
    text = text_of(cell)
    if text.lower() in BLANK:
        return None
    found = find_term(text)
    if found is None:
        raise Unusable("not a term")
    if found.begins_on > context.today:
        raise Unusable("in the future")
    return found


def read_attained(cell: Cell, context: Context) -> int | None:
    """1 to 4, or nothing; a number is no word for it, since scales differ."""
    code = from_table(cell, ATTAINED, "unknown attainment")
    return int(code) if code else None


def read_count(cell: Cell, context: Context) -> int | None:
    """A whole number of incidents or points."""
    text = text_of(cell)
    if text.lower() in BLANK:
        return None
    if not re.fullmatch(r"\d{1,4}(\.0+)?", text):
        raise Unusable("not a whole number")
    return int(float(text))
