"""`./run bench --reviews`: a year's annual reviews of 100 schools, 2,000 plans, shared professionals."""

import datetime as dt
import json
import random
import resource
import time
from pathlib import Path
from typing import Any

from ehcp.scheduling.codes import UNPLACED
from ehcp.scheduling.instance import FORMAT, Instance
from ehcp.scheduling.solving import make_calendar
from ehcp.scheduling.verifying import broken_rules
from ehcp.scheduling.writing import as_data

DAY = dt.timedelta(days=1)
SCHOOLS, PLANS, SECONDS = 100, 2000, 240
FIRST, LAST = dt.date(2026, 9, 28), dt.date(2027, 7, 16)
TERMS = [["2026-09-03", "2026-12-18"], ["2027-01-05", "2027-03-25"], ["2027-04-12", "2027-07-22"]]
HALF_TERMS = [
    [["2026-10-26", "2026-10-30"], ["2027-02-15", "2027-02-19"], ["2027-05-31", "2027-06-04"]],
    [["2026-10-19", "2026-10-30"], ["2027-02-15", "2027-02-19"], ["2027-05-31", "2027-06-04"]],
    [["2026-10-26", "2026-10-30"], ["2027-02-08", "2027-02-12"], ["2027-05-31", "2027-06-04"]],
]
HOLIDAYS = ["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03"]
MORNING, AFTERNOON = ("08:30", "12:15"), ("12:45", "16:00")


def main(seconds: int = SECONDS, out: Path | None = None) -> int:
    """Plan, check, and say how good it is; 1 if a rule is broken or it took over five minutes."""
    data = trust(1)
    began = time.monotonic()
    answer = as_data(make_calendar(Instance.from_data(data), seconds=seconds))
    took = time.monotonic() - began
    broken = broken_rules(data, answer)
    if out:
        out.write_text(json.dumps({"instance": data, "plan": answer}))
    figures, greedy = answer["figures"], answer["greedy"]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{SCHOOLS} schools, {PLANS} plans: {took:.0f} s, {memory} MB")
    print(f"  {len(broken)} rules broken, {figures['placed']} placed, {figures['unplaced']} not")
    print(f"  cost {answer['objective']:,}, bound {answer['bound']:,}, gap {answer['gap']:.2%}")
    soft = answer["objective"] - UNPLACED * figures["unplaced"]
    soft_bound = answer["bound"] - UNPLACED * figures["unplaced"]
    if soft_bound > 0:
        print(
            f"  without the unplaced: {soft:,}, bound {soft_bound:,}, gap {1 - soft_bound / soft:.2%}"
        )
    for name, each in (("planned", figures), ("greedy", greedy)):
        print(f"  {name}: {', '.join(f'{key} {value}' for key, value in each.items())}")
    print(f"  greedy cost {greedy['objective']:,}; costs {answer['costs']}")
    return int(bool(broken) or took > 300)


def trust(seed: int) -> dict[str, Any]:
    """Schools with calendars of their own; psychologists, therapists and officers of several."""
    chance = random.Random(seed)
    keys = [f"s{n:03}" for n in range(SCHOOLS)]
    people, of_school = [], {}
    for number, key in enumerate(keys):
        sendco = f"sendco-{number // 2:02}"
        officer, therapist = f"officer-{number // 8:02}", f"therapist-{number // 4:02}"
        psychologist = f"psychologist-{number // 5:02}"
        of_school[key] = (sendco, officer, therapist, psychologist)
        people += [{"key": f"{key}-t{n}", "name": "Teacher"} for n in range(4)]
    in_school: dict[str, list[int]] = {}  # on which days each school's SENDCo is there
    for each in sorted({k for shared in of_school.values() for k in shared}, reverse=True):
        schools = [key for key in keys if each in of_school[key]]
        if each.startswith("sendco"):
            row = _sendco(chance, each, schools)
            in_school |= row["days"]
            people.append(row)
    for each in sorted({k for shared in of_school.values() for k in shared[1:]}):
        schools = [key for key in keys if each in of_school[key]]
        people.append(_professional(chance, each, {key: in_school[key] for key in schools}))
    return {
        "format": FORMAT,
        "bank_holidays": HOLIDAYS,
        "schools": [_school(chance, key) for key in keys],
        "people": people,
        "reviews": [_review(chance, n, keys[n % SCHOOLS], of_school) for n in range(PLANS)],
    }


def _school(chance: random.Random, key: str) -> dict[str, Any]:
    inset = [FIRST + chance.randrange(290) * DAY for _ in range(4)]
    return {
        "key": key,
        "terms": TERMS,
        "closed": chance.choice(HALF_TERMS) + [[str(d), str(d)] for d in inset],
        "slots": [{"at": at, "minutes": 60} for at in ("09:15", "10:45", "13:15", "14:30")],
        "rooms": [{"key": f"room-{n}"} for n in range(chance.choice((1, 1, 2)))],
        "most_a_day": 2,
        "most_a_week": 3,
    }


def _sendco(chance: random.Random, key: str, schools: list[str]) -> dict[str, Any]:
    """At one school a day, and teaching on two half-days."""
    days = chance.sample(range(5), 5)
    at = {s: days[i :: len(schools)] for i, s in enumerate(schools)}
    busy = [_half_day(chance) for _ in range(2)]
    return _person(chance, key, at, busy=busy)


def _professional(
    chance: random.Random, key: str, in_school: dict[str, list[int]]
) -> dict[str, Any]:
    """Two days a week for each school, an officer three, when its SENDCo is there."""
    number = 3 if key.startswith("officer") else 2
    at = {s: chance.sample(days, min(number, len(days))) for s, days in in_school.items()}
    return _person(chance, key, at)


def _person(chance: random.Random, key: str, days: dict[str, list[int]], **facts) -> dict[str, Any]:
    away = FIRST + chance.randrange(280) * DAY
    name, absent = key.replace("-", " "), [[str(away), str(away + 4 * DAY)]]
    return {"key": key, "name": name, "days": days, "away": absent, "most_a_day": 3, **facts}


def _half_day(chance: random.Random) -> dict[str, Any]:
    starts, ends = chance.choice((MORNING, AFTERNOON))
    return {"weekday": chance.randrange(5), "from": starts, "until": ends}


def _review(chance: random.Random, number: int, school: str, of_school: dict) -> dict[str, Any]:
    sendco, officer, therapist, psychologist = of_school[school]
    latest = dt.date(2026, 11, 22) if chance.random() < 0.1 else None
    latest = latest or FIRST + chance.randrange(60, (LAST - FIRST).days) * DAY
    people = [sendco, f"{school}-t{chance.randrange(4)}"]
    people += [therapist] if chance.random() < 0.35 else []
    people += [psychologist] if chance.random() < 0.15 else []
    family = f"{school}-{number // SCHOOLS // 2}" if chance.random() < 0.12 else ""
    return {
        "key": f"r{number:04}",
        "school": school,
        "earliest": str(max(FIRST, latest - dt.timedelta(weeks=10))),
        "latest": str(latest),
        "papers_from": "2026-09-07",
        "people": people,
        "hoped_for": [officer],
        "siblings": family,
        "wishes": {"weekdays": chance.sample(range(5), 3)} if chance.random() < 0.3 else {},
    }
