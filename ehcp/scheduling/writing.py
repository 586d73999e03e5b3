"""The answer as JSON; `solution.py` says what it holds."""

from collections.abc import Mapping
from typing import Any

from .costs import cost_of
from .greedy import plan_greedily
from .instance import Instance
from .solution import FORMAT, Conflict, Solution, days_of, figures_of
from .spots import Place, Spots
from .words import conflict_in_words, way_out_in_words


def as_data(solution: Solution) -> dict[str, Any]:
    """The JSON object."""
    instance = solution.instance
    return {
        "format": FORMAT,
        "status": solution.status,
        "objective": solution.objective,
        "bound": min(solution.bound, solution.objective),
        "gap": round(solution.gap, 4),
        "costs": {str(name): cost for name, cost in sorted(solution.costs.items())},
        "seconds": round(solution.seconds, 2),
        "placed": [_placed(solution, key) for key in sorted(solution.days)],
        "unplaced": [_unplaced(instance, conflict) for conflict in solution.conflicts],
        "figures": solution.figures,
        "greedy": _greedy(instance),
    }


def _placed(solution: Solution, key: str) -> dict[str, Any]:
    place = solution.places.get(key)
    school = solution.instance.schools[solution.instance.reviews[key].school]
    return {
        "review": key,
        "on": solution.days[key].isoformat(),
        "at": f"{school.slots[place.slot].at:%H:%M}" if place else None,
        "room": solution.rooms.get(key),
    }


def _unplaced(instance: Instance, conflict: Conflict) -> dict[str, Any]:
    return {
        "review": conflict.review,
        "rules": list(conflict.rules),
        "with": list(conflict.others),
        "why": conflict_in_words(instance, conflict),
        "relax": [
            {
                "rules": list(way.rules),
                "on": way.on.isoformat() if way.on else None,
                "words": way_out_in_words(instance, way),
            }
            for way in conflict.relax
        ],
        "is_proved": conflict.is_proved,
    }


def _greedy(instance: Instance) -> dict[str, Any]:
    places: Mapping[str, Place] = plan_greedily(instance, Spots(instance))
    days = days_of(instance, places)
    return {"objective": cost_of(instance, days, places).total(), **figures_of(instance, days)}
