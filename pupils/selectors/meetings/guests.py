"""The invited person behind a secret address."""

from dataclasses import dataclass

from aylsham import clock
from aylsham.codes import Sensitivity
from aylsham.secrets import hash_of
from aylsham.tenancy.row_security import set_schools
from pupils.meeting_codes import KIND_FOR_GUESTS, InviteeKind, MeetingKind, MeetingState
from pupils.models import AgendaItem, MeetingInvitee, MeetingLink


@dataclass(frozen=True)
class InvitedTo:
    """A live secret address, the person it was sent to and the agenda they may see."""

    link: MeetingLink
    invitee: MeetingInvitee
    agenda: tuple[tuple[str, int | None], ...]

    @property
    def what(self) -> str:
        """What they are asked to, without a word about whom."""
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
    """The person behind a secret address, if it still works; sets the wall to its one school.

    None alike for an address that never was, has ended, was revoked or belongs to a meeting that
    is over or called off: nobody learns which. Four statements.
    """
    link = (
        MeetingLink.objects.select_related("school")
        .filter(token_hash=hash_of(secret), revoked_at=None, expires_on__gte=clock.today())
        .first()
    )
    if link is None:
        return None
    set_schools([link.school_id])
    invitee = (
        MeetingInvitee.objects.filter(
            school_id=link.school_id, pk=link.invitee_id, meeting__state=MeetingState.PLANNED
        )
        .select_related("meeting", "meeting__pupil", "meeting__chair", "contact", "ask")
        .first()
    )
    if invitee is None:
        set_schools([])
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
