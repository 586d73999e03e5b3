"""Each hard rule by a case: planted in a plan the verifier finds it, and the solver keeps it."""

import ast
from pathlib import Path

import pytest

from staff.planning import verifying
from staff.planning.instance import Instance
from staff.planning.solving import make_plan
from staff.planning.verifying import broken_rules
from staff.planning.writing import plan_data
from tests.staff.planning.makers import (
    adult,
    child,
    demand,
    instance,
    periods,
    session,
    span,
    week,
)


def plan(data: dict) -> dict:
    """The answer, which keeps every rule."""
    answer = plan_data(make_plan(Instance.from_data(data), seconds=10, workers=1))
    assert broken_rules(data, answer) == []
    return answer


def missing(data: dict) -> dict[str, int]:
    """How many sessions of each demand the plan lacks."""
    return {row["demand"]: row["sessions"] for row in plan(data)["uncovered"]}


def verdict(data: dict, *rows: dict) -> set[str]:
    """What the verifier says to a plan by hand."""
    return {each.rule for each in broken_rules(data, {"sessions": rows}, is_by_hand=True)}


BEN = demand("read", "ben")
MONDAY_NINE = session("read", "ann", 0, "09:00")


class TestOneSession:
    def test_what_keeps_every_rule_is_not_found_fault_with(self):
        assert verdict(instance(BEN), MONDAY_NINE) == set()
        assert missing(instance(BEN)) == {}

    @pytest.mark.parametrize(
        ("at", "broken"),
        [("09:00", False), ("09:30", True), ("10:00", False), ("12:00", True), ("08:00", True)],
    )
    def test_an_hour_starts_with_a_period(self, at, broken):
        data = instance(BEN, adults=[adult("ann", at_work=week("07:00", "18:00"))])
        assert ("period:read" in verdict(data, session("read", "ann", 0, at))) is broken

    @pytest.mark.parametrize(
        ("minutes", "at", "broken"),
        [
            (20, "09:40", False),
            (20, "09:15", True),
            (20, "09:45", True),
            (10, "09:45", False),
            (10, "09:10", True),
            (120, "09:00", False),
            (120, "09:30", True),
            (180, "09:00", False),
            (181, "09:00", True),
            (60, "11:00", False),
            (61, "11:00", True),
        ],
    )
    def test_short_ones_share_a_period_and_long_ones_run_on(self, minutes, at, broken):
        data = instance(demand("read", "ben", minutes=minutes))
        assert ("period:read" in verdict(data, session("read", "ann", 0, at))) is broken

    @pytest.mark.parametrize(("until", "missed"), [("10:00", 0), ("09:59", 1)])
    def test_the_window_holds_to_the_minute(self, until, missed):
        data = instance(demand("read", "ben", windows=[span(0, "09:00", until)]))
        assert ("window:read" in verdict(data, MONDAY_NINE)) is bool(missed)
        assert missing(data).get("read", 0) == missed

    @pytest.mark.parametrize("fact", ["absent", "protected"])
    @pytest.mark.parametrize(("starts", "broken"), [("09:59", True), ("10:00", False)])
    def test_a_child_is_there_and_misses_no_protected_lesson(self, fact, starts, broken):
        busy = [span(0, starts, "15:30"), *week("08:00", "16:00", range(1, 5))]
        data = instance(BEN, children=[child("ben", **{fact: busy})])
        assert (f"{fact}:ben" in verdict(data, MONDAY_NINE)) is broken
        assert missing(data).get("read", 0) == broken

    def test_support_in_class_takes_nobody_out_of_a_protected_lesson(self):
        lesson = child("ben", protected=week())
        inside = demand("read", "ben", shape="in_class")
        assert missing(instance(inside, children=[lesson])) == {}
        assert missing(instance(BEN, children=[lesson])) == {"read": 1}


