"""The bin of documents: thirty days with an undo, then gone for good."""

import datetime as dt

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.documents import keeping
from aylsham.documents.holders import named_at
from aylsham.models import School, User
from pupils.models import Document
from pupils.rules.documents import BIN_DAYS
from pupils.services.documents.filing import record, require_on_record
from pupils.services.recording import lock, lock_pupil

#: A file on the disk without a row is let be for so long: its row may be on the way.
LET_BE = dt.timedelta(days=1)


@transaction.atomic
def bin_document(*, document: Document, reason: str, by: User) -> Document:
    """Put a document in the bin, from where it can be taken for thirty days."""
    lock_pupil(document.pupil)
    document = require_on_record(lock(document))
    document.binned_at, document.binned_by, document.bin_reason = timezone.now(), by, reason
    document.save(update_fields=["binned_at", "binned_by", "bin_reason"])
    record(Action.BIN_DOCUMENT, document, by)
    return document


@transaction.atomic
def restore_document(*, document: Document, by: User) -> Document:
    """Take a document out of the bin."""
    lock_pupil(document.pupil)
    document = lock(document)
    if document.binned_at is None:
        raise TransitionNotAllowed("This document is not in the bin.")
    document.binned_at, document.binned_by, document.bin_reason = None, None, ""
    document.save(update_fields=["binned_at", "binned_by", "bin_reason"])
    record(Action.RESTORE_DOCUMENT, document, by)
    return document


@transaction.atomic
def empty_bin(*, school: School, now: dt.datetime) -> int:
    """Delete for good what has lain in the bin for thirty days, its history too; how many.

    The log keeps what went, as type and digests: the proof that it did.
    """
    documents = Document.objects.filter(
        school=school, binned_at__lt=now - dt.timedelta(days=BIN_DAYS), hold_reason=""
    ).select_related("school")
    gone = []
    for document in documents.select_for_update(of=("self",)):
        gone.append(document.pk)
        digests = [v.digest for v in document.versions.all()]
        record(
            Action.DELETE_DOCUMENT,
            document,
            None,
            {"kind": document.kind, "digests": digests},
        )
        document.delete()
    events = apps.get_model("pupils", "DocumentEvent").objects
    events.filter(school_id=school.pk, pgh_obj_id__in=gone).delete()
    said = apps.get_model("pupils", "VoiceClipEvent").objects
    said.filter(school_id=school.pk, document_id__in=gone).delete()
    advised = apps.get_model("pupils", "RecommendationEvent").objects
    advised.filter(school_id=school.pk, document_id__in=gone).delete()
    return len(gone)


def sweep_files(*, school: School, now: dt.datetime) -> int:
    """Delete files of which no row is left: emptied from the bin, or an upload that was undone."""
    named = named_at(school.pk)
    count = 0
    for name, written_at in list(keeping.kept(school.pk)):
        if name not in named and written_at < (now - LET_BE).timestamp():
            keeping.forget(school.pk, name)
            count += 1
    return count
