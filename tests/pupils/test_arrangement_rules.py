"""Which words suggest an arrangement, what may follow what, and what evidence lacks."""

import datetime as dt

import pytest

from pupils.arrangement_codes import (
    ARRANGEMENTS,
    ArrangementState,
    NationalTest,
    Route,
    choices_for,
)
from pupils.rules import arrangements as rules
from pupils.rules.arrangements import Proof
from tests.factories import TODAY

KS2 = dict(choices_for(NationalTest.KS2))
WEEK = dt.timedelta(weeks=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An adult reads the question aloud", ["reader"]),
        ("More time to finish written work", ["extra_time"]),
        ("Types longer pieces on a laptop", ["word_processor"]),
        ("A movement break after ten minutes", ["rest_breaks"]),
        ("Blue overlay on every text", ["overlay"]),
        ("Works in a quiet place", ["own_room"]),
        ("Likes trains and reading about them", []),
        ("Has a designated coat peg", []),
        ("Signs with Makaton", ["signer"]),
    ],
)
def test_words_suggest_an_arrangement(text, expected):
    assert rules.suggests(text, KS2) == expected


def test_every_hint_belongs_to_an_arrangement_and_every_route_is_one():
    assert rules._PATTERNS.keys() <= ARRANGEMENTS.keys()
    assert {r for each in ARRANGEMENTS.values() for r in each.routes.values()} == set(Route)


def test_each_state_of_each_route_leads_to_a_known_one():
    for route in Route:
        for state in ArrangementState:
            assert set(rules.next_states(route, state)) <= set(ArrangementState)
        # The head's agreement is a signature and nothing that one says for the head.
        assert "approved" not in rules.next_states("delegated", "evidence")


@pytest.mark.parametrize(
    ("route", "state", "is_in_use", "waits"),
    [
        ("delegated", "considered", False, False),
        ("delegated", "evidence", False, True),
        ("delegated", "approved", True, True),
        ("apply", "evidence", False, False),
        ("apply", "applied", False, False),
        ("apply", "approved", True, True),
        ("apply", "refused", False, False),
        ("notify", "notified", True, True),
        ("order", "applied", True, True),
    ],
)
def test_what_is_given_and_what_waits_for_the_head(route, state, is_in_use, waits):
    assert rules.is_in_use(route, state) is is_in_use
    assert rules.waits_for_head(route, state, is_signed=False) is waits
    assert rules.waits_for_head(route, state, is_signed=True) is False


def proof(first=TODAY - 20 * WEEK, confirmed=TODAY, tried=3):
    return Proof(first, confirmed, tried)


@pytest.mark.parametrize(
    ("proofs", "unmarked", "said"),
    [
        ([], 0, ["No strategy marked"]),
        ([], 1, ["One strategy suggests it, but is not marked"]),
        ([], 2, ["2 strategies suggest it, but are not marked"]),
        ([proof()], 0, []),
        ([proof(first=TODAY - 6 * WEEK)], 0, []),
        ([proof(first=TODAY - 6 * WEEK + dt.timedelta(1))], 0, ["less than six weeks"]),
        ([proof(confirmed=TODAY - 26 * WEEK)], 0, []),
        ([proof(confirmed=TODAY - 26 * WEEK - dt.timedelta(1))], 0, ["26 weeks"]),
        ([proof(tried=0)], 0, ["tried it"]),
        ([proof(tried=0), proof(tried=1)], 0, []),
    ],
)  # fmt: skip
def test_the_gap_in_the_evidence_is_named(proofs, unmarked, said):
    found = rules.gaps(proofs, unmarked=unmarked, today=TODAY)
    assert len(found) == len(said)
    assert all(words in gap for words, gap in zip(said, found, strict=True))


@pytest.mark.parametrize(
    ("live_from", "day"),
    [
        (dt.date(2026, 9, 1), dt.date(2026, 11, 30)),
        (dt.date(2026, 11, 2), dt.date(2026, 11, 30)),
        (dt.date(2026, 11, 3), dt.date(2026, 12, 1)),
    ],
)
def test_dates_are_looked_up_by_the_end_of_november_or_four_weeks_after_going_live(live_from, day):
    assert rules.look_up_by(2026, live_from) == day


def test_what_only_waits_to_be_gathered_is_no_gap_in_practice():
    assert rules.gaps([], unmarked=1, ready=1, today=TODAY) == ["The evidence is not gathered yet."]
