"""What in somebody's own words could lead to a child; pure.

A finding is a question to the writer, not a verdict: a name may be an ordinary word. Findings are
known by what was found and of which kind, so that an answer holds for every place where it stands.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pupils.rules.names_and_words import NAMES_AND_WORDS


class Kind(StrEnum):
    """What was found, in words."""

    NAME = "a name of a child, a brother or sister, or an adult around a child"
    INITIALS = "the initials of a child"
    GROUP = "a class of the school"
    YEAR = "a year group"
    BIRTH = "a date of birth"
    COUNCIL = "a council that looks after a child"
    FEW = "a number of children below five"
    SHARE = "a percentage or a fraction"
    SUM = "a sum of money"


#: Names that are ordinary words too: found only where they begin with a capital letter.
ORDINARY = NAMES_AND_WORDS | frozenset(
    ["a", "al", "an", "he", "in", "is", "my", "no", "of", "old", "so", "to", "un"]
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INITIALS = re.compile(r"\b[A-Z](?:\. ?|)[A-Z]\b\.?")
_YEAR = re.compile(
    r"\b(?:years?|yr)[ -]*(?:group )?(?:[1-6]|one|two|three|four|five|six)\b|\breception\b"
    r"|\bnursery\b|\by[1-6r]\b|\bkey stage (?:[12]|one|two)\b|\bks[12]\b",
    re.I,
)
_FEW = re.compile(
    r"\b(?:[1-4]|one|two|three|four|both|a single|an? only|the only)"
    r"(?: (?:of (?:our|the|these|those|them)|[a-z-]+)){0,3}? ?"
    r"(?:child|children|pupils?|boys?|girls?|siblings?|brothers?|sisters?|twins?|them)\b",
    re.I,
)
_SHARE = re.compile(
    r"\d+(?:[.,]\d+)? ?(?:%|per ?cent\b)|\bhalf of\b|\b(?:a|one|two) (?:thirds?|quarters?) of\b",
    re.I,
)
_SUM = re.compile(r"[£€] ?\d[\d,.]*|\b\d[\d,.]* ?(?:pounds?|pence)\b", re.I)
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


@dataclass(frozen=True)
class Vocabulary:
    """What must not stand in a report, each as the record writes it."""

    names: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    councils: frozenset[str] = frozenset()
    births: frozenset[dt.date] = frozenset()
    ordinary: frozenset[str] = field(default=ORDINARY)


@dataclass(frozen=True, order=True)
class Trace:
    """Something found: in which part, what, and of which kind."""

    part: str
    words: str
    kind: Kind

    @property
    def key(self) -> str:
        """By which an answer knows it, wherever it stands."""
        return f"{self.kind.name.lower()}:{folded(self.words)}"


def folded(text: str) -> str:
    """Without capitals, accents and curly apostrophes, and with single spaces."""
    flat = unicodedata.normalize("NFKD", text.replace("’", "'"))
    kept = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return " ".join(kept.casefold().split())


def parts_of_name(*names: str) -> Iterator[str]:
    """Every word of some names, and each side of a hyphen: `Zoë`, `Smith-Jones`, `Smith`."""
    for name in names:
        for word in _WORD.findall(unicodedata.normalize("NFC", name)):
            yield word
            yield from (part for part in re.split("['’-]", word) if len(part) > 1)


def find_traces(words: Mapping[str, str], known: Vocabulary) -> list[Trace]:
    """Everything in the words of each part that could lead to a child, once per part."""
    names = {folded(name) for name in known.names}
    groups, councils = _longest(known.groups), _longest(known.councils)
    found: set[Trace] = set()
    for part, raw in words.items():
        text = unicodedata.normalize("NFC", raw)
        found |= {Trace(part, word, Kind.NAME) for word in _names(text, names, known.ordinary)}
        found |= {Trace(part, w, Kind.INITIALS) for w in _initials(text, known.initials)}
        for kind, these in ((Kind.GROUP, groups), (Kind.COUNCIL, councils)):
            found |= {Trace(part, each, kind) for each in these if _has(text, each)}
        found |= {Trace(part, each, Kind.BIRTH) for each in _births(text, known.births)}
        for kind, pattern in (
            (Kind.YEAR, _YEAR),
            (Kind.FEW, _FEW),
            (Kind.SHARE, _SHARE),
            (Kind.SUM, _SUM),
        ):
            found |= {Trace(part, each.group(0), kind) for each in pattern.finditer(text)}
    return sorted(found)


def _names(text: str, names: set[str], ordinary: frozenset[str]) -> Iterator[str]:
    for word in _WORD.findall(text):
        for piece in {word, re.sub(r"['’]s$", "", word), *re.split("['’-]", word)}:
            is_meant = folded(piece) not in ordinary or piece[:1].isupper()
            if len(piece) > 1 and is_meant and folded(piece) in names:
                yield piece


def _initials(text: str, initials: frozenset[str]) -> Iterator[str]:
    for each in _INITIALS.finditer(text):
        if re.sub(r"[. ]", "", each.group(0)) in initials:
            yield each.group(0)


def _births(text: str, births: Iterable[dt.date]) -> Iterator[str]:
    said = folded(text)
    for day in births:
        month = _MONTHS[day.month - 1]
        forms = (
            day.isoformat(),
            f"{day.day}/{day.month}/{day.year}",
            f"{day:%d/%m/%Y}",
            f"{day:%d/%m/%y}",
            f"{day:%d.%m.%Y}",
            f"{day.day} {month}",
            f"{day.day} {month[:3]} {day.year}",
            f"{month} {day.day}",
        )
        found = next(
            (form for form in forms if re.search(rf"(?<!\d){re.escape(form)}\b", said)), ""
        )
        if found:
            yield found


def _longest(these: Iterable[str]) -> list[str]:
    return sorted({each for each in these if each.strip()}, key=len, reverse=True)


def _has(text: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(folded(words))}\b", folded(text)) is not None
