"""Instances for tests and benchmarks: one that a SENDCo could draw, and random ones."""

import datetime as dt
import random
from typing import Any

from ehcp.scheduling.instance import FORMAT

DAY = dt.timedelta(days=1)
#: A school year as in Norfolk.
TERMS = [["2026-09-03", "2026-12-18"], ["2027-01-05", "2027-03-25"], ["2027-04-12", "2027-07-22"]]
HALF_TERMS = [
    ["2026-10-26", "2026-10-30"],
    ["2027-02-15", "2027-02-19"],
    ["2027-05-31", "2027-06-04"],
]
HOLIDAYS = ["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03"]
SLOTS = [{"at": at, "minutes": 60} for at in ("09:30", "11:00", "13:30", "14:45")]


def school(key: str = "oak", **facts) -> dict[str, Any]:
    """A school with one room, at most two reviews a day and four a week."""
    return {
        "key": key,
        "name": key.capitalize(),
        "terms": TERMS,
        "closed": HALF_TERMS,
        "slots": SLOTS,
        "rooms": [{"key": "hall", "name": "Hall"}],
        "most_a_day": 2,
        "most_a_week": 4,
        **facts,
    }


def person(key: str, **facts) -> dict[str, Any]:
    """Somebody who can always come."""
    return {"key": key, "name": key.capitalize(), "days": None, **facts}


def review(key: str, earliest: str, latest: str, **facts) -> dict[str, Any]:
    """A review at the oak school whose papers can go out from September."""
    return {
        "key": key,
        "school": "oak",
        "name": key.upper(),
        "earliest": earliest,
        "latest": latest,
        "papers_from": "2026-09-03",
        **facts,
    }


def instance(*reviews: dict, schools=None, people=(), **facts) -> dict[str, Any]:
    """An instance as JSON has it."""
    return {
        "format": FORMAT,
        "bank_holidays": HOLIDAYS,
        "schools": schools or [school()],
        "people": list(people),
        "reviews": list(reviews),
        **facts,
    }


def random_instance(seed: int) -> dict[str, Any]:
    """A small one, tight enough that every other cannot be met."""
    chance = random.Random(seed)
    schools = [_random_school(chance, key) for key in ("oak", "elm")[: chance.randint(1, 2)]]
    keys = [each["key"] for each in schools]
    people = [_random_person(chance, f"p{n}", keys) for n in range(chance.randint(1, 4))]
    start = dt.date(2026, 9, 21) + chance.randint(0, 150) * DAY
    reviews = [
        _random_review(chance, f"r{n}", keys, [p["key"] for p in people], start)
        for n in range(chance.randint(2, 8))
    ]
    wished = [_wished(seed, row, [p["key"] for p in people]) for row in reviews]
    return instance(*wished, schools=schools, people=people)


def _wished(seed: int, row: dict[str, Any], people: list[str]) -> dict[str, Any]:
    """The review with wishes that bar nothing, drawn apart so that the rest stays as it was."""
    chance = random.Random(f"{seed}:{row['key']}")
    earliest = dt.date.fromisoformat(row["earliest"])
    first = earliest + chance.randint(-7, 21) * DAY
    facts: dict[str, Any] = {}
    if chance.random() < 0.4:
        facts["joined"] = [[str(first), str(first + chance.choice((0, 6, 20)) * DAY)]]
    if chance.random() < 0.3:
        facts["hoped_for"] = chance.sample(people, 1)
    if chance.random() < 0.3:
        at = chance.choice([None, *(slot["at"] for slot in SLOTS)])
        facts["previous"] = {"on": str(earliest + 3 * DAY), "at": at}
    return row | facts


def _random_school(chance: random.Random, key: str) -> dict[str, Any]:
    return school(
        key,
        slots=SLOTS[: chance.randint(1, 3)],
        rooms=[{"key": f"room{n}"} for n in range(chance.randint(1, 2))],
        closed=HALF_TERMS + [[str(d), str(d)] for d in _days(chance, 6)],
        most_a_day=chance.randint(1, 2),
        most_a_week=chance.randint(1, 4),
        papers_in_term=chance.random() < 0.7,
    )


def _random_person(chance: random.Random, key: str, schools: list[str]) -> dict[str, Any]:
    busy = [
        {"weekday": chance.randint(0, 4), "from": "09:00", "until": "12:00"}
        for _ in range(chance.randint(0, 2))
    ]
    days = {s: chance.sample(range(5), chance.randint(1, 3)) for s in schools}
    return person(
        key,
        days=chance.choice([None, days, days]),
        away=[[str(d), str(d + 4 * DAY)] for d in _days(chance, 3)],
        busy=busy,
        most_a_day=chance.choice([None, None, 1, 2]),
    )


def _random_review(
    chance: random.Random, key: str, schools: list[str], people: list[str], start: dt.date
) -> dict[str, Any]:
    earliest = start + chance.randint(0, 10) * DAY
    latest = earliest + chance.randint(0, chance.choice((16, 60))) * DAY
    on = earliest + chance.randint(0, 10) * DAY
    facts: dict[str, Any] = {
        "school": chance.choice(schools),
        "people": chance.sample(people, chance.randint(1, min(3, len(people)))),
        "siblings": chance.choice(["", "", "burton"]),
        "papers_from": str(earliest - chance.randint(10, 40) * DAY),
        "wishes": {"weekdays": chance.sample(range(5), 2)} if chance.random() < 0.3 else {},
    }
    if chance.random() < 0.1:
        facts["locked"] = {"on": str(on), "at": chance.choice([None, "09:30"])}
    return review(key, str(earliest), str(latest), **facts)


def _days(chance: random.Random, number: int) -> list[dt.date]:
    return [dt.date(2026, 9, 7) + chance.randint(0, 200) * DAY for _ in range(number)]
