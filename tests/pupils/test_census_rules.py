"""What the census would send back, case by case."""

import datetime as dt

import pytest

from pupils.codes import NEED_TYPES
from pupils.rules.census import CensusChild, census_faults

SPRING = dt.date(2027, 1, 21)
GOOD_UPN = "R201100018042"
TEMPORARY = "T20110001804V"

CASES = [
    # what is the matter, the child, what is found
    ("a good child", CensusChild(GOOD_UPN), []),
    ("a good child with support", CensusChild(GOOD_UPN, ("K",), (("SLCN", 1),)), []),
    (
        "a good child with a plan",
        CensusChild(GOOD_UPN, ("E",), (("ASD", 1), ("SLCN", 2)), True),
        [],
    ),
    ("NSA alone with support", CensusChild(GOOD_UPN, ("K",), (("NSA", 1),)), []),
    ("no UPN", CensusChild(""), ["no_upn"]),
    ("a mistyped UPN", CensusChild("A201100018042"), ["wrong_upn"]),
    ("a temporary UPN", CensusChild(TEMPORARY), ["temporary_upn"]),
    ("two levels", CensusChild(GOOD_UPN, ("K", "E"), (("ASD", 1),)), ["two_statuses"]),
    ("support without a type", CensusChild(GOOD_UPN, ("K",)), ["no_type"]),
    ("a plan without a type", CensusChild(GOOD_UPN, ("E",)), ["no_type"]),
    ("a plan with NSA", CensusChild(GOOD_UPN, ("E",), (("NSA", 1),)), ["nsa_with_plan"]),
    ("NSA and more", CensusChild(GOOD_UPN, ("K",), (("NSA", 1), ("MLD", 2))), ["nsa_not_alone"]),
    ("types without a level", CensusChild(GOOD_UPN, (), (("MLD", 1),)), ["type_without_status"]),
    ("one rank twice", CensusChild(GOOD_UPN, ("K",), (("MLD", 1), ("HI", 1))), ["same_rank"]),
    ("nothing ranked first", CensusChild(GOOD_UPN, ("K",), (("MLD", 2),)), ["no_primary"]),
    ("a type of long ago", CensusChild(GOOD_UPN, ("K",), (("BESD", 1),)), ["unknown_type"]),
    ("a plan, not on the register", CensusChild(GOOD_UPN, (), (), True), ["plan_without_status"]),
    (
        "a level without its plan",
        CensusChild(GOOD_UPN, ("E",), (("ASD", 1),), False),
        ["status_without_plan"],
    ),
    ("two things at once", CensusChild("", ("K",)), ["no_upn", "no_type"]),
]


@pytest.mark.parametrize(("child", "found"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_census(child, found):
    faults = census_faults(child, on=SPRING, need_types=NEED_TYPES)
    assert [f.code for f in faults] == found
    assert all(f.problem and f.fix for f in faults)


@pytest.mark.parametrize(
    ("on", "found"),
    [(dt.date(2024, 8, 31), ["type_not_collected"]), (dt.date(2024, 9, 1), [])],
)
def test_down_syndrome_is_a_type_from_september_2024(on, found):
    child = CensusChild(GOOD_UPN, ("K",), (("DS", 1),))
    assert [f.code for f in census_faults(child, on=on, need_types=NEED_TYPES)] == found
