"""Asking for a whole school as one file, keeping the file, and letting it go."""

import datetime as dt
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.exits.codes import EXPORT_JOB, FILE_LASTS
from aylsham.exits.writing import digest_of_file
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, SchoolExport, User


@transaction.atomic
def ask_for_school(*, school: School, by: User) -> SchoolExport:
    """Have the file made; one that is still being made is the one that was asked for."""
    School.objects.select_for_update().get(pk=school.pk)
    newest = SchoolExport.objects.filter(school=school, made_at=None).first()
    if newest and Job.objects.open().filter(pk=newest.job_id).exists():
        return newest
    export = SchoolExport.objects.create(school=school, asked_by=by, asked_at=clock.moment())
    job = start_job(EXPORT_JOB, school=school, by=by, arguments={"export": export.pk})
    export.job_id = job.pk
    export.save(update_fields=["job_id"])
    record_event(Action.ASK_FOR_SCHOOL, school=school, by=by, subject=export)
    return export


def keep_school(*, export: SchoolExport, manifest: dict[str, Any]) -> None:
    """The file is whole: note what is in it and until when it can be fetched."""
    path = path_of(export)
    export.made_at = clock.moment()
    export.expires_at = export.made_at + FILE_LASTS
    export.rows = sum(told["rows"] for told in manifest["tables"].values())
    export.files, export.missing = len(manifest["files"]), len(manifest["missing"])
    export.size, export.digest = path.stat().st_size, digest_of_file(path)
    export.checksum = manifest["checksum"]
    export.save()
    # The night goes by the file alone: rows stand behind the walls of their schools.
    os.utime(path, (export.made_at.timestamp(),) * 2)


@transaction.atomic
def fetch_school(*, export: SchoolExport, by: User) -> bytes | None:
    """The file, written down in the log; None when it has expired or is gone."""
    if not can_be_fetched(export, clock.moment()):
        return None
    try:
        data = path_of(export).read_bytes()
    except OSError:
        return None
    detail = {"rows": export.rows, "files": export.files, "checksum": export.checksum}
    record_event(Action.TAKE_OUT_SCHOOL, school=export.school, by=by, subject=export, detail=detail)
    return data


def can_be_fetched(export: SchoolExport, now: dt.datetime) -> bool:
    """Whether the file is there and its time is not over."""
    return export.expires_at is not None and now < export.expires_at


def path_of(export: SchoolExport) -> Path:
    """Where the file lies: outside the web root."""
    return _folder() / str(export.school_id) / f"{export.pk}.zip"


def forget_expired(now: dt.datetime) -> int:
    """Delete files whose time is over, and what was left half made; how many."""
    gone = 0
    for path in _folder().glob("*/*.zip"):
        written = dt.datetime.fromtimestamp(path.stat().st_mtime, tz=dt.UTC)
        if written + FILE_LASTS <= now:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "exports"
