"""The paper of a training kept as a file, replaced, taken out."""

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.documents import keeping
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.inspecting import Upload, check_file
from aylsham.models import User
from staff.models import TrainingCertificate, TrainingRecord
from staff.services.training import locked_training

#: What a certificate comes as: a paper or a picture of one, no letter with something hanging on it.
ENDINGS = ("pdf", "docx", "jpg", "jpeg", "png", "webp", "heic", "heif")
MEGABYTES = 10


def keep_certificate(*, training: TrainingRecord, upload: Upload, by: User) -> TrainingCertificate:
    """Check a file and keep it; FileRefused or TransitionNotAllowed say why not.

    The one before goes. The check comes before any lock: it may take seconds.
    """
    _require_paper(upload)
    checked = check_file(upload)
    with transaction.atomic():
        training = locked_training(training)
        digest = keeping.keep(training.school_id, checked.data)
        mine = TrainingCertificate.objects.filter(school_id=training.school_id, record=training)
        if known := mine.filter(digest=digest).first():
            return known
        mine.delete()
        row = TrainingCertificate.objects.create(
            school_id=training.school_id,
            record=training,
            digest=digest,
            size=len(checked.data),
            media_type=checked.media_type,
            extension=checked.extension,
            added_at=clock.moment(),
            added_by=by,
        )
        _record(training, by, "certificate kept")
    return row


@transaction.atomic
def take_out_certificate(*, certificate: TrainingCertificate, by: User) -> None:
    """The file goes for good; the training stays."""
    training = locked_training(certificate.record)
    mine = TrainingCertificate.objects.filter(school_id=training.school_id, pk=certificate.pk)
    if mine.delete()[0]:
        _record(training, by, "certificate taken out")


def _require_paper(upload: Upload) -> None:
    if not upload.name.lower().endswith(tuple(f".{ending}" for ending in ENDINGS)):
        raise FileRefused("Send the certificate as a PDF, a Word file or a photo.")
    if len(upload.data) > MEGABYTES * 1_000_000:
        raise FileRefused(f"It is larger than {MEGABYTES} MB. Take a photo of it instead.")


def _record(training: TrainingRecord, by: User, step: str) -> None:
    detail = {"step": step, "person": str(training.user_id or training.member_id)}
    record_event(
        Action.CHANGE_TRAINING, school=training.school, by=by, subject=training, detail=detail
    )
