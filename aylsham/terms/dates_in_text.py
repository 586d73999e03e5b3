"""Dates in a line of text, as people write them: alone, in lists, as stretches; no Django."""

import datetime as dt
import re

Period = tuple[dt.date, dt.date]
#: Where a date stands, and the date.
Found = tuple[re.Match, dt.date]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = (
    r"(?:\b(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b\.?,?\s+)?"
    r"(?:the\s+)?"
)
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"{_WEEKDAY}(?:(?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b)"
    rf"|(?P<figures>\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d{{2}})\b)"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?"
    rf"(?:\s+{_MONTH.replace('(', '(?P<month>', 1)}(?:,?\s+(?P<year>\d{{4}}))?)?)",
    re.IGNORECASE,
)
_FROM_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri)(?:day)?\s*(?:to|[-–—])\s*$", re.IGNORECASE
)
_RANGE = re.compile(r"^\s*(?:to|until|till|through|up to|[-–—])\s*$", re.IGNORECASE)
_AND = re.compile(r"^\s*(?:,|;|and|&|,\s*and)\s*$", re.IGNORECASE)


class NoSuchDate(ValueError):
    """A date that does not exist or is another weekday, or a stretch that ends before it begins."""


def without_dates(line: str) -> str:
    """The words of a line."""
    return _DATE.sub("", line)


def find_dates(line: str, year: int) -> list[Found]:
    """The dates in a line, each with where it stands."""
    dates = _with_months([(found, _date_of(found, year)) for found in _DATE.finditer(line)], year)
    for found, day in dates:
        _check_weekday(found, day)
    return dates


def _check_weekday(found: re.Match, day: dt.date) -> None:
    """The weekday that is written beside a date has to be its own."""
    written, weekday = found["weekday"], _WEEKDAYS[day.weekday()]
    if _FROM_WEEKDAY.search(found.string[: found.start()]):
        return  # “Mon–Fri 2–6 November”: the weekday is that of the last day
    if written and not weekday.lower().startswith(written.lower()[:3]):
        raise NoSuchDate(
            f"{day:%-d %B %Y} is a {weekday}, not a {_weekday_of(written)}: check the year."
        )


def _weekday_of(written: str) -> str:
    return next(name for name in _WEEKDAYS if name.lower().startswith(written.lower()[:3]))


def periods_of(line: str, dates: list[Found]) -> list[Period]:
    """Single days, and stretches of days joined by “to” or a dash."""
    periods: list[Period] = []
    is_open = False
    for place, (found, day) in enumerate(dates):
        if is_open and periods:
            first = periods[-1][0]
            if day < first:
                raise NoSuchDate(f"{day:%-d %B %Y} comes before {first:%-d %B %Y}.")
            periods[-1] = (first, day)
        else:
            periods.append((day, day))
        after = dates[place + 1][0].start() if place + 1 < len(dates) else len(line)
        is_open = bool(_RANGE.match(line[found.end() : after]))
    return periods


def _with_months(dates: list, year: int) -> list:
    """`3 and 4 September`: a day without a month takes that of the next date; else it is none."""
    found: list = []
    following: tuple[str, str | None] | None = None
    for match, day in reversed(dates):
        if day is None and following and _joins(match, found[-1][0]):
            month, given = following
            day = _day(int(match["day"]), month, given, year)
        if day is None:
            continue
        if match["month"]:
            following = (match["month"], match["year"])
        elif not match["day"]:
            following = None
        found.append((match, day))
    return found[::-1]


def _joins(match: re.Match, later: re.Match) -> bool:
    between = match.string[match.end() : later.start()]
    return bool(_AND.match(between) or _RANGE.match(between))


def _date_of(found: re.Match, year: int) -> dt.date | None:
    if found["iso"]:
        return _made(*(int(part) for part in found["iso"].split("-")), found[0])
    if found["figures"]:
        day, month, given = (int(part) for part in re.split(r"[/.]", found["figures"]))
        return _made(given + 2000 if given < 100 else given, month, day, found[0])
    if not found["month"]:
        return None
    return _day(int(found["day"]), found["month"], found["year"], year)


def _day(day: int, month_name: str, given: str | None, year: int) -> dt.date:
    month = _MONTHS.index(month_name.lower()[:3]) + 1
    if not given:
        given = str(year if month >= 8 else year + 1)
    return _made(int(given), month, day, f"{day} {month_name} {given}")


def _made(year: int, month: int, day: int, words: str) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise NoSuchDate(f"The date {words.strip()} does not exist.") from None
