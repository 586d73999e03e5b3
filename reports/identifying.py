"""What in a text points to a child: what must go, and what a person has to look at; pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pupils.rules.anonymous import Names, could_point, still_named

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
#: A day, a month with a day or a year, a year, a UPN or another long number, an address.
_DATED = re.compile(
    rf"\b\d{{1,4}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})\b(?:\s+\d{{2,4}})?"
    rf"|\b(?:{_MONTHS})\s+\d{{1,4}}(?:st|nd|rd|th)?\b"
    r"|\b(?:19|20)\d\d\b|\b[A-Z]?\d{5,}\b|\S+@\S+|https?://\S+|www\.\S+",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")
#: So many first letters in common may be a short form of the name: Ben, Benji, Benny.
_STEM = 3


@dataclass(frozen=True)
class Spot:
    """A word in a part of a text."""

    heading: str
    word: str


def must_go(parts: Iterable[tuple[str, str]], names: Names) -> list[Spot]:
    """Names, days, numbers and addresses that stand in (heading, words), each once a part."""
    return [
        Spot(heading, word)
        for heading, words in parts
        for word in dict.fromkeys([*still_named(words, names), *_matches(words)])
    ]


def to_look_at(parts: Iterable[tuple[str, str]], names: Names, first_names: Iterable[str]) -> list[Spot]:  # fmt: skip
    """What could point to the child besides: for a person to look at, each once a part."""
    stems = {name[:_STEM].casefold() for name in first_names if len(name) >= _STEM}
    found = []
    for heading, words in parts:
        gone = {*still_named(words, names), *_matches(words)}
        short = (w for w in _WORD.findall(words) if _may_be_short(w, stems))
        for word in dict.fromkeys([*short, *could_point(words)]):
            if word not in gone and not _is_year_or_band(word):
                found.append(Spot(heading, word))
    return found


def _matches(words: str) -> list[str]:
    return [match.group() for match in _DATED.finditer(words)]


def _may_be_short(word: str, stems: set[str]) -> bool:
    return word[:1].isupper() and len(word) >= _STEM and word[:_STEM].casefold() in stems


def _is_year_or_band(word: str) -> bool:
    """Years of a school, and figures of a band, which a draft writes itself."""
    return word in ("Year", "Reception", "Nursery", "Key", "Stage") or word.isdigit()