class TestAdults:
    @pytest.mark.parametrize(
        ("fact", "value", "rule"),
        [
            ("at_work", week("09:01", "15:30", [0]), "at_work:ann"),
            ("at_work", week("08:00", "09:59", [0]), "at_work:ann"),
            ("breaks", week("09:59", "10:00"), "break:ann"),
            ("tasks", week("09:59", "10:00"), "task:ann"),
            ("minutes", 59, "contract:ann"),
        ],
    )
    def test_hours_breaks_and_tasks_hold_to_the_minute(self, fact, value, rule):
        data = instance(BEN, adults=[adult("ann", **{fact: value})])
        assert rule in verdict(data, MONDAY_NINE)
        assert plan(data)["sessions"] == [] or fact in ("breaks", "tasks", "at_work")

    def test_directed_tasks_count_into_the_contract_and_breaks_do_not(self):
        tight = adult(
            "ann", minutes=90, tasks=[span(4, "15:00", "15:30")], breaks=week("12:00", "12:30")
        )
        assert missing(instance(BEN, adults=[tight])) == {}
        assert missing(instance(BEN, adults=[{**tight, "minutes": 89}])) == {"read": 1}
        assert "contract:ann" in verdict(
            instance(BEN, adults=[{**tight, "minutes": 89}]), MONDAY_NINE
        )

    def test_an_adult_works_at_their_own_sites(self):
        sites = [{"key": "oak"}, {"key": "elm"}]
        data = instance(BEN, adults=[adult("ann", sites=["elm"])], sites=sites)
        assert verdict(data, MONDAY_NINE) == {"site:ann"}
        assert missing(data) == {"read": 1}

    @pytest.mark.parametrize(
        ("until", "weekday", "broken"),
        [
            (None, 4, False),
            ("2026-12-02", 2, False),
            ("2026-12-02", 3, True),
            ("2026-11-29", 0, True),
        ],
    )
    def test_training_is_held_to_its_last_day(self, until, weekday, broken):
        who = adult("ann", training={"elsa": until})
        data = instance(demand("read", "ben", training=["elsa"]), adults=[who])
        found = verdict(data, session("read", "ann", weekday, "09:00"))
        assert ("training:ann:elsa" in found) is broken

    def test_without_training_only_by_an_override_with_a_note(self):
        data = instance(demand("read", "ben", training=["elsa"]))
        assert verdict(data, MONDAY_NINE) == {"training:ann:elsa"}
        assert missing(data) == {"read": 1}
        data["overrides"] = [{"demand": "read", "adult": "ann", "note": "Begins the course in May"}]
        assert verdict(data, MONDAY_NINE) == set()
        assert missing(data) == {}

    def test_people_who_are_not_to_be_together_never_are(self):
        pair = {"adult": "ann", "child": "ben", "is_possible": False, "reason": "Family"}
        data = instance(BEN, pairings=[pair])
        assert verdict(data, MONDAY_NINE) == {"pairing:ann:ben"}
        assert missing(data) == {"read": 1}

    @pytest.mark.parametrize(("on", "first"), [("2026-11-30", 0), ("2026-12-04", 4), (None, None)])
    def test_no_new_adult_before_the_handover(self, on, first):
        data = instance(BEN, children=[child("ben", needs_handover=True)])
        data["handovers"] = [{"child": "ben", "adult": "ann", "on": on}] if on else []
        rows = plan(data)["sessions"]
        assert [row["weekday"] >= first for row in rows] == ([] if first is None else [True])
        broken = "handover:ben:ann" in verdict(data, MONDAY_NINE)
        assert broken is (first != 0)

    def test_whom_the_child_knows_needs_no_handover(self):
        knows = child("ben", needs_handover=True, known=["ann"])
        assert missing(instance(BEN, children=[knows])) == {}


