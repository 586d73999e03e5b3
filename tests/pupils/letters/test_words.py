"""The words of letters: a closed list of placeholders, paragraphs, the shipped library."""

import datetime as dt

import pytest

from aylsham.school_calendar import SchoolCalendar
from pupils.rules.letters.clocks import CLOCKS, LAWS, own_date
from pupils.rules.letters.shipped.all import SHIPPED
from pupils.rules.letters.wording import Wording, faults_of, gaps_in
from pupils.rules.letters.words import blocks_of, filled, placeholders_in, unfilled

MONDAY = dt.date(2026, 11, 23)
TERM = SchoolCalendar(terms=((dt.date(2026, 9, 3), dt.date(2026, 12, 18)),), closed=())


def wording(body: str, **more) -> Wording:
    facts = {"code": "x", "title": "X", "to": "parents", "thing": "letter", "subject": "S"}
    return Wording(**facts | {"body": body} | more)


def test_the_library_is_whole():
    assert len(SHIPPED) >= 14
    for code, each in SHIPPED.items():
        assert faults_of(each) == [], code
        assert each.law in LAWS, code
        assert each.clock in ("", *CLOCKS), code
        assert "{addressee}" in each.body, code


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("Dear {mother}", "mother"),
        ("Dear {{ pupil.upn }}", "pupil.upn"),
        ("Dear {first name", "brace"),
        ("By {due date}", "Choose the date"),
        ("As {law}", "Choose the paragraph"),
        ("{% load x %}", "% load x %"),
    ],
    ids=["unknown", "code", "loose", "no clock", "no law", "tag"],
)
def test_a_template_that_names_what_nobody_knows_is_refused(body, fault):
    assert any(fault in each for each in faults_of(wording(body)))


def test_braces_in_a_childs_name_are_never_looked_up():
    values = {"first name": "{school}", "school": "Oakfield"}
    assert filled("{first name} of {school}", values) == "{school} of Oakfield"


def test_what_has_no_value_stays_to_be_filled_in():
    left = filled(
        "{first name} by {due date} at [time and place], [2022] EWHC 493", {"first name": "Mia"}
    )
    assert gaps_in(left) == ["{due date}", "[time and place]"]


def test_facts_are_taken_out_as_whole_words():
    values = {"first name": "Mia", "weeks passed": "6"}
    found = unfilled("Mia i Miami, 6 z 16", values, ["first name", "weeks passed"])
    assert found == "{first name} i Miami, {weeks passed} z 16"
    assert placeholders_in(found) == ["first name", "weeks passed"]


def test_paragraphs_headings_and_points():
    found = blocks_of("Dear you\r\n\r\n## What\n- one\n- two\nand more\n\n\nEnd\nof it")
    assert [(b.kind, b.text) for b in found] == [
        ("text", "Dear you"),
        ("heading", "What"),
        ("list", "one\ntwo"),
        ("text", "and more"),
        ("text", "End\nof it"),
    ]
    assert found[2].points == ("one", "two")
    assert blocks_of("a  b")[0].digest == blocks_of(" a\nb ")[0].digest


@pytest.mark.parametrize("code", sorted(CLOCKS))
def test_every_clock_gives_the_childs_own_day_with_rule_and_version(code):
    import django.apps

    assert django.apps.apps.ready
    found = own_date(code, MONDAY, TERM)
    assert found is not None
    assert found.citation
    assert found.rule_version
    assert found.rule_code == CLOCKS[code].rule_code


def test_the_days_after_a_review():
    four = own_date("review_4", dt.date(2026, 10, 5), TERM)
    twelve = own_date("review_12", dt.date(2026, 10, 5), TERM)
    assert (four.due_on, twelve.due_on) == (dt.date(2026, 11, 2), dt.date(2026, 12, 28))
    assert own_date("review_4", dt.date(1990, 1, 1), TERM) is None  # no version covers that day
