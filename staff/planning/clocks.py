"""Times of a day as minutes after midnight, and back."""

import datetime as dt

HOUR = 60


def minute_of(time: dt.time) -> int:
    """Minutes after midnight."""
    return time.hour * HOUR + time.minute


def clock(minute: int) -> str:
    """`9:05` for 545 minutes after midnight."""
    return f"{minute // HOUR}:{minute % HOUR:02}"


def time_of(minute: int) -> dt.time:
    """The time of day so many minutes after midnight."""
    return dt.time(*divmod(minute, HOUR))
