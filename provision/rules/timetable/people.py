"""Which child or adult a few typed words mean: all whom they fit, never the likeliest."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

#: Mrs Wrona: an adult.
TITLE = re.compile(r"^(?:mr|mrs|miss|ms|mx|dr)\.?\s+", re.I)
_INITIALS = re.compile(r"^[A-Z]\.?\s?[A-Z]\.?$")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")
_YEAR = re.compile(r"^(?:y|yr|year)\s*(\d{1,2})$")
#: So alike two first names are where one may be a slip of the other.
ALIKE = 0.6
NEAR = 8


def fold(text: str) -> str:
    """For comparing: without case, accents, apostrophes and other punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’`‘")
    return re.sub(r"[^\w]+", " ", plain).strip()


def group_key(text: str) -> str:
    """A class or year for comparing: `Y4`, `Year 4` and `yr 4` are one."""
    folded = fold(text)
    year = _YEAR.match(folded)
    return f"year {int(year[1])}" if year else folded


@dataclass(frozen=True)
class Person:
    """Somebody who can be meant: a key, first names in use, the family name, class and year."""

    key: str
    first_names: tuple[str, ...]
    last_name: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Folded:
    person: Person
    firsts: tuple[str, ...]
    last: str
    groups: frozenset[str]


class People:
    """The children of a roll, or the adults of a school, found by what is typed of them."""

    def __init__(self, people: Iterable[Person], *, by_initials: bool = False):
        self.by_initials = by_initials
        self._all = [
            _Folded(
                person,
                tuple(dict.fromkeys(filter(None, map(fold, person.first_names)))),
                fold(person.last_name),
                frozenset(map(group_key, person.groups)),
            )
            for person in people
        ]
        self.groups = frozenset(group for each in self._all for group in each.groups)
        self._found: dict[str, tuple[Person, ...]] = {}

    def fits(self, text: str) -> tuple[Person, ...]:
        """Everybody whom the words can mean: none, one, or several between whom nobody guesses."""
        if text not in self._found:
            self._found[text] = self._fits(text)
        return self._found[text]

    def near(self, text: str) -> tuple[Person, ...]:
        """Those whose first name is like the first of the words, the likest first."""
        first = (fold(text).split() or [""])[0]
        if not first:
            return ()
        scored = [(_likeness(first, each), n) for n, each in enumerate(self._all)]
        best = sorted((-score, n) for score, n in scored if score >= ALIKE)[:NEAR]
        return tuple(self._all[n].person for _, n in best)

    def _fits(self, text: str) -> tuple[Person, ...]:
        group = _IN_BRACKETS.search(text)
        if group and group_key(group[1]) in self.groups:
            found = self.fits(text[: group.start()].strip())
            keys = {e.person.key for e in self._all if group_key(group[1]) in e.groups}
            return tuple(person for person in found if person.key in keys)
        if title := TITLE.match(text):
            last = fold(text[title.end() :])
            named = tuple(e.person for e in self._all if last and e.last == last)
            return named or self._by_name(text[title.end() :])
        if self.by_initials and _INITIALS.match(text.strip()):
            return self._with_initials(text)
        return self._by_name(text)

    def _with_initials(self, text: str) -> tuple[Person, ...]:
        first, last = (c for c in text.casefold() if c.isalpha())
        return tuple(
            e.person
            for e in self._all
            if e.last.startswith(last) and any(f.startswith(first) for f in e.firsts)
        )

    def _by_name(self, text: str) -> tuple[Person, ...]:
        last, comma, first = text.partition(",")
        words = fold(f"{first} {last}" if comma else last)
        if not words:
            return ()
        whole = [e for e in self._all if words in _whole_names(e)]
        return tuple(e.person for e in whole or self._all if whole or _begins(words, e))


def _whole_names(each: _Folded) -> list[str]:
    both = [f"{first} {each.last}" for first in each.firsts]
    return both + [f"{each.last} {first}" for first in each.firsts]


def _begins(words: str, each: _Folded) -> bool:
    """First name alone, with the beginning of the family name, or an initial with all of it."""
    initial, _, rest = words.partition(" ")
    for first in each.firsts:
        if words == first:
            return True
        if words.startswith(f"{first} ") and each.last.startswith(words[len(first) + 1 :]):
            return True
        if len(initial) == 1 and rest == each.last and first.startswith(initial):
            return True
    return False


def _likeness(first: str, each: _Folded) -> float:
    return max(
        (SequenceMatcher(None, first, name.split()[0]).ratio() for name in each.firsts), default=0
    )
