"""Files that an invited person adds to an answer: checked when they come, filed by sending."""

import datetime as dt
from pathlib import PurePosixPath

from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone

from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.documents import keeping
from aylsham.documents.inspecting import Upload, check_file
from aylsham.models import School
from pupils.codes import DOCUMENT_TYPES
from pupils.family_codes import AskKind
from pupils.models import ContributionFile, ContributionRequest, Document, Pupil
from pupils.rules.asking import (
    FILES_A_MINUTE,
    MOST_FILE_BYTES,
    MOST_FILES,
    MOST_FILES_TRIED,
    document_kind,
)
from pupils.services.contributions.open import require_open
from pupils.services.documents.filing import file_document
from pupils.services.recording import lock


def add_file(*, ask: ContributionRequest, upload: Upload) -> ContributionFile | None:
    """Check a file and keep it with the draft; None when this very file is there already.

    FileRefused or TransitionNotAllowed say why not. Each try counts, so that nobody can keep the
    checks busy.
    """
    digest = keeping.digest_of(upload.data)
    if ask.kind == AskKind.PLAN_PART:
        raise TransitionNotAllowed("No files can be added here. Please send them to the school.")
    if not _may_try(ask, digest):
        return None
    checked = check_file(upload)
    with transaction.atomic():
        ask = lock(ask)
        require_open(ask)
        _require_room(ask, len(checked.data))
        stem = PurePosixPath(upload.name).stem[:200]
        row, _ = ContributionFile.objects.get_or_create(
            school_id=ask.school_id,
            ask=ask,
            digest=digest,
            defaults={
                "name": f"{stem}.{checked.extension}",
                "size": len(checked.data),
                # As it may be kept: where a photo was taken is gone already.
                "content": checked.data,
                "added_at": timezone.now(),
            },
        )
    return row


@transaction.atomic
def remove_file(*, ask: ContributionRequest, pk: str) -> None:
    """The person takes a file away again before sending."""
    ask = lock(ask)
    require_open(ask)
    for row in ContributionFile.objects.filter(school_id=ask.school_id, ask=ask, document=None):
        if str(row.pk) == pk:
            row.delete()


def file_all(ask: ContributionRequest, pupil: Pupil) -> list[Document]:
    """File what was added, on the (locked) child's record, with whom it came from."""
    kind = document_kind(ask.kind, ask.role)
    found = []
    for row in ContributionFile.objects.filter(school_id=ask.school_id, ask=ask, document=None):
        try:
            row.document = file_document(
                pupil=pupil,
                kind=kind,
                upload=Upload(row.name, bytes(row.content)),
                source=f"By link from {ask.name}, {ask.email}"[:150],
                author=ask.name if ask.kind == AskKind.ADVICE else "",
                profession=ask.role if ask.kind == AskKind.ADVICE else "",
                # Nobody at school has read it yet: few people may, until somebody widens it.
                sensitivity=max(Sensitivity.SENSITIVE, DOCUMENT_TYPES[kind].sensitivity),
                is_advice=ask.kind == AskKind.ADVICE or None,
            )
        except TransitionNotAllowed:
            continue  # the very file is on the record already
        finally:
            row.content = None
            row.save(update_fields=["document", "content"])
        found.append(row.document)
    return found


def forget_files(ask: ContributionRequest) -> None:
    """Let go of what was added and never sent."""
    ContributionFile.objects.filter(school_id=ask.school_id, ask=ask, document=None).delete()


def forget_unsent_files(*, school: School, today: dt.date) -> int:
    """Let go of files of requests that can no longer be answered; how many."""
    rows = ContributionFile.objects.filter(school=school, document=None, content__isnull=False)
    return rows.filter(ask__expires_on__lt=today).delete()[0]


@transaction.atomic
def _may_try(ask: ContributionRequest, digest: str) -> bool:
    """Count a try; False for the same file again."""
    ask = lock(ask)
    require_open(ask)
    rows = ContributionFile.objects.filter(school_id=ask.school_id, ask=ask)
    if rows.filter(digest=digest).exists():
        return False
    lately = rows.filter(added_at__gte=timezone.now() - dt.timedelta(minutes=1)).count()
    if ask.files_tried >= MOST_FILES_TRIED:
        raise TransitionNotAllowed("No more files can be added here. Please ring the school.")
    if lately >= FILES_A_MINUTE:
        raise TransitionNotAllowed("That was a lot at once. Wait a minute, then add the rest.")
    _require_room(ask, 0)
    ContributionRequest.objects.filter(school_id=ask.school_id, pk=ask.pk).update(
        files_tried=F("files_tried") + 1
    )
    return True


def _require_room(ask: ContributionRequest, size: int) -> None:
    rows = ContributionFile.objects.filter(school_id=ask.school_id, ask=ask)
    if rows.count() >= MOST_FILES:
        raise TransitionNotAllowed(f"You can add {MOST_FILES} files. Take one away first.")
    used = rows.aggregate(all=Sum("size"))["all"] or 0
    if used + size > MOST_FILE_BYTES:
        raise TransitionNotAllowed("The files are too big all together. Add fewer or smaller ones.")
