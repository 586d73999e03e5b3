"""What the dropped files say becomes drafts of passports; for a day it can be taken back."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.inspecting import Upload
from aylsham.identifiers import uuid7
from aylsham.models import User
from pupils.codes import IntakeFileState, IntakeState, PassportPart, Setting, Tier
from pupils.models import IntakeFile, PassportIntake, PassportText, Pupil, Strategy, StrategyTry
from pupils.rules.intakes import as_lines, settled
from pupils.rules.lines import LONGEST, LineKey
from pupils.services.documents.binning import bin_document
from pupils.services.documents.filing import file_document
from pupils.services.passports.reading import announce_change
from pupils.services.passports.versions import note_change
from pupils.services.passports.writing import write_line
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.strategies import add_strategy

SOURCE = "Passport from before"


@transaction.atomic
def decide_on_file(*, file: IntakeFile, pupil: Pupil | None, choices: dict[str, str], by: User):
    """A person answers what was asked about one file; without a child it is left out."""
    intake = lock(file.intake)
    _require(intake, IntakeState.READY)
    file = lock(file)
    file.pupil, file.is_chosen, file.choices = pupil, True, choices
    file.state = IntakeFileState.READ if pupil else IntakeFileState.LEFT
    file.save(update_fields=["pupil", "is_chosen", "choices", "state"])
    record_event(
        Action.DECIDE_PASSPORT,
        school=intake.school,
        by=by,
        pupil_ids=[pupil.pk] if pupil else [],
        subject=file,
    )
    return file


@transaction.atomic
def take_in(*, file: IntakeFile, as_strategies: bool, on: dt.date, by: User) -> IntakeFile:
    """Write what one file says into the child's passport, and file the document."""
    file = lock(file)
    if file.state != IntakeFileState.READ or file.pupil is None:
        return file
    try:
        with transaction.atomic():
            pupil = lock_pupil(file.pupil)
            file.written = _write(file, pupil, as_strategies, on, by)
            file.written["is_live"] = _announce(file, pupil, on, by)
            file.document = _filed(file, pupil, by)
    except (TransitionNotAllowed, FileRefused) as refused:
        file.state, file.refusal = IntakeFileState.REFUSED, str(refused)
    else:
        file.state, file.content = IntakeFileState.TAKEN, None
        detail = {"lines": len(file.written["lines"]), "helps": len(file.written["strategies"])}
        record_change(Action.TAKE_IN_PASSPORT, pupil=pupil, by=by, subject=file, detail=detail)
    file.save()
    return file


@transaction.atomic
def finish_taking_in(*, intake: PassportIntake) -> PassportIntake:
    """Everything is written; what nobody decided about is left out and forgotten."""
    intake = lock(intake)
    _require(intake, IntakeState.WRITING)
    left = intake.files.filter(state=IntakeFileState.READ)
    left.update(state=IntakeFileState.LEFT)
    intake.files.update(content=None)
    intake.state, intake.done_at = IntakeState.DONE, timezone.now()
    intake.save(update_fields=["state", "done_at"])
    return intake


@transaction.atomic
def take_back(*, intake: PassportIntake, on: dt.date, by: User) -> int:
    """Undo it within a day, but for what somebody has changed since; how many things stay."""
    intake = lock(intake)
    if not intake.can_be_undone(timezone.now()):
        raise TransitionNotAllowed("This can be taken back for a day only.")
    stays = 0
    files = intake.files.filter(state=IntakeFileState.TAKEN).select_related("pupil", "document")
    for file in files:
        stays += _take_back(file, lock_pupil(file.pupil), on, by)
        file.state = IntakeFileState.BACK
        file.save(update_fields=["state"])
    intake.state, intake.undone_at, intake.undone_by = IntakeState.UNDONE, timezone.now(), by
    intake.save(update_fields=["state", "undone_at", "undone_by"])
    record_event(
        Action.UNDO_IMPORT,
        school=intake.school,
        by=by,
        pupil_ids=[file.pupil_id for file in files],
        subject=intake,
        detail={"stays": stays},
    )
    return stays


