"""Background work of this floor: each a kind of job that calls one service."""

from collections.abc import Callable, Generator, Iterable
from functools import partial
from typing import Any

from celery import shared_task
from django.urls import reverse
from django.utils import timezone

from aylsham import clock
from aylsham.documents.inspecting import Upload
from aylsham.documents.rendering import PangoMissing, PdfProblem, write_pdf
from aylsham.jobs.registry import JobFailed, Outside, Step, TryAgain, job_handler
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_job
from aylsham.models import Job, School
from pupils.codes import ImportState, IntakeFileState, IntakeState
from pupils.importing.sheets import Unreadable
from pupils.models import (
    Disclosure,
    FileImport,
    PassportIntake,
    PassportPrint,
    PrintedPaper,
    Pupil,
)
from pupils.paper_codes import FitKind
from pupils.rules.intakes import READ_JOB, TAKE_JOB
from pupils.selectors.documents import text_of, version_to_read
from pupils.selectors.intakes import intake_of, intake_page
from pupils.selectors.moving.passport import transition_passport
from pupils.selectors.moving.plans import plan_of
from pupils.selectors.passports.printing import PrintedPassport, printed_passports
from pupils.selectors.transfers.lists import transfer_to_pack
from pupils.services.agreements.reminding import remind_to_agree
from pupils.services.concerns.drafts import forget_old_drafts
from pupils.services.contributions.attaching import forget_unsent_files
from pupils.services.contributions.reminding import remind_school
from pupils.services.documents.binning import empty_bin, sweep_files
from pupils.services.documents.words import keep_words
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
from pupils.services.letters.together import SEND_JOB, send_together
from pupils.services.papers import PAPER_JOB, forget_papers, keep_paper
from pupils.services.parents.news import tell_of_stages
from pupils.services.parents.pages import stop_barred
from pupils.services.passports.measuring import MEASURE_JOB, keep_fit
from pupils.services.passports.printing import (
    PRINT_JOB,
    class_set,
    forget_class_sets,
    keep_class_set,
    one_side,
)
from pupils.services.requests.bundle import BUNDLE_JOB, bundle_items, keep_bundle, make_bundle
from pupils.services.retention.deleting import (
    DELETE_JOB,
    certificate_html,
    delete_record,
    forget_files,
    issue_certificate,
    start_deletions,
)
from pupils.services.transfers.sending import PACK_JOB, keep_pack, read_record


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
    today = clock.today()
    for school in School.objects.order_by("slug"):
        if watched_folder(school):
            start_job(
                "watch_folder",
                school=school,
                by=None,
                key=f"watch_folder:{school.pk}:{today.isoformat()}",
            )


@job_handler("watch_folder", title="Looking into the watched folder")
def watch_folder(work: Work) -> dict[str, Any]:
    """Import the newest roll of the school's folder, if it is new."""
    done = import_from_folder(work.school, now=timezone.now(), today=clock.today())
    return {"file_import": done.pk, "state": done.state} if done else {"state": "nothing_new"}


@shared_task(name="pupils.tasks.start_request_reminders")
def start_request_reminders() -> None:
    """Ask once a day for each school's reminders of unanswered requests."""
    today = clock.today()
    for school in School.objects.order_by("slug"):
        start_job(
            "remind_of_requests",
            school=school,
            by=None,
            key=f"remind_of_requests:{school.pk}:{today.isoformat()}",
        )


@job_handler("remind_of_requests", title="Reminding of requests", can_be_cancelled=False)
def remind_of_requests(work: Work) -> dict[str, Any]:
    """One e-mail to each address that has been asked and has not answered."""
    today = clock.today()
    sent = remind_school(work.school, today=today)
    return {"sent": sent + remind_to_agree(work.school, today=today)}


@shared_task(name="pupils.tasks.look_after_parents_pages")
def look_after_parents_pages() -> None:
    """Ask once a day, for each school, who may still read and who is told of what has moved."""
    today = clock.today()
    for school in School.objects.order_by("slug"):
        start_job(
            "parents_pages",
            school=school,
            by=None,
            key=f"parents_pages:{school.pk}:{today.isoformat()}",
        )


