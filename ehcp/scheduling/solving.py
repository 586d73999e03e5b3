"""From an instance to a calendar: in parts that share nothing, large parts school by school.

A small part is solved as a whole. In a large one each school is first solved alone, without
regard to people whom it shares: what those calendars cost together is a proved bound. Then the
schools are put beside each other; those that want the same person at the same time move.
"""

import datetime as dt
import time
from collections.abc import Callable, Iterable, Mapping

from .codes import Soft
from .costs import cost_of
from .explaining import explain
from .greedy import Diary, plan_greedily
from .instance import Instance, Review
from .model import Answer, Model
from .rooms import give_rooms
from .solution import Solution, days_of
from .spots import Place, Spots

#: A part with no more reviews than this is solved as a whole.
AT_ONCE = 60
#: Shares of the time: for the calendars, the rest for putting right and for explaining.
FIRST_SHARE, SECOND_SHARE = 0.6, 0.3

Say = Callable[[int, int], None]


def make_calendar(
    instance: Instance,
    *,
    seconds: float = 60,
    workers: int = 2,
    say: Say = lambda done, total: None,
) -> Solution:
    """The best calendar that is found in time, with what cannot be placed and why."""
    began = time.monotonic()
    spots = Spots(instance)
    greedy = plan_greedily(instance, spots)
    work = _Work(instance, spots, greedy, workers)
    parts = parts_of(instance)
    total = sum(len(part) for part in parts)
    done = 0
    for part in parts:
        left = max(1.0, seconds * FIRST_SHARE - (time.monotonic() - began))
        share = left * len(part) / max(1, total - done)
        work.solve_part(part, share, until=began + seconds * (FIRST_SHARE + SECOND_SHARE))
        done += len(part)
        say(done, total)
    both = [dict(greedy), work.places]
    places = min(both, key=lambda p: cost_of(instance, days_of(instance, p), p).total())
    return Solution(
        instance=instance,
        places=places,
        bound=work.bound,
        conflicts=explain(instance, spots, places, until=began + seconds),
        seconds=time.monotonic() - began,
        rooms=give_rooms(instance, places),
    )


def parts_of(instance: Instance) -> list[list[Review]]:
    """Reviews of schools that share people or siblings, the largest part first."""
    together: dict[str, str] = {key: key for key in instance.schools}

    def root(key: str) -> str:
        while together[key] != key:
            key = together[key]
        return key

    first: dict[str, str] = {}
    for review in instance.reviews.values():
        family = [f"siblings {review.siblings}"] if review.siblings else []
        for shared in (*review.people, *family):
            together[root(review.school)] = root(first.setdefault(shared, review.school))
    found: dict[str, list[Review]] = {}
    for school, reviews in instance.reviews_of.items():
        found.setdefault(root(school), []).extend(reviews)
    return sorted((part for part in found.values() if part), key=len, reverse=True)


