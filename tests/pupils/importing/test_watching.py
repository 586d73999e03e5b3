"""The folder of the night: what is written without a person, and what waits for one."""

import datetime as dt
import os

import pytest
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import Job
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import ImportKind, ImportState
from pupils.models import FileImport, Pupil
from pupils.selectors.importing import summary
from pupils.services.importing.running import run_import
from pupils.services.importing.watching import import_from_folder, watched_folder
from pupils.tasks.imports import look_into_folders
from tests.factories import TODAY, SchoolFactory, member, put_on_register

from .makers import SAMPLES, child, csv_bytes, upn

pytestmark = pytest.mark.usefixtures("today")
NIGHT = dt.datetime(2026, 11, 23, 3, 10, tzinfo=dt.UTC)


@pytest.fixture
def school(db, settings, tmp_path):
    """A school with a watched folder and twenty children."""
    settings.WATCHED_DIR = tmp_path
    school = SchoolFactory(slug="bure-valley", name="Bure Valley School")
    (tmp_path / school.slug).mkdir()
    run_import(
        school=school,
        kind=ImportKind.ROLL,
        data=csv_bytes(roll()),
        name="first.csv",
        today=TODAY,
        by=None,
        is_written=True,
    )
    return school


def roll(**changes):
    """Twenty children, of whom the first has these cells."""
    return [child(1, **changes), *(child(n) for n in range(2, 21))]


def drop(settings, school, rows, name="roll.csv", age=dt.timedelta(hours=1)):
    """Put a file into the folder as it would have been some time ago."""
    path = settings.WATCHED_DIR / school.slug / name
    path.write_bytes(rows if isinstance(rows, bytes) else csv_bytes(rows))
    moment = (NIGHT - age).timestamp()
    os.utime(path, (moment, moment))
    return path


def look(school):
    """What the night does."""
    return import_from_folder(school, now=NIGHT, today=TODAY)


def test_a_new_roll_is_written_at_night(settings, school):
    drop(settings, school, roll(Surname="Elm"))
    done = look(school)
    assert (done.state, done.is_unattended, done.made_by) == (ImportState.DONE, True, None)
    assert done.counts["changed"] == 1
    assert Pupil.objects.get(upn=upn(1)).last_name == "Elm"


def test_the_same_file_is_not_read_again(settings, school):
    drop(settings, school, roll(Surname="Elm"))
    assert look(school)
    assert look(school) is None
    drop(settings, school, roll(Surname="Elm"), name="later.csv", age=dt.timedelta(minutes=30))
    assert look(school) is None


def test_the_newest_file_counts_and_others_are_passed_over(settings, school):
    drop(settings, school, roll(Surname="Old"), name="old.csv", age=dt.timedelta(days=1))
    drop(settings, school, roll(Surname="New"), name="new.csv")
    drop(settings, school, b"x", name="~lock.csv", age=dt.timedelta(minutes=5))
    drop(settings, school, b"x", name="readme.md", age=dt.timedelta(minutes=5))
    look(school)
    assert Pupil.objects.get(upn=upn(1)).last_name == "New"


def test_a_file_that_is_still_being_written_waits(settings, school):
    drop(settings, school, roll(Surname="Elm"), age=dt.timedelta(seconds=20))
    assert look(school) is None


def test_what_was_entered_here_is_kept_at_night_too(settings, school):
    put_on_register(Pupil.objects.get(upn=upn(1)))
    drop(settings, school, roll(Surname="Elm"))
    done = look(school)
    assert done.state == ImportState.DONE
    assert done.preview["kept"][0]["differences"][0]["field"] == "sen_status"


