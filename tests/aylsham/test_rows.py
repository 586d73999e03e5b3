"""`{% rows %}`: a long table, filled row by row."""

from dataclasses import dataclass

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe


@dataclass
class Child:
    name: str


@dataclass
class Line:
    child: Child
    mark: str = ""


def written(block: str, *lines: Line, **context) -> str:
    template = Template("{% load rows %}{% rows lines %}" + block + "{% endrows %}")
    return template.render(Context({"lines": lines, **context}))


def test_each_row_fills_the_places():
    assert written("<i>{child.name}</i>", Line(Child("Ann")), Line(Child("Ben"))) == (
        "<i>Ann</i><i>Ben</i>"
    )


def test_what_people_wrote_is_escaped_and_no_place_itself():
    line = Line(Child('<script>"{mark}%s&'), mark="secret")
    assert written("{child.name}", line) == "&lt;script&gt;&quot;{mark}%s&amp;"


def test_a_mark_of_ours_is_not_escaped():
    assert written("{mark}", Line(Child("Ann"), mark_safe("<b>!</b>"))) == "<b>!</b>"


def test_the_block_itself_is_a_template_and_may_hold_a_percent_sign():
    block = "{% if wide %}100 % {child.name}{% endif %}"
    assert written(block, Line(Child("Ann")), wide=True) == "100 % Ann"
    assert written(block, Line(Child("Ann")), wide=False) == ""


def test_a_place_that_no_row_has_is_a_fault():
    with pytest.raises(AttributeError):
        written("{child.nickname}", Line(Child("Ann")))


def test_no_rows_are_no_markup():
    assert written("<i>{child.name}</i>") == ""
