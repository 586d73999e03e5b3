"""Weeks for tests and benchmarks: one that a SENDCo could draw, random small ones, a large one."""

import random
from typing import Any

from staff.planning.instance import FORMAT

MONDAY = "2026-11-30"
HOURS = ["09:00", "10:00", "11:00", "13:00", "14:00"]
TRAININGS = ["makaton", "elsa", "talk-boost", "epilepsy"]


def span(weekday: int, starts: str, until: str) -> dict[str, Any]:
    return {"weekday": weekday, "from": starts, "until": until}


def week(starts: str = "08:30", until: str = "15:30", days=range(5)) -> list[dict[str, Any]]:
    """The same time on each of these days."""
    return [span(day, starts, until) for day in days]


def periods(days=range(5)) -> list[dict[str, Any]]:
    """Five periods of an hour a day, with a pause at noon."""
    return [span(day, at, f"{int(at[:2]) + 1:02}:00") for day in days for at in HOURS]


def adult(key: str, **facts) -> dict[str, Any]:
    """Somebody who is there all week and can do everything that needs no training."""
    return {
        "key": key,
        "name": key.capitalize(),
        "sites": ["oak"],
        "minutes": 1500,
        "at_work": week(),
        **facts,
    }


def child(key: str, **facts) -> dict[str, Any]:
    return {"key": key, "name": key.capitalize(), **facts}


def demand(key: str, *children: str, **facts) -> dict[str, Any]:
    """An hour a week of Section F; for one child, if there is only one."""
    shape = "one_to_one" if len(children) == 1 else "group" if children else "in_class"
    return {
        "key": key,
        "name": key.upper(),
        "rank": "section_f",
        "shape": shape,
        "children": list(children),
        "bells": "day",
        "minutes": 60,
        "sessions": 1,
        **facts,
    }


def instance(*demands: dict, adults=None, children=None, **facts) -> dict[str, Any]:
    """A week at the oak site; the children are those of the demands."""
    keys = dict.fromkeys(key for each in demands for key in each["children"])
    return {
        "format": FORMAT,
        "week_of": MONDAY,
        "sites": [{"key": "oak", "name": "Oak"}],
        "bells": [{"key": "day", "site": "oak", "periods": periods()}],
        "rooms": [],
        "adults": [adult("ann")] if adults is None else adults,
        "children": [child(key) for key in keys] if children is None else children,
        "demands": list(demands),
        **facts,
    }


def session(key: str, who: str, weekday: int, at: str, room: str | None = None) -> dict[str, Any]:
    return {"demand": key, "adult": who, "weekday": weekday, "at": at, "room": room}


def random_instance(seed: int) -> dict[str, Any]:
    """A small one, tight enough that many a demand cannot be met; some locks exclude each other."""
    chance = random.Random(seed)
    sites = ["oak", "elm"][: chance.choice((1, 1, 2))]
    adults = [_random_adult(chance, f"a{n}", sites) for n in range(chance.randint(1, 4))]
    who = [each["key"] for each in adults]
    children = [_random_child(chance, f"c{n}", who) for n in range(chance.randint(1, 5))]
    pupils = [each["key"] for each in children]
    demands = [_random_demand(chance, f"d{n}", pupils, sites) for n in range(chance.randint(2, 7))]
    keys = [each["key"] for each in demands]
    return instance(
        *demands,
        adults=adults,
        children=children,
        sites=[{"key": key} for key in sites],
        bells=[_random_bells(chance, key) for key in sites],
        rooms=[{"key": f"nook-{key}", "site": key, "kind": "quiet"} for key in sites],
        pairings=[
            {"adult": chance.choice(who), "child": each, "is_possible": chance.random() < 0.5}
            for each in pupils
            if chance.random() < 0.3
        ],
        handovers=[
            {"child": each, "adult": chance.choice(who), "on": f"2026-12-0{chance.randint(1, 4)}"}
            for each in pupils
            if chance.random() < 0.3
        ],
        overrides=[
            {"demand": chance.choice(keys), "adult": chance.choice(who), "note": "Trained in May"}
            for _ in range(chance.choice((0, 0, 1)))
        ],
        locks=_random_locks(chance, keys, who),
        former=[_random_former(chance, keys, who) for _ in range(chance.randint(0, 3))],
        walk_minutes=chance.choice((0, 15, 30)),
    )


def _random_bells(chance: random.Random, site: str) -> dict[str, Any]:
    days = chance.sample(range(5), chance.randint(2, 3))
    rows = periods(days) if chance.random() < 0.5 else []
    for day in [] if rows else days:
        rows += [span(day, "09:15", "10:00"), span(day, "10:00", "10:40")]
        rows += [span(day, "13:00", "13:50")]
    return {"key": f"day-{site}", "site": site, "periods": rows}


def _random_adult(chance: random.Random, key: str, sites: list[str]) -> dict[str, Any]:
    days = chance.sample(range(5), chance.randint(2, 5))
    until = {name: chance.choice((None, "2026-12-01", "2026-12-03")) for name in TRAININGS}
    held = chance.sample(TRAININGS, chance.randint(0, 3))
    return adult(
        key,
        sites=chance.sample(sites, chance.randint(1, len(sites))),
        minutes=chance.choice((90, 180, 300, 600)),
        at_work=week(chance.choice(("08:30", "10:00")), chance.choice(("12:00", "15:30")), days),
        breaks=week("11:00", "11:20", days[:1]),
        tasks=week("14:00", "14:30", days[1:2]),
        training={name: until[name] for name in held},
        rate=chance.choice((None, 1412)),
        prefers=chance.choice(([], ["one_to_one"], ["group", "duty"])),
    )


