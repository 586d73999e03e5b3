"""Where each review could stand, one by one: every day and time of its window, and what bars it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from .codes import Hard
from .instance import Instance, Person, Review, School, Slot

DAY = dt.timedelta(days=1)
#: Fourteen clear days lie between sending the papers and the meeting (reg 20(3)-(4)).
NOTICE = dt.timedelta(days=15)
#: How far after its window an explanation looks for a day.
BEYOND = dt.timedelta(weeks=26)
#: A half-term or a holiday, not an INSET day or a long weekend.
BREAK_WEEKDAYS = 5


@dataclass(frozen=True, order=True)
class Place:
    """A day and a slot of a school."""

    on: dt.date
    slot: int


def rule(hard: Hard, about: str = "") -> str:
    """The name of one rule: `notice`, `person_days:KEY`, `a_day:SCHOOL`."""
    return f"{hard}:{about}" if about else str(hard)


class SchoolDays:
    """A school's session days, and for each the last day on which papers can go out."""

    def __init__(self, school: School, first: dt.date, last: dt.date) -> None:
        self.school = school
        self._first, self._last = first - 60 * DAY, last
        self._sent: dict[dt.date, dt.date | None] = {}

    @cached_property
    def days(self) -> frozenset[dt.date]:
        """Session days from two months before the first window."""
        span = (self._last - self._first).days + 1
        every = (self._first + n * DAY for n in range(span))
        return frozenset(day for day in every if self.school.is_school_day(day))

    def papers_by(self, meeting: dt.date) -> dt.date | None:
        """The last session day that leaves two clear weeks; None if there is none known."""
        if meeting not in self._sent:
            day = meeting - NOTICE
            while day not in self.days and day >= self._first:
                day -= DAY
            self._sent[meeting] = day if day in self.days else None
        return self._sent[meeting]

    def has_break(self, sent: dt.date, meeting: dt.date) -> bool:
        """Whether a half-term or a holiday lies between the two."""
        closed = 0
        for n in range(1, (meeting - sent).days):
            day = sent + n * DAY
            if day in self.days:
                closed = 0
            elif day.weekday() < 5:
                closed += 1
            if closed >= BREAK_WEEKDAYS:
                return True
        return False


class Spots:
    """For each review every place of its window with the rules that bar it; no other review."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        reviews = list(instance.reviews.values())
        self._days = {}
        if reviews:
            first = min(review.earliest for review in reviews)
            last = max(review.latest for review in reviews) + BEYOND
            self._days = {k: SchoolDays(s, first, last) for k, s in instance.schools.items()}
        self._of: dict[str, dict[Place, frozenset[str]]] = {}

    def of(self, review: Review) -> dict[Place, frozenset[str]]:
        """Every place of the window, with what bars it; empty for what is free."""
        if review.key not in self._of:
            self._of[review.key] = dict(self._places(review))
        return self._of[review.key]

    def free(self, review: Review) -> list[Place]:
        """The places that no rule about this review alone bars; a lock leaves one."""
        if review.locked:
            return self.locked(review)
        return [place for place, bars in self.of(review).items() if not bars]

    def locked(self, review: Review) -> list[Place]:
        """The place that somebody fixed; none while its time of day is not known."""
        spot = review.locked
        slots = self.instance.schools[review.school].slots
        if spot is None or spot.at is None:
            return []
        return [Place(spot.on, next(n for n, slot in enumerate(slots) if slot.at == spot.at))]

    def of_and_beyond(self, review: Review) -> dict[Place, frozenset[str]]:
        """The same with half a year after the window, which the window bars."""
        late = replace(
            review, earliest=review.latest + DAY, latest=review.latest + BEYOND, locked=None
        )
        barred = {place: bars | {rule(Hard.WINDOW)} for place, bars in self._places(late)}
        return {**self.of(review), **barred}

    def _places(self, review: Review) -> Iterator[tuple[Place, frozenset[str]]]:
        school = self.instance.schools[review.school]
        people = [self.instance.people[key] for key in review.people]
        for n in range((review.latest - review.earliest).days + 1):
            day = review.earliest + n * DAY
            if day.weekday() > 4:
                continue
            of_day = frozenset(self._bars_of_day(review, school, people, day))
            for place, slot in enumerate(school.slots):
                busy = frozenset(self._bars_of_slot(school, people, day, slot))
                yield Place(day, place), of_day | busy

    def _bars_of_day(
        self, review: Review, school: School, people: list[Person], day: dt.date
    ) -> Iterator[str]:
        days = self._days[school.key]
        if day not in days.days:
            yield rule(Hard.SCHOOL_DAY)
        sent = days.papers_by(day)
        if sent is None or sent < review.papers_from:
            yield rule(Hard.NOTICE)
        if school.papers_in_term and sent and days.has_break(sent, day):
            yield rule(Hard.NOTICE_IN_TERM, school.key)
        if not any(room.is_open(day) for room in school.rooms):
            yield rule(Hard.ROOMS, school.key)
        for person in people:
            if not person.is_in(school.key, day):
                yield rule(Hard.PERSON_DAYS, person.key)

    def _bars_of_slot(
        self, school: School, people: list[Person], day: dt.date, slot: Slot
    ) -> Iterator[str]:
        for person in people:
            if person.is_in(school.key, day) and not person.is_free(school.key, day, slot):
                yield rule(Hard.PERSON_DAYS, person.key)
