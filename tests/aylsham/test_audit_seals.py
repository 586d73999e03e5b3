"""Sealing: everything committed, nothing late, one sealer at a time."""

import pytest
from django.conf import settings
from django.db import connection

from aylsham.audit.seals import seal_events
from aylsham.audit.verify import verify_school
from aylsham.audit.witness import read_witness, thin_witness
from aylsham.models import AuditEvent, AuditSeal
from aylsham.tenancy.row_security import school_transaction
from tests.aylsham.audit_log import (
    seal_all,
    second_session,
    unsealed,
    wait_until_sealable,
    write_events,
    write_in,
)
from tests.factories import FederationFactory, SchoolFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def schools(tmp_path, settings):
    settings.AUDIT_WITNESS_DIR = tmp_path / "witness"
    federation = FederationFactory()
    return [SchoolFactory(federation=federation) for _ in range(3)]


def _report(school):
    witness = [line for line in read_witness() if line.school_id == school.pk]
    with school_transaction(school):
        return verify_school(school, witness)


def _last_xid(school):
    with school_transaction(school):
        return AuditEvent.objects.filter(school=school).latest("xid").xid


def test_a_pass_seals_everything_committed_at_every_school(schools):
    write_events(schools, 40)
    seal_all()
    for school in schools:
        report = _report(school)
        assert (report.not_yet_sealed, report.seals, report.findings) == (0, 1, [])
    assert sum(_report(s).sealed for s in schools) == 40


def test_sealing_is_a_handful_of_statements_however_many_schools(
    schools, django_assert_num_queries
):
    write_events(schools, 30)
    seal_all()
    write_events(schools, 30)
    # Schools; begin, wall, lock, two of the moment; savepoint, seal, release; commit.
    with django_assert_num_queries(10):
        seal_events()


def test_nothing_new_leaves_no_seal(schools):
    write_events(schools, 5)
    seal_all()
    assert seal_events() == []


def test_each_seal_holds_the_hash_of_the_one_before(schools):
    school = schools[0]
    for _ in range(3):
        write_events([school], 4)
        seal_all()
    with school_transaction(school):
        seals = list(AuditSeal.objects.filter(school=school))
    assert [s.number for s in seals] == [1, 2, 3]
    assert [bytes(s.previous_hash) for s in seals[1:]] == [bytes(s.hash) for s in seals[:-1]]
    assert bytes(seals[0].previous_hash) == b""


def test_an_open_transaction_keeps_its_own_and_later_events_waiting(schools):
    """What it has written is nobody's to see yet, and must not come into a sealed stretch."""
    school = schools[0]
    write_events([school], 3)
    seal_all()
    with second_session(school) as (session, cursor):
        write_in(cursor, school)
        write_events([school], 5)
        seal_events()
        assert unsealed(school) == 5
        report = _report(school)
        assert (report.not_yet_sealed, report.findings) == (5, [])
        session.commit()
    seal_all()
    report = _report(school)
    assert (report.sealed, report.not_yet_sealed, report.findings) == (9, 0, [])


def test_events_from_before_a_long_transaction_are_sealed_all_the_same(schools):
    school = schools[0]
    write_events([school], 4)
    last = _last_xid(school)
    with second_session(school) as (_, cursor):
        write_in(cursor, school)
        wait_until_sealable(last)
        seal_events()
        assert unsealed(school) == 0


def test_a_late_event_has_a_number_inside_what_is_sealed_and_is_no_false_alarm(schools):
    school = schools[0]
    write_events([school], 3)
    with second_session(school) as (session, cursor):
        late = write_in(cursor, school)
        write_events([school], 3)
        session.commit()
    seal_all()
    with school_transaction(school):
        ids = [e.id for e in AuditEvent.objects.order_by("id")]
    assert ids.index(late) == 3
    assert _report(school).findings == []


def test_the_newest_open_transaction_is_no_false_alarm_either(schools):
    """The snapshot does not count it as begun: nobody after it has ended yet."""
    school = schools[0]
    write_events([school], 3)
    with second_session(school) as (session, cursor):
        write_in(cursor, school)
        wait_until_sealable(_last_xid(school))
        seal_events()
        write_in(cursor, school)
        session.commit()
    assert _report(school).findings == []
    seal_all()
    report = _report(school)
    assert (report.sealed, report.findings) == (5, [])


def test_rolled_back_events_leave_gaps_but_no_alarm(schools):
    school = schools[0]
    for _ in range(3):
        with second_session(school) as (session, cursor):
            write_in(cursor, school)
            session.rollback()
        write_events([school], 2)
        seal_all()
    report = _report(school)
    assert (report.sealed, report.findings) == (6, [])


def test_a_second_sealer_does_nothing(schools):
    write_events(schools, 5)
    with second_session(schools[0]) as (_, cursor):
        cursor.execute("SELECT pg_advisory_xact_lock(4716002)")
        assert seal_events() == []
    seal_all()
    assert sum(_report(s).sealed for s in schools) == 5


def test_sealing_locks_nothing_that_a_request_needs(schools):
    """A request's insert finishes while a sealer's transaction is still open."""
    school = schools[0]
    write_events([school], 3)
    with second_session(school) as (_, cursor):
        cursor.execute("SELECT pg_advisory_xact_lock(4716002)")
        cursor.execute("SELECT count(*) FROM aylsham_auditevent")
        with connection.cursor() as mine:
            mine.execute("SET lock_timeout = '2s'")
        write_events([school], 1)
    with school_transaction(school):
        assert AuditEvent.objects.count() == 4


def test_the_witness_has_every_seal_and_thins_to_one_a_day(schools):
    for _ in range(3):
        write_events(schools, 12)
        seal_all()
    lines = read_witness()
    with school_transaction(*schools):
        seals = list(AuditSeal.objects.order_by("number"))
        assert {line.hash for line in lines} == {bytes(seal.hash).hex() for seal in seals}
    thin_witness(before=max(line.at for line in lines).date())
    assert read_witness() == lines
    (file,) = settings.AUDIT_WITNESS_DIR.glob("*.jsonl")
    file.rename(file.with_stem("2026-01-05"))
    thin_witness(before=max(line.at for line in lines).date())
    thinned = read_witness()
    # A busy machine may seal twice what was written in three goes: the last one stays.
    last = {seal.school_id: seal.number for seal in seals}
    assert {line.school_id: line.number for line in thinned} == last
    assert len(thinned) == len(schools)
