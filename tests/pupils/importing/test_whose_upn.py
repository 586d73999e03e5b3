"""A slip in a UPN never writes one child over another."""

import pytest

from pupils.codes import ImportKind
from pupils.models import Pupil
from pupils.services.importing.running import run_import

from .makers import TODAY, child, csv_bytes, upn

pytestmark = pytest.mark.usefixtures("today")


def run(school, rows):
    """Import the good rows."""
    return run_import(
        school=school,
        kind=ImportKind.ROLL,
        data=csv_bytes(rows),
        name="roll.csv",
        today=TODAY,
        by=None,
        is_written=True,
    )


def names():
    """UPN → who has it."""
    return {p.upn: (p.last_name, p.first_name, p.born_on) for p in Pupil.objects.all()}


def problems(report, kind="faults"):
    """(row, column, problem) of the faults or the warnings."""
    return [(f["row"], f["column"], f["problem"]) for f in report.preview[kind]]


@pytest.fixture
def two(bure_valley):
    """A school with two children."""
    run(bure_valley, [child(1), child(2, **{"Date of birth": "05/02/2019"})])
    return bure_valley


def test_two_upns_that_were_swapped_are_two_faults(two):
    before = names()
    swapped = [child(1, UPN=upn(2)), child(2, UPN=upn(1), **{"Date of birth": "05/02/2019"})]
    report = run(two, swapped)
    assert problems(report) == [
        (2, "UPN", "UPN of another child"),
        (3, "UPN", "UPN of another child"),
    ]
    assert (report.counts["good"], report.counts["changed"], report.counts["leavers"]) == (0, 0, 0)
    assert "Samb" not in names()[upn(1)][1] and names() == before
    assert "Sama Carterc's UPN" in report.preview["faults"][0]["advice"]


def test_twins_whose_upns_were_swapped_are_faults_too(bure_valley):
    twins = [child(1, Surname="Elm"), child(2, Surname="Elm", Forename="Tom")]
    run(bure_valley, twins)
    before = names()
    report = run(
        bure_valley,
        [child(1, Surname="Elm", UPN=upn(2)), child(2, Surname="Elm", Forename="Tom", UPN=upn(1))],
    )
    assert [row for row, _, _ in problems(report)] == [2, 3]
    assert names() == before


def test_a_mistyped_upn_does_not_turn_a_child_into_another(two):
    before = names()
    stranger = child(1, Surname="Zorro", Forename="Zebedee", **{"Date of birth": "31/01/2019"})
    report = run(two, [stranger, child(2, **{"Date of birth": "05/02/2019"})])
    assert problems(report) == [(2, "UPN", "UPN of another child")]
    assert names() == before


def test_the_child_whose_upn_was_taken_is_still_found_by_name(two):
    stranger = child(1, Surname="Zorro", Forename="Zebedee", **{"Date of birth": "31/01/2019"})
    report = run(two, [stranger, child(1, UPN=""), child(2, **{"Date of birth": "05/02/2019"})])
    assert (report.counts["new"], report.counts["good"]) == (0, 2)


def test_two_of_three_different_are_taken_and_told(two):
    adopted = child(1, Surname="Elm", Forename="Rose")
    report = run(two, [adopted, child(2, **{"Date of birth": "05/02/2019"})])
    assert problems(report) == []
    assert problems(report, "warnings") == [(2, "UPN", "two of three differ")]
    assert names()[upn(1)][:2] == ("Elm", "Rose")


@pytest.mark.parametrize(
    "change",
    [
        {"Surname": "Elm"},
        {"Forename": "Rose"},
        {"Date of birth": "04/12/2018"},
        {"Forename": "Rose", "Known as": "Samb"},
    ],
    ids=str,
)
def test_one_of_three_is_an_ordinary_change(two, change):
    report = run(two, [child(1, **change), child(2, **{"Date of birth": "05/02/2019"})])
    assert (problems(report), problems(report, "warnings")) == ([], [])
    assert report.counts["changed"] == 1
