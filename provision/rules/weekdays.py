"""On which weekdays a provision is given: what is offered on a day, and what fits."""

from collections.abc import Collection
from math import ceil

from provision.rules.weeks import SCHOOL_DAYS

MONDAY_FIRST = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_SHORT = 3
#: So many as the most sessions a week on five days make.
MOST_A_DAY = 5


def weekday_words(days: Collection[int]) -> str:
    """`Mon, Wed, Fri`, or `Every day`; empty where nobody said."""
    if set(days) == set(SCHOOL_DAYS):
        return "Every day"
    return ", ".join(MONDAY_FIRST[day][:_SHORT] for day in sorted(days))


def sessions_on(sessions_a_week: int, days: Collection[int], weekday: int) -> int:
    """How many sessions a day of the week has by its plan; without weekdays each day may have some."""
    if days and weekday not in days:
        return 0
    return most_on_a_day(sessions_a_week, days)


def most_on_a_day(sessions_a_week: int, days: Collection[int]) -> int:
    """How many sessions a day it has at most."""
    return ceil(sessions_a_week / len(days or SCHOOL_DAYS))


def why_unfit(sessions_a_week: int, days: Collection[int]) -> str:
    """Why so many sessions a week cannot be given on these weekdays; empty when they can."""
    count = len(days)
    if not count:
        return ""
    if sessions_a_week > count * MOST_A_DAY:
        return f"More than {MOST_A_DAY} sessions a day cannot be logged. Tick more days, or none."
    if sessions_a_week % count == 0:
        return ""
    on = "1 day" if count == 1 else f"{count} days"
    return (
        f"{sessions_a_week} sessions a week do not fit {on}: each day has the same number. "
        f"Tick as many days as there are sessions, or tick none."
    )
