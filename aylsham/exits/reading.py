"""Taking a whole school in from its file: everything or nothing, and proved to be the same."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import BadZipFile, ZipFile

import pgtrigger
from django.db import IntegrityError, connection, transaction
from django.utils.dateparse import parse_date

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.documents import keeping
from aylsham.exits import around, rows
from aylsham.exits.schema import FORMAT, version
from aylsham.exits.tables import Table, taken_in
from aylsham.exits.writing import SETTINGS, checksum_of, settings_of
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction

#: Rows, and letters, written in one statement.
MOST_ROWS, MOST_LETTERS = 1000, 4_000_000
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_BYTES = re.compile(r'"bytes:([0-9a-f]{64})"')


class Refused(Exception):
    """The file cannot be taken in; the message is a sentence, and nothing was written."""


@dataclass(frozen=True)
class TakenIn:
    """What came in."""

    rows: int
    files: int
    checksum: str


@dataclass(frozen=True)
class SchoolFile:
    """An open file of a school."""

    file: ZipFile
    manifest: dict[str, Any]
    #: Names in the ZIP without their endings.
    names: dict[str, str]

    def lines(self, name: str) -> Iterator[str]:
        """The lines of one of its parts; none if it is not there."""
        if name in self.file.namelist():
            with self.file.open(name) as part:
                yield from (line.decode().rstrip("\n") for line in part)

    def json(self, name: str) -> Any:
        """A part that is JSON."""
        return json.loads(self.file.read(name))

    def bytes(self, folder: str, digest: str) -> bytes:
        """An upload or a paper; Refused if it is not what its name says."""
        name = self.names.get(f"{folder}/{digest}")
        data = self.file.read(name) if name else b""
        if keeping.digest_of(data) != digest:
            raise Refused(f"The file is damaged: {folder}/{digest} is missing or was changed.")
        return data


def opened(file: ZipFile) -> SchoolFile:
    """A file of a school in today's version; raises Refused."""
    names = {name.split(".")[0]: name for name in file.namelist() if "/" in name}
    try:
        manifest = json.loads(file.read("manifest.json"))
    except (KeyError, ValueError):
        raise Refused("This is no file of a whole school: it has no manifest.") from None
    if manifest.get("format") != FORMAT:
        raise Refused("This is no file of a whole school.")
    if manifest.get("version") != version():
        raise Refused(
            f"The file has version {manifest.get('version')} and this installation takes in "
            f"{version()}. Take the school out again with the same release of Aylsham."
        )
    if manifest.get("checksum") != checksum_of(manifest):
        raise Refused("The file is damaged: its manifest was changed.")
    return SchoolFile(file, manifest, names)


def take_in(path: Path, school: School, *, new_ids: bool = False) -> TakenIn:
    """Write a file into an empty school and compare every row; raises Refused."""
    schools = list(school.federation.schools.all())
    try:
        with ZipFile(path) as file, school_transaction(*schools):
            return _take_in(opened(file), school, new_ids)
    except (BadZipFile, OSError):
        raise Refused("The file cannot be opened: it is no ZIP, or it is damaged.") from None
    except IntegrityError:
        raise Refused(
            "Rows of the file are in this installation already, or do not fit together. If the "
            "school they came from is still here, use --new-ids."
        ) from None


def _take_in(source: SchoolFile, school: School, new_ids: bool) -> TakenIn:
    school = School.objects.select_for_update().get(pk=school.pk)
    for table in taken_in():
        if not rows.is_empty(table, school.pk):
            raise Refused(
                f"{school.name} has records already ({table.name}): nothing was taken in."
            )
    ids = around.find_people(source.json("people.json"))
    ids[source.manifest["school"]["id"]] = str(school.pk)
    if new_ids:
        ids |= _new_ids(source)
    changed = {old: new for old, new in ids.items() if old != new}
    with pgtrigger.ignore(), transaction.atomic():
        _write(source, school, changed)
        connection.check_constraints()
    _set_settings(school, source.manifest["settings"])
    for digest in source.manifest["files"]:
        keeping.keep(school.pk, source.bytes("files", digest))
    total = compare(source, school, {new: old for old, new in changed.items()})
    record_event(Action.TAKE_IN_SCHOOL, school=school, by=None, detail={"rows": total})
    return TakenIn(total, len(source.manifest["files"]), source.manifest["checksum"])


def _write(source: SchoolFile, school: School, changed: dict[str, str]) -> None:
    for name in source.names.values():
        if name.startswith("federation/"):
            shared_table = name.removeprefix("federation/").removesuffix(".jsonl")
            if shared_table not in _shared_tables():
                raise Refused(f"The file is damaged: {name} is no table of a federation.")
            shared = [exchanged(line, changed) for line in source.lines(name)]
            around.put_shared(school.federation, shared_table, shared)
    for table in taken_in():
        for batch in _batches(source, table, changed):
            rows.put(table, school.pk, batch)


def _shared_tables() -> set[str]:
    models = (m for table in taken_in() for m in table.federation_keys.values())
    return {model._meta.db_table for model in models}


def _batches(source: SchoolFile, table: Table, changed: dict[str, str]) -> Iterator[list[str]]:
    batch: list[str] = []
    letters = 0
    has_bytes = rows.has_bytes(table)
    for line in source.lines(f"tables/{table.name}.jsonl"):
        row = exchanged(line, changed)
        if has_bytes:
            row = _BYTES.sub(lambda m: f'"\\\\x{source.bytes("bytes", m[1]).hex()}"', row)
        batch.append(row)
        letters += len(row)
        if len(batch) >= MOST_ROWS or letters >= MOST_LETTERS:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch


def _new_ids(source: SchoolFile) -> dict[str, str]:
    """A new key for each row, of the same moment, so that rows keep their order."""
    found: dict[str, str] = {}
    for table in taken_in():
        if not table.is_history:
            for line in source.lines(f"tables/{table.name}.jsonl"):
                old = json.loads(line)[table.order]
                found[old] = old[:15] + str(uuid4())[15:]
    return found


def exchanged(line: str, ids: dict[str, str]) -> str:
    """A row in which some ids stand for others, wherever they stand."""
    return _ID.sub(lambda match: ids.get(match[0], match[0]), line) if ids else line


def compare(source: SchoolFile, school: School, back: dict[str, str]) -> int:
    """How many rows a school has, each of them equal to the file's; raises Refused."""
    total = 0
    for table in taken_in():
        here = rows.Sum()
        for line in rows.lines(table, school.pk):
            here.add(exchanged(line, back))
        told = source.manifest["tables"][table.name]
        if (here.rows, here.digest) != (told["rows"], told["sha256"]):
            raise Refused(f"{table.name} is not as the file says: nothing was changed.")
        total += here.rows
    if settings_of(school) != source.manifest["settings"]:
        raise Refused("What the school says of itself is not as the file says.")
    return total


def _set_settings(school: School, told: dict[str, Any]) -> None:
    for name in SETTINGS:
        setattr(school, name, told[name])
    school.live_from = parse_date(told["live_from"]) if told["live_from"] else None
    school.save(update_fields=SETTINGS)
