"""The invited person behind a secret address."""

from dataclasses import dataclass

from aylsham.codes import Sensitivity
from pupils.led_meetings import leader_of
from pupils.meeting_codes import KIND_FOR_GUESTS, InviteeKind, MeetingKind, MeetingState
from pupils.models import AgendaItem, MeetingInvitee, MeetingLink
from pupils.selectors.secret_addresses import behind


@dataclass(frozen=True)
class InvitedTo:
    """A live secret address, the person it was sent to and the agenda they may see."""

    link: MeetingLink
    invitee: MeetingInvitee
    agenda: tuple[tuple[str, int | None], ...]

    @property
    def what(self) -> str:
        """What they are asked to, without a word about whom."""
        if led := leader_of(self.invitee.meeting):
            return led.leader.for_guests
        return KIND_FOR_GUESTS[MeetingKind(self.invitee.meeting.kind)]

    @property
    def may_write_views(self) -> bool:
        """Whether the person was asked for views and has not sent them."""
        return self.invitee.ask is not None and self.invitee.ask.is_open

    @property
    def has_written(self) -> bool:
        """Whether the person was asked for views and has sent them."""
        return self.invitee.ask is not None and self.invitee.ask.answered_at is not None

    @property
    def is_family(self) -> bool:
        """Whether the person belongs to the family."""
        return self.invitee.kind == InviteeKind.CONTACT


def find_guest(secret: str) -> InvitedTo | None:
    """The person behind a secret address, if it still works and the meeting is still to be.

    Four statements.
    """
    return behind(MeetingLink.objects, secret, _invited)


def _invited(link: MeetingLink) -> InvitedTo | None:
    invitee = (
        MeetingInvitee.objects.filter(
            school_id=link.school_id, pk=link.invitee_id, meeting__state=MeetingState.PLANNED
        )
        .select_related("meeting", "meeting__pupil", "meeting__chair", "contact", "ask")
        .first()
    )
    if invitee is None:
        return None
    invitee.school = invitee.meeting.school = link.school
    if invitee.meeting.pupil:
        invitee.meeting.pupil.school = link.school
    items = AgendaItem.objects.filter(
        school_id=link.school_id,
        meeting=invitee.meeting,
        pupil=None,
        sensitivity=Sensitivity.EVERYONE,
    )
    return InvitedTo(link, invitee, tuple(items.values_list("title", "length")))
