"""E-mails as pages show them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from aylsham.jobs.codes import JobState
from aylsham.jobs.selectors import STATE_KEYS
from aylsham.mail.registry import title_of
from aylsham.models import OutgoingMail


@dataclass(frozen=True)
class MailLine:
    """One e-mail; its words are known where nothing leaves the machine."""

    id: str
    title: str
    to: str
    state_key: str
    state_words: str
    error: str
    created_at: dt.datetime
    sent_at: dt.datetime | None
    subject: str = ""
    text: str = ""


def lines(mails: Iterable[OutgoingMail]) -> list[MailLine]:
    """E-mails as lines of a list; give them with `job`, `recipient` and `stored`."""
    return [_line(mail) for mail in mails]


def _line(mail: OutgoingMail) -> MailLine:
    stored = next(iter(mail.stored.all()), None)
    state = JobState(mail.job.state)
    return MailLine(
        id=str(mail.pk),
        title=title_of(mail.kind),
        to=f"{mail.recipient.name} ({mail.recipient.email})" if mail.recipient else mail.to_address,
        state_key=STATE_KEYS[state],
        state_words="Sent" if state == JobState.DONE else state.label,
        error=mail.job.error,
        created_at=mail.created_at,
        sent_at=mail.sent_at,
        subject=stored.subject if stored else "",
        text=stored.text if stored else "",
    )
