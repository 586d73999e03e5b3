"""Somebody outside fetches a record by a secret address and a one-time code."""

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.documents import keeping
from pupils.models import RecordTransfer, TransferNote
from pupils.rules.asking import MOST_FETCHED
from pupils.services.contributions.asking import CODE_MAIL
from pupils.services.one_time_codes import issue_code, use_code
from pupils.services.outgoing import send_outside
from pupils.services.pace import require_pace
from pupils.services.recording import lock
from pupils.services.transfers.sending import as_outgoing, note, record_receipt, revoke_links
from pupils.transfer_codes import TransferStep


@transaction.atomic
def send_code(*, transfer: RecordTransfer) -> bool:
    """Send a one-time code to the named address; False when one was sent a moment ago."""
    transfer = lock(transfer)
    code = issue_code(transfer)
    if code is None:
        return False
    context = {"school": transfer.school_id}
    send_outside(as_outgoing(transfer), CODE_MAIL, context=context, secret=code)
    note(transfer, TransferStep.CODE_SENT, who=transfer.to_email)
    return True


@transaction.atomic
def check_code(*, transfer: RecordTransfer, code: str) -> bool:
    """Whether this is the code that was sent; five wrong ones lock the link."""
    transfer = lock(transfer)
    if use_code(transfer, code):
        return True
    note(transfer, TransferStep.WRONG_CODE)
    if transfer.locked_at:
        revoke_links(transfer)
        note(transfer, TransferStep.LOCKED)
    return False


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
