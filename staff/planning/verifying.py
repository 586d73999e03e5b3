"""The independent check of a plan: plain JSON in, every broken rule out.

It shares no code with what makes plans (this package's other modules) and uses none of their
classes, so that a mistake there cannot hide here. It counts every minute anew, too.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Data = Mapping[str, Any]
#: Weekday, first minute, minute after the last.
Time = tuple[int, int, int]


@dataclass(frozen=True)
class Broken:
    """One rule that the plan breaks, the demands concerned, and a sentence."""

    rule: str
    demands: tuple[str, ...]
    words: str


def broken_rules(instance: Data, plan: Data, *, is_by_hand: bool = False) -> list[Broken]:
    """Everything that is wrong with a plan; empty if it keeps every hard rule.

    With `is_by_hand` the plan need not say which minutes it leaves uncovered, nor the rooms.
    """
    check = _Check(instance, plan)
    found = [*check.each(), *check.contracts(), *check.once(), *check.rooms(), *check.counts()]
    found += check.locks()
    return found if is_by_hand else [*found, *check.named_rooms(), *check.figures()]


class _Check:
    def __init__(self, instance: Data, plan: Data) -> None:
        self.instance, self.plan = instance, plan
        self.adults = {row["key"]: row for row in instance["adults"]}
        self.children = {row["key"]: row for row in instance["children"]}
        self.demands = {row["key"]: row for row in instance["demands"]}
        self.bells = {row["key"]: row for row in instance["bells"]}
        self.monday = dt.date.fromisoformat(instance["week_of"])
        rows = plan["sessions"]
        self.unknown = [r for r in rows if not self._is_known(r)]
        self.rows = [r for r in rows if self._is_known(r)]

    def _is_known(self, row: Data) -> bool:
        return row["demand"] in self.demands and row["adult"] in self.adults

    def _time(self, row: Data) -> Time:
        starts = _clock(row["at"])
        return row["weekday"], starts, starts + self.demands[row["demand"]]["minutes"]

    def _site(self, row: Data) -> str:
        return self.bells[self.demands[row["demand"]]["bells"]]["site"]

    def each(self) -> Iterator[Broken]:
        """What one session must keep by itself."""
        for row in self.unknown:
            words = "It names a demand or an adult that there is not."
            yield Broken("unknown", (str(row["demand"]),), words)
        for row in self.rows:
            demand, adult = self.demands[row["demand"]], self.adults[row["adult"]]
            when = f"{row['demand']} with {row['adult']} on weekday {row['weekday']} {row['at']}"
            found = [*self._of_time(demand, self._time(row)), *self._of_work(adult, row)]
            found += self._of_adult(demand, adult, row)
            for name, words in found:
                yield Broken(name, (row["demand"],), f"{when}: {words}.")

    def _of_time(self, demand: Data, time: Time) -> Iterator[tuple[str, str]]:
        periods = [_read(p) for p in self.bells[demand["bells"]]["periods"]]
        if not _fits(periods, time):
            yield f"period:{demand['key']}", "no period begins or has room then"
        windows = demand.get("windows") or ()
        if windows and not any(_inside(time, _read(w)) for w in windows):
            yield f"window:{demand['key']}", "it is outside its windows"
        for key in demand.get("children", ()):
            child = self.children[key]
            if any(_cross(time, _read(each)) for each in child.get("absent", ())):
                yield f"absent:{key}", f"{key} is not in school"
            lessons = child.get("protected", ()) if demand["shape"] != "in_class" else ()
            if any(_cross(time, _read(each)) for each in lessons):
                yield f"protected:{key}", f"{key} would miss a protected lesson"

    def _of_work(self, adult: Data, row: Data) -> Iterator[tuple[str, str]]:
        time, key = self._time(row), adult["key"]
        if not any(_inside(time, _read(each)) for each in adult["at_work"]):
            yield f"at_work:{key}", f"{key} is not at work"
        if any(_cross(time, _read(each)) for each in adult.get("breaks", ())):
            yield f"break:{key}", f"{key} has a break"
        if any(_cross(time, _read(each)) for each in adult.get("tasks", ())):
            yield f"task:{key}", f"{key} has a directed task"
        if self._site(row) not in adult["sites"]:
            yield f"site:{key}", f"{key} does not work at {self._site(row)}"

    def _of_adult(self, demand: Data, adult: Data, row: Data) -> Iterator[tuple[str, str]]:
        key = adult["key"]
        day = (self.monday + dt.timedelta(days=row["weekday"])).isoformat()
        noted = any(
            (o["demand"], o["adult"]) == (demand["key"], key) and o["note"].strip()
            for o in self.instance.get("overrides", ())
        )
        held = adult.get("training", {})
        for name in demand.get("training", ()):
            if not noted and not (name in held and (held[name] is None or day <= held[name])):
                yield f"training:{key}:{name}", f"{key} is not trained in {name}"
        for child in demand.get("children", ()):
            for pair in self.instance.get("pairings", ()):
                if (pair["adult"], pair["child"]) == (key, child) and not pair["is_possible"]:
                    yield f"pairing:{key}:{child}", f"{key} and {child} are not to be together"
            if self.children[child].get("needs_handover") and not self._knows(child, key, day):
                yield f"handover:{child}:{key}", f"{child} does not know {key}"

    def _knows(self, child: str, adult: str, day: str) -> bool:
        return adult in self.children[child].get("known", ()) or any(
            (h["child"], h["adult"]) == (child, adult) and h["on"] <= day
            for h in self.instance.get("handovers", ())
        )

    def contracts(self) -> Iterator[Broken]:
        """Sessions and directed tasks together take no more minutes than the contract."""
        used: Counter[str] = Counter()
        for row in self.rows:
            used[row["adult"]] += self.demands[row["demand"]]["minutes"]
        for key, adult in self.adults.items():
            for task in adult.get("tasks", ()):
                used[key] += _clock(task["until"]) - _clock(task["from"])
            if used[key] > adult["minutes"]:
                words = f"{key} has {used[key]} minutes, of {adult['minutes']}."
                yield Broken(f"contract:{key}", (), words)

    def once(self) -> Iterator[Broken]:
        """Adults, children and demands are in one place at a time."""
        yield from self._once("adult_once", lambda row: [row["adult"]], way=True)
        yield from self._once(
            "child_once", lambda row: self.demands[row["demand"]].get("children", ())
        )
        yield from self._once("demand_once", lambda row: [row["demand"]])

    def _once(self, name: str, whom: Callable, *, way: bool = False) -> Iterator[Broken]:
        walk = self.instance.get("walk_minutes", 15)
        together = defaultdict(list)
        for row in self.rows:
            for key in whom(row):
                together[key, row["weekday"]].append(row)
        for (key, _), rows in together.items():
            for number, one in enumerate(rows):
                for other in rows[number + 1 :]:
                    apart = walk if way and self._site(one) != self._site(other) else 0
                    if _cross(self._time(one), self._time(other), apart):
                        keys = (one["demand"], other["demand"])
                        yield Broken(f"{name}:{key}", keys, f"{key} is twice at {one['at']}.")

    def rooms(self) -> Iterator[Broken]:
        """No more sessions at once than the rooms of a kind at a site hold."""
        groups = defaultdict(list)
        for row in self.rows:
            if kind := self.demands[row["demand"]].get("room_kind"):
                groups[self._site(row), kind].append(row)
        for (site, kind), rows in groups.items():
            holds = sum(
                room.get("holds", 1)
                for room in self.instance.get("rooms", ())
                if (room["site"], room["kind"]) == (site, kind)
            )
            yield from self._full(f"room:{site}:{kind}", rows, holds)

    def _full(self, name: str, rows: list[Data], holds: int) -> Iterator[Broken]:
        for weekday, minute in sorted({self._time(row)[:2] for row in rows}):
            now = [r for r in rows if _cross(self._time(r), (weekday, minute, minute + 1))]
            if len(now) > holds:
                keys = tuple(sorted(row["demand"] for row in now))
                yield Broken(name, keys, f"{len(now)} at once, where {holds} can be.")

    def named_rooms(self) -> Iterator[Broken]:
        """Each session stands in a room of its kind that is not full."""
        known = {room["key"]: room for room in self.instance.get("rooms", ())}
        inside = defaultdict(list)
        for row in self.rows:
            room, kind = known.get(row["room"]), self.demands[row["demand"]].get("room_kind", "")
            if room and (room["kind"], room["site"]) == (kind, self._site(row)):
                inside[room["key"]].append(row)
            elif kind or row["room"] is not None:
                words = f"{row['room']} is not the kind of room it needs."
                yield Broken(f"room:{self._site(row)}:{kind}", (row["demand"],), words)
        for key, rows in inside.items():
            yield from self._full(f"room:{key}", rows, known[key].get("holds", 1))

    def counts(self) -> Iterator[Broken]:
        """No demand has more sessions than it asks for, in the week and on a day."""
        for key, demand in self.demands.items():
            rows = [row for row in self.rows if row["demand"] == key]
            if len(rows) > demand["sessions"]:
                yield Broken(f"sessions:{key}", (key,), f"{len(rows)} of {demand['sessions']}.")
            most = demand.get("most_a_day", (demand["sessions"] + 4) // 5 + 1)
            for weekday, number in Counter(row["weekday"] for row in rows).items():
                if number > most:
                    words = f"{number} on weekday {weekday}, at most {most}."
                    yield Broken(f"a_day:{key}", (key,), words)

    def locks(self) -> Iterator[Broken]:
        """Each lock has a session of its own."""
        locks = list(self.instance.get("locks", ()))
        taken: dict[int, int] = {}
        for number, lock in enumerate(locks):
            if not self._give(number, locks, taken, set()):
                words = f"Lock {number} is not kept: {dict(lock)}."
                yield Broken("lock", (lock["demand"],), words)

    def _give(self, number: int, locks: list[Data], taken: dict[int, int], seen: set[int]) -> bool:
        """A session for the lock; one that another lock holds if that one finds a new one."""
        for place, row in enumerate(self.rows):
            if place in seen or not _is_met(locks[number], row):
                continue
            seen.add(place)
            if place not in taken or self._give(taken[place], locks, taken, seen):
                taken[place] = number
                return True
        return False

    def figures(self) -> Iterator[Broken]:
        """The plan says itself what it leaves uncovered, to the minute."""
        given = Counter(row["demand"] for row in self.rows)
        unmet = dict.fromkeys(self.plan["unmet"], 0)
        missing = {}
        for key, demand in self.demands.items():
            if lacks := max(0, demand["sessions"] - given[key]):
                minutes = lacks * demand["minutes"]
                unmet[demand["rank"]] = unmet.get(demand["rank"], 0) + minutes
                missing[key] = (lacks, minutes)
        if unmet != self.plan["unmet"]:
            yield Broken("unmet", (), f"It says {self.plan['unmet']}, counted {unmet}.")
        said = {r["demand"]: (r["sessions"], r["minutes"]) for r in self.plan["uncovered"]}
        for key in said.keys() | missing.keys():
            if said.get(key) != missing.get(key):
                words = f"It says {said.get(key)} are missing, counted {missing.get(key)}."
                yield Broken("uncovered", (key,), words)


def _is_met(lock: Data, row: Data) -> bool:
    return row["demand"] == lock["demand"] and all(
        lock.get(name) in (None, row[name]) for name in ("adult", "weekday", "at")
    )


def _fits(periods: list[Time], time: Time) -> bool:
    """Whether a session may stand there: see the end of the description in `instance.py`."""
    weekday, starts, ends = time
    minutes = ends - starts
    for day, first, last in periods:
        if day != weekday or not first <= starts < last:
            continue
        if ends <= last:
            return (starts - first) % max(minutes, 15) == 0
        while any((d, f) == (weekday, last) for d, f, _ in periods):
            last = next(end for d, f, end in periods if (d, f) == (weekday, last))
        return starts == first and ends <= last
    return False


def _read(span: Data) -> Time:
    return span["weekday"], _clock(span["from"]), _clock(span["until"])


def _inside(time: Time, other: Time) -> bool:
    return time[0] == other[0] and other[1] <= time[1] and time[2] <= other[2]


def _cross(time: Time, other: Time, apart: int = 0) -> bool:
    return time[0] == other[0] and time[1] < other[2] + apart and other[1] < time[2] + apart


def _clock(text: str) -> int:
    hours, minutes = text.split(":")[:2]
    return 60 * int(hours) + int(minutes)
