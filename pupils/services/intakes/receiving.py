"""Existing passports come in: files or a zip of them are kept, then read one by one."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents import keeping
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.checks.unpacking import parts_of
from aylsham.documents.inspecting import Upload
from aylsham.jobs.services import start_job
from aylsham.models import School, User
from pupils.codes import IntakeState
from pupils.models import IntakeFile, PassportIntake
from pupils.rules.intakes import READ_JOB, TAKE_JOB, job_key
from pupils.services.recording import lock

MOST_FILES = 400
#: What a computer puts into a folder by itself.
_NOISE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini", "~$", "._")


@transaction.atomic
def receive_passports(*, school: School, uploads: list[Upload], by: User) -> PassportIntake:
    """Keep the dropped files and start reading them; TransitionNotAllowed says why not."""
    files = [each for upload in uploads for each in _unpacked(upload)]
    if not files:
        raise TransitionNotAllowed("There is no file in it.")
    if len(files) > MOST_FILES:
        raise TransitionNotAllowed(f"Drop at most {MOST_FILES} files at once.")
    intake = PassportIntake.objects.create(school=school, made_by=by)
    IntakeFile.objects.bulk_create(
        IntakeFile(
            school=school,
            intake=intake,
            number=number,
            file_name=file.name[-255:],
            digest=keeping.digest_of(file.data),
            content=file.data,
        )
        for number, file in enumerate(files, 1)
    )
    record_event(
        Action.DROP_PASSPORTS, school=school, by=by, subject=intake, detail={"files": len(files)}
    )
    start_job(
        READ_JOB, school=school, by=by, key=job_key(READ_JOB, intake.pk), arguments=_of(intake)
    )
    return intake


@transaction.atomic
def start_taking_in(*, intake: PassportIntake, as_strategies: bool, by: User) -> PassportIntake:
    """Start writing what was found, for every file without an open question."""
    intake = lock(intake)
    if intake.state != IntakeState.READY:
        raise TransitionNotAllowed("These files are not waiting for you any more.")
    intake.state, intake.done_by = IntakeState.WRITING, by
    intake.save(update_fields=["state", "done_by"])
    arguments = _of(intake) | {"as_strategies": as_strategies}
    key = job_key(TAKE_JOB, intake.pk)
    start_job(TAKE_JOB, school=intake.school, by=by, key=key, arguments=arguments)
    return intake


@transaction.atomic
def discard_intake(*, intake: PassportIntake, by: User) -> PassportIntake:
    """Forget files of which nothing was taken in."""
    intake = lock(intake)
    if intake.state not in (IntakeState.READING, IntakeState.READY):
        raise TransitionNotAllowed("These files are taken in already. Take them back instead.")
    intake.state = IntakeState.DISCARDED
    intake.save(update_fields=["state"])
    intake.files.update(content=None, found={}, candidates=[])
    record_event(Action.DISCARD_PASSPORTS, school=intake.school, by=by, subject=intake)
    return intake


def _of(intake: PassportIntake) -> dict[str, str]:
    return {"passport_intake": str(intake.pk)}


def _unpacked(upload: Upload) -> Iterator[Upload]:
    """The file itself, or the files of a zip without what the computer added."""
    if not upload.name.lower().endswith(".zip"):
        yield Upload(_base(upload.name), upload.data)
        return
    try:
        for name, data in parts_of(upload.data):
            is_noise = any(word in name for word in _NOISE)
            if not name.endswith("/") and not is_noise:
                yield Upload(_base(name), data)
    except FileRefused:
        raise TransitionNotAllowed(
            "The zip could not be opened safely. Drop the files themselves."
        ) from None


def _base(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name
