"""Concerns that somebody has begun: read by that person alone."""

from uuid import UUID

from aylsham.access.current import Access
from pupils.models import Concern, ConcernDraft, Pupil


def my_drafts(access: Access, pupil: Pupil) -> list[ConcernDraft]:
    """What the asker began about a child and can go on with, the latest first; one statement."""
    return list(_mine(access, pupil))


def my_draft(access: Access, pupil: Pupil, pk: UUID) -> ConcernDraft | None:
    """One of them."""
    return _mine(access, pupil).filter(pk=pk).first()


def is_raised(access: Access, pupil: Pupil, pk: UUID) -> bool:
    """Whether the asker has raised the concern that was begun under this id."""
    rows = Concern.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return rows.filter(raised_by=access.user).exists()


def _mine(access: Access, pupil: Pupil):
    return ConcernDraft.objects.filter(
        school_id=pupil.school_id, pupil=pupil, by=access.user, expires_on__gte=access.today
    )
