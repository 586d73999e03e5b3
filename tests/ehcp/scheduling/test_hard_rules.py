"""Each hard rule by a case: the last day that keeps it, the first that breaks it."""

import ast
import datetime as dt
import sys
from pathlib import Path

import pytest

from ehcp.scheduling import recounting, verifying
from ehcp.scheduling.greedy import plan_greedily
from ehcp.scheduling.instance import Instance, InstanceError
from ehcp.scheduling.solving import make_calendar
from ehcp.scheduling.spots import Spots
from ehcp.scheduling.verifying import broken_rules
from ehcp.scheduling.writing import as_data
from tests.ehcp.scheduling.makers import instance, person, review, school


def plan(data: dict) -> dict:
    """The answer, which keeps every rule."""
    answer = as_data(make_calendar(Instance.from_data(data), seconds=10, workers=1))
    assert broken_rules(data, answer) == []
    return answer


def days(data: dict) -> dict[str, str | None]:
    """The day of each review; None without one."""
    answer = plan(data)
    found = {row["review"]: row["on"] for row in answer["placed"]}
    return {**dict.fromkeys(each["review"] for each in answer["unplaced"]), **found}


def why(data: dict) -> dict:
    """Why the only review without a day has none."""
    (conflict,) = plan(data)["unplaced"]
    return conflict


def verdict(data: dict, **rows: tuple) -> set[str]:
    """What the verifier says to a plan by hand: review=(day, time, room)."""
    placed = [
        {"review": key, "on": on, "at": at, "room": room} for key, (on, at, room) in rows.items()
    ]
    missing = [{"review": r["key"]} for r in data["reviews"] if r["key"] not in rows]
    return {each.rule for each in broken_rules(data, {"placed": placed, "unplaced": missing})}


#: Monday to Friday, in the middle of half a term.
WEEK = ("2026-11-30", "2026-12-04")


class TestOneReview:
    def test_it_is_placed_in_its_window(self):
        on = days(instance(review("a", *WEEK)))["a"]
        assert WEEK[0] <= on <= WEEK[1]

    @pytest.mark.parametrize(
        ("on", "broken"),
        [("2026-11-27", True), ("2026-11-30", False), ("2026-12-04", False), ("2026-12-07", True)],
    )
    def test_the_window_holds_from_its_first_to_its_last_day(self, on, broken):
        data = instance(review("a", *WEEK))
        assert ("window" in verdict(data, a=(on, "09:30", "hall"))) is broken

    def test_a_window_of_one_day_is_enough(self):
        assert days(instance(review("a", "2026-12-04", "2026-12-04")))["a"] == "2026-12-04"

    @pytest.mark.parametrize("on", ["2026-12-05", "2026-12-21", "2027-01-04"])
    def test_weekends_holidays_and_the_day_before_term_are_no_school_days(self, on):
        data = instance(review("a", on, on), schools=[school(papers_in_term=False)])
        assert days(data)["a"] is None
        assert "school_day" in why(data)["rules"] or on == "2026-12-05"
        assert "school_day" in verdict(data, a=(on, "09:30", "hall"))

    def test_an_inset_day_is_none_either(self):
        own = school(closed=[["2026-12-04", "2026-12-04"]])
        data = instance(review("a", "2026-12-04", "2026-12-04"), schools=[own])
        assert set(why(data)["rules"]) == {"window", "school_day"}

    @pytest.mark.parametrize(("papers_from", "fits"), [("2026-11-19", True), ("2026-11-20", False)])
    def test_papers_have_two_clear_weeks(self, papers_from, fits):
        # Papers on Thu 19 November, fourteen days between, the meeting on Fri 4 December.
        data = instance(review("a", "2026-12-04", "2026-12-04", papers_from=papers_from))
        assert (days(data)["a"] is not None) is fits
        if not fits:
            assert set(why(data)["rules"]) == {"notice", "window"}

    def test_papers_go_out_on_a_school_day(self):
        # Fifteen days before Sun 22 November; the last school day before it is the Friday.
        data = instance(review("a", "2026-12-07", "2026-12-07", papers_from="2026-11-21"))
        assert days(data)["a"] is None

    @pytest.mark.parametrize(
        ("on", "in_term", "fits"),
        [
            ("2026-11-16", True, False),  # papers on Fri 23 October, then half-term
            ("2026-11-17", True, True),  # papers on Mon 2 November
            ("2026-11-16", False, True),
        ],
    )
    def test_no_half_term_between_papers_and_meeting(self, on, in_term, fits):
        own = school(papers_in_term=in_term)
        data = instance(review("a", on, on), schools=[own])
        assert (days(data)["a"] is not None) is fits
        if not fits:
            said = why(data)
            assert "notice_in_term:oak" in said["rules"]
            assert "let the papers go out before the holiday" in said["relax"][0]["words"]

    def test_a_bank_holiday_is_no_holiday(self):
        data = instance(review("a", "2027-05-11", "2027-05-11"))
        assert days(data)["a"] == "2027-05-11"


