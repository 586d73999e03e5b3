"""No sentence claims more than the numbers that are shown."""

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace

import pytest

from reports.governor.duty_sentences import say_coming, say_kept, say_promises
from reports.governor.report import Coming, DutyLine, Line
from reports.governor.sentences import most_common
from reports.governor.words import about_one_in, children, none_or

MEETINGS = DutyLine("Review meetings", 11, 4, 0, 7, 0, code="meeting")
MOVES = DutyLine("Phase-transfer meetings", None, None, None, None, 0, code="phase_meeting")
DECISIONS = DutyLine("Decisions", 4, 2, 0, 2, 0, code="decision")
COMING = Coming(2027, dt.date(2026, 11, 22), dt.date(2027, 2, 14), 6, None, None, True, False)


def promises(ours=(), councils=()):
    return SimpleNamespace(promises=SimpleNamespace(ours=tuple(ours), councils=tuple(councils)))


class TestLegalDates:
    def test_ours_and_the_councils_are_told_apart(self):
        [said] = say_kept(promises([MEETINGS], [DECISIONS]))
        assert said.startswith("We kept 4 of our 11 legal dates in the last twelve months")
        assert said.endswith("and the council kept 2 of its 4.")

    def test_children_who_change_school_are_not_in_the_sum(self):
        """A hidden number of theirs must not follow from it, nor keep the others from being told."""
        assert "4 of our 11" in next(say_kept(promises([MEETINGS, MOVES])))

    def test_a_sum_with_a_hidden_part_is_not_given(self):
        hidden = replace(MEETINGS, in_time=None, late=None)
        assert list(say_kept(promises([hidden]))) == []
        assert next(say_promises(promises([hidden]))) == (
            "Some numbers of legal dates cannot be printed, so they are not added up."
        )

    def test_all_kept_and_none_kept(self):
        kept = replace(MEETINGS, in_time=11, open=0)
        missed = replace(DECISIONS, in_time=0, open=4)
        said = next(say_kept(promises([kept], [missed])))
        assert said.startswith("We kept all 11 of our legal dates")
        assert said.endswith("the council kept none of its 4.")

    def test_nothing_fell_due(self):
        assert next(say_promises(promises())).startswith("No legal date")


class TestChangeOfSchool:
    def said(self, **more) -> list[str]:
        report = SimpleNamespace(coming=replace(COMING, **more), day=dt.date(2026, 11, 23))
        return list(say_coming(report))

    def test_a_hidden_number_is_not_said_to_be_none(self):
        assert self.said()[-1] == "How many of these reviews have been held is not printed."

    @pytest.mark.parametrize(
        ("waiting", "words"),
        [
            (0, "All of these reviews have been held."),
            (1, "1 review had not been held on 23 November 2026."),
            (5, "5 of these reviews had not been held on 23 November 2026."),
        ],
    )
    def test_a_number_that_is_shown(self, waiting, words):
        assert self.said(waiting=waiting, is_any_waiting=bool(waiting))[-1] == words

    def test_nobody_changes_school(self):
        assert self.said(is_any=False, all=0) == [
            "No child with an EHC plan changes school in September 2027."
        ]


class TestMostCommonNeed:
    def found(self, *counts, register: int) -> int | None:
        areas = tuple(Line(f"Area {i}", count) for i, count in enumerate(counts))
        top = most_common(SimpleNamespace(areas=areas, register=register))
        return top.count if top else None

    def test_the_largest_of_what_is_shown(self):
        assert self.found(28, 11, 9, register=48) == 28

    def test_hidden_areas_together_may_not_be_as_many(self):
        assert self.found(28, 11, None, register=46) == 28
        assert self.found(8, None, None, register=16) is None
        assert self.found(8, None, None, register=15) == 8

    def test_nothing_shown(self):
        assert self.found(None, None, register=9) is None


@pytest.mark.parametrize(
    ("percent", "words"),
    [(24.0, "one child in four"), (18.4, ""), (19.0, "one child in five"), (None, ""), (0.0, "")],
)
def test_a_share_that_everybody_can_picture(percent, words):
    assert about_one_in(percent) == words


def test_numbers_in_words():
    assert [children(n) for n in (0, 1, 1200)] == ["no child", "one child", "1,200 children"]
    assert [none_or(n) for n in (0, 1, 2)] == ["none", "one", "2"]
