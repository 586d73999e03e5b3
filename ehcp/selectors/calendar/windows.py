"""The next review of a plan: of which kind, by which legal day, and between which days."""

import datetime as dt

from aylsham.school_calendar import SchoolCalendar
from ehcp.codes import ReviewKind
from ehcp.models import ReviewCalendar
from ehcp.rules.phase_transfer import PhaseState, limits
from ehcp.rules.review_window import Window, review_window
from ehcp.selectors.clocks import PlanRules
from ehcp.selectors.plans import PlanFacts

#: A summer's meeting counts if the council says so; by the time it has not, no new one is in time.
_MISSING = {PhaseState.NOT_REVIEWED, PhaseState.LAST_SUMMER}


def next_review(
    plan: PlanFacts, calendar: SchoolCalendar, today: dt.date
) -> tuple[str, dt.date, dt.date]:
    """Kind, legal day of the meeting, and the first day on which it counts.

    One meeting does for the year and for the move to the next phase, if it is held in time for both.
    Last summer's does for the move only once the council has confirmed it: until then a day is kept.
    """
    result = PlanRules(plan, calendar).review()
    answer = "next_meeting_latest" if plan.cycle.is_review_open else "meeting_latest"
    legal_on = result[answer].value
    for september in sorted(filter(None, {plan.september, plan.next_september})):
        begins, over = dt.date(september - 1, 9, 1), dt.date(september, 8, 31)
        is_missing = plan.phase_state_in(september) in _MISSING
        if is_missing and today <= over and begins <= max(legal_on, today):
            return (
                ReviewKind.PHASE_TRANSFER,
                min(legal_on, limits(september).meeting_latest),
                begins,
            )
    return ReviewKind.ANNUAL, legal_on, dt.date.min


def window_of(
    plan: PlanFacts, calendar: SchoolCalendar, rules: ReviewCalendar, today: dt.date
) -> tuple[str, Window | None]:
    """The kind of the next review, and the days between which the calendar may plan it."""
    kind, legal_on, not_before = next_review(plan, calendar, today)
    window = review_window(
        legal_on=legal_on,
        today=today,
        weeks_ahead=rules.weeks_ahead,
        weeks_to_prepare=rules.weeks_to_prepare,
        calendar=calendar,
        papers_in_term=rules.papers_in_term,
        not_before=not_before,
    )
    return kind, window
