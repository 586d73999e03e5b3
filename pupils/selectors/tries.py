"""How what helps went when adults tried it: counted by person and day, the last tap of each."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import School, User
from pupils.codes import Tried
from pupils.models import StrategyTry

#: Older taps say little about now.
WEEKS = 6


@dataclass
class Tally:
    """How often it worked and did not, in the last six weeks; and what the asker said today."""

    worked: int = 0
    did_not: int = 0
    mine: str = ""

    @property
    def words(self) -> str:
        """The count on a strategy; empty when nobody has tried it."""
        if not (self.worked or self.did_not):
            return ""
        return f"Worked {self.worked} of {self.worked + self.did_not} in {WEEKS} weeks"


def tallies(
    school: School, strategy_ids: Iterable[UUID], *, today: dt.date, user: User | None = None
) -> dict[UUID, Tally]:
    """A tally for each strategy that was tried; one statement."""
    since = today - dt.timedelta(weeks=WEEKS)
    last_taps = (
        StrategyTry.objects.filter(
            school=school, strategy_id__in=list(strategy_ids), on__range=(since, today)
        )
        .order_by("strategy_id", "by_id", "on", "-id")
        .distinct("strategy_id", "by_id", "on")
    )
    found: dict[UUID, Tally] = defaultdict(Tally)
    for strategy_id, by_id, on, answer in last_taps.values_list(
        "strategy_id", "by_id", "on", "answer"
    ):
        tally = found[strategy_id]
        tally.worked += answer == Tried.WORKED
        tally.did_not += answer == Tried.DID_NOT
        if user and by_id == user.pk and on == today and answer != Tried.UNDONE:
            tally.mine = answer
    return dict(found)
