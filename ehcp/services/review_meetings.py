"""The meeting of a review: set up, people invited by law, answers, advice, who came."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from ehcp.models import AnnualReview, ReviewInvitee, ReviewMeeting
from ehcp.review_codes import BY_LAW, LawRole, Route
from ehcp.selectors.review_people import missing_of
from ehcp.services.recording import lock_review, record
from pupils.family_codes import AskKind, GivenHow
from pupils.meeting_codes import MeetingKind, Reply
from pupils.services.contributions.voices import record_voice
from pupils.services.meetings import inviting, planning
from pupils.services.meetings.inviting import Guest
from pupils.services.recording import lock


@dataclass(frozen=True)
class Invitation:
    """Somebody about to be invited: who, in which place of the law, and how."""

    guest: Guest
    role: LawRole
    route: Route


@transaction.atomic
def set_up_meeting(
    *,
    review: AnnualReview,
    starts_at: dt.time,
    length: int,
    place: str,
    chair: User,
    key: UUID,
    by: User | None,
) -> ReviewMeeting:
    """Say when on its day, where and under whom the meeting is; its chair is the first invited."""
    review = lock_review(review)
    if known := ReviewMeeting.objects.filter(school_id=review.school_id, review=review).first():
        return known
    meeting = planning.plan_meeting(
        pupil=review.plan.pupil,
        key=key,
        by=by,
        kind=MeetingKind.PERSON,
        on=review.meeting_on,
        starts_at=starts_at,
        length=length,
        place=place,
        chair=chair,
    )
    row = ReviewMeeting.objects.create(school_id=review.school_id, review=review, meeting=meeting)
    row.review, row.meeting = review, meeting
    guest = Guest(user=chair, role="Leads the meeting")
    add_to_list(row, Invitation(guest, LawRole.SCHOOL, Route.PERSON), clock.today(), by)
    record(Action.RECORD_REVIEW, review, by=by, detail={"what": "set up"})
    return row


@transaction.atomic
def change_set_up(
    *, meeting: ReviewMeeting, version: str, is_checked: bool, by: User, **values: Any
) -> ReviewMeeting:
    """Another time or place, or somebody else leads it; e-mails go again, the day stays.

    The notice that the law asks for is of the day, so nobody's invitation is lost.
    """
    row = lock_meeting_of(meeting)
    if row.review.is_held:
        raise TransitionNotAllowed("The meeting has been held.")
    row.meeting = planning.change_meeting(
        meeting=row.meeting,
        version=version,
        is_checked=is_checked,
        by=by,
        as_leader=True,
        on=row.review.meeting_on,
        **values,
    )
    chair = row.meeting.chair
    known = ReviewInvitee.objects.filter(school_id=row.school_id, meeting=row, guest__user=chair)
    if not known.exists():
        guest = Guest(user=chair, role="Leads the meeting")
        add_to_list(row, Invitation(guest, LawRole.SCHOOL, Route.PERSON), clock.today(), by)
    record(Action.RECORD_REVIEW, row.review, by=by, detail={"what": "time and place"})
    return row


@transaction.atomic
def invite_people(
    *,
    meeting: ReviewMeeting,
    invitations: Iterable[Invitation],
    invited_on: dt.date,
    by: User | None,
) -> ReviewMeeting:
    """Invite several at once; an e-mail goes now, the others were told on `invited_on`.

    With the last whom the law names the review says that everybody is invited.
    """
    row = lock_meeting_of(meeting)
    require_day(row, invited_on)
    if row.review.is_held:
        raise TransitionNotAllowed("The meeting has been held. Correct who came instead.")
    invited = [add_to_list(row, each, invited_on, by) for each in invitations]
    if not invited:
        raise TransitionNotAllowed("Tick at least one person.")
    note_all_invited(row)
    detail = {"what": "invited", "people": len(invited)}
    record(Action.RECORD_REVIEW, row.review, by=by, detail=detail)
    return row


@transaction.atomic
def told_again(
    *, invitee: ReviewInvitee, route: str, invited_on: dt.date, by: User
) -> ReviewInvitee:
    """Somebody without an e-mail was told of the day, or of the new one."""
    row = lock_meeting_of(invitee.meeting)
    invitee = _lock(invitee, row)
    require_day(row, invited_on)
    know(invitee, Route(route), invited_on)
    note_all_invited(row)
    record(Action.RECORD_REVIEW, row.review, by=by, detail={"what": "told"})
    return invitee


@transaction.atomic
def record_answer(
    *, invitee: ReviewInvitee, reply: str, sends_report: bool, note: str, by: User
) -> ReviewInvitee:
    """Keep what an invited person answered, and whether a report comes instead of them."""
    row = lock_meeting_of(invitee.meeting)
    invitee = _lock(invitee, row)
    if sends_report and reply == Reply.COMING:
        raise TransitionNotAllowed("Who comes sends no report instead. Choose apologies.")
    if row.review.is_held:
        raise TransitionNotAllowed("The meeting has been held. Correct who came instead.")
    inviting.answer(invitee=invitee.guest, reply=reply, note=note, by=by)
    invitee.sends_report = sends_report
    invitee.save(update_fields=["sends_report"])
    record(Action.RECORD_REVIEW, row.review, by=by, detail={"what": "answer"})
    return invitee


@transaction.atomic
def record_advice_received(
    *, invitee: ReviewInvitee, received_on: dt.date | None, by: User | None
) -> ReviewInvitee:
    """The advice of an invited person is here, or is not after all."""
    row = lock_meeting_of(invitee.meeting)
    invitee = _lock(invitee, row)
    if received_on and received_on > clock.today():
        raise TransitionNotAllowed("This day has not come yet. Check the year.")
    asked = invitee.advice_asked_on
    if received_on and asked and received_on < asked:
        raise TransitionNotAllowed(f"It was asked for on {asked:%-d %B %Y}, after that.")
    invitee.advice_received_on = received_on
    invitee.save(update_fields=["advice_received_on"])
    record(Action.RECORD_REVIEW, row.review, by=by, detail={"what": "advice received"})
    return invitee


@transaction.atomic
def write_own_advice(
    *, invitee: ReviewInvitee, answers: list[dict[str, str]], by: User
) -> ReviewInvitee:
    """A colleague who was asked writes what they see; it is kept as advice in their words."""
    row = lock_meeting_of(invitee.meeting)
    invitee = _lock(invitee, row)
    if row.review.is_held:
        raise TransitionNotAllowed("The meeting has been held. Tell the SENDCo instead.")
    record_voice(
        pupil=row.review.plan.pupil,
        kind=AskKind.ADVICE,
        answers=answers,
        by=by,
        given_on=clock.today(),
        given_how=GivenHow.IN_PERSON,
        said_by=by.name,
        role=invitee.guest.role,
    )
    invitee.advice_received_on = invitee.advice_received_on or clock.today()
    invitee.save(update_fields=["advice_received_on"])
    record(Action.RECORD_REVIEW, row.review, by=by, detail={"what": "advice written"})
    return invitee


@transaction.atomic
def take_off(*, invitee: ReviewInvitee, by: User) -> None:
    """Take somebody off the list; if the law names them, not everybody is invited any more."""
    row = lock_meeting_of(invitee.meeting)
    invitee = _lock(invitee, row)
    if row.review.is_held:
        raise TransitionNotAllowed("The meeting has been held. Who was invited stands.")
    inviting.uninvite(invitee=invitee.guest, by=by)
    if missing_of(row, today=clock.today()):
        set_invited(row, None)
    record(Action.RECORD_REVIEW, row.review, by=by, detail={"what": "taken off"})


def lock_meeting_of(meeting: ReviewMeeting) -> ReviewMeeting:
    """A review's meeting as it is now, locked after its child, plan and review."""
    review = lock_review(meeting.review)
    row = lock(meeting)
    row.review = review
    row.meeting.school = row.meeting.pupil.school = review.plan.pupil.school
    return row


