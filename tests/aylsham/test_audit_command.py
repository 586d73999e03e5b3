"""`manage audit`: sentences for a person, one object for a machine, 1 when something was touched."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from aylsham.audit.verify import Report, Touched, verify_school
from aylsham.management.commands.audit import _sentences
from tests.aylsham.audit_log import as_owner, event_ids, seal_all, write_events
from tests.factories import SchoolFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def school(tmp_path, settings):
    settings.AUDIT_WITNESS_DIR = tmp_path / "witness"
    return SchoolFactory(slug="fen")


def run(*arguments) -> str:
    out = StringIO()
    call_command("audit", *arguments, stdout=out)
    return out.getvalue()


def test_it_says_what_is_sealed_and_what_is_not_yet(school):
    write_events([school], 4)
    seal_all()
    write_events([school], 2)
    text = run("verify")
    assert "fen: intact. 6 events, 1 seals." in text
    assert "Not yet sealed: 2 events, the oldest of" in text


def test_sealing_by_hand(school):
    write_events([school], 3)
    seal_all()
    assert run("seal") == "Nothing new to seal.\n"
    assert json.loads(run("seal", "--json")) == {"sealed": []}


def test_json_is_one_object(school):
    write_events([school], 3)
    seal_all()
    report = json.loads(run("verify", "--school", "fen", "--json"))
    assert report["intact"] is True
    (only,) = report["schools"]
    assert (only["school"], only["events"], only["sealed"], only["findings"]) == ("fen", 3, 3, [])


def test_an_unknown_school_is_said_to_be_one(school):
    with pytest.raises(CommandError, match=r"There is no school “nowhere”\. Schools: fen\."):
        run("verify", "--school", "nowhere")


def test_a_damaged_witness_is_said_to_be_one(school, settings):
    settings.AUDIT_WITNESS_DIR.mkdir()
    (settings.AUDIT_WITNESS_DIR / "2026-11-23.jsonl").write_text('{"at": "yesterday"}\n')
    with pytest.raises(CommandError, match="cannot be read"):
        run("verify")


def test_a_copy_of_the_witness_from_an_email_will_do(school, settings, tmp_path):
    write_events([school], 3)
    seal_all()
    (file,) = settings.AUDIT_WITNESS_DIR.iterdir()
    mail = tmp_path / "mail.txt"
    mail.write_text("Dear head,\n\n" + file.read_text() + "\nYours\n")
    file.write_text("")
    assert "knows nothing of this school" in run("verify")
    assert "Note" not in run("verify", "--witness", str(mail))


def test_a_deleted_school_is_found(school, settings):
    write_events([school], 3)
    seal_all()
    (file,) = settings.AUDIT_WITNESS_DIR.iterdir()
    file.write_text(file.read_text().replace(str(school.pk), "0" * 8 + str(school.pk)[8:]))
    with pytest.raises(SystemExit, match="1"):
        run("verify")


def test_the_report_names_events_in_a_sentence(school):
    write_events([school], 14)
    seal_all()
    with as_owner(school) as cursor:
        gone = event_ids(school)[:12]
        cursor.execute("DELETE FROM aylsham_auditevent WHERE id = ANY(%s)", [gone])
        report = verify_school(school, [])
    text = _sentences(report)
    assert "fen: TOUCHED. 2 events, 1 seals." in text
    assert f"deleted: Events {gone[0]}, " in text
    assert "and 2 more were deleted after seal 1 (" in text


def test_an_empty_report_is_intact():
    assert Report("fen").is_intact
    assert set(Touched)
