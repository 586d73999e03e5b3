"""The life of an uploaded file: received, read, put right, written, taken back."""

import datetime as dt
import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from pupils.codes import ImportState
from pupils.importing.columns import compact
from pupils.importing.reading import check_size
from pupils.importing.sheets import Unreadable
from pupils.models import ColumnMeaning, FileImport, Pupil
from pupils.services.importing.kinds import Reading, after_undo, kind_of, read_through
from pupils.services.importing.undoing import take_back
from pupils.services.recording import lock_pupils

CHANGED_MEANWHILE = (
    "The record has changed since this preview was made. Look at the new preview, then decide."
)


@transaction.atomic
def receive_file(
    *,
    school: School,
    kind: str,
    data: bytes,
    name: str,
    by: User | None,
    sheet_name: str = "",
    is_unattended: bool = False,
) -> FileImport:
    """Keep an uploaded file, to be read next; `Unreadable` when it is too large."""
    check_size(len(data))
    return FileImport.objects.create(
        school=school,
        kind=kind,
        file_name=_without_folders(name),
        content=data,
        digest=hashlib.sha256(data).hexdigest(),
        sheet_name=sheet_name[:100],
        is_unattended=is_unattended,
        made_by=by,
    )


@transaction.atomic
def refuse_unread(*, school: School, kind: str, name: str, digest: str, because: str) -> FileImport:
    """Keep a note of a file of the night that was refused before it was read."""
    return FileImport.objects.create(
        school=school,
        kind=kind,
        file_name=_without_folders(name),
        state=ImportState.REFUSED,
        refusal=because,
        digest=digest,
        is_unattended=True,
    )


def _without_folders(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2][-200:] or "file"


@transaction.atomic
def read_import(*, file_import: FileImport, today: dt.date) -> FileImport:
    """Read the file and keep the preview; a file that cannot be read is refused in words."""
    file_import = _locked(file_import)
    _require(file_import, ImportState.READING, ImportState.READY)
    try:
        return _keep(file_import, read_through(file_import, today=today))
    except Unreadable as refusal:
        return _refuse(file_import, refusal)


@transaction.atomic
def keep_reading(*, file_import: FileImport, reading: Reading | Unreadable) -> FileImport:
    """Keep what was read outside, unless a person discarded the file meanwhile."""
    file_import = _locked(file_import)
    if file_import.state != ImportState.READING:
        return file_import
    if isinstance(reading, Unreadable):
        return _refuse(file_import, reading)
    return _keep(file_import, reading)


def _keep(file_import: FileImport, reading: Reading) -> FileImport:
    file_import.state = ImportState.READY
    file_import.preview, file_import.counts = reading.preview, reading.counts
    file_import.save(update_fields=["state", "preview", "counts"])
    return file_import


def _refuse(file_import: FileImport, refusal: Unreadable) -> FileImport:
    file_import.state = ImportState.REFUSED
    file_import.refusal, file_import.content = str(refusal), None
    file_import.save(update_fields=["state", "refusal", "content"])
    return file_import


