"""Meetings: planned, moved, called off, held."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.led_meetings import require_own
from pupils.meeting_codes import MeetingKind, MeetingState, Reply
from pupils.models import (
    ClassGroup,
    Meeting,
    MeetingChild,
    MeetingInvitee,
    Pupil,
    SlotBooking,
)
from pupils.rules.asking import expires_on
from pupils.rules.meetings import views_by
from pupils.services.meetings.agendas import begin_agenda
from pupils.services.meetings.inviting import (
    CALLED_OFF_MAIL,
    Guest,
    about_meeting,
    as_outgoing,
    close_invitation,
    invite_all,
    send_invitation,
)
from pupils.services.meetings.steps import lock_meeting, record_step
from pupils.services.outgoing import refusal_of, send_outside
from pupils.services.recording import lock_pupil, require_born

MEETING_FIELDS = ("on", "starts_at", "length", "place", "chair")
#: What the invited have to hear of.
TOLD_FIELDS = ("on", "starts_at", "place")


@transaction.atomic
def plan_meeting(
    *, pupil: Pupil, key: UUID, by: User | None, guests: Iterable[Guest] = (), **values: Any
) -> Meeting:
    """Plan a meeting about one child, and invite people.

    `key` comes with the form: pressing twice leaves one meeting and one round of invitations.
    """
    pupil = lock_pupil(pupil)
    known = Meeting.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=key).first()
    if known:
        return known
    require_born(pupil, values["on"])
    meeting = Meeting(pk=key, school=pupil.school, pupil=pupil, planned_by=by, **values)
    return _planned(meeting, [pupil], guests, by)


@transaction.atomic
def plan_class_meeting(
    *,
    class_group: ClassGroup,
    pupils: Iterable[Pupil],
    key: UUID,
    by: User | None,
    guests: Iterable[Guest] = (),
    **values: Any,
) -> Meeting:
    """Plan a pupil progress meeting of a class about the chosen children; families do not come.

    Every child has an item of its own, which stands on that child's record and on no other.
    """
    known = Meeting.objects.filter(school_id=class_group.school_id, pk=key).first()
    if known:
        return known
    chosen = list(pupils)
    if not chosen:
        raise TransitionNotAllowed("Choose at least one child.")
    if any(pupil.class_group_id != class_group.pk for pupil in chosen):
        raise TransitionNotAllowed("Choose children of this class.")
    meeting = Meeting(
        pk=key,
        school=class_group.school,
        class_group=class_group,
        kind=MeetingKind.PROGRESS,
        planned_by=by,
        **values,
    )
    return _planned(meeting, chosen, guests, by)


def _planned(
    meeting: Meeting, pupils: list[Pupil], guests: Iterable[Guest], by: User | None
) -> Meeting:
    meeting.save(force_insert=True)
    MeetingChild.objects.bulk_create(
        MeetingChild(school=meeting.school, meeting=meeting, pupil=each) for each in pupils
    )
    begin_agenda(meeting, pupils)
    invite_all(meeting, guests, by)
    record_step(meeting, "planned", by)
    return meeting


@transaction.atomic
def change_meeting(
    *,
    meeting: Meeting,
    version: str,
    by: User | None,
    is_checked: bool = False,
    as_leader: bool = False,
    **values: Any,
) -> Meeting:
    """Move a meeting or change who leads it; who was invited hears of a new day, time or place.

    `is_checked`: somebody has looked that the new time and place give nothing away. `as_leader`:
    the floor above that leads the meeting moves it.
    """
    meeting = _locked(meeting, as_leader)
    require_version(meeting, MEETING_FIELDS, version)
    if meeting.pupil:
        require_born(meeting.pupil, values["on"])
    _require_planned(meeting)
    is_moved = any(getattr(meeting, name) != values[name] for name in TOLD_FIELDS)
    for name in MEETING_FIELDS:
        setattr(meeting, name, values[name])
    meeting.save(update_fields=MEETING_FIELDS)
    if is_moved or is_checked:
        _check_again(meeting, is_checked)
    if is_moved:
        _tell_again(meeting, by)
    record_step(meeting, "moved" if is_moved else "changed", by)
    return meeting


@transaction.atomic
def call_off(*, meeting: Meeting, why: str, by: User | None, as_leader: bool = False) -> Meeting:
    """The meeting does not take place; who was invited hears of it.

    A time that parents had booked is free again.
    """
    meeting = _locked(meeting, as_leader)
    _require_planned(meeting)
    meeting.state, meeting.called_off_why = MeetingState.CALLED_OFF, why
    meeting.save(update_fields=["state", "called_off_why"])
    booked = SlotBooking.objects.filter(school_id=meeting.school_id, meeting=meeting)
    booked.filter(cancelled_at=None).update(cancelled_at=timezone.now())
    for invitee in _invitees(meeting):
        close_invitation(invitee, by=by)
        # That it is off says nothing of where the child is.
        out = as_outgoing(invitee, meeting, tells_where=False)
        if invitee.invited_on and not refusal_of(out):
            send_outside(out, CALLED_OFF_MAIL, context=about_meeting(meeting), by=by)
    record_step(meeting, "called_off", by)
    return meeting


@transaction.atomic
def hold_meeting(
    *,
    meeting: Meeting,
    came: Iterable[UUID],
    is_parent_meeting: bool,
    by: User | None,
    on: dt.date | None = None,
    as_leader: bool = False,
) -> Meeting:
    """The meeting took place: who came, and whether it was one of the three with the parents.

    `on`: on another day than was planned. Pressed again it corrects who came. Refused before the
    day.
    """
    meeting = _locked(meeting, as_leader)
    meeting.on = on or meeting.on
    if meeting.state == MeetingState.CALLED_OFF:
        raise TransitionNotAllowed("This meeting was called off.")
    if meeting.on > clock.today():
        raise TransitionNotAllowed(f"This meeting is on {meeting.on:%-d %B %Y}. Move it first.")
    present = set(came)
    meeting.state = MeetingState.HELD
    meeting.is_parent_meeting = is_parent_meeting and meeting.kind != MeetingKind.PROGRESS
    meeting.save(update_fields=["on", "state", "is_parent_meeting"])
    invitees = list(_invitees(meeting))
    for invitee in invitees:
        invitee.came = invitee.pk in present
        # Views in advance come too late now: nobody is reminded of them.
        close_invitation(invitee, by=by)
    MeetingInvitee.objects.bulk_update(invitees, ["came"])
    record_step(meeting, "held", by)
    return meeting


def _check_again(meeting: Meeting, is_checked: bool) -> None:
    """What was checked of the old time and place was not of the new."""
    for invitee in _invitees(meeting).exclude(email=""):
        invitee.is_checked = is_checked
        invitee.save(update_fields=["is_checked"])
        out = as_outgoing(invitee, meeting)
        # Whoever may not be told at all hears nothing, whatever is ticked.
        if not refusal_of(replace(out, is_checked=True)) and (refusal := refusal_of(out)):
            raise TransitionNotAllowed(f"{invitee.name}: {refusal}")


def _tell_again(meeting: Meeting, by: User | None) -> None:
    """An answer was for the old day: everybody but the chair is asked anew."""
    for invitee in _invitees(meeting):
        if invitee.user_id == meeting.chair_id:
            continue
        invitee.reply, invitee.replied_at = Reply.NONE, None
        invitee.save(update_fields=["reply", "replied_at"])
        if invitee.ask and invitee.ask.is_open:
            invitee.ask.due_on = views_by(meeting.on, clock.today())
            invitee.ask.expires_on = expires_on(invitee.ask.due_on)
            invitee.ask.save(update_fields=["due_on", "expires_on"])
        if invitee.email and not refusal_of(as_outgoing(invitee, meeting)):
            send_invitation(invitee, meeting, by=by)


def _locked(meeting: Meeting, as_leader: bool) -> Meeting:
    """The meeting, locked; one that is led elsewhere is moved, held and called off there."""
    meeting = lock_meeting(meeting)
    if not as_leader:
        require_own(meeting)
    return meeting


def _invitees(meeting: Meeting):
    rows = MeetingInvitee.objects.filter(school_id=meeting.school_id, meeting=meeting)
    return rows.select_related("contact", "ask")


def _require_planned(meeting: Meeting) -> None:
    if meeting.state != MeetingState.PLANNED:
        raise TransitionNotAllowed(f"This meeting is {meeting.get_state_display().lower()}.")
