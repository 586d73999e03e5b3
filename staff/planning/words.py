"""Rules, remedies and conflicts in words that a SENDCo can act on."""

from collections.abc import Mapping

from .absence import Swap
from .codes import Hard
from .instance import Instance, Lock
from .solution import Conflict, Remedy, Uncovered

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")

#: What a rule says; the braces are filled with what it is about.
_RULES = {
    Hard.PERIOD: "{0} is not at a time of its bells",
    Hard.WINDOW: "{0} has times at which alone it may be",
    Hard.PROTECTED: "{0} has a lesson then that is not to be missed",
    Hard.ABSENT: "{0} is not in school then",
    Hard.SITE: "{0} does not work at that site",
    Hard.TRAINING: "{0} is not trained in {1}",
    Hard.PAIRING: "{0} and {1} are not to be together",
    Hard.HANDOVER: "{0} needs a handover before working with {1}",
    Hard.AT_WORK: "{0} is not at work then",
    Hard.BREAK: "{0} has a break then",
    Hard.TASK: "{0} has a directed task then",
    Hard.CONTRACT: "{0} has no hours left",
    Hard.ADULT_ONCE: "{0} cannot be in two places at once",
    Hard.CHILD_ONCE: "{0} cannot be in two places at once",
    Hard.DEMAND_ONCE: "{0} is given once at a time",
    Hard.ROOM: "there is no further room of that kind ({1}) at {0}",
    Hard.A_DAY: "{0} is given only so often a day",
    Hard.SESSIONS: "{0} has all its sessions",
}


def rule_in_words(instance: Instance, name: str, names: Mapping[str, str] | None = None) -> str:
    """What a rule demands: `Ann Bell is not trained in Makaton`; `names` of keys go before."""
    kind, *about = name.split(":")
    known = names or {}
    return _RULES[Hard(kind)].format(*(known.get(k) or _name(instance, k) for k in about))


def _name(instance: Instance, key: str) -> str:
    for rows in (instance.adults, instance.children, instance.demands, instance.sites):
        if key in rows:
            return rows[key].name
    return key


def lock_in_words(instance: Instance, lock: Lock) -> str:
    """`Reading with Ann Bell on Mon at 09:30`."""
    words = instance.demands[lock.demand].name
    if lock.adult is not None:
        words += f" with {instance.adults[lock.adult].name}"
    if lock.weekday is not None:
        words += f" on {DAYS[lock.weekday]}"
    if lock.starts is not None:
        words += f" at {lock.starts // 60:02}:{lock.starts % 60:02}"
    return words


def conflict_in_words(instance: Instance, conflict: Conflict) -> str:
    """One sentence: which locks cannot be, and why."""
    locks = [lock_in_words(instance, instance.locks[number]) for number in conflict.locks]
    if not conflict.rules:
        return f"It was not found out in time whether these can be: {'; '.join(locks)}."
    rules = [rule_in_words(instance, name) for name in conflict.rules]
    together = "This lock cannot be" if len(locks) == 1 else "These locks cannot be together"
    return f"{together}: {'; '.join(locks)}. {'; '.join(rules)}."


def remedy_in_words(instance: Instance, uncovered: Uncovered, remedy: Remedy) -> str:
    """What to do, what it covers and what it costs."""
    who = instance.adults[remedy.adult].name if remedy.adult else ""
    demand = instance.demands[uncovered.demand]
    words = {
        "window": f"allow another time for {demand.name}",
        "regroup": f"join the group {_name(instance, remedy.name)}",
        "handover": f"plan a handover to {who}",
        "training": f"train {who} in {remedy.name}",
        "hours": f"{remedy.minutes} minutes a week more of {who}"
        if remedy.minutes
        else f"let {who} work at other times",
    }[remedy.kind]
    covers = f"covers {remedy.covers} of {uncovered.sessions}"
    return f"{words} ({covers}{_cost(remedy)})"


def swap_in_words(instance: Instance, swap: Swap) -> str:
    """`Ann Bell: trained, 2 sessions a week together, free`."""
    trained = "trained" if swap.is_trained else "by a noted exception"
    if swap.together:
        knows = f"{swap.together} sessions a week together"
    else:
        knows = "known to the child" if swap.is_known else "new"
    leaves = "free"
    if swap.leaves:
        leaves = f"leaves {instance.demands[swap.leaves.demand].name}"
    return f"{instance.adults[swap.session.adult].name}: {trained}, {knows}, {leaves}"


def _cost(remedy: Remedy) -> str:
    if remedy.pence is None:
        return ", cost not known"
    if not remedy.pence:
        return ", no cost"
    once = "once" if remedy.kind == "training" else "a week"
    return f", £{remedy.pence // 100}.{remedy.pence % 100:02} {once}"
