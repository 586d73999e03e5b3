"""Until when a council has to keep a plan that it wants to cease: s.45(4), day by day."""

from datetime import timedelta

import pytest

from ehcp.rules.ceasing import CeasingFacts
from tests.ehcp.makers import day

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("letter", "certificate", "may_end_on"),
    [
        ("2026-10-12", None, "2026-12-15"),  # 12 December is a Saturday: appeal until Monday
        ("2026-12-31", None, "2027-03-02"),  # no 31 February, and the 28th is a Sunday
        ("2027-12-31", None, "2028-03-01"),  # a leap year: 29 February, a Tuesday
        ("2027-01-26", None, "2027-03-31"),  # Good Friday to Tuesday after Easter
        ("2026-10-12", "2026-11-13", "2026-12-15"),  # its month ends on Sunday 13 December
        ("2026-10-12", "2026-11-14", "2026-12-15"),  # on the last day of the two months
        ("2026-10-12", "2026-11-15", "2026-12-16"),  # and a day after it
    ],
)
def test_nobody_appeals(letter, certificate, may_end_on):
    facts = CeasingFacts(day(letter), certificate_on=certificate and day(certificate))
    first = day(may_end_on)
    assert facts.may_end_on == first
    assert facts.keeps_plan(first - DAY)
    assert not facts.keeps_plan(first)


@pytest.mark.parametrize(
    ("told", "wants", "may_end_on"),
    [
        ("2026-12-12", True, "2027-02-16"),  # 30 days to 11 January, certificate by the 14th
        ("2026-12-12", None, "2027-02-16"),  # nobody has said: the longer of the two
        ("2026-12-12", False, "2027-01-19"),  # certificate by Wednesday 16 December
        ("2026-12-13", True, "2026-12-15"),  # a day too late for the adviser
        ("2026-10-13", False, "2026-12-15"),  # its month is over before the two
    ],
)
def test_a_certificate_that_is_still_to_come_gives_its_month(told, wants, may_end_on):
    facts = CeasingFacts(day("2026-10-12"), told_on=day(told), wants_mediation=wants)
    assert facts.may_end_on == day(may_end_on)
    ended = CeasingFacts(
        day("2026-10-12"), told_on=day(told), wants_mediation=wants, withdrawn_on=day(told)
    )
    assert ended.may_end_on == day("2026-12-15")


def test_while_an_appeal_runs_the_plan_is_kept_however_long():
    facts = CeasingFacts(day("2026-10-12"), lodged_on=day("2026-12-14"))
    assert facts.may_end_on is None
    assert facts.keeps_plan(day("2030-01-01"))


def test_a_dismissed_or_withdrawn_appeal_ends_it_on_that_day():
    lodged = {"letter_on": day("2026-10-12"), "lodged_on": day("2026-11-02")}
    assert CeasingFacts(**lodged, ordered_on=day("2027-02-01")).may_end_on == day("2027-02-01")
    assert CeasingFacts(**lodged, withdrawn_on=day("2027-01-11")).may_end_on == day("2027-01-11")


def test_saying_early_that_one_will_not_appeal_shortens_nothing():
    facts = CeasingFacts(day("2026-10-12"), withdrawn_on=day("2026-10-20"))
    assert facts.may_end_on == day("2026-12-15")


def test_a_won_or_conceded_appeal_keeps_the_plan():
    lodged = {"letter_on": day("2026-10-12"), "lodged_on": day("2026-11-02")}
    assert CeasingFacts(**lodged, ordered_on=day("2027-02-01"), stays=True).may_end_on is None
    assert CeasingFacts(**lodged, unopposed_on=day("2026-11-30")).may_end_on is None


def test_the_parents_may_end_an_appeal_that_the_council_did_not_oppose():
    facts = CeasingFacts(
        day("2026-10-12"),
        lodged_on=day("2026-11-02"),
        unopposed_on=day("2026-11-30"),
        withdrawn_on=day("2026-12-04"),
    )
    assert facts.may_end_on == day("2026-12-04")
