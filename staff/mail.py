"""E-mails about a day that has changed: they name nobody; what changed stands behind the address."""

import datetime as dt

from aylsham.access.permissions import Permission
from aylsham.mail.registry import mail_kind
from aylsham.models import OutgoingMail, School
from staff.services.away import OWN_WORD
from staff.services.cover import TOLD


@mail_kind(
    TOLD,
    title="Your day has changed",
    template="staff/mail/day_changed.txt",
    read_with=Permission.VIEW_STAFF,
)
def day_changed(mail: OutgoingMail) -> dict:
    """Which school and day."""
    return _facts(mail)


@mail_kind(
    OWN_WORD,
    title="Somebody is out",
    template="staff/mail/somebody_out.txt",
    read_with=Permission.KEEP_STAFF,
)
def somebody_out(mail: OutgoingMail) -> dict:
    """Which school and day."""
    return _facts(mail)


def _facts(mail: OutgoingMail) -> dict:
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "day": dt.date.fromisoformat(mail.context["day"]),
    }
