"""Asking for many documents at once, keeping each as it is set, trying again, forgetting."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.fitting import Fitted
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from pupils.models import PrintBatch, PrintedDocument
from pupils.print_codes import TRIED_AGAIN, DocumentState

BATCH_JOB = "print_batch"
#: How long the documents are kept for whoever asked, as other prints are.
KEPT_FOR = dt.timedelta(days=1)
#: Children in one batch: a big primary school.
MOST = 1_000


@transaction.atomic
def ask_for_batch(
    *,
    school: School,
    kind: str,
    pupil_ids: Sequence[UUID],
    is_large: bool,
    whom: str,
    key: UUID,
    by: User,
) -> PrintBatch:
    """Start setting one document for each of these children; pressed twice, it is one batch."""
    if not pupil_ids:
        raise TransitionNotAllowed("Nobody fits this choice. Choose other classes or years.")
    if len(pupil_ids) > MOST:
        raise TransitionNotAllowed(f"Choose at most {MOST:,} children.")
    facts = {"kind": kind, "is_large": is_large, "whom": whom[:200], "asked_by": by}
    batch, is_new = PrintBatch.objects.get_or_create(
        school=school, key=key, defaults=facts | {"asked_at": clock.moment()}
    )
    if batch.asked_by_id != by.pk:
        raise TransitionNotAllowed("Open the print centre again, and choose anew.")
    if is_new:
        PrintedDocument.objects.bulk_create(
            PrintedDocument(school=school, batch=batch, pupil_id=pk, place=place)
            for place, pk in enumerate(pupil_ids, 1)
        )
        detail = {"kind": kind, "large": is_large}
        record_event(
            Action.PRINT, school=school, by=by, pupil_ids=pupil_ids, subject=batch, detail=detail
        )
        _start(batch, by)
    return batch


@transaction.atomic
def set_again(*, batch: PrintBatch, by: User) -> PrintBatch:
    """Go on where it was stopped, and take up again what could not be set."""
    batch = PrintBatch.objects.select_for_update().get(pk=batch.pk)
    job = Job.objects.filter(pk=batch.job_id).first()
    if job is not None and job.is_open:
        raise TransitionNotAllowed("It is being worked on. Wait until it has ended.")
    documents = PrintedDocument.objects.filter(school=batch.school_id, batch=batch)
    documents.filter(state__in=TRIED_AGAIN).update(state=DocumentState.WAITING, reason="")
    ids = list(documents.filter(state=DocumentState.WAITING).values_list("pupil_id", flat=True))
    if not ids:
        raise TransitionNotAllowed("Every document is set.")
    record_event(Action.PRINT, school=batch.school, by=by, pupil_ids=ids, subject=batch)
    _start(batch, by)
    return batch


@transaction.atomic
def keep_document(*, document: PrintedDocument, fitted: Fitted) -> None:
    """Keep what was set, or say what is too long for one side."""
    if fitted.pdf:
        document.state, document.reason = DocumentState.SET, ""
        document.pdf, document.pages = fitted.pdf, fitted.pages
    else:
        document.state = DocumentState.TOO_LONG
        words = [f"{box}: {number} words too many" for box, number in fitted.too_long]
        document.reason = "; ".join(words)[:200] or "It does not fit one side."
    document.save(update_fields=["state", "reason", "pdf", "pages"])


@transaction.atomic
def refuse_document(*, document: PrintedDocument, state: DocumentState, reason: str) -> None:
    """Say why there is no document; the rest of the batch goes on."""
    document.state, document.reason = state, reason[:200]
    document.save(update_fields=["state", "reason"])


def forget_batches(*, school: School, now: dt.datetime) -> int:
    """Delete what was printed more than a day ago; how many batches."""
    old = PrintBatch.objects.filter(school=school, asked_at__lt=now - KEPT_FOR)
    return old.delete()[1].get("pupils.PrintBatch", 0)


def _start(batch: PrintBatch, by: User) -> None:
    job = start_job(BATCH_JOB, school=batch.school, by=by, arguments={"batch": str(batch.pk)})
    batch.job_id = job.pk
    batch.save(update_fields=["job_id"])
