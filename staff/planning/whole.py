"""Whether every key of an instance leads somewhere, and nothing contradicts itself at once."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .codes import Shape
from .instance import Demand, Handover, Instance, InstanceError, Lock, Override, Pairing


def require_whole(instance: Instance) -> None:
    """InstanceError for the first thing that leads nowhere."""
    for where, what, key, known in _references(instance):
        if key not in known:
            raise InstanceError(f"{where}: no {what} {key}.")
    for demand in instance.demands.values():
        if problem := _problem(demand):
            raise InstanceError(f"demand {demand.key}: {problem}.")
    locked = [lock.demand for lock in instance.locks]
    for demand in instance.demands.values():
        if locked.count(demand.key) > demand.sessions:
            raise InstanceError(f"demand {demand.key}: more locks than sessions.")
    for adult in instance.adults.values():
        if adult.minutes_left < 0:
            raise InstanceError(f"adult {adult.key}: tasks take more than the contract.")


def _problem(demand: Demand) -> str:
    if len(set(demand.children)) < len(demand.children):
        return "a child stands twice"
    if demand.shape == Shape.ONE_TO_ONE and len(demand.children) != 1:
        return "one to one is with one child"
    if demand.shape == Shape.GROUP and not demand.children:
        return "a group has children"
    return ""


def _references(instance: Instance) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    """Where, what kind, which key, and all keys of that kind."""
    sites, adults, children = instance.sites, instance.adults, instance.children
    for bells in instance.bells.values():
        yield f"bells {bells.key}", "site", bells.site, sites
    for room in instance.rooms.values():
        yield f"room {room.key}", "site", room.site, sites
    for adult in adults.values():
        yield from _each(f"adult {adult.key}", "site", adult.sites, sites)
    for child in children.values():
        yield from _each(f"child {child.key}", "adult", child.known, adults)
    for demand in instance.demands.values():
        yield f"demand {demand.key}", "bells", demand.bells, instance.bells
        yield from _each(f"demand {demand.key}", "child", demand.children, children)
    pairs: tuple[Pairing | Handover, ...] = (*instance.pairings, *instance.handovers)
    for pair in pairs:
        where = type(pair).__name__.lower()
        yield where, "adult", pair.adult, adults
        yield where, "child", pair.child, children
    of_demands: tuple[Override | Lock, ...] = (*instance.overrides, *instance.locks)
    for each in of_demands:
        where = type(each).__name__.lower()
        yield where, "demand", each.demand, instance.demands
        if each.adult is not None:
            yield where, "adult", each.adult, adults


def _each(
    where: str, what: str, keys: Iterable[str], known: Mapping[str, Any]
) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    for key in keys:
        yield where, what, key, known