def preview_mark(file_import: FileImport) -> str:
    """A short mark of what a person saw: nothing else is written."""
    text = json.dumps(file_import.preview, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@transaction.atomic
def name_columns(
    *, file_import: FileImport, mapping: dict[str, str], today: dt.date, by: User
) -> FileImport:
    """A person says what headings mean; remembered for the school when it is written."""
    file_import = _ready(file_import)
    file_import.mapping = {**file_import.mapping, **mapping}
    file_import.save(update_fields=["mapping"])
    return read_import(file_import=file_import, today=today)


@transaction.atomic
def correct_cell(
    *, file_import: FileImport, row: int, column: str, text: str, today: dt.date, by: User
) -> FileImport:
    """A person types what a cell should say."""
    file_import = _ready(file_import)
    others = [c for c in file_import.corrections if c[:2] != [row, column]]
    file_import.corrections = [*others, [row, column, text]]
    file_import.save(update_fields=["corrections"])
    return read_import(file_import=file_import, today=today)


@transaction.atomic
def leave_out_row(
    *, file_import: FileImport, row: int, is_out: bool, today: dt.date, by: User
) -> FileImport:
    """A person leaves a row out, or takes it in again."""
    file_import = _ready(file_import)
    rows = set(file_import.left_out) - {row}
    file_import.left_out = sorted(rows | {row} if is_out else rows)
    file_import.save(update_fields=["left_out"])
    return read_import(file_import=file_import, today=today)


@transaction.atomic
def decide(
    *, file_import: FileImport, what: str, key: str, choice: Any, today: dt.date, by: User
) -> FileImport:
    """A person decides about a doubtful match, a difference or somebody who may have left."""
    file_import = _ready(file_import)
    decisions = dict(file_import.decisions)
    if what == "take_theirs":
        pupil, _, field = key.partition(":")
        taken = [pair for pair in decisions.get(what, []) if pair != [pupil, field]]
        decisions[what] = [*taken, [pupil, field]] if choice else taken
    else:
        made = dict(decisions.get(what, {}))
        made.pop(key, None)
        decisions[what] = {**made, key: choice} if choice else made
    file_import.decisions = decisions
    file_import.save(update_fields=["decisions"])
    return read_import(file_import=file_import, today=today)


@transaction.atomic
def write_import(
    *, file_import: FileImport, mark: str | None, today: dt.date, by: User | None
) -> FileImport:
    """Write the good rows. `mark` is of the preview that was seen; None: nobody saw one."""
    file_import = _ready(file_import)
    lock_children(file_import.school)
    reading = read_through(file_import, today=today)
    _keep(file_import, reading)
    if mark is not None and mark != preview_mark(file_import):
        raise TransitionNotAllowed(CHANGED_MEANWHILE)
    return _write(file_import, reading, today=today, by=by)


@transaction.atomic
def read_and_write(
    *,
    file_import: FileImport,
    only_if_faultless: bool,
    today: dt.date,
    by: User | None,
) -> FileImport:
    """Read a file at which nobody looks in between, and write its good rows.

    Read once, because nobody else can change a child meanwhile. Raises `Unreadable`.
    """
    file_import = _locked(file_import)
    _require(file_import, ImportState.READING)
    lock_children(file_import.school)
    reading = read_through(file_import, today=today)
    _keep(file_import, reading)
    if only_if_faultless and reading.preview["faults"]:
        return file_import
    return _write(file_import, reading, today=today, by=by)


def _write(
    file_import: FileImport, reading: Reading, *, today: dt.date, by: User | None
) -> FileImport:
    kind = kind_of(file_import)
    pupil_ids = kind.write(file_import, reading, today=today, by=by)
    _remember_columns(file_import)
    file_import.state, file_import.done_by = ImportState.DONE, by
    file_import.done_at = timezone.now()
    file_import.pupil_ids = sorted(pupil_ids)
    file_import.save(update_fields=["state", "done_by", "done_at", "pupil_ids"])
    record_event(
        kind.action,
        school=file_import.school,
        by=by,
        pupil_ids=pupil_ids,
        subject=file_import,
        detail=file_import.counts,
    )
    return file_import


def lock_children(school: School) -> None:
    """One import of a school at a time, and nobody edits a child meanwhile."""
    rows = Pupil.objects.select_for_update(no_key=True).filter(school=school)
    list(rows.order_by("pk").values_list("pk", flat=True))


def _remember_columns(file_import: FileImport) -> None:
    ColumnMeaning.objects.bulk_create(
        [
            ColumnMeaning(
                school=file_import.school, kind=file_import.kind, heading=compact(h)[:200], field=f
            )
            for h, f in file_import.mapping.items()
        ],
        update_conflicts=True,
        unique_fields=["school", "kind", "heading"],
        update_fields=["field"],
    )


@transaction.atomic
def hold_import(*, file_import: FileImport, because: str) -> FileImport:
    """Let an unattended import wait for a person."""
    file_import = _ready(file_import)
    file_import.held_because = because
    file_import.save(update_fields=["held_because"])
    return file_import


@transaction.atomic
def discard_import(*, file_import: FileImport, by: User) -> FileImport:
    """Write nothing and forget the file."""
    file_import = _locked(file_import)
    _require(file_import, ImportState.READING, ImportState.READY, ImportState.REFUSED)
    file_import.state, file_import.content, file_import.preview = ImportState.DISCARDED, None, {}
    file_import.save(update_fields=["state", "content", "preview"])
    return file_import


@transaction.atomic
def undo_import(*, file_import: FileImport, by: User | None) -> FileImport:
    """Take an import back exactly; `UndoRefused` names the later edits that would be lost."""
    file_import = _locked(file_import)
    now = timezone.now()
    if not file_import.can_be_undone(now):
        raise TransitionNotAllowed("An import can be taken back for 24 hours, and only once.")
    lock_pupils(file_import.school, file_import.pupil_ids)
    changes = list(file_import.changes.all())
    take_back(changes)
    after_undo(file_import, by)
    file_import.state, file_import.undone_by = ImportState.UNDONE, by
    file_import.undone_at = now
    file_import.save(update_fields=["state", "undone_by", "undone_at"])
    rebuild_deadlines(file_import.school, file_import.pupil_ids)
    record_event(
        Action.UNDO_IMPORT,
        school=file_import.school,
        by=by,
        pupil_ids=file_import.pupil_ids,
        subject=file_import,
        detail=file_import.counts,
    )
    return file_import


def _locked(file_import: FileImport) -> FileImport:
    rows = FileImport.objects.select_for_update(of=("self",), no_key=True).select_related("school")
    return rows.get(school_id=file_import.school_id, pk=file_import.pk)


def _ready(file_import: FileImport) -> FileImport:
    file_import = _locked(file_import)
    _require(file_import, ImportState.READY)
    return file_import


def _require(file_import: FileImport, *states: ImportState) -> None:
    if file_import.state not in states:
        label = ImportState(file_import.state).label.lower()
        raise TransitionNotAllowed(f"This import is {label}; nothing more can be changed in it.")
