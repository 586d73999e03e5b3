"""A child's photo."""

from django.db import transaction
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.documents import keeping
from aylsham.documents.inspecting import Upload, check_photo
from aylsham.models import User
from pupils.models import Pupil, PupilPhoto
from pupils.services.recording import lock_pupil


def set_photo(*, pupil: Pupil, upload: Upload, by: User) -> PupilPhoto:
    """Show this picture beside the child's name, cut square; the one before is deleted."""
    checked = check_photo(upload)
    with transaction.atomic():
        pupil = lock_pupil(pupil)
        photo, _ = PupilPhoto.objects.update_or_create(
            school=pupil.school,
            pupil=pupil,
            defaults={
                "digest": keeping.keep(pupil.school_id, checked.data),
                "size": len(checked.data),
                "added_at": timezone.now(),
                "added_by": by,
            },
        )
        _record(pupil, by, "set")
    return photo


@transaction.atomic
def remove_photo(*, pupil: Pupil, by: User) -> None:
    """Show no photo; the file itself goes in the night."""
    pupil = lock_pupil(pupil)
    PupilPhoto.objects.filter(school=pupil.school, pupil=pupil).delete()
    _record(pupil, by, "removed")


def _record(pupil: Pupil, by: User, step: str) -> None:
    record_event(
        Action.CHANGE_PHOTO, school=pupil.school, by=by, pupil_ids=[pupil.pk], detail={"step": step}
    )
