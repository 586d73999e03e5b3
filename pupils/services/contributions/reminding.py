"""Reminders of unanswered requests: one e-mail to an address for a school and day."""

import datetime as dt
from collections import defaultdict

from aylsham.calendars import calendar_of
from aylsham.models import School, User
from pupils.family_codes import AskKind, AskState, AskStep
from pupils.models import ContributionLink, ContributionRequest
from pupils.rules.asking import is_reminder_due
from pupils.services.contributions.asking import (
    REMINDER_MAIL,
    as_outgoing,
    is_barred,
    new_link,
    note,
)
from pupils.services.outgoing import send_outside
from pupils.services.recording import lock
from pupils.services.secret_addresses import require_not_just_sent


def remind_school(school: School, *, today: dt.date) -> int:
    """Remind everybody of a school whose reminder is due today; says how many e-mails went out."""
    is_open = calendar_of(school).is_open_day
    open_asks = ContributionRequest.objects.filter(
        school=school, state=AskState.OPEN, locked_at=None, expires_on__gte=today
    ).exclude(kind=AskKind.NEWS)
    due = [
        ask
        for ask in open_asks
        if is_reminder_due(today, ask.asked_on, ask.due_on, ask.reminded_on, is_open)
    ]
    return send_reminders(school, due, today=today)


def send_reminders(
    school: School, asks: list[ContributionRequest], *, today: dt.date, by: User | None = None
) -> int:
    """One e-mail to each address with everything that is asked of it; says how many.

    `by`: somebody pressed "remind". Raises TransitionNotAllowed when that was done a moment ago.
    """
    bundles: dict[str, list[ContributionRequest]] = defaultdict(list)
    for ask in asks:
        ask = lock(ask)
        if by:
            require_not_just_sent(ContributionLink, ask)
        if not ask.is_open:
            continue
        # An order may have come since: whoever may no longer be told is not reminded either.
        if is_barred(ask):
            note(ask, AskStep.HELD_BACK, by=by)
            _remember(ask, today)
        else:
            bundles[ask.email.strip().lower()].append(ask)
    for bundle in bundles.values():
        _send(school, bundle, by)
        for ask in bundle:
            _remember(ask, today)
    return len(bundles)


def _send(school: School, bundle: list[ContributionRequest], by: User | None) -> None:
    # Each was asked about above; the e-mail says of none of them more than its sort and day.
    send_outside(
        as_outgoing(bundle[0]),
        REMINDER_MAIL,
        context={
            "school": school.pk,
            "requests": [{"kind": ask.kind, "due": ask.due_on} for ask in bundle],
        },
        secret=" ".join(new_link(ask) for ask in bundle),
        by=by,
    )
    for ask in bundle:
        # A new link comes with new codes, or it would be a door without a key.
        ask.codes_sent = 0
        ask.save(update_fields=["codes_sent"])
        note(ask, AskStep.REMINDED, by=by)


def _remember(ask: ContributionRequest, today: dt.date) -> None:
    ask.reminded_on = today
    ask.save(update_fields=["reminded_on"])
