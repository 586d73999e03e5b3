"""A sealed log to tamper with, and the means of those who do."""

import contextlib
import random
import time
import uuid

import psycopg
from django.conf import settings
from django.db import connection, transaction

from aylsham.audit.codes import Action
from aylsham.audit.seals import seal_events, take_moment, wait_for_open_transactions
from aylsham.audit.services import record_event
from aylsham.models import AuditEvent, School
from aylsham.tenancy.row_security import school_transaction
from tests.conftest import connect_as

READS = [Action.VIEW_PUPIL, Action.VIEW_REGISTER, Action.CHANGE_NEEDS, Action.EXPORT_REGISTER]


def write_events(schools, count: int, by=None) -> None:
    """Events of several schools in turn, so that their numbers interleave."""
    for _ in range(count):
        school = random.choice(schools)
        with school_transaction(school):
            record_event(
                random.choice(READS),
                school=school,
                by=by,
                pupil_ids=[uuid.uuid4()],
                detail={"shown": 1},
            )


def seal_all() -> None:
    """Seal everything committed so far; other databases of the server may keep it waiting."""
    wait_for_open_transactions(timeout=120)
    seal_events()


def unsealed(school: School) -> int:
    """How many events no seal covers yet."""
    with school_transaction(school), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM aylsham_auditevent AS e WHERE school_id = %s AND NOT EXISTS"
            " (SELECT FROM aylsham_auditseal AS s WHERE s.school_id = e.school_id"
            "  AND e.id = ANY(s.ids))",
            [school.pk],
        )
        return cursor.fetchone()[0]


@contextlib.contextmanager
def second_session(school: School):
    """Another person's request, in a session of its own: a cursor inside its transaction."""
    url = psycopg.conninfo.make_conninfo(
        settings.DATABASE_URL, dbname=connection.settings_dict["NAME"]
    )
    with psycopg.connect(url) as session, session.cursor() as cursor:
        cursor.execute("SELECT set_config('app.school_ids', %s, false)", [str(school.pk)])
        yield session, cursor


def write_in(cursor, school: School) -> int:
    """An event written by hand in another session."""
    cursor.execute(
        "INSERT INTO aylsham_auditevent (school_id, actor_name, actor_roles, action, subject_type,"
        " subject_id, pupil_ids, detail) VALUES (%s, 'Bo', '', 'view_pupil', '', '', '{}', '{}')"
        " RETURNING id",
        [school.pk],
    )
    return cursor.fetchone()[0]


@contextlib.contextmanager
def as_owner(*schools: School):
    """Somebody who owns the tables and knows how to switch off what protects them.

    All inside one transaction that is rolled back at the end.
    """
    connect_as(settings.DATABASE_OWNER_URL)
    try:
        with school_transaction(*schools):
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL aylsham.rewrite_history = 'on'")
                yield cursor
            transaction.set_rollback(True)
    finally:
        connect_as(settings.DATABASE_URL)


def event_ids(school: School) -> list[int]:
    return list(
        AuditEvent.objects.filter(school=school).order_by("id").values_list("id", flat=True)
    )


def wait_until_sealable(xid: int, seconds: float = 60) -> None:
    """Until no transaction as old as this one is open."""
    until = time.monotonic() + seconds
    while take_moment().over_below <= xid and time.monotonic() < until:
        time.sleep(0.1)
