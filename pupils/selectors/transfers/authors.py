"""Who wrote what at earlier schools: names and roles as text, beside the rows that came."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from pupils.models import Pupil, RecordAuthor


@dataclass(frozen=True)
class FormerAdult:
    """Somebody of an earlier school: what they did, and what stands in no row of its own."""

    name: str
    role: str
    school_name: str
    did: tuple[tuple[str, int], ...]
    #: Each with its key, so that it can be handed over.
    said: tuple[tuple[UUID, str], ...]

    @property
    def did_words(self) -> str:
        """What they did, how often."""
        return ", ".join(f"{what.lower()} {number}" for what, number in self.did)


@dataclass(frozen=True)
class Writers:
    """Who stands at the rows that came: by row and column, in words."""

    named: dict[tuple[UUID, str], str]

    def at(self, row_id: UUID, column: str) -> str:
        """Who stands there; empty for somebody who works here."""
        return self.named.get((row_id, column), "")

    def first(self, row_id: UUID) -> str:
        """Whoever stands first at a row."""
        return next((words for (pk, _), words in self.named.items() if pk == row_id), "")


def writers_of(pupil: Pupil) -> Writers:
    """Who wrote what at earlier schools; one statement."""
    rows = RecordAuthor.objects.filter(school_id=pupil.school_id, pupil=pupil).exclude(column="")
    return Writers(
        {(r.row_id, r.column): author_words(r.name, r.role, r.school_name) for r in rows}
    )


def former_adults(access: Access, pupil: Pupil) -> list[FormerAdult]:
    """Everybody of earlier schools who stands in this record; one statement."""
    rows = RecordAuthor.objects.readable_by(access).filter(pupil=pupil)
    by_person: dict[tuple[str, str, str], list[RecordAuthor]] = {}
    for row in rows:
        by_person.setdefault((row.name, row.role, row.school_name), []).append(row)
    return [
        FormerAdult(
            *person,
            did=tuple(Counter(row.did for row in found).items()),
            said=tuple((row.pk, row.said) for row in found if row.said),
        )
        for person, found in sorted(by_person.items())
    ]


def author_words(name: str, role: str, school_name: str) -> str:
    """Who it was, as one reads it beside a row."""
    return ", ".join(filter(None, (name, role, school_name)))
