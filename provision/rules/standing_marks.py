"""Which of several logs of a session stands for a child, and where two logs disagree."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class SessionAt:
    """Which session of a provision is meant."""

    on: dt.date
    slot: int = 1
    is_make_up: bool = False


@dataclass(frozen=True)
class Said:
    """What one log says of one child."""

    #: Which log of the session it is, from 1.
    number: int
    #: The last log that its writer had in view; 0 for none.
    seen: int
    #: What it says, to be compared.
    facts: tuple


def standing[S: Said](said: Sequence[S]) -> list[S]:
    """What nobody has corrected since, latest first; two that differ are a conflict to settle.

    A log takes the place of those that its writer had seen, never of one that came meanwhile.
    """
    seen = max((each.seen for each in said), default=0)
    rest = sorted((s for s in said if s.number > seen), key=lambda s: -s.number)
    return [s for n, s in enumerate(rest) if s.facts not in [r.facts for r in rest[:n]]]
