"""Rooms of one kind at one site are alike: counting what is on at once is enough."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from .instance import Instance, Session, Span


def capacity(instance: Instance, site: str, kind: str) -> int:
    """So many sessions at once in all rooms of a kind."""
    rooms = instance.rooms.values()
    return sum(room.holds for room in rooms if (room.site, room.kind) == (site, kind))


def room_for(instance: Instance, site: str, kind: str, taken: Collection[Span], span: Span) -> bool:
    """Whether one more session finds a place beside what is on in that kind of room."""
    beside = [each for each in taken if each.overlaps(span)]
    instants = {max(each.starts, span.starts) for each in beside}
    busiest = max((sum(e.starts <= at < e.ends for e in beside) for at in instants), default=0)
    return busiest < capacity(instance, site, kind)


def give_rooms(instance: Instance, sessions: Iterable[Session]) -> Mapping[Session, str]:
    """A room for each session that needs one: in order of time the first that is free."""
    taken: dict[str, list[Span]] = defaultdict(list)
    found: dict[Session, str] = {}
    for session in sorted(sessions, key=lambda s: (s.span, s.demand)):
        kind = instance.demands[session.demand].room_kind
        site = instance.site_of(session.demand)
        for room in instance.rooms.values():
            if not kind or (room.site, room.kind) != (site, kind):
                continue
            if sum(span.overlaps(session.span) for span in taken[room.key]) < room.holds:
                taken[room.key].append(session.span)
                found[session] = room.key
                break
    return found
