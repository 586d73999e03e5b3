"""A record from another school becomes rows of this one: new keys, one transaction, once."""

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.documents import keeping
from aylsham.models import Membership, School, User
from pupils.models import Enrolment, Pupil, RecordAuthor
from pupils.packing.opening import OpenedPack
from pupils.packing.refusal import PackRefused
from pupils.packs import PackTable, tables
from pupils.selectors.transfers.contents import PUPIL_FIELDS
from pupils.selectors.transfers.readable import label_of, row_facts

#: What a child who is on roll already may have, from the roll; it is kept as it is here.
FROM_ROLL = frozenset({"pupils.datedfact", "pupils.attendancefigure"})
#: What a roll may have brought as well, and stands beside what comes.
BESIDE = frozenset({"pupils.contact", "pupils.home", "pupils.enrolment"})
_KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
UNREADABLE = "The record holds a value that this Aylsham does not know. Nothing was taken in."


def keys_at(school: School, pack: str, old: Iterable[str]) -> dict[str, str]:
    """The keys of rows at their new school: the same for the same pack, and in the same order."""
    found: dict[str, str] = {}
    counted: Counter[int] = Counter()
    for key in sorted(old, key=lambda each: UUID(each).int):
        moment = UUID(key).int >> 80
        digest = hashlib.sha256(f"{school.pk}:{pack}:{key}".encode()).digest()
        # Rows of one millisecond keep their order by a number in place of the first random bits.
        value = moment << 80 | 0x7 << 76 | (counted[moment] & 0xFFF) << 64 | 0b10 << 62
        found[key] = str(UUID(int=value | int.from_bytes(digest[:8]) & (2**62 - 1)))
        counted[moment] += 1
    return found


@transaction.atomic
def take_in(
    *, school: School, opened: OpenedPack, pack: str, starts_on: dt.date, by: User
) -> Pupil:
    """Write a record as this school's own rows; raises PackRefused or TransitionNotAllowed.

    A child of the same UPN who came with the roll gets the record; one who has a record is refused.
    """
    writing = _Writing(school, opened, pack, by)
    for data in opened.files.values():
        keeping.keep(school.pk, data)
    try:
        with transaction.atomic():
            pupil = writing.child(starts_on)
            for table in tables():
                writing.write(table)
            writing.keep_authors()
    except (IntegrityError, ValidationError, ValueError, TypeError, KeyError):
        raise PackRefused(UNREADABLE) from None
    return pupil


