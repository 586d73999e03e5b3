"""A plan as a busy person makes it: what is owed most first, the first free trained adult."""

from collections.abc import Iterable

from .codes import RANKS
from .diary import Diary
from .instance import Demand, Instance, Session
from .times import Times


def in_order(instance: Instance) -> list[Demand]:
    """Demands by how strongly they are owed, then as they stand."""
    return sorted(instance.demands.values(), key=lambda demand: RANKS.index(demand.rank))


def plan_greedily(
    instance: Instance, times: Times, locked: Iterable[Session] = ()
) -> list[Session]:
    """The locked sessions, then each demand at its first free times."""
    found = list(locked)
    diary = Diary(instance, found)
    for demand in in_order(instance):
        found += fill(diary, times, demand)
    return found


def fill(diary: Diary, times: Times, demand: Demand) -> list[Session]:
    """Add what the demand still lacks, first one a day, and say what was added."""
    found = []
    for most in (demand.usual_a_day, demand.most_a_day):
        for session in times.free(demand):
            if diary.given[demand.key] >= demand.sessions:
                return found
            if diary.on_day[demand.key, session.span.weekday] < most and diary.has_room(session):
                diary.add(session)
                found.append(session)
    return found
