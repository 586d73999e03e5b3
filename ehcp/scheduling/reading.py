"""Reading an instance from JSON, with words for whatever is wrong with it."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .codes import WEIGHTS
from .instance import (
    FORMAT,
    Busy,
    Instance,
    InstanceError,
    Period,
    Person,
    Review,
    Room,
    School,
    Slot,
    Spot,
    Wishes,
)

WORKING_WEEK = range(5)


def read_instance(data: Mapping[str, Any]) -> Instance:
    """The instance, whose keys all lead somewhere."""
    if data.get("format") != FORMAT:
        raise InstanceError(f"“format” must be “{FORMAT}”.")
    holidays = frozenset(_day(d) for d in data.get("bank_holidays", ()))
    weights = {**WEIGHTS, **data.get("weights", {})}
    if unknown := weights.keys() - WEIGHTS.keys():
        raise InstanceError(f"No such weight: {', '.join(sorted(unknown))}.")
    if any(not 0 <= weight <= 100 for weight in weights.values()):
        raise InstanceError("A weight is a whole number from 0 to 100.")
    found = Instance(
        schools=_by_key("school", data["schools"], lambda each: _school(each, holidays)),
        people=_by_key("person", data.get("people", ()), _person),
        reviews=_by_key("review", data["reviews"], _review),
        weights=weights,
        slack_weeks=data.get("slack_weeks", 3),
        travel_minutes=data.get("travel_minutes", 20),
    )
    for review in found.reviews.values():
        _require_whole(found, review)
    return found


def _by_key(what: str, rows: Iterable[Mapping], read: Callable[[Mapping], Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for place, row in enumerate(rows, 1):
        try:
            each = read(row)
        except (KeyError, TypeError, ValueError) as problem:
            raise InstanceError(f"{what} {row.get('key', place)}: {_in_words(problem)}") from None
        if each.key in found:
            raise InstanceError(f"Two {what} rows have the key {each.key}.")
        found[each.key] = each
    return found


def _in_words(problem: Exception) -> str:
    return f"{problem} is missing" if isinstance(problem, KeyError) else str(problem)


def _school(row: Mapping, holidays: frozenset[dt.date]) -> School:
    slots = tuple(sorted(map(_slot, row["slots"]), key=lambda slot: slot.starts))
    if not slots or any(a.ends > b.starts for a, b in itertools.pairwise(slots)):
        raise ValueError("its slots must not overlap, and there must be one")
    terms = tuple(sorted(map(_period, row["terms"])))
    if not terms:
        raise ValueError("it has no term")
    return School(
        key=row["key"],
        name=row.get("name", row["key"]),
        terms=terms,
        closed=tuple(map(_period, row.get("closed", ()))),
        open_in_holidays=row.get("open_in_holidays", False),
        slots=slots,
        rooms=tuple(_by_key("room", row["rooms"], _room).values()),
        most_a_day=_count(row["most_a_day"]),
        most_a_week=_count(row["most_a_week"]),
        papers_in_term=row.get("papers_in_term", True),
        bank_holidays=holidays,
    )


def _slot(row: Mapping) -> Slot:
    return Slot(_time(row["at"]), _count(row["minutes"]))


def _room(row: Mapping) -> Room:
    return Room(
        key=row["key"],
        name=row.get("name", row["key"]),
        weekdays=frozenset(row.get("weekdays", WORKING_WEEK)),
        closed=tuple(map(_period, row.get("closed", ()))),
    )


def _person(row: Mapping) -> Person:
    days, dates = row.get("days"), row.get("dates")
    return Person(
        key=row["key"],
        name=row.get("name", row["key"]),
        days=None if days is None else {key: frozenset(each) for key, each in days.items()},
        dates=None if dates is None else frozenset(map(_day, dates)),
        away=tuple(map(_period, row.get("away", ()))),
        busy=tuple(map(_busy, row.get("busy", ()))),
        most_a_day=row.get("most_a_day"),
    )


def _busy(row: Mapping) -> Busy:
    on = _day(row["on"]) if row.get("on") else None
    weekday = on.weekday() if on else row["weekday"]
    return Busy(weekday, _minutes(row["from"]), _minutes(row["until"]), row.get("school", ""), on)


def _review(row: Mapping) -> Review:
    wishes = row.get("wishes") or {}
    return Review(
        key=row["key"],
        school=row["school"],
        name=row.get("name", row["key"]),
        earliest=_day(row["earliest"]),
        latest=_day(row["latest"]),
        legal_latest=_day(row.get("legal_latest", row["latest"])),
        papers_from=_day(row["papers_from"]),
        people=tuple(row.get("people", ())),
        hoped_for=tuple(row.get("hoped_for", ())),
        siblings=row.get("siblings", ""),
        wishes=Wishes(
            weekdays=frozenset(wishes.get("weekdays", ())),
            times=tuple((_minutes(a), _minutes(b)) for a, b in wishes.get("times", ())),
            not_on=frozenset(map(_day, wishes.get("not_on", ()))),
        ),
        joined=tuple(map(_period, row.get("joined", ()))),
        previous=_spot(row.get("previous")),
        locked=_spot(row.get("locked")),
    )


def _require_whole(instance: Instance, review: Review) -> None:
    school = instance.schools.get(review.school)
    if school is None:
        raise InstanceError(f"review {review.key}: no school {review.school}.")
    for key in (*review.people, *review.hoped_for):
        if key not in instance.people:
            raise InstanceError(f"review {review.key}: no person {key}.")
    if review.locked and review.locked.at not in (None, *(slot.at for slot in school.slots)):
        raise InstanceError(f"review {review.key}: {review.locked.at} is no slot of the school.")


def _spot(row: Mapping | None) -> Spot | None:
    return Spot(_day(row["on"]), _time(row["at"]) if row.get("at") else None) if row else None


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _time(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


def _minutes(text: str) -> int:
    time = _time(text)
    return time.hour * 60 + time.minute


def _period(row: list[str]) -> Period:
    first, last = _day(row[0]), _day(row[1])
    if last < first:
        raise ValueError(f"a period ends ({last}) before it begins ({first})")
    return first, last


def _count(number: int) -> int:
    if number < 1:
        raise ValueError(f"{number} is too few")
    return number
