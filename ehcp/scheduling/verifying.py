"""The independent check of a calendar: plain JSON in, every broken rule out.

It shares no code with what makes calendars (this package's other modules) and uses none of their
classes, so that a mistake there cannot hide here. The cost is counted anew in `recounting`.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ehcp.scheduling.recounting import recounted

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Broken:
    """One rule that the calendar breaks, the reviews concerned, and a sentence."""

    rule: str
    reviews: tuple[str, ...]
    words: str


def broken_rules(instance: Data, plan: Data) -> list[Broken]:
    """Everything that is wrong with a calendar; empty if it keeps every hard rule and adds up.

    What is locked is taken as it is: it fills days, rooms and people, and breaks no rule itself.
    """
    check = _Check(instance, plan)
    broken = [*check.rows(), *check.each(), *check.limits(), *check.people(), *check.rooms()]
    return broken or [*_sums(instance, plan)]


def _sums(instance: Data, plan: Data) -> Iterator[Broken]:
    """What the plan says that it costs, if it says so."""
    if "costs" in plan and (costs := recounted(instance, plan)) != plan["costs"]:
        words = f"It says that it costs {plan['costs']}; counted anew, it costs {costs}."
        yield Broken("cost", (), words)


class _Check:
    def __init__(self, instance: Data, plan: Data) -> None:
        self.schools = {row["key"]: row for row in instance["schools"]}
        self.persons = {row["key"]: row for row in instance.get("people", ())}
        self.reviews = {row["key"]: row for row in instance["reviews"]}
        self.holidays = set(instance.get("bank_holidays", ()))
        self.travel = instance.get("travel_minutes", 20)
        self.placed = list(plan["placed"])
        self.unplaced = [row["review"] for row in plan["unplaced"]]
        self.locked = {key for key, row in self.reviews.items() if row.get("locked")}
        self.known = [row for row in self.placed if row["review"] in self.reviews]

    def rows(self) -> Iterator[Broken]:
        """Each review stands exactly once, placed or not, and locks are kept."""
        said = Counter([*(row["review"] for row in self.placed), *self.unplaced])
        for key in said.keys() | self.reviews.keys():
            if said[key] != 1 or key not in self.reviews:
                yield Broken("once", (key,), f"{key} stands {said[key]} times in the plan.")
        for row in self.known:
            lock = self.reviews[row["review"]].get("locked")
            if lock and (row["on"], row["at"]) != (lock["on"], lock.get("at")):
                yield Broken("lock", (row["review"],), f"It is locked to {lock['on']}.")
        for key in set(self.unplaced) & self.locked:
            yield Broken("lock", (key,), "It is locked, and the plan leaves it out.")

    def each(self) -> Iterator[Broken]:
        """What one review must keep by itself."""
        for row in self.known:
            review = self.reviews[row["review"]]
            if row["review"] in self.locked:
                continue
            key, on, school = row["review"], row["on"], self.schools[review["school"]]
            if not review["earliest"] <= on <= review["latest"]:
                yield Broken("window", (key,), f"{on} is outside its window.")
            if not self._is_session(school, on):
                yield Broken("school_day", (key,), f"{on} is no school day.")
            yield from self._notice(key, review, school, on)
            if self._slot(school, row["at"]) is None:
                yield Broken("slot", (key,), f"{row['at']} is no slot of the school.")
                continue
            for person in review.get("people", ()):
                if not self._can_come(self.persons[person], school, on, row["at"]):
                    words = f"{person} cannot be there on {on} at {row['at']}."
                    yield Broken(f"person_days:{person}", (key,), words)

    def _notice(self, key: str, review: Data, school: Data, on: str) -> Iterator[Broken]:
        sent = _day(on) - dt.timedelta(days=15)
        while not self._is_session(school, sent.isoformat()):
            sent -= dt.timedelta(days=1)
            if sent < _day(on) - dt.timedelta(days=120):
                break
        if sent < _day(review["papers_from"]):
            yield Broken("notice", (key,), f"Papers cannot be out two clear weeks before {on}.")
        if not school.get("papers_in_term", True):
            return
        weekdays_closed = 0
        for number in range(1, (_day(on) - sent).days):
            day = sent + dt.timedelta(days=number)
            if self._is_session(school, day.isoformat()):
                weekdays_closed = 0
            elif day.isoweekday() <= 5:
                weekdays_closed += 1
            if weekdays_closed == 5:
                name = f"notice_in_term:{school['key']}"
                yield Broken(name, (key,), f"A holiday lies before {on}.")
                return

    def limits(self) -> Iterator[Broken]:
        """So many a day and a week at a school, and a day for a person."""
        groups = defaultdict(list)
        for row in self.known:
            review = self.reviews[row["review"]]
            school = self.schools[review["school"]]
            year, week, _ = _day(row["on"]).isocalendar()
            groups[f"a_day:{school['key']}", row["on"], school["most_a_day"]].append(row)
            groups[f"a_week:{school['key']}", (year, week), school["most_a_week"]].append(row)
            for person in review.get("people", ()):
                if (most := self.persons[person].get("most_a_day")) is not None:
                    groups[f"person_a_day:{person}", row["on"], most].append(row)
        for (name, when, most), rows in groups.items():
            if len(rows) > most and self._any_chosen(rows):
                yield Broken(name, _keys(rows), f"{len(rows)} in {when}, at most {most}.")

    def people(self) -> Iterator[Broken]:
        """Nobody is in two meetings at once, the way between schools included."""
        by_person = defaultdict(list)
        for row in self.known:
            for person in self.reviews[row["review"]].get("people", ()):
                if row["at"]:
                    by_person[person, row["on"]].append(row)
        for (person, on), rows in by_person.items():
            for number, one in enumerate(rows):
                for other in rows[number + 1 :]:
                    if self._any_chosen([one, other]) and self._clash(one, other):
                        words = f"{person} is in both on {on}."
                        yield Broken(f"person_once:{person}", _keys([one, other]), words)

    def rooms(self) -> Iterator[Broken]:
        """A room holds one meeting at a time, on days when it is open."""
        groups = defaultdict(list)
        for row in self.known:
            school = self.schools[self.reviews[row["review"]]["school"]]
            room = next((r for r in school["rooms"] if r["key"] == row["room"]), None)
            if room is None or not self._is_open(room, row["on"]):
                if row["review"] not in self.locked:
                    words = f"No such room is open on {row['on']}."
                    yield Broken(f"rooms:{school['key']}", (row["review"],), words)
                continue
            groups[school["key"], row["room"], row["on"], row["at"]].append(row)
        for (school, room, on, at), rows in groups.items():
            if len(rows) > 1:
                words = f"{room} is taken twice on {on} at {at}."
                yield Broken(f"rooms:{school}", _keys(rows), words)

    def _any_chosen(self, rows: list[Data]) -> bool:
        return any(row["review"] not in self.locked for row in rows)

    def _clash(self, one: Data, other: Data) -> bool:
        (a, school), (b, elsewhere) = self._times(one), self._times(other)
        way = 0 if school == elsewhere else self.travel
        return a[0] < b[1] + way and b[0] < a[1] + way

    def _times(self, row: Data) -> tuple[tuple[int, int], str]:
        school = self.schools[self.reviews[row["review"]]["school"]]
        slot = self._slot(school, row["at"])
        starts = _minutes(row["at"])
        return (starts, starts + (slot["minutes"] if slot else 0)), school["key"]

    def _slot(self, school: Data, at: str | None) -> Data | None:
        return next((slot for slot in school["slots"] if slot["at"] == at), None)

    def _is_session(self, school: Data, on: str) -> bool:
        if _day(on).isoweekday() > 5 or on in self.holidays:
            return False
        in_term = any(first <= on <= last for first, last in school["terms"])
        if school.get("open_in_holidays"):
            in_term = min(school["terms"])[0] <= on <= max(last for _, last in school["terms"])
        return in_term and not any(first <= on <= last for first, last in school.get("closed", ()))

    def _is_open(self, room: Data, on: str) -> bool:
        closed = any(first <= on <= last for first, last in room.get("closed", ()))
        return _day(on).weekday() in room.get("weekdays", range(5)) and not closed

    def _can_come(self, person: Data, school: Data, on: str, at: str) -> bool:
        if any(first <= on <= last for first, last in person.get("away", ())):
            return False
        if person.get("dates") is not None and on not in person["dates"]:
            return False
        days, weekday = person.get("days"), _day(on).weekday()
        if days is not None and weekday not in days.get(school["key"], ()):
            return False
        slot = self._slot(school, at)
        starts = _minutes(at)
        ends = starts + (slot["minutes"] if slot else 0)
        return not any(
            (on == b["on"] if b.get("on") else weekday == b["weekday"])
            and (b.get("school") or school["key"]) == school["key"]
            and starts < _minutes(b["until"])
            and _minutes(b["from"]) < ends
            for b in person.get("busy", ())
        )


def _keys(rows: list[Data]) -> tuple[str, ...]:
    return tuple(sorted(row["review"] for row in rows))


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)
