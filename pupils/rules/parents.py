"""The clocks and words of parents' pages and of the stages they show: pure, no Django."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aylsham.dates import DAY

CODE, VERSION, CITATION = "ours.parent_page", "1", "Agreed by us"
#: A page can be read for half a year, then the school sends it anew.
LASTS = timedelta(days=182)
#: A parent's message is answered within so many school days.
ANSWER_SCHOOL_DAYS = 5
MOST_MESSAGES_A_DAY = 10
LONGEST_MESSAGE = 2000


@dataclass(frozen=True)
class Stage:
    """One thing that is going on for a child, in the words of a family.

    `key` changes whenever the stage has moved; dates that only draw nearer leave it as it is.
    """

    key: str
    #: What it is about: "Help in school".
    about: str
    where: str
    next: str = ""
    by: date | None = None
    #: The law sets the day.
    is_law: bool = False
    #: Who does it, in plain words.
    who: str = ""


def expires_on(sent_on: date) -> date:
    """The last day on which a page can be read."""
    return sent_on + LASTS


def has_moved(told: Collection[str], stages: Iterable[Stage]) -> bool:
    """Whether a stage has begun, moved or ended since the person was told."""
    return set(told) != {stage.key for stage in stages}


def may_write(now: datetime, sent_at: Iterable[datetime]) -> bool:
    """Whether another message may be sent: so many in a day and a night."""
    return sum(now - at < DAY for at in sent_at) < MOST_MESSAGES_A_DAY
