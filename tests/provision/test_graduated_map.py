"""A council's map, INDES and element 3 as data, and the sums beside them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision.rules.elements import Allocation, against_threshold, cohort_sums, financial_year
from provision.rules.graduated_map import norfolk, shapes_from

THRESHOLD = 600_000


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (dt.date(2025, 10, 31), None),
        (dt.date(2025, 11, 1), "2025-11"),
        (dt.date(2026, 11, 23), "2025-11"),
    ],
)
def test_the_map_of_a_day(day, version):
    found = norfolk().map_on(day)
    assert (found and found.version) == version


def test_three_tiers_and_a_line_in_the_order_of_the_columns():
    shape = norfolk().map_on(dt.date(2026, 11, 23))
    assert [(tier.code, tier.label) for tier in shape.tiers] == [
        ("U", "Universal"),
        ("T", "Targeted"),
        ("E", "Enhanced"),
    ]
    keys = [column.key for column in shape.columns]
    assert len(set(keys)) == len(keys)
    row = shape.row({"pence": 21_180, "name": "Talk Boost"})
    assert (row[keys.index("name")], row[keys.index("pence")]) == ("Talk Boost", 21_180)
    assert row.count(None) == len(keys) - 2
    with pytest.raises(KeyError, match="no column for shoe_size"):
        shape.row({"shoe_size": 3})


@pytest.mark.parametrize(
    ("day", "version", "sections"),
    [
        (dt.date(2026, 7, 2), "pre-2026-07", 7),
        (dt.date(2026, 7, 3), "2026-07", 0),
    ],
)
def test_indes_changed_on_the_third_of_july(day, version, sections):
    found = norfolk().indes_on(day)
    assert (found.version, len(found.sections)) == (version, sections)


def test_what_the_council_has_not_published_is_not_made_up():
    new = norfolk().indes_on(dt.date(2026, 11, 23))
    assert "not available to us" in new.note
    element_3 = norfolk().element_3_on(dt.date(2026, 11, 23))
    assert "not published" in element_3.note
    assert norfolk().element_3_on(dt.date(2025, 8, 31)) is None


OTHER = """
council = "Elsewhere"
[[map]]
version = "1"
from = 2026-01-01
sure = "{sure}"
tier = [{{code = "A", label = "Wave 1", means = "Everybody", sure = "V"}}]
column = [{{key = "name", label = "What", kind = "{kind}", sure = "V"}}]
"""


def test_another_council_has_its_own_words():
    found = shapes_from(OTHER.format(sure="S", kind="text"))
    assert found.maps[0].tiers[0].label == "Wave 1"
    assert found.indes_on(dt.date(2026, 11, 23)) is None


@pytest.mark.parametrize(
    ("sure", "kind", "words"),
    [("X", "text", "how sure a fact is: X"), ("V", "colour", "kind of column: colour")],
)
def test_a_faulty_file_says_what_is_wrong(sure, kind, words):
    with pytest.raises(ValueError, match=words):
        shapes_from(OTHER.format(sure=sure, kind=kind))


@pytest.mark.parametrize(
    ("spent", "above", "words"),
    [
        (599_999, 0, "£0.01 below the £6,000.00 of element 2."),
        (600_000, 0, "Exactly the £6,000.00 of element 2."),
        (600_001, 1, "£0.01 above the £6,000.00 that element 2 guides."),
    ],
)
def test_beside_the_threshold(spent, above, words):
    found = against_threshold([("a", spent - 1000), ("a", 1000)], THRESHOLD)["a"]
    assert (found.above, found.words) == (above, words)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 900_000)), max_size=60))
def test_the_children_add_up_to_all_shares(parts):
    found = against_threshold(parts, THRESHOLD)
    assert sum(each.spent for each in found.values()) == sum(pence for _, pence in parts)
    spent = [each.spent for each in found.values()]
    assert spent == sorted(spent, reverse=True)


def test_element_3_for_each_year():
    letters = [Allocation(2025, 100, 20), Allocation(2026, 300, 0), Allocation(2026, 0, 50)]
    found = cohort_sums(letters, {2026: 400, 2027: 10})
    assert [(s.financial_year, s.received, s.planned, s.left) for s in found] == [
        (2025, 120, 0, 120),
        (2026, 350, 400, -50),
        (2027, 0, 10, -10),
    ]


@pytest.mark.parametrize(
    ("day", "year"), [(dt.date(2027, 3, 31), 2026), (dt.date(2027, 4, 1), 2027)]
)
def test_a_financial_year_begins_in_april(day, year):
    assert financial_year(day) == year
