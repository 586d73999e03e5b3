"""Whether locks can be met: every time and adult tried one by one, rules read off the verifier."""

from itertools import product

from staff.planning.verifying import broken_rules


def can_be(data: dict, numbers: set[int], rules: set[str]) -> bool:
    """Whether sessions for these locks can break none of these rules together."""
    locks = [data["locks"][number] for number in sorted(numbers)]
    choices = [
        [s for s in _sessions(data, lock) if not _broken(data, [s]) & rules] for lock in locks
    ]
    # A lock at a time that no bells know is met once that rule does not count.
    known = [bool(_sessions(data, lock)) for lock in locks]
    for lock, is_known in zip(locks, known, strict=True):
        if not is_known and f"period:{lock['demand']}" in rules:
            return False
    left = [choice for choice, is_known in zip(choices, known, strict=True) if is_known]
    return any(
        not _broken(data, chosen) & rules and len({_key(s) for s in chosen}) == len(chosen)
        for chosen in product(*left)
    )


def _key(session: dict) -> tuple:
    return session["demand"], session["adult"], session["weekday"], session["at"]


def _broken(data: dict, sessions) -> set[str]:
    free = {**data, "locks": []}
    return {b.rule for b in broken_rules(free, {"sessions": list(sessions)}, is_by_hand=True)}


def _sessions(data: dict, lock: dict) -> list[dict]:
    """Every session that the lock names, at any quarter of an hour or time of the bells."""
    demand = next(row for row in data["demands"] if row["key"] == lock["demand"])
    bells = next(row for row in data["bells"] if row["key"] == demand["bells"])
    starts = {m for p in bells["periods"] for m in range(_clock(p["from"]), _clock(p["until"]), 5)}
    times = (
        [lock["at"]] if lock.get("at") else [f"{m // 60:02}:{m % 60:02}" for m in sorted(starts)]
    )
    days = range(5) if lock.get("weekday") is None else [lock["weekday"]]
    who = [lock["adult"]] if lock.get("adult") else [row["key"] for row in data["adults"]]
    rows = [
        {"demand": demand["key"], "adult": adult, "weekday": day, "at": at, "room": None}
        for adult, day, at in product(who, days, times)
    ]
    period = f"period:{demand['key']}"
    fitting = (
        {
            (d, t)
            for d, t in product(days, times)
            if period not in _broken(data, [{**rows[0], "weekday": d, "at": t}])
        }
        if rows
        else set()
    )
    return [row for row in rows if (row["weekday"], row["at"]) in fitting]


def _clock(text: str) -> int:
    return 60 * int(text[:2]) + int(text[3:])
