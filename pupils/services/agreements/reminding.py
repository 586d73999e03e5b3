"""Reminders of plans that nobody has answered: one e-mail to an address for a school and day."""

import datetime as dt
from collections import defaultdict

from aylsham.calendars import calendar_of
from aylsham.models import School, User
from pupils.agreement_codes import AgreementState, AgreementStep
from pupils.models import AgreementAsk, SecretLink
from pupils.rules.asking import is_reminder_due
from pupils.services.agreements.asking import (
    REMINDER_MAIL,
    as_outgoing,
    is_barred,
    new_link,
    note,
)
from pupils.services.outgoing import send_outside
from pupils.services.recording import lock
from pupils.services.secret_addresses import require_not_just_sent


def remind_to_agree(school: School, *, today: dt.date) -> int:
    """Remind everybody of a school whose reminder is due today; says how many e-mails went out."""
    is_open = calendar_of(school).is_open_day
    asks = AgreementAsk.objects.filter(
        school=school, state=AgreementState.OPEN, locked_at=None, expires_on__gte=today
    ).exclude(email="")
    due = [
        ask
        for ask in asks
        if is_reminder_due(today, ask.asked_on, ask.due_on, ask.reminded_on, is_open)
    ]
    return send_reminders(due, today=today)


def send_reminders(asks: list[AgreementAsk], *, today: dt.date, by: User | None = None) -> int:
    """One e-mail to each address with everything that it has still to answer; says how many.

    `by`: somebody pressed "remind". Raises TransitionNotAllowed when that was done a moment ago.
    """
    bundles: dict[str, list[AgreementAsk]] = defaultdict(list)
    for ask in asks:
        ask = lock(ask)
        if by:
            require_not_just_sent(SecretLink, ask)
        if not ask.is_open or not ask.email or ask.pupil.closed_on:
            continue
        # An order may have come since: whoever may no longer be told is not reminded either.
        if is_barred(ask):
            note(ask, AgreementStep.HELD_BACK, by=by)
            _remember(ask, today)
        else:
            bundles[ask.email.strip().lower()].append(ask)
    for bundle in bundles.values():
        _send(bundle, today, by)
    return len(bundles)


def _send(bundle: list[AgreementAsk], today: dt.date, by: User | None) -> None:
    # Each was asked about above; the e-mail says of none of them more than its day.
    send_outside(
        as_outgoing(bundle[0]),
        REMINDER_MAIL,
        context={"school": bundle[0].school_id, "due": [ask.due_on for ask in bundle]},
        secret=" ".join(new_link(ask) for ask in bundle),
        by=by,
    )
    for ask in bundle:
        # A new link comes with new codes, or it would be a door without a key.
        ask.codes_sent = 0
        ask.save(update_fields=["codes_sent"])
        note(ask, AgreementStep.REMINDED, by=by)
        _remember(ask, today)


def _remember(ask: AgreementAsk, today: dt.date) -> None:
    ask.reminded_on = today
    ask.save(update_fields=["reminded_on"])
