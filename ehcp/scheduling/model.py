"""The CP-SAT model of some reviews beside others that stand already. OR-tools is loaded here only."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from ortools.sat.python import cp_model

from .codes import UNPLACED, Soft
from .costs import even_cost, monday, own_cost
from .greedy import Diary
from .instance import Instance, Review
from .spots import Place, Spots

MEGABYTES = 2000


@dataclass(frozen=True)
class Answer:
    """What the solver found: places, and a cost below which none can be."""

    places: dict[str, Place]
    bound: int
    is_optimal: bool


class Model:
    """Places for `reviews`, with `around` fixed; `is_whole` counts what leads to other schools."""

    def __init__(
        self,
        instance: Instance,
        spots: Spots,
        reviews: Collection[Review],
        around: Mapping[str, Place],
        around_days: Mapping[str, dt.date],
        *,
        is_whole: bool,
        schools: frozenset[str],
    ) -> None:
        self.instance, self.reviews = instance, reviews
        self.around_days = around_days
        self.schools = schools
        self.is_whole = is_whole
        self.diary = _diary(instance, around, around_days)
        self.model = cp_model.CpModel()
        #: For each review its places; for each (school, day) and the like, the literals there.
        self.at: dict[str, dict[Place, Any]] = {}
        self.costs: list[tuple[Any, int]] = []
        self.constant = 0
        for review in reviews:
            self._add_review(review, spots)
        self._keep_limits()
        self._keep_people()
        self._even_out()
        self._join_families()
        if is_whole:
            self._save_journeys()
        self.model.minimize(sum(cost * literal for literal, cost in self.costs) + self.constant)

    def hint(self, places: Mapping[str, Place]) -> None:
        """Start from these places."""
        for key, at in self.at.items():
            for place, literal in at.items():
                self.model.add_hint(literal, places.get(key) == place)

    def solve(self, *, seconds: float, workers: int = 2, seed: int = 1) -> Answer | None:
        """The best places found in time; None if there was not even time for a start."""
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = workers
        solver.parameters.random_seed = seed
        solver.parameters.max_memory_in_mb = MEGABYTES
        # Days and times are alike by the hundred: looking for that takes longer than the answer.
        solver.parameters.symmetry_level = 0
        solver.parameters.cp_model_probing_level = 0
        status = solver.solve(self.model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        places = {
            key: place
            for key, at in self.at.items()
            for place, literal in at.items()
            if solver.boolean_value(literal)
        }
        # The bound is a number between whole costs: the next whole one is proved as well.
        bound = int(-(-(solver.best_objective_bound - 1e-6) // 1))
        return Answer(places, bound, status == cp_model.OPTIMAL)

    def _add_review(self, review: Review, spots: Spots) -> None:
        places = [p for p in spots.free(review) if self.diary.has_room(review, p)]
        self.at[review.key] = {place: self.model.new_bool_var("") for place in places}
        skipped = self.model.new_bool_var("")
        self.model.add_exactly_one([*self.at[review.key].values(), skipped])
        self.costs.append((skipped, UNPLACED))
        for place, literal in self.at[review.key].items():
            if cost := own_cost(self.instance, review, place).total():
                self.costs.append((literal, cost))

    def _each(self) -> Iterable[tuple[Review, Place, Any]]:
        for key, at in self.at.items():
            for place, literal in at.items():
                yield self.instance.reviews[key], place, literal

    def _keep_limits(self) -> None:
        on_day, in_week, in_room = defaultdict(list), defaultdict(list), defaultdict(list)
        for review, place, literal in self._each():
            on_day[review.school, place.on].append(literal)
            in_week[review.school, monday(place.on)].append(literal)
            in_room[review.school, place].append(literal)
        self.weeks = in_week
        for (school, day), literals in on_day.items():
            most = self.instance.schools[school].most_a_day
            self._at_most(literals, most - self.diary.on_day[school, day])
        for (school, week), literals in in_week.items():
            most = self.instance.schools[school].most_a_week
            self._at_most(literals, most - self.diary.in_week[school, week])
        for (school, place), literals in in_room.items():
            rooms = sum(r.is_open(place.on) for r in self.instance.schools[school].rooms)
            self._at_most(literals, rooms - self.diary.rooms[school, place])

    def _at_most(self, literals: list, most: int) -> None:
        if len(literals) > max(most, 0):
            self.model.add(sum(literals) <= max(most, 0))

    def _keep_people(self) -> None:
        self.person_days: dict = defaultdict(lambda: defaultdict(list))
        for review, place, literal in self._each():
            for key in review.people:
                self.person_days[key, place.on][review.school, place.slot].append(literal)
        for (key, day), by_slot in self.person_days.items():
            for literals in by_slot.values():
                if len(literals) > 1:
                    self.model.add_at_most_one(literals)
            for one, other in combinations(by_slot, 2):
                if self._are_too_near(one, other):
                    self.model.add_at_most_one([*by_slot[one], *by_slot[other]])
            if (most := self.instance.people[key].most_a_day) is not None:
                every = [literal for literals in by_slot.values() for literal in literals]
                self._at_most(every, most - self.diary.person_days[key, day])

    def _are_too_near(self, one: tuple[str, int], other: tuple[str, int]) -> bool:
        if one[0] == other[0]:
            return False  # the slots of a school do not overlap
        a = self.instance.schools[one[0]].slots[one[1]]
        b = self.instance.schools[other[0]].slots[other[1]]
        way = self.instance.travel_minutes
        return a.starts < b.ends + way and b.starts < a.ends + way

    def _even_out(self) -> None:
        for (school, week), literals in self.weeks.items():
            fixed = self.diary.in_week[school, week]
            most = min(self.instance.schools[school].most_a_week, fixed + len(literals))
            steps = [
                (even_cost(self.instance, n) - even_cost(self.instance, n - 1))
                for n in range(fixed + 1, most + 1)
            ]
            levels = [self.model.new_bool_var("") for _ in steps]
            self.model.add(sum(levels) == sum(literals))
            self.costs += [(level, step) for level, step in zip(levels, steps, strict=True) if step]
        for (school, _), number in self.diary.in_week.items():
            if school in self.schools:
                self.constant += even_cost(self.instance, number)

    def _join_families(self) -> None:
        for family in self.instance.families.values():
            inside = [key for key in family if key in self.at]
            others = [k for k in family if self.instance.reviews[k].school not in self.schools]
            if len(others) == len(family) or (others and not self.is_whole):
                continue
            fixed = {self.around_days[key] for key in family if key in self.around_days}
            by_day = defaultdict(list)
            for key in inside:
                for place, literal in self.at[key].items():
                    if place.on not in fixed:
                        by_day[place.on].append(literal)
            self._count_beyond_first(by_day.values(), len(fixed), Soft.SIBLINGS)

    def _save_journeys(self) -> None:
        sites = defaultdict(set)
        for key, day in self.around_days.items():
            for person in self.instance.reviews[key].people:
                sites[person, day].add(self.instance.reviews[key].school)
        for person, day in {*sites, *self.person_days}:
            by_school = defaultdict(list)
            for (school, _), literals in self.person_days[person, day].items():
                if school not in sites[person, day]:
                    by_school[school] += literals
            fixed = len(sites[person, day])
            if by_school and len(by_school) + fixed > 1:
                self._count_beyond_first(by_school.values(), fixed, Soft.TRAVEL)
            elif sites[person, day] & self.schools:
                self.constant += self.instance.weight(Soft.TRAVEL) * (fixed - 1)

    def _count_beyond_first(self, groups: Iterable[list], fixed: int, soft: Soft) -> None:
        """Cost for each group of which something is chosen, beyond the first of all."""
        if not (weight := self.instance.weight(soft)):
            return
        used = []
        for literals in groups:
            one = self.model.new_bool_var("")
            for literal in literals:
                self.model.add_implication(literal, one)
            used.append(one)
        beyond = self.model.new_int_var(0, len(used) + fixed, "")
        self.model.add(beyond >= sum(used) + fixed - 1)
        self.costs.append((beyond, weight))


def _diary(instance: Instance, around: Mapping[str, Place], days: Mapping[str, dt.date]) -> Diary:
    diary = Diary(instance)
    for key, day in days.items():
        if key in around:
            diary.add(instance.reviews[key], around[key])
        else:
            diary.add_day(instance.reviews[key], day)
    return diary
