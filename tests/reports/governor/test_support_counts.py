"""How children are supported, counted: who is counted as what, on the day before, on and after a limit."""

import datetime as dt
from dataclasses import replace

import pytest

from aylsham.codes import TermName
from aylsham.suppression.audience import Audience
from aylsham.suppression.protecting import protect
from reports.governor.counting import Counted, add_up
from reports.governor.facts import Child, Stay, Stretch, Support, TermDays
from reports.governor.linking import Owner, linked
from reports.governor.record import Given, Record, Sampled, Spent, together
from reports.governor.support import _met, shared_kinds
from reports.governor.terms import TermKey

DAY = dt.date(2026, 11, 23)
LONG_AGO = dt.date(2023, 9, 1)


def child(since: dt.date = LONG_AGO, came: dt.date = LONG_AGO, status: str = "K") -> Child:
    return Child("4", (Stay(came, None),), (Stretch(status, since, None, "school"),))


@pytest.mark.parametrize(
    ("term", "meetings", "since", "came", "expected"),
    [
        (TermName.AUTUMN, 1, LONG_AGO, LONG_AGO, "enough"),
        (TermName.AUTUMN, 0, LONG_AGO, LONG_AGO, "fewer"),
        (TermName.SPRING, 1, LONG_AGO, LONG_AGO, "fewer"),
        (TermName.SUMMER, 3, LONG_AGO, LONG_AGO, "enough"),
        (TermName.SUMMER, 2, LONG_AGO, LONG_AGO, "fewer"),
        # Two weeks into the term: a whole term still; a day later: new.
        (TermName.AUTUMN, 0, dt.date(2026, 9, 17), LONG_AGO, "fewer"),
        (TermName.AUTUMN, 0, dt.date(2026, 9, 18), LONG_AGO, "new"),
        (TermName.AUTUMN, 0, LONG_AGO, dt.date(2026, 9, 18), "new"),  # from another school
        (TermName.AUTUMN, 1, dt.date(2026, 9, 18), LONG_AGO, "enough"),
    ],
)
def test_parents_are_met_once_a_term_unless_the_child_is_new(term, meetings, since, came, expected):
    days = TermDays(TermKey(2026, term), dt.date(2026, 9, 3), DAY)
    assert _met(child(since, came), Support(meetings=meetings), DAY, days) == expected


def counts(**more) -> dict[str, int]:
    """A register of 30: 24 with SEN support, 6 with plans."""
    return {
        "roll": 100, "none": 70, "register": 30, "K": 24, "E": 6,
        "plan:in_date": 14, "plan:late": 6, "plan:none": 4,
        "met:enough": 20, "met:fewer": 10, "met:new": 0,
    } | more  # fmt: skip


def test_four_without_a_plan_are_not_worked_out_from_the_others():
    found = protect(linked(Counted(counts()), Audience.PUBLIC, Owner("a")))
    shown = [found[f"a/plan:{part}"] for part in ("in_date", "late", "none")]
    assert shown[2] is None
    assert shown.count(None) >= 2  # the whole is known to be 24
    assert found["a/met:fewer"] is None or found["a/met:enough"] is None


def test_governors_see_what_the_school_does_for_all_and_not_who_is_away_from_class():
    away = {"out:all": 3, "out:sen": 3, "out:other": 0}
    found = protect(linked(Counted(counts(**away)), Audience.GOVERNORS, Owner("a")))
    assert found["a/plan:none"] == 4
    assert [found[f"a/{name}"] for name in away] == [None] * 3


def test_of_several_schools_only_what_is_known_at_each():
    knows = counts(**{"passport:read": 20, "passport:unread": 5, "passport:none": 5})
    whole = add_up([Counted(knows), Counted(counts())])
    assert "passport:read" not in whole.counts
    assert whole["plan:in_date"] == 28
    assert "plan:late" not in shared_kinds(whole.counts, [knows, {"roll": 3}])


def test_children_tested_twice_are_never_added_up_over_schools():
    whole = add_up([Counted({"tested:2026:x:y": 6}), Counted({"tested:2026:x:y": 7})])
    assert not whole.names("tested:")


def record(**more) -> Record:
    own = Record(
        given=(Given("a support plan", 100, 80, 10),),
        spent=(Spent("Core budget", 5000, 2000),),
        trained=("Attachment",),
        care=("2025 to 2026: fewer than five, or none.",),
        sampled=tuple(Sampled(lot, 3, 1, True, True) for lot in ("b", "d", "f")),
    )
    return replace(own, **more)


def test_a_federation_adds_up_what_its_schools_show_and_nothing_else():
    other = record(
        given=(Given("a support plan", 50, 20, 0), Given("another legal duty", 9, 9, 0)),
        spent=(),
        sampled=(Sampled("a", 1, 0, False, False),),
    )
    whole = together({"Oak": record(), "Elm": other})
    assert [(g.owed_by, g.planned, g.given) for g in whole.given] == [
        ("a support plan", 150, 100),
        ("another legal duty", 9, 9),
    ]
    assert [(s.source, s.spent) for s in whole.spent] == [("Core budget", 2000)]
    assert [each.lot for each in whole.sampled] == ["a", "b", "d"]
    assert whole.care == tuple(f"{name}: {record().care[0]}" for name in ("Oak", "Elm"))
    assert whole.trained == ("Attachment",)