class TestPeopleAndRooms:
    def test_somebody_is_there_on_their_days_only(self):
        who = person("hale", days={"oak": [2]})
        assert (
            days(instance(review("a", *WEEK, people=["hale"]), people=[who]))["a"] == "2026-12-02"
        )

    def test_only_on_dates_and_never_when_away(self):
        who = person("hale", dates=["2026-12-01", "2026-12-03"], away=[["2026-12-01"] * 2])
        assert (
            days(instance(review("a", *WEEK, people=["hale"]), people=[who]))["a"] == "2026-12-03"
        )

    def test_teaching_time_is_taken_up_to_the_minute(self):
        busy = [{"weekday": n, "from": "08:30", "until": "13:30"} for n in range(5)]
        data = instance(review("a", *WEEK, people=["hale"]), people=[person("hale", busy=busy)])
        (row,) = plan(data)["placed"]
        assert row["at"] in ("13:30", "14:45")
        broken = verdict(data, a=("2026-12-01", "11:00", "hall"))
        assert broken == {"person_days:hale"}

    def test_nobody_free_is_explained_with_the_day_that_would_help(self):
        who = person("hale", away=[["2026-11-30", "2026-12-04"]])
        said = why(instance(review("a", *WEEK, people=["hale"]), people=[who]))
        assert set(said["rules"]) == {"window", "person_days:hale"}
        assert "Hale is not free" in said["why"]
        assert "Mon 30 Nov 2026" in said["relax"][0]["words"]

    def test_nobody_is_in_two_meetings_at_once(self):
        one_slot = school(slots=[{"at": "09:30", "minutes": 60}], rooms=[{"key": n} for n in "xy"])
        who = person("hale", days={"oak": [2]})
        reviews = [review(key, *WEEK, people=["hale"]) for key in "ab"]
        data = instance(*reviews, schools=[one_slot], people=[who])
        assert sorted(map(bool, days(data).values())) == [False, True]
        said = why(data)
        assert "person_once:hale" in said["rules"] and len(said["with"]) == 1

    @pytest.mark.parametrize(("minutes", "both"), [(30, True), (31, False)])
    def test_the_way_between_schools_takes_its_time(self, minutes, both):
        oak = school("oak", slots=[{"at": "09:30", "minutes": 60}])
        elm = school("elm", slots=[{"at": "11:00", "minutes": 60}])
        who = person("hale", dates=["2026-12-02"])
        reviews = [review(key, *WEEK, school=key, people=["hale"]) for key in ("oak", "elm")]
        data = instance(*reviews, schools=[oak, elm], people=[who], travel_minutes=minutes)
        assert all(days(data).values()) is both

    def test_a_person_takes_so_many_a_day(self):
        who = person("hale", dates=["2026-12-02"], most_a_day=1)
        data = instance(*[review(key, *WEEK, people=["hale"]) for key in "ab"], people=[who])
        assert "person_a_day:hale" in why(data)["rules"]

    @pytest.mark.parametrize(("rooms", "both"), [("x", False), ("xy", True)])
    def test_a_room_holds_one_meeting_at_a_time(self, rooms, both):
        own = school(
            slots=[{"at": "09:30", "minutes": 60}],
            rooms=[{"key": key} for key in rooms],
        )
        reviews = [review(key, "2026-12-02", "2026-12-02") for key in "ab"]
        data = instance(*reviews, schools=[own])
        assert all(days(data).values()) is both
        if both:
            assert len({row["room"] for row in plan(data)["placed"]}) == 2
        else:
            assert "rooms:oak" in why(data)["rules"]

    def test_a_room_that_is_closed_that_day_is_none(self):
        own = school(rooms=[{"key": "hall", "weekdays": [4]}])
        assert days(instance(review("a", *WEEK), schools=[own]))["a"] == "2026-12-04"


