"""Where files lie: outside the web root, a folder for each school, named by what is in them.

The same bytes lie there once. They are encrypted by the disk, as the database is.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings


def digest_of(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def keep(school_id: UUID, data: bytes) -> str:
    """Write the bytes if they are not there yet; their digest."""
    digest = digest_of(data)
    path = _path(school_id, digest)
    if path.exists():
        path.touch()  # so that the nightly sweep lets it be until the row is written
        return digest
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, part = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(part).replace(path)
    return digest


def read(school_id: UUID, digest: str) -> bytes:
    """The bytes; OSError when they are missing or are no longer what was kept."""
    data = _path(school_id, digest).read_bytes()
    if digest_of(data) != digest:
        raise OSError("the file has changed on the disk")
    return data


def forget(school_id: UUID, digest: str) -> None:
    """Delete the bytes; nothing happens when they are gone already."""
    _path(school_id, digest).unlink(missing_ok=True)


def kept(school_id: UUID) -> Iterator[tuple[str, float]]:
    """(name, time it was last written) of everything in a school's folder."""
    folder = _folder(school_id)
    for path in folder.glob("*/*") if folder.is_dir() else ():
        yield path.name, path.stat().st_mtime


def _folder(school_id: UUID) -> Path:
    return Path(settings.MEDIA_ROOT) / "documents" / str(school_id)


def _path(school_id: UUID, digest: str) -> Path:
    return _folder(school_id) / digest[:2] / digest