@pytest.mark.parametrize(
    ("rows", "because"),
    [
        ([child(n) for n in range(1, 11)], "10 children on roll are not in the file"),
        ([child(n) for n in range(1, 29)], "8 of 28 children are new"),
        ([child(n, Surname="") for n in range(1, 21)], "20 of 20 rows have faults"),
        (
            csv_bytes([child(n) for n in range(1, 21)]) + b"\r\nStaff,Role\r\nMrs Bee,LSA\r\n",
            "A second table in the file was not read.",
        ),
        ((SAMPLES / "9262998_CTF_9262999_001.xml").read_bytes(), "transfer file"),
    ],
)
def test_what_looks_wrong_waits_for_a_person(settings, school, rows, because):
    drop(settings, school, rows, name="roll.txt")
    waiting = look(school)
    assert waiting.state == ImportState.READY
    assert because in waiting.held_because
    assert Pupil.objects.count() == 20


def test_children_who_have_left_are_no_faults_at_night(settings, school):
    rows = [child(n, Left="") for n in range(1, 21)]
    gone = [child(n, Left="20/07/2026") for n in range(21, 41)]
    drop(settings, school, [*rows, *gone])
    done = look(school)
    assert (done.state, done.held_because) == (ImportState.DONE, "")
    assert (done.counts["rows"], done.counts["good"]) == (40, 40)
    assert "need you" not in summary(done)


def test_a_swapped_upn_waits_for_a_person(settings, school):
    rows = roll(UPN=upn(2))
    rows[1]["UPN"] = upn(1)
    drop(settings, school, rows)
    waiting = look(school)
    assert waiting.state == ImportState.READY
    assert waiting.held_because == "2 of 20 rows have the UPN of another child."
    assert Pupil.objects.get(upn=upn(1)).first_name == "Sama"


def test_a_first_roll_waits_for_a_person(settings, tmp_path, db):
    settings.WATCHED_DIR = tmp_path
    empty = SchoolFactory(slug="new-school")
    (tmp_path / "new-school").mkdir()
    drop(settings, empty, roll())
    assert look(empty).held_because == "It is the school's first roll."


def test_a_file_that_cannot_be_read_is_in_the_log(settings, school, caplog):
    drop(settings, school, b"%PDF-1.7", name="Sam.csv")
    assert "PDF" in look(school).refusal
    assert "watched folder of bure-valley was refused: This is a PDF" in caplog.text
    assert "Sam.csv" not in caplog.text


def test_a_file_that_is_far_too_large_is_refused_unread_and_told_once(
    settings, school, caplog, client
):
    path = drop(settings, school, b"")
    with path.open("wb") as file:
        file.truncate(100_000_001)
    os.utime(path, (NIGHT.timestamp() - 3600,) * 2)
    refused = look(school)
    assert (refused.state, refused.content, refused.is_unattended) == ("refused", None, True)
    assert "100 MB" in refused.refusal
    assert "watched folder of bure-valley was refused: The file is 100 MB" in caplog.text
    assert look(school) is None
    client.force_login(member(school, Role.OFFICE))
    body = client.get(reverse("imports", args=[school.slug])).content.decode()
    assert "The file is 100 MB" in body and "Watched folder" in body


def test_a_large_file_that_was_put_right_is_read_the_next_night(settings, school):
    path = drop(settings, school, b"")
    with path.open("wb") as file:
        file.truncate(100_000_001)
    os.utime(path, (NIGHT.timestamp() - 7200,) * 2)
    look(school)
    drop(settings, school, roll(Surname="Elm"))
    assert look(school).state == ImportState.DONE


def test_a_school_without_a_folder_has_none(settings, school, tmp_path):
    assert watched_folder(school).newest is None
    settings.WATCHED_DIR = tmp_path / "elsewhere"
    assert watched_folder(school) is None
    assert look(school) is None


def test_the_clock_asks_once_a_night(settings, school):
    drop(settings, school, roll(Surname="Elm"))
    for _ in range(3):
        look_into_folders()
    job = Job.objects.get(kind="watch_folder")
    assert run_job(job.pk) == JobState.DONE
    job.refresh_from_db()
    assert job.result["state"] == ImportState.DONE
    with school_transaction(school):
        assert FileImport.objects.filter(is_unattended=True).count() == 1
