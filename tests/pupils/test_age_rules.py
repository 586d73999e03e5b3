"""Year groups and compulsory school age for every sort of birthday."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aylsham.codes import YEAR_GROUPS as codes_of_the_roll
from aylsham.timescales.facts import FactProblem
from pupils.rules.ages import YEAR_GROUPS, age_on, compulsory_school_age_from, year_group_on
from tests.cases import day
from tests.rules import dates, gives

BIRTHDAYS = st.dates(date(2005, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("born_from", "born_to", "year_group"),
    [
        ("2025-09-01", "2026-08-31", "E1"),
        ("2024-09-01", "2025-08-31", "E2"),
        ("2023-09-01", "2024-08-31", "N1"),
        ("2022-09-01", "2023-08-31", "N2"),
        ("2021-09-01", "2022-08-31", "R"),
        ("2020-09-01", "2021-08-31", "1"),
        ("2019-09-01", "2020-08-31", "2"),
        ("2018-09-01", "2019-08-31", "3"),
        ("2017-09-01", "2018-08-31", "4"),
        ("2016-09-01", "2017-08-31", "5"),
        ("2015-09-01", "2016-08-31", "6"),
        ("2014-09-01", "2015-08-31", "7"),
        ("2010-09-01", "2011-08-31", "11"),
        ("2007-09-01", "2008-08-31", "14"),
    ],
)
@pytest.mark.parametrize("on", ["2026-09-01", "2026-11-23", "2027-08-31"])
def test_year_group_of_2026_27(born_from, born_to, year_group, on):
    for dob in (born_from, born_to):
        gives("pupil.year_group", {"dob": dob, "on": on}, {"nc_year": year_group})


@pytest.mark.parametrize(
    ("dob", "on"), [("2026-10-01", "2026-11-01"), ("2006-01-01", "2026-11-01")]
)
def test_too_young_and_too_old_have_no_year_group(dob, on):
    gives("pupil.year_group", {"dob": dob, "on": on}, {"nc_year": None})


def test_the_rule_and_the_rolls_codes_name_the_same_year_groups():
    codes = [code for code, _ in codes_of_the_roll if code != "X"]
    assert list(YEAR_GROUPS[: len(codes)]) == codes


def test_the_year_changes_on_the_first_of_september():
    assert year_group_on(date(2018, 5, 1), date(2026, 8, 31)) == "3"
    assert year_group_on(date(2018, 5, 1), date(2026, 9, 1)) == "4"


def test_a_day_before_birth_is_refused():
    with pytest.raises(FactProblem, match="before the date of birth"):
        dates("pupil.year_group", dob="2026-09-01", on="2026-08-31")


@pytest.mark.parametrize(
    ("dob", "school_age"),
    [
        ("2022-01-01", "2027-03-31"),
        ("2022-03-30", "2027-03-31"),
        ("2022-03-31", "2027-03-31"),  # on the prescribed day
        ("2022-04-01", "2027-08-31"),
        ("2022-08-31", "2027-08-31"),
        ("2022-09-01", "2027-12-31"),
        ("2021-12-30", "2026-12-31"),
        ("2021-12-31", "2026-12-31"),
        ("2020-02-29", "2025-03-31"),
    ],
)
def test_compulsory_school_age(dob, school_age):
    gives("pupil.compulsory_school_age", {"dob": dob}, {"csa_from": school_age})


@pytest.mark.parametrize(
    ("dob", "on", "age"),
    [
        ("2018-11-23", "2026-11-22", 7),
        ("2018-11-23", "2026-11-23", 8),
        ("2020-02-29", "2026-02-28", 5),
        ("2020-02-29", "2026-03-01", 6),
        ("2020-02-29", "2028-02-28", 7),
        ("2020-02-29", "2028-02-29", 8),
    ],
)
def test_age(dob, on, age):
    assert age_on(day(dob), day(on)) == age


@given(BIRTHDAYS)
def test_school_age_begins_within_five_months_of_the_fifth_birthday(dob):
    starts = compulsory_school_age_from(dob)
    assert age_on(dob, starts) == 5
    assert (starts.month, starts.day) in ((3, 31), (8, 31), (12, 31))


@given(BIRTHDAYS)
def test_every_year_group_follows_the_one_before(dob):
    on = date(dob.year + 5, 9, 1)
    this_year = year_group_on(dob, on)
    next_year = year_group_on(dob, on.replace(year=on.year + 1))
    assert YEAR_GROUPS.index(next_year) == YEAR_GROUPS.index(this_year) + 1
