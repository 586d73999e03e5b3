"""A calendar as it was found: what `manage plan_reviews` writes.

One JSON object, `format` "aylsham-review-plan-1":

    status      "optimal" (proved to be the best), "feasible", or "incomplete" (see unplaced)
    objective   what the calendar costs; bound: no calendar can cost less; gap: (o - b) / o
    costs       the objective by rule
    seconds     how long it took
    placed      {review, on, at, room}; at and room are null for what was locked without a time
    unplaced    {review, rules: [name, …], with: [review, …], why: sentence,
                 relax: [{rules, on, words}, …], is_proved}
                 the rules and reviews cannot be met together, and any one fewer can;
                 with is_proved false the time was too short to show that
    greedy      the same figures of a plan by the earliest legal day, for comparison
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .costs import Placed, cost_of, monday
from .instance import Instance

FORMAT = "aylsham-review-plan-1"


@dataclass(frozen=True)
class Relaxed:
    """Rules that make room when they are given up together, and the first day that they free."""

    rules: tuple[str, ...]
    on: dt.date | None


@dataclass(frozen=True)
class Conflict:
    """Why a review has no place: a smallest set of rules and reviews that exclude each other."""

    review: str
    rules: tuple[str, ...]
    others: tuple[str, ...] = ()
    #: Ways out that are the school's to choose.
    relax: tuple[Relaxed, ...] = ()
    is_proved: bool = True


@dataclass(frozen=True)
class Solution:
    """Days and times for as many reviews as possible."""

    instance: Instance
    places: Placed
    bound: int
    conflicts: tuple[Conflict, ...] = ()
    seconds: float = 0.0
    rooms: Mapping[str, str] = field(default_factory=dict)

    @property
    def days(self) -> dict[str, dt.date]:
        """The day of each review that has one, also of those locked without a time."""
        return days_of(self.instance, self.places)

    @property
    def costs(self) -> Counter[str]:
        return cost_of(self.instance, self.days, self.places)

    @property
    def objective(self) -> int:
        return self.costs.total()

    @property
    def gap(self) -> float:
        """How much better the best calendar could be at most, as a share of this one's cost."""
        return max(0.0, (self.objective - self.bound) / self.objective) if self.objective else 0.0

    @property
    def status(self) -> str:
        if len(self.days) < len(self.instance.reviews):
            return "incomplete"
        return "optimal" if self.objective <= self.bound else "feasible"

    @property
    def figures(self) -> dict[str, Any]:
        """What the calendar is judged by beside its cost."""
        return figures_of(self.instance, self.days)


def days_of(instance: Instance, places: Placed) -> dict[str, dt.date]:
    """The day of each review that stands somewhere."""
    locked = {key: r.locked.on for key, r in instance.reviews.items() if r.locked}
    return {**{key: place.on for key, place in places.items()}, **locked}


def figures_of(instance: Instance, days: Mapping[str, dt.date]) -> dict[str, Any]:
    """Lateness and load: how many are placed and late, the slack, the fullest week."""
    slack = [(instance.reviews[key].legal_latest - day).days for key, day in days.items()]
    weeks = Counter((instance.reviews[key].school, monday(day)) for key, day in days.items())
    return {
        "placed": len(days),
        "unplaced": len(instance.reviews) - len(days),
        "late": sum(each < 0 for each in slack),
        "least_slack_days": min(slack, default=None),
        "slack_under_week": sum(0 <= each < 7 for each in slack),
        "fullest_week": max(weeks.values(), default=0),
        "weeks_with_more_than_one": sum(number > 1 for number in weeks.values()),
    }
