"""Readers of words and of names: what is cleaned, and what cannot be either."""

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import category

from . import wordings
from .faults import Unusable
from .sheets import Cell, text_of
from .wordings import key

_NOT_IN_NAMES = re.compile(r"[\d@_=<>{}|\\^~*#?!%;:]")
_PLACEHOLDERS = frozenset({"tbc", "tba", "unknown", "not known", "xxx", "surname", "forename"})
_MOJIBAKE = re.compile(r"[ÂÃâ][\u0080-\u00bf‘-„†-…‰‹-›€™œŸžŽšŠŒ˜ˆƒ]")


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader may need besides the cell."""

    today: date
    cross_means: bool | None = True
    is_fraction: bool = False
    #: The column of the SEN status says yes and no, and yes does not say which.
    is_yes_no: bool = False


def read_text(cell: Cell, context: Context) -> str:
    """Any text, with small tokens for nothing left out."""
    text = text_of(cell)
    return "" if text.lower() in wordings.BLANK else text


def read_words(cell: Cell, context: Context) -> str:
    """Words that begin like words: what a spreadsheet would calculate is a formula."""
    text = read_text(cell, context)
    if text[:1] in _CALCULATES:
        raise Unusable("formula in a cell")
    return text


_CALCULATES = frozenset("=＝+-@")


def read_name(cell: Cell, context: Context) -> str:
    """A name, or `Unusable` where it cannot be one."""
    if isinstance(cell, bool):
        raise Unusable("not a name")
    text = text_of(cell)
    if text.lower() in wordings.BLANK_NAME:
        return ""
    if "\ufffd" in text:
        raise Unusable("damaged characters")
    if text[0] in _CALCULATES:
        raise Unusable("formula in a cell")
    text = _without_quotes(repair(text))
    if not any(letter.isalpha() for letter in text) or _NOT_IN_NAMES.search(text):
        raise Unusable("not a name")
    if key(text) in _PLACEHOLDERS or any(category(letter) in _PICTURES for letter in text):
        raise Unusable("not a name")
    return text


#: emoji and other symbols, private and unassigned characters
_PICTURES = frozenset({"So", "Sm", "Cc", "Co", "Cn", "Cs"})


def _without_quotes(text: str) -> str:
    """The name without quotation marks around it, or a single one that was left over."""
    marks = sum(text.count(mark) for mark in _QUOTES)
    is_around = text[:1] in _QUOTES or marks % 2
    return text.strip(f"{_QUOTES} ") if marks and is_around else text


_QUOTES = '"“”„'


def read_one_name(cell: Cell, context: Context) -> str:
    """A surname or a first name alone: a comma would mean that both stand in the cell."""
    name = read_name(cell, context)
    if "," in name:
        raise Unusable("not a name")
    return name


def repair(text: str) -> str:
    """Undo UTF-8 that was once read as Windows-1252 ("ZoÃ«" is "Zoë")."""
    if not _MOJIBAKE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
