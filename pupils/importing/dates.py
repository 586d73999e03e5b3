"""Dates as people and spreadsheets write them."""

import re
from datetime import date, datetime, timedelta

from .faults import Unusable
from .sheets import Cell, text_of

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_TIME = re.compile(
    r"(?:[T ]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:am|pm|Z|[+-]\d\d:?\d\d)?)$", re.I
)
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+", re.I
)
_ISO = re.compile(r"^(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})$")
_NUMBERS = re.compile(r"^(\d{1,2})\s?[-/.\\ ]\s?(\d{1,2})\s?[-/.\\ ]\s?(\d{2}|\d{4})$")
_NAMED = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*(?:of )?([a-z]+)[-/., ]*(\d{2}|\d{4})$", re.I
)
_NAME_FIRST = re.compile(r"^([a-z]+)[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4})$", re.I)
_YEAR_FIRST = re.compile(r"^(\d{4})[-/. ]([a-z]+)[-/. ](\d{1,2})$", re.I)
_COMPACT = re.compile(r"^\d{8}$")
_SERIAL = re.compile(r"^(\d{5})(?:\.\d+)?$")
#: Excel counts days from here; its serials of five digits reach from 1927 to 2173.
_EXCEL_EPOCH = date(1899, 12, 30)


def read_date(cell: Cell, *, today: date) -> date:
    """The date in a cell, or `Unusable`. Numeric dates are day first; two-digit years are past."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    found = _from_text(_WEEKDAY.sub("", _TIME.sub("", text)).strip(), today)
    if found is None or not 1900 <= found.year <= 2199:
        raise Unusable("not a date")
    return found


def _from_text(text: str, today: date) -> date | None:
    if match := _ISO.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.match(text):
        return _day(_year(match[3], today), int(match[2]), int(match[1]))
    if match := _NAMED.match(text):
        return _day(_year(match[3], today), MONTHS.get(match[2].lower(), 0), int(match[1]))
    if match := _NAME_FIRST.match(text):
        return _day(int(match[3]), MONTHS.get(match[1].lower(), 0), int(match[2]))
    if match := _YEAR_FIRST.match(text):
        return _day(int(match[1]), MONTHS.get(match[2].lower(), 0), int(match[3]))
    if _COMPACT.match(text):
        return _from_eight_digits(text)
    if match := _SERIAL.match(text):
        return _EXCEL_EPOCH + timedelta(days=int(match[1]))
    return None


def _from_eight_digits(text: str) -> date | None:
    """20180903 or 03092018, if only one of the two is a date near our time."""
    readings = {
        found
        for found in (
            _day(int(text[:4]), int(text[4:6]), int(text[6:])),
            _day(int(text[4:]), int(text[2:4]), int(text[:2])),
        )
        if found and 1950 <= found.year <= 2100
    }
    return readings.pop() if len(readings) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text: str, today: date) -> int:
    """18 is 2018; 95 is 1995: no school date is more than ten years ahead."""
    if len(text) == 4:
        return int(text)
    year = 2000 + int(text)
    return year if year <= today.year + 10 else year - 100


def is_month_first(text: str) -> bool | None:
    """True for 12/25/2018, False for 25/12/2018, None where it cannot be told."""
    match = _NUMBERS.match(_TIME.sub("", text).strip())
    if not match:
        return None
    first, second = int(match[1]), int(match[2])
    if first <= 12 < second <= 31:
        return True
    if second <= 12 < first <= 31:
        return False
    return None


def with_day_first(text: str) -> str:
    """12/25/2018 as 25/12/2018, for a column whose heading says that the month comes first."""
    return re.sub(r"^(\d{1,2})(\s?[-/.\\ ]\s?)(\d{1,2})(?=\s?[-/.\\ ]\s?\d)", r"\3\2\1", text)


def heading_says(heading: str) -> bool | None:
    """True for “DOB (mm/dd/yyyy)”, False for “DOB (dd/mm/yyyy)”, None for most."""
    text = heading.lower()
    if re.search(r"\bmm?\s?[-/. ]\s?dd?\b", text):
        return True
    return False if re.search(r"\bdd?\s?[-/. ]\s?mm?\b", text) else None


def could_be_either(text: str) -> bool:
    """True for 03/04/2018, which is a date with day or month first."""
    match = _NUMBERS.match(_TIME.sub("", text).strip())
    return bool(match and int(match[1]) <= 12 and int(match[2]) <= 12 and match[1] != match[2])