def _random_child(chance: random.Random, key: str, who: list[str]) -> dict[str, Any]:
    return child(
        key,
        absent=week("13:00", "15:30", chance.sample(range(5), chance.randint(0, 2))),
        protected=week("09:00", "10:00", chance.sample(range(5), chance.randint(0, 2))),
        known=chance.sample(who, chance.randint(0, 1)),
        needs_handover=chance.random() < 0.3,
    )


def _random_demand(
    chance: random.Random, key: str, pupils: list[str], sites: list[str]
) -> dict[str, Any]:
    shape = chance.choice(("one_to_one", "one_to_one", "group", "in_class", "duty"))
    number = {"one_to_one": 1, "duty": chance.randint(0, 1)}.get(shape, chance.randint(1, 3))
    facts: dict[str, Any] = {
        "shape": shape,
        "rank": chance.choice(("section_f", "statutory", "plan", "class_support")),
        "bells": f"day-{chance.choice(sites)}",
        "minutes": chance.choice((10, 20, 30, 45, 60, 80)),
        "sessions": chance.randint(1, 4),
        "training": chance.sample(TRAININGS, chance.choice((0, 0, 1))),
        "room_kind": chance.choice(("", "", "quiet")),
        "continuity": chance.random() < 0.8,
        "windows": week("09:00", "12:00") if chance.random() < 0.3 else [],
        "wishes": week("13:00", "15:00") if chance.random() < 0.3 else [],
        "programme": "talk" if shape == "group" else "",
        "most_children": 4 if shape == "group" else 0,
    }
    if shape == "duty":
        facts["rank"] = "duty"
    if chance.random() < 0.3:
        facts["most_a_day"] = 1
    return demand(key, *chance.sample(pupils, min(number, len(pupils))), **facts)


def _random_locks(chance: random.Random, keys: list[str], who: list[str]) -> list[dict]:
    chosen = chance.sample(keys, chance.choice((0, 0, 0, 0, 1, 2)))
    return [
        {
            "demand": key,
            "adult": chance.choice([None, *who]),
            "weekday": chance.choice([None, None, *range(5)]),
            "at": chance.choice([None, None, None, "13:00"]),
        }
        for key in chosen
    ]


def _random_former(chance: random.Random, keys: list[str], who: list[str]) -> dict[str, Any]:
    at = chance.choice(("09:00", "10:00", "13:00"))
    return session(chance.choice(keys), chance.choice(who), chance.randint(0, 4), at)


def large_instance(
    seed: int, *, adults: int = 60, demands: int = 200, children: int = 120
) -> dict[str, Any]:
    """One large site: 25 periods a week, part-time adults, trainings, groups, duties."""
    chance = random.Random(seed)
    who = [_large_adult(chance, f"lsa-{n:02}") for n in range(adults)]
    pupils = [_large_child(chance, f"child-{n:03}", who) for n in range(children)]
    keys = [each["key"] for each in pupils]
    rows = [_large_demand(chance, f"demand-{n:03}", keys) for n in range(demands)]
    return instance(
        *rows,
        adults=who,
        children=pupils,
        rooms=[{"key": f"room-{n}", "site": "oak", "kind": "quiet"} for n in range(6)],
        pairings=[
            {
                "adult": chance.choice(who)["key"],
                "child": chance.choice(keys),
                "is_possible": n % 2 == 0,
            }
            for n in range(adults // 3)
        ],
    )


def _large_adult(chance: random.Random, key: str) -> dict[str, Any]:
    days = chance.choice((range(5), range(5), range(4), range(1, 5), range(3)))
    return adult(
        key,
        minutes=len(days) * chance.choice((180, 240, 300)),
        at_work=week(days=days),
        tasks=week("14:00", "15:00", chance.sample(list(days), 1)),
        training=dict.fromkeys(chance.sample(TRAININGS, chance.randint(0, 3))),
        rate=chance.choice((1369, 1412, 1460, 1580)),
        prefers=chance.choice(([], [], ["one_to_one"], ["group", "in_class"])),
    )


def _large_child(chance: random.Random, key: str, who: list[dict]) -> dict[str, Any]:
    return child(
        key,
        absent=week("13:00", "15:30", [4]) if chance.random() < 0.05 else [],
        protected=week("09:00", "10:00", chance.sample(range(5), chance.randint(0, 2))),
        known=[each["key"] for each in chance.sample(who, min(4, len(who)))],
        needs_handover=chance.random() < 0.1,
    )


def _large_demand(chance: random.Random, key: str, children: list[str]) -> dict[str, Any]:
    rank = chance.choices(
        ("section_f", "statutory", "plan", "class_support", "duty"), (30, 5, 35, 20, 10)
    )[0]
    shape = {"class_support": "in_class", "duty": "duty"}.get(rank, "one_to_one")
    if rank in ("section_f", "plan") and chance.random() < 0.35:
        shape = "group"
    number = {"group": chance.randint(2, 5), "one_to_one": 1}.get(shape, 0)
    return demand(
        key,
        *chance.sample(children, number),
        rank=rank,
        shape=shape,
        minutes=chance.choice((60, 60, 30)),
        sessions=chance.choice((2, 3, 4, 5, 5)),
        training=chance.sample(TRAININGS, chance.choice((0, 0, 1))),
        room_kind="quiet" if chance.random() < 0.15 else "",
        wishes=week("09:00", "12:00") if chance.random() < 0.3 else [],
        programme="talk" if shape == "group" else "",
        most_children=6 if shape == "group" else 0,
    )
