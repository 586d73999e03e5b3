"""Meetings that a floor above leads: their days, who came and what is due of them are kept there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School
from pupils.meeting_codes import MeetingKind
from pupils.models import Meeting


@dataclass(frozen=True)
class Leader:
    """Whose meetings they are, and where one is led."""

    #: Of what kind they all are: no other meeting is looked up.
    kind: MeetingKind
    #: “the annual review”.
    words: str
    #: What an invited person reads: without a word about whom.
    for_guests: str
    #: Schools -> (meeting's id, the id in its page's address) of every meeting it leads.
    rows: Callable[[Iterable[School]], QuerySet]
    #: Name of the page; its arguments are the school and that id.
    page: str
    permission: Permission


@dataclass(frozen=True)
class Led:
    """A meeting and the row of the floor above that leads it."""

    leader: Leader
    row_id: UUID


_leaders: dict[str, Leader] = {}


def register_leader(name: str, leader: Leader) -> None:
    """Let a floor above lead meetings, or replace the leader of that name."""
    _leaders[name] = leader


def led_ids(schools: Iterable[School]) -> list[UUID]:
    """Meetings of these schools that are led elsewhere; a statement for each leader."""
    schools = list(schools)
    return [meeting for each in _leaders.values() for meeting, _ in each.rows(schools)]


def leader_of(meeting: Meeting) -> Led | None:
    """Who leads a meeting, if it is led elsewhere."""
    if meeting.is_of_class:
        return None
    for leader in _leaders.values():
        if leader.kind != meeting.kind:
            continue
        for _, row_id in leader.rows([meeting.school]).filter(meeting=meeting):
            return Led(leader, row_id)
    return None


def require_own(meeting: Meeting) -> None:
    """Refuse to move, hold or call off a meeting here that is led elsewhere."""
    if led := leader_of(meeting):
        raise TransitionNotAllowed(
            f"This is the meeting of {led.leader.words}. Change it on the page of that."
        )
