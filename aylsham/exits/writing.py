"""Writing a whole school into one ZIP: records, uploads, papers, and tables for a spreadsheet."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import connection, transaction

from aylsham import clock
from aylsham.documents import keeping
from aylsham.documents.holders import holders, named_at
from aylsham.exits.around import federation_rows, people_of
from aylsham.exits.rows import Sum, contents, lines, whole_sum
from aylsham.exits.schema import FORMAT, schema, version
from aylsham.exits.tables import Table, tables
from aylsham.models import School
from aylsham.spreadsheets import harmless
from aylsham.tenancy.row_security import set_schools

#: What a school says of itself that its rules go by; an import sets it.
SETTINGS = ("year_groups", "is_open_in_holidays", "live_from", "uses_layers")
_FACTS = ("id", "name", "slug", "phase", "la_code", "establishment_number", "urn")
#: Endings by the first bytes, so that a paper opens with a click.
_ENDINGS = {b"%PDF": ".pdf", b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg"}
README = """\
This is everything that {name} keeps in Aylsham, taken out on {day}.

manifest.json   which school, when, how many rows, checksums
schema.json     what every column is (JSON Schema)
tables/         all records, one row of JSON on a line
csv/            the same for a spreadsheet, without former states
files/, bytes/  uploads and finished papers, named by their SHA-256
log/            who looked at and changed what; to be read only
people.json     who is named in the records

It holds children's records. Keep it encrypted, and delete it when it is no longer needed.
"""


@contextmanager
def one_moment(school: School) -> Iterator[None]:
    """A transaction that sees one school as it is now, whatever others write meanwhile."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        set_schools(s.pk for s in school.federation.schools.all())
        yield


def write_records(school: School, path: Path) -> dict[str, Any]:
    """Begin the file with all records; its manifest, in which `files` are still to be written."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with one_moment(school), ZipFile(path, "w", ZIP_DEFLATED) as file:
        manifest = _manifest(school)
        for table in tables():
            manifest["log" if table.is_read_only else "tables"][table.name] = _write_table(
                file, table, school
            )
        _write_json(file, "people.json", people_of(school.pk))
        for name, rows in federation_rows(school.pk).items():
            file.writestr(f"federation/{name}.jsonl", "".join(f"{row}\n" for row in rows))
        manifest["files"] = sorted(named_at(school.pk))
        file.writestr("files.csv", _files_csv(school))
        file.writestr("README.txt", README.format(name=school.name, day=clock.today().isoformat()))
        _write_json(file, "schema.json", schema())
    path.chmod(0o600)
    return manifest


def add_files(school: School, path: Path, digests: Iterable[str]) -> list[str]:
    """Put uploads into the file; the digests of those that are missing on the disk."""
    missing = []
    with ZipFile(path, "a", ZIP_DEFLATED) as file:
        for digest in digests:
            try:
                data = keeping.read(school.pk, digest)
            except OSError:
                missing.append(digest)
            else:
                file.writestr(f"files/{digest}{_ending(data)}", data)
    return missing


def close_file(path: Path, manifest: dict[str, Any], missing: list[str]) -> dict[str, Any]:
    """End the file with its manifest, and say what is in it."""
    gone = set(missing)
    manifest["files"] = [digest for digest in manifest["files"] if digest not in gone]
    manifest["missing"] = sorted(gone)
    manifest["checksum"] = checksum_of(manifest)
    with ZipFile(path, "a", ZIP_DEFLATED) as file:
        _write_json(file, "manifest.json", manifest)
    return manifest


def checksum_of(manifest: dict[str, Any]) -> str:
    """One number over all records and uploads: two files with the same hold the same."""
    parts = [(name, told["sha256"]) for name, told in manifest["tables"].items()]
    parts += [("file", digest) for digest in manifest["files"]]
    parts.append(("settings", hashlib.sha256(_json(manifest["settings"]).encode()).hexdigest()))
    return whole_sum(parts)


def digest_of_file(path: Path) -> str:
    """SHA-256 of a file that may be large."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def settings_of(school: School) -> dict[str, Any]:
    """What the rules of a school go by, ready for JSON."""
    return json.loads(_json({name: getattr(school, name) for name in SETTINGS}))


def _manifest(school: School) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": version(),
        "made_at": clock.moment().isoformat(),
        "school": {name: str(getattr(school, name)) for name in _FACTS},
        "settings": settings_of(school),
        "tables": {},
        "log": {},
    }


def _write_table(file: ZipFile, table: Table, school: School) -> dict[str, Any]:
    folder, total = "log" if table.is_read_only else "tables", Sum()
    with file.open(f"{folder}/{table.name}.jsonl", "w", force_zip64=True) as out:
        for line in lines(table, school.pk):
            total.add(line)
            out.write(f"{line}\n".encode())
    if total.rows and not table.is_history:
        _write_csv(file, table, school)
    known = set(file.namelist())
    for data in contents(table, school.pk):
        name = f"bytes/{keeping.digest_of(data)}{_ending(data)}"
        if name not in known:
            known.add(name)
            file.writestr(name, data)
    return {"rows": total.rows, "sha256": total.digest}


def _write_csv(file: ZipFile, table: Table, school: School) -> None:
    columns = [field.column for field in table.fields]
    with (
        file.open(f"csv/{table.name}.csv", "w", force_zip64=True) as raw,
        io.TextIOWrapper(raw, "utf-8-sig", newline="") as out,
    ):
        writer = csv.writer(out)
        writer.writerow(columns)
        for line in lines(table, school.pk):
            row = json.loads(line, parse_float=str)
            writer.writerow([_cell(row[column]) for column in columns])


def _cell(value: Any) -> Any:
    return harmless(_json(value) if isinstance(value, dict | list) else value)


def _files_csv(school: School) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["sha256", "table", "row"])
    for model in holders():
        rows = model._default_manager.filter(school=school).exclude(digest="")
        named = rows.order_by("pk").values_list("digest", "pk")
        writer.writerows([digest, model._meta.db_table, pk] for digest, pk in named)
    return out.getvalue()


def _ending(data: bytes) -> str:
    return next((end for start, end in _ENDINGS.items() if data.startswith(start)), "")


def _write_json(file: ZipFile, name: str, value: Any) -> None:
    file.writestr(zipfile.ZipInfo(name), _json(value, indent=1), ZIP_DEFLATED)


def _json(value: Any, **options: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str, **options)