class TestLimitsAndLocks:
    @pytest.mark.parametrize(("most", "placed"), [(1, 1), (2, 2)])
    def test_so_many_a_day(self, most, placed):
        data = instance(
            *[review(key, "2026-12-02", "2026-12-02") for key in "abc"],
            schools=[school(most_a_day=most)],
        )
        assert sum(map(bool, days(data).values())) == placed

    def test_so_many_a_week(self):
        data = instance(*[review(k, *WEEK) for k in "abc"], schools=[school(most_a_week=2)])
        said = why(data)
        assert "a_week:oak" in said["rules"] and len(said["with"]) == 2
        assert "allow one more a week at Oak" in str(said["relax"])

    def test_a_locked_review_stands_and_takes_its_place(self):
        lock = {"on": "2026-12-02", "at": "09:30"}
        data = instance(
            review("a", *WEEK, locked=lock),
            review("b", "2026-12-02", "2026-12-02"),
            schools=[school(most_a_day=1)],
        )
        assert days(data) == {"a": "2026-12-02", "b": None}
        assert why(data)["with"] == ["a"]

    def test_a_lock_at_an_unknown_time_counts_for_its_day(self):
        data = instance(
            review("a", *WEEK, locked={"on": "2026-12-02", "at": None}),
            review("b", "2026-12-02", "2026-12-02"),
            schools=[school(most_a_day=1)],
        )
        assert days(data) == {"a": "2026-12-02", "b": None}

    def test_a_lock_that_breaks_a_rule_is_kept_all_the_same(self):
        data = instance(review("a", *WEEK, locked={"on": "2026-10-28", "at": "09:30"}))
        assert days(data) == {"a": "2026-10-28"}

    def test_the_verifier_sees_a_lock_that_was_moved(self):
        data = instance(review("a", *WEEK, locked={"on": "2026-12-02", "at": "09:30"}))
        assert "lock" in verdict(data, a=("2026-12-03", "09:30", "hall"))


@pytest.mark.parametrize("module", [verifying, recounting])
def test_the_verifier_shares_no_code_with_what_it_checks(module):
    tree = ast.parse(Path(module.__file__).read_text())
    modules = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    foreign = (modules | names) - {recounting.__name__}
    assert {m.partition(".")[0] for m in foreign} <= set(sys.stdlib_module_names)
    assert not any(n.level for n in ast.walk(tree) if isinstance(n, ast.ImportFrom))


