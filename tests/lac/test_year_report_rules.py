"""No child of a small group can be told apart in the report: attacked, not only looked at."""

import datetime as dt
import random
import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations

import pytest
from django.template.loader import render_to_string

from aylsham.models import School
from lac.models import YearReport
from lac.rules import anonymity, year_report
from lac.rules.anonymity import band, is_more_than_half
from lac.rules.year_report import PARTS, ChildYear, Group, SchoolYear, sections_of
from lac.selectors.year_reports import year_paper
from tests.lac.attacking import (
    MEASURES,
    possible,
    printed,
    told,
    told_beside_register,
    told_by_two,
    worked_out,
)

SEEDS = 1_000
TERMS = ("Autumn", "Spring", "Summer")


def a_child(dice: random.Random, group: Group) -> ChildYear:
    """A child with a year of chance."""
    maybe = (True, False, None)
    return ChildYear(
        group,
        joined=dice.random() < 0.5,
        left=dice.random() < 0.5,
        plans={term: dice.random() < 0.5 for term in TERMS if dice.random() < 0.8},
        reviewed=dice.choice(maybe),
        progress=dice.choice(maybe),
        expected=dice.choice(maybe),
        attendance=dice.choice([None, Decimal(dice.randint(0, 1000)) / 10]),
        suspended=dice.random() < 0.5,
        has_sen=dice.random() < 0.5,
        supported=dice.choice(maybe),
        given=dice.choice(maybe),
        money_spent=dice.choice(maybe),
        money_worked=dice.choice(maybe),
        in_time=dice.choice(maybe),
        passed_on=dice.choice(maybe),
    )


def paper(children) -> bytes:
    """The document as it is printed, byte for byte."""
    year = SchoolYear(tuple(children), (("Attachment", 12), ("Trauma", 3)), TERMS)
    return set_from(tuple((s.key, s.title, tuple(s.said), s.ask) for s in sections_of(year)))


@cache
def set_from(content: tuple) -> bytes:
    """The document of what is kept: all that it is set from, so the same content is set once."""
    report = YearReport(
        school=School(name="Oakfield"),
        academic_year=2025,
        state="published",
        counted_on=dt.date(2026, 8, 31),
        content=[[key, title, list(said), ask] for key, title, said, ask in content],
        words={"numbers": "We learn from every child."},
    )
    return render_to_string("lac/print/year_report.html", {"paper": year_paper(report)}).encode()


