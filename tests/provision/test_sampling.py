"""The sample of a half-term: the same for everybody, spread, longest unsampled first."""

import datetime as dt
import random
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from provision.rules.sampling import KINDS, Paper, sample, seed_of

HALF_TERM = dt.date(2026, 11, 2)
SEED = seed_of("bure-valley", "ks1", HALF_TERM)
LAST_YEAR = dt.date(2025, 11, 10)


def papers_of(teachers=4, each=6) -> list[Paper]:
    return [
        Paper(f"{kind}-{t}-{n}", kind, f"teacher {t}", f"year {t // 2}")
        for t in range(teachers)
        for kind in KINDS
        for n in range(each)
    ]


def drawn(papers, number=6, seed=SEED, not_since=HALF_TERM):
    return [each.paper for each in sample(papers, number, seed=seed, not_since=not_since)]


def test_kinds_teachers_and_years_take_turns():
    found = drawn(papers_of(), 12)
    assert Counter(paper.kind for paper in found) == dict.fromkeys(KINDS, 4)
    assert set(Counter(paper.teacher for paper in found).values()) == {3}
    assert set(Counter(paper.year for paper in found).values()) == {6}


def test_who_has_many_papers_is_not_looked_at_more():
    many = papers_of(teachers=1, each=40)
    few = [Paper(f"few-{n}", "plan", "teacher 9", "year 9") for n in range(3)]
    assert Counter(p.teacher for p in drawn(many + few, 6))["teacher 9"] == 3


def test_the_longest_unsampled_comes_first_and_never_before_that():
    never = Paper("never", "plan", "a", "1")
    long_ago = replace(never, key="long", sampled_on=LAST_YEAR)
    later = replace(never, key="later", sampled_on=dt.date(2026, 6, 1))
    found = sample([later, long_ago, never], 3, seed=SEED, not_since=HALF_TERM)
    assert [each.paper.key for each in found] == ["never", "long", "later"]
    assert [each.because for each in found][:2] == [
        "Not looked at before.",
        "Last looked at on 10 November 2025.",
    ]


def test_what_was_looked_at_this_half_term_is_left_out_from_its_first_day():
    paper = Paper("a", "plan", "t", "1")
    assert drawn([replace(paper, sampled_on=HALF_TERM)]) == []
    assert len(drawn([replace(paper, sampled_on=HALF_TERM - dt.timedelta(days=1))])) == 1


def test_the_next_half_term_draws_others():
    assert drawn(papers_of()) != drawn(papers_of(), seed=seed_of("bure-valley", "ks1", LAST_YEAR))


@given(st.integers(0, 80), st.randoms(use_true_random=False))
def test_drawn_again_it_is_the_same(number, chance: random.Random):
    papers = papers_of()
    found = drawn(papers, number)
    assert len(set(found)) == len(found) == min(number, len(papers))
    mixed = list(papers)
    chance.shuffle(mixed)
    assert drawn(mixed, number) == found


@given(st.integers(1, 72))
def test_no_teacher_has_two_more_than_another(number):
    counts = Counter(paper.teacher for paper in drawn(papers_of(), number))
    each = [counts[f"teacher {t}"] for t in range(4)]
    assert max(each) - min(each) <= 1