class _Work:
    """What has been found so far."""

    def __init__(
        self, instance: Instance, spots: Spots, greedy: Mapping[str, Place], workers: int
    ) -> None:
        self.instance, self.spots, self.greedy = instance, spots, greedy
        self.workers = workers
        locked = [r for r in instance.reviews.values() if r.locked]
        self.places = {r.key: place for r in locked for place in spots.locked(r)}
        self.locked_days = {r.key: r.locked.on for r in locked if r.locked}
        self.locked_places = dict(self.places)
        self.bound = 0

    def solve_part(self, part: list[Review], seconds: float, *, until: float) -> None:
        """Place the reviews of a part and add its bound."""
        schools = {review.school for review in part}
        if len(part) <= AT_ONCE or len(schools) == 1:
            self._solve_whole(part, seconds)
        else:
            self._solve_by_school(part, schools, seconds, until)

    def _solve_whole(self, part: list[Review], seconds: float) -> None:
        answer = self._solve(part, self.locked_days, seconds, is_whole=True, start=self.greedy)
        self.bound += answer.bound
        self.places |= answer.places

    def _solve_by_school(
        self, part: list[Review], schools: Iterable[str], seconds: float, until: float
    ) -> None:
        alone: dict[str, Answer] = {}
        ends, left = time.monotonic() + seconds, len(part)
        for school in sorted(schools):
            reviews = self.instance.reviews_of[school]
            share = max(0.5, ends - time.monotonic()) * len(reviews) / left
            alone[school] = self._solve(
                reviews, self.locked_days, share, is_whole=False, start=self.greedy
            )
            left -= len(reviews)
            self.bound += alone[school].bound
        # Those with the least room to move come first.
        order = sorted(alone, key=lambda s: (-alone[s].bound, s))
        for school in order:
            self._put_beside(school, alone[school], until)
        self._put_right(part, until)

    def _put_beside(self, school: str, alone: Answer, until: float) -> None:
        """Take a school's own calendar if it fits beside the others, else another one."""
        around = days_of(self.instance, self.places)
        if self._fits(alone.places, around):
            self.places |= alone.places
            return
        beside = self._solve(
            self.instance.reviews_of[school],
            around,
            max(0.5, min(8.0, until - time.monotonic())),
            is_whole=True,
            start=alone.places,
            around=self.places,
        )
        self.places |= beside.places

    def _fits(self, places: Mapping[str, Place], around: Mapping[str, dt.date]) -> bool:
        """Whether these can stand beside the others and cost nothing more there."""
        diary = Diary(self.instance)
        for key, day in around.items():
            if key in self.places:
                diary.add(self.instance.reviews[key], self.places[key])
            else:
                diary.add_day(self.instance.reviews[key], day)
        for key, place in places.items():
            if not diary.has_room(self.instance.reviews[key], place):
                return False
            diary.add(self.instance.reviews[key], place)
        both = dict(self.places) | dict(places)
        costs = [
            cost_of(self.instance, days_of(self.instance, p), p)
            for p in (self.places, places, both)
        ]
        shared = (Soft.SIBLINGS, Soft.TRAVEL)
        return all(costs[2][s] <= costs[0][s] + costs[1][s] for s in shared)

    def _put_right(self, part: list[Review], until: float) -> None:
        """Where a review found no place, plan its school anew with those it shares people with."""
        for review in part:
            if review.key in self.places or review.locked or not self.spots.free(review):
                continue
            if time.monotonic() > until:
                return
            near = {
                r.school
                for r in part
                if r.school == review.school or set(r.people) & set(review.people)
            }
            freed = [r for r in part if r.school in near and not r.locked]
            self._plan_anew(freed[: 4 * AT_ONCE], min(20.0, until - time.monotonic()))

    def _plan_anew(self, freed: list[Review], seconds: float) -> None:
        keys = {review.key for review in freed}
        before = {key: place for key, place in self.places.items() if key in keys}
        rest = {key: place for key, place in self.places.items() if key not in keys}
        around = days_of(self.instance, rest)
        answer = self._solve(
            freed, around, max(0.5, seconds), is_whole=True, start=before, around=rest
        )
        both = rest | before, rest | answer.places
        costs = [cost_of(self.instance, days_of(self.instance, p), p).total() for p in both]
        self.places = both[costs[1] < costs[0]]

    def _solve(
        self,
        reviews: list[Review],
        around_days: Mapping[str, dt.date],
        seconds: float,
        *,
        is_whole: bool,
        start: Mapping[str, Place],
        around: Mapping[str, Place] | None = None,
    ) -> Answer:
        """The answer of a model; without time for one, the start and no bound."""
        free = [review for review in reviews if not review.locked]
        model = Model(
            self.instance,
            self.spots,
            free,
            self.locked_places if around is None else around,
            around_days,
            is_whole=is_whole,
            schools=frozenset(review.school for review in reviews),
        )
        model.hint(start)
        answer = model.solve(seconds=seconds, workers=self.workers)
        if answer is not None:
            return answer
        return Answer(_as_far_as_possible(self.instance, model.diary, free, start), 0, False)


def _as_far_as_possible(
    instance: Instance, diary: Diary, reviews: Iterable[Review], start: Mapping[str, Place]
) -> dict[str, Place]:
    """Of the places to start from those that can be had."""
    found = {}
    for review in reviews:
        place = start.get(review.key)
        if place and diary.has_room(review, place):
            diary.add(review, place)
            found[review.key] = place
    return found
