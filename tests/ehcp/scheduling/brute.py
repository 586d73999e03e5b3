"""Whether a conflict is real: every place tried one by one, with rules read off the verifier."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ehcp.scheduling.verifying import broken_rules
from tests.ehcp.scheduling.makers import DAY

Spot = tuple[str, str]
BEYOND = dt.timedelta(weeks=26)


def bars(instance: dict, review: dict, spot: Spot) -> set[str]:
    """Which rules the review breaks there by itself."""
    school = next(s for s in instance["schools"] if s["key"] == review["school"])
    free = {**review, "locked": None}
    alone = {**instance, "reviews": [free], "people": _without_limits(instance)}
    found: set[str] = set()
    for room in school["rooms"]:
        row = {"review": review["key"], "on": spot[0], "at": spot[1], "room": room["key"]}
        names = {b.rule for b in broken_rules(alone, {"placed": [row], "unplaced": []})}
        found = names if not found or len(names) < len(found) else found
        if not any(name.startswith("rooms:") for name in names):
            return names
    return found


def _without_limits(instance: dict) -> list[dict]:
    return [{**person, "most_a_day": None} for person in instance["people"]]


def spots(instance: dict, review: dict, *, beyond: bool = False) -> Iterator[Spot]:
    """Every weekday and slot of the window, and of the half-year after it."""
    school = next(s for s in instance["schools"] if s["key"] == review["school"])
    day, last = (dt.date.fromisoformat(review[name]) for name in ("earliest", "latest"))
    while day <= last + (BEYOND if beyond else DAY * 0):
        if day.weekday() < 5:
            yield from ((str(day), slot["at"]) for slot in school["slots"])
        day += DAY


def is_possible(instance: dict, key: str, others: list[str], rules: set[str]) -> bool:
    """Whether all can be placed: the review under `rules`, the others under all of their own."""
    rows = {row["key"]: row for row in instance["reviews"]}
    own = [
        s
        for s in spots(instance, rows[key], beyond=True)
        if not bars(instance, rows[key], s) & rules
    ]
    choices: list[tuple[str, list[Any]]] = [(key, own)]
    for other in others:
        if lock := rows[other].get("locked"):
            choices.append((other, [(lock["on"], lock.get("at"))]))
        else:
            free = [s for s in spots(instance, rows[other]) if not bars(instance, rows[other], s)]
            choices.append((other, free))
    choices.sort(key=lambda each: len(each[1]))
    return _search(instance, choices, {}, rules)


def _search(instance: dict, choices: list, placed: dict, rules: set[str]) -> bool:
    if not choices:
        return True
    (key, free), *rest = choices
    for spot in free:
        now = {**placed, key: spot}
        if not joint(instance, now) & rules and _search(instance, rest, now, rules):
            return True
    return False


def joint(instance: dict, placed: dict[str, Spot]) -> set[str]:
    """Which rules between reviews these places break; rooms by their number."""
    rooms = [{"key": "any"}]
    schools = [{**s, "rooms": rooms} for s in instance["schools"]]
    rows = [{"review": key, "on": on, "at": at, "room": "any"} for key, (on, at) in placed.items()]
    broken = broken_rules({**instance, "schools": schools}, {"placed": rows, "unplaced": []})
    kinds = ("a_day:", "a_week:", "person_once:", "person_a_day:")
    names = {each.rule for each in broken if each.rule.startswith(kinds)}
    return names | set(_full_rooms(instance, placed))


def _full_rooms(instance: dict, placed: dict[str, Spot]) -> Iterator[str]:
    rows = {row["key"]: row for row in instance["reviews"]}
    for school in instance["schools"]:
        here = [k for k in placed if rows[k]["school"] == school["key"] and placed[k][1]]
        for spot in {placed[key] for key in here}:
            at = [key for key in here if placed[key] == spot]
            chosen = any(not rows[key].get("locked") for key in at)
            if len(at) > len(school["rooms"]) and chosen:
                yield f"rooms:{school['key']}"
