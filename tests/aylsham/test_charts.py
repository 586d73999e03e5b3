"""Charts: the same figures in the drawing and in the table, patterns, no style attribute."""

from xml.etree import ElementTree

import pytest

from aylsham.charts import Series, bar_chart, line_chart, sparkline

SVG = "{http://www.w3.org/2000/svg}"
HERE = Series("Here & there", (14.2, None, 16.0))
ENGLAND = Series("England", (13.6, 13.6, 14.1))


@pytest.mark.parametrize("chart", [bar_chart, line_chart])
def test_a_chart_says_its_figures_three_times(chart):
    drawing = chart("On <the> register", ["Autumn", "Spring", "Summer"], [HERE, ENGLAND], unit="%")
    svg = ElementTree.fromstring(drawing.svg)
    assert svg.findtext(f"{SVG}title") == "On <the> register"
    assert "Spring: Here & there not shown, England 13.6%" in svg.findtext(f"{SVG}desc")
    assert drawing.heads == ("", "Here & there", "England")
    assert drawing.rows[0] == ("Autumn", "14.2%", "13.6%")
    assert drawing.rows[2] == ("Summer", "16%", "14.1%")
    words = [text.text for text in svg.iter(f"{SVG}text")]
    assert "16%" in words
    assert "style=" not in drawing.svg


def test_series_differ_without_colour():
    drawing = bar_chart("Needs", ["A"], [Series(str(i), (i,)) for i in range(1, 6)])
    patterns = [
        tuple(part.tag for part in p) + tuple(part.get("d", "") for part in p)
        for p in ElementTree.fromstring(drawing.svg).iter(f"{SVG}pattern")
    ]
    assert len(set(patterns)) == 5


def test_a_bar_is_as_long_as_its_figure():
    drawing = bar_chart("Needs", ["A", "B"], [Series("Here", (10, 5))])
    widths = [
        float(r.get("width"))
        for r in ElementTree.fromstring(drawing.svg).iter(f"{SVG}rect")
        if r.get("stroke")
    ]
    assert widths[0] == 2 * widths[1]


@pytest.mark.parametrize("chart", [bar_chart, line_chart])
@pytest.mark.parametrize("values", [(), (None,), (0,), (0.04,), (3,), (1234567,)])
def test_odd_figures_draw_too(chart, values):
    labels = [f"T{i}" for i in range(len(values))]
    ElementTree.fromstring(chart("Odd", labels, [Series("Here", tuple(values))]).svg)


def test_a_sparkline_has_words():
    assert "<title>Rising from 2 to 7</title>" in sparkline("Rising from 2 to 7", (2, None, 7))
