"""E-mails as pages show them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.jobs.codes import JobState
from aylsham.jobs.selectors import STATE_KEYS
from aylsham.mail.registry import TEXT, kind_of, title_of
from aylsham.models import OutgoingMail


@dataclass(frozen=True)
class MailLine:
    """One e-mail; its words are known where nothing leaves the machine, to those who may read them."""

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
    #: Its words are kept, and not for the asker.
    is_closed: bool = False


def lines(access: Access, mails: Iterable[OutgoingMail]) -> list[MailLine]:
    """E-mails as lines of a list; give them with `job`, `recipient` and `stored`."""
    return [_line(mail, may_read=_may_read(access, mail)) for mail in mails]


def _may_read(access: Access, mail: OutgoingMail) -> bool:
    """Whether the asker may know more than that it was sent: it may hold an address that lets in."""
    if mail.recipient_id == access.user.pk or mail.to_address == access.user.email:
        return True
    if mail.kind == TEXT or not mail.school_ids:  # about signing in
        return False
    read_with = kind_of(mail.kind).read_with
    schools = {school.pk: school for school in access.all_schools}
    return all(
        pk in schools and read_with in access.permissions_at(schools[pk]) for pk in mail.school_ids
    )


def _line(mail: OutgoingMail, *, may_read: bool) -> MailLine:
    kept = next(iter(mail.stored.all()), None)
    stored = kept if may_read else None
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
        is_closed=bool(kept and not may_read),
    )
