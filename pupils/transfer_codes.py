"""Code sets of records that go to another school, or come from one."""

from django.db import models

from aylsham.access.permissions import Permission


class Held(models.TextChoices):
    """What stays here unless somebody who may read it decides that it goes."""

    NOTHING = "", "Ordinary"
    SENSITIVE = "sensitive", "Text marked sensitive, and diagnoses"
    FAMILY = "family", "What was said with the family, court orders, withheld addresses"
    CARE = "care", "Being in care, now or before"
    PROTECTION = "protection", "Safeguarding text"

    @property
    def why(self) -> str:
        """Why it is left out by default."""
        return _WHY[self]

    @property
    def opened_by(self) -> Permission | None:
        """Who may let it go: whoever may read it here."""
        return _OPENED_BY[self]


_WHY = {
    Held.NOTHING: "",
    Held.SENSITIVE: "Few may read it here. Send it when the next setting needs it for the child.",
    Held.FAMILY: "It tells about other people, who have not been asked.",
    Held.CARE: "The social worker and the virtual school pass it on with the PEP.",
    Held.PROTECTION: "It goes from safeguarding lead to safeguarding lead, apart from this record.",
}
_OPENED_BY = {
    Held.NOTHING: None,
    Held.SENSITIVE: Permission.VIEW_SENSITIVE,
    Held.FAMILY: Permission.RECORD_ORDERS,
    Held.CARE: Permission.READ_CARE,
    Held.PROTECTION: Permission.VIEW_CHILD_PROTECTION,
}
#: Everything that can be held back, in the order of the page.
HOLDABLE = tuple(held for held in Held if held != Held.NOTHING)


class TransferState(models.TextChoices):
    """How far a record is that goes to another school."""

    BUILDING = "building", "Being packed"
    FAILED = "failed", "Could not be packed"
    READY = "ready", "Sent, not received yet"
    RECEIVED = "received", "Received"
    RETURNED = "returned", "Returned"
    WITHDRAWN = "withdrawn", "Withdrawn"


class TransferStep(models.TextChoices):
    """What happened to a record on its way: the transfer log."""

    APPROVED = "approved", "Approved"
    PACKED = "packed", "Packed"
    WAITS = "waits", "Waits for a second look before it goes"
    RELEASED = "released", "Released after a second look"
    LINK_SENT = "link_sent", "Link sent"
    SENT_AGAIN = "sent_again", "To be sent again; the old link is dead"
    HELD_BACK = "held_back", "Link not sent: it is an address of the family"
    CODE_SENT = "code_sent", "Link opened, code asked for"
    WRONG_CODE = "wrong_code", "Wrong code"
    LOCKED = "locked", "Locked after five wrong codes"
    DOWNLOADED = "downloaded", "Downloaded"
    TAKEN_OUT = "taken_out", "Downloaded here, to be sent another way"
    RECEIVED = "received", "Received"
    RETURNED = "returned", "Returned"
    WITHDRAWN = "withdrawn", "Withdrawn"


class IncomingState(models.TextChoices):
    """How far a record is that came from another school."""

    WAITING = "waiting", "To be looked at"
    TAKEN_IN = "taken_in", "Taken in"
    RETURNED = "returned", "Returned"
    WITHDRAWN = "withdrawn", "Withdrawn by the other school"
