"""What a plan misses: minutes owed, and each wish times its weight."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from .codes import MANY_SESSIONS, RANKS, Rank, Soft
from .instance import Adult, Demand, Instance, Session, Span


def uncovered_of(instance: Instance, sessions: Iterable[Session]) -> dict[str, int]:
    """How many sessions each demand lacks; only those that lack some."""
    given = Counter(session.demand for session in sessions)
    missing = {key: d.sessions - given[key] for key, d in instance.demands.items()}
    return {key: number for key, number in missing.items() if number > 0}


def unmet_of(instance: Instance, sessions: Iterable[Session]) -> dict[Rank, int]:
    """Minutes a week that are owed and not covered, by rank."""
    found = dict.fromkeys(RANKS, 0)
    for key, number in uncovered_of(instance, sessions).items():
        demand = instance.demands[key]
        found[demand.rank] += number * demand.minutes
    return found


def teacher_cost(instance: Instance, demand: Demand, span: Span) -> int:
    """What a time outside the teacher's wishes costs."""
    fits = not demand.wishes or any(wish.holds(span) for wish in demand.wishes)
    return 0 if fits else instance.weight(Soft.TEACHER)


def adult_cost(instance: Instance, demand: Demand, adult: Adult) -> int:
    """What a session costs that an adult did not ask for, by its shape and by the child."""
    asked = instance.preferred.get(adult.key, frozenset())
    misses = bool(adult.prefers) and demand.shape not in adult.prefers
    misses_child = bool(asked and demand.children) and not asked & set(demand.children)
    return instance.weight(Soft.ADULT) * (misses + misses_child)


def circles(instance: Instance) -> dict[str, list[Demand]]:
    """For each child the demands for which the same few adults are hoped for."""
    found: dict[str, list[Demand]] = defaultdict(list)
    for demand in instance.demands.values():
        if demand.continuity:
            for child in demand.children:
                found[child].append(demand)
    return found


def is_many(demands: Collection[Demand]) -> bool:
    """Whether the child should know two adults, in case one is ill."""
    return sum(demand.sessions for demand in demands) >= MANY_SESSIONS


def duty_cost(instance: Instance, number: int) -> int:
    """What so many duties of one adult cost."""
    return instance.weight(Soft.FAIR_DUTIES) * (number * (number - 1) // 2)


def cost_of(instance: Instance, sessions: Collection[Session]) -> Counter[str]:
    """What the wishes that a plan misses cost, by rule."""
    found: Counter[str] = Counter()
    for session in sessions:
        demand = instance.demands[session.demand]
        found[Soft.TEACHER] += teacher_cost(instance, demand, session.span)
        found[Soft.ADULT] += adult_cost(instance, demand, instance.adults[session.adult])
    found[Soft.CONTINUITY] = _continuity(instance, sessions)
    by_day = Counter((session.demand, session.span.weekday) for session in sessions)
    for (key, _), number in by_day.items():
        beyond = number - instance.demands[key].usual_a_day
        found[Soft.SPREAD] += instance.weight(Soft.SPREAD) * max(0, beyond)
    found[Soft.WALKING] = instance.weight(Soft.WALKING) * _journeys(instance, sessions)
    duties = Counter(s.adult for s in sessions if instance.demands[s.demand].rank == Rank.DUTY)
    found[Soft.FAIR_DUTIES] = sum(duty_cost(instance, number) for number in duties.values())
    gone = set(instance.former) - set(sessions)
    found[Soft.STABLE] = instance.weight(Soft.STABLE) * len(gone)
    return +found


def adults_of(
    instance: Instance, sessions: Iterable[Session], *, circle: bool = False
) -> Mapping[str, set[str]]:
    """The adults of each child; with `circle` only where continuity is hoped for."""
    found: dict[str, set[str]] = defaultdict(set)
    for session in sessions:
        demand = instance.demands[session.demand]
        if demand.continuity or not circle:
            for child in demand.children:
                found[child].add(session.adult)
    return found


def _continuity(instance: Instance, sessions: Iterable[Session]) -> int:
    found = 0
    demands = circles(instance)
    for child, adults in adults_of(instance, sessions, circle=True).items():
        few = 1 + is_many(demands[child])
        found += max(0, len(adults) - few) + (len(adults) == 1 < few)
    return instance.weight(Soft.CONTINUITY) * found


def _journeys(instance: Instance, sessions: Iterable[Session]) -> int:
    sites = defaultdict(set)
    for session in sessions:
        sites[session.adult, session.span.weekday].add(instance.site_of(session.demand))
    return sum(len(each) - 1 for each in sites.values())
