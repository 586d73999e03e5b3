"""Can a review be placed beside some others, with these rules and no more? Asked of the solver."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from .codes import Hard
from .costs import monday
from .instance import Instance, Review, Slot
from .spots import Place, Spots, rule


@dataclass(frozen=True)
class Question:
    """A review, others that stand wherever their own rules let them, and the rules that count."""

    review: Review
    others: list[Review]
    rules: frozenset[str]

    def without_review(self, other: Review) -> "Question":
        return replace(self, others=[each for each in self.others if each is not other])

    def without_rule(self, name: str) -> "Question":
        return replace(self, rules=self.rules - {name})


def can_be_placed(
    instance: Instance, spots: Spots, question: Question, seconds: float
) -> bool | None:
    """True or False as proved; None if the time was too short."""
    from ortools.sat.python import cp_model

    asked = _Asked(instance, spots, question, cp_model.CpModel())
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    status = solver.solve(asked.model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return True
    return False if status == cp_model.INFEASIBLE else None


class _Asked:
    """The model of a question. What is locked stands, even where it breaks a rule itself."""

    def __init__(self, instance: Instance, spots: Spots, question: Question, model: Any) -> None:
        self.instance, self.rules, self.model = instance, question.rules, model
        self.literals: list[tuple[Review, Place, Any]] = []
        locked = [other for other in question.others if other.locked]
        self.fixed = [(r, p) for r in locked for p in spots.locked(r)]
        self.fixed_days = [(r, r.locked.on) for r in locked if r.locked]
        table = spots.of_and_beyond(question.review)
        self._add(question.review, [p for p, bars in table.items() if not bars & self.rules])
        for other in question.others:
            if not other.locked:
                self._add(other, spots.free(other))
        self._limit()
        self._keep_people()

    def _add(self, review: Review, places: list[Place]) -> None:
        literals = [self.model.new_bool_var("") for _ in places]
        self.model.add_exactly_one(literals)
        self.literals += [(review, p, b) for p, b in zip(places, literals, strict=True)]

    def _limit(self) -> None:
        groups: dict = defaultdict(list)
        for review, place, literal in self.literals:
            for name, where, most in self._limits(review, place.on):
                groups[name, where, most].append(literal)
            school = self.instance.schools[review.school]
            rooms = sum(room.is_open(place.on) for room in school.rooms)
            groups[rule(Hard.ROOMS, school.key), place, rooms].append(literal)
        taken = Counter(
            (name, where)
            for review, day in self.fixed_days
            for name, where, _ in self._limits(review, day)
        )
        taken += Counter((rule(Hard.ROOMS, r.school), place) for r, place in self.fixed)
        for (name, where, most), literals in groups.items():
            if name in self.rules:
                self._at_most(literals, most - taken[name, where])

    def _limits(self, review: Review, day: dt.date) -> Iterator[tuple[str, dt.date, int]]:
        school = self.instance.schools[review.school]
        yield rule(Hard.A_DAY, school.key), day, school.most_a_day
        yield rule(Hard.A_WEEK, school.key), monday(day), school.most_a_week
        for key in review.people:
            if (most := self.instance.people[key].most_a_day) is not None:
                yield rule(Hard.PERSON_A_DAY, key), day, most

    def _at_most(self, literals: list, most: int) -> None:
        if len(literals) > max(most, 0):
            self.model.add(sum(literals) <= max(most, 0))

    def _keep_people(self) -> None:
        at: dict = defaultdict(lambda: defaultdict(list))
        taken = {
            (key, place.on, review.school, place.slot)
            for review, place in self.fixed
            for key in review.people
        }
        for key, day, school, slot in taken:
            at[key, day][school, slot] = []
        for review, place, literal in self.literals:
            for key in review.people:
                if rule(Hard.PERSON_ONCE, key) in self.rules:
                    at[key, place.on][review.school, place.slot].append(literal)
        for (key, day), by_slot in at.items():
            for one in by_slot:
                self._at_most(by_slot[one], 1 - ((key, day, *one) in taken))
            for one, other in combinations(by_slot, 2):
                if self._are_too_near(one, other):
                    both = sum((key, day, *each) in taken for each in (one, other))
                    self._at_most([*by_slot[one], *by_slot[other]], 1 - both)

    def _are_too_near(self, one: tuple[str, int], other: tuple[str, int]) -> bool:
        if one[0] == other[0]:
            return False
        a, b = self._slot(one), self._slot(other)
        way = self.instance.travel_minutes
        return a.starts < b.ends + way and b.starts < a.ends + way

    def _slot(self, at: tuple[str, int]) -> Slot:
        return self.instance.schools[at[0]].slots[at[1]]
