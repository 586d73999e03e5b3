"""Somebody outside fetches a record by a secret address and a one-time code."""

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents import keeping
from pupils.models import RecordTransfer, TransferLink, TransferNote
from pupils.rules.asking import MOST_FETCHED
from pupils.services.contributions.asking import CODE_MAIL
from pupils.services.pace import require_pace
from pupils.services.recording import lock
from pupils.services.secret_addresses import OVER, Door
from pupils.services.transfers.sending import as_outgoing, note, record_receipt
from pupils.transfer_codes import TransferState, TransferStep


def _require_open(transfer: RecordTransfer) -> None:
    """Refuse when the (locked) record is not packed yet, or was taken back."""
    if transfer.state not in (TransferState.READY, TransferState.RECEIVED):
        raise TransitionNotAllowed(OVER)


def _note(transfer: RecordTransfer, step: TransferStep) -> None:
    note(transfer, step, who=transfer.to_email if step == TransferStep.CODE_SENT else "")


DOOR = Door(
    links=TransferLink,
    code_mail=CODE_MAIL,
    as_outgoing=as_outgoing,
    require_open=_require_open,
    note=_note,
    steps=TransferStep,
)


@transaction.atomic
def fetch(*, transfer: RecordTransfer, who: str) -> bytes:
    """The pack, for the person who gives their name: that is the receipt.

    A download that broke off can be begun again until the link ends; each is written down. TooFast
    when it was fetched again and again a moment ago.
    """
    transfer = lock(transfer)
    fetched = TransferNote.objects.filter(
        school_id=transfer.school_id, transfer=transfer, step=TransferStep.DOWNLOADED
    )
    require_pace(fetched.order_by("-id").values_list("at", flat=True)[:MOST_FETCHED])
    data = keeping.read(transfer.school_id, transfer.digest)
    note(transfer, TransferStep.DOWNLOADED, who=who)
    record_event(
        Action.SEND_RECORD,
        school=transfer.school,
        by=None,
        pupil_ids=[transfer.pupil_id],
        subject=transfer,
        detail={"step": "downloaded"},
    )
    how = "Fetched by the link, with the code sent to the named address"
    record_receipt(transfer=transfer, received_by=who, received_how=how, on=clock.today(), by=None)
    return data
