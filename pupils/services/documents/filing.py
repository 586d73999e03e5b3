"""Filing documents on a child: checked, kept, versions, what is said of them."""

import datetime as dt
from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.documents import keeping
from aylsham.documents.checks.kinds import Checked
from aylsham.documents.checks.names import stem_of
from aylsham.documents.checks.sounds import Sound
from aylsham.documents.inspecting import Upload, check_file
from aylsham.jobs.services import start_job
from aylsham.models import User
from pupils.codes import DOCUMENT_TYPES, WordsState
from pupils.models import Document, DocumentVersion, DocumentWords, Pupil, Recommendation
from pupils.rules.documents import title_from
from pupils.services.recording import lock, lock_pupil

DOCUMENT_FIELDS = (
    "kind", "title", "of_on", "author", "profession", "source", "sensitivity", "is_advice",
    "hold_reason",
)  # fmt: skip
TWICE = "This very file is on the child's record already."


def file_document(
    *,
    pupil: Pupil,
    kind: str,
    upload: Upload,
    by: User | None = None,
    title: str = "",
    of_on: dt.date | None = None,
    author: str = "",
    profession: str = "",
    source: str = "",
    sensitivity: int | None = None,
    is_advice: bool | None = None,
    check: Callable[[Upload], Checked | Sound] = check_file,
) -> Document:
    """Check a file and put it on a child's record; FileRefused or TransitionNotAllowed say why not.

    What is left empty follows from the type. `by=None`: it came by a link or a program, and
    `source` says from whom. The check comes before any lock: it may take seconds.
    """
    checked = check(upload)
    usual = DOCUMENT_TYPES[kind]
    title = title.strip() or _title(pupil, upload) or usual.label
    with transaction.atomic():
        pupil = lock_pupil(pupil)
        _require_new(pupil, upload)
        document = Document.objects.create(
            school=pupil.school,
            pupil=pupil,
            kind=kind,
            title=title[:150],
            of_on=of_on or clock.today(),
            is_date_known=of_on is not None,
            author=author,
            profession=profession or (usual.profession if author else ""),
            source=source,
            sensitivity=sensitivity or usual.sensitivity,
            is_advice=usual.is_advice if is_advice is None else is_advice,
            filed_at=timezone.now(),
            filed_by=by,
        )
        version = _add_version(document, 1, checked, upload, by)
        record(Action.FILE_DOCUMENT, document, by, {"kind": kind, "size": version.size})
    return document


def replace_document(
    *, document: Document, upload: Upload, by: User | None, note: str = ""
) -> DocumentVersion:
    """File a newer version; the earlier ones stay and can be opened."""
    _require_paper(document)
    checked = check_file(upload)
    with transaction.atomic():
        pupil = lock_pupil(document.pupil)
        document = require_on_record(lock(document))
        _require_new(pupil, upload)
        number = document.versions.first().number + 1
        version = _add_version(document, number, checked, upload, by, note)
        record(Action.REPLACE_DOCUMENT, document, by, {"version": number, "size": version.size})
    return version


@transaction.atomic
def change_document(*, document: Document, changes: dict, version: str, by: User) -> Document:
    """Change what is said of a document: another type, date, author, who may read it."""
    lock_pupil(document.pupil)
    document = require_on_record(lock(document))
    require_version(document, DOCUMENT_FIELDS, version)
    if changes.get("kind", document.kind) != document.kind:
        _require_paper(document)
    names = [n for n in DOCUMENT_FIELDS if n in changes and getattr(document, n) != changes[n]]
    for name in names:
        setattr(document, name, changes[name])
    if "of_on" in names:
        document.is_date_known = True
    document.save(update_fields=[*names, "is_date_known"])
    _write_heading(document)
    if names:
        record(Action.CHANGE_DOCUMENT, document, by, {"fields": names})
    return document


def require_on_record(document: Document) -> Document:
    """A (locked) document that is neither in the bin nor sealed."""
    if document.sealed_at:
        raise TransitionNotAllowed("This document is sealed.")
    if document.binned_at:
        raise TransitionNotAllowed("This document is in the bin. Take it out first.")
    return document


def record(action: Action, document: Document, by, detail=None, *others: Pupil) -> None:
    """Write down what was done to a document, on the children concerned; never its title.

    What its recommendations make due follows it into the bin, out of it and to another child.
    """
    concerned = [document.pupil_id, *(p.pk for p in others)]
    record_event(
        action,
        school=document.school,
        by=by,
        pupil_ids=concerned,
        subject=document,
        detail=detail,
    )
    advised = Recommendation.objects.filter(school_id=document.school_id, document=document)
    if advised.exists():
        rebuild_deadlines(document.school, concerned)


def _add_version(
    document: Document, number: int, checked: Checked | Sound, upload: Upload, by, note: str = ""
) -> DocumentVersion:
    has_words = not checked.media_type.startswith(("image/", "audio/"))
    version = DocumentVersion.objects.create(
        school=document.school,
        document=document,
        number=number,
        digest=keeping.keep(document.school_id, checked.data),
        sent_digest=keeping.digest_of(upload.data),
        size=len(checked.data),
        media_type=checked.media_type,
        extension=checked.extension,
        note=note,
        added_at=timezone.now(),
        added_by=by,
        words_state=WordsState.WAITING if has_words else WordsState.NONE,
    )
    _write_heading(document, text="")
    if has_words:
        start_job(
            "read_document",
            school=document.school,
            by=by,
            key=f"read_document:{version.pk}",
            arguments={"version": version.pk},
        )
    return version


def _write_heading(document: Document, **more) -> None:
    label = document.get_kind_display()
    said = (document.title, label, document.author, document.profession, document.source)
    DocumentWords.objects.update_or_create(
        school=document.school,
        document=document,
        defaults={"heading": " ".join(filter(None, said)), **more},
    )


def _require_new(pupil: Pupil, upload: Upload) -> None:
    """The same file twice on one child: a second press of the button, or a slip."""
    same = DocumentVersion.objects.filter(
        school_id=pupil.school_id, sent_digest=keeping.digest_of(upload.data)
    )
    if same.filter(document__pupil=pupil, document__binned_at=None).exists():
        raise TransitionNotAllowed(TWICE)


def _require_paper(document: Document) -> None:
    if DOCUMENT_TYPES[document.kind].is_recording:
        raise TransitionNotAllowed("A voice clip stays as it is. Record a new one instead.")


def _title(pupil: Pupil, upload: Upload) -> str:
    names = (pupil.first_name, pupil.last_name, pupil.preferred_first_name)
    return title_from(stem_of(upload.name), names)
