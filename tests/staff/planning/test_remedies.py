"""What is not covered: in the order of what is owed, with the cheapest way out, proved."""

from staff.planning.instance import Instance
from staff.planning.solving import make_plan
from staff.planning.verifying import broken_rules
from staff.planning.writing import plan_data, session_data
from tests.staff.planning.makers import adult, child, demand, instance, span, week


def uncovered(data: dict) -> list[dict]:
    return plan_data(make_plan(Instance.from_data(data), seconds=10, workers=1))["uncovered"]


def first(data: dict) -> dict:
    """The cheapest remedy of the only demand that is not covered."""
    (row,) = uncovered(data)
    assert row["is_proved"]
    return row["remedies"][0]


def test_what_is_owed_most_is_named_first():
    rows = [demand("a", rank="duty"), demand("b", "ben", rank="plan"), demand("c", "cat")]
    found = uncovered(instance(*rows, adults=[adult("ann", minutes=0)]))
    assert [row["rank"] for row in found] == ["section_f", "plan", "duty"]


def test_more_hours_and_what_they_cost_a_week_to_the_penny():
    data = instance(demand("read", "ben"), adults=[adult("ann", minutes=15, rate=1369)])
    found = first(data)
    assert (found["kind"], found["adult"], found["minutes"]) == ("hours", "ann", 45)
    assert found["pence"] == 1027  # 45 of 60 minutes of £13.69, rounded up
    assert found["words"] == "45 minutes a week more of Ann (covers 1 of 1, £10.27 a week)"


def test_hours_of_whose_rate_is_not_known_have_no_cost():
    found = first(instance(demand("read", "ben"), adults=[adult("ann", minutes=0)]))
    assert found["pence"] is None and "cost not known" in found["words"]


def test_training_and_what_the_course_costs():
    data = instance(demand("read", "ben", training=["elsa"]), training_costs={"elsa": 45000})
    found = first(data)
    assert (found["kind"], found["name"], found["pence"]) == ("training", "elsa", 45000)
    assert found["words"] == "train Ann in elsa (covers 1 of 1, £450.00 once)"


def test_a_handover_that_is_not_planned_yet():
    data = instance(demand("read", "ben"), children=[child("ben", needs_handover=True)])
    assert first(data)["words"] == "plan a handover to Ann (covers 1 of 1, no cost)"


def test_another_time():
    data = instance(demand("read", "ben", windows=[span(0, "16:00", "17:00")]))
    assert first(data)["kind"] == "window"


def test_to_join_a_group_of_the_same_programme_that_has_room():
    group = {"programme": "talk", "shape": "group", "most_children": 3}
    rows = [demand("a", "ben", "cat", **group), demand("b", "dan", rank="plan", **group)]
    data = instance(*rows, adults=[adult("ann", minutes=60, rate=1400)])
    found = first(data)
    assert (found["kind"], found["name"], found["pence"]) == ("regroup", "a", 0)
    assert first(full(data))["kind"] == "hours"


def full(data: dict) -> dict:
    """The same where the group is full."""
    return {**data, "demands": [{**row, "most_children": 2} for row in data["demands"]]}


def test_one_to_one_of_section_f_is_never_made_a_group():
    rows = [
        demand("a", "ben", programme="talk", shape="group", most_children=3),
        demand("b", "dan", programme="talk"),
    ]
    data = instance(*rows, adults=[adult("ann", minutes=60, rate=1400)])
    kinds = {remedy["kind"] for row in uncovered(data) for remedy in row["remedies"]}
    assert "regroup" not in kinds


def test_the_cheapest_that_covers_most_comes_first():
    rows = [adult("ann", minutes=0, rate=2000), adult("bob", minutes=0, rate=1000)]
    data = instance(demand("read", "ben", sessions=2), adults=rows)
    (row,) = uncovered(data)
    assert [each["adult"] for each in row["remedies"]] == ["bob", "ann"]
    assert {each["covers"] for each in row["remedies"]} == {2}


def test_where_no_single_change_helps_none_is_named():
    data = instance(
        demand("read", "ben", training=["elsa"]),
        children=[child("ben", absent=week("00:00", "23:59"))],
    )
    assert uncovered(data)[0]["remedies"] == []


def test_each_remedy_carries_a_plan_that_covers_what_it_says():
    data = instance(demand("read", "ben", sessions=3), adults=[adult("ann", minutes=60, rate=1400)])
    plan = make_plan(Instance.from_data(data), seconds=10, workers=1)
    (row,) = plan.uncovered
    for remedy in row.remedies:
        more = [{**data["adults"][0], "minutes": 60 + remedy.minutes}]
        rows = [session_data(each) for each in remedy.sessions]
        assert len(rows) == len(plan.sessions) + remedy.covers == 3
        assert broken_rules({**data, "adults": more}, {"sessions": rows}, is_by_hand=True) == []


def test_locks_that_exclude_each_other_are_said_in_words():
    data = instance(
        demand("read", "ben", sessions=2),
        demand("sums", "cat"),
        locks=[
            {"demand": "read", "adult": "ann", "weekday": 0, "at": "09:00"},
            {"demand": "sums", "adult": "ann", "weekday": 0, "at": "09:00"},
            {"demand": "read", "adult": "ann", "weekday": 1, "at": "09:00"},
        ],
    )
    answer = plan_data(make_plan(Instance.from_data(data), seconds=10, workers=1))
    assert answer["status"] == "impossible" and answer["sessions"] == []
    (conflict,) = answer["conflicts"]
    assert (conflict["locks"], conflict["rules"]) == ([0, 1], ["adult_once:ann"])
    assert conflict["words"] == (
        "These locks cannot be together: READ with Ann on Mon at 09:00; "
        "SUMS with Ann on Mon at 09:00. Ann cannot be in two places at once."
    )


def test_a_contract_that_locks_exceed_is_named_with_just_those_locks():
    data = instance(
        *[demand(key, f"child-{key}") for key in "abc"],
        adults=[adult("ann", minutes=100)],
        locks=[{"demand": key, "adult": "ann"} for key in "abc"],
    )
    answer = plan_data(make_plan(Instance.from_data(data), seconds=10, workers=1))
    conflict = answer["conflicts"][0]
    assert len(conflict["locks"]) == 2 and conflict["rules"] == ["contract:ann"]
