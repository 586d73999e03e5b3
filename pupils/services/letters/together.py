"""Letters that were begun together go together: a worker sets and keeps each, then they are printed."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.blackout import joined
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from pupils.letter_codes import SentHow
from pupils.models import Letter, SentLetter
from pupils.selectors.letters.page import page_of
from pupils.services.letters.sending import send_letter

SEND_JOB = "send_letters"
#: Letters on paper only: an e-mail is looked at one by one.
ON_PAPER = (SentHow.POST, SentHow.HAND)


@transaction.atomic
def ask_to_send(
    *, school: School, letters: list[Letter], batch: UUID, how: str, gone_on: dt.date, by: User
) -> Job:
    """Start setting and keeping these letters as printed; each exactly as it is now."""
    drafts = [each for each in letters if each.is_draft]
    if not drafts:
        raise TransitionNotAllowed("None of these letters is waiting to be sent.")
    if how not in ON_PAPER:
        raise TransitionNotAllowed("Several letters go on paper. Send an e-mail from its letter.")
    if gone_on > clock.today():
        raise TransitionNotAllowed("Say the day on which they went: not one to come.")
    seen = {str(each.pk): page_of(each, school).digest for each in drafts}
    arguments = {"batch": str(batch), "how": how, "gone_on": gone_on, "seen": seen}
    return start_job(SEND_JOB, school=school, by=by, arguments=arguments)


def send_together(job: Job) -> Iterator[tuple[int, int, int]]:
    """Send one letter after the other; (done, of how many, refused) after each.

    What a person has to look at first (a gap, an order, a second look) stays a draft.
    """
    seen: dict[str, str] = job.arguments["seen"]
    refused = 0
    for number, (pk, digest) in enumerate(seen.items(), 1):
        refused += not _send(job, UUID(pk), digest)
        yield number, len(seen), refused


def together_pdf(school: School, letters: list[Letter]) -> bytes | None:
    """The pages of those that were sent, as they were sent, one after the other for the printer."""
    rows = SentLetter.objects.filter(school=school, letter__in=letters).order_by("letter_id", "id")
    first: dict[UUID, bytes] = {}
    for row in rows:
        first.setdefault(row.letter_id, bytes(row.pdf))
    pages = list(first.values())
    return joined(pages, title="Letters") if len(pages) > 1 else next(iter(pages), None)


def _send(job: Job, pk: UUID, digest: str) -> bool:
    rows = Letter.objects.filter(school=job.school, pk=pk).select_related("pupil__school")
    letter = rows.select_related("contact").first()
    if letter is None or job.started_by is None:
        return False
    facts: dict[str, Any] = {"how": job.arguments["how"], "seen": digest, "by": job.started_by}
    try:
        send_letter(
            letter=letter,
            gone_on=dt.date.fromisoformat(job.arguments["gone_on"]),
            key=uuid5(job.pk, pk.hex),
            **facts,
        )
    except TransitionNotAllowed:
        return False
    return True
