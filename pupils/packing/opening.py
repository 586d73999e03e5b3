"""Opening a pack that somebody brings: every byte is checked before anything is read into a row."""

import hashlib
import io
import json
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from pupils.packing.format import (
    CTF,
    FORMAT,
    MANIFEST,
    READABLE,
    README,
    RECORD,
    VERSION,
    is_check_code,
    is_signed_here,
)
from pupils.packing.refusal import PackRefused
from pupils.packs import table
from pupils.selectors.transfers.contents import PUPIL_FIELDS, WITH_FILES

MOST_FILES = 2_000
MOST_BYTES = 300 * 1024 * 1024
_NAMES = re.compile(r"documents/\d{3,5}\.[a-z]{2,5}")
_FIXED = {RECORD, READABLE, CTF, MANIFEST, README}
_PARTS = {"format", "version", "made_on", "school", "pupil", "people", "tables", "files"}
FOREIGN = "This is no record made by Aylsham. Ask the other school for the zip that it downloads."
CHANGED = "The file is not as it was made: something in it was changed or is missing."


@dataclass(frozen=True)
class OpenedPack:
    """A pack that is whole: the record, and the bytes of its files by digest."""

    record: dict[str, Any]
    manifest: dict[str, Any]
    files: dict[str, bytes]

    @property
    def is_from_here(self) -> bool:
        """Whether this installation made it."""
        return is_signed_here(self.manifest)


def open_pack(data: bytes, *, code: str = "") -> OpenedPack:
    """The pack, checked; PackRefused for what is foreign, changed, or lacks its check code."""
    inside = _unzipped(data)
    manifest = _read(inside, MANIFEST)
    _check_manifest(manifest, inside)
    if not is_signed_here(manifest) and not is_check_code(manifest, code):
        raise PackRefused(
            "Type the check code that the other school told you: it shows that nobody changed "
            "the file on its way."
        )
    record = _read(inside, RECORD)
    _check_record(record)
    return OpenedPack(record, manifest, _files(record, inside))


def _check_digests(record: dict[str, Any]) -> None:
    """Every row of a file has its file."""
    known = {each["digest"] for each in record["files"]}
    for label in WITH_FILES:
        if any(row["digest"] not in known for row in record["tables"].get(label, ())):
            raise PackRefused(CHANGED)


def _unzipped(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            names = [each.filename for each in listed]
            if len(names) != len(set(names)) or len(names) > MOST_FILES:
                raise PackRefused(CHANGED)
            if not {MANIFEST, RECORD} <= set(names):
                raise PackRefused(FOREIGN)
            if any(name not in _FIXED and not _NAMES.fullmatch(name) for name in names):
                raise PackRefused(CHANGED)
            if sum(each.file_size for each in listed) > MOST_BYTES:
                raise PackRefused("The file is too large to be one child's record.")
            return {each.filename: _bytes(archive, each) for each in listed}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
        raise PackRefused(FOREIGN) from None


def _bytes(archive: zipfile.ZipFile, each: zipfile.ZipInfo) -> bytes:
    """At most what the list of contents says: a bomb lies about it."""
    with archive.open(each) as file:
        data = file.read(each.file_size + 1)
    if len(data) != each.file_size:
        raise PackRefused(CHANGED)
    return data


def _read(inside: dict[str, bytes], name: str) -> dict[str, Any]:
    try:
        found = json.loads(inside[name])
    except (ValueError, RecursionError):
        raise PackRefused(CHANGED) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise PackRefused(FOREIGN)
    if found.get("version") != VERSION:
        raise PackRefused("A newer Aylsham made this record. Ask for an update, then try again.")
    return found


def _check_manifest(manifest: dict[str, Any], inside: dict[str, bytes]) -> None:
    files = manifest.get("files")
    if not isinstance(files, dict) or not isinstance(manifest.get("signature"), str):
        raise PackRefused(CHANGED)
    found = {
        name: hashlib.sha256(data).hexdigest() for name, data in inside.items() if name != MANIFEST
    }
    if found != files:
        raise PackRefused(CHANGED)


def _check_record(record: dict[str, Any]) -> None:
    pupil, tables = record.get("pupil"), record.get("tables")
    if not record.keys() >= _PARTS or not isinstance(tables, dict) or not isinstance(pupil, dict):
        raise PackRefused(CHANGED)
    if set(pupil) != set(PUPIL_FIELDS):
        raise PackRefused(CHANGED)
    for label, rows in tables.items():
        known = table(label)
        if known is None or not isinstance(rows, list):
            raise PackRefused(CHANGED)
        columns = {"id", *(column.name for column in known.columns())}
        if any(not isinstance(row, dict) or set(row) != columns for row in rows):
            raise PackRefused(CHANGED)


def _files(record: dict[str, Any], inside: dict[str, bytes]) -> dict[str, bytes]:
    found = {}
    for each in record["files"]:
        data = inside.get(each.get("name", "")) if isinstance(each, dict) else None
        if data is None or hashlib.sha256(data).hexdigest() != each.get("digest"):
            raise PackRefused(CHANGED)
        found[each["digest"]] = data
    _check_digests(record)
    return found
