"""Lanes on one axis of time: nothing is joined between two lanes, every thing is in the table."""

import datetime as dt
from xml.etree import ElementTree

from aylsham.lanes import Lane, Moment, Stretch, on_one_axis

SVG = "{http://www.w3.org/2000/svg}"
FIRST, LAST = dt.date(2025, 9, 1), dt.date(2026, 11, 23)


def day(month, year=2026):
    return dt.date(year, month, 15)


def drawn(*lanes):
    drawing = on_one_axis("A <child>", FIRST, LAST, lanes)
    return drawing, ElementTree.fromstring(drawing.svg)


def test_everything_stands_in_the_table_in_order_of_time():
    drawing, svg = drawn(
        Lane("Helps", stretches=(Stretch(day(3), None, "A & B"), Stretch(day(1), day(2), "C"))),
        Lane("Tests", moments=(Moment(day(5), "YARC, 82"),)),
        Lane("Attendance", moments=(Moment(day(4), "94 %", 94),), bounds=(70, 100)),
    )
    assert drawing.rows == (
        ("15 Jan 2026 to 15 Feb 2026", "Helps", "C"),
        ("15 Mar 2026 to now", "Helps", "A & B"),
        ("15 Apr 2026", "Attendance", "94 %"),
        ("15 May 2026", "Tests", "YARC, 82"),
    )
    assert "Tests: YARC, 82, 15 May 2026" in svg.findtext(f"{SVG}desc")
    assert "style=" not in drawing.svg


def test_values_are_joined_within_a_lane_and_moments_without_a_scale_never():
    values = Lane("A", moments=tuple(Moment(day(m), str(m), m) for m in (1, 2, 3)), bounds=(0, 4))
    tests = Lane("T", moments=tuple(Moment(day(m), str(m)) for m in (1, 2, 3)))
    thick = [
        [p for p in drawn(lane)[1].iter(f"{SVG}path") if p.get("stroke-width") == "2.5"]
        for lane in (values, tests)
    ]
    assert [len(each) for each in thick] == [2, 0]
    _, both = drawn(values, values)
    assert len([p for p in both.iter(f"{SVG}path") if p.get("stroke-width") == "2.5"]) == 4


def test_what_began_before_the_axis_begins_at_its_edge():
    _, svg = drawn(Lane("S", stretches=(Stretch(dt.date(2020, 1, 1), None, "SEN support"),)))
    (bar,) = svg.iter(f"{SVG}rect")
    assert float(bar.get("x")) == 150
    assert float(bar.get("x")) + float(bar.get("width")) <= 920


def test_a_lane_whose_values_are_all_the_same_can_be_drawn():
    drawn(Lane("A", moments=(Moment(LAST, "0", 0), Moment(LAST, "0", 0)), bounds=(0, 0)))


def test_words_stand_above_their_own_bar_and_on_no_other():
    one, two = Stretch(day(1), None, "Sits in front"), Stretch(day(3), None, "A ruler")
    _, svg = drawn(Lane("Helps", stretches=(one, two)))
    bars = [
        (float(b.get("y")), float(b.get("y")) + float(b.get("height")))
        for b in svg.iter(f"{SVG}rect")
    ]
    words = [float(t.get("y")) for t in svg.iter(f"{SVG}text") if t.text in (one.words, two.words)]
    for line in words:  # from the top of a capital to the foot of a g
        assert all(foot <= line - 11 or top >= line + 3 for top, foot in bars)
