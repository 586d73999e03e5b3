"""What in a piece of evidence a person must look at before it leaves: other people, above all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from pupils.family_codes import Withheld
from pupils.models import Contact, Home, Pupil
from pupils.selectors.identity import Child
from pupils.selectors.requests.sharing import marked, marks_in
from reports.bundle_codes import ADDRESS, NOT_READ, OTHER_CHILD, WITHHELD
from reports.bundles.evidence import Evidence

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True)
class Names:
    """What would give other people away in a text about one child."""

    #: Full names of the school's other children, as two words without case.
    children: frozenset[tuple[str, str]]
    #: By home and contact: address, phone, e-mail.
    marks: dict[UUID, tuple[str, ...]]
    withheld: frozenset[UUID]


def names_of(child: Child) -> Names:
    """The names and addresses to look for; three statements."""
    own = {"school_id": child.pupil.school_id, "pupil": child.pupil}
    homes, contacts = Home.objects.filter(**own), list(Contact.objects.filter(**own))
    homes = list(homes)
    others = Pupil.objects.filter(school_id=child.pupil.school_id).exclude(pk=child.pupil.pk)
    names = others.values_list("first_name", "preferred_first_name", "last_name")
    mine = {_pair(name, child.pupil.last_name) for name in _firsts(child.pupil)}
    hidden = {home.pk for home in homes if home.withheld != Withheld.NOBODY}
    living = {each.pk for each in contacts if each.home_id in hidden}
    return Names(
        frozenset(
            _pair(first, last) for one, other, last in names for first in (one, other) if first
        )
        - mine,
        marks_in(homes, contacts),
        frozenset(hidden | living),
    )


def flagged(each: Evidence, names: Names) -> Iterator[str]:
    """Why a person must look at it, one reason after the other."""
    held = marked(each.text, names.marks)
    if held & names.withheld:
        yield WITHHELD
    elif held:
        yield ADDRESS
    if names_in(each.text) & names.children:
        yield OTHER_CHILD
    if each.file and not each.file.words.strip():
        yield NOT_READ


def names_in(text: str) -> set[tuple[str, str]]:
    """Every two words that follow each other, without case."""
    words = [_plain(word) for word in _WORD.findall(text)]
    return set(pairwise(words))


def _firsts(pupil: Pupil) -> list[str]:
    return [name for name in (pupil.first_name, pupil.preferred_first_name) if name]


def _pair(first: str, last: str) -> tuple[str, str]:
    """The last word of the first name and the first of the last, as they meet in a text."""
    one, other = _WORD.findall(first), _WORD.findall(last)
    return (_plain(one[-1]) if one else "", _plain(other[0]) if other else "")


def _plain(word: str) -> str:
    word = re.sub(r"[’']s$", "", word)
    return word.casefold()
