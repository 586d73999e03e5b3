"""A plan by the earliest legal day, as a careful person makes it: the start, and the yardstick.

Where one meeting would do for another plan of the child, such a day goes first if it is in time.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable

from .costs import monday
from .instance import Instance, Review
from .spots import Place, Spots


class Diary:
    """What is taken already: limits of each school, people and rooms."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.on_day: Counter[tuple[str, dt.date]] = Counter()
        self.in_week: Counter[tuple[str, dt.date]] = Counter()
        self.rooms: Counter[tuple[str, Place]] = Counter()
        #: For each person and day: school, start and end of each meeting.
        self.people: dict[tuple[str, dt.date], list[tuple[str, int, int]]] = defaultdict(list)
        self.person_days: Counter[tuple[str, dt.date]] = Counter()

    def add(self, review: Review, place: Place) -> None:
        """A review stands there."""
        self.add_day(review, place.on)
        self.rooms[review.school, place] += 1
        slot = self.instance.schools[review.school].slots[place.slot]
        for key in review.people:
            self.people[key, place.on].append((review.school, slot.starts, slot.ends))

    def add_day(self, review: Review, day: dt.date) -> None:
        """A review is on that day, at a time that is not known."""
        self.on_day[review.school, day] += 1
        self.in_week[review.school, monday(day)] += 1
        for key in review.people:
            self.person_days[key, day] += 1

    def has_room(self, review: Review, place: Place) -> bool:
        """Whether the review can stand there beside what is taken."""
        school = self.instance.schools[review.school]
        rooms = sum(room.is_open(place.on) for room in school.rooms)
        return (
            self.on_day[school.key, place.on] < school.most_a_day
            and self.in_week[school.key, monday(place.on)] < school.most_a_week
            and self.rooms[school.key, place] < rooms
            and all(self.is_free(key, review, place) for key in review.people)
        )

    def is_free(self, key: str, review: Review, place: Place) -> bool:
        """Whether a person can be there, with the way from another school."""
        most = self.instance.people[key].most_a_day
        if most is not None and self.person_days[key, place.on] >= most:
            return False
        slot = self.instance.schools[review.school].slots[place.slot]
        for school, starts, ends in self.people[key, place.on]:
            way = 0 if school == review.school else self.instance.travel_minutes
            if slot.starts < ends + way and starts < slot.ends + way:
                return False
        return True


def diary_of(instance: Instance, spots: Spots, reviews: Iterable[Review]) -> Diary:
    """A diary with what is locked among these reviews."""
    diary = Diary(instance)
    for review in reviews:
        if review.locked:
            for place in spots.locked(review):
                diary.add(review, place)
                break
            else:
                diary.add_day(review, review.locked.on)
    return diary


def plan_greedily(instance: Instance, spots: Spots) -> dict[str, Place]:
    """Each review on its first free day, those with the earliest legal day first."""
    reviews = sorted(instance.reviews.values(), key=lambda r: (r.latest, r.key))
    diary = diary_of(instance, spots, reviews)
    found: dict[str, Place] = {}
    for review in reviews:
        if review.locked:
            found.update((review.key, place) for place in spots.locked(review))
            continue
        if place := _first(diary, review, spots.free(review)):
            diary.add(review, place)
            found[review.key] = place
    return found


def _first(diary: Diary, review: Review, places: Iterable[Place]) -> Place | None:
    """The first place with room on which one meeting does for both, else the first with room."""
    first = None
    for place in places:
        is_first = first is None
        is_joined = review.is_joined(place.on) and place.on <= review.legal_latest
        if (is_first or is_joined) and diary.has_room(review, place):
            if is_joined:
                return place
            first = place
    return first
