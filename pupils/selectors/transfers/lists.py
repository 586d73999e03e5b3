"""Records on their way: of a child, of a school, behind a secret address."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School
from pupils.models import IncomingRecord, Pupil, RecordTransfer, TransferLink, TransferNote
from pupils.selectors.secret_addresses import behind
from pupils.transfer_codes import TransferState

_WITH = ("pupil__school", "school", "to_school", "approved_by")


@dataclass(frozen=True)
class SentLink:
    """A live secret address and the record behind it."""

    link: TransferLink
    transfer: RecordTransfer


def transfers_of(pupil: Pupil) -> list[RecordTransfer]:
    """What was sent of a child, the latest first."""
    found = RecordTransfer.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return list(found.select_related("approved_by"))


def transfer_of(pupil: Pupil, pk: UUID) -> RecordTransfer | None:
    """One transfer of this child."""
    found = RecordTransfer.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return found.select_related(*_WITH).first()


def transfer_to_pack(school_id: UUID, pk: UUID) -> RecordTransfer | None:
    """A transfer that waits to be packed."""
    found = RecordTransfer.objects.filter(school=school_id, pk=pk, state=TransferState.BUILDING)
    return found.select_related(*_WITH).first()


def log_of(transfer: RecordTransfer) -> list[TransferNote]:
    """The transfer log, in order."""
    notes = TransferNote.objects.filter(school_id=transfer.school_id, transfer=transfer)
    return list(notes.select_related("by"))


def find_sent(secret: str) -> SentLink | None:
    """The record behind a secret address, if it still works and was not taken back."""
    return behind(TransferLink.objects, secret, _sent)


def _sent(link: TransferLink) -> SentLink | None:
    rows = RecordTransfer.objects.filter(school_id=link.school_id, pk=link.transfer_id)
    waiting = (TransferState.READY, TransferState.RECEIVED)
    transfer = rows.filter(state__in=waiting, locked_at=None).select_related(*_WITH).first()
    return SentLink(link, transfer) if transfer else None


def incoming_records(access: Access) -> list[IncomingRecord]:
    """Records that came to the school of the page, the latest first; none before its day."""
    return list(_incoming(access).select_related("arrived_by", "decided_by"))


def incoming_record(access: Access, pk: UUID) -> IncomingRecord | None:
    """One record that came, if its day has come."""
    found = _incoming(access).filter(pk=pk)
    return found.select_related("school", "from_school", "arrived_by", "decided_by").first()


def _incoming(access: Access):
    """A record that came is about no child of the school yet: whoever opens children sees it."""
    if not access.reaches_children:
        return IncomingRecord.objects.none()
    return IncomingRecord.objects.filter(school=access.school, opens_on__lte=access.today)


def other_schools(school: School) -> list[School]:
    """The other schools of the federation, by name."""
    return list(School.objects.filter(federation_id=school.federation_id).exclude(pk=school.pk))


def child_on_roll(school: School, upn: str) -> Pupil | None:
    """The child of this UPN at the school."""
    return Pupil.objects.matched().filter(school=school, upn=upn).first() if upn else None
