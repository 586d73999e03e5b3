"""When a record has reached the end of its time, and what stands against deleting it."""

import datetime as dt
from dataclasses import dataclass

from aylsham.dates import months_corresponding
from pupils.rules import records
from pupils.rules.documents import BIN_DAYS

CODE, VERSION = "records.retention", "1"
#: Time to decide, from the day on which a record may be looked through.
DECIDE_MONTHS = 1
#: Time for the second person to confirm a deletion or send it back.
CONFIRM_DAYS = 14
#: Nobody reaches the end of the period before turning so old.
YEARS = records.RETENTION_YEARS["sen_file"]


@dataclass(frozen=True)
class Period:
    """How long a record is kept: its last day, the first day of the review, when to have decided."""

    through: dt.date
    review_on: dt.date
    decide_by: dt.date


def period_of(born_on: dt.date) -> Period:
    """The period of a child's SEN file (IRMS Schools Toolkit), by the date of birth."""
    found = records.retention(dob=born_on)
    through, review_on = found["retain_through"], found["earliest_disposal_review"]
    assert isinstance(through, dt.date) and isinstance(review_on, dt.date)
    return Period(through, review_on, months_corresponding(review_on, DECIDE_MONTHS))


def born_by(today: dt.date, *, years_ahead: int = 0) -> dt.date:
    """Whoever was born after this day has not reached the end, today or in so many years."""
    year = today.year - YEARS + years_ahead
    # One day too many rather than one too few on 29 February: each period is worked out anyway.
    return dt.date(year, today.month, min(today.day, 28)) + dt.timedelta(days=3)


def gone_from(confirmed_on: dt.date) -> dt.date:
    """The first day on which a record in the bin is deleted: the thirty days are over."""
    return confirmed_on + dt.timedelta(days=BIN_DAYS + 1)


def obstacles(*, is_on_roll: bool, held_documents: int, open_requests: int) -> list[str]:
    """Why a record cannot be deleted now, in words; [] when nothing stands against it."""
    found = []
    if is_on_roll:
        found.append("The child is on roll.")
    if held_documents:
        many = "A document is" if held_documents == 1 else f"{held_documents} documents are"
        found.append(f"{many} kept for an inquiry or a claim.")
    if open_requests:
        found.append("A request for these records is not answered yet.")
    return found
