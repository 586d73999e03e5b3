"""The bundle that is given: letter, index, words with parts blacked out, pages of files as pictures."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.template.loader import render_to_string

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.blackout import BlackedFile, black_out_text, draw, joined
from aylsham.documents.fitting import fit_pdf
from aylsham.jobs.services import start_job
from aylsham.models import Job, User
from pupils.models import Disclosure, RecordsRequest
from pupils.request_codes import Decision
from pupils.selectors.requests.bundles import BundleItem, items_to_give
from pupils.services.recording import lock, lock_pupil
from pupils.services.requests.cases import record, require_checks, require_open
from pupils.services.requests.sharing import require_may_be_given

BUNDLE_JOB = "records_bundle"
TITLE = "Records"


@dataclass(frozen=True)
class MadeBundle:
    """What came of making a bundle: the PDF, or what stops it."""

    pdf: bytes = b""
    pages: int = 0
    #: The first page of each item that is given, by its number.
    starts: tuple[tuple[int, int], ...] = ()
    problem: str = ""


@transaction.atomic
def ask_for_bundle(*, case: RecordsRequest, by: User) -> tuple[Disclosure, Job]:
    """Start making the bundle, once everything is checked and decided.

    While one is being made it is that one: pressing twice leaves one line in the log.
    """
    pupil = lock_pupil(case.pupil, when_closed=True)
    case = lock(case)
    case.pupil = pupil
    require_open(case)
    require_checks(case)
    items = case.items.filter(school_id=case.school_id)
    if case.collected_at is None or not items:
        raise TransitionNotAllowed("Look through the records first.")
    if many := items.filter(decision=Decision.OPEN).count():
        raise TransitionNotAllowed(f"Decide about the {many} items that are open.")
    require_may_be_given(case)
    for waiting in case.disclosures.filter(school_id=case.school_id, pdf=None, problem=""):
        job = _job_of(waiting, by)
        if job.is_open:
            return waiting, job
    row = Disclosure.objects.create(
        school=pupil.school, case=case, made_by=by, made_at=clock.moment()
    )
    job = _job_of(row, by)
    record(case, pupil, by, "bundle asked for")
    return row, job


def _job_of(row: Disclosure, by: User) -> Job:
    """The work that makes this bundle, started if it is not yet."""
    return start_job(
        BUNDLE_JOB,
        school=row.school,
        by=by,
        key=f"{BUNDLE_JOB}:{row.pk}",
        arguments={"disclosure": str(row.pk)},
    )


def make_bundle(
    items: Sequence[BundleItem], *, school_name: str, received_on: dt.date, today: dt.date
) -> MadeBundle:
    """Set and draw everything; no database. PdfProblem if it cannot be had."""
    texts = []
    for item in items:
        text, missing = black_out_text(item.text, item.words) if item.text else ("", [])
        if missing:
            return MadeBundle(problem=_not_found(item, missing))
        texts.append(text)
    files = [(n, item) for n, item in enumerate(items) if item.data]

    def words(starts: dict[int, int]):
        lines = [
            {"item": item, "text": text, "starts": starts.get(item.number)}
            for item, text in zip(items, texts, strict=True)
        ]
        context = {
            "lines": lines, "school_name": school_name, "today": today, "received_on": received_on,
        }  # fmt: skip
        return fit_pdf([render_to_string("pupils/requests/bundle_pdf.html", context)])

    placed = words({item.number: 999 for item in items})
    drawn = draw([_file(item) for _, item in files], first_page=placed.pages + 1)
    for (_, item), missing in zip(files, drawn.missing, strict=True):
        if missing:
            return MadeBundle(problem=_not_found(item, missing))
    starts = {
        item.number: placed.starts[f"i{item.number}"] + 1
        for item in items
        if f"i{item.number}" in placed.starts
    }
    page = placed.pages + 1
    for (_, item), pages in zip(files, drawn.pages, strict=True):
        starts[item.number] = page
        page += pages
    pdf = joined([words(starts).pdf, drawn.pdf], title=TITLE)
    return MadeBundle(pdf, page - 1, tuple(sorted(starts.items())))


@transaction.atomic
def keep_bundle(*, row: Disclosure, made: MadeBundle) -> None:
    """Keep the bundle, unless something was sealed or decided otherwise in the meantime."""
    lock_pupil(row.case.pupil, when_closed=True)
    if not Disclosure.objects.filter(school_id=row.school_id, pk=row.pk).exists():
        return
    row = lock(row)
    starts = dict(made.starts)
    row.pdf, row.pages, row.problem = made.pdf or None, made.pages, made.problem
    row.log = [
        [item.number, item.decision, item.ground, starts.get(item.number)]
        for item in row.case.items.filter(school_id=row.school_id)
    ]
    row.save(update_fields=["pdf", "pages", "problem", "log"])


def bundle_items(row: Disclosure) -> list[BundleItem]:
    """What goes into a bundle, read in one go: the making has no database."""
    return items_to_give(row.case)


def _file(item: BundleItem) -> BlackedFile:
    return BlackedFile(
        data=item.data,
        extension=item.extension,
        label=f"Item {item.number}",
        words=item.words,
        boxes=item.boxes,
        left_out=item.left_out,
    )


def _not_found(item: BundleItem, missing: Sequence[str]) -> str:
    return (
        f"Item {item.number}: {len(missing)} of the words to black out do not stand there as text. "
        "They may be part of a picture, or go over the end of a line. Use boxes or leave the page "
        "out."
    )
