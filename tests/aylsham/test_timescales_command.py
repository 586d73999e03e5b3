"""`manage timescales`: what it prints, how it ends, and when it needs the database."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from aylsham.models import School
from running.manage import asks_for_school
from tests.cases import CASES, DATA
from tests.factories import SchoolFactory
from tests.school_years import school_year


def run(*args):
    """Standard output and exit status of the command."""
    out = StringIO()
    try:
        call_command("timescales", *args, stdout=out)
    except SystemExit as ending:
        return out.getvalue(), ending.code
    return out.getvalue(), 0


def file_of(tmp_path, *cases, **more):
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({"cases": cases, **more}), encoding="utf-8")
    return path


def case(**changes):
    return {
        "id": "T1",
        "rule_code": "ehcna.advice",
        "inputs": {"advice_request_received_by_school": "2026-10-19"},
        "expected": {"advice_due_by": "2026-11-30"},
    } | changes


def test_check_passes_the_whole_file():
    out, status = run("check", str(DATA / "date_cases.json"))
    assert (out, status) == (f"{len(CASES)} passed, 0 failed\n", 0)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"expected": {"advice_due_by": "2026-11-29"}}, "should be 2026-11-29, is 2026-11-30"),
        ({"expected": {"something": 1}}, "something should be 1, is nothing"),
        ({"rule_code": "no.such"}, "There is no rule “no.such”"),
        ({"inputs": {}}, "Give advice_request_received_by_school"),
        ({"inputs": None}, "needs “inputs” and “expected”"),
    ],
)
def test_check_prints_what_failed_and_exits_1(tmp_path, changes, says):
    out, status = run("check", str(file_of(tmp_path, case(), case(**changes))))
    assert says in out
    assert out.endswith("1 passed, 1 failed\n")
    assert status == 1


@pytest.mark.parametrize(
    "odd",
    [
        "a sentence",
        None,
        ["ehcna.clock"],
        {},
        {"id": {"a": 1}, "rule_code": 5, "inputs": {}, "expected": {}},
        case(rule_code=["x"]),
        case(rule_code="no.such", inputs={"a": None}, expected={"b": None}),
        case(rule_code="no.such", inputs={"a": None}, expected={}),
        case(inputs={"advice_request_received_by_school": ["2026-10-19"]}),
        case(inputs={"advice_request_received_by_school": {"on": "2026-10-19"}}),
        case(inputs={"advice_request_received_by_school": True}),
        case(inputs={"advice_request_received_by_school": 20261019}),
        case(inputs={"advice_request_received_by_school": "9999-12-31"}),
        case(inputs={"advice_request_received_by_school": "0001-01-01"}),
        case(expected={"advice_due_by": ["2026-11-30"]}),
        case(rule_code="school.census_days", inputs={"academic_year_starting": 9999}),
        case(rule_code="school.census_days", inputs={"academic_year_starting": [2026]}),
        case(rule_code="annual_review.phase_transfer", inputs={"transfer_year": 0}),
        case(rule_code="lac.pep", inputs={"entered_care": "9999-12-20"}),
        case(rule_code="records.retention", inputs={"dob": "2016-01-01", "record": ["x"]}),
        *(
            case(
                rule_code="records.education_record",
                inputs={"received": "2026-01-12", "calendar": calendar},
            )
            for calendar in (["x"], {"x": 1}, {"terms": [1]}, {"terms": []}, "nobody's", None, 5)
        ),
    ],
)
def test_whatever_a_case_holds_it_fails_in_words(tmp_path, odd):
    out, status = run("check", str(file_of(tmp_path, case(), odd)))
    assert out.endswith("1 passed, 1 failed\n")
    assert status == 1


def test_show_says_what_is_wrong_with_a_far_date():
    with pytest.raises(CommandError, match="between 1900 and 2199"):
        run("show", "ehcna.clock", "request_received=9999-12-31")
    with pytest.raises(CommandError, match="four digits"):
        run("show", "school.census_days", "academic_year_starting=0000")


def test_check_names_facts_that_a_rule_does_not_know(tmp_path):
    inputs = {"advice_request_received_by_school": "2026-10-19", "weather": "fine"}
    wrong = case(inputs=inputs, expected={"advice_due_by": "2026-12-01"})
    out, _ = run("check", str(file_of(tmp_path, wrong)))
    assert "facts it does not know: weather" in out


def test_a_required_fact_known_to_be_missing_gives_no_date(tmp_path):
    missing = case(inputs={"advice_request_received_by_school": None}, expected={"due": None})
    assert run("check", str(file_of(tmp_path, missing)))[1] == 0


def test_any_case_may_name_a_calendar_and_ask_for_the_day_to_do_it_by(tmp_path):
    calendars = {"ours": {"terms": [["2026-09-03", "2026-12-18"], ["2027-01-05", "2027-03-25"]]}}
    by = case(
        rule_code="annual_review.due",
        inputs={"plan_made": "2026-02-01", "calendar": "ours"},
        expected={"meeting_latest": "2027-01-03", "meeting_latest_do_by": "2026-12-18"},
    )
    assert run("check", str(file_of(tmp_path, by, calendars=calendars))) == (
        "1 passed, 0 failed\n",
        0,
    )


def test_check_json_is_one_object(tmp_path):
    out, status = run("check", str(file_of(tmp_path, case(rule_code="no.such"))), "--json")
    found = json.loads(out)
    assert (found["passed"], found["failed"], status) == (0, 1, 1)
    assert found["failures"][0]["id"] == "T1"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cases": [], "calendars": {"x": {}}}'])
def test_check_of_another_file_says_so(tmp_path, text):
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError):
        run("check", str(path))
    with pytest.raises(CommandError, match="cannot be read"):
        run("check", str(tmp_path / "missing.json"))


def test_show_prints_date_do_by_owner_and_citation():
    out, _ = run("show", "annual_review.phase_transfer", "transfer_year=2027")
    assert "Sun 22 Nov 2026  Hold the phase-transfer review meeting" in out
    assert "do by Fri 20 Nov 2026 · School" in out
    assert "Sun 14 Feb 2027" in out
    assert "do by Fri 12 Feb 2027 · Council · SEND Regs 2014 regs 2, 18(1)(b) · law" in out


def test_show_json_is_one_object():
    out, _ = run("show", "ehcp.appeal", "decision_letter=2026-06-30", "--json")
    found = json.loads(out)
    assert found["rule"] == "ehcp.appeal"
    assert found["results"]["submit_by"] == "2026-09-01"
    (line,) = [each for each in found["dates"] if each["key"] == "submit_by"]
    assert (line["date"], line["do_by"], line["owed_by"]) == ("2026-09-01", "2026-09-01", "parent")
    assert "HESC" in line["citation"]


def test_show_takes_a_calendar(tmp_path):
    facts = ("records.education_record", "received=2026-11-02", "calendar=ours")
    calendars = {"ours": {"terms": [["2026-09-03", "2026-12-18"]]}}
    path = file_of(tmp_path, calendars=calendars)
    out, _ = run("show", *facts, "--calendars", str(path), "--json")
    assert json.loads(out)["results"]["due_by"] == "2026-11-23"


@pytest.mark.django_db
def test_show_takes_the_calendar_of_a_school():
    """The week of its half-term is left out."""
    school = SchoolFactory(slug="oak", name="Oak Primary")
    school_year(school)
    facts = ("records.education_record", "received=2026-10-12", "calendar=oak")
    found = json.loads(run("show", *facts, "--json")[0])
    assert found["results"]["due_by"] == "2026-11-09"
    assert found["facts"]["calendar"] == "Oak Primary"
    meeting = ("annual_review.meeting_clock", "meeting=2026-11-11", "calendar=oak")
    (line,) = [
        each
        for each in json.loads(run("show", *meeting, "--json")[0])["dates"]
        if each["key"] == "invite_and_advice_by"
    ]
    assert (line["date"], line["do_by"]) == ("2026-10-28", "2026-10-23")  # in half-term


@pytest.mark.django_db
def test_a_calendar_that_nobody_has_is_said():
    with pytest.raises(CommandError, match=r"no calendar “ours”. Known calendars: norfolk_2025_26"):
        run("show", "records.education_record", "received=2026-11-02", "calendar=ours")


def test_without_a_database_the_published_calendars_are_named(monkeypatch):
    def gone(**facts):
        raise OperationalError("connection refused")

    monkeypatch.setattr(School.objects, "filter", gone)
    with pytest.raises(CommandError, match=r"no calendar “oak”. Known calendars: norfolk_2025_26"):
        run("show", "records.education_record", "received=2026-11-02", "calendar=oak")


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("show records.education_record received=2026-11-02 calendar=oak", True),
        ("show records.education_record received=2026-11-02 calendar=norfolk_2025_26", False),
        ("show records.education_record calendar=ours --calendars ours.json", False),
        ("show annual_review.due plan_made=2026-01-12", False),
        ("check cases.json", False),
    ],
)
def test_the_database_is_started_for_a_schools_calendar_alone(words, asks):
    assert asks_for_school(["timescales", *words.split()]) is asks


def test_a_calendar_sets_the_days_to_do_things_by():
    facts = ("annual_review.meeting_clock", "meeting=2026-01-16", "calendar=norfolk_2025_26")
    out, _ = run("show", *facts, "--json")
    (line,) = [d for d in json.loads(out)["dates"] if d["key"] == "invite_and_advice_by"]
    assert line["do_by"] == "2025-12-19"


def test_show_without_a_rule_lists_them():
    out, _ = run("show")
    assert "annual_review.phase_transfer" in out
    assert len(json.loads(run("show", "--json")[0])["rules"]) >= 31


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("no.such",), "There is no rule “no.such”. `timescales show` lists the rules"),
        (("ehcna.clock",), "Give request_received"),
        (("ehcna.clock", "2026-09-07"), "is not fact=value. ehcna.clock takes: request_received"),
        (("ehcna.clock", "request_received=soon"), "is not a date"),
    ],
)
def test_show_says_what_to_do(args, says):
    with pytest.raises(CommandError, match=says):
        run("show", *args)
