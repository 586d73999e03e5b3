"""What a calendar costs: each wish that it misses, times its weight."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping

from .codes import LATE_DAY, UNPLACED, Soft
from .instance import Instance, Review
from .spots import Place

Placed = Mapping[str, Place]


def own_cost(instance: Instance, review: Review, place: Place) -> Counter[str]:
    """What one review costs at a place, whatever the others do."""
    school = instance.schools[review.school]
    slot = school.slots[place.slot]
    found: Counter[str] = Counter()
    late = (place.on - review.legal_latest).days
    if late > 0:
        found["late"] = LATE_DAY * late + late**2 // 2
    else:
        missing = instance.slack_weeks - -late // 7
        found[Soft.SLACK] = instance.weight(Soft.SLACK) * max(0, missing)
    if not review.wishes.are_met(place.on, slot):
        found[Soft.WISHES] = instance.weight(Soft.WISHES)
    absent = sum(not _comes(instance, key, review, place) for key in review.hoped_for)
    found[Soft.HOPED] = instance.weight(Soft.HOPED) * absent
    if not review.is_joined(place.on):
        found[Soft.JOINED] = instance.weight(Soft.JOINED)
    if before := review.previous:
        stable = instance.weight(Soft.STABLE)
        if before.on != place.on:
            found[Soft.STABLE] = stable
        elif before.at not in (None, slot.at):
            found[Soft.STABLE] = stable // 2
    return found


def _comes(instance: Instance, key: str, review: Review, place: Place) -> bool:
    slot = instance.schools[review.school].slots[place.slot]
    return instance.people[key].is_free(review.school, place.on, slot)


def monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def even_cost(instance: Instance, number: int) -> int:
    """What so many reviews in one week of a school cost."""
    return instance.weight(Soft.EVEN) * (number * (number - 1) // 2)


def cost_of(instance: Instance, days: Mapping[str, dt.date], places: Placed) -> Counter[str]:
    """What a whole calendar costs, by rule; `days` has also what stands without a time."""
    found: Counter[str] = Counter()
    for key, place in places.items():
        if not instance.reviews[key].locked:
            found += own_cost(instance, instance.reviews[key], place)
    weeks = Counter((instance.reviews[key].school, monday(day)) for key, day in days.items())
    found[Soft.EVEN] += sum(even_cost(instance, number) for number in weeks.values())
    for family in instance.families.values():
        apart = len({days[key] for key in family if key in days}) - 1
        found[Soft.SIBLINGS] += instance.weight(Soft.SIBLINGS) * max(0, apart)
    found[Soft.TRAVEL] += instance.weight(Soft.TRAVEL) * _journeys(instance, days)
    found["unplaced"] += UNPLACED * (len(instance.reviews) - len(days))
    return +found


def _journeys(instance: Instance, days: Mapping[str, dt.date]) -> int:
    """How often somebody goes on to another school on the same day."""
    sites: dict[tuple[str, dt.date], set[str]] = defaultdict(set)
    for key, day in days.items():
        for person in instance.reviews[key].people:
            sites[person, day].add(instance.reviews[key].school)
    return sum(len(schools) - 1 for schools in sites.values())
