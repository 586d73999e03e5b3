"""What speaks against a day: the independent verifier's findings, in words; the days that are free."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from aylsham.models import School
from ehcp.models import ProposedReview
from ehcp.scheduling.instance import Instance, Review
from ehcp.scheduling.verifying import broken_rules
from ehcp.scheduling.words import day_in_question
from ehcp.selectors.calendar.instances import Planning, planning_of

DAY = dt.timedelta(days=1)
#: Nothing else needs to be said of such a day.
NO_SCHOOL = "no school that day"


@dataclass(frozen=True)
class DayChoice:
    """A day of the window: the times that are free, or why there are none."""

    on: dt.date
    times: tuple[str, ...]
    reasons: tuple[str, ...]
    #: The last of several weekdays in a row against which the same speaks.
    until: dt.date


class Diary:
    """A school's calendar as it stands, asked about one review."""

    def __init__(self, school: School, today: dt.date, row: ProposedReview) -> None:
        self.planning: Planning = planning_of([school], today)
        self.key, self.today = str(row.plan_id), today
        self.is_due = self.key in self.planning.due
        if not self.is_due:
            return
        mine = next(r for r in self.planning.data["reviews"] if r["key"] == self.key)
        self.window = mine["earliest"], mine["latest"]
        # By hand a meeting may come sooner than the calendar would plan it, and in a hurry.
        mine |= {"earliest": today.isoformat(), "papers_from": today.isoformat(), "locked": None}
        self.others = [r for r in self.planning.data["reviews"] if r["key"] != self.key]
        for each in self.others:
            # They are asked about nothing: they stand where they stand.
            each["locked"] = each["locked"] or each["previous"]
        self.instance = Instance.from_data(self.planning.data)
        self.slots = [slot["at"] for slot in self.planning.data["schools"][0]["slots"]]

    def reasons(self, on: dt.date, at: str) -> list[str]:
        """Why the review cannot stand there; empty if it can."""
        mine = {"review": self.key, "on": on.isoformat(), "at": at}
        plan = {"placed": _with_rooms([*self._stand(), mine]), "unplaced": self._unplaced()}
        broken = [b for b in broken_rules(self.planning.data, plan) if self.key in b.reviews]
        review = self.instance.reviews[self.key]
        said = (self._words(review, each.rule, on, at) for each in broken)
        return list(dict.fromkeys(said))

    def _words(self, review: Review, rule: str, on: dt.date, at: str) -> str:
        """What a rule says; of somebody who is in a meeting elsewhere, that."""
        person = self.instance.people.get(rule.partition(":")[2])
        slots = self.instance.schools[review.school].slots
        slot = next((each for each in slots if f"{each.at:%H:%M}" == at), None)
        taken = person.busy if person and slot else ()
        if any(each.on and each.takes(review.school, on, slot) for each in taken):
            return f"{person.name} is in a meeting at another school then"
        return day_in_question(self.instance, review, rule)

    def days(self) -> list[DayChoice]:
        """The weekdays of the window; several in a row with the same reasons as one."""
        found: list[DayChoice] = []
        for each in self._each_day():
            if found and not each.times and found[-1].reasons == each.reasons:
                found[-1] = replace(found[-1], until=each.on)
            else:
                found.append(each)
        return found

    def _each_day(self) -> Iterator[DayChoice]:
        day, last = (dt.date.fromisoformat(each) for each in self.window)
        while day <= last:
            if day.weekday() < 5:
                yield self._day(day)
            day += DAY

    def _day(self, day: dt.date) -> DayChoice:
        found = {at: self.reasons(day, at) for at in self.slots}
        times = tuple(at for at, reasons in found.items() if not reasons)
        shared = set.intersection(*map(set, found.values())) if not times else set()
        reasons = shared or (set().union(*found.values()) if not times else set())
        said = {NO_SCHOOL} if NO_SCHOOL in reasons else reasons
        return DayChoice(day, times, tuple(sorted(said)), until=day)

    def _stand(self) -> Iterator[dict[str, Any]]:
        for review in self.others:
            if review["locked"]:
                yield {"review": review["key"], **review["locked"]}

    def _unplaced(self) -> list[dict[str, str]]:
        return [{"review": each["key"]} for each in self.others if not each["locked"]]


def _with_rooms(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """A room for each, in turn; one more than the school has is no room."""
    taken: Counter[tuple[str, str | None]] = Counter()
    found = []
    for row in rows:
        taken[row["on"], row["at"]] += 1
        found.append({**row, "room": f"room-{taken[row['on'], row['at']]}"})
    return found
