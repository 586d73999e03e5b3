"""Dates as people at a school write and read them: no Django, nothing about the law."""

import datetime as dt
import re
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})")
_WORDS = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*(?:of\s+)?([a-z]{3,9})\.?,?[\s\-/.]*(\d{4}|\d{2})?"
)


def parse_day(text: str, *, today: dt.date) -> dt.date:
    """The date that a person meant; raises ValueError with words for that person.

    The day comes before the month, as in England. A year of two figures lies within the last
    90 years or the next nine; a missing year is the one that is nearest to today.
    """
    words = " ".join(text.lower().split())
    if found := _ISO.fullmatch(words):
        year, month, day = (int(part) for part in found.groups())
    elif found := _NUMBERS.fullmatch(words):
        day, month = int(found[1]), int(found[2])
        year = _full_year(found[3], today)
    elif (found := _WORDS.fullmatch(words)) and found[2][:3] in _MONTHS:
        day, month = int(found[1]), _MONTHS.index(found[2][:3]) + 1
        year = _full_year(found[3], today) if found[3] else _nearest_year(day, month, today)
    else:
        raise ValueError("Write the date like 3 Sep 2018 or 03/09/2018.")
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise ValueError(f"The date {text.strip()} does not exist. Check the day.") from None


def iso_day(text: str) -> dt.date | None:
    """The day that an address names, like 2026-12-04; None where it names none."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


@lru_cache(maxsize=4096)  # a list says the same few days hundreds of times
def day_words(day: dt.date, *, today: dt.date) -> str:
    """`Fri 20 Nov`, with the year when it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"


def full_day_words(day: dt.date) -> str:
    """`3 September 2018`, for papers and dates of birth."""
    return f"{day.day} {day:%B} {day.year}"


def _full_year(figures: str, today: dt.date) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    century = today.year // 100 * 100
    return century + year if century + year < today.year + 10 else century - 100 + year


def _nearest_year(day: int, month: int, today: dt.date) -> int:
    def distance(year: int) -> int:
        try:
            return abs((dt.date(year, month, day) - today).days)
        except ValueError:
            return 10_000

    return min((today.year, today.year - 1, today.year + 1), key=distance)
