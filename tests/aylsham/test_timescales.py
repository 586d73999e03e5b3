"""The registry: versions by the case's own date, facts that do not fit, what changed."""

from datetime import date

import pytest

from aylsham.dates import days_after, weeks_after
from aylsham.timescales.facts import FactProblem
from aylsham.timescales.registry import REGISTRY, Registry, UnknownRule
from aylsham.timescales.rules import Confidence, Owner, RuleBook, day, last_day, maybe_day
from tests.cases import NORFOLK

CHANGE = date(2027, 1, 1)


def toy_book():
    book = RuleBook()
    facts = (day("asked", "Day of asking"), maybe_day("chased", "Day of chasing"))
    outputs = (last_day("answer_by", "Answer", "some days", owed_by=Owner.SCHOOL),)
    common = {"title": "Answering", "citation": "reg 1", "facts": facts, "outputs": outputs}

    @book.rule("toy.answer", dated_by="asked", effective_to=date(2026, 12, 31), **common)
    def ten_days(*, asked, chased=None):
        return {"answer_by": days_after(asked, 10)}

    @book.rule(
        "toy.answer",
        version=2,
        dated_by="asked",
        effective_from=CHANGE,
        change_note="Two weeks instead of ten days.",
        **common,
    )
    def two_weeks(*, asked, chased=None):
        return {"answer_by": weeks_after(asked, 2)}

    return book


@pytest.mark.parametrize(
    ("asked", "version", "answer_by"),
    [
        (date(2026, 12, 31), 1, date(2027, 1, 10)),
        (date(2027, 1, 1), 2, date(2027, 1, 15)),
    ],
)
def test_the_case_chooses_the_version(asked, version, answer_by):
    result = Registry(toy_book()).calculate("toy.answer", {"asked": asked})
    assert result.rule.version == version
    assert result.values == {"answer_by": answer_by}


def test_what_changed_and_whose_dates_moved():
    registry = Registry(toy_book())
    (change,) = registry.changes()
    assert (change.version, change.effective_from) == (2, CHANGE)
    assert change.change_note == "Two weeks instead of ten days."
    moved = registry.moved("toy.answer", {"asked": "2027-03-01"})
    assert moved == [("answer_by", date(2027, 3, 11), date(2027, 3, 15))]


def test_a_rule_with_one_version_has_moved_nobody():
    assert REGISTRY.moved("ehcna.clock", {"request_received": "2027-03-01"}) == []


def test_registering_twice_changes_nothing_and_overlapping_versions_are_refused():
    book = toy_book()
    assert len(Registry(book, book).versions("toy.answer")) == 2
    with pytest.raises(ValueError, match="Two versions"):
        Registry(book, toy_book())


def test_a_case_before_the_law_has_no_rule():
    with pytest.raises(UnknownRule, match=r"covers 1 January 2013.*from 1 September 2014"):
        REGISTRY.calculate("ehcna.clock", {"request_received": "2013-01-01"})


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({}, "Give request_received"),
        ({"request_received": None}, "Give request_received"),
        ({"request_received": "2026-02-30"}, "is not a date"),
        ({"request_received": "2026-02-03", "recieved": "x"}, "does not know the fact “recieved”"),
    ],
)
def test_facts_that_do_not_fit_say_what_to_do(facts, says):
    with pytest.raises(FactProblem, match=says):
        REGISTRY.calculate("ehcna.clock", facts)


@pytest.mark.parametrize("written", ["2026-09-07", "7/9/2026", "7 September 2026", "7th Sep 2026"])
def test_dates_as_people_write_them(written):
    result = REGISTRY.calculate("ehcna.clock", {"request_received": written})
    assert result.values["decision_to_assess_by"] == date(2026, 10, 19)


def test_each_line_says_when_to_do_it_who_owes_it_and_by_what_law():
    facts = {"meeting": "2027-01-12"}
    result = REGISTRY.calculate("annual_review.meeting_clock", facts, calendar=NORFOLK)
    decision = result["la_decision_and_proposed_amendments_by"]
    assert (decision.owed_by, decision.confidence) == (Owner.LA, Confidence.LAW)
    assert "20(10)" in decision.citation
    assert result["clear_days_safe_by"].confidence is Confidence.WORKING


def test_the_school_does_it_by_a_school_day_and_the_council_by_a_working_day():
    facts = {"meeting": "2026-01-16"}
    by_school = REGISTRY.calculate("annual_review.meeting_clock", facts, calendar=NORFOLK)
    assert by_school["invite_and_advice_by"].value == date(2026, 1, 2)
    assert by_school["invite_and_advice_by"].do_by == date(2025, 12, 19)
    without = REGISTRY.calculate("annual_review.meeting_clock", facts)
    assert without["invite_and_advice_by"].do_by == date(2026, 1, 2)


@pytest.mark.parametrize("rule", list(REGISTRY), ids=lambda rule: rule.code)
def test_every_rule_is_described_in_full(rule):
    assert rule.title
    assert rule.citation
    assert all(fact.label for fact in rule.facts)
    assert all(output.label for output in rule.outputs)
    keys = [output.key for output in rule.outputs]
    assert len(keys) == len(set(keys))
