"""The clocks of agreements: pure, no Django."""

from datetime import date, timedelta

#: Whoever wants something changed hears from us within so many days: our own promise.
SETTLE_DAYS = 7


def settle_by(answered_on: date) -> date:
    """The day by which the owner has spoken with somebody who wants changes."""
    return answered_on + timedelta(days=SETTLE_DAYS)
