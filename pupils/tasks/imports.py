"""Background work that takes files in: rolls, trackers, passports of before."""

from collections.abc import Generator, Iterable
from functools import partial
from typing import Any

from celery import shared_task
from django.urls import reverse
from django.utils import timezone

from aylsham import clock
from aylsham.documents.inspecting import Upload
from aylsham.jobs.registry import Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_once_a_day
from aylsham.models import Job
from pupils.codes import ImportState, IntakeFileState, IntakeState
from pupils.importing.sheets import Unreadable
from pupils.models import (
    FileImport,
    PassportIntake,
)
from pupils.rules.intakes import READ_JOB, TAKE_JOB
from pupils.selectors.intakes import intake_of, intake_page
from pupils.services.importing.kinds import kind_of
from pupils.services.importing.lifecycle import keep_reading
from pupils.services.importing.watching import import_from_folder, watched_folder
from pupils.services.intakes.reading import (
    candidates_of,
    finish_reading,
    keep_looked,
    look_into,
)
from pupils.services.intakes.taking import finish_taking_in, take_in


def _import_page(job: Job) -> str:
    return reverse("import", args=[job.school.slug, job.arguments["file_import"]])


@job_handler("read_import", title="Reading a file from the office", result_url=_import_page)
def read_import(work: Work) -> Generator[Step, None, dict[str, Any]]:
    """Read an uploaded file beside the record and keep the preview."""
    file_import = FileImport.objects.select_related("school").get(
        school=work.school, pk=work.arguments["file_import"]
    )
    if file_import.state != ImportState.READING:
        return {}
    stages = kind_of(file_import).read(file_import, today=clock.today())
    while True:
        try:
            stage = next(stages)
        except StopIteration as end:
            reading = end.value
            break
        except Unreadable as refusal:
            reading = refusal
            break
        yield Step(done=stage.done, total=stage.total, sentence=stage.sentence)
    kept = keep_reading(file_import=file_import, reading=reading)
    return {"rows": kept.counts.get("rows", 0), "state": kept.state}


@shared_task(name="pupils.tasks.look_into_folders")
def look_into_folders() -> None:
    """Ask for one look into the watched folder of every school that has one, once a night."""
    start_once_a_day("watch_folder", on=clock.today(), wants=watched_folder)


@job_handler("watch_folder", title="Looking into the watched folder")
def watch_folder(work: Work) -> dict[str, Any]:
    """Import the newest roll of the school's folder, if it is new."""
    done = import_from_folder(work.school, now=timezone.now(), today=clock.today())
    return {"file_import": done.pk, "state": done.state} if done else {"state": "nothing_new"}


def _intake_page(job: Job) -> str:
    return reverse("passport_intake", args=[job.school.slug, job.arguments["passport_intake"]])


@job_handler(READ_JOB, title="Reading existing passports", result_url=_intake_page)
def read_passports(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Read dropped files one by one, each in child processes outside any transaction."""
    intake = intake_of(work.school, work.arguments["passport_intake"])
    if intake is None or intake.state != IntakeState.READING:
        return {}
    total = intake.files.count()
    for number in list(_numbers(intake, IntakeFileState.WAITING)):
        file = intake.files.get(number=number)
        upload = Upload(file.file_name, bytes(file.content))
        looked = yield Outside(
            done=number - 1,
            total=total,
            sentence=f"Reading file {number} of {total}",
            compute=partial(look_into, upload),
        )
        if intake_of(work.school, intake.pk).state != IntakeState.READING:
            return {"forgotten": True}
        keep_looked(
            file=file, looked=looked, children=candidates_of(work.school, today=clock.today())
        )
    finish_reading(intake=intake)
    return {"files": total}


@job_handler(
    TAKE_JOB, title="Taking in existing passports", result_url=_intake_page, can_be_cancelled=False
)
def take_passports(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Write what the files say, child by child."""
    intake = intake_of(work.school, work.arguments["passport_intake"])
    if intake is None or intake.state != IntakeState.WRITING:
        return {}
    ready = [line.id for line in intake_page(intake).ready]
    for done, pk in enumerate(ready, 1):
        take_in(
            file=intake.files.get(pk=pk),
            as_strategies=work.arguments["as_strategies"],
            on=clock.today(),
            by=work.by,
        )
        yield Step(done=done, total=len(ready), sentence=f"Passport {done} of {len(ready)}")
    finish_taking_in(intake=intake)
    return {"passports": len(ready)}


def _numbers(intake: PassportIntake, state: IntakeFileState) -> Iterable[int]:
    return intake.files.filter(state=state).values_list("number", flat=True)
