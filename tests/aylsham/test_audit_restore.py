"""A restored copy: known as one, and the log goes on in it when somebody says so."""

import json
from io import StringIO
from unittest import mock

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from aylsham.audit import seals
from aylsham.audit.verify import verify_school
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from tests.aylsham.audit_log import (
    as_owner,
    event_ids,
    seal_all,
    second_session,
    write_events,
    write_in,
)
from tests.conftest import connect_as, dismiss_emptier
from tests.factories import FederationFactory, SchoolFactory

pytestmark = pytest.mark.django_db(transaction=True)
#: Far above the transaction numbers of the server that the tests run on.
ELSEWHERE = 10**12


@pytest.fixture
def schools(tmp_path, settings):
    settings.AUDIT_WITNESS_DIR = tmp_path / "witness"
    federation = FederationFactory()
    return [SchoolFactory(federation=federation) for _ in range(2)]


def verify() -> dict:
    """What `manage audit verify --json` says, with its exit status."""
    out = StringIO()
    status = 0
    try:
        call_command("audit", "verify", "--json", stdout=out)
    except SystemExit as stop:
        status = stop.code
    return json.loads(out.getvalue()) | {"status": status}


def found(report: dict) -> list[str]:
    return [f["kind"] for school in report["schools"] for f in school["findings"]]


@pytest.fixture
def old_copy(schools):
    """A copy of the database, after which the original went on; the copy is now in use."""
    for _ in range(2):
        write_events(schools, 10)
        seal_all()
    write_events(schools, 4)
    name = connection.settings_dict["NAME"]
    connection.close()
    dismiss_emptier()
    maintenance = psycopg.conninfo.make_conninfo(settings.DATABASE_OWNER_URL, dbname="postgres")
    with psycopg.connect(maintenance, autocommit=True) as owner:
        owner.execute(f'CREATE DATABASE "{name}_copy" TEMPLATE "{name}"')
    try:
        write_events(schools, 10)
        seal_all()
        connection.close()
        connection.settings_dict["NAME"] = f"{name}_copy"
        yield schools
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name
        with psycopg.connect(maintenance, autocommit=True) as owner:
            owner.execute(f'DROP DATABASE "{name}_copy" WITH (FORCE)')


def test_an_old_copy_is_known_as_one(old_copy):
    report = verify()
    assert report["status"] == 1
    assert found(report) == ["old_copy", "old_copy"]
    assert [f["seals"] for s in report["schools"] for f in s["findings"]] == [[3], [3]]


def test_an_old_copy_goes_on_when_somebody_says_that_it_is_one(old_copy):
    call_command("audit", "seal", "--after-restore", stdout=StringIO())
    report = verify()
    assert (report["status"], found(report)) == (0, [])
    assert all("seal 3 was lost" in s["notes"][0].lower() for s in report["schools"])
    assert sum(s["not_yet_sealed"] for s in report["schools"]) == 0
    write_events(old_copy, 10)
    seal_all()
    report = verify()
    assert (report["status"], sum(s["sealed"] for s in report["schools"])) == (0, 34)


def _of_another_server():
    real = seals.take_moment

    def moment():
        here = real()
        return seals.replace(
            here,
            over_below=here.over_below + ELSEWHERE,
            begun_up_to=here.begun_up_to + ELSEWHERE,
            origin="1/" + here.origin.partition("/")[2],
        )

    return mock.patch("aylsham.audit.seals.take_moment", moment)


@pytest.fixture
def moved(schools):
    """A log that another server wrote and sealed, but for its last events."""
    for sealed in (True, True, False):
        write_events(schools, 12)
        _rewrite(f"UPDATE aylsham_auditevent SET xid = xid + {ELSEWHERE} WHERE xid < {ELSEWHERE}")
        if sealed:
            with _of_another_server():
                seal_all()
    return schools


def _rewrite(statement: str) -> None:
    """As the owner, for good."""
    connect_as(settings.DATABASE_OWNER_URL)
    try:
        with school_transaction(*School.objects.all()), connection.cursor() as cursor:
            cursor.execute("SET LOCAL aylsham.rewrite_history = 'on'")
            cursor.execute(statement)
    finally:
        connect_as(settings.DATABASE_URL)


def test_on_another_server_nothing_is_sealed_until_somebody_says_so(moved):
    assert seals.seal_events() == []
    report = verify()
    assert (report["status"], found(report)) == (0, [])
    assert all("--after-restore" in s["notes"][-1] for s in report["schools"])
    write_events(moved, 6)
    assert (verify()["status"], found(verify())) == (0, [])


def test_on_another_server_the_log_goes_on_after_a_restore(moved):
    write_events(moved, 6)  # before anybody remembered
    call_command("audit", "seal", "--after-restore", stdout=StringIO())
    report = verify()
    assert (report["status"], found(report)) == (0, [])
    assert [s["not_yet_sealed"] for s in report["schools"]] == [0, 0]
    for _ in range(2):
        write_events(moved, 8)
        seal_all()
    report = verify()
    assert (report["status"], found(report)) == (0, [])
    assert sum(s["sealed"] for s in report["schools"]) == 36 + 6 + 16


@pytest.mark.parametrize("stretch", ["before", "in", "after"])
def test_tampering_is_found_on_either_side_of_a_restore(moved, stretch):
    call_command("audit", "seal", "--after-restore", stdout=StringIO())
    write_events(moved, 8)
    seal_all()
    with as_owner(*moved) as cursor:
        ids = event_ids(moved[0])
        event = {"before": ids[0], "in": ids[-5], "after": ids[-1]}[stretch]
        cursor.execute("DELETE FROM aylsham_auditevent WHERE id = %s", [event])
        (finding,) = verify_school(moved[0], []).findings
        assert (finding.kind, finding.events) == ("deleted", [event])


def test_a_row_put_under_a_restore_is_found(moved):
    call_command("audit", "seal", "--after-restore", stdout=StringIO())
    with as_owner(*moved) as cursor:
        cursor.execute(
            "INSERT INTO aylsham_auditevent (id, school_id, actor_name, actor_roles, action,"
            " subject_type, subject_id, pupil_ids, detail)"
            " VALUES (-1, %s, 'Bo', '', 'print', '', '', '{}', '{}')",
            [moved[0].pk],
        )
        (finding,) = verify_school(moved[0], []).findings
        assert (finding.kind, finding.events) == ("inserted", [-1])


def test_an_event_written_during_the_restore_is_waited_for(schools):
    """A transaction that is open when somebody says so may still bring a low number."""
    write_events(schools, 4)
    with second_session(schools[0]) as (_, cursor):
        write_in(cursor, schools[0])
        with pytest.raises(TimeoutError, match="Stop the application"):
            seals.wait_for_open_transactions(timeout=0.5)
