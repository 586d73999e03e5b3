"""What a roll row says about a child, part by part; higher floors add theirs when they load."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.models import School, User
from pupils.importing.roll import RollRow
from pupils.models import ClassGroup, Pupil
from pupils.services.importing.journal import Journal


@dataclass(frozen=True)
class Difference:
    """One field in which the roll and the record differ, in words."""

    field: str
    label: str
    ours: str
    theirs: str
    #: Entered here: kept until somebody takes the roll's word.
    is_kept: bool = False
    permission: Permission | None = None


@dataclass
class Writing:
    """What the parts need while a row is written."""

    school: School
    today: dt.date
    by: User | None
    journal: Journal
    #: From when a fact holds that the roll gives no day for, at a school's first import.
    first_day: dt.date | None = None
    classes: dict[tuple[str, str], ClassGroup] = field(default_factory=dict)


class Part(Protocol):
    """One part of a roll row: loads what is recorded, compares, writes what was accepted."""

    def load(self, school: School, pupil_ids: Iterable[UUID] | None) -> dict[UUID, Any]:
        """What is recorded, by child, in a fixed number of statements; None: of everybody."""

    def compare(self, row: RollRow, mine: Any, today: dt.date) -> Iterator[Difference]:
        """How the row differs from what is recorded (None: nothing is)."""

    def reads(self, field: str) -> Iterable[str]:
        """What of a row writing that field needs; nothing for a field of another part."""

    def write(
        self, writing: Writing, pupil: Pupil, row: RollRow, mine: Any, accepted: frozenset[str]
    ) -> None:
        """Write the accepted fields through the journal."""


_parts: dict[str, Part] = {}


def register_part(name: str, part: Part) -> None:
    """Add a part; called when an app is loaded."""
    _parts[name] = part


def parts() -> dict[str, Part]:
    """All parts by name, those of lower floors first."""
    return dict(_parts)


def part_of(field: str) -> tuple[str, Part, tuple[str, ...]]:
    """The part that writes a field, with its name and what it needs of a row."""
    return next((name, part, tuple(r)) for name, part in _parts.items() if (r := part.reads(field)))


def own(model, school: School, pupil_ids: Iterable[UUID] | None):
    """A school's rows of a model, or those of some children."""
    rows = model._default_manager.filter(school=school)
    return rows if pupil_ids is None else rows.filter(pupil_id__in=list(pupil_ids))


def grouped(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    """Rows by their child."""
    by_pupil: dict[UUID, list[Any]] = {}
    for row in rows:
        by_pupil.setdefault(row.pupil_id, []).append(row)
    return by_pupil


def in_words(value: Any) -> str:
    """A value as a person reads it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return f"{value:%-d %b %Y}"
    return str(value)


def same_text(ours: str, theirs: str) -> bool:
    """Equal but for case and the shape of apostrophes and spaces."""
    return fold(ours) == fold(theirs)


def fold(text: str) -> str:
    """Text for comparing."""
    return " ".join(text.replace("’", "'").casefold().split())
