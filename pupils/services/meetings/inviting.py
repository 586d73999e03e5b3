"""Asking people to a meeting, and their answers: by link without an account, or told to us."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.models import Owes, User
from pupils.family_codes import AskKind, AskState
from pupils.meeting_codes import InviteeKind, MeetingState, Reply
from pupils.models import Contact, Meeting, MeetingInvitee, MeetingLink
from pupils.rules.meetings import views_by
from pupils.rules.sharing import Thing, ThingKind
from pupils.selectors.adults import works_at
from pupils.selectors.leaving import has_left_since
from pupils.services.contributions.asking import ask_for_views, cancel_request
from pupils.services.meetings.steps import children_of, lock_meeting, record_step
from pupils.services.outgoing import Outgoing, refusal_of, send_outside
from pupils.services.recording import lock
from pupils.services.secret_addresses import (
    new_address,
    require_not_just_sent,
    revoke_addresses,
)

INVITED_MAIL, CALLED_OFF_MAIL = "meeting_invited", "meeting_called_off"
ON_CUTS = "If time and place give nothing away, tick that you have checked."

#: An invitation as the sharing rules see it: it says where people meet, and when.
AN_INVITATION = Thing(ThingKind.INVITATION, tells_whereabouts=True)


@dataclass(frozen=True)
class Guest:
    """Somebody about to be invited: a colleague, a contact of the child, somebody from outside."""

    user: User | None = None
    contact: Contact | None = None
    name: str = ""
    role: str = ""
    email: str = ""
    #: Ask for views or advice before the meeting, by this day if one is given.
    asks_views: bool = False
    views_on: dt.date | None = None
    #: False: told by letter, by phone or at the gate, whatever address there is.
    by_mail: bool = True
    #: The asker has looked whether time and place give anything away.
    is_checked: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        """As the row keeps it."""
        if self.user:
            who = (InviteeKind.STAFF, self.user.name, self.role, self.user.email)
        elif self.contact:
            who = (
                InviteeKind.CONTACT,
                self.contact.name,
                self.role or self.contact.relationship,
                self.contact.email,
            )
        else:
            who = (InviteeKind.OUTSIDE, self.name, self.role, self.email)
        said = dict(zip(("kind", "name", "role", "email"), who, strict=True))
        if not self.by_mail:
            said["email"] = ""
        about = {"user": self.user, "contact": self.contact, "is_checked": self.is_checked}
        return said | about


def as_outgoing(invitee: MeetingInvitee, meeting: Meeting, *, tells_where: bool = True) -> Outgoing:
    """An invitation as the sharing rules see it: it says where people meet, and when."""
    is_colleague = invitee.user_id is not None
    return Outgoing(
        email=invitee.email,
        # A colleague knows where the child is.
        thing=Thing(ThingKind.INVITATION, tells_whereabouts=tells_where and not is_colleague),
        school=meeting.school,
        pupil_ids=children_of(meeting),
        contact=invitee.contact,
        is_colleague=is_colleague,
        is_checked=invitee.is_checked,
        on_cuts=ON_CUTS,
    )


def is_barred(invitee: MeetingInvitee) -> bool:
    """Whether somebody may not be told of a meeting any more.

    An order may have come since, or the child has left; of somebody of the family whom a colleague
    took off the record nobody knows what holds, and a colleague may no longer work here.
    """
    if invitee.kind == InviteeKind.CONTACT and invitee.contact_id is None:
        return True
    pupil, today = invitee.meeting.pupil, clock.today()
    if invitee.user_id and not works_at(invitee.user_id, invitee.meeting.school, today=today):
        return True
    if pupil and has_left_since(pupil, invitee.invited_on or today, today=today):
        return True
    return bool(refusal_of(as_outgoing(invitee, invitee.meeting)))


@transaction.atomic
def invite(*, meeting: Meeting, guest: Guest, by: User) -> MeetingInvitee:
    """Ask somebody to come and, if they have an address, send them a link of their own.

    To a meeting that has been, whoever was there is only put on the list.
    """
    meeting = lock_meeting(meeting)
    invitee = _invited(meeting, guest, by)
    record_step(meeting, "invited", by, moves_dates=False, invitee=str(invitee.pk))
    return invitee


def invite_all(meeting: Meeting, guests: Iterable[Guest], by: User | None) -> None:
    """Invite several at once, inside the planning of a meeting."""
    for guest in guests:
        _invited(meeting, guest, by)


def _invited(meeting: Meeting, guest: Guest, by: User | None) -> MeetingInvitee:
    _require_planned(meeting)
    about_one = not meeting.is_of_class
    if guest.contact and not about_one:
        raise TransitionNotAllowed(
            "A meeting about several children is no meeting for one family. Plan one of their own."
        )
    known = MeetingInvitee.objects.filter(school_id=meeting.school_id, meeting=meeting)
    if guest.user and known.filter(user=guest.user).exists():
        raise TransitionNotAllowed(f"{guest.user.name} is invited already.")
    if guest.contact and known.filter(contact=guest.contact).exists():
        raise TransitionNotAllowed(f"{guest.contact.name} is invited already.")
    is_outside = not (guest.user or guest.contact)
    if is_outside and known.filter(name=guest.name, email__iexact=guest.email).exists():
        raise TransitionNotAllowed(f"{guest.name} is invited already.")
    invitee = MeetingInvitee(school_id=meeting.school_id, meeting=meeting, **guest.columns)
    if invitee.user_id == meeting.chair_id:
        invitee.reply, invitee.replied_at = Reply.COMING, timezone.now()
    _require_sharing(invitee, meeting)
    # A meeting that is entered afterwards: nobody is sent anything.
    has_been = meeting.on < clock.today()
    if guest.asks_views and about_one and invitee.email and not guest.user and not has_been:
        invitee.ask = _ask(meeting, invitee, by, guest.views_on)
    invitee.save(force_insert=True)
    if invitee.email and invitee.user_id != meeting.chair_id and not has_been:
        send_invitation(invitee, meeting, by=by)
    return invitee


def _ask(meeting: Meeting, invitee: MeetingInvitee, by: User | None, on: dt.date | None):
    is_family = invitee.kind == InviteeKind.CONTACT
    today = clock.today()
    calendar = calendar_of(meeting.pupil.school)
    return ask_for_views(
        pupil=meeting.pupil,
        by=by,
        sends_link=False,
        kind=AskKind.PARENT_VIEWS if is_family else AskKind.ADVICE,
        contact=invitee.contact,
        name=invitee.name,
        role=invitee.role,
        email=invitee.email,
        owed_by=Owes.PARENT if is_family else Owes.HEALTH,
        # A school day, or today for a meeting that is too near.
        due_on=max(today, calendar.do_by(on or views_by(meeting.on, today))),
    )


def send_invitation(invitee: MeetingInvitee, meeting: Meeting, *, by: User | None) -> None:
    """E-mail a new secret address; every earlier one of this person is dead at once."""
    revoke_addresses(MeetingLink, invitee)
    send_outside(
        as_outgoing(invitee, meeting),
        INVITED_MAIL,
        context=about_meeting(meeting) | {"asks": invitee.ask_id is not None},
        secret=new_link(invitee, meeting),
        by=by,
    )
    invitee.invited_on = clock.today()
    invitee.save(update_fields=["invited_on"])


def new_link(invitee: MeetingInvitee, meeting: Meeting) -> str:
    """A further secret address of an invited person."""
    return new_address(MeetingLink, invitee, until=meeting.on)


def about_meeting(meeting: Meeting) -> dict[str, Any]:
    """What an e-mail about a meeting may know: which school, what sort, when; nothing of whom."""
    return {
        "school": meeting.school_id,
        "meeting": meeting.pk,
        "kind": meeting.kind,
        "on": meeting.on,
        "starts_at": f"{meeting.starts_at:%H:%M}",
        "length": meeting.length,
    }


@transaction.atomic
def send_again(*, invitee: MeetingInvitee, by: User) -> MeetingInvitee:
    """Send the invitation again; the earlier link no longer works."""
    meeting, invitee = _locked(invitee)
    _require_planned(meeting)
    if meeting.on < clock.today():
        raise TransitionNotAllowed("The day of the meeting has passed. Move it first.")
    if not invitee.email:
        raise TransitionNotAllowed("There is no e-mail address. Tell them and record the answer.")
    if is_barred(invitee):
        raise TransitionNotAllowed(
            "This person may no longer be told, or not where and when. See the family's page. If "
            "time and place give nothing away, tick under “Move it” that you have checked."
        )
    require_not_just_sent(MeetingLink, invitee)
    send_invitation(invitee, meeting, by=by)
    _record(meeting, by, invitee, "sent_again")
    return invitee


@transaction.atomic
def uninvite(*, invitee: MeetingInvitee, by: User) -> None:
    """Take somebody off the list; their link shows nothing any more."""
    meeting, invitee = _locked(invitee)
    _require_planned(meeting)
    close_invitation(invitee, by=by)
    _record(meeting, by, invitee, "uninvited")
    invitee.delete()


@transaction.atomic
def answer(*, invitee: MeetingInvitee, reply: str, note: str, by: User | None) -> MeetingInvitee:
    """Keep what an invited person answers; they may change it until the meeting."""
    meeting, invitee = _locked(invitee)
    _require_planned(meeting)
    invitee.reply, invitee.replied_at, invitee.note = Reply(reply), timezone.now(), note
    invitee.save(update_fields=["reply", "replied_at", "note"])
    _record(meeting, by, invitee, "answered")
    return invitee


def close_invitation(invitee: MeetingInvitee, *, by: User | None) -> None:
    """End a person's link, and the request for views that came with it."""
    revoke_addresses(MeetingLink, invitee)
    if invitee.ask and invitee.ask.state == AskState.OPEN:
        cancel_request(ask=invitee.ask, by=by)


def _locked(invitee: MeetingInvitee) -> tuple[Meeting, MeetingInvitee]:
    return lock_meeting(invitee.meeting), lock(invitee)


def _require_planned(meeting: Meeting) -> None:
    if meeting.state != MeetingState.PLANNED:
        raise TransitionNotAllowed(f"This meeting is {meeting.get_state_display().lower()}.")


def _require_sharing(invitee: MeetingInvitee, meeting: Meeting) -> None:
    if refusal := refusal_of(as_outgoing(invitee, meeting)):
        raise TransitionNotAllowed(f"{invitee.name}: {refusal}")


def _record(meeting: Meeting, by: User | None, invitee: MeetingInvitee, step: str) -> None:
    record_step(meeting, step, by, moves_dates=False, invitee=str(invitee.pk))
