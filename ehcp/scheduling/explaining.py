"""Why a review has no place: a smallest set of rules and reviews that exclude each other.

First the review alone: each place of its window is barred by something, and what can be left out
of the bars is left out, the easiest to change first. Then together with others, asking the solver
anew without one review, without one rule, until nothing more can go (a deletion filter).
"""

import datetime as dt
import time
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from .codes import LAW, Hard
from .greedy import Diary
from .instance import Instance, Review
from .questions import Question, can_be_placed
from .solution import Conflict, Relaxed, days_of
from .spots import Place, Spots, rule

#: The order in which rules are tried without: what a school changes most easily comes first.
EASIEST_FIRST = (
    Hard.PERSON_ONCE,
    Hard.PERSON_A_DAY,
    Hard.PERSON_DAYS,
    Hard.ROOMS,
    Hard.A_DAY,
    Hard.A_WEEK,
    Hard.NOTICE_IN_TERM,
    Hard.WINDOW,
    Hard.NOTICE,
    Hard.SCHOOL_DAY,
)
#: No more reviews than this are looked at together.
MOST_TOGETHER = 150
#: So many ways out are named.
MOST_RELAXED = 4


def explain(
    instance: Instance, spots: Spots, places: Mapping[str, Place], *, until: float
) -> tuple[Conflict, ...]:
    """A conflict for each review without a place."""
    days = days_of(instance, places)
    diary = Diary(instance)
    for key, day in days.items():
        if key in places:
            diary.add(instance.reviews[key], places[key])
        else:
            diary.add_day(instance.reviews[key], day)
    missing = [r for key, r in instance.reviews.items() if key not in days]
    return tuple(
        _alone(spots, review, diary)
        if not spots.free(review)
        else _together(instance, spots, review, days, until)
        for review in missing
    )


def hard_of(name: str) -> Hard:
    """The kind of a rule."""
    return Hard(name.partition(":")[0])


def _alone(spots: Spots, review: Review, diary: Diary) -> Conflict:
    table = spots.of_and_beyond(review)
    kept = smallest_cover(table.values())
    return Conflict(review.key, tuple(kept), relax=_ways_out(review, table, diary))


def smallest_cover(bars: Iterable[frozenset[str]]) -> list[str]:
    """Rules of which each place breaks at least one, and none of which can be left out."""
    places = set(bars)
    kept = in_order(set().union(*places))
    for name in list(kept):
        fewer = set(kept) - {name}
        if all(each & fewer for each in places):
            kept.remove(name)
    return kept


def in_order(names: Collection[str]) -> list[str]:
    """The easiest to change first."""
    return sorted(names, key=lambda name: (EASIEST_FIRST.index(hard_of(name)), name))


def _ways_out(
    review: Review, table: Mapping[Place, frozenset[str]], diary: Diary
) -> tuple[Relaxed, ...]:
    """The fewest rules that make room together, and the first day that this frees."""
    found: dict[frozenset[str], dt.date] = {}
    for place, bars in sorted(table.items()):
        fixed = any(hard_of(name) in LAW - {Hard.WINDOW} for name in bars)
        if not fixed and diary.has_room(review, place):
            found.setdefault(bars, place.on)
    # To be late is the last way out, however few rules it takes.
    timely = {bars: day for bars, day in found.items() if rule(Hard.WINDOW) not in bars}
    found = timely or found
    fewest = min(map(len, found), default=0)
    few = sorted((day, in_order(bars)) for bars, day in found.items() if len(bars) == fewest)
    return tuple(Relaxed(tuple(names), day) for day, names in few[:MOST_RELAXED])


def _together(
    instance: Instance, spots: Spots, review: Review, days: Mapping[str, dt.date], until: float
) -> Conflict:
    for others in _neighbours(instance, review, days):
        question = Question(review, others, _rules_about(instance, spots, review, others))
        answer = can_be_placed(instance, spots, question, _left(until))
        if answer is False:
            return _filtered(instance, spots, question, until)
        if answer is None:
            break
    return Conflict(review.key, (), is_proved=False)


def _neighbours(
    instance: Instance, review: Review, days: Mapping[str, dt.date]
) -> Iterable[list[Review]]:
    """The placed reviews of the school, then those with shared people, then theirs …"""
    placed = [instance.reviews[key] for key in days]
    schools, people = {review.school}, set(review.people)
    before = -1
    while True:
        near = [r for r in placed if r.school in schools or people & set(r.people)]
        if len(near) == before or len(near) > MOST_TOGETHER:
            return
        yield near
        before = len(near)
        schools |= {r.school for r in near}
        people |= {key for r in near for key in r.people}


def _rules_about(
    instance: Instance, spots: Spots, review: Review, others: list[Review]
) -> frozenset[str]:
    """What bars the review somewhere, and what it shares with the others."""
    names = set().union(*spots.of_and_beyond(review).values())
    schools = {r.school for r in (review, *others)}
    for hard in (Hard.A_DAY, Hard.A_WEEK, Hard.ROOMS):
        names |= {rule(hard, key) for key in schools}
    counts = Counter(key for r in (review, *others) for key in set(r.people))
    for key, number in counts.items():
        if number > 1:
            names.add(rule(Hard.PERSON_ONCE, key))
        if number > (instance.people[key].most_a_day or number):
            names.add(rule(Hard.PERSON_A_DAY, key))
    return frozenset(names)


def _filtered(instance: Instance, spots: Spots, question: Question, until: float) -> Conflict:
    """Without whatever can go while it stays impossible."""
    is_proved = True
    for other in list(question.others):
        fewer = question.without_review(other)
        answer = can_be_placed(instance, spots, fewer, _left(until))
        is_proved &= answer is not None
        if answer is False:
            question = fewer
    for name in in_order(question.rules):
        fewer = question.without_rule(name)
        answer = can_be_placed(instance, spots, fewer, _left(until))
        is_proved &= answer is not None
        if answer is False:
            question = fewer
    names = in_order(question.rules)
    ways = [Relaxed((name,), None) for name in names if hard_of(name) not in LAW]
    others = tuple(other.key for other in question.others)
    return Conflict(question.review.key, tuple(names), others, tuple(ways), is_proved)


def _left(until: float) -> float:
    return max(0.2, min(5.0, until - time.monotonic()))
