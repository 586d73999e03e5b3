"""A folder per school into which its own system puts the roll every night."""

import datetime as dt
import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from aylsham.models import School
from pupils.codes import ImportKind, ImportState
from pupils.importing.listing import SECOND_TABLE, TABLE_ABOVE
from pupils.importing.reading import check_size
from pupils.importing.sheets import Unreadable
from pupils.models import FileImport
from pupils.services.importing.lifecycle import (
    hold_import,
    read_import,
    receive_file,
    refuse_unread,
    write_import,
)
from pupils.services.importing.whose_upn import ANOTHER_CHILDS

logger = logging.getLogger(__name__)

#: A file that was written to more recently may not be complete.
SETTLED = dt.timedelta(minutes=2)
ENDINGS = {".csv", ".txt", ".tsv", ".xlsx", ".xml"}
#: Beyond these shares of the roll, a person looks first.
MOST_FAULTY = 0.1
MOST_MISSING = 0.1
MOST_NEW = 0.2
FEW = 5


@dataclass(frozen=True)
class Folder:
    """A school's watched folder."""

    path: Path
    newest: Path | None
    newest_at: dt.datetime | None


def watched_folder(school: School) -> Folder | None:
    """The school's folder, if one is set up; its newest file that looks like a roll."""
    if not settings.WATCHED_DIR:
        return None
    path = Path(settings.WATCHED_DIR) / school.slug
    if not path.is_dir():
        return None
    files = [
        file
        for file in path.iterdir()
        if file.is_file()
        and file.suffix.lower() in ENDINGS
        and not file.name.startswith((".", "~"))
    ]
    newest = max(files, key=lambda file: file.stat().st_mtime, default=None)
    at = dt.datetime.fromtimestamp(newest.stat().st_mtime, dt.UTC) if newest else None
    return Folder(path, newest, at)


def import_from_folder(school: School, *, now: dt.datetime, today: dt.date) -> FileImport | None:
    """Import the newest file, if it is new; what a person should see first, waits."""
    folder = watched_folder(school)
    if folder is None or folder.newest is None or now - folder.newest_at < SETTLED:
        return None
    try:
        check_size(folder.newest.stat().st_size)
    except Unreadable as refusal:
        return _refuse_unread(school, folder, str(refusal))
    data = folder.newest.read_bytes()
    if _is_known(school, hashlib.sha256(data).hexdigest()):
        return None
    received = receive_file(
        school=school,
        kind=ImportKind.ROLL,
        data=data,
        name=folder.newest.name,
        by=None,
        is_unattended=True,
    )
    file_import = read_import(file_import=received, today=today)
    if file_import.state == ImportState.REFUSED:
        return _logged(file_import)
    if because := reason_to_wait(file_import):
        return hold_import(file_import=file_import, because=because)
    return write_import(file_import=file_import, mark=None, today=today, by=None)


def _refuse_unread(school: School, folder: Folder, because: str) -> FileImport | None:
    """A file that is far too large is told once; its size and time are known without reading it."""
    seen = f"{folder.newest.stat().st_size} {folder.newest_at}"
    digest = hashlib.sha256(seen.encode()).hexdigest()
    if _is_known(school, digest):
        return None
    name = folder.newest.name
    return _logged(
        refuse_unread(
            school=school, kind=ImportKind.ROLL, name=name, digest=digest, because=because
        )
    )


def _logged(refused: FileImport) -> FileImport:
    """The school and the reason; a file's name may be a child's."""
    logger.warning(
        "The roll in the watched folder of %s was refused: %s", refused.school.slug, refused.refusal
    )
    return refused


def _is_known(school: School, digest: str) -> bool:
    """The same file as last night says nothing new, whatever became of it."""
    latest = FileImport.objects.filter(school=school, is_unattended=True).first()
    return latest is not None and latest.digest == digest


def reason_to_wait(file_import: FileImport) -> str:
    """Why nobody should write this without looking; empty if it may be written."""
    counts, preview = file_import.counts, file_import.preview
    rows = max(counts["rows"], 1)
    faulty = counts["rows"] - counts["good"]
    if preview["is_first"]:
        return "It is the school's first roll."
    if preview["is_transfer"]:
        return "It is a transfer file, not a roll."
    if other := sum(each["problem"] == ANOTHER_CHILDS for each in preview["faults"]):
        return f"{other} of {rows} rows have the UPN of another child."
    if any(each["problem"] in (SECOND_TABLE, TABLE_ABOVE) for each in preview["faults"]):
        return "A second table in the file was not read."
    if faulty > max(FEW, MOST_FAULTY * rows):
        return f"{faulty} of {rows} rows have faults."
    if counts["leavers"] > max(FEW, MOST_MISSING * rows):
        return f"{counts['leavers']} children on roll are not in the file."
    if counts["new"] > max(FEW, MOST_NEW * rows):
        return f"{counts['new']} of {rows} children are new."
    return next(iter(preview["alarms"]), "")
