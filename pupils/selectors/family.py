"""The adults in a child's life."""

from uuid import UUID

from pupils.models import Contact, Pupil


def contacts_of(pupil: Pupil) -> list[Contact]:
    """Contacts in the order in which they are called."""
    return list(Contact.objects.filter(school_id=pupil.school_id, pupil=pupil))


def contact_of(pupil: Pupil, pk: UUID) -> Contact | None:
    """One contact of this child."""
    return Contact.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk).first()
