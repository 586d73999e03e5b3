"""The samples of real-shaped schools give exactly the counts that they should."""

import json
import time
from collections import Counter
from datetime import date

import pytest

from pupils.codes import NEED_TYPES
from pupils.importing.plans import read_plans
from pupils.importing.wordings import NEED_TYPES as NEED_WORDINGS

from .makers import MESSY, SAMPLES, TODAY, child, csv_bytes, found, read, warned, xlsx_bytes

EXPECTED = json.loads((SAMPLES / "expected.json").read_text())
ROLLS = {
    "bure-valley": "bure-valley_arbor.csv",
    "john-of-gaunt": "john-of-gaunt_sims.xlsx",
    "john-bears": "john-bears_bromcom.csv",
    "9262998_CTF_9262999_001.xml": "9262998_CTF_9262999_001.xml",
}


@pytest.mark.parametrize(("key", "file"), ROLLS.items())
def test_a_clean_roll_gives_the_counts_of_the_school(key, file):
    roll = read((SAMPLES / file).read_bytes())
    expected = EXPECTED[key]
    assert roll.faults == ()
    assert roll.warnings == ()
    assert roll.unrecognised == ()
    assert len(roll.rows) == expected["pupils"]
    statuses = Counter(row.sen_status for row in roll.rows)
    assert (statuses["K"], statuses["E"]) == (expected["K"], expected["E"])
    assert sum(bool(row.in_care) for row in roll.rows) == expected["looked_after"]
    if expected["previously_looked_after"] is not None:
        before = sum(row.is_previously_looked_after for row in roll.rows)
        assert before == expected["previously_looked_after"]


@pytest.mark.parametrize("path", sorted(MESSY.glob("*.expected.json")), ids=lambda p: p.name)
def test_a_messy_roll_gives_every_fault_and_no_other(path):
    expected = json.loads(path.read_text())
    source = next(p for p in MESSY.glob(path.name.split(".")[0] + ".*") if p != path)
    roll = read(source.read_bytes())
    assert [fault.as_json() for fault in roll.faults] == expected["faults"]
    assert len(roll.rows) == expected["good_rows"]
    assert roll.unrecognised == ()
    assert all(fault.advice for fault in roll.faults)


@pytest.mark.parametrize("today", [date(2025, 12, 1), date(2026, 9, 1), date(2027, 8, 31)])
def test_a_roll_of_another_year_is_told_once_and_not_row_by_row(today):
    from pupils.importing.roll import read_roll

    roll = read_roll((SAMPLES / ROLLS["bure-valley"]).read_bytes(), today=today)
    assert [f for f in roll.faults if f.problem == "does not fit the year group"] == []
    assert bool(roll.alarms) == (today.year == 2025)


def test_the_tracker_gives_every_plan():
    plans = read_plans((SAMPLES / "sendco_ehcp_tracker.xlsx").read_bytes(), today=TODAY)
    assert len(plans.rows) == EXPECTED["sendco_ehcp_tracker.xlsx"]["rows"]
    assert (plans.faults, plans.warnings, plans.unrecognised) == ((), (), ())
    roberts = next(row for row in plans.rows if row.upn == "K926299824185")
    assert (roberts.surname, roberts.forename) == ("Roberts", "Scott")
    assert roberts.authority == "Suffolk"
    assert roberts.last_review_on == date(2026, 11, 10)
    assert roberts.hours == 10
    assert roberts.other_provision == "SALT 6x30min/yr"


def test_a_transfer_file_says_whom_it_is_for_and_of_which_year():
    roll = read((SAMPLES / ROLLS["9262998_CTF_9262999_001.xml"]).read_bytes())
    assert roll.school == ("926", "2999")
    assert roll.rows[0].needs == ("MLD", "SLCN")
    assert roll.rows[0].row == 1
    # Children without the element are not said to be out of care.
    assert {row.in_care for row in roll.rows} == {True, None}


def test_wordings_name_only_need_types_of_the_census():
    assert set(NEED_WORDINGS.values()) == set(NEED_TYPES)


@pytest.mark.parametrize("make", [csv_bytes, xlsx_bytes])
def test_a_large_roll_is_quick(make):
    children = [
        child(n % 999, UPN="", **{"Arbor ID": str(n), "Phone": "01632 960001", "EAL": "No"})
        for n in range(1500)
    ]
    data = make(children)
    started = time.process_time()
    roll = read(data)
    assert time.process_time() - started < 3
    assert len(roll.rows) + len(roll.faulty) == 1500
    assert {problem for _, _, problem in warned(roll)} == {"no UPN"}
    assert found(roll) or len(roll.rows) == 1500
