"""manage import_roll and manage import_plans, as a script uses them."""

import json

import pytest
from django.core.management import CommandError, call_command

from ehcp.models import EhcPlan
from pupils.models import FileImport, Pupil
from tests.factories import FederationFactory, SchoolFactory

from .makers import MESSY, SAMPLES, upn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
KEYS = [
    "columns",
    "unrecognised",
    "rows",
    "good",
    "new",
    "changed",
    "unchanged",
    "leavers",
    "faults",
]


@pytest.fixture
def school():
    """Bure Valley with nobody in it."""
    return SchoolFactory(
        slug="bure-valley", name="Bure Valley School", federation=FederationFactory(slug="aylsham")
    )


def run(capsys, *args):
    """The command's standard output."""
    call_command(*map(str, args))
    return capsys.readouterr().out


@pytest.mark.parametrize("path", sorted(MESSY.glob("*.expected.json")), ids=lambda p: p.name)
def test_one_json_object_and_nothing_else(capsys, school, path):
    source = next(p for p in MESSY.glob(path.name.split(".")[0] + ".*") if p != path)
    out = json.loads(run(capsys, "import_roll", source, "--school", "bure-valley", "--json"))
    expected = json.loads(path.read_text())
    assert list(out) == KEYS
    assert out["faults"] == expected["faults"]
    assert out["good"] == out["new"] == expected["good_rows"]
    assert out["unrecognised"] == []
    assert not Pupil.objects.exists()
    assert not FileImport.objects.exists()


def test_headings_are_named_as_the_file_has_them_and_remarks_go_to_the_error_output(
    capsys, school, tmp_path
):
    path = tmp_path / "roll.csv"
    path.write_text(
        '"UPN","Legal\nSurname",Forename,DOB,Year,"Blood  group"\n'
        f"{upn(1)},,Sam,03/12/2018,3,0\nTotal,1\n",
        newline="",
    )
    call_command("import_roll", str(path), "--school", "bure-valley", "--json")
    printed = capsys.readouterr()
    out = json.loads(printed.out)
    assert "Legal\nSurname" in out["columns"]
    assert out["faults"] == [{"row": 2, "column": "Legal\nSurname", "problem": "missing"}]
    assert out["unrecognised"] == ["Blood  group"]
    assert "Row 3 was passed over: a total or a note." in printed.err


def test_lines_without_a_column_and_what_was_repaired_read_well(capsys, school, tmp_path):
    path = tmp_path / "roll.csv"
    path.write_text(
        "UPN,Surname,Forename,DOB,Year\n"
        f"{upn(1)},Elm,Zo\x00e,03/12/2018,3,extra\n"
        f"{upn(2)},Oak,ZoÃ«,03/12/2018,3\n"
        "Staff,Role,Class\nMrs Bee,LSA,Ash\n"
    )
    out = run(capsys, "import_roll", path, "--school", "bure-valley")
    assert "Row 2: too many cells. The row has more cells" in out
    assert "Row 2, Forename: repaired characters. “Zo␀e” was read as “Zoe”." in out
    assert "Row 3, Forename: repaired characters. “ZoÃ«” was read as “Zoë”." in out
    assert ", :" not in out


def test_headings_stand_in_the_order_of_the_file(capsys, school):
    path = SAMPLES / "bure-valley_arbor.csv"
    out = json.loads(run(capsys, "import_roll", path, "--school", "bure-valley", "--json"))
    assert list(out["columns"])[:3] == ["Arbor student ID", "Legal first name", "Legal last name"]
    assert out["columns"]["UPN"] == "upn"


def test_commit_writes_and_the_second_time_nothing_changes(capsys, school):
    args = ("import_roll", SAMPLES / "bure-valley_arbor.csv", "--school", "bure-valley")
    first = json.loads(run(capsys, *args, "--commit", "--json"))
    second = json.loads(run(capsys, *args, "--commit", "--json"))
    assert (first["new"], second["new"], second["changed"], second["unchanged"]) == (229, 0, 0, 229)


def test_sentences_for_a_person(capsys, school):
    out = run(capsys, "import_roll", MESSY / "messy_01.csv", "--school", "bure-valley")
    assert "229 rows: 225 good, 225 new" in out
    assert "Row 13, Date of birth: not a date." in out
    assert out.rstrip().endswith("Nothing was written.")


def test_nothing_with_faults(capsys, school):
    args = ("import_roll", MESSY / "messy_01.csv", "--school", "bure-valley", "--commit")
    run(capsys, *args, "--nothing-with-faults")
    assert not Pupil.objects.exists()


def test_what_cannot_be_done_is_said_in_words(school, tmp_path):
    with pytest.raises(CommandError, match="There are: bure-valley"):
        call_command("import_roll", str(SAMPLES / "bure-valley_arbor.csv"), "--school", "nowhere")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_roll", str(tmp_path / "none.csv"), "--school", "bure-valley")
    pdf = tmp_path / "roll.csv"
    pdf.write_bytes(b"%PDF-1.7")
    with pytest.raises(CommandError, match="This is a PDF"):
        call_command("import_roll", str(pdf), "--school", "bure-valley")
    with (tmp_path / "huge.csv").open("wb") as huge:
        huge.truncate(100_000_000)
    with pytest.raises(CommandError, match="100 MB"):
        call_command("import_roll", huge.name, "--school", "bure-valley")


def test_plans_of_a_school_and_of_a_federation(capsys, school):
    roll = SAMPLES / "bure-valley_arbor.csv"
    tracker = SAMPLES / "sendco_ehcp_tracker.xlsx"
    run(capsys, "import_roll", roll, "--school", "bure-valley", "--commit")
    args = ("import_plans", tracker, "--federation", "aylsham", "--json")
    dry = json.loads(run(capsys, *args))
    assert (dry["rows"], dry["new"], dry["other_schools"]) == (30, 15, 15)
    assert not EhcPlan.objects.exists()
    out = json.loads(
        run(capsys, "import_plans", tracker, "--school", "bure-valley", "--commit", "--json")
    )
    assert out["faults"] == []
    assert EhcPlan.objects.count() == 15
    assert "30 rows" in run(capsys, "import_plans", tracker, "--school", "bure-valley")


def test_plans_of_nobody(school):
    with pytest.raises(CommandError, match="No such school or federation"):
        call_command("import_plans", str(SAMPLES / "sendco_ehcp_tracker.xlsx"), "--school", "x")
