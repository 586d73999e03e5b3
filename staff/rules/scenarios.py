"""What a draft of a week takes for granted, and what that makes of the week (pure, no Django).

Each change is {id, kind, …}; adults, children, demands and trainings are named by their keys.
A change about somebody, or something, that the week no longer has is passed over.

    leaves    adult: is not there any more
    new       adult, name, minutes, weekdays: somebody without a contract yet, all day on these
    hours     adult, minutes: so many more a week, or fewer; never below the directed tasks
    trained   adult, training: is trained, for ever
    joins     demand, child: the group has one child more
    without   demand: need not be covered
    exception demand, adult, note: may give it without the training, and why; with said_by (the key
              of an account, or empty) and said_on (a day)
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from staff.planning.instance import Adult, Child, Instance, Override, Span

Change = Mapping[str, Any]
KINDS = ("leaves", "new", "hours", "trained", "joins", "without", "exception")
#: Where the week has nobody at work, so that its day is not known.
USUAL_DAY = (8 * 60 + 45, 15 * 60 + 15)


def apply_changes(instance: Instance, changes: Iterable[Change]) -> Instance:
    """The week as it would be; locks and former sessions of what is gone are void."""
    for change in changes:
        if how := _HOW.get(change["kind"]):
            instance = how(instance, change)
    return _tidied(instance)


def is_only_supposed(changes: Iterable[Change]) -> bool:
    """Whether the week is not as it is said; a noted exception is, once it is noted."""
    return any(change["kind"] != "exception" for change in changes)


def _leaves(instance: Instance, change: Change) -> Instance:
    rest = {key: each for key, each in instance.adults.items() if key != change["adult"]}
    return replace(instance, adults=rest)


def _new(instance: Instance, change: Change) -> Instance:
    key = change["adult"]
    if key in instance.adults:
        return instance
    starts, ends = _day(instance)
    at_work = tuple(Span(weekday, starts, ends) for weekday in sorted(change["weekdays"]))
    sites = tuple(instance.sites)
    adult = Adult(key, change.get("name") or key, "", sites, int(change["minutes"]), at_work)
    return replace(instance, adults={**instance.adults, key: adult})


def _hours(instance: Instance, change: Change) -> Instance:
    def more(adult: Adult) -> Adult:
        tasks = adult.minutes - adult.minutes_left
        return replace(adult, minutes=max(tasks, adult.minutes + int(change["minutes"])))

    return _with_adult(instance, change["adult"], more)


def _trained(instance: Instance, change: Change) -> Instance:
    held = {change["training"]: None}
    return _with_adult(
        instance,
        change["adult"],
        lambda adult: replace(adult, training={**adult.training, **held}),
    )


def _joins(instance: Instance, change: Change) -> Instance:
    demand, key = instance.demands.get(change["demand"]), change["child"]
    if demand is None or key in demand.children:
        return instance
    joined = replace(demand, children=tuple(sorted([*demand.children, key])))
    children = instance.children
    if key not in children:
        children = {**children, key: Child(key, key)}
    return replace(instance, children=children, demands={**instance.demands, demand.key: joined})


def _without(instance: Instance, change: Change) -> Instance:
    rest = {key: each for key, each in instance.demands.items() if key != change["demand"]}
    return replace(instance, demands=rest)


def _exception(instance: Instance, change: Change) -> Instance:
    if not change["note"].strip():
        return instance
    override = Override(change["demand"], change["adult"], change["note"])
    return replace(instance, overrides=(*instance.overrides, override))


_HOW: Mapping[str, Callable[[Instance, Change], Instance]] = {
    "leaves": _leaves,
    "new": _new,
    "hours": _hours,
    "trained": _trained,
    "joins": _joins,
    "without": _without,
    "exception": _exception,
}


def _with_adult(instance: Instance, key: str, change: Callable[[Adult], Adult]) -> Instance:
    if key not in instance.adults:
        return instance
    return replace(instance, adults={**instance.adults, key: change(instance.adults[key])})


def _day(instance: Instance) -> tuple[int, int]:
    """From the first adult's coming to the last one's going."""
    spans = [span for adult in instance.adults.values() for span in adult.at_work]
    if not spans:
        return USUAL_DAY
    return min(span.starts for span in spans), max(span.ends for span in spans)


def _tidied(instance: Instance) -> Instance:
    """Nothing names an adult or a demand that is gone."""
    adults, demands = instance.adults, instance.demands
    return replace(
        instance,
        locks=tuple(
            lock
            for lock in instance.locks
            if lock.demand in demands and (lock.adult is None or lock.adult in adults)
        ),
        former=tuple(s for s in instance.former if s.demand in demands and s.adult in adults),
        pairings=tuple(p for p in instance.pairings if p.adult in adults),
        handovers=tuple(h for h in instance.handovers if h.adult in adults),
        overrides=tuple(o for o in instance.overrides if o.demand in demands and o.adult in adults),
        children={
            key: replace(each, known=tuple(known for known in each.known if known in adults))
            for key, each in instance.children.items()
        },
    )
