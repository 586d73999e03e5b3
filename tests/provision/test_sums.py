"""10,000 random provisions with their sessions: every sum is the sum of its parts."""

import datetime as dt
import random
from collections import Counter
from itertools import combinations, pairwise

import pytest

from provision.rules.costs import Rate, broken_down
from provision.rules.delivery import Came, Mark, Plan, Reason, Shape, delivery, summed, weeks_of
from provision.rules.spending import (
    Spent,
    adults_way,
    given_minutes,
    minutes_of,
    of_group,
    spent_by,
    whole_of,
)

MONDAY = dt.date(2026, 9, 7)
WEEK = dt.timedelta(days=7)
WAYS = ("child", "class", "need", "tier", "stream", "provision")


def is_open(day: dt.date) -> bool:
    """Two weeks of school, one of holiday, an INSET day."""
    return day.weekday() < 5 and (day - MONDAY).days not in (1, *range(14, 21))


def random_plan(chance) -> Plan:
    begins = MONDAY + dt.timedelta(days=chance.randrange(12))
    earlier = []
    if chance.random() < 0.2:
        until = begins + dt.timedelta(days=chance.randrange(12))
        earlier = [Shape(chance.randrange(1, 8), chance.randrange(5, 90), until)]
    weekdays = chance.sample(range(5), chance.randrange(1, 6)) if chance.random() < 0.3 else ()
    return Plan(
        len(weekdays) * chance.randrange(1, 3) or chance.randrange(1, 8),
        chance.randrange(5, 90),
        begins,
        begins + dt.timedelta(days=chance.randrange(1, 25)),
        chance.random() < 0.1,
        tuple(earlier),
        tuple(sorted(weekdays)),
    )


def random_mark(plan: Plan, on: dt.date, chance) -> Mark:
    whole = plan.shape_on(on).minutes
    came = chance.choice(list(Came))
    reason = chance.choice(list(Reason)) if came == Came.MISSED else None
    if came == Came.PART and chance.random() < 0.5:
        reason = chance.choice(list(Reason))
    minutes = {Came.HAD: whole, Came.MISSED: 0}.get(came, chance.randrange(1, whole + 20))
    return Mark(on, came, minutes, reason, came != Came.MISSED and chance.random() < 0.15)


def check_child(plan, marks, last) -> None:
    """Nothing is below zero, weeks add up to the term, and each figure is explained."""
    term = delivery(plan, marks, MONDAY, last, is_open)
    figures = (term.planned, term.delivered, term.made_up, term.owed, term.unlogged, term.beyond)
    assert min(figures) >= 0 and all(minutes > 0 for minutes in term.missed.values())
    assert ("beyond what was planned or owed" in term.words) == (term.beyond > 0)
    weeks = weeks_of(plan, marks, MONDAY, last, is_open)
    assert all(
        w.planned == w.delivered - w.over + sum(w.missed.values()) + w.unlogged for w in weeks
    )
    assert sum(m.minutes for m in marks if m.on <= last) <= term.given
    one_by_one = [summed([week], weeks[:n]) for n, week in enumerate(weeks)]
    for name in ("planned", "delivered", "made_up", "unlogged"):
        assert sum(getattr(each, name) for each in one_by_one) == getattr(term, name)
    for before, after in pairwise(one_by_one):
        assert after.brought == before.owed
    assert (one_by_one[-1].owed if weeks else 0) == term.owed
    assert (term.since is not None) == (term.owed > 0)


def random_provision(number, chance):
    """Pence of each child, with what pages break them down by; the whole; and the second way."""
    plan, last = random_plan(chance), MONDAY + dt.timedelta(days=chance.randrange(5, 28))
    days = [plan.starts_on + dt.timedelta(days=n) for n in range(20)]
    sessions = [day for day in days if is_open(day) and chance.random() < 0.3]
    children = range(number * 10, number * 10 + chance.randrange(1, 4))
    marks = {
        child: [random_mark(plan, on, chance) for on in sessions if chance.random() < 0.9]
        for child in children
    }
    for each in marks.values():
        check_child(plan, each, last)
    told = [[m for each in marks.values() for m in each if m.on == on] for on in sessions]
    groups = [of_group(group) for group in told if group]
    adult = minutes_of(weeks_of(plan, groups, MONDAY, last, is_open))
    parts = {c: minutes_of(weeks_of(plan, marks[c], MONDAY, last, is_open)) for c in children}
    rate, resources = Rate(chance.randrange(1, 6000)), chance.choice([0, 0, 2_501])
    about = {
        "class": chance.randrange(14), "need": chance.choice(["SLCN", "ASD", ""]),
        "tier": chance.choice("UTE"), "stream": chance.choice(["core", "premium"]),
        "provision": number,
    }  # fmt: skip
    lines = [
        (about | {"child": child % 90}, spent)
        for child, spent in spent_by(adult, parts, rate, resources).items()
    ]
    logged = given_minutes(groups, last)
    if plan.is_in_class:  # what is not logged counts as given
        logged = adult.within + adult.extra
    return lines, whole_of(adult, rate, resources), adults_way(logged, adult.extra, rate, resources)


@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_random_provisions_reconcile(seed):
    """Ten schools of a thousand provisions."""
    chance = random.Random(seed)
    lines, planned, extra = [], 0, 0
    for number in range(1_000):
        found, (by_plan, above), by_adults = random_provision(number, chance)
        lines, planned, extra = lines + found, planned + by_plan, extra + above
        mine = [spent for _, spent in found]
        # Minutes of adults × rate: nothing of it comes from what the children had.
        assert sum(each.delivered + each.away for each in mine) == by_adults
        if len(mine) == 1:
            assert abs(mine[0].away) <= len(Reason)  # nobody else had it: pennies of rounding
    for _, spent in lines:
        pence = (spent.so_far, spent.within, spent.extra, spent.unlogged, *spent.missed.values())
        assert min(pence) >= 0
        assert spent.so_far == spent.within + spent.unlogged + sum(spent.missed.values())
    whole = sum((spent for _, spent in lines), Spent())
    assert (whole.so_far, whole.extra) == (planned, extra)
    reasons = Counter(whole.missed)
    for count in (1, 2, 3) if seed < 2 else (1,):
        for names in combinations(WAYS, count):
            ways = [lambda about, name=name: about[name] for name in names]
            found = broken_down(lines, *ways, nothing=Spent())
            assert sum(found.values(), Spent()) == whole
            if count == 1:
                by_reason = sum((Counter(spent.missed) for spent in found.values()), Counter())
                assert by_reason == reasons
