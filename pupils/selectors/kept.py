"""One dated record of a child."""

from uuid import UUID

from pupils.kept import KeptKind
from pupils.models import Pupil
from pupils.models.dated import DatedRecord


def record_of(kind: KeptKind, pupil: Pupil, pk: UUID) -> DatedRecord | None:
    """A record of this kind and child."""
    return kind.model.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk).first()
