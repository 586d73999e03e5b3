"""An instance and a plan as JSON; `instance.py` and `solution.py` say what they hold."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from .absence import Replan, Swap
from .comparing import figures_of
from .costs import unmet_of
from .instance import FORMAT, Adult, Child, Demand, Instance, Lock, Session, Span
from .rooms import give_rooms
from .solution import FORMAT as PLAN_FORMAT
from .solution import Plan, Remedy, Uncovered
from .words import conflict_in_words, remedy_in_words, swap_in_words

Data = dict[str, Any]


def clock(minutes: int) -> str:
    """`09:30` for minutes after midnight."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def instance_data(instance: Instance) -> Data:
    """The JSON object, from which the same instance is read again."""
    return {
        "format": FORMAT,
        "week_of": instance.week_of.isoformat(),
        "weights": {str(name): weight for name, weight in instance.weights.items()},
        "walk_minutes": instance.walk_minutes,
        "sites": [asdict(each) for each in instance.sites.values()],
        "bells": [
            {"key": b.key, "name": b.name, "site": b.site, "periods": _spans(b.periods)}
            for b in instance.bells.values()
        ],
        "rooms": [asdict(each) for each in instance.rooms.values()],
        "adults": [_adult(each) for each in instance.adults.values()],
        "children": [_child(each) for each in instance.children.values()],
        "demands": [_demand(each) for each in instance.demands.values()],
        "pairings": [asdict(each) for each in instance.pairings],
        "handovers": [{**asdict(each), "on": each.on.isoformat()} for each in instance.handovers],
        "overrides": [asdict(each) for each in instance.overrides],
        "locks": [_lock(each) for each in instance.locks],
        "former": [session_data(each) for each in instance.former],
        "training_costs": dict(instance.training_costs),
    }


def session_data(session: Session, room: str | None = None) -> Data:
    """One session, as a plan has it."""
    return {
        "demand": session.demand,
        "adult": session.adult,
        "weekday": session.span.weekday,
        "at": clock(session.span.starts),
        "room": room,
    }


def sessions_data(instance: Instance, sessions: Iterable[Session]) -> list[Data]:
    """Sessions with their rooms, by time."""
    every = sorted(sessions, key=lambda s: (s.span, s.demand))
    rooms = give_rooms(instance, every)
    return [session_data(each, rooms.get(each)) for each in every]


def by_hand(instance: Instance, sessions: Iterable[Session]) -> Data:
    """A plan that was not made by the solver."""
    return {"format": PLAN_FORMAT, "sessions": sessions_data(instance, sessions)}


def plan_data(plan: Plan, greedy: Iterable[Session] = ()) -> Data:
    """The JSON object of a plan."""
    instance, greedy = plan.instance, tuple(greedy)
    return {
        "format": PLAN_FORMAT,
        "status": plan.status,
        "sessions": sessions_data(instance, plan.sessions),
        "unmet": _by_rank(plan.unmet),
        "bounds": _by_rank(plan.bounds),
        "cost": plan.cost,
        "bound": min(plan.bound, plan.cost),
        "gap": round(plan.gap, 4),
        "costs": {str(name): cost for name, cost in sorted(plan.costs.items())},
        "seconds": round(plan.seconds, 2),
        "uncovered": [_uncovered(instance, each) for each in plan.uncovered],
        "conflicts": [
            {
                "locks": list(each.locks),
                "rules": list(each.rules),
                "is_proved": each.is_proved,
                "words": conflict_in_words(instance, each),
            }
            for each in plan.conflicts
        ],
        "figures": figures_of(instance, plan.sessions),
        "greedy": {
            "unmet": _by_rank(unmet_of(instance, greedy)),
            **figures_of(instance, greedy),
        },
    }


def replan_data(found: Replan) -> Data:
    """Who is out: what falls, who could step in, and the week with the best swaps."""
    instance = found.instance
    return {
        "format": PLAN_FORMAT,
        "sessions": sessions_data(instance, found.sessions),
        "fallen": [
            {
                "session": session_data(gap.session),
                "rank": str(gap.rank),
                "swaps": [_swap(instance, swap) for swap in gap.swaps],
            }
            for gap in found.fallen
        ],
        "accepted": [_swap(instance, swap) for swap in found.accepted],
        "lost": [session_data(session) for session in found.lost],
    }


def _swap(instance: Instance, swap: Swap) -> Data:
    return {
        "session": session_data(swap.session),
        "is_trained": swap.is_trained,
        "is_known": swap.is_known,
        "together": swap.together,
        "leaves": session_data(swap.leaves) if swap.leaves else None,
        "words": swap_in_words(instance, swap),
    }


def _by_rank(minutes: Mapping[Any, int]) -> dict[str, int]:
    return {str(rank): number for rank, number in minutes.items()}


def _uncovered(instance: Instance, each: Uncovered) -> Data:
    return {
        "demand": each.demand,
        "rank": str(each.rank),
        "sessions": each.sessions,
        "minutes": each.minutes,
        "is_proved": each.is_proved,
        "remedies": [_remedy(instance, each, remedy) for remedy in each.remedies],
    }


def _remedy(instance: Instance, uncovered: Uncovered, remedy: Remedy) -> Data:
    return {
        "kind": remedy.kind,
        "adult": remedy.adult,
        "name": remedy.name,
        "minutes": remedy.minutes,
        "pence": remedy.pence,
        "covers": remedy.covers,
        "words": remedy_in_words(instance, uncovered, remedy),
    }


def _spans(spans: Iterable[Span]) -> list[Data]:
    return [
        {
            "weekday": span.weekday,
            "from": clock(span.starts),
            "until": clock(span.ends),
            **({"name": span.name} if span.name else {}),
        }
        for span in spans
    ]


def _adult(adult: Adult) -> Data:
    until = {name: day.isoformat() if day else None for name, day in adult.training.items()}
    return {
        "key": adult.key,
        "name": adult.name,
        "role": adult.role,
        "sites": list(adult.sites),
        "minutes": adult.minutes,
        "at_work": _spans(adult.at_work),
        "breaks": _spans(adult.breaks),
        "tasks": _spans(adult.tasks),
        "training": until,
        "rate": adult.rate,
        "prefers": [str(shape) for shape in adult.prefers],
    }


def _child(child: Child) -> Data:
    return {
        "key": child.key,
        "name": child.name,
        "absent": _spans(child.absent),
        "protected": _spans(child.protected),
        "known": list(child.known),
        "needs_handover": child.needs_handover,
    }


def _demand(demand: Demand) -> Data:
    return {
        "key": demand.key,
        "name": demand.name,
        "rank": str(demand.rank),
        "shape": str(demand.shape),
        "children": list(demand.children),
        "bells": demand.bells,
        "minutes": demand.minutes,
        "sessions": demand.sessions,
        "most_a_day": demand.most_a_day,
        "windows": _spans(demand.windows),
        "wishes": _spans(demand.wishes),
        "training": list(demand.training),
        "room_kind": demand.room_kind,
        "continuity": demand.continuity,
        "programme": demand.programme,
        "most_children": demand.most_children,
    }


def _lock(lock: Lock) -> Data:
    return {
        "demand": lock.demand,
        "adult": lock.adult,
        "weekday": lock.weekday,
        "at": None if lock.starts is None else clock(lock.starts),
    }
