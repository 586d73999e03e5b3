"""Whatever the owner of the tables does to a sealed log, `verify` finds it and names it."""

import random
from contextlib import contextmanager
from unittest import mock

import pytest
from django.conf import settings
from django.db import connection

from aylsham.audit.seals import seal_events
from aylsham.audit.verify import Touched, verify_school
from aylsham.audit.witness import read_witness
from aylsham.tenancy.row_security import set_schools
from tests.aylsham.audit_log import (
    as_owner,
    event_ids,
    seal_all,
    second_session,
    write_events,
    write_in,
)
from tests.conftest import connect_as
from tests.factories import FederationFactory, SchoolFactory

pytestmark = pytest.mark.django_db(transaction=True)

INSTANCES = 20
SEALS = 6
EDITS = {
    "actor_name": "'Somebody else'",
    "actor_id": "gen_random_uuid()",
    "actor_roles": "'head'",
    "action": "'print'",
    "at": "at + interval '1 microsecond'",
    "xid": "xid + 1",
    "subject_type": "'pupils.need'",
    "subject_id": "'x'",
    "pupil_ids": "pupil_ids || gen_random_uuid()",
    "detail": """'{"shown": 2}'""",
    "request_id": "gen_random_uuid()",
}


@pytest.fixture
def schools(tmp_path, settings):
    """Two schools with six seals each; some events came late, some were rolled back."""
    settings.AUDIT_WITNESS_DIR = tmp_path / "witness"
    federation = FederationFactory()
    schools = [SchoolFactory(federation=federation) for _ in range(2)]
    for _ in range(SEALS):
        with second_session(schools[0]) as (session, cursor):
            write_in(cursor, schools[0])
            write_events(schools, 12)
            session.commit()
            write_in(cursor, schools[0])
            session.rollback()
        for school in schools:
            write_events([school], 2)
        seal_all()
    return schools


@contextmanager
def tampering(schools):
    """Everything inside is undone again; gives the owner's cursor."""
    with as_owner(*schools) as cursor:
        yield cursor


def kinds(school):
    witness = [line for line in read_witness() if line.school_id == school.pk]
    report = verify_school(school, witness)
    return report, {finding.kind for finding in report.findings}


def _named(report, kind):
    return [i for f in report.findings if f.kind == kind for i in f.events]


def test_an_untouched_log_is_intact(schools):
    with tampering(schools):
        for school in schools:
            report, found = kinds(school)
            assert found == set()
            assert (report.not_yet_sealed, report.seals) == (0, SEALS)


