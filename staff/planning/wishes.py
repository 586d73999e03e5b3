"""The soft rules of the model: what `costs.py` counts, as an expression to be minimised."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from .codes import Rank, Soft
from .costs import adult_cost, circles, duty_cost, is_many, teacher_cost
from .instance import Demand, Instance
from .model import Model


def cost_in(model: Model) -> Any:
    """The cost of the wishes missed; adds the variables that it needs."""
    return sum(cost * each for each, cost in _Wishes(model).terms()) + _former_of(model)


def _former_of(model: Model) -> int:
    """What it would cost to leave nothing of the former plan."""
    keys = {demand.key for demand in model.demands}
    kept = sum(session.demand in keys for session in set(model.instance.former))
    return model.instance.weight(Soft.STABLE) * kept


class _Wishes:
    def __init__(self, model: Model) -> None:
        self.of, self.instance, self.model = model, model.instance, model.model

    def terms(self) -> Iterator[tuple[Any, int]]:
        yield from self._each()
        yield from self._continuity()
        yield from self._spread()
        yield from self._walking()
        yield from self._duties()

    def _each(self) -> Iterator[tuple[Any, int]]:
        former, stable = set(self.instance.former), self.instance.weight(Soft.STABLE)
        for session, literal in self.of.given.items():
            demand = self.instance.demands[session.demand]
            cost = adult_cost(self.instance, demand, self.instance.adults[session.adult])
            cost -= stable * (session in former)
            if cost:
                yield literal, cost
        for (key, span), literal in self.of.at.items():
            if cost := teacher_cost(self.instance, self.instance.demands[key], span):
                yield literal, cost

    def _continuity(self) -> Iterator[tuple[Any, int]]:
        weight = self.instance.weight(Soft.CONTINUITY)
        by_pair: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for session, literal in self.of.given.items():
            by_pair[session.demand][session.adult].append(literal)
        for demands, children, few in circles_of(self.instance, self.of.demands):
            adults: dict[str, list[Any]] = defaultdict(list)
            for demand in demands:
                for adult, literals in by_pair[demand.key].items():
                    adults[adult] += literals
            knows = {adult: self._any(literals) for adult, literals in adults.items()}
            for variable in circle_in(self.model, knows, few):
                yield variable, weight * children

    def _any(self, literals: list[Any]) -> Any:
        """Whether one of them is true."""
        one = self.model.new_bool_var("")
        for literal in literals:
            self.model.add_implication(literal, one)
        self.model.add(sum(literals) >= one)
        return one

    def _spread(self) -> Iterator[tuple[Any, int]]:
        weight = self.instance.weight(Soft.SPREAD)
        of_demand = defaultdict(list)
        for (key, span), literal in self.of.at.items():
            of_demand[key, span.weekday].append(literal)
        for (key, _), literals in of_demand.items():
            demand = self.instance.demands[key]
            most = min(len(literals), demand.most_a_day, demand.sessions) - demand.usual_a_day
            if weight and most > 0:
                beyond = self.model.new_int_var(0, most, "")
                self.model.add(beyond >= sum(literals) - demand.usual_a_day)
                yield beyond, weight

    def _walking(self) -> Iterator[tuple[Any, int]]:
        weight = self.instance.weight(Soft.WALKING)
        places: dict = defaultdict(lambda: defaultdict(list))
        for session, literal in self.of.given.items():
            site = self.instance.site_of(session.demand)
            places[session.adult, session.span.weekday][site].append(literal)
        for by_site in places.values():
            if not weight or len(by_site) < 2:
                continue
            there = []
            for literals in by_site.values():
                there.append(self.model.new_bool_var(""))
                for literal in literals:
                    self.model.add_implication(literal, there[-1])
            beyond = self.model.new_int_var(0, len(there) - 1, "")
            self.model.add(beyond >= sum(there) - 1)
            yield beyond, weight

    def _duties(self) -> Iterator[tuple[Any, int]]:
        of_adult = defaultdict(list)
        for session, literal in self.of.given.items():
            if self.instance.demands[session.demand].rank == Rank.DUTY:
                of_adult[session.adult].append(literal)
        yield from duties_in(self.model, self.instance, self.of.demands, of_adult)


def circles_of(
    instance: Instance, demands: Iterable[Demand]
) -> Iterator[tuple[list[Demand], int, int]]:
    """Demands of one child, how many children have just these, and how many adults are few."""
    own = {demand.key for demand in demands}
    if not instance.weight(Soft.CONTINUITY):
        return
    found = [each for each in circles(instance).values() if each[0].key in own]
    alike = {tuple(demand.key for demand in each): each for each in found}
    for each in alike.values():
        yield each, found.count(each), 1 + is_many(each)


def circle_in(model: Any, knows: dict[str, Any], few: int) -> Iterator[Any]:
    """Adults beyond a few, and whether there is only one where there should be two."""
    literals = list(knows.values())
    if len(literals) > few:
        beyond = model.new_int_var(0, len(literals) - few, "")
        model.add(beyond >= sum(literals) - few)
        yield beyond
    if literals and few > 1:
        served, alone = model.new_bool_var(""), model.new_bool_var("")
        for one in literals:
            model.add_implication(one, served)
        model.add(alone + sum(literals) >= 2 * served)
        yield alone


def duties_in(
    model: Any, instance: Instance, demands: Iterable[Demand], of_adult: dict[str, list[Any]]
) -> list[tuple[Any, int]]:
    """Each further duty of an adult costs one more."""
    found = []
    every = sum(demand.sessions for demand in demands if demand.rank == Rank.DUTY)
    for numbers in of_adult.values() if instance.weight(Soft.FAIR_DUTIES) else ():
        levels = [model.new_bool_var("") for _ in range(every)]
        model.add(sum(levels) >= sum(numbers))
        for one, other in pairwise(levels):
            model.add_implication(other, one)
        for number, level in enumerate(levels, 1):
            if step := duty_cost(instance, number) - duty_cost(instance, number - 1):
                found.append((level, step))
    return found
