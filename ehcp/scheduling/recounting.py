"""What a calendar costs, counted anew from plain JSON: each wish that it misses, by its rule.

Like `verifying` it shares no code with what makes calendars, so that a sum that is wrong there is
found here. The weights that an instance leaves out stand in the description of the format.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

Data = Mapping[str, Any]

#: As the format has them where an instance says nothing.
USUAL = {
    "even": 10,
    "slack": 15,
    "siblings": 30,
    "wishes": 20,
    "hoped": 10,
    "joined": 20,
    "travel": 15,
    "stable": 40,
}
LATE_DAY, UNPLACED = 70, 10_000_000


def recounted(instance: Data, plan: Data) -> dict[str, int]:
    """The cost of a plan by rule, without rules that cost nothing."""
    sums = _Sums(instance, plan)
    found: Counter[str] = Counter()
    for name, cost in [*sums.own(), *sums.together()]:
        found[name] += cost
    return dict(+found)


class _Sums:
    def __init__(self, instance: Data, plan: Data) -> None:
        self.instance = instance
        self.weights = {**USUAL, **instance.get("weights", {})}
        self.schools = {row["key"]: row for row in instance["schools"]}
        self.persons = {row["key"]: row for row in instance.get("people", ())}
        self.reviews = {row["key"]: row for row in instance["reviews"]}
        self.placed = [row for row in plan["placed"] if row["review"] in self.reviews]

    def own(self) -> Iterator[tuple[str, int]]:
        """What each review costs where it stands; what is locked was nobody's choice."""
        for row in self.placed:
            review = self.reviews[row["review"]]
            if review.get("locked"):
                continue
            yield from self._of_day(review, _day(row["on"]))
            yield from self._of_time(review, row)

    def _of_day(self, review: Data, on: dt.date) -> Iterator[tuple[str, int]]:
        left = (_day(review.get("legal_latest", review["latest"])) - on).days
        if left < 0:
            yield "late", LATE_DAY * -left + left * left // 2
        else:
            missing = self.instance.get("slack_weeks", 3) - left // 7
            yield "slack", self.weights["slack"] * max(0, missing)
        joined = review.get("joined", ())
        if joined and not any(_day(a) <= on <= _day(b) for a, b in joined):
            yield "joined", self.weights["joined"]

    def _of_time(self, review: Data, row: Data) -> Iterator[tuple[str, int]]:
        school = self.schools[review["school"]]
        minutes = next(slot["minutes"] for slot in school["slots"] if slot["at"] == row["at"])
        starts = _minutes(row["at"])
        if not _suits(review.get("wishes") or {}, row["on"], starts, starts + minutes):
            yield "wishes", self.weights["wishes"]
        for key in review.get("hoped_for", ()):
            if not _is_free(self.persons[key], school["key"], row["on"], starts, starts + minutes):
                yield "hoped", self.weights["hoped"]
        if before := review.get("previous"):
            if before["on"] != row["on"]:
                yield "stable", self.weights["stable"]
            elif before.get("at") not in (None, row["at"]):
                yield "stable", self.weights["stable"] // 2

    def together(self) -> Iterator[tuple[str, int]]:
        """What reviews cost beside each other: full weeks, families apart, ways, none at all."""
        weeks: Counter = Counter()
        families, sites = defaultdict(set), defaultdict(set)
        for row in self.placed:
            review = self.reviews[row["review"]]
            weeks[review["school"], _day(row["on"]).isocalendar()[:2]] += 1
            if review.get("siblings"):
                families[review["siblings"]].add(row["on"])
            for person in review.get("people", ()):
                sites[person, row["on"]].add(review["school"])
        yield "even", self.weights["even"] * sum(sum(range(number)) for number in weeks.values())
        yield "siblings", self.weights["siblings"] * sum(len(d) - 1 for d in families.values())
        yield "travel", self.weights["travel"] * sum(len(s) - 1 for s in sites.values())
        yield "unplaced", UNPLACED * (len(self.reviews) - len(self.placed))


def _suits(wishes: Data, on: str, starts: int, ends: int) -> bool:
    times = wishes.get("times") or [["00:00", "23:59"]]
    weekdays = wishes.get("weekdays") or range(7)
    return (
        on not in wishes.get("not_on", ())
        and _day(on).weekday() in weekdays
        and any(_minutes(a) <= starts and ends <= _minutes(b) for a, b in times)
    )


def _is_free(person: Data, school: str, on: str, starts: int, ends: int) -> bool:
    weekday, days, dates = _day(on).weekday(), person.get("days"), person.get("dates")
    if any(first <= on <= last for first, last in person.get("away", ())):
        return False
    if (dates is not None and on not in dates) or (
        days is not None and weekday not in days.get(school, ())
    ):
        return False
    return not any(
        (busy["on"] == on if busy.get("on") else busy["weekday"] == weekday)
        and busy.get("school", "") in ("", school)
        and _minutes(busy["from"]) < ends
        and starts < _minutes(busy["until"])
        for busy in person.get("busy", ())
    )


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)
