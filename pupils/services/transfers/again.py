"""The same pack is sent again: the link was lost, or went to somebody who has left."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import RecordTransfer, TransferLink
from pupils.services.outgoing import require_may_go
from pupils.services.recording import lock, lock_pupil
from pupils.services.secret_addresses import (
    is_same_address,
    require_not_just_sent,
    revoke_addresses,
)
from pupils.services.transfers.sending import (
    LINK_DAYS,
    as_outgoing,
    is_waiting,
    note,
    record_transfer,
    send_link,
)
from pupils.transfer_codes import TransferState, TransferStep


@transaction.atomic
def send_again(
    *, transfer: RecordTransfer, to_person: str, to_email: str, by: User
) -> RecordTransfer:
    """A new link to the pack as it is, to the same person or another there; the old link is dead.

    Raises TransitionNotAllowed once it is received or back, and for an address of the family.
    """
    lock_pupil(transfer.pupil)
    transfer = lock(transfer)
    if transfer.state != TransferState.READY or transfer.to_school_id:
        raise TransitionNotAllowed("Only a packed record for a school outside can be sent again.")
    if is_waiting(transfer):
        raise TransitionNotAllowed("It has not gone yet: it waits for a second person to look.")
    if is_same_address(to_email, transfer.to_email):
        require_not_just_sent(TransferLink, transfer)
    revoke_addresses(TransferLink, transfer)
    transfer.to_person, transfer.to_email = to_person, to_email
    transfer.expires_on = clock.today() + dt.timedelta(days=LINK_DAYS)
    transfer.forget_codes()
    transfer.save()
    require_may_go(as_outgoing(transfer))
    note(transfer, TransferStep.SENT_AGAIN, by=by, who=to_person)
    send_link(transfer)
    record_transfer(transfer, by, "sent again")
    return transfer