@pytest.mark.parametrize("group", Group)
def test_three_children_may_change_their_years_and_nobody_sees_it(group):
    """A thousand groups of three; each pair changes places, and each child becomes another."""
    others = [a_child(random.Random(0), each) for each in Group if each is not group] * 7
    for seed in range(SEEDS // len(Group) + 1):
        dice = random.Random(seed)
        three = [a_child(dice, group) for _ in range(3)]
        first = paper([*three, *others])
        for a, b in combinations(range(3), 2):
            swapped = list(three)
            swapped[a], swapped[b] = swapped[b], swapped[a]
            assert paper([*swapped, *others]) == first
        for place in range(3):
            other = list(three)
            other[place] = a_child(dice, group)
            assert paper([*other, *others]) == first, seed


@pytest.mark.parametrize("size", range(5))
@pytest.mark.parametrize("group", Group)
def test_nobody_and_four_children_read_the_same(group, size):
    dice = random.Random(size)
    assert printed([]) == printed(a_child(dice, group) for _ in range(size))


@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("measure", MEASURES)
def test_no_count_of_one_to_four_is_told(measure, group):
    for said, counts in possible(measure, group).items():
        assert not list(told(counts)), said


@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("measure", MEASURES)
def test_no_answers_together_tell_how_many_there_are(measure, group):
    """Each answer leaves the whole band of sizes: so all of them together leave it too."""
    bands = [set(range(5)), set(range(5, 10)), set(range(10, 15))]
    for said, counts in possible(measure, group).items():
        assert {size for size, _, _ in counts} in bands, said


@pytest.mark.parametrize("measure", ["joined", "left", "sen", "progress"])
def test_the_report_of_the_year_before_adds_nothing(measure):
    found = list(possible(measure, Group.IN_CARE).values())
    assert len(found) > 3
    for first in found:
        for second in found:
            assert not list(told_by_two(first, second))


@pytest.mark.parametrize("others", [0, 5, 6, 9, 200])
@pytest.mark.parametrize("register", [0, 5, 6, 7, 12, 40])
@pytest.mark.parametrize("group", [Group.IN_CARE, Group.BEFORE])
def test_the_termly_governor_report_beside_it_adds_nothing(group, register, others):
    """The register's published counts are five or more, or nobody: smaller ones are hidden."""
    for said, counts in possible("sen", group).items():
        found = list(told_beside_register(counts, register=register, others=others))
        assert not found, said


class TestTheAttackWorks:
    """Each way of printing too much is caught."""

    def finds(self, measure: str, group: Group = Group.IN_CARE) -> bool:
        return any(list(told(counts)) for counts in worked_out(measure, group).values())

    def test_a_count_instead_of_a_band(self, monkeypatch):
        monkeypatch.setattr(year_report, "band", str)
        assert self.finds("joined")

    def test_nobody_told_from_a_few(self, monkeypatch):
        monkeypatch.setattr(year_report, "band", lambda n: "none" if n == 0 else band(n))
        assert self.finds("joined")

    def test_a_share_of_a_small_group(self, monkeypatch):
        monkeypatch.setattr(year_report, "is_small", lambda count: count < 3)
        monkeypatch.setattr(anonymity, "SMALL", 3)
        assert self.finds("sen")

    def test_a_group_of_three_with_its_own_words(self, monkeypatch):
        monkeypatch.setattr(year_report, "is_small", lambda count: count < 1)
        monkeypatch.setattr(anonymity, "SMALL", 1)
        with pytest.raises(AssertionError):
            test_three_children_may_change_their_years_and_nobody_sees_it(Group.IN_CARE)

    def test_counts_of_two_years(self):
        assert list(told_by_two({(7, 7, 7)}, {(6, 6, 6)})) == ["size", "holds"]
        assert not list(told_by_two({(7, 7, 7), (5, 5, 5)}, {(5, 5, 5)}))


class TestWords:
    @pytest.mark.parametrize(
        ("count", "words"),
        [
            (0, "fewer than five, or none"),
            (4, "fewer than five, or none"),
            (5, "5 to 9"),
            (9, "5 to 9"),
            (10, "10 to 14"),
        ],
    )
    def test_in_fives(self, count, words):
        assert band(count) == words

    @pytest.mark.parametrize(
        ("flags", "answer"),
        [
            ([True] * 4, None),
            ([True] * 4 + [None] * 9, None),
            ([True] * 3 + [False] * 2, True),
            ([True] * 3 + [False] * 3, False),
            ([False] * 5, False),
        ],
    )
    def test_more_than_half_of_five_or_more(self, flags, answer):
        assert is_more_than_half(flags) is answer

    def test_a_larger_group_is_told_of(self):
        five = [replace(ChildYear(Group.IN_CARE), has_sen=True) for _ in range(5)]
        said = " ".join(printed(five))
        assert "Children in care: 5 to 9." in said
        assert "On the SEND register: more than half of them." in said
        assert "Met at least part of most targets that were looked at: known of fewer" in said

    def test_every_digit_is_a_band_or_the_limit_of_attendance(self):
        dice = random.Random(1)
        many = [a_child(dice, group) for group in Group for _ in range(12)]
        said = " ".join(printed(many, training=23))
        assert not re.findall(r"[£€]|\d+\.\d", said)
        assert set(re.findall(r"\d+", said)) <= {"10", "14", "5", "9", "20", "24", "90"}

    def test_every_part_says_something_and_asks(self):
        parts = sections_of(SchoolYear((), (), ()))
        assert [(each.key, each.title) for each in parts] == list(PARTS)
        assert all(each.said and each.ask.endswith("?") for each in parts)


class TestWhetherOneIsOwed:
    """For the school year 2026 to 2027."""

    @pytest.mark.parametrize(
        ("known", "ended", "is_owed"),
        [
            ("2027-08-31", None, True),
            ("2027-09-01", None, False),
            ("2020-01-06", "2026-09-01", True),
            ("2020-01-06", "2026-08-31", False),
        ],
    )
    def test_by_the_days_of_care(self, known, ended, is_owed):
        days = dt.date.fromisoformat(known), ended and dt.date.fromisoformat(ended)
        assert year_report.is_report_owed(2026, (), [days]) is is_owed

    @pytest.mark.parametrize(("begun", "is_owed"), [(2027, False), (2025, True), (2024, False)])
    def test_the_year_after_a_report_without_a_child(self, begun, is_owed):
        assert year_report.is_report_owed(2026, {begun}, ()) is is_owed
