"""The journey of a child as a first draft: sentences from facts, pure.

Without the name, days become terms of a school year, and figures become bands. With the name, for
which the family agrees to every word, figures stay as they are; days are terms there too.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from aylsham.codes import YEAR_GROUP_LABELS, YEAR_GROUPS, TermName
from aylsham.dates import academic_year

#: Minutes of a step in which hours are told without the name.
_STEP = 5
#: Children with an area of need, of whom no area is told without the name if there are fewer.
FEWEST = 5
RARE = "an area of need that few children here have"
#: Attendance without the name: from so many per cent, in words.
_ATTENDANCE = ((95, "95% or more"), (90, "between 90% and 95%"), (80, "between 80% and 90%"))
_LOWEST = "under 80%"
#: Shares of targets without the name: from so much of a hundred, in words.
_SHARES = ((100, "All"), (67, "Most"), (40, "About half"), (1, "Some"))
_YEARS = [code for code, _ in YEAR_GROUPS[:-1]]


@dataclass(frozen=True)
class Hours:
    """Minutes of adults in one term, given and planned."""

    day: dt.date  # any day of the term
    planned: int
    given: int


@dataclass(frozen=True)
class ScoredTwice:
    """One test before and after: what it measures, both scores in words, whether it went well."""

    what: str
    entry: str
    exit: str
    change: int  # 1 better, 0 the same, -1 worse


@dataclass(frozen=True)
class Journey:
    """What the record knows, without anything that few may read."""

    name: str
    is_named: bool
    today: dt.date
    year_group: str
    #: Level and first day, the oldest first.
    levels: tuple[tuple[str, dt.date], ...]
    #: Areas of need in words, and how many children on the register have each.
    areas: Mapping[str, int]
    #: What began it, in words.
    reason: str
    by_plan: int
    by_us: int
    #: Interventions of the catalogue, by name.
    given: tuple[str, ...]
    has_more: bool
    hours: tuple[Hours, ...]
    #: Targets that were looked at in a review, and those of them that were met.
    judged: int
    met: int
    tests: tuple[ScoredTwice, ...]
    #: Day and per cent, the oldest first.
    attendance: tuple[tuple[dt.date, Decimal], ...]
    outcomes: int
    review_on: dt.date | None

    @property
    def who(self) -> str:
        """As the sentences call the child, at their beginning."""
        return self.name if self.is_named else "The child"

    @property
    def whose(self) -> str:
        """The same in the middle of a sentence."""
        return self.name if self.is_named else "the child"


def drafted(journey: Journey) -> dict[str, str]:
    """The words of each part; the voice is left to people."""
    parts = {
        "start": _start(journey),
        "noticed": _noticed(journey),
        "given": _given(journey),
        "reached": _reached(journey),
        "changed": _changed(journey),
        "ahead": _ahead(journey),
    }
    return {name: " ".join(sentences) for name, sentences in parts.items()} | {"voice": ""}


def term_words(day: dt.date, year_group: str, today: dt.date) -> str:
    """`autumn of Year 3`: the term of a day, in the year group in which the child was then."""
    name = TermName.AUTUMN
    if day.month < 9:
        name = TermName.SPRING if day.month < 4 else TermName.SUMMER
    return f"{name.label.lower()} of {_year_then(day, year_group, today)}"


def _year_then(day: dt.date, year_group: str, today: dt.date) -> str:
    """The year group of another school year, counted from now; nobody repeats a year here."""
    if year_group not in _YEARS:
        return "that school year"
    place = _YEARS.index(year_group) + academic_year(day) - academic_year(today)
    if place < 0:
        return "the time before school"
    return YEAR_GROUP_LABELS[_YEARS[place]] if place < len(_YEARS) else "the years after"


def _start(journey: Journey) -> Iterator[str]:
    year = YEAR_GROUP_LABELS.get(journey.year_group, "")
    yield f"{journey.who} is in {year} now." if year else f"{journey.who} goes to our school."
    for level, day in journey.levels:
        when = term_words(day, journey.year_group, journey.today)
        yield (
            f"An {level} came in {when}."
            if level.startswith("EHC")
            else f"{level} began in {when}."
        )


def _noticed(journey: Journey) -> Iterator[str]:
    if journey.reason:
        yield f"What began it: {journey.reason[:1].lower()}{journey.reason[1:]}."
    if areas := _areas(journey):
        yield f"What is hard lies in {_listed(areas)}."


def _areas(journey: Journey) -> list[str]:
    """Broad areas; without the name a rare one is not said."""
    if journey.is_named:
        return [area.lower() for area in journey.areas]
    known = (
        area.lower() if children >= FEWEST else RARE for area, children in journey.areas.items()
    )
    return list(dict.fromkeys(known))


def _given(journey: Journey) -> Iterator[str]:
    if journey.by_plan:
        yield "The EHC plan says what has to be given."
    if journey.by_us:
        yield "We promised more ourselves."
    if journey.given:
        yield f"{journey.who} had {_listed(journey.given)}."
    elif journey.has_more:
        yield f"{journey.who} had support in a group or alone."
    for each in journey.hours:
        if each.planned:
            when = term_words(each.day, journey.year_group, journey.today)
            if each.given:
                yield f"In {when} adults gave {_hours(each, is_named=journey.is_named)}."
            else:
                yield f"What adults gave in {when} was not logged."


def _hours(each: Hours, *, is_named: bool) -> str:
    """`12.5 of 15 hours`; without the name about so many, in steps of five."""
    if is_named:
        return f"{each.given / 60:.1f} of {each.planned / 60:.1f} planned hours"
    given, planned = (_stepped(minutes) for minutes in (each.given, each.planned))
    if planned < _STEP:
        return "a few hours"
    return f"{f'about {given}' if given else 'a few'} of about {planned} planned hours"


def _stepped(minutes: int) -> int:
    """Hours, to the nearest step."""
    return (minutes + 30 * _STEP) // (60 * _STEP) * _STEP


def _reached(journey: Journey) -> Iterator[str]:
    if not journey.judged:
        yield "No target has been looked at in a review yet."
    elif journey.is_named:
        yield f"{journey.met} of {journey.judged} targets were met at a review."
    else:
        share = 100 * journey.met // journey.judged
        words = next((words for least, words in _SHARES if share >= least), "None")
        number = "five targets or more" if journey.judged >= FEWEST else "fewer than five targets"
        yield f"{words} of {number} were met at a review."


def _changed(journey: Journey) -> Iterator[str]:
    if journey.is_named:
        for each in journey.tests:
            yield f"{each.what}: {each.entry} before, {each.exit} after."
    elif journey.tests:
        yield _tests(journey.tests)
    yield from _attendance(journey)


def _tests(tests: Iterable[ScoredTwice]) -> str:
    changes = [each.change for each in tests]
    better = sum(change > 0 for change in changes)
    if better == len(changes):
        return "What was tested before and after had become better."
    if better:
        return "Some of what was tested before and after had become better, some had not."
    return "What was tested before and after had not become better."


def _attendance(journey: Journey) -> Iterator[str]:
    if not journey.attendance:
        return
    first, last = journey.attendance[0], journey.attendance[-1]
    words = [
        f"{percent.normalize():f}%" if journey.is_named else attendance_band(percent)
        for _, percent in (first, last)
    ]
    if len(journey.attendance) == 1:
        yield f"Attendance is {words[1]}."
    elif words[0] == words[1]:
        yield f"Attendance stayed {words[1]}."
    else:
        when = term_words(first[0], journey.year_group, journey.today)
        yield f"Attendance was {words[0]} in {when} and is {words[1]} now."


def attendance_band(percent: Decimal) -> str:
    """Attendance without the figure."""
    return next((words for least, words in _ATTENDANCE if percent >= least), _LOWEST)


def _ahead(journey: Journey) -> Iterator[str]:
    if journey.outcomes:
        yield f"We go on working towards what {journey.whose} is to reach."
    if journey.review_on:
        when = term_words(journey.review_on, journey.year_group, journey.today)
        yield f"We look at it together again in {when}."


def _listed(items: Iterable[str]) -> str:
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last
