"""Plans side by side: what each costs, leaves uncovered, asks of whom; no names."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from .codes import LEGAL, RANK_WORDS, RANKS, Rank
from .costs import adults_of, cost_of, uncovered_of, unmet_of
from .instance import Instance, Session

#: An instance and the sessions of a plan for it.
Scenario = tuple[Instance, Collection[Session]]


@dataclass(frozen=True)
class Row:
    """One figure of each scenario; None where it is not known. `unit` is min, p, % or empty."""

    key: str
    words: str
    unit: str
    values: tuple[float | None, ...]


def figures_of(instance: Instance, sessions: Collection[Session]) -> dict[str, Any]:
    """What a plan is judged by beside its cost in wishes."""
    adults = [len(each) for each in adults_of(instance, sessions).values()]
    unmet = unmet_of(instance, sessions)
    return {
        "sessions": len(sessions),
        "uncovered_sessions": sum(uncovered_of(instance, sessions).values()),
        "unmet_legal_minutes": sum(unmet[rank] for rank in LEGAL),
        "adults_per_child": round(sum(adults) / len(adults), 2) if adults else 0,
        "most_adults_of_a_child": max(adults, default=0),
        "wishes_cost": cost_of(instance, sessions).total(),
        "pence_a_week": pence_of(instance),
    }


def pence_of(instance: Instance) -> int | None:
    """What the contracts cost a week; None if any rate is not known."""
    adults = instance.adults.values()
    if any(adult.rate is None for adult in adults):
        return None
    return sum(-(-adult.minutes * (adult.rate or 0) // 60) for adult in adults)


def compare(scenarios: Mapping[str, Scenario]) -> tuple[Row, ...]:
    """Figures of each scenario, in their order."""
    each = [_measured(*scenario) for scenario in scenarios.values()]
    return tuple(
        Row(key, words, unit, tuple(measured[key] for measured in each))
        for key, words, unit in _ROWS
    )


_ROWS = (
    ("pence_a_week", "Contracts, a week", "p"),
    *((f"unmet_{rank}", f"Not covered: {RANK_WORDS[rank]}", "min") for rank in RANKS),
    ("by_override", "Sessions without the training, by a noted exception", ""),
    ("training_ends", "Adults whose needed training ends within 13 weeks", ""),
    ("adults_per_child", "Adults for each child", ""),
    ("one_adult", "Children who know only one adult", ""),
    ("most_used", "Hours used of the fullest contract", "%"),
    ("least_used", "Hours used of the emptiest contract", "%"),
    ("most_duties", "Duty minutes of whoever has most", "min"),
    ("least_duties", "Duty minutes of whoever has least", "min"),
    ("wishes_cost", "Wishes missed, weighted", ""),
)

#: About a term.
SOON_DAYS = 91


def _measured(instance: Instance, sessions: Collection[Session]) -> dict[str, float | None]:
    figures = figures_of(instance, sessions)
    unmet = unmet_of(instance, sessions)
    circles = adults_of(instance, sessions).values()
    used, duties = _loads(instance, sessions)
    return {
        **{f"unmet_{rank}": unmet[rank] for rank in RANKS},
        "pence_a_week": figures["pence_a_week"],
        "by_override": sum(not _is_trained(instance, session) for session in sessions),
        "training_ends": len(_ending(instance, sessions)),
        "adults_per_child": figures["adults_per_child"],
        "one_adult": sum(len(adults) == 1 for adults in circles),
        "most_used": max(used, default=None),
        "least_used": min(used, default=None),
        "most_duties": max(duties, default=None),
        "least_duties": min(duties, default=None),
        "wishes_cost": figures["wishes_cost"],
    }


def _loads(instance: Instance, sessions: Collection[Session]) -> tuple[list[float], list[int]]:
    """Of each adult the share of the contract in use, and the minutes of duties."""
    used: Counter[str] = Counter()
    duties: Counter[str] = Counter()
    for session in sessions:
        used[session.adult] += session.span.minutes
        if instance.demands[session.demand].rank == Rank.DUTY:
            duties[session.adult] += session.span.minutes
    shares = [
        round(100 * (adult.minutes - adult.minutes_left + used[key]) / adult.minutes, 1)
        for key, adult in instance.adults.items()
        if adult.minutes
    ]
    return shares, [duties[key] for key in instance.adults]


def _is_trained(instance: Instance, session: Session) -> bool:
    adult, day = instance.adults[session.adult], instance.day(session.span.weekday)
    return all(adult.is_trained(n, day) for n in instance.demands[session.demand].training)


def _ending(instance: Instance, sessions: Collection[Session]) -> set[str]:
    """Adults who use a training that ends soon."""
    found = set()
    for session in sessions:
        for name in instance.demands[session.demand].training:
            until = instance.adults[session.adult].training.get(name)
            if until and (until - instance.week_of).days <= SOON_DAYS:
                found.add(session.adult)
    return found