class _Writing:
    def __init__(self, school: School, opened: OpenedPack, pack: str, by: User):
        self.school, self.by = school, by
        self.record = opened.record
        rows = (row for rows in self.record["tables"].values() for row in rows)
        self.keys = keys_at(school, pack, (row["id"] for row in rows))
        self.pupil: Pupil | None = None
        self.is_known = False
        self.people = _people(school, self.record["people"])
        self.authors: list[RecordAuthor] = []

    def child(self, starts_on: dt.date) -> Pupil:
        """The child's row: the one of the roll, or a new one that is on roll from a day."""
        said = self.record["pupil"]
        found = (
            Pupil.objects.matched().select_for_update().filter(school=self.school, upn=said["upn"])
        )
        self.pupil = found.first() if said["upn"] else None
        if self.pupil:
            self.is_known = True
            self._require_bare()
            return self.pupil
        columns = {name: Pupil._meta.get_field(name) for name in PUPIL_FIELDS}
        values = {name: column.to_python(said[name]) for name, column in columns.items()}
        pupil = Pupil(school=self.school, **values)
        _check(pupil, leave=("class_group",))
        pupil.save(force_insert=True)
        Enrolment.objects.create(school=self.school, pupil=pupil, starts_on=starts_on)
        self.pupil = pupil
        return pupil

    def write(self, table: PackTable) -> None:
        """The rows of one table."""
        rows = self.record["tables"].get(table.label, [])
        if table.is_told_only or (self.is_known and table.label in FROM_ROLL):
            return
        if table.person:
            rows = list(self._of_known_people(table, rows))
        if table.same_by:
            rows = self._new_here(table, rows)
        made = [self._row(table, values) for values in rows]
        table.model._default_manager.bulk_create(made)

    def keep_authors(self) -> None:
        """Who wrote what, where this federation does not know them: told as text."""
        RecordAuthor.objects.bulk_create(self.authors)

    def _of_known_people(self, table: PackTable, rows: list[dict]) -> Iterator[dict]:
        """Rows that need their person here; of strangers what they said is kept as words."""
        for values in rows:
            if values[table.person] in self.people:
                yield values
                continue
            facts = row_facts(table, values, {})
            said = "\n".join(f"{label}: {words}" for label, words in facts)
            parent = next(c for c in table.columns() if is_parent(c) and values[c.name])
            self._note_author(
                str(parent.related_model._meta.label_lower),
                values[parent.name],
                table.title,
                values[table.person],
                said=said,
                sensitivity=self._sensitivity(parent, values[parent.name]),
            )

    def _sensitivity(self, parent: models.Field, key: str) -> int:
        rows = self.record["tables"].get(parent.related_model._meta.label_lower, [])
        found = next((row for row in rows if row["id"] == key), {})
        return found.get("sensitivity", Sensitivity.EVERYONE)

    def _note_author(self, table: str, key: str, did: str, person: str, **more: Any) -> None:
        name = self.record["people"].get(person)
        if not name:
            return
        author = RecordAuthor(
            school=self.school,
            pupil=self.pupil,
            table=table,
            row_id=UUID(self.keys[key]),
            did=did[:100],
            name=name,
            role=self.record.get("roles", {}).get(person, ""),
            school_name=str(self.record["school"].get("name", ""))[:200] or "Another school",
            **more,
        )
        _check(author, leave=())
        self.authors.append(author)

    def _new_here(self, table: PackTable, rows: list[dict]) -> list[dict]:
        """Without what the school's own list has already: rows that follow point at that."""
        mine = table.model._default_manager.filter(school=self.school)
        known = {str(name): str(pk) for name, pk in mine.values_list(table.same_by, "pk")}
        for values in rows:
            if values[table.same_by] in known:
                self.keys[values["id"]] = known[values[table.same_by]]
        return [values for values in rows if values[table.same_by] not in known]

    def _require_bare(self) -> None:
        for table in tables():
            if table.label in FROM_ROLL | BESIDE or table.same_by:
                continue
            mine = {"school_id": self.school.pk, table.to_pupil: self.pupil}
            if table.model._default_manager.filter(**mine).exists():
                raise TransitionNotAllowed(
                    "This child is on your roll and has a record here already "
                    f"({table.title.lower()}). Two records are not mixed."
                )

    def _row(self, table: PackTable, values: Mapping[str, Any]) -> models.Model:
        row = table.model(pk=UUID(self.keys[values["id"]]), school=self.school)
        for column in table.columns():
            value = values[column.name]
            setattr(row, column.attname, self._value(table, column, value))
            if column.related_model is User and value is not None and value not in self.people:
                self._note_author(
                    table.label, values["id"], label_of(column), value, column=column.name
                )
        if table.to_pupil == "pupil":
            row.pupil_id = self.pupil.pk
        if table.arrive:
            table.arrive(row, self.school)
        _check(row, leave=[c.name for c in table.columns() if c.is_relation])
        return row

    def _value(self, table: PackTable, column: models.Field, value: Any) -> Any:
        if not column.is_relation:
            return column.to_python(self._mapped(value))
        target = column.related_model
        if target is User:
            return self._person(table, column, value)
        if value is not None and column.name in table.of_federation:
            return UUID(value)
        return UUID(self.keys[value]) if value in self.keys else None

    def _person(self, table: PackTable, column: models.Field, value: str | None) -> UUID | None:
        """Somebody of this federation; a stranger becomes nobody, or whoever takes the record in."""
        if value is None or value in self.people:
            return self.people.get(value)
        is_needed = not column.null or column.name in table.stand_in
        return self.by.pk if is_needed else None

    def _mapped(self, value: Any) -> Any:
        """Keys of rows inside other values: a step's plan, the line of an earlier passport."""
        if isinstance(value, str):
            return _KEY.sub(lambda found: self.keys.get(found[0], found[0]), value)
        if isinstance(value, list):
            return [self._mapped(each) for each in value]
        if isinstance(value, dict):
            return {key: self._mapped(each) for key, each in value.items()}
        return value


def _people(school: School, named: Mapping[str, str]) -> dict[str, UUID]:
    """People of the pack who work in this school's federation."""
    posts = Membership.objects.filter(federation_id=school.federation_id, user__in=list(named))
    return {str(pk): pk for pk in posts.values_list("user_id", flat=True)}


def is_parent(column: models.Field) -> bool:
    """Whether a column points at the row that this one hangs on."""
    return column.is_relation and column.related_model is not User


def _check(row: models.Model, *, leave) -> None:
    """What the fields themselves demand: lengths, choices, dates."""
    row.clean_fields(exclude={*leave, "school", "pupil"})
