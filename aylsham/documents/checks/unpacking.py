"""Opening a zip (Word files are zips) without being flooded or led astray."""

import io
import re
import stat
import zipfile
from collections.abc import Iterator

from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.checks.signatures import ZIP

MOST_PARTS = 2000
MOST_BYTES = 250_000_000
#: A part that swells more than this is no text of a person's.
MOST_RATIO = 200
RATIO_FROM = 1_000_000
_CHUNK = 1 << 16
_BROKEN = FileRefused("This Word file is damaged. Open it in Word and save it again.")


def parts_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every part; FileRefused for a bomb, a trick in a name, or damage."""
    if not data.startswith(ZIP):
        raise FileRefused("This is not a Word file, whatever its name says.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _require_honest(archive, data)
            left = MOST_BYTES
            for info in archive.infolist():
                part = _read(archive, info, left)
                left -= len(part)
                yield info.filename, part
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        raise _BROKEN from None
    except zipfile.zlib.error:  # type: ignore[attr-defined]
        raise _BROKEN from None


def with_parts(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The same zip, part for part in the same order, with these parts in place of its own."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(into, "w") as new:
        for info in old.infolist():
            part = changed[info.filename] if info.filename in changed else old.read(info)
            new.writestr(info, part)
    return into.getvalue()


def _require_honest(archive: zipfile.ZipFile, data: bytes) -> None:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS or sum(i.file_size for i in infos) > MOST_BYTES:
        raise _bomb()
    if len({i.filename.lower() for i in infos}) != len(infos):
        raise FileRefused("This file holds two parts of one name. Save it again in Word.")
    in_order = sorted(infos, key=lambda i: i.header_offset)
    if in_order and in_order[0].header_offset:
        raise FileRefused("Something stands before the beginning of this file. Save it again.")
    end = 0
    for info in in_order:
        if info.header_offset < end:
            raise _bomb()  # parts that lie over each other
        end = info.header_offset + info.compress_size
        _require_honest_part(info)
    if not data.rstrip(b"\0").endswith(archive.comment) or _tail(data, archive):
        raise FileRefused("Something hangs behind the end of this file. Save it again in Word.")


def _tail(data: bytes, archive: zipfile.ZipFile) -> int:
    """Bytes behind the end of the archive."""
    at = data.rfind(b"PK\x05\x06")
    return len(data) - (at + 22 + len(archive.comment))


def _require_honest_part(info: zipfile.ZipInfo) -> None:
    name = info.filename
    is_path = name.startswith(("/", "\\")) or ".." in name.split("/") or re.search(r"[\\:\0]", name)
    if is_path or stat.S_ISLNK(info.external_attr >> 16):
        raise FileRefused("This file holds a part with a path that leads out of it.")
    if info.flag_bits & 0x1:
        raise FileRefused("This file has a password. Save it without one.")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _BROKEN
    if info.file_size > RATIO_FROM and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        raise _bomb()


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    """A part, whatever size it claims: no more than is left of the allowance."""
    found = bytearray()
    with archive.open(info) as part:
        while chunk := part.read(_CHUNK):
            found += chunk
            if len(found) > min(left, max(RATIO_FROM, MOST_RATIO * max(info.compress_size, 1))):
                raise _bomb()
    return bytes(found)


def _bomb() -> FileRefused:
    return FileRefused("This file swells to many times its size when it is opened.")
