"""E-mails about children's records and to invited people: no child's name, a link instead."""

import datetime as dt

from aylsham.access.permissions import Permission
from aylsham.mail.registry import mail_kind
from aylsham.models import OutgoingMail, School
from pupils.services.contributions.asking import ASKED_MAIL, CODE_MAIL, REMINDER_MAIL
from pupils.services.emergencies import MAIL
from pupils.services.transfers.sending import RECORD_MAIL


@mail_kind(
    MAIL, title="A record was opened in an emergency", template="pupils/mail/emergency_opened.txt"
)
def emergency_opened(mail: OutgoingMail) -> dict:
    """Which school and when; who and whose record stand behind the link."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "opened_at": dt.datetime.fromisoformat(mail.context["opened_at"]),
    }


@mail_kind(
    ASKED_MAIL,
    title="Asks for views or advice",
    template="pupils/mail/views_asked.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def views_asked(mail: OutgoingMail) -> dict:
    """Which school asks, for what sort of answer, by when."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "kind": mail.context["kind"],
        "due_on": dt.date.fromisoformat(mail.context["due"]),
    }


@mail_kind(
    CODE_MAIL,
    title="A code for a link",
    template="pupils/mail/views_code.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def views_code(mail: OutgoingMail) -> dict:
    """Which school; the code comes with the e-mail itself."""
    return {"school": School.objects.get(pk=mail.context["school"])}


@mail_kind(
    RECORD_MAIL,
    title="A record can be fetched",
    template="pupils/mail/record_sent.txt",
    read_with=Permission.MOVE_RECORDS,
)
def record_sent(mail: OutgoingMail) -> dict:
    """Which school sends a record, and until when it can be fetched."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "until": dt.date.fromisoformat(mail.context["until"]),
    }


@mail_kind(
    REMINDER_MAIL,
    title="Reminds of a request",
    template="pupils/mail/views_reminder.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def views_reminder(mail: OutgoingMail) -> dict:
    """Everything that one school still waits for from one address."""
    asked = mail.context["requests"]
    # Sent already: the addresses are forgotten.
    secrets = mail.secret.split() or [""] * len(asked)
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "requests": [
            {"due_on": dt.date.fromisoformat(each["due"]), "secret": secret}
            for each, secret in zip(asked, secrets, strict=True)
        ],
    }