def know(invitee: ReviewInvitee, route: Route, on: dt.date) -> None:
    """They know the day of the meeting, and that their advice is asked for."""
    invitee.route, invitee.invited_on = route, on
    if invitee.advice_asked_on is None and not invitee.guest.user_id:
        invitee.advice_asked_on = on
    invitee.save(update_fields=["route", "invited_on", "advice_asked_on"])


def add_to_list(
    row: ReviewMeeting, invitation: Invitation, invited_on: dt.date, by: User | None
) -> ReviewInvitee:
    """Put somebody on the list of a (locked) meeting; an e-mail goes now."""
    guest = inviting.invite(meeting=row.meeting, guest=invitation.guest, by=by)
    is_mailed = guest.invited_on is not None
    on = clock.today() if is_mailed else invited_on
    is_chair = guest.user_id is not None and guest.user_id == row.meeting.chair_id
    asks = invitation.guest.asks_views and not is_chair
    return ReviewInvitee.objects.create(
        school_id=row.school_id,
        meeting=row,
        guest=guest,
        role=invitation.role,
        route=invitation.route,
        invited_on=on,
        advice_asked_on=on if asks else None,
    )


def note_all_invited(row: ReviewMeeting) -> None:
    """With the last of those whom the law names everybody is invited: by that person's day."""
    if row.review.invited_on or missing_of(row, today=clock.today()):
        return
    rows = ReviewInvitee.objects.filter(school_id=row.school_id, meeting=row, role__in=BY_LAW)
    set_invited(row, rows.aggregate(last=Max("invited_on"))["last"])


def set_invited(row: ReviewMeeting, on: dt.date | None) -> None:
    """Keep since when everybody is invited; None while somebody is missing."""
    row.review.invited_on = on
    row.review.save(update_fields=["invited_on"])


def require_day(row: ReviewMeeting, on: dt.date) -> None:
    """Refuse a day that has not come, or is after the meeting."""
    if on > clock.today():
        raise TransitionNotAllowed("This day has not come yet. Check the year.")
    if on > row.review.meeting_on:
        raise TransitionNotAllowed(
            f"The meeting is on {row.review.meeting_on:%-d %B %Y}: people are invited before it."
        )


def _lock(invitee: ReviewInvitee, row: ReviewMeeting) -> ReviewInvitee:
    invitee = lock(invitee)
    invitee.meeting, invitee.guest.meeting = row, row.meeting
    return invitee
