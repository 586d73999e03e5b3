"""E-mails about access to children's records: no name, a link instead."""

import datetime as dt

from aylsham.mail.registry import mail_kind
from aylsham.models import OutgoingMail, School
from pupils.services.emergencies import MAIL


@mail_kind(
    MAIL, title="A record was opened in an emergency", template="pupils/mail/emergency_opened.txt"
)
def emergency_opened(mail: OutgoingMail) -> dict:
    """Which school and when; who and whose record stand behind the link."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "opened_at": dt.datetime.fromisoformat(mail.context["opened_at"]),
    }