@pytest.mark.parametrize("column", EDITS)
def test_an_edited_row_is_named(schools, column):
    for _ in range(INSTANCES // 4):
        with tampering(schools) as cursor:
            event = random.choice(event_ids(schools[0]))
            cursor.execute(
                f"UPDATE aylsham_auditevent SET {column} = {EDITS[column]} WHERE id = %s", [event]
            )
            report, found = kinds(schools[0])
            assert Touched.EDITED in found
            assert _named(report, Touched.EDITED) == [event]
            assert kinds(schools[1])[1] == set()


def test_a_deleted_row_is_named(schools):
    for _ in range(INSTANCES):
        with tampering(schools) as cursor:
            gone = sorted(random.sample(event_ids(schools[0]), random.randint(1, 3)))
            cursor.execute("DELETE FROM aylsham_auditevent WHERE id = ANY(%s)", [gone])
            report, found = kinds(schools[0])
            assert found == {Touched.DELETED}
            assert sorted(_named(report, Touched.DELETED)) == gone


def test_a_row_moved_to_another_school_is_named_at_both(schools):
    for _ in range(INSTANCES):
        with tampering(schools) as cursor:
            event = random.choice(event_ids(schools[0]))
            cursor.execute("ALTER TABLE aylsham_auditevent DISABLE TRIGGER keep_school")
            cursor.execute(
                "UPDATE aylsham_auditevent SET school_id = %s WHERE id = %s", [schools[1].pk, event]
            )
            assert _named(kinds(schools[0])[0], Touched.DELETED) == [event]
            assert _named(kinds(schools[1])[0], Touched.INSERTED) == [event]


INSERT = """
INSERT INTO aylsham_auditevent (id, xid, at, school_id, actor_name, actor_roles, action,
                                subject_type, subject_id, pupil_ids, detail)
SELECT {id}, {xid}, {at}, school_id, actor_name, actor_roles, action, subject_type, subject_id,
       pupil_ids, detail
  FROM aylsham_auditevent WHERE id = %s RETURNING id
"""


@pytest.mark.parametrize(
    ("id_", "xid", "at"),
    [
        # With the number and transaction of a neighbour
        ("gap", "xid", "at"),
        ("gap", "xid", "clock_timestamp()"),
        # With a number of its own but an old transaction
        ("nextval('aylsham_auditevent_id_seq')", "xid", "at"),
        # In a real transaction of today, slipped into a gap
        ("gap", "pg_current_xact_id()::text::bigint", "at"),
        ("gap", "pg_current_xact_id()::text::bigint", "clock_timestamp()"),
        # Under everything
        ("-5", "xid", "at"),
    ],
)
def test_a_row_put_into_a_sealed_stretch_is_named(schools, id_, xid, at):
    for _ in range(INSTANCES // 2):
        with tampering(schools) as cursor:
            model = random.choice(event_ids(schools[0]))
            number = str(random.choice(_gaps(cursor))) if id_ == "gap" else id_
            cursor.execute(INSERT.format(id=number, xid=xid, at=at), [model])
            (event,) = cursor.fetchone()
            report, found = kinds(schools[0])
            assert found == {Touched.INSERTED}
            assert _named(report, Touched.INSERTED) == [event]


def test_a_row_slipped_into_a_gap_is_still_named_when_it_has_been_sealed(schools):
    for _ in range(3):
        connect_as(settings.DATABASE_OWNER_URL)
        with connection.cursor() as cursor:
            both = ",".join(str(school.pk) for school in schools)
            cursor.execute("SELECT set_config('app.school_ids', %s, false)", [both])
            model = random.choice(event_ids(schools[0]))
            gap = random.choice(_gaps(cursor))
            xid = "pg_current_xact_id()::text::bigint"
            cursor.execute(INSERT.format(id=gap, xid=xid, at="clock_timestamp()"), [model])
        connect_as(settings.DATABASE_URL)
        seal_all()
        with as_owner(*schools):
            report, found = kinds(schools[0])
            assert report.not_yet_sealed == 0
            assert found == {Touched.INSERTED}
            assert gap in _named(report, Touched.INSERTED)


def test_a_new_row_with_an_old_time_is_named(schools):
    for ago in ("1 hour", "6 seconds", "-7 seconds", "3 days"):
        with tampering(schools) as cursor:
            # Sealed a minute ago, so that the seals are older than the clock's trembling.
            cursor.execute("SELECT count(*) FROM aylsham_auditseal")
            model = random.choice(event_ids(schools[0]))
            at = f"clock_timestamp() - interval '{ago}' - (clock_timestamp() - %s)"
            sql = INSERT.format(
                id="nextval('aylsham_auditevent_id_seq')",
                xid="pg_current_xact_id()::text::bigint",
                at=at,
            )
            newest = read_witness()[-1].at
            cursor.execute(sql, [newest, model])
            (event,) = cursor.fetchone()
            if ago.startswith("-"):
                cursor.execute(
                    "UPDATE aylsham_auditevent SET at = clock_timestamp() + interval '7 seconds'"
                    " WHERE id = %s",
                    [event],
                )
            report, found = kinds(schools[0])
            assert found == {Touched.MISDATED}
            assert _named(report, Touched.MISDATED) == [event]


def _gaps(cursor) -> list[int]:
    """Numbers below the newest that nobody has: rolled back."""
    cursor.execute(
        "SELECT n FROM generate_series(1, (SELECT max(id) FROM aylsham_auditevent)) AS n"
        " WHERE NOT EXISTS (SELECT FROM aylsham_auditevent WHERE id = n)"
    )
    found = [n for (n,) in cursor.fetchall()]
    assert found
    return found


@pytest.mark.parametrize("count", [1, 2, 4])
def test_a_cut_tail_is_found(schools, count):
    """Events and the seals over them, both gone: only the witness remembers."""
    with tampering(schools) as cursor:
        _cut(cursor, schools[0], SEALS - count)
        report, found = kinds(schools[0])
        assert found == {Touched.TAIL_CUT}
        (finding,) = report.findings
        assert finding.seals == list(range(SEALS - count + 1, SEALS + 1))
        assert kinds(schools[1])[1] == set()


def test_everything_gone_is_found(schools):
    with tampering(schools) as cursor:
        cursor.execute("DELETE FROM aylsham_auditseal")
        cursor.execute("DELETE FROM aylsham_auditevent")
        for school in schools:
            assert kinds(school)[1] == {Touched.TAIL_CUT}


def test_events_whose_seals_are_gone_are_no_new_events(schools):
    for number in range(1, SEALS + 1):
        with tampering(schools) as cursor:
            cursor.execute(
                "DELETE FROM aylsham_auditseal WHERE school_id = %s AND number = %s",
                [schools[0].pk, number],
            )
            report, found = kinds(schools[0])
            expected = Touched.TAIL_CUT if number == SEALS else Touched.SEAL_MISSING
            assert found == {expected}
            assert report.findings[0].seals == [number]


SEAL_EDITS = {
    "count": "count + 1",
    "last_id": "last_id + 1",
    "sealed_at": "sealed_at - interval '1 second'",
    "digests": "set_byte(digests, 0, get_byte(digests, 0) # 255)",
    "ids": "ids || 1000000::bigint",
    "drawn_up_to": "drawn_up_to - 1",
    "begun_up_to": "begun_up_to + 1",
    "over_below": "over_below - 1",
    "origin": "origin || '0'",
    "hash": "sha256(hash)",
    "previous_hash": "sha256(previous_hash)",
}


@pytest.mark.parametrize("column", SEAL_EDITS)
def test_an_edited_seal_is_found(schools, column):
    for number in range(1, SEALS + 1):
        with tampering(schools) as cursor:
            cursor.execute(
                f"UPDATE aylsham_auditseal SET {column} = {SEAL_EDITS[column]}"
                " WHERE school_id = %s AND number = %s",
                [schools[0].pk, number],
            )
            report, found = kinds(schools[0])
            assert found
            assert (
                number in {n for f in report.findings for n in f.seals} or report.findings[0].events
            )


def test_a_whole_history_written_anew_does_not_agree_with_the_witness(schools):
    """Rows edited and every seal made again: the chain holds, the witness does not."""
    with tampering(schools) as cursor:
        cursor.execute("UPDATE aylsham_auditevent SET actor_name = 'Nobody' WHERE id % 3 = 0")
        cursor.execute("DELETE FROM aylsham_auditseal")
        with mock.patch("aylsham.audit.seals.append_to_witness"):
            seal_events()
        set_schools(s.pk for s in schools)
        for school in schools:
            assert kinds(school)[1] == {Touched.SEAL_REPLACED, Touched.TAIL_CUT}


def _cut(cursor, school, keep: int) -> None:
    """Undo everything after a seal, in both tables."""
    cursor.execute(
        "DELETE FROM aylsham_auditevent AS e USING aylsham_auditseal AS s"
        " WHERE s.school_id = %s AND s.number > %s AND e.school_id = s.school_id AND e.id = ANY(s.ids)",
        [school.pk, keep],
    )
    cursor.execute(
        "DELETE FROM aylsham_auditseal WHERE school_id = %s AND number > %s", [school.pk, keep]
    )
