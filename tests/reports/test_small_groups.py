"""Shares of groups of children, attacked: no one to four of them follow from what is printed."""

import datetime as dt
from functools import cache, partial
from random import Random

import pytest

from aylsham.suppression.counts import Counts, Protected, Sum
from reports.selectors import equity, trends
from tests.aylsham.suppression.solving import bounds

MOST = 24


@cache
def side_of(counted, of, *, guard=trends._guarded):
    """The words of one side beside twenty others, as whoever sees only some children reads them."""
    send = [1.0] * counted + [0.0] * (of - counted)
    return guard(trends._share_gap)(send, [1.0] * 10 + [0.0] * 10).send.words


def told_of(guard):
    """Printed words from which a count of one to four follows: counted, not counted, or all."""
    behind: dict[str, list[tuple[int, int, int]]] = {}
    for of in range(MOST + 1):
        for counted in range(of + 1):
            words = side_of(counted, of, guard=guard)
            behind.setdefault(words, []).append((counted, of - counted, of))
    return [
        words
        for words, found in behind.items()
        if any(all(1 <= each[place] <= 4 for each in found) for place in range(3))
    ]


def test_no_few_follow_from_a_share_of_a_term():
    assert told_of(trends._guarded) == []
    assert side_of(15, 20, guard=trends._guarded) == "75 % of 20"


def test_the_attack_finds_shares_that_are_not_guarded():
    assert {"80 % of 5", "90 % of 20"} <= set(told_of(lambda gap: gap))


def test_means_stand_on_ten_and_a_hidden_side_takes_the_band_with_it():
    guarded = trends._guarded(trends._mean_gap)
    nine = guarded([90.0] * 9, [95.0, 97.0] * 8)
    assert (nine.send.words, nine.words) == ("too few to show", "Too few to show.")
    assert nine.others.figure == 96 and nine.low is None
    assert guarded([90.0] * 10, [95.0, 97.0] * 8).apart == -6


def child(is_on_register, has_provision):
    return equity.Child("F", "", None, dt.date(2018, 1, 1), False, is_on_register, has_provision)


def groups_of(dice):
    """Three or four groups of up to sixteen children."""
    return {
        name: [child(dice.random() < 0.5, dice.random() < 0.4) for _ in range(dice.randint(1, 16))]
        for name in "ABCD"[: dice.randint(3, 4)]
    }


def told_by(groups):
    """Small counts that follow from the printed table of one way of looking and the totals."""
    of = {id(each): name for name, same in groups.items() for each in same}
    way = equity._way("Way", lambda each: of[id(each)], [c for s in groups.values() for c in s])
    values, sums, hidden = {}, [], set()
    for group in way.groups:
        same, n = groups[group.name], f"n {group.name}"
        values[n] = len(same)
        hidden |= {n} if group.children is None else set()
        for number, (share, (_, is_in)) in enumerate(
            zip(group.shares, equity.MEASURES, strict=True)
        ):
            inside, outside = f"{number} {group.name}", f"{number} not {group.name}"
            values[inside] = sum(map(is_in, same))
            values[outside] = len(same) - values[inside]
            sums.append(Sum(n, (inside, outside)))
            # What is not counted is printed nowhere: it follows, or it does not.
            hidden |= {outside} if share.rate else {inside, outside}
    for total in ("n", *map(str, range(len(equity.MEASURES)))):
        parts = tuple(f"{total} {name}" for name in groups)
        values[total] = sum(values[part] for part in parts)
        sums.append(Sum(total, parts))
    counts = Counts(values, tuple(sums))
    small = [name for name in values if 1 <= values[name] <= 4 and len(name) > 1]
    return [name for name in small if _is_told(bounds(counts, frozenset(hidden), name))]


def _is_told(ends):
    return ends[1] is not None and ends[0] >= 1 and ends[1] <= 4


@pytest.mark.parametrize("seed", range(4))
def test_no_few_follow_from_groups(seed):
    assert told_by(groups_of(Random(seed))) == []


def test_the_attack_finds_what_only_small_counts_hide(monkeypatch):
    def only_small(counts):
        few = {name for name, n in counts.values.items() if n < 5} - counts.open
        return Protected(counts.values, frozenset(few))

    monkeypatch.setattr(equity, "protect", only_small)
    assert any(told_by(groups_of(Random(seed))) for seed in range(4))


def test_no_share_stands_on_fewer_than_ten():
    groups = {"A": [child(True, True)] * 9, "B": [child(True, True)] * 40}
    shown = {"n A": 9, "n B": 40, "n": 49}
    shown |= {"0 A": 9, "1 A": 9, "0": 49, "1": 49}
    group = partial(equity._group, "A", groups)
    assert {each.rate for each in group(Protected(shown, frozenset())).shares} == {None}
