"""`manage suppress`: tables in and out as JSON, what it refuses, and how it ends."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from aylsham.management.commands.suppress import Command
from aylsham.suppression import json_form
from tests.aylsham.suppression.test_json_form import tables


def run(path, *flags):
    out = StringIO()
    call_command("suppress", str(path), *flags, stdout=out)
    return out.getvalue()


@pytest.fixture
def file_of(tmp_path):
    def write(text):
        path = tmp_path / "tables.json"
        path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return path

    return write


def test_a_small_cell_goes_with_a_second_and_the_rest_comes_back_as_it_was(file_of):
    given = tables()
    out = json.loads(run(file_of(given)))
    (table,) = out["tables"]
    assert table["cells"] == [[None, None, 9], [None, None, 11], [13, 7, 20]]
    assert {**table, "cells": given["tables"][0]["cells"]} == given["tables"][0]


def test_what_it_prints_it_can_attack_and_a_planted_cell_is_found(file_of):
    out = json.loads(run(file_of(tables())))
    assert run(file_of(out), "--attack") == "No hidden count is given away.\n"
    out["tables"][0]["cells"][0][0] = 7
    with pytest.raises(CommandError, match=r"Given away: 1\."):
        run(file_of(out), "--attack")


def test_it_names_what_is_given_away_and_ends_with_1(file_of, capsys):
    """As from a shell: the count with its least and most, then the status (no database asked)."""
    out = json.loads(run(file_of(tables())))
    out["tables"][0]["cells"][0][0] = 7
    path = str(file_of(out))
    with pytest.raises(SystemExit) as ending:
        Command().run_from_argv(["manage", "suppress", path, "--attack", "--skip-checks"])
    assert ending.value.code == 1
    printed = capsys.readouterr()
    assert printed.out == "years/Year 3/EHC plan: 2 to 2\n" and "Given away: 1." in printed.err


@pytest.mark.parametrize("flags", [(), ("--attack",)])
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "tables.json cannot be read as JSON"),
        ("", "tables.json cannot be read as JSON"),
        ("[]", "tables.json is not a JSON object"),
    ],
)
def test_bad_json_is_refused_in_words(file_of, text, says, flags):
    with pytest.raises(CommandError, match=says):
        run(file_of(text), *flags)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match=r"none\.json cannot be read"):
        run(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"tables": []}, "“format” is not"),
        (tables(settings={"treshold": 3}), "no setting “treshold”"),
        (tables(cells={"a": -1}), "whole number"),
        (tables(cells={"a": 5}, sums=[{"whole": "a", "parts": ["b"]}]), "no count “b”"),
        (tables(sums=[{}]), "missing or of the wrong kind"),
    ],
)
def test_tables_that_do_not_hold_together_are_refused(file_of, data, says):
    with pytest.raises(CommandError, match=says):
        run(file_of(data))


def test_what_is_no_published_table_cannot_be_attacked(file_of):
    with pytest.raises(CommandError, match="no published tables"):
        run(file_of({"format": "aylsham-tables-1"}), "--attack")


def test_help_says_where_the_format_stands_and_it_does_stand_there():
    assert "aylsham/suppression/json_form.py" in Command.help
    assert json_form.FORMAT in (json_form.__doc__ or "")
    words = Command().create_parser("manage", "suppress").format_help()
    assert "--attack" in words and "ends with 1" in " ".join(words.split())
