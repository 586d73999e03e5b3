"""What the numbers and days of a target have to fit to, and what is odd about them."""

import datetime as dt
from decimal import Decimal

#: A step longer than this is an outcome.
LONGEST_STEP = dt.timedelta(days=366)
#: An outcome is one to three years away (SEND Code of Practice 9.64 to 9.66).
SHORTEST_OUTCOME = dt.timedelta(days=180)
LONGEST_OUTCOME = dt.timedelta(days=3 * 366)


def problem_of_numbers(
    measure: str, baseline: Decimal, goal: Decimal, out_of: int | None
) -> tuple[str, str] | None:
    """(field, what is wrong) of the numbers of a target; None when they fit."""
    if measure == "trials":
        if not out_of:
            return "out_of", "Say out of how many tries."
        if max(baseline, goal) > out_of:
            return "goal", f"There are only {out_of} tries."
    if measure == "scale" and max(baseline, goal) > 10:
        return "goal", "The scale ends with 10."
    if baseline == goal:
        return "goal", "The goal is where the child is already."
    return None


def oddities(starts_on: dt.date, by_on: dt.date) -> list[str]:
    """What to look at again about the days of a target; nothing here is refused."""
    if by_on - starts_on > LONGEST_STEP:
        return ["More than a year away: this may be an outcome, and the target its next step."]
    return []


def oddities_of_outcome(starts_on: dt.date, by_on: dt.date) -> list[str]:
    """What to look at again about the days of an outcome."""
    if by_on - starts_on < SHORTEST_OUTCOME:
        return ["Less than half a year away: this may be a target."]
    if by_on - starts_on > LONGEST_OUTCOME:
        return ["More than three years away: nobody will remember it."]
    return []