def _write(
    file: IntakeFile, pupil: Pupil, as_strategies: bool, on: dt.date, by: User
) -> dict[str, Any]:
    """The lines, each with what it said before, and the new strategies."""
    boxes, helps = as_lines(file.found, file.choices, as_strategies=as_strategies)
    rows = {
        row.part: row
        for row in PassportText.objects.filter(
            school_id=pupil.school_id, passport__pupil=pupil, sensitivity=1
        )
    }
    lines = []
    for part in PassportPart.values:
        row = rows.get(part)
        ours = row.text if row else ""
        text = settled(ours, boxes.get(part, ""), file.choices.get(part, ""))
        if text == ours or len(text) > LONGEST:
            continue
        outcome = write_line(
            pupil=pupil,
            line=LineKey(part),
            text=text,
            revision=row.revision if row else 0,
            sitting=file.pk,
            on=on,
            by=by,
        )
        lines.append([part, ours, text, outcome.revision])
    return {"lines": lines, "strategies": _add_helps(pupil, helps, file.pk, on, by)}


def _announce(file: IntakeFile, pupil: Pupil, on: dt.date, by: User) -> bool:
    """Whether colleagues see at once what was written, and so are asked to read it."""
    is_changed = bool(file.written["lines"] or file.written["strategies"])
    return is_changed and announce_change(pupil=pupil, on=on, by=by)


def _add_helps(pupil: Pupil, helps: list[str], sitting: UUID, on: dt.date, by: User) -> list[str]:
    live = Strategy.objects.filter(school_id=pupil.school_id, pupil=pupil, ended_on=None)
    known = {text.casefold() for text in live.values_list("text", flat=True)}
    return [
        str(add_strategy(pupil=pupil, text=text, since_on=on, by=by, sitting=sitting).pk)
        for text in helps
        if text.casefold() not in known and len(text) <= LONGEST
    ]


def _filed(file: IntakeFile, pupil: Pupil, by: User):
    """The document on the child's record; None when the very file is there already."""
    upload = Upload(file.file_name, bytes(file.content))
    try:
        return file_document(pupil=pupil, kind="plan", upload=upload, source=SOURCE, by=by)
    except TransitionNotAllowed:
        return None


def _take_back(file: IntakeFile, pupil: Pupil, on: dt.date, by: User) -> int:
    stays = 0
    for part, before, after, revision in file.written["lines"]:
        row = PassportText.objects.filter(
            school_id=pupil.school_id, passport__pupil=pupil, part=part, sensitivity=1
        ).first()
        if row is None or (row.text, row.revision) != (after, revision):
            stays += 1
            continue
        line = LineKey(part)
        sitting = uuid7()
        write_line(
            pupil=pupil, line=line, text=before, revision=revision, sitting=sitting, on=on, by=by
        )
    stays += _remove_helps(file, pupil, by)
    if file.written.get("is_live"):
        announce_change(pupil=pupil, on=on, by=by)
    document = file.document
    if document and not document.binned_at and not document.sealed_at:
        bin_document(document=document, reason="The import was taken back", by=by)
    return stays


def _remove_helps(file: IntakeFile, pupil: Pupil, by: User) -> int:
    """Delete the strategies that nobody has changed, ended or tried since."""
    own = {"school_id": pupil.school_id, "pk__in": file.written["strategies"]}
    tried = StrategyTry.objects.filter(school_id=pupil.school_id).values("strategy")
    as_made = {"sitting": file.pk, "revision": 1, "need": None, "setting": Setting.EVERYWHERE}
    untouched = as_made | {"tier": Tier.UNIVERSAL, "sensitivity": 1, "ended_on": None}
    fresh = Strategy.objects.filter(**own, **untouched).exclude(pk__in=tried)
    removed = fresh.count()
    # Nothing points at them, which was looked for: no cascade is wanted.
    fresh._raw_delete(fresh.db)
    if removed:
        note_change(pupil, by)
    return len(file.written["strategies"]) - removed


def _require(intake: PassportIntake, *states: IntakeState) -> None:
    if intake.state not in states:
        raise TransitionNotAllowed("These files are not waiting for you any more.")
