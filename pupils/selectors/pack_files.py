"""The files of a pack for another school, each as it lies in the pack."""

import io
import json
import mimetypes
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from aylsham.documents import keeping
from pupils.models import RecordTransfer
from pupils.packing.format import CTF, MANIFEST, READABLE, README, RECORD

#: What each file of every pack is, in the order in which somebody looks at them.
KNOWN = {
    READABLE: "The record to read, with an index",
    RECORD: "The same in an open format",
    CTF: "Common transfer file with the SEN sections",
    README: "What is in the pack",
    MANIFEST: "The digest of each file",
}


@dataclass(frozen=True)
class PackFile:
    """One file of a pack: its name there, what it is in words, its size in bytes."""

    name: str
    words: str
    size: int

    @property
    def media_type(self) -> str:
        """As a browser is told."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    @property
    def extension(self) -> str:
        """What the name ends in."""
        return self.name.rpartition(".")[2]


def pack_files(transfer: RecordTransfer) -> tuple[PackFile, ...]:
    """Every file, what is read by people first."""
    with _opened(transfer) as pack:
        titles = dict(_titles(json.loads(pack.read(RECORD))))
        sizes = {each.filename: each.file_size for each in pack.infolist()}
    order = list(KNOWN)
    place = {name: order.index(name) if name in order else 0.5 for name in sizes}
    return tuple(
        PackFile(name, KNOWN.get(name) or titles.get(name, "A picture"), sizes[name])
        for name in sorted(sizes, key=lambda name: (place[name], name))
    )


def pack_file(transfer: RecordTransfer, name: str) -> bytes:
    """The bytes of one file of a pack."""
    with _opened(transfer) as pack:
        return pack.read(name)


def _opened(transfer: RecordTransfer) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(keeping.read(transfer.school_id, transfer.digest)))


def _titles(record: dict) -> Iterator[tuple[str, str]]:
    """The title of each document by the name of its file in the pack."""
    names = {each["digest"]: each["name"] for each in record["files"]}
    tables = record["tables"]
    titles = {row["id"]: row["title"] for row in tables.get("pupils.document", ())}
    for row in tables.get("pupils.documentversion", ()):
        if row["digest"] in names and row["document"] in titles:
            yield names[row["digest"]], titles[row["document"]]