@job_handler("parents_pages", title="Looking after parents' pages", can_be_cancelled=False)
def parents_pages(work: Work) -> dict[str, Any]:
    """Stop the pages of those who may not read any more; tell the others what has moved."""
    today = clock.today()
    stopped = stop_barred(school=work.school, today=today)
    return {"stopped": stopped, "told": tell_of_stages(school=work.school, today=today)}


@job_handler("read_document", title="Reading a document for the search", can_be_cancelled=False)
def read_document(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Read the words of one version, in a child process outside any transaction."""
    version = version_to_read(work.school, work.arguments["version"])
    if version is None:
        return {}
    text = yield Outside(compute=partial(text_of, version))
    keep_words(version=version, text=text)
    return {"letters": len(text or "")}


def _print_page(job: Job) -> str:
    return reverse("class_print", args=[job.school.slug, job.arguments["passport_print"]])


@job_handler(PRINT_JOB, title="Passports of a class", result_url=_print_page)
def print_passports(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set the passports of a class as one PDF, in a child process outside any transaction."""
    row = PassportPrint.objects.filter(
        school=work.school, pk=work.arguments["passport_print"]
    ).first()
    if row is None:
        return {}
    passports = printed_passports(work.school, row.pupil_ids)
    make = partial(class_set, passports, work.school, today=clock.today(), is_large=row.is_large)
    fitted = yield Outside(
        done=1, total=2, sentence=f"Setting {len(passports)} passports", compute=partial(_set, make)
    )
    keep_class_set(row=row, passports=passports, fitted=fitted)
    return {"pages": fitted.pages, "longer": len(row.long_ids)}


def _measured_page(job: Job) -> str:
    slug, told = job.school.slug, job.arguments
    if told["plan"]:
        return reverse("transition_print", args=[slug, told["pupil"], told["plan"]])
    asked = "?sensitive=" if told["kind"] == FitKind.WHOLE else ""
    return reverse("passport_print", args=[slug, told["pupil"]]) + asked


@job_handler(MEASURE_JOB, title="Does it fit one side?", result_url=_measured_page)
def measure_print(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set a child's print in a child process, and keep whether it fits."""
    told = work.arguments
    pupil = Pupil.objects.filter(school=work.school, pk=told["pupil"]).first()
    printed = pupil and _to_measure(work.school, pupil, told)
    if not printed:
        return {}
    pupil.school = work.school
    make = partial(one_side, printed, work.school, today=clock.today())
    fitted = yield Outside(
        done=1, total=2, sentence="Setting the page", compute=partial(_set, make)
    )
    keep_fit(pupil=pupil, kind=FitKind(told["kind"]), mark=printed.mark, fitted=fitted)
    return {"too_long": len(fitted.too_long)}


def _to_measure(school: School, pupil: Pupil, told: dict[str, Any]) -> PrintedPassport | None:
    if told["plan"]:
        plan = plan_of(pupil, told["plan"])
        return transition_passport(plan, today=clock.today()) if plan else None
    found = printed_passports(school, [pupil.pk], drafts=True, levels=told["levels"])
    return found[0] if found else None


def _batch_page(job: Job) -> str:
    return reverse("letter_batch", args=[job.school.slug, job.arguments["batch"]])


@job_handler(SEND_JOB, title="Letters to print", result_url=_batch_page)
def send_letters(work: Work) -> Generator[Step, None, dict[str, Any]]:
    """Set and keep letters that were begun together, each in a transaction of its own."""
    done = left = 0
    try:
        for done, total, refused in send_together(work.job):
            left = refused
            yield Step(done=done, total=total, sentence=f"{done} of {total} letters")
    except PdfProblem as problem:
        raise JobFailed(str(problem)) from None
    return {"letters": done - left, "left": left}


def _set[T](make: Callable[[], T]) -> T:
    try:
        return make()
    except PangoMissing as problem:
        raise JobFailed(str(problem)) from None  # trying again would not install it
    except PdfProblem as problem:
        raise TryAgain(str(problem)) from None


def _paper_page(job: Job) -> str:
    return reverse("paper", args=[job.school.slug, job.arguments["pupil"], job.arguments["paper"]])


@job_handler(PAPER_JOB, title="A paper to print", result_url=_paper_page)
def print_paper(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set a paper in a child process outside any transaction, and keep it with its digests."""
    row = PrintedPaper.objects.filter(school=work.school, pk=work.arguments["paper"]).first()
    if row is None or row.pdf is not None:
        return {}
    pdf = yield Outside(
        done=1, total=2, sentence="Setting the pages", compute=partial(_write, row.html)
    )
    keep_paper(row=row, pdf=pdf)
    return {"pages": len(row.page_digests)}


def _case_page(job: Job) -> str:
    row = Disclosure.objects.filter(school=job.school, pk=job.arguments["disclosure"]).first()
    names = [job.school.slug, *([row.case_id] if row else [])]
    return reverse("records_request" if row else "records_requests", args=names)


@job_handler(BUNDLE_JOB, title="Records for a request", result_url=_case_page)
def make_records_bundle(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set and draw what is given, in child processes outside any transaction."""
    rows = Disclosure.objects.select_related("school", "case", "case__pupil", "case__pupil__school")
    row = rows.filter(school=work.school, pk=work.arguments["disclosure"]).first()
    if row is None:
        return {}
    items = bundle_items(row)
    make = partial(
        make_bundle,
        items,
        school_name=work.school.name,
        received_on=row.case.received_on,
        today=clock.today(),
    )
    made = yield Outside(
        done=1,
        total=2,
        sentence=f"Putting {len(items)} items together",
        compute=partial(_set, make),
    )
    keep_bundle(row=row, made=made)
    return {"pages": made.pages}


@job_handler(PACK_JOB, title="Packing a record for another school", can_be_cancelled=False)
def pack_record(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Read a record, set it as a PDF outside any transaction, keep the pack and tell the receiver."""
    transfer = transfer_to_pack(work.arguments["school"], work.arguments["transfer"])
    if transfer is None:
        return {}
    try:
        record, html, files = read_record(transfer)
    except OSError:
        raise JobFailed("A document of this record is missing on the disk.") from None
    pdf = yield Outside(
        done=1, total=2, sentence="Setting the record", compute=partial(_write, html)
    )
    kept = keep_pack(transfer=transfer, record=record, pdf=pdf, files=files)
    return {"size": kept.size, "state": kept.state}


def _write(html: str) -> bytes:
    try:
        return write_pdf(html)
    except PangoMissing as problem:
        raise JobFailed(str(problem)) from None
    except PdfProblem as problem:
        raise TryAgain(str(problem)) from None


@shared_task(name="pupils.tasks.tidy_all_documents")
def tidy_all_documents() -> None:
    """Ask every school, once a night, to empty its bin of documents."""
    today = clock.today()
    for school in School.objects.order_by("slug"):
        start_job(
            "tidy_documents",
            school=school,
            by=None,
            key=f"tidy_documents:{school.pk}:{today.isoformat()}",
        )


@job_handler("tidy_documents", title="Emptying the bin of documents", can_be_cancelled=False)
def tidy_documents(work: Work) -> Generator[Step, None, dict[str, Any]]:
    """Delete what lay in the bin long enough; records at the end of their time have own jobs."""
    records = start_deletions(school=work.school)
    deleted = empty_bin(school=work.school, now=timezone.now())
    yield Step(sentence="The bin is emptied.")
    forget_class_sets(school=work.school, now=timezone.now())
    forget_papers(school=work.school, now=clock.moment())
    forget_unsent_files(school=work.school, today=clock.today())
    forget_old_drafts(school=work.school, today=clock.today())
    swept = sweep_files(school=work.school, now=timezone.now())
    return {"records": records, "deleted": deleted, "swept": swept}


@job_handler(DELETE_JOB, title="Deleting a record for good", can_be_cancelled=False)
def delete_one_record(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Rows first, then files, then the certificate: each is done once, whoever goes on with it."""
    certificate = delete_record(school=work.school, decision_id=work.arguments["decision"])
    if certificate is None or certificate.issued_at:
        return {}
    yield Step(done=1, total=3, sentence="The rows are deleted.")
    forget_files(certificate=certificate)
    html = certificate_html(certificate)
    pdf = yield Outside(
        done=2, total=3, sentence="The files are deleted.", compute=partial(_write, html)
    )
    issue_certificate(certificate=certificate, pdf=pdf)
    return {"certificate": certificate.number}


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
