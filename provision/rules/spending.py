"""What was really spent until today, in whole pence, beside what was planned until today.

For each child in a provision: so far = within + missed + unlogged; delivered = within + extra. The
adult's time of a group is shared by the minutes that each child was planned to have in it, and what
a child did not have stands with its reason. Resources count in full from the first day.
"""

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from provision.rules.costs import Proof, Rate, cost_of, shares_of
from provision.rules.delivery import Came, Mark, Reason, Week

#: Why a session had nobody in it, where children's reasons differ: what the school bears first.
FIRST_REASONS = (
    Reason.STAFF, Reason.ROOM, Reason.TRIP, Reason.CLOSED, Reason.REFUSED, Reason.ABSENT,
)  # fmt: skip


@dataclass(frozen=True)
class Minutes:
    """Minutes until today: planned = within + missed + unlogged; extra is above the plan."""

    planned: int
    within: int
    extra: int
    unlogged: int
    missed: Mapping[Reason | None, int]


@dataclass(frozen=True)
class Spent:
    """Pence until today: `so_far` by plan, and what became of it."""

    so_far: int = 0
    within: int = 0
    extra: int = 0
    unlogged: int = 0
    missed: Mapping[Reason | None, int] = field(default_factory=dict)
    #: Of what is not delivered: what the adult gave all the same, to the others of the group. Less
    #: than nothing where the adult missed what was planned while the child was not in it.
    away: int = 0

    @property
    def delivered(self) -> int:
        """What was spent on what was given, with what was made up."""
        return self.within + self.extra

    def __add__(self, other: "Spent") -> "Spent":
        return sum_of((self, other))


@dataclass(frozen=True)
class SecondWay:
    """Pence delivered by what adults gave, beside what children had and what they were away from."""

    by_adults: int
    delivered: int
    #: Given while a child of the group was away or unmarked; see `Spent.away`.
    away: int

    @property
    def proof(self) -> Proof:
        return Proof(self.by_adults, self.delivered + self.away)


def sum_of(parts: Iterable[Spent]) -> Spent:
    """What they come to together: quicker than one by one, where there are thousands."""
    each = list(parts)
    missed: dict[Reason | None, int] = {}
    for part in each:
        for reason, pence in part.missed.items():
            missed[reason] = missed.get(reason, 0) + pence
    return Spent(
        so_far=sum([part.so_far for part in each]),
        within=sum([part.within for part in each]),
        extra=sum([part.extra for part in each]),
        unlogged=sum([part.unlogged for part in each]),
        missed={reason: pence for reason, pence in missed.items() if pence},
        away=sum([part.away for part in each]),
    )


def since(now: Spent, before: Spent) -> Spent:
    """What came between two days, from what it came to until each."""
    reasons = {**now.missed, **before.missed}
    missed = {
        reason: now.missed.get(reason, 0) - before.missed.get(reason, 0) for reason in reasons
    }
    return Spent(
        so_far=now.so_far - before.so_far,
        within=now.within - before.within,
        extra=now.extra - before.extra,
        unlogged=now.unlogged - before.unlogged,
        missed={reason: pence for reason, pence in missed.items() if pence},
        away=now.away - before.away,
    )


def minutes_of(weeks: Iterable[Week]) -> Minutes:
    """The sums of some weeks."""
    chosen = list(weeks)
    missed: Counter[Reason | None] = Counter()
    for week in chosen:
        if week.missed:
            missed.update(week.missed)
    return Minutes(
        planned=sum(week.planned for week in chosen),
        within=sum(week.delivered - week.over for week in chosen),
        extra=sum(week.over + week.made_up for week in chosen),
        unlogged=sum(week.unlogged for week in chosen),
        missed=dict(missed),
    )


def of_group(marks: Iterable[Mark]) -> Mark:
    """One session of a group as the adult gave it: as long as the child who had most of it.

    Raises IndexError without a mark.
    """
    told = list(marks)
    if told.count(told[0]) == len(told):
        return told[0]  # nearly always they had the same
    longest = max(told, key=lambda mark: mark.minutes)
    if any(mark.came == Came.HAD for mark in told):
        return Mark(longest.on, Came.HAD, longest.minutes, None, longest.is_make_up)
    reasons = {mark.reason for mark in told if mark.minutes == longest.minutes}
    reason = next((each for each in FIRST_REASONS if each in reasons), None)
    return Mark(longest.on, longest.came, longest.minutes, reason, longest.is_make_up)


def whole_of(adult: Minutes, rate: Rate, resources_pence: int = 0) -> tuple[int, int]:
    """Pence of a provision until today: by plan with its resources, and above the plan."""
    return cost_of(adult.planned, rate) + resources_pence, cost_of(adult.extra, rate)


def spent_by[Key: Hashable](
    adult: Minutes, children: Mapping[Key, Minutes], rate: Rate, resources_pence: int = 0
) -> dict[Key, Spent]:
    """What each child's part of a provision cost until today; the parts add up to the penny."""
    if not children:
        return {}
    keys, parts = list(children), list(children.values())
    planned, extra = whole_of(adult, rate)
    weights = [part.planned for part in parts]
    above = [part.extra for part in parts]
    if not any(above):
        above = [part.within for part in parts]
    pence = shares_of(planned, weights)
    on_top, resources = shares_of(extra, above), shares_of(resources_pence, weights)
    not_given = shares_of(planned - cost_of(adult.within, rate), weights)
    return {
        key: _spent(parts[n], pence[n], on_top[n], resources[n], not_given[n])
        for n, key in enumerate(keys)
    }


def adults_way(given: int, extra: int, rate: Rate, resources_pence: int = 0) -> int:
    """Pence of the minutes that an adult gave, `extra` of them above the plan, with resources.

    It knows nothing of children: what they had, and what was given while one of them was away,
    must come to the same.
    """
    return cost_of(given - extra, rate) + cost_of(extra, rate) + resources_pence


def given_minutes(marks: Iterable[Mark], until: dt.date) -> int:
    """Minutes of a group's sessions until a day as they were logged, one mark for each."""
    return sum(mark.minutes for mark in marks if mark.on <= until)


def _spent(part: Minutes, pence: int, extra: int, resources: int, not_given: int) -> Spent:
    """A child's pence split by what became of its minutes."""
    reasons = list(part.missed)
    minutes = [part.unlogged, part.within, *(part.missed[reason] for reason in reasons)]
    unlogged, within, *missed = shares_of(pence, minutes) if any(minutes) else [pence, 0]
    return Spent(
        so_far=pence + resources,
        within=within + resources,
        extra=extra,
        unlogged=unlogged,
        missed=dict(zip(reasons, missed, strict=False)),
        away=unlogged + sum(missed) - not_given,
    )
