"""A child's voice clip: recorded, its words written down, taken back by the child."""

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.codes import Sensitivity
from aylsham.documents.inspecting import Upload, check_voice
from aylsham.models import User
from pupils.codes import VOICE_CLIP
from pupils.models import Document, Pupil, VoiceClip
from pupils.services.documents.binning import bin_document
from pupils.services.documents.filing import file_document, record, require_on_record
from pupils.services.passports.writing import passport_of
from pupils.services.recording import lock, lock_pupil

CLIP_FIELDS = ("words",)
AGAIN = "Recorded again."
TAKEN_BACK = "The child took it back."


def keep_clip(
    *, pupil: Pupil, upload: Upload, by: User, words: str = "", sensitivity: int | None = None
) -> VoiceClip:
    """Check a recording and keep it as a document; FileRefused or TransitionNotAllowed say why not.

    The one before goes in the bin: a passport plays one.
    """
    sound = check_voice(upload)
    with transaction.atomic():
        pupil = lock_pupil(pupil)
        passport_of(pupil)
        before = list(Document.objects.on_record().filter(pupil=pupil, kind=VOICE_CLIP))
        document = file_document(
            pupil=pupil,
            kind=VOICE_CLIP,
            upload=upload,
            by=by,
            title="Voice clip",
            of_on=clock.today(),
            sensitivity=sensitivity or Sensitivity.EVERYONE,
            check=lambda _: sound,
        )
        for each in before:
            each.pupil = pupil
            bin_document(document=each, reason=AGAIN, by=by)
        clip = VoiceClip.objects.create(
            school=pupil.school,
            document=document,
            seconds=sound.seconds,
            words=words,
            **_written(words, by),
        )
    return clip


@transaction.atomic
def write_clip_words(*, clip: VoiceClip, words: str, version: str, by: User) -> VoiceClip:
    """Write down, or correct, every word of a clip; the earlier wording stays in the history."""
    lock_pupil(clip.document.pupil)
    document = require_on_record(lock(clip.document))
    clip = lock(clip)
    require_version(clip, CLIP_FIELDS, version)
    if clip.words != words:
        clip.words = words
        for name, value in _written(words, by).items():
            setattr(clip, name, value)
        clip.save(update_fields=["words", "written_by", "written_on"])
        record(Action.CHANGE_DOCUMENT, document, by, {"fields": ["words"]})
    return clip


def take_back_clip(*, clip: VoiceClip, by: User) -> None:
    """The child does not want it kept: into the bin, and deleted for good after thirty days."""
    if clip.document.binned_at:
        raise TransitionNotAllowed("It is taken back already.")
    bin_document(document=clip.document, reason=TAKEN_BACK, by=by)


def _written(words: str, by: User) -> dict:
    return {"written_by": by if words else None, "written_on": clock.today() if words else None}
