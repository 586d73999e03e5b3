"""When something is given, out of typed words: weekdays, time, minutes, sessions a week."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

#: Stands where words were taken out of a line: nobody types it, and it is no white space.
CUT = "\ue000"
MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)
#: What the form of a provision takes at most.
MOST_MINUTES, MOST_SESSIONS = 400, 25
#: Without "am" or "pm", hours up to this one are of the afternoon.
LAST_OF_AFTERNOON = 6
#: A number after "3 x" is of minutes from here on.
LEAST_MINUTES = 5
NOON, DAY = 12, 24
HALF_HOUR, THREE_QUARTERS, HOUR = 30, 45, 60

_DAYS = {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4}
_LETTERS = {"M": 0, "T": 1, "TU": 1, "W": 2, "TH": 3, "F": 4}
_NUMBERS = {"once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}

_CLOCK = r"(\d{1,2})(?:\s?[.:]\s?([0-5]\d))?\s*([ap]\.?m\b\.?)?"
_DASH = r"\s*(?:-|–|—|−|to|till|until)\s*"
_RANGE = re.compile(rf"(?<![\d£.:]){_CLOCK}{_DASH}{_CLOCK}(?![.:]?\d)", re.I)
_DIGITS = re.compile(r"(?<![\d£.:])([012]?\d)([0-5]\d)\s*[-–—]\s*([012]?\d)([0-5]\d)(?!\d)")
_TIME = re.compile(rf"(?:\b(?:at|from)\s+|@\s*)?(?<![\d£.:]){_CLOCK}(?![.:]?\d)", re.I)
_MIN = r"(?:minutes?|mins?|m)\b\.?"
_A_WEEK = r"(?:\s*(?:a|per|each|every|/|p/)\s*(?:week|wk)\b|\s*weekly\b|\s*pw\b|\s*/\s*wk\b)"
_TIMES_MINUTES = re.compile(
    rf"(?<![\d.])(\d{{1,2}})\s*(?:[x×*]|times)\s*(\d{{1,3}})(?![\d.:])(?:\s*-?\s*{_MIN})?{_A_WEEK}?",
    re.I,
)
_MINUTES_TIMES = re.compile(
    rf"(?<![\d.])(\d{{1,3}})\s*-?\s*{_MIN}\s*[x×*]\s*(\d{{1,2}})\b{_A_WEEK}?", re.I
)
_OFTEN = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})\s*(?:[x×]|times|sessions?|days?)?{_A_WEEK}", re.I
)
_EACH = re.compile(r"(?<![\w.])(?:[x×]\s?(\d{1,2})|(\d{1,2})\s?[x×])(?![\w.:])", re.I)
_HOURS = re.compile(
    r"(?<![\d.])(\d)(?:\.(\d{1,2}))?\s*(?:hours?|hrs?|h)\b\.?(?:\s*(?:and\s*)?(\d{1,2})\s*(?:minutes?|mins?|m)?\b)?",
    re.I,
)
_MINUTES = re.compile(rf"(?<![\d.])(\d{{1,3}})\s*-?\s*{_MIN}", re.I)
_SPOKEN = (
    (re.compile(r"(?:\bthree quarters of an|3/4|¾)\s*(?:hour|hr)\b", re.I), THREE_QUARTERS),
    (re.compile(r"(?:\bhalf(?:\s+an|\s+a)?|1/2|½)\s*(?:hour|hr)\b", re.I), HALF_HOUR),
    (re.compile(r"\ban\s+hour\b", re.I), HOUR),
)
_DAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?)s?\b\.?"
)
_HALF_DAYS = ("am", "pm", "morning", "mornings", "afternoon", "afternoons")
_LETTER = r"(?:M|Tu|Th|T|W|F)"
_HALF_DAY = r"(?:\s*(am|pm|mornings?|afternoons?)\b)?"
_DAY_RANGE = re.compile(rf"\b({_DAY}){_DASH}({_DAY})", re.I)
_DAY_LIST = re.compile(
    rf"(?:\b(?:every|each|on)\s+)?\b({_DAY}(?:[\s,/&+;]*(?:\band\s+)?{_DAY})*){_HALF_DAY}", re.I
)
_EVERY_DAY = re.compile(
    r"\b(?:daily|(?:every|each)\s+(?:school\s+)?day|every\s+(morning|afternoon)|5\s*days)\b", re.I
)
_M_TO_F = re.compile(r"\b(M|Tu|T|W|Th)\s?[-–]\s?(Tu|T|W|Th|F)\b")
_LETTERS_SLASHED = re.compile(rf"(?<![\w/]){_LETTER}(?:\s?/\s?{_LETTER})+(?![\w/])")
_LETTERS_ALONE = re.compile(rf"^\s*{_LETTER}(?:[\s,/&+]*{_LETTER})*\s*$")
_WEEKLY = re.compile(r"\b(?:weekly|every\s+week|each\s+week)\b", re.I)
_ODD = re.compile(
    rf"\b(?:\d+(?:\.\d+)?\s*(?:hours?|hrs?){_A_WEEK})|"
    r"\b(?:fortnightly|every\s+(?:other|second)\s+\w+|alternate\s+\w+|(?:half[- ]?)?termly|monthly"
    r"|saturdays?|sundays?)\b",
    re.I,
)


@dataclass
class When:
    """When something is given, as far as the words say it."""

    days: tuple[int, ...] = ()
    time: dt.time | None = None
    minutes: int | None = None
    #: A week, where the words say a number.
    said_sessions: int | None = None
    #: Words about times that no field keeps, as they were pasted.
    odd: list[str] = field(default_factory=list)

    @property
    def sessions(self) -> int | None:
        """A week: the number said, or one on each day."""
        return self.said_sessions or len(self.days) or None

    @property
    def says_something(self) -> bool:
        """Whether there was any word about times."""
        return bool(self.days or self.time or self.minutes or self.said_sessions or self.odd)

    def add_days(self, days: tuple[int, ...]) -> None:
        """More weekdays, in order."""
        self.days = tuple(sorted({*self.days, *days}))


#: What a found piece says goes into `When`; what stands in its place afterwards.
Taker = Callable[[When, re.Match, bool], str]


def take_when(text: str, *, is_column: bool = False) -> tuple[When, str]:
    """What a line says of times, and the line without it.

    `is_column`: a cell of a column of days or times, where "M W F" and "9" are such too.
    """
    when = When()
    if is_column and _LETTERS_ALONE.match(text):
        when.add_days(_letters(text))
        return when, ""
    for pattern, taker in _STEPS:
        text = pattern.sub(partial(_take, taker, when, is_column), text)
    if when.time:  # which says more than "Tuesday afternoon"
        when.odd = [words for words in when.odd if words.casefold() not in _HALF_DAYS]
    return when, text


def _take(taker: Taker, when: When, is_column: bool, found: re.Match) -> str:
    return taker(when, found, is_column)


def _clock(hour: str, minute: str | None, half: str | None) -> dt.time | None:
    number = int(hour)
    if half and not 1 <= number <= NOON:
        return None
    if half:
        number = number % NOON + (NOON if half[0] in "pP" else 0)
    elif 1 <= number <= LAST_OF_AFTERNOON:
        number += NOON
    return dt.time(number, int(minute or 0)) if number < DAY else None


def _between(when: When, found: re.Match, start: dt.time | None, end: dt.time | None) -> str:
    if start is None or end is None:
        return found[0]
    length = (end.hour - start.hour) * HOUR + end.minute - start.minute
    if not 0 < length <= MOST_MINUTES:
        when.odd.append(found[0].strip())
        return CUT
    if when.time and when.time != start:
        when.odd.append(found[0].strip())
        return CUT
    when.time, when.minutes = start, length
    return CUT


def _range(when: When, found: re.Match, is_column: bool) -> str:
    first, last = found.groups()[:3], found.groups()[3:]
    if not is_column and not any((*first[1:], *last[1:])):
        return found[0]  # "3-4" may be of years or children
    return _between(when, found, _clock(*first), _clock(*last))


def _digits(when: When, found: re.Match, is_column: bool) -> str:
    start, end = _clock(found[1], found[2], None), _clock(found[3], found[4], None)
    return _between(when, found, start, end)


def _time(when: When, found: re.Match, is_column: bool) -> str:
    hour, minute, half = found.groups()
    is_bare = not minute and not half
    if is_bare and not (is_column and not found.string.strip(f" {CUT}0123456789")):
        return found[0]
    time = _clock(hour, minute, half)
    if time is None:
        return found[0]
    if when.time and when.time != time:
        when.odd.append(found[0].strip())
    when.time = when.time or time
    return CUT


def _set_minutes(when: When, found: re.Match, minutes: int) -> str:
    if not 0 < minutes <= MOST_MINUTES:
        return found[0]
    if when.minutes and when.minutes != minutes:
        when.odd.append(found[0].strip())
    when.minutes = when.minutes or minutes
    return CUT


def _set_sessions(when: When, found: re.Match, sessions: int) -> str:
    if not 0 < sessions <= MOST_SESSIONS:
        return found[0]
    when.said_sessions = when.said_sessions or sessions
    return CUT


def _shape(when: When, found: re.Match, sessions: str, minutes: str) -> str:
    if int(minutes) < LEAST_MINUTES or not 0 < int(sessions) <= MOST_SESSIONS:
        return found[0]
    _set_sessions(when, found, int(sessions))
    return _set_minutes(when, found, int(minutes))


def _often(when: When, found: re.Match, is_column: bool) -> str:
    word = found[1].casefold()
    return _set_sessions(when, found, _NUMBERS.get(word) or int(word))


def _each(when: When, found: re.Match, is_column: bool) -> str:
    return _set_sessions(when, found, int(found[1] or found[2]))


def _hours(when: When, found: re.Match, is_column: bool) -> str:
    part = float(f"0.{found[2] or 0}") * HOUR
    return _set_minutes(when, found, int(found[1]) * HOUR + round(part) + int(found[3] or 0))


def _spoken(minutes: int):
    return lambda when, found, is_column: _set_minutes(when, found, minutes)


def _every_day(when: When, found: re.Match, is_column: bool) -> str:
    when.add_days(MONDAY_TO_FRIDAY)
    if found[1]:
        when.odd.append(found[1])
    return CUT


def _day_range(when: When, found: re.Match, is_column: bool) -> str:
    first, last = (_DAYS[found[n][:2].casefold()] for n in (1, 2))
    if first > last:
        return found[0]
    when.add_days(tuple(range(first, last + 1)))
    return CUT


def _day_list(when: When, found: re.Match, is_column: bool) -> str:
    words = re.findall(_DAY, found[1], re.I)
    when.add_days(tuple(_DAYS[word[:2].casefold()] for word in words))
    if found[2]:
        when.odd.append(found[2])
    return CUT


def _letter_range(when: When, found: re.Match, is_column: bool) -> str:
    first, last = _LETTERS[found[1].upper()], _LETTERS[found[2].upper()]
    last = 3 if found[2] == "T" else last  # M–T is up to Thursday
    if first >= last:
        return found[0]
    when.add_days(tuple(range(first, last + 1)))
    return CUT


def _slashed(when: When, found: re.Match, is_column: bool) -> str:
    when.add_days(_letters(found[0]))
    return CUT


def _letters(text: str) -> tuple[int, ...]:
    """M, T or Tu, W, T or Th, F: a second T is Thursday."""
    days: list[int] = []
    for letter in re.findall(_LETTER, text):
        day = _LETTERS[letter.upper()]
        days.append(3 if day in days and letter == "T" else day)
    return tuple(days)


def _weekly(when: When, found: re.Match, is_column: bool) -> str:
    if not when.days:
        when.said_sessions = when.said_sessions or 1
    return CUT


def _odd(when: When, found: re.Match, is_column: bool) -> str:
    when.odd.append(found[0])
    return CUT


_STEPS: tuple[tuple[re.Pattern[str], Taker], ...] = (
    (_ODD, _odd),
    (_DIGITS, _digits),
    (_RANGE, _range),
    (_TIMES_MINUTES, lambda when, found, is_column: _shape(when, found, found[1], found[2])),
    (_MINUTES_TIMES, lambda when, found, is_column: _shape(when, found, found[2], found[1])),
    *((pattern, _spoken(minutes)) for pattern, minutes in _SPOKEN),
    (_EVERY_DAY, _every_day),
    (_HOURS, _hours),
    (_OFTEN, _often),
    (_MINUTES, lambda when, found, is_column: _set_minutes(when, found, int(found[1]))),
    (_EACH, _each),
    (_TIME, _time),
    (_DAY_RANGE, _day_range),
    (_M_TO_F, _letter_range),
    (_DAY_LIST, _day_list),
    (_LETTERS_SLASHED, _slashed),
    (_WEEKLY, _weekly),
)
