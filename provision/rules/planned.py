"""Minutes planned of a provision in all, where its shape was changed or it ended before its time.

No law: a change counts from its day on, and what nobody plans any more costs nothing.
"""

import datetime as dt

from aylsham.school_calendar import SchoolCalendar
from provision.rules.delivery import WEEK, Plan, planned_minutes
from provision.rules.weeks import is_taught


def minutes_in_all(
    plan: Plan, weeks: int, calendar: SchoolCalendar, *, has_ended: bool = False
) -> int:
    """Each taught week by the shape planned in it; of what has ended, no more than until its end."""
    monday = plan.starts_on - dt.timedelta(days=plan.starts_on.weekday())
    whole, taught = 0, 0
    while taught < weeks:
        if is_taught(monday, calendar):
            shape = plan.shape_on(max(monday, plan.starts_on))
            whole += shape.sessions_a_week * shape.minutes
            taught += 1
        monday += WEEK
    if not has_ended:
        return whole
    until = planned_minutes(plan, plan.starts_on, plan.ends_on, calendar.is_open_day)
    return min(whole, until)
