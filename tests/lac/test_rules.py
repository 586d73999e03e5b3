"""Children in care: first PEP, care reviews, a PEP in every term."""

from datetime import timedelta

import pytest
from hypothesis import given

from aylsham.dates import is_working_day
from aylsham.timescales.facts import FactProblem
from lac.codes import LegalStatus
from lac.rules.responsibility import BY_STATUS, responsibility_of_council
from tests.rules import DAYS, dates, gives


@pytest.mark.parametrize(
    ("entered", "pep", "review"),
    [
        ("2026-12-18", "2027-01-06", "2027-01-20"),
        ("2026-12-24", "2027-01-12", "2027-01-26"),
        ("2026-12-25", "2027-01-12", "2027-01-26"),  # entered on a day off
        ("2027-03-25", "2027-04-12", "2027-04-26"),  # Easter
        ("2027-04-30", "2027-05-17", "2027-06-01"),  # two bank holidays in May
        ("2026-11-21", "2026-12-04", "2026-12-18"),  # a Saturday
    ],
)
def test_first_pep(entered, pep, review):
    gives(
        "lac.pep",
        {"entered_care": entered},
        {"pep_initiated_by": pep, "first_lac_review_by": review},
    )


@pytest.mark.parametrize(
    ("facts", "second", "third", "later"),
    [
        ({"first_review": "2026-11-30"}, "2027-02-28", None, None),
        ({"first_review": "2027-11-30"}, "2028-02-29", None, None),
        ({"first_review": "2026-11-30", "second_review_held": None}, "2027-02-28", None, None),
        ({"second_review_held": "2026-08-31"}, None, "2027-02-28", None),
        ({"last_review_held": "2027-01-14"}, None, None, "2027-07-14"),
    ],
)
def test_care_reviews(facts, second, third, later):
    gives(
        "lac.care_review",
        facts,
        {"second_review_by": second, "third_review_by": third, "next_review_by": later},
    )


def test_care_reviews_without_facts_say_what_they_need():
    with pytest.raises(FactProblem, match="Give first_review"):
        dates("lac.care_review", first_review=None)


TERM = {"next_term_start": "2027-01-05", "next_term_end": "2027-03-25"}


@pytest.mark.parametrize(
    ("last_pep", "this_term", "is_held"),
    [("2026-11-20", None, None), (None, "2026-12-18", None), ("2027-02-02", None, True)],
)
def test_a_pep_in_every_term(last_pep, this_term, is_held):
    gives(
        "lac.termly_pep",
        {"last_pep": last_pep, "autumn_term_end": "2026-12-18", **TERM},
        {
            "this_term_pep_by": this_term,
            "next_pep_window_from": "2027-01-05",
            "next_pep_window_to": "2027-03-25",
            "next_pep_held": is_held,
        },
    )


@given(DAYS)
def test_the_review_comes_ten_working_days_after_the_pep(entered):
    found = dates("lac.pep", entered_care=entered)
    pep, review = found["pep_initiated_by"], found["first_lac_review_by"]
    assert entered < pep < review
    assert is_working_day(pep)
    assert timedelta(days=12) <= pep - entered <= timedelta(days=21)


@pytest.mark.parametrize(
    ("moved", "new_pep"),
    [
        ("2026-11-09", "2026-11-23"),
        ("2026-12-18", "2027-01-06"),  # over Christmas: no pause but for bank holidays
        ("2026-07-20", "2026-08-03"),  # the summer holiday is no pause
        ("2026-11-21", "2026-12-04"),  # a Saturday
    ],
)
def test_a_new_pep_ten_working_days_after_a_move(moved, new_pep):
    gives("lac.new_pep_after_move", {"moved": moved}, {"new_pep_by": new_pep})


class TestParentalResponsibility:
    @pytest.mark.parametrize(
        ("status", "has_it", "law"),
        [
            ("full", True, "Children Act 1989 s.33(3)"),
            ("interim", True, "s.31(11)"),
            ("placement", True, "Adoption and Children Act 2002 s.25"),
            ("emergency", True, "s.44"),
            ("police", False, "s.46(9)"),
            ("agreed", False, "s.20"),
            ("remand", False, "2012 s.104"),
        ],
    )
    def test_by_legal_status(self, status, has_it, law):
        found = responsibility_of_council(status)
        assert found.council_has_it is has_it
        assert law in found.citation

    def test_every_status_says_something_and_an_unknown_one_nothing(self):
        assert set(BY_STATUS) == set(LegalStatus.values)
        assert responsibility_of_council("") is None
