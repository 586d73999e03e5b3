"""Finding a child by name or UPN."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import F, Q, Value
from django.db.models.lookups import Contains

from aylsham.access.current import Access
from pupils import upn
from pupils.models import Pupil
from pupils.models.roll import Fold, is_on_roll, tell_apart
from pupils.words import year_words

#: How many children the database looks at; a page shows far fewer.
MOST = 2000
#: The rank of a name that is only written much the same.
GUESS = 3


@dataclass(frozen=True)
class Found:
    """A child that a search found; needs and status are for other pages."""

    id: UUID
    school_id: UUID
    name: str
    year_group: str
    group: str
    is_on_roll: bool
    #: No name has these letters; this one is written much the same.
    is_guess: bool

    @property
    def year_words(self) -> str:
        """`Year 4`."""
        return year_words(self.year_group)


def name_matches(words: str) -> Q:
    """A condition on children: every word is part of a name in any order, or it is the UPN."""
    if upn.is_valid(words):
        return Q(upn=upn.clean(words))
    matches = Q()
    for word in words.split():
        matches &= Q(Contains(F("search_name"), Fold(Value(word))))
    return matches


def find_children(access: Access, words: str, *, most: int = 20) -> list[Found]:
    """The children in the asker's reach whom the words fit best; two statements."""
    ranks = _ranked(words)
    if not ranks:
        return []
    rows = (
        Pupil.objects.visible_to(access)
        .filter(pk__in=list(ranks))
        .annotate(is_here=is_on_roll(access.today), group=F("class_group__name"))
    )
    found = [
        Found(
            id=p.pk,
            school_id=p.school_id,
            name=p.full_name,
            year_group=p.year_group,
            group=p.group or "",
            is_on_roll=p.is_here,
            is_guess=ranks[p.pk] == GUESS,
        )
        for p in tell_apart(rows)
    ]
    found.sort(key=lambda f: (not f.is_on_roll, ranks[f.id], f.name))
    return found[:most]


def _ranked(words: str) -> dict[UUID, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pupil_id, rank FROM find_pupils(%s, %s)", [words, MOST])
        return dict(cursor.fetchall())
