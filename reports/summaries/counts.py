"""What is counted of a school to stand beside others, and how the counts add up; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from aylsham.suppression.counts import Counts, Sum
from aylsham.suppression.protecting import protect

#: Changed with what is counted: rows of another version wait to be counted again.
VERSION = 1
#: On smaller rolls one child moves a share by two in a hundred or more.
SMALLEST_ROLL = 50


@dataclass(frozen=True)
class SchoolCounts:
    """The counts of one school; None where readers who open no child's record may not see it."""

    #: Children on roll, those with SEN support and with an EHC plan.
    roll: int | None
    support: int | None
    plans: int | None
    #: Things past their last day: ours, and everybody else's; whatever waits for others.
    late_ours: int | None
    late_theirs: int | None
    waiting: int | None
    #: Review meetings due since September of which it is known whether they were in time.
    reviews: int | None
    reviews_in_time: int | None
    #: Minutes of children in provision this term until the day, and what is owed of them.
    planned: int | None
    given: int | None
    owed: int | None
    #: Children behind these minutes.
    supported: int | None
    #: Children on the register with a passport that was found true lately enough.
    passports: int | None

    @classmethod
    def of(cls, stored: Mapping[str, int]) -> Self:
        """From a stored row."""
        return cls(**{each.name: stored[each.name] for each in fields(cls)})

    @property
    def register(self) -> int | None:
        """Children on the register."""
        return None if self.support is None or self.plans is None else self.support + self.plans

    def percent(self, part: str, whole: str) -> int | None:
        """A count in a hundred of another; None where one is hidden or there is nobody."""
        some, of = getattr(self, part), getattr(self, whole)
        return round(100 * some / of) if some is not None and of else None

    def share(self, part: str) -> float | None:
        """Of the roll, to one decimal: as the national figures are told."""
        some = getattr(self, part)
        return round(100 * some / self.roll, 1) if some is not None and self.roll else None


def published(counts: SchoolCounts) -> SchoolCounts:
    """The same for readers who open no child's record: what is small, or gives it away, is hidden.

    Minutes are told where enough children stand behind them.
    """
    known = {each.name: getattr(counts, each.name) for each in fields(counts)}
    minutes = ("planned", "given", "owed")
    register = counts.register or 0
    values = {name: n for name, n in known.items() if name not in minutes and n is not None}
    values |= {
        "others": (counts.roll or 0) - register,
        "register": register,
        "reviews_late": (counts.reviews or 0) - (counts.reviews_in_time or 0),
        "not_passports": register - (counts.passports or 0),
        "not_yet": (counts.waiting or 0) - (counts.late_theirs or 0),
    }
    sums = (
        Sum("roll", ("register", "others")),
        Sum("register", ("support", "plans")),
        Sum("register", ("passports", "not_passports")),
        Sum("reviews", ("reviews_in_time", "reviews_late")),
        Sum("waiting", ("late_theirs", "not_yet")),
    )
    safe = protect(Counts(values, sums, derived=frozenset(values) - frozenset(known)))
    shown = {name: None if name in minutes else safe[name] for name in known}
    if safe["supported"] is not None:
        shown |= {name: known[name] for name in minutes}
    return SchoolCounts(**shown)
