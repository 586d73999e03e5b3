"""Sessions moved by hand: what the board allows is what the independent verifier allows."""

import random
import time

from staff.planning.clashes import clashes_in_words
from staff.planning.costs import cost_of
from staff.planning.greedy import plan_greedily
from staff.planning.instance import Instance, Session, Span
from staff.planning.moving import Moves, cost_in_words, swapped
from staff.planning.times import Times
from staff.planning.verifying import broken_rules
from staff.planning.writing import by_hand, instance_data
from tests.staff.planning.makers import (
    adult,
    child,
    demand,
    instance,
    large_instance,
    random_instance,
    span,
)

MOVES = 300


def broken(read: Instance, sessions) -> set[str]:
    data = {**instance_data(read), "locks": []}
    return {each.rule for each in broken_rules(data, by_hand(read, sessions), is_by_hand=True)}


def read(*demands, **facts) -> Instance:
    return Instance.from_data(instance(*demands, **facts))


def at(key: str, who: str, weekday: int, hour: int, minutes: int = 60) -> Session:
    return Session(key, who, Span(weekday, hour * 60, hour * 60 + minutes))


def random_moves():
    """Random places for sessions of random plans: some of the grid, some beside it."""
    chance = random.Random(7)
    for seed in range(MOVES):
        found = Instance.from_data(random_instance(seed))
        sessions = list(plan_greedily(found, Times(found)))
        if not sessions:
            continue
        moving = chance.choice(sessions)
        rest = [each for each in sessions if each != moving]
        moves = Moves(found, rest)
        spans = list(moves.times.of(found.demands[moving.demand]))
        for _ in range(4):
            there = chance.choice(spans)
            if chance.random() < 0.1:
                there = Span(there.weekday, there.starts + 5, there.ends + 5)
            yield (
                found,
                rest,
                moves,
                Session(moving.demand, chance.choice(list(found.adults)), there),
            )


class TestAgainstTheVerifier:
    def test_the_same_rules_bar_a_random_move(self):
        allowed = refused = 0
        for found, rest, moves, session in random_moves():
            bars = set(moves.bars(session))
            assert bars == broken(found, [*rest, session]), session
            allowed += not bars
            refused += bool(bars)
        assert allowed > 100 and refused > 200

    def test_the_free_places_are_those_that_nothing_bars(self):
        for number, (found, _, moves, session) in enumerate(random_moves()):
            if number % 4:
                continue
            key = session.demand
            every = {
                Session(key, who, there)
                for there in moves.times.of(found.demands[key])
                for who in found.adults
            }
            assert set(moves.free(key)) == {each for each in every if not moves.bars(each)}

    def test_a_swap_that_is_offered_breaks_nothing(self):
        offered = 0
        for seed in range(100):
            found = Instance.from_data(random_instance(seed))
            sessions = list(plan_greedily(found, Times(found)))
            if not sessions:
                continue
            moves = Moves(found, sessions)
            for swap in (swap for one in sessions for swap in moves.swaps(one)):
                rest = [s for s in sessions if s not in (swap.one, swap.other)]
                assert not broken(found, [*rest, *swapped(swap.one, swap.other)])
                offered += 1
            assert sorted(moves.sessions) == sorted(sessions)
        assert offered > 20


class TestCosts:
    def test_what_a_place_costs_is_what_the_planner_counts(self):
        for found, rest, moves, session in random_moves():
            if moves.bars(session):
                continue
            there = cost_of(found, [*rest, session])
            more = there.total() - cost_of(found, rest).total()
            # What stood before is not a matter of the place.
            is_former = session in found.former
            assert sum(moves.costs(session).values()) - 25 * is_former == more, session

    def test_the_best_place_is_first_and_says_what_it_costs(self):
        found = read(
            demand("one", "zoe", sessions=2, wishes=[span(0, "09:00", "11:00")]),
            adults=[adult("ann"), adult("bob")],
        )
        moves = Moves(found, [at("one", "ann", 0, 9)])
        places = moves.ranked("one")
        assert places[0].session.adult == "ann"
        assert cost_in_words(places[0].costs) in (
            ["twice on one day"],
            ["not when the teacher asked for it"],
        )
        costs = [place.cost for place in places]
        assert costs == sorted(costs)

    def test_of_equal_places_that_which_changes_least(self):
        found = read(demand("one"), adults=[adult("ann"), adult("bob")])
        place = Moves(found, []).ranked("one", now=at("one", "bob", 3, 13))[0]
        assert place.session == at("one", "bob", 3, 13)


class TestWords:
    NAMES = {"ann": "Ada Reed", "zoe": "Zoe", "one": "Reading", "two": "Group B", "mak": "Makaton"}

    def said(self, found: Instance, rest, session: Session) -> list[str]:
        moves = Moves(found, rest)
        return clashes_in_words(moves, session, moves.bars(session), self.NAMES)

    def test_who_is_where(self):
        found = read(demand("one", "zoe"), demand("two", "zoe"))
        assert self.said(found, [at("two", "ann", 0, 9)], at("one", "ann", 0, 9)) == [
            "Ada Reed is with Group B from 9:00",
            "Zoe is in Group B from 9:00",
        ]

    def test_training_lesson_break_and_task(self):
        found = read(
            demand("one", "zoe", training=["mak"]),
            adults=[
                adult(
                    "ann",
                    breaks=[span(0, "09:30", "09:45")],
                    tasks=[{**span(0, "09:00", "09:15"), "name": "Gate"}],
                )
            ],
            children=[child("zoe", protected=[{**span(0, "09:00", "10:00"), "name": "Maths"}])],
        )
        assert self.said(found, [], at("one", "ann", 0, 9)) == [
            "Ada Reed has a break from 9:30",
            "Maths from 9:00 is protected for Zoe",
            "Ada Reed has Gate from 9:00",
            "Ada Reed is not trained in Makaton",
        ]


class TestCells:
    def test_each_adult_and_part_of_the_day_has_a_place_or_a_reason(self):
        found = read(demand("one"), adults=[adult("ann"), adult("bob", minutes=30)])
        cells = list(Moves(found, []).cells("one", [540, 780]))
        assert len(cells) == 2 * 5 * 2
        assert all(cell.place for cell in cells if cell.adult == "ann")
        assert {cell.bars for cell in cells if cell.adult == "bob"} == {("contract:bob",)}

    def test_sixty_adults_are_answered_while_a_card_is_dragged(self):
        found = Instance.from_data(large_instance(1))
        sessions = list(plan_greedily(found, Times(found)))
        moving = sessions[0]
        moves = Moves(found, sessions[1:])
        # Reading the page took this already.
        moves.times.free(found.demands[moving.demand])
        best = 1.0
        for _ in range(5):
            begun = time.perf_counter()
            assert len(list(moves.cells(moving.demand, [540], now=moving))) == 300
            best = min(best, time.perf_counter() - begun)
        assert best < 0.05
