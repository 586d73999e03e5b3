"""`manage plan_reviews`: reads and writes the documented files, and checks them."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.ehcp.scheduling.makers import instance, review

DATA = instance(review("a", "2026-11-30", "2026-12-04"))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "instance.json"
    path.write_text(json.dumps(DATA))
    return path


def test_a_plan_is_written_and_passes_the_check(file, tmp_path, capsys):
    out = tmp_path / "plan.json"
    call_command("plan_reviews", str(file), "--out", str(out), "--seconds", "5")
    assert "1 placed, 0 not" in capsys.readouterr().out
    answer = json.loads(out.read_text())
    assert (answer["format"], answer["status"]) == ("aylsham-review-plan-1", "optimal")
    call_command("plan_reviews", str(file), "--check", str(out))
    assert "Every hard rule is kept" in capsys.readouterr().out


def test_a_plan_that_was_tampered_with_is_found(file, tmp_path, capsys):
    bad = {
        "placed": [{"review": "a", "on": "2026-12-25", "at": "09:30", "room": "hall"}],
        "unplaced": [],
    }
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(bad))
    with pytest.raises(CommandError, match="rules are broken"):
        call_command("plan_reviews", str(file), "--check", str(path))
    assert "school_day" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["{", '{"format": "x", "schools": [], "reviews": []}'])
def test_a_file_that_cannot_be_read_is_refused(tmp_path, text):
    path = tmp_path / "bad.json"
    path.write_text(text)
    with pytest.raises(CommandError):
        call_command("plan_reviews", str(path))
