"""Background work that sets PDFs: passports, papers, bundles, records."""

from collections.abc import Callable, Generator
from functools import partial
from typing import Any

from django.urls import reverse

from aylsham import clock
from aylsham.documents.rendering import PdfProblem
from aylsham.jobs.registry import JobFailed, Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job, School
from pupils.models import (
    Disclosure,
    PassportPrint,
    PrintedPaper,
    Pupil,
)
from pupils.paper_codes import FitKind
from pupils.selectors.moving.passport import transition_passport
from pupils.selectors.moving.plans import plan_of
from pupils.selectors.passports.printing import PrintedPassport, printed_passports
from pupils.selectors.shares import copy_to_make
from pupils.selectors.transfers.lists import transfer_to_pack
from pupils.services.papers import PAPER_JOB, keep_paper
from pupils.services.passports.measuring import MEASURE_JOB, keep_fit
from pupils.services.passports.printing import (
    PRINT_JOB,
    class_set,
    keep_class_set,
    one_side,
)
from pupils.services.requests.bundle import BUNDLE_JOB, bundle_items, keep_bundle, make_bundle
from pupils.services.shares.copies import COPY_JOB, keep_copy, maker_of, opened_words
from pupils.services.transfers.sending import PACK_JOB, keep_pack, read_record
from pupils.tasks.setting import set_pages, write_pages


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
        done=1,
        total=2,
        sentence=f"Setting {len(passports)} passports",
        compute=partial(set_pages, make),
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
        done=1, total=2, sentence="Setting the page", compute=partial(set_pages, make)
    )
    keep_fit(pupil=pupil, kind=FitKind(told["kind"]), mark=printed.mark, fitted=fitted)
    return {"too_long": len(fitted.too_long)}


def _to_measure(school: School, pupil: Pupil, told: dict[str, Any]) -> PrintedPassport | None:
    if told["plan"]:
        plan = plan_of(pupil, told["plan"])
        return transition_passport(plan, today=clock.today()) if plan else None
    found = printed_passports(school, [pupil.pk], drafts=True, levels=told["levels"])
    return found[0] if found else None


def _paper_page(job: Job) -> str:
    return reverse("paper", args=[job.school.slug, job.arguments["pupil"], job.arguments["paper"]])


@job_handler(PAPER_JOB, title="A paper to print", result_url=_paper_page, is_paper=True)
def print_paper(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set a paper in a child process outside any transaction, and keep it with its digests."""
    row = PrintedPaper.objects.filter(school=work.school, pk=work.arguments["paper"]).first()
    if row is None or row.pdf is not None:
        return {}
    pdf = yield Outside(
        done=1, total=2, sentence="Setting the pages", compute=partial(write_pages, row.html)
    )
    keep_paper(row=row, pdf=pdf)
    return {"pages": len(row.page_digests)}


@job_handler(COPY_JOB, title="A marked copy for a reader outside")
def mark_copy(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Make a marked copy in child processes outside any transaction, and keep it for its reader."""
    copy = copy_to_make(work.school, work.arguments["copy"])
    if copy is None:
        return {}
    try:
        make = maker_of(copy.item, school=work.school, opened=opened_words(copy.asked_at))
    except OSError:
        raise JobFailed("This paper cannot be read just now.") from None
    pdf = yield Outside(
        done=1, total=2, sentence="Marking the pages", compute=partial(_made_or_failed, make)
    )
    keep_copy(copy=copy, pdf=pdf)
    return {"size": len(pdf)}


def _made_or_failed(make: Callable[[], bytes]) -> bytes:
    # Its reader waits at the page: they are told at once, and press again.
    try:
        return make()
    except PdfProblem as problem:
        raise JobFailed(str(problem)) from None


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
        compute=partial(set_pages, make),
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
        done=1, total=2, sentence="Setting the record", compute=partial(write_pages, html)
    )
    kept = keep_pack(transfer=transfer, record=record, pdf=pdf, files=files)
    return {"size": kept.size, "state": kept.state}
