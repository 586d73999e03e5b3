"""Names of a school's children in words that others will read; a person looks at each."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from pupils.models import Pupil
from pupils.rules.anonymous import Names, name_parts, still_named


def names_of_children_in(school_id, texts: Iterable[str]) -> tuple[str, ...]:
    """Names of children of the school that stand in these words; one statement."""
    return names_of_children_at([school_id], texts)


def names_of_children_at(school_ids: Collection[UUID], texts: Iterable[str]) -> tuple[str, ...]:
    """The same for several schools together."""
    words = "\n".join(filter(None, texts))
    if not words:
        return ()
    columns = ("first_name", "preferred_first_name", "last_name")
    rows = Pupil.objects.filter(school__in=school_ids).values_list(*columns)
    names = name_parts(*(f"{first} {last}" for *firsts, last in rows for first in firsts if first))
    return tuple(still_named(words, Names(child=names)))


def which_name_children(school_id: UUID, texts: Sequence[str]) -> list[bool]:
    """Of each text, whether the name of a child of the school stands in it; one statement."""
    names = names_of_children_in(school_id, texts)
    return [bool(still_named(text, Names(child=names))) if names else False for text in texts]
