"""How long a training counts, and when its use in classrooms is looked at (pure, no Django)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from aylsham.dates import months_corresponding, weeks_after
from aylsham.labelled import Labelled

#: Our own working rule: what was seen in classrooms is written down twelve weeks later.
WEEKS_UNTIL_SEEN = 12
#: A training that runs out within so many days is said to run out soon.
SOON = timedelta(days=60)
#: Nobody's answer can be picked out of so many.
FEWEST_ANSWERS = 3


class Standing(Labelled):
    """Where somebody stands with a training."""

    TRAINED = "trained", "Trained"
    SOON = "soon", "Runs out soon"
    UNSURE = "unsure", "Day not known"
    OVER = "over", "Has run out"
    NEVER = "never", "Not trained"

    @property
    def is_gap(self) -> bool:
        return self in (Standing.OVER, Standing.NEVER)


def valid_until(taken_on: date | None, said: date | None, months: int | None) -> date | None:
    """The last day on which it counts: the certificate's own day, or so many months; None: no end.

    The day in the last month that has the number of the first, as certificates say it.
    """
    if said or not (taken_on and months):
        return said
    return months_corresponding(taken_on, months)


@dataclass(frozen=True)
class Held:
    """A training that somebody took, until its last day; None: no end.

    `is_unsure`: it runs out, but nobody has written down when it was.
    """

    until: date | None
    is_unsure: bool = False


def standing_of(held: Iterable[Held], on: date) -> tuple[Standing, date | None]:
    """Where somebody stands on a day with all their trainings about one thing, and until when."""
    held = list(held)
    ends = [each.until for each in held if not each.is_unsure]
    if None in ends:
        return Standing.TRAINED, None
    last = max((day for day in ends if day), default=None)
    if last and last >= on:
        return (Standing.SOON if last <= on + SOON else Standing.TRAINED), last
    if len(ends) < len(held):
        return Standing.UNSURE, None
    return (Standing.OVER if last else Standing.NEVER), last


def look_by(last_day: date) -> date:
    """The day by which somebody writes down what they see of it in classrooms."""
    return weeks_after(last_day, WEEKS_UNTIL_SEEN)
