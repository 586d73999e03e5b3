"""Invitations to a review on paper: a letter that goes ticks its reader as invited, and back."""

import datetime as dt
from collections.abc import Collection
from contextlib import suppress
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from ehcp.models import ReviewInvitee, ReviewMeeting
from ehcp.review_codes import LawRole, Route
from ehcp.selectors.review_people import missing_of
from ehcp.services import review_meetings as meetings
from ehcp.services.recording import record
from pupils.letter_codes import SentHow
from pupils.letters_sent import register_sent
from pupils.meeting_codes import MeetingState
from pupils.models import Letter, SentLetter
from pupils.services.meetings.inviting import Guest

#: Templates that invite somebody to the review meeting.
INVITES = ("review_invite", "request_advice")


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for code in INVITES:
        register_sent(code, follow_letter)


def follow_letter(letter: Letter, sent: SentLetter, by: User) -> None:
    """Whoever a letter invites knows the day of the meeting from the day on which it went.

    A contact of the child who is not on the list yet is put on it. An earlier day stays.
    """
    rows = ReviewMeeting.objects.filter(
        school_id=letter.school_id,
        meeting__state=MeetingState.PLANNED,
        review__plan__pupil_id=letter.pupil_id,
        review__plan__ended_on=None,
        review__is_held=False,
        review__meeting_on__gte=sent.gone_on,
    )
    row = rows.select_related("review__plan__pupil__school").first()
    if row is not None:
        # A letter goes whether its reader can be put on a list or not.
        with suppress(TransitionNotAllowed), transaction.atomic():
            _tick(meetings.lock_meeting_of(row), letter, sent, by)


def _tick(row: ReviewMeeting, letter: Letter, sent: SentLetter, by: User) -> None:
    route = Route.EMAIL if sent.how == SentHow.EMAIL else Route.LETTER
    invitee = _reader_of(letter, row)
    if invitee is None and letter.contact is not None:
        has = letter.contact.has_parental_responsibility
        role = LawRole.PARENT if has is not False else LawRole.OTHER
        guest = Guest(contact=letter.contact, asks_views=True, is_checked=True)
        meetings.add_to_list(row, meetings.Invitation(guest, role, route), sent.gone_on, by)
    elif invitee is None or (invitee.invited_on and invitee.invited_on <= sent.gone_on):
        return
    else:
        meetings.know(invitee, route, sent.gone_on)
    meetings.note_all_invited(row)
    _record(row, by, "invited by letter")


@transaction.atomic
def note_letters(
    *, meeting: ReviewMeeting, told: Collection[UUID], went_on: dt.date, by: User
) -> ReviewMeeting:
    """Say of everybody who gets a letter whether it went, on `went_on`; who is left out has none.

    A day that was noted before stays.
    """
    row = meetings.lock_meeting_of(meeting)
    meetings.require_day(row, went_on)
    if row.review.is_held:
        raise TransitionNotAllowed("The meeting has been held. Who was invited stands.")
    for invitee in by_letter(row):
        if invitee.pk in told and invitee.invited_on is None:
            meetings.know(invitee, Route.LETTER, went_on)
        elif invitee.pk not in told and invitee.invited_on is not None:
            _take_back(invitee)
    if missing_of(row, today=clock.today()):
        meetings.set_invited(row, None)
    else:
        meetings.note_all_invited(row)
    _record(row, by, "letters")
    return row


def by_letter(row: ReviewMeeting) -> list[ReviewInvitee]:
    """Whoever is invited by letter, not by e-mail too."""
    rows = ReviewInvitee.objects.filter(
        school_id=row.school_id, meeting=row, route=Route.LETTER, guest__email=""
    )
    return list(rows.select_related("guest"))


def _take_back(invitee: ReviewInvitee) -> None:
    """The letter did not go after all: nobody has told them, nor asked them for advice by it."""
    if invitee.advice_asked_on == invitee.invited_on and invitee.advice_received_on is None:
        invitee.advice_asked_on = None
    invitee.invited_on = None
    invitee.save(update_fields=["invited_on", "advice_asked_on"])


def _reader_of(letter: Letter, row: ReviewMeeting) -> ReviewInvitee | None:
    """The invited person to whom the letter is written: the contact, or the name."""
    rows = ReviewInvitee.objects.filter(school_id=row.school_id, meeting=row)
    rows = rows.select_related("guest")
    if letter.contact_id:
        return rows.filter(guest__contact=letter.contact_id).first()
    name = letter.to_name.strip()
    return rows.filter(guest__name__iexact=name).first() if name else None


def _record(row: ReviewMeeting, by: User, what: str) -> None:
    record(Action.RECORD_REVIEW, row.review, by=by, detail={"what": what})
