"""Turning a row into the message that goes out."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template

from aylsham.mail.registry import TEXT, kind_of
from aylsham.models import OutgoingMail
from aylsham.tenancy.row_security import school_transaction


def compose(mail: OutgoingMail) -> EmailMessage:
    """The message of a row: always the same text under the same Message-ID."""
    subject, text = _words(mail)
    message = EmailMessage(
        subject=subject,
        body=text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.recipient.email if mail.recipient else mail.to_address],
        # Mail servers cannot join a database transaction: a worker that is killed between their
        # "accepted" and our commit sends again. The same Message-ID lets mailboxes see that.
        headers={"Message-ID": message_id(mail), "Auto-Submitted": "auto-generated"},
    )
    attach = None if mail.kind == TEXT else kind_of(mail.kind).attach
    if attach:
        with school_transaction():
            file = attach(mail)
        message.attach(file.name, file.content, file.media_type)
    return message


def message_id(mail: OutgoingMail) -> str:
    """The address of the message, made from the row's key."""
    return f"<{mail.pk}@{urlsplit(settings.PUBLIC_URL).hostname}>"


def _words(mail: OutgoingMail) -> tuple[str, str]:
    if mail.kind == TEXT:
        return mail.subject, mail.secret
    kind = kind_of(mail.kind)
    with school_transaction():  # no school: a template that reaches for a child finds nothing
        context = {
            "mail": mail,
            "recipient": mail.recipient,
            "public_url": settings.PUBLIC_URL,
            "secret": mail.secret,
            **kind.lookup(mail),
        }
        # Plain text: an ampersand stays an ampersand.
        rendered = get_template(kind.template).template.render(Context(context, autoescape=False))
    subject, _, text = rendered.strip().partition("\n")
    return subject.strip(), text.strip() + "\n"