class TestWishes:
    def test_parents_siblings_and_slack(self):
        wishes = {"weekdays": [3], "times": [["13:00", "16:00"]]}
        long = ("2026-11-16", "2027-01-15")
        data = instance(
            review("a", *long, siblings="burton", wishes=wishes),
            review("b", *long, siblings="burton"),
        )
        found = {row["review"]: row for row in plan(data)["placed"]}
        assert found["a"]["on"] == found["b"]["on"]
        assert dt.date.fromisoformat(found["a"]["on"]).weekday() == 3
        assert found["a"]["at"] in ("13:30", "14:45")
        assert found["a"]["on"] <= "2026-12-25"

    def test_the_load_is_even(self):
        rows = [review(f"r{n}", "2026-11-17", "2026-12-18") for n in range(5)]
        data = instance(*rows, weights={"slack": 0})
        answer = plan(data)
        assert answer["figures"]["fullest_week"] == 1
        assert answer["greedy"]["fullest_week"] > 1
        assert answer["objective"] < answer["greedy"]["objective"]

    @pytest.mark.parametrize(
        ("joined", "on"),
        [
            ([["2026-12-09", "2026-12-09"]], "2026-12-09"),  # the day of the other meeting
            ([["2026-12-10", "2027-01-01"]], "2026-12-10"),  # the first of its days
            ([["2026-10-01", "2026-11-17"]], "2026-11-17"),  # the last of them, and none later
            ([["2026-10-01", "2026-11-16"]], "2026-11-17"),  # a day before the window: no way
            ([["2026-12-05", "2026-12-06"]], "2026-11-17"),  # a weekend
        ],
    )
    def test_one_meeting_for_two_plans_of_a_child(self, joined, on):
        data = instance(
            review("a", "2026-11-17", "2026-12-18", joined=joined), weights={"slack": 0}
        )
        (row,) = plan(data)["placed"]
        met = joined[0][0] <= row["on"] <= joined[0][1]
        assert met is (joined[0][0] <= on <= joined[0][1])
        assert plan(data)["costs"].get("joined", 0) == (0 if met else 20)
        greedy = plan_greedily(found := Instance.from_data(data), Spots(found))
        assert greedy["a"].on.isoformat() == on

    def test_no_wish_makes_a_review_late(self):
        # Of a review that is late already, the days after its legal day only cost more.
        late = review(
            "a", "2026-11-17", "2026-12-18", legal_latest="2026-11-16", joined=[["2026-12-01"] * 2]
        )
        assert days(instance(late))["a"] == "2026-11-17"
        found = Instance.from_data(instance(late))
        assert plan_greedily(found, Spots(found))["a"].on.isoformat() == "2026-11-17"

    def test_a_sum_that_does_not_add_up_is_found(self):
        data = instance(review("a", "2026-11-17", "2026-12-18", joined=[["2026-12-09"] * 2]))
        answer = plan(data)
        answer["costs"] = answer["costs"] | {"joined": 1}
        (broken,) = broken_rules(data, answer)
        assert broken.rule == "cost" and "counted anew" in broken.words

    def test_a_period_that_ends_before_it_begins_is_named(self):
        data = instance(review("a", *WEEK, joined=[["2026-12-09", "2026-12-01"]]))
        with pytest.raises(InstanceError, match="review a: a period ends"):
            Instance.from_data(data)

    def test_a_weight_of_nothing_is_no_wish(self):
        data = instance(
            *[review(f"r{n}", "2026-11-17", "2026-12-18") for n in range(3)],
            weights={"even": 0, "slack": 0},
        )
        assert plan(data)["objective"] == 0

    def test_nobody_travels_if_it_can_be_helped(self):
        who = person("hale")
        reviews = [review(k, *WEEK, school=k, people=["hale"]) for k in ("oak", "elm")]
        data = instance(*reviews, schools=[school("oak"), school("elm")], people=[who])
        assert len(set(days(data).values())) == 2


class TestStability:
    def test_one_change_moves_few(self):
        reviews = [
            review(f"r{n:02}", "2026-11-17", "2027-03-19", people=["hale"]) for n in range(20)
        ]
        data = instance(*reviews, people=[person("hale")])
        first = {row["review"]: row for row in plan(data)["placed"]}
        taken = first["r07"]["on"]
        again = [
            each | {"previous": {"on": first[each["key"]]["on"], "at": first[each["key"]]["at"]}}
            for each in reviews
        ]
        changed = instance(*again, people=[person("hale", away=[[taken, taken]])])
        second = {row["review"]: row["on"] for row in plan(changed)["placed"]}
        moved = {key for key, row in first.items() if second[key] != row["on"]}
        assert moved == {key for key, row in first.items() if row["on"] == taken}


class TestReading:
    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"format": "other"}, "“format” must be"),
            ({"weights": {"luck": 1}}, "No such weight: luck"),
            ({"weights": {"even": 101}}, "0 to 100"),
            ({"reviews": [review("a", *WEEK, school="ash")]}, "no school ash"),
            ({"reviews": [review("a", *WEEK, people=["nobody"])]}, "no person nobody"),
            ({"reviews": [review("a", *WEEK), review("a", *WEEK)]}, "Two review rows"),
            ({"reviews": [{"key": "a"}]}, "review a: 'school' is missing"),
            ({"schools": [school(terms=[["2026-12-18", "2026-09-03"]])]}, "before it begins"),
            ({"schools": [school(most_a_day=0)]}, "too few"),
            (
                {
                    "schools": [
                        school(
                            slots=[{"at": "09:00", "minutes": 90}, {"at": "10:00", "minutes": 60}]
                        )
                    ]
                },
                "must not overlap",
            ),
        ],
    )
    def test_what_is_wrong_is_said(self, change, words):
        with pytest.raises(InstanceError, match=words):
            Instance.from_data(instance(review("a", *WEEK)) | change)
