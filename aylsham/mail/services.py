"""Queueing e-mails in the caller's transaction, and sending them from a job."""

import smtplib
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.mail import mailers
from django.db import transaction
from django.db.models.functions import Now

from aylsham import clock
from aylsham.access.current import posts_of
from aylsham.jobs.marks import mark
from aylsham.jobs.plain import require_plain
from aylsham.jobs.registry import JobFailed, TryAgain
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_job
from aylsham.mail.compose import compose
from aylsham.mail.registry import TEXT, kind_of
from aylsham.models import OutgoingMail, School, User

MAIL_JOB = "mail"


@transaction.atomic
def queue_mail(
    kind: str,
    *,
    to: User | str,
    context: Mapping[str, Any] | None = None,
    schools: Iterable[School] = (),
    secret: str = "",
    by: User | None = None,
) -> OutgoingMail:
    """Send an e-mail of a kind once the caller's transaction is committed.

    `context` holds ids, codes, dates and counts; names and text are refused. `schools` are those
    that it speaks of. `secret` is part of an address and is forgotten when the e-mail is sent.
    """
    kind_of(kind)
    return _queue(kind, to, require_plain(context or {}, "context"), schools, by, secret=secret)


@transaction.atomic
def queue_message(*, to: User | str, subject: str, text: str) -> OutgoingMail:
    """Send an e-mail of the sign-in library, which knows no child; its text is forgotten then."""
    user = to if isinstance(to, User) else User.objects.filter(email__iexact=to).first()
    schools = [at.school for at in posts_of(user, today=clock.today()).values()] if user else []
    return _queue(TEXT, user or to, {}, schools, None, subject=subject[:200], secret=text)


def _queue(kind, to, context, schools, by, **words) -> OutgoingMail:
    # No school: the job sees no school's rows, so its text cannot hold anything of a child.
    mail = OutgoingMail(
        kind=kind, context=context, school_ids=[school.pk for school in schools], **words
    )
    if isinstance(to, User):
        mail.recipient = to
    else:
        mail.to_address = to
    mail.job = start_job(MAIL_JOB, school=None, by=by, arguments={"mail": mail.pk})
    mail.save(force_insert=True)
    return mail


def send_queued(mail_id: str, *, work: Work) -> dict[str, Any]:
    """Hand an e-mail to the mail server, inside the transaction that says it is done."""
    mail = OutgoingMail.objects.select_related("recipient").get(pk=mail_id)
    if mail.sent_at:
        return {"sent": True}
    if mail.recipient and not mail.recipient.is_active:
        raise JobFailed("The person can no longer sign in, so the e-mail was not sent.")
    message = compose(mail)
    mark("mail rendered")
    work.hold()  # from here on nobody else can send it
    mark("mail held")
    _hand_over(message)
    mark("mail handed over")
    mail.sent_at, mail.secret = Now(), ""
    mail.save(update_fields=["sent_at", "secret"])
    mark("mail noted")
    return {"sent": True}


def _hand_over(message) -> None:
    try:
        mailers["default"].send_messages([message])
    except smtplib.SMTPRecipientsRefused:
        raise JobFailed("The mail server does not know this address.") from None
    except (smtplib.SMTPException, OSError):
        raise TryAgain("The mail server did not take it. It will be tried again.") from None
