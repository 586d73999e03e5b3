"""Normal classroom practice of a child, and how often it was tried: what evidence is made of."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from pupils.codes import Tried
from pupils.models import Pupil, Strategy, StrategyTry


@dataclass
class TryLog:
    """How often a strategy was tried in all, how often it worked, and when last."""

    tried: int = 0
    worked: int = 0
    last_on: dt.date | None = None


def normal_practice(pupil: Pupil):
    """Live strategies marked as normal classroom practice, the oldest first."""
    return Strategy.objects.filter(
        school_id=pupil.school_id, pupil=pupil, ended_on=None, is_normal_practice=True
    ).order_by("since_on", "pk")


def tries_of(school_id: UUID, strategy_ids: Iterable[UUID]) -> dict[UUID, TryLog]:
    """The log of each strategy, the last tap of a person and day counting; one statement."""
    found: dict[UUID, TryLog] = defaultdict(TryLog)
    last_taps = (
        StrategyTry.objects.filter(school_id=school_id, strategy_id__in=list(strategy_ids))
        .order_by("strategy_id", "by_id", "on", "-id")
        .distinct("strategy_id", "by_id", "on")
    )
    for strategy_id, on, answer in last_taps.values_list("strategy_id", "on", "answer"):
        if answer == Tried.UNDONE:
            continue
        log = found[strategy_id]
        log.tried += 1
        log.worked += answer == Tried.WORKED
        log.last_on = max(on, log.last_on or on)
    return found
