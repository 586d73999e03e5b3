"""How long what is kept of people's time is kept; house rules, no law asks for longer.

Weeks, absences and what time was needed for serve to look back on the year before: they go at the
end of the school year after their own. What stands of somebody who left follows `patterns`.
"""

import datetime as dt

from aylsham.dates import academic_year


def over_before(today: dt.date) -> dt.date:
    """What had its last day before this one is deleted."""
    return dt.date(academic_year(today) - 1, 9, 1)


def left_before(today: dt.date, years: int) -> dt.date:
    """Whoever had their last day before this one is kept no longer, after so many whole years."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:  # 29 February
        return dt.date(today.year - years, 3, 1)
