"""Whose a paper of the child is: what was written to, or signed by, one of the family alone."""

from uuid import UUID

from django.db.models import Q

from aylsham.together import Reads, read
from pupils.letter_codes import LetterTo
from pupils.models import AgreementAnswer, Contact, DocumentVersion, SentLetter


def papers_of_others(contact: Contact) -> set[UUID]:
    """Documents of the child that were written to, or signed by, somebody else; one statement.

    A letter to another home carries its address; a signed sheet says what another parent answered.
    """
    return read(others_reads(contact))


def others_reads(contact: Contact) -> Reads[set[UUID]]:
    """The same, to go with other reads."""
    own = {"school_id": contact.school_id}
    signed = AgreementAnswer.objects.filter(
        **own, ask__pupil=contact.pupil_id, signed__isnull=False
    ).exclude(ask__contact=contact)
    letters = SentLetter.objects.filter(
        **own, letter__pupil=contact.pupil_id, letter__to__in=(LetterTo.PARENTS, LetterTo.ASKER)
    ).exclude(Q(letter__contact=contact) | Q(letter__with_contacts__contains=[contact.pk]))
    versions = DocumentVersion.objects.filter(
        **own, document__pupil=contact.pupil_id, digest__in=letters.values("digest")
    )
    sheets, documents = yield [
        signed.order_by().values_list("signed_id", flat=True),
        versions.order_by().values_list("document_id", flat=True),
    ]
    return {*sheets, *documents}
