"""Sums of pupil premium plus, in pence: given, agreed, spent, left (pure, no Django)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from aylsham.timescales.rules import Confidence

CODE, VERSION = "ours.premium", "1"
CITATION = "The school's own day (pupil premium: conditions of grant, on planning and impact)"
GRANT = "DfE, pupil premium conditions of grant: what is not spent by 31 March is returned"
#: Whoever decides has so many days from being asked.
ANSWER_DAYS = 21


@dataclass(frozen=True)
class Rate:
    """What one child brings in a financial year, in pence; None: not published, or not known."""

    financial_year: int
    pence: int | None
    source: str
    confidence: Confidence


#: The same for looked-after and previously looked-after children so far.
PUBLISHED = {
    2024: Rate(2024, 257_000, "DfE pupil premium rates 2024 to 2025", Confidence.GUIDANCE),
    2025: Rate(2025, 263_000, "DfE pupil premium rates 2025 to 2026", Confidence.GUIDANCE),
}


def published_rate(financial_year: int) -> Rate:
    """The rate that comes with Aylsham; without a sum for a year that nobody has checked."""
    missing = Rate(financial_year, None, "not known here", Confidence.UNVERIFIED)
    return PUBLISHED.get(financial_year, missing)


def answer_by(asked_on: dt.date) -> dt.date:
    """The day on which a request is asked about again."""
    return asked_on + dt.timedelta(days=ANSWER_DAYS)


@dataclass(frozen=True)
class Use:
    """One request as the sums count it, in pence."""

    planned: int
    spent: int
    is_agreed: bool
    #: Nothing more will be spent: what is left of the plan is free again.
    is_closed: bool = False

    @property
    def committed(self) -> int:
        """Agreed and not spent yet."""
        return max(0, self.planned - self.spent) if self.is_agreed and not self.is_closed else 0


@dataclass(frozen=True)
class Balance:
    """Sums of one pot of money, in pence."""

    given: int = 0
    returned: int = 0
    spent: int = 0
    committed: int = 0
    #: Asked for or being written; part of no other sum.
    wished: int = 0

    @property
    def held(self) -> int:
        """Given and not given back."""
        return self.given - self.returned

    @property
    def left(self) -> int:
        """Held and not spent; less than nothing where more was spent than is held."""
        return self.held - self.spent

    @property
    def free(self) -> int:
        """Left and not agreed for anything."""
        return self.left - self.committed

    @property
    def over(self) -> int:
        """Spent beyond what is held."""
        return max(0, -self.left)

    def __add__(self, other: "Balance") -> "Balance":
        return Balance(
            self.given + other.given,
            self.returned + other.returned,
            self.spent + other.spent,
            self.committed + other.committed,
            self.wished + other.wished,
        )


def balance_of(given: Iterable[int], returned: Iterable[int], uses: Iterable[Use]) -> Balance:
    """The sums of one child, year and payer: whole pence, nothing rounded."""
    uses = list(uses)
    return Balance(
        given=sum(given),
        returned=sum(returned),
        spent=sum(use.spent for use in uses),
        committed=sum(use.committed for use in uses),
        wished=sum(use.planned for use in uses if not use.is_agreed and not use.is_closed),
    )


def together(balances: Iterable[Balance]) -> Balance:
    """The sums of several pots."""
    return sum(balances, Balance())
