"""Reading a week: whatever is wrong is named with its place; nothing is lost in writing."""

import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest

from staff.planning.instance import Instance, InstanceError
from staff.planning.writing import instance_data
from tests.staff.planning.makers import adult, demand, instance, session, span

SAMPLE = Path(__file__).parents[2] / "data" / "staff_week.json"


def changed(*path, value):
    """A sound instance with one thing changed, or left out where the value is None."""
    data = deepcopy(instance(demand("read", "ben"), adults=[adult("ann", breaks=[])]))
    *way, last = path
    place = data
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (changed("format", value="x"), "“format” must be"),
        (changed("week_of", value="2026-12-01"), "week_of: 2026-12-01 is no Monday"),
        (changed("week_of", value="soon"), "week_of: soon is no date"),
        (changed("adults", value=None), "'adults' is missing"),
        (changed("adults", 0, "minutes", value=None), "adult ann: 'minutes' is missing"),
        (changed("adults", 0, "minutes", value=-1), "adult ann: -1 is no whole number"),
        (changed("adults", 0, "sites", value=["elm"]), "adult ann: no site elm"),
        (changed("adults", 0, "breaks", value=[span(5, "12:00", "12:30")]), "5 is no weekday"),
        (changed("adults", 0, "breaks", value=[span(0, "12:30", "12:00")]), "ends .* before"),
        (changed("adults", 0, "breaks", value=[span(0, "25:00", "26:00")]), "adult ann: "),
        (changed("demands", 0, "rank", value="best"), "demand read: 'best' is not a valid Rank"),
        (changed("demands", 0, "sessions", value=0), "demand read: 0 is too few"),
        (changed("demands", 0, "children", value=["zoe"]), "demand read: no child zoe"),
        (changed("demands", 0, "children", value=[]), "one to one is with one child"),
        (changed("demands", 0, "bells", value="late"), "demand read: no bells late"),
        (changed("demands", 0, "continuity", value="no"), "no must be true or false"),
        (changed("locks", value=[{"demand": "sums"}]), "lock: no demand sums"),
        (changed("locks", value=[{"demand": "read"}] * 2), "more locks than sessions"),
        (
            changed("overrides", value=[{"demand": "read", "adult": "ann", "note": " "}]),
            "override 1: its note says nothing",
        ),
        (changed("weights", value={"speed": 3}), "No such weight: speed"),
        (changed("weights", value={"spread": 101}), "from 0 to 100"),
        (changed("demands", value=[demand("a"), demand("a")]), "Two demand rows have the key a"),
        (
            changed("adults", 0, "tasks", value=[span(d, "09:00", "15:30") for d in range(5)]),
            "adult ann: tasks take more than the contract",
        ),
        (
            changed(
                "bells", 0, "periods", value=[span(0, "09:00", "10:00"), span(0, "09:59", "11:00")]
            ),
            "bells day: its periods must not overlap",
        ),
        ([], "“format” must be"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(data, words):
    with pytest.raises(InstanceError, match=words):
        Instance.from_data(data)


def test_the_sample_goes_there_and_back_without_loss():
    read = Instance.from_data(json.loads(SAMPLE.read_text()))
    again = json.loads(json.dumps(instance_data(read)))
    assert Instance.from_data(again) == read
    assert instance_data(Instance.from_data(again)) == again


def test_what_is_not_said_has_its_default():
    read = Instance.from_data(instance(demand("read", "ben", sessions=6)))
    assert read.demands["read"].most_a_day == 3
    assert (read.walk_minutes, read.weights["stable"]) == (15, 25)


def test_sessions_of_what_is_no_longer_there_are_left_out_of_the_former_plan():
    rows = [session("read", "ann", 0, "09:00"), session("gone", "ann", 0, "09:00")]
    rows.append(session("read", "left", 0, "09:00"))
    read = Instance.from_data(instance(demand("read", "ben"), former=rows))
    assert [each.demand for each in read.former] == ["read"]


def test_the_planner_knows_no_django():
    code = "import sys, staff.planning.apart, staff.planning.solving; "
    code += "sys.exit('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=SAMPLE.parents[2], check=False)
    assert done.returncode == 0
