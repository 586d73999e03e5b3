"""Counting days as the law of SEND counts them: dates without time, no Django.

Every clock of the product is built from these primitives; `tests/data/date_cases.json` holds
worked cases. SEND weeks never pause for holidays, and only the Tribunal and subject access
requests roll forward: everything else is shown with a day to do it by, on or before the limit.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache

DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
WORKING_WEEK = frozenset(range(SATURDAY))

DayTest = Callable[[date], bool]


def days_after(day: date, count: int) -> date:
    """The last day of "within `count` days of" an event: the day of the event is not counted."""
    return day + count * DAY


def days_before(day: date, count: int) -> date:
    """The last day that is at least `count` days before an event."""
    return day - count * DAY


def days_beginning_with(day: date, count: int) -> date:
    """The last of `count` days when the first of them is the day of the event."""
    return day + (count - 1) * DAY


def weeks_after(day: date, count: int) -> date:
    """The last day of "within `count` weeks of" an event: the same weekday."""
    return day + 7 * count * DAY


def weeks_before(day: date, count: int) -> date:
    """The last day that is at least `count` weeks before an event."""
    return day - 7 * count * DAY


def months_corresponding(day: date, count: int) -> date:
    """The same day of the month, `count` months on; the last of the month if it has no such day."""
    year, month = _month_after(day, count)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def months_beginning_with(day: date, count: int) -> date:
    """The last day of a period of `count` months whose first day is the day of the event."""
    corresponding = months_corresponding(day, count)
    # 31 August and six months: February has no 31st, so the period fills the month to its end.
    return corresponding - DAY if corresponding.day == day.day else corresponding


def years_corresponding(day: date, count: int) -> date:
    """The anniversary; 28 February for what began on 29 February, in a common year."""
    return months_corresponding(day, 12 * count)


def birthday(born: date, age: int) -> date:
    """The day on which somebody reaches an age; 1 March for 29 February, in a common year."""
    anniversary = years_corresponding(born, age)
    return anniversary if anniversary.day == born.day else anniversary + DAY


def academic_year(day: date) -> int:
    """The calendar year in which the academic year of that day began (1 September)."""
    return day.year if day.month >= 9 else day.year - 1


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The first, second, third … Monday (0) to Sunday (6) of a month."""
    first = date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * DAY


# Bank holidays and working days


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    import holidays  # takes most of a second: only when a working day is first asked for

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def _nothing_proclaimed() -> Mapping[date, bool]:
    return {}


_proclaimed: Callable[[], Mapping[date, bool]] = _nothing_proclaimed


def use_proclaimed_days(source: Callable[[], Mapping[date, bool]] | None) -> None:
    """Say where one-off bank holidays come from: day → True (proclaimed) or False (called off).

    The source is asked each time, so it should answer from memory. None forgets it.
    """
    global _proclaimed
    _proclaimed = source or _nothing_proclaimed


def read_proclaimed_days(text: str) -> dict[date, bool]:
    """Days from a line of settings: `2027-06-11, -2027-05-31` proclaims one and calls one off."""
    words = text.replace(",", " ").split()
    return {date.fromisoformat(word.lstrip("-")): not word.startswith("-") for word in words}


def is_bank_holiday(day: date) -> bool:
    """Whether the day is a bank holiday, Christmas Day or Good Friday in England and Wales."""
    proclaimed = _proclaimed().get(day)
    return day in _bank_holidays(day.year) if proclaimed is None else proclaimed


def is_working_day(day: date) -> bool:
    """Whether the day is neither a weekend nor a bank holiday in England and Wales."""
    return day.weekday() in WORKING_WEEK and not is_bank_holiday(day)


def working_days_after(day: date, count: int) -> date:
    """The `count`-th working day after an event; the day of the event is not counted."""
    return _nth_day(days_from(day + DAY), count, is_working_day)


def working_days_beginning_with(day: date, count: int) -> date:
    """The last of `count` working days; the day of the event is the first if it is one."""
    return _nth_day(days_from(day), count, is_working_day)


def working_days_between(first: date, last: date) -> int:
    """How many working days there are from `first` to `last`, both included."""
    return sum(is_working_day(first + n * DAY) for n in range((last - first).days + 1))


def previous_working_day(day: date) -> date:
    """The day itself if it is a working day, otherwise the last one before it."""
    return _nth_day(days_back_from(day), 1, is_working_day)


def next_working_day(day: date) -> date:
    """The day itself if it is a working day, otherwise the first one after it."""
    return _nth_day(days_from(day), 1, is_working_day)


def tribunal_day(day: date) -> date:
    """The last day to lodge an appeal whose time ends on `day` (HESC Rules 2008, rule 12).

    The day is looked at once: the answer is not rolled again.
    """
    if day.month == 8:
        return next_working_day(date(day.year, 9, 1))
    if (day.month, day.day) >= (12, 25):
        return next_working_day(date(day.year + 1, 1, 1))
    return next_working_day(day)  # also on 1 January, itself a bank holiday


def days_from(day: date) -> Iterator[date]:
    """The day and every day after it."""
    while True:
        yield day
        day += DAY


def days_back_from(day: date) -> Iterator[date]:
    """The day and every day before it."""
    while True:
        yield day
        day -= DAY


def _nth_day(days: Iterable[date], count: int, counts: DayTest) -> date:
    if count < 1:
        raise ValueError("count at least one day")
    for day in days:
        count -= counts(day)
        if not count:
            return day
    raise AssertionError("days never end")


def _month_after(day: date, count: int) -> tuple[int, int]:
    years, month = divmod(day.month - 1 + count, 12)
    return day.year + years, month + 1