class TestBetweenSessions:
    ONE_HOUR = [{"key": "day", "site": "oak", "periods": [span(0, "09:00", "10:00")]}]

    def test_an_adult_is_in_one_place(self):
        data = instance(BEN, demand("sums", "cat"), bells=self.ONE_HOUR)
        assert sum(missing(data).values()) == 1
        assert verdict(data, MONDAY_NINE, session("sums", "ann", 0, "09:00")) == {"adult_once:ann"}

    def test_a_child_is_in_one_place(self):
        two = [adult("ann"), adult("bob")]
        data = instance(BEN, demand("sums", "ben"), adults=two, bells=self.ONE_HOUR)
        assert sum(missing(data).values()) == 1
        assert verdict(data, MONDAY_NINE, session("sums", "bob", 0, "09:00")) == {"child_once:ben"}

    def test_a_class_is_not_supported_twice_at_a_time_for_two_sessions(self):
        two = [adult("ann"), adult("bob")]
        data = instance(demand("read", sessions=2), adults=two, bells=self.ONE_HOUR)
        assert missing(data) == {"read": 1}
        assert "demand_once:read" in verdict(data, MONDAY_NINE, session("read", "bob", 0, "09:00"))

    @pytest.mark.parametrize(("holds", "missed"), [(1, 1), (2, 0)])
    def test_a_room_holds_so_many(self, holds, missed):
        both = [demand("read", "ben", room_kind="quiet"), demand("sums", "cat", room_kind="quiet")]
        room = {"key": "nook", "site": "oak", "kind": "quiet", "holds": holds}
        two = [adult("ann"), adult("bob")]
        data = instance(*both, adults=two, rooms=[room], bells=self.ONE_HOUR)
        assert sum(missing(data).values()) == missed
        found = verdict(data, MONDAY_NINE, session("sums", "bob", 0, "09:00"))
        assert found == ({"room:oak:quiet"} if missed else set())
        assert {row["room"] for row in plan(data)["sessions"]} == {"nook"}

    def test_a_room_of_the_wrong_kind_is_found(self):
        data = instance(BEN, rooms=[{"key": "nook", "site": "oak", "kind": "quiet"}])
        answer = plan(data)
        answer["sessions"][0]["room"] = "nook"
        assert [each.rule for each in broken_rules(data, answer)] == ["room:oak:"]

    @pytest.mark.parametrize(("most", "missed"), [(1, 1), (2, 0)])
    def test_so_many_a_day(self, most, missed):
        data = instance(
            demand("read", "ben", sessions=2, most_a_day=most),
            bells=[{"key": "day", "site": "oak", "periods": periods([0])}],
        )
        assert missing(data).get("read", 0) == missed
        found = verdict(data, MONDAY_NINE, session("read", "ann", 0, "10:00"))
        assert found == ({"a_day:read"} if missed else set())

    def test_no_more_sessions_than_are_asked_for(self):
        data = instance(BEN)
        assert verdict(data, MONDAY_NINE, session("read", "ann", 1, "09:00")) == {"sessions:read"}

    @pytest.mark.parametrize(("walk", "missed"), [(60, 0), (61, 1)])
    def test_the_way_between_sites_takes_its_time(self, walk, missed):
        bells = [
            {"key": "day", "site": "oak", "periods": [span(0, "09:00", "10:00")]},
            {"key": "elm", "site": "elm", "periods": [span(0, "11:00", "12:00")]},
        ]
        data = instance(
            BEN,
            demand("sums", "cat", bells="elm"),
            adults=[adult("ann", sites=["oak", "elm"])],
            sites=[{"key": "oak"}, {"key": "elm"}],
            bells=bells,
            walk_minutes=walk,
        )
        assert sum(missing(data).values()) == missed
        found = verdict(data, MONDAY_NINE, session("sums", "ann", 0, "11:00"))
        assert found == ({"adult_once:ann"} if missed else set())


class TestLocks:
    def test_a_lock_is_kept_and_its_breach_found(self):
        data = instance(
            BEN, locks=[{"demand": "read", "adult": "ann", "weekday": 3, "at": "11:00"}]
        )
        assert plan(data)["sessions"] == [session("read", "ann", 3, "11:00")]
        assert verdict(data, MONDAY_NINE) == {"lock"}

    def test_two_locks_take_two_sessions(self):
        data = instance(
            demand("read", "ben", sessions=2),
            locks=[{"demand": "read", "weekday": 3}, {"demand": "read"}],
        )
        assert verdict(data, session("read", "ann", 3, "09:00")) == {"lock"}
        both = [session("read", "ann", day, "09:00") for day in (1, 3)]
        assert verdict(data, *both) == set()


class TestWhatIsOwedMostComesFirst:
    @pytest.mark.parametrize(
        ("higher", "lower"),
        [
            ("section_f", "statutory"),
            ("statutory", "plan"),
            ("plan", "class_support"),
            ("class_support", "duty"),
        ],
    )
    def test_one_short_session_goes_before_many_long_ones(self, higher, lower):
        rows = [
            demand("much", rank=lower, sessions=5, shape="in_class"),
            demand("little", "ben", rank=higher, minutes=20),
        ]
        data = instance(*rows, adults=[adult("ann", minutes=310)])
        answer = plan(data)
        assert answer["unmet"][higher] == 0 and answer["unmet"][lower] == 60
        assert answer["bounds"] == answer["unmet"]


class TestTheVerifierCounts:
    def test_minutes_that_are_not_told_are_found(self):
        data = instance(BEN, adults=[])
        answer = plan(data)
        assert answer["unmet"]["section_f"] == 60
        lying = {**answer, "unmet": {**answer["unmet"], "section_f": 0}, "uncovered": []}
        assert {each.rule for each in broken_rules(data, lying)} == {"unmet", "uncovered"}

    def test_somebody_unknown_is_found(self):
        assert verdict(instance(BEN), session("read", "zoe", 0, "09:00")) == {"unknown"}

    def test_it_shares_no_code_with_the_solver(self):
        tree = ast.parse(Path(verifying.__file__).read_text())
        names = [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        names += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
        assert set(names) == {"collections", "collections.abc", "dataclasses", "typing", "datetime"}
