"""Setting the documents of a batch, one after the other."""

import logging
from collections.abc import Callable, Generator
from functools import partial
from typing import Any

from django.db import transaction
from django.urls import reverse

from aylsham import clock
from aylsham.access.current import Access, posts_of
from aylsham.documents.fitting import Fitted
from aylsham.documents.rendering import PangoMissing, PdfProblem
from aylsham.jobs.registry import JobFailed, Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job
from pupils.models import PrintBatch, PrintedDocument
from pupils.print_codes import DocumentState
from pupils.print_kinds import NothingToPrint, print_kind
from pupils.selectors.identity import find_child
from pupils.services.print_batches import BATCH_JOB, keep_document, refuse_document

logger = logging.getLogger(__name__)

NO_LONGER = "You may no longer print this for the child."
WENT_WRONG = "Something went wrong on our side. Try it again."


class _Refused(Exception):
    """There is no document for this child: the state it is left in, and why."""

    def __init__(self, state: DocumentState, reason: str):
        super().__init__(reason)
        self.state, self.reason = state, reason


def _page(job: Job) -> str:
    return reverse("print_batch", args=[job.school.slug, job.arguments["batch"]])


@job_handler(BATCH_JOB, title="Documents to print", result_url=_page)
def print_batch(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Set what waits, one at a time: each is kept before the next begins, whoever goes on.

    One that cannot be set says why, and the rest goes on.
    """
    batch = PrintBatch.objects.filter(school=work.school, pk=work.arguments["batch"]).first()
    if batch is None:
        return {}
    documents = PrintedDocument.objects.filter(school=work.school, batch=batch).defer("pdf")
    total, did = documents.count(), 0
    while document := documents.filter(state=DocumentState.WAITING).first():
        done = documents.exclude(state=DocumentState.WAITING).count()
        told: dict[str, Any] = {"done": done, "total": total, "sentence": "Setting the documents"}
        try:
            make = _prepared(batch, document)
        except _Refused as refused:
            refuse_document(document=document, state=refused.state, reason=refused.reason)
            yield Step(**told)
            continue
        answer = yield Outside(**told, compute=partial(_tried, make))
        if isinstance(answer, Fitted):
            keep_document(document=document, fitted=answer)
            did += 1
        else:
            refuse_document(document=document, state=DocumentState.FAILED, reason=answer)
    return {"set": did, "documents": total}


def _prepared(batch: PrintBatch, document: PrintedDocument) -> Callable[[], Fitted]:
    """What sets the document, from what whoever asked may read at this moment."""
    school, today = batch.school, clock.today()
    posts = posts_of(batch.asked_by, today=today)
    access = Access(batch.asked_by, today, posts, school=school, schools=[school])
    kind = print_kind(batch.kind)
    may = kind is not None and school.pk in posts and access.can(kind.permission)
    child = find_child(access, document.pupil_id) if may else None
    if kind is None or child is None:
        raise _Refused(DocumentState.FAILED, NO_LONGER)
    child.pupil.school = school
    try:
        with transaction.atomic():
            return kind.prepare(access, child, batch.is_large)
    except NothingToPrint as nothing:
        raise _Refused(DocumentState.NOTHING, str(nothing)) from None
    except Exception:
        logger.exception("Document %s could not be prepared.", document.pk)
        raise _Refused(DocumentState.FAILED, WENT_WRONG) from None


def _tried(make: Callable[[], Fitted]) -> Fitted | str:
    """What was set, or why it could not be; only a missing library stops the whole batch."""
    try:
        return make()
    except PangoMissing as problem:
        raise JobFailed(str(problem)) from None
    except PdfProblem as problem:
        return str(problem)
    except Exception:
        logger.exception("A document of a batch could not be set.")
        return WENT_WRONG
