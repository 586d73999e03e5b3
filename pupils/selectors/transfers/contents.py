"""The record of a child as it goes to another school: rows as plain values, and what is held."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from aylsham.access.roles import Role
from aylsham.models import Membership, School, User
from pupils.models import Pupil
from pupils.packs import PackTable, tables
from pupils.transfer_codes import HOLDABLE, Held

#: What the head of the pack says of the child.
PUPIL_FIELDS = (
    "upn",
    "former_upn",
    "first_name",
    "last_name",
    "preferred_first_name",
    "born_on",
    "sex",
    "year_group",
    "ethnicity",
    "first_language",
    "is_eal",
)


@dataclass(frozen=True)
class PackedFile:
    """A file that goes: where its bytes lie, and what it is called in the pack."""

    digest: str
    name: str
    media_type: str


@dataclass(frozen=True)
class Contents:
    """A record as it goes: the child, rows by table, files, people named, what stays here."""

    pupil: dict[str, Any]
    tables: dict[str, list[dict[str, Any]]]
    files: tuple[PackedFile, ...]
    people: dict[str, str]
    #: As what they work here: key → words.
    roles: dict[str, str]
    #: Table → how many rows are held back, by what they are.
    held: dict[Held, dict[str, int]]

    def counts(self) -> list[tuple[str, int]]:
        """What goes: each table in words, with its number of rows."""
        return [
            (table.title, len(self.tables[table.label]))
            for table in tables()
            if self.tables.get(table.label)
        ]

    def held_counts(self) -> list[tuple[Held, list[tuple[str, int]]]]:
        """What stays: each reason with its tables in words and numbers of rows."""
        titles = {table.label: table.title for table in tables()}
        return [
            (held, [(titles[label], count) for label, count in self.held[held].items()])
            for held in HOLDABLE
            if self.held.get(held)
        ]


def contents_of(pupil: Pupil, *, include: Collection[str] = ()) -> Contents:
    """Read a record; rows that are held stay out unless `include` names why; one statement a table."""
    reading = _Reading(pupil, frozenset(include))
    # What stands by rows of any table comes when all of them are known.
    for table in sorted(tables(), key=lambda each: bool(each.stands_by)):
        reading.read(table)
    users = User.objects.filter(pk__in=reading.people).values_list("pk", "name")
    return Contents(
        pupil={name: plain(getattr(pupil, name)) for name in PUPIL_FIELDS},
        tables=reading.rows,
        files=tuple(reading.files()),
        people={str(pk): name for pk, name in sorted(users, key=lambda u: str(u[0]))},
        roles=roles_at(pupil.school, reading.people),
        held={held: dict(found) for held, found in reading.held.items()},
    )


def roles_at(school: School, people: Collection[UUID]) -> dict[str, str]:
    """As what people work, or worked last, at a school or its federation; one statement."""
    posts = Membership.objects.filter(
        Q(school=school) | Q(school=None), federation_id=school.federation_id, user__in=people
    )
    found = posts.order_by("starts_on", "pk").values_list("user_id", "role")
    return {str(pk): str(Role(role).label) for pk, role in found}


class _Reading:
    """One walk over the tables, in the order in which rows point at each other."""

    def __init__(self, pupil: Pupil, include: frozenset[str]):
        self.pupil, self.include = pupil, include
        self.rows: dict[str, list[dict[str, Any]]] = {}
        self.held: dict[Held, Counter] = {}
        self.people: set[UUID] = set()
        self._known: dict[str, set[UUID]] = {}
        self._found: list[models.Model] = []

    def read(self, table: PackTable) -> None:
        rows = table.model._default_manager.filter(
            table.only, school_id=self.pupil.school_id, **{table.to_pupil: self.pupil}
        ).order_by("pk")
        if table.same_by:  # several rows of the child may point at one
            rows = rows.distinct()
        known = self._known.setdefault(table.label, set())
        kept = []
        for row in rows:
            if table.stands_by and not self._goes(getattr(row, table.stands_by)):
                continue
            held = table.held(row) or self._held_with(table, row)
            if held and held not in self.include:
                self._hold(held, table.label)
                continue
            known.add(row.pk)
            kept.append(self._plain(table, row))
            if table.label in WITH_FILES:
                self._found.append(row)
        self.rows[table.label] = kept

    def files(self) -> Iterator[PackedFile]:
        """The documents and the photo, each once."""
        seen = set()
        for row in self._found:
            if row.digest in seen:
                continue
            seen.add(row.digest)
            extension = getattr(row, "extension", "jpg")
            media_type = getattr(row, "media_type", "image/jpeg")
            yield PackedFile(row.digest, f"documents/{len(seen):03}.{extension}", media_type)

    def _goes(self, key: UUID) -> bool:
        return any(key in known for known in self._known.values())

    def _held_with(self, table: PackTable, row) -> Held:
        """A row that cannot stand without one that stays here stays with it."""
        for column in table.columns():
            target = _target(column)
            if target and not column.null and target in self._known:
                pk = getattr(row, column.attname)
                if pk not in self._known[target]:
                    return self._why_missing(target)
        return Held.NOTHING

    def _why_missing(self, label: str) -> Held:
        found = (held for held in HOLDABLE if self.held.get(held, {}).get(label))
        return next(found, Held.SENSITIVE)

    def _hold(self, held: Held, label: str) -> None:
        self.held.setdefault(held, Counter())[label] += 1

    def _plain(self, table: PackTable, row) -> dict[str, Any]:
        values: dict[str, Any] = {"id": str(row.pk)}
        for column in table.columns():
            value = getattr(row, column.attname)
            held = table.guarded.get(column.name) if self._is_guarded(table, row) else None
            if held and held not in self.include and value:
                self._hold(held, table.label)
                value = column.get_default()
            target = _target(column)
            if target and value is not None and column.name not in table.of_federation:
                value = self._pointed(target, column, value)
            values[column.name] = plain(value)
        return values

    def _is_guarded(self, table: PackTable, row) -> bool:
        if not table.guarded_with:
            return True
        column = row._meta.get_field(table.guarded_with)
        pk = getattr(row, column.attname)
        return pk is not None and pk not in self._known.get(_target(column), ())

    def _pointed(self, target: str, column: models.Field, value: UUID) -> UUID | None:
        if target == User._meta.label_lower:
            self.people.add(value)
            return value
        if target in (School._meta.label_lower, "pupils.classgroup"):
            return None
        return value if value in self._known.get(target, ()) else None


#: Tables whose rows name a file by its digest.
WITH_FILES = ("pupils.documentversion", "pupils.pupilphoto")


def _target(column: models.Field) -> str:
    return column.related_model._meta.label_lower if column.is_relation else ""


def plain(value: Any) -> Any:
    """A value as JSON can say it, exactly."""
    if isinstance(value, dt.date | dt.datetime | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value
