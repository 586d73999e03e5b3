"""How long what two people keep of supervision is kept; house rules, no law asks for it."""

from datetime import date

#: Months after the last day here.
MONTHS_AFTER_LEAVING = 6
#: Years after the day of a meeting, or after an action was done.
YEARS_KEPT = 3


def forget_before(today: date) -> date:
    """Meetings and finished actions of days before this one are deleted."""
    return _same_day(today, today.year - YEARS_KEPT)


def left_before(today: date) -> date:
    """Of whoever left before this day nothing of supervision is kept any more."""
    months = today.year * 12 + today.month - 1 - MONTHS_AFTER_LEAVING
    return date(months // 12, months % 12 + 1, min(today.day, 28))


def _same_day(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)
