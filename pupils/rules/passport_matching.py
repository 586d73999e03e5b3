"""Whose passport is this file? By name, date of birth, class and year in its text and name. Pure."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from pupils.rules.passport_headings import folded

#: The names near the top of a page are the child's; further down stand friends and adults.
TOP = 400
_DATE = re.compile(r"\b(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WORDED = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CENTURY = 2000


@dataclass(frozen=True)
class Candidate:
    """A child on roll, as a file may name one."""

    id: UUID
    first: str
    last: str
    preferred: str
    born_on: dt.date
    year: str
    group: str


@dataclass(frozen=True)
class Match:
    """The child, or those who may be meant and why nobody is sure."""

    child: UUID | None
    candidates: tuple[UUID, ...] = ()
    doubt: str = ""


NOBODY = "No child of the school is named in it."
BORN_OTHERWISE = "The name fits, but the date of birth in the file is another one."
FIRST_NAME_ONLY = "Only a first name fits."
SEVERAL = "More than one child is named like that."


def match_child(name: str, text: str, children: Iterable[Candidate]) -> Match:
    """Whose passport a file with this name and text is; sure only if name and facts agree."""
    children = list(children)
    in_name, in_top = f" {folded(_stem(name))} ", f" {folded(text[:TOP])} "
    everywhere = f" {folded(f'{_stem(name)} {text}')} "
    born = dates_in(text) | dates_in(_stem(name))
    for place in (in_name, in_top, everywhere):
        named = [child for child in children if _is_named(child, place)]
        if named:
            return _narrowed(named, born, everywhere, SEVERAL)
    firsts = [child for child in children if _is_called(child, in_name)]
    firsts = firsts or [child for child in children if _is_called(child, in_top)]
    if not firsts:
        return Match(None, doubt=NOBODY)
    exact = [child for child in firsts if child.born_on in born]
    if len(exact) == 1:
        return Match(exact[0].id)
    likely = [child for child in firsts if _is_of_class(child, everywhere)] or firsts
    return Match(None, tuple(child.id for child in likely), FIRST_NAME_ONLY)


def _narrowed(named: list[Candidate], born: set[dt.date], text: str, doubt: str) -> Match:
    """Of children with that full name: the one whom date of birth, class or year single out."""
    ids = tuple(child.id for child in named)
    by_birth = [child for child in named if child.born_on in born]
    if len(by_birth) == 1:
        return Match(by_birth[0].id)
    if _looks_like_births(born, named) and not by_birth:
        return Match(None, ids, BORN_OTHERWISE)
    if len(named) == 1:
        return Match(named[0].id)
    for fits in (_is_of_class, _is_of_year):
        left = [child for child in named if fits(child, text)]
        if len(left) == 1:
            return Match(left[0].id)
    return Match(None, ids, doubt)


def _looks_like_births(born: set[dt.date], named: list[Candidate]) -> bool:
    """Whether a date in the text is of an age at school, and so must be a date of birth."""
    oldest = min(child.born_on.year for child in named) - 4
    youngest = max(child.born_on.year for child in named) + 3
    return any(oldest <= day.year <= youngest for day in born)


def dates_in(text: str) -> set[dt.date]:
    """Every date in a text, British order."""
    found = set()
    for day, month, year in _DATE.findall(text):
        full = int(year) + (_CENTURY if len(year) == 2 else 0)
        found.add((full, int(month), int(day)))
    found |= {(int(y), int(m), int(d)) for y, m, d in _ISO.findall(text)}
    for day, month, year in _WORDED.findall(text):
        if month.lower() in _MONTHS:
            found.add((int(year), _MONTHS.index(month.lower()) + 1, int(day)))
    return {day for parts in found if (day := _day(*parts))}


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _is_named(child: Candidate, text: str) -> bool:
    last = folded(child.last)
    firsts = {folded(child.first), folded(child.preferred), folded(child.first).split(" ")[0]}
    return any(
        f" {first} {last} " in text or f" {last} {first} " in text for first in firsts - {""}
    )


def _is_called(child: Candidate, text: str) -> bool:
    names = {folded(child.preferred) or folded(child.first), folded(child.first)}
    return any(f" {name} " in text for name in names - {""})


def _is_of_class(child: Candidate, text: str) -> bool:
    return bool(child.group) and f" {folded(child.group)} " in text


def _is_of_year(child: Candidate, text: str) -> bool:
    year = folded(child.year)
    return any(f" {said}{year} " in text for said in ("year ", "y", "yr "))


def _stem(name: str) -> str:
    """The name without its ending, words apart: "ZoeBurton_passport.docx"."""
    stem = name.rpartition(".")[0] or name
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem)
