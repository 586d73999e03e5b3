"""`manage plan_staff`: reads and writes the documented files, checks them, plans absences."""

import json

import pytest
from django.core.management import CommandError, call_command

from staff.planning import apart
from tests.staff.planning.makers import adult, demand, instance, session

DATA = instance(demand("read", "ben", sessions=2), adults=[adult("ann"), adult("bob")])


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "week.json"
    path.write_text(json.dumps(DATA))
    return str(path)


def test_a_plan_is_written_and_passes_the_check(file, tmp_path, capsys):
    out = tmp_path / "plan.json"
    call_command("plan_staff", file, "--out", str(out), "--seconds", "5", "--workers", "1")
    assert "2 sessions, 0 not covered, 0 legal minutes missing" in capsys.readouterr().out
    answer = json.loads(out.read_text())
    assert (answer["format"], answer["status"]) == ("aylsham-staff-plan-1", "optimal")
    call_command("plan_staff", file, "--check", str(out))
    assert "Every hard rule is kept" in capsys.readouterr().out


def test_the_greedy_plan_is_a_plan_by_hand(file, tmp_path, capsys):
    out = tmp_path / "greedy.json"
    call_command("plan_staff", file, "--greedy", "--out", str(out))
    assert "unmet_legal_minutes 0" in capsys.readouterr().out
    call_command("plan_staff", file, "--check", str(out))


def test_a_plan_that_breaks_a_rule_is_found(file, tmp_path, capsys):
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({"sessions": [session("read", "ann", 0, "09:07")]}))
    with pytest.raises(CommandError, match="1 rules are broken"):
        call_command("plan_staff", file, "--check", str(path))
    assert "period:read" in capsys.readouterr().err


def test_who_is_out_and_who_steps_in(file, tmp_path, capsys):
    plan = tmp_path / "plan.json"
    rows = [session("read", "ann", 0, "09:00"), session("read", "ann", 1, "09:00")]
    plan.write_text(json.dumps({"sessions": rows}))
    call_command("plan_staff", file, "--absent", "ann", "--plan", str(plan), "--weekday", "1")
    answer = json.loads(capsys.readouterr().out)
    (gap,) = answer["fallen"]
    assert gap["swaps"][0]["words"] == "Bob: trained, new, free"
    assert answer["sessions"] == [rows[0], session("read", "bob", 1, "09:00")]
    assert answer["lost"] == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--absent", "ann"], "needs --plan and --weekday"),
        (["--absent", "zoe", "--plan", "x", "--weekday", "0"], "No adult zoe"),
        (["--check", "nowhere.json"], "nowhere.json cannot be read"),
    ],
)
def test_what_is_missing_is_said(file, options, words):
    with pytest.raises(CommandError, match=words):
        call_command("plan_staff", file, *options)


def test_locks_that_exclude_each_other_are_said(tmp_path, capsys):
    lock = {"demand": "read", "adult": "ann", "weekday": 0, "at": "07:00"}
    path = tmp_path / "week.json"
    path.write_text(json.dumps({**DATA, "locks": [lock]}))
    with pytest.raises(CommandError, match="locks exclude each other"):
        call_command("plan_staff", str(path), "--seconds", "5")
    assert "This lock cannot be: READ with Ann on Mon at 07:00" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["{", "[]", '{"format": "x"}'])
def test_a_file_that_cannot_be_read_is_refused(tmp_path, text):
    path = tmp_path / "bad.json"
    path.write_text(text)
    with pytest.raises(CommandError):
        call_command("plan_staff", str(path))


def test_the_process_of_its_own_reads_plans_and_says_how_far_it_is(monkeypatch, capsys):
    import io
    import sys

    monkeypatch.setattr(apart, "set_limits", lambda *limits: None)
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(DATA)))
    assert apart.main(2, 2000) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["status"] == "optimal"
    assert said.err.splitlines()[0] == "0 6 Section F of an EHC plan"
    monkeypatch.setattr(sys, "stdin", io.StringIO("{}"))
    assert apart.main(2, 2000) == apart.CANNOT_BE_READ
