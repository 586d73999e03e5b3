"""Sealing: every 20 seconds a hash over each school's new events and the seal before.

Outside the requests, because a chain inside them would let only one at a time through. An event
is sealed once every transaction that began before its own is over, so that none comes late.
"""

import contextlib
import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import connection, transaction

from aylsham.audit import canonical
from aylsham.audit.witness import WitnessLine, append_to_witness, newest_numbers
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction

#: Only one sealer at a time; the others have nothing to do.
_LOCK = 4_716_002

#: In this order: numbers drawn, then a transaction number of our own. Whoever has a higher one
#: began later, and draws a higher number. (The snapshot's xmax would not do: it is the last
#: transaction that ended, and others above it may be open.)
_BEFORE = """
SELECT CASE WHEN is_called THEN last_value ELSE 0 END, pg_current_xact_id()::text::bigint
  FROM aylsham_auditevent_id_seq
"""
_MOMENT = """
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint, clock_timestamp(),
       (SELECT system_identifier FROM pg_control_system()) || '/' ||
       (SELECT oid FROM pg_database WHERE datname = current_database()) || '/' ||
       'aylsham_auditevent'::regclass::oid
"""

_HEADS = """
SELECT school.id AS school_id, coalesce(newest.number, 0) AS number,
       coalesce(newest.hash, ''::bytea) AS hash, coalesce(newest.over_below, 0) AS over_below,
       coalesce(newest.begun_up_to, 0) AS begun_up_to, newest.origin,
       coalesce(newest.restored_up_to, 0) AS restored_up_to
  FROM unnest(%(schools)s::uuid[]) AS school(id)
  LEFT JOIN LATERAL (SELECT * FROM aylsham_auditseal WHERE school_id = school.id
                      ORDER BY number DESC LIMIT 1) AS newest ON true
"""

#: Transactions below `over_below` are over; those of the last seal are sealed already.
_NEW = """
event.xid >= head.over_below AND event.xid < %(over_below)s AND event.id > head.restored_up_to
AND (head.origin IS NULL OR (split_part(head.origin, '/', 1) = split_part(%(origin)s, '/', 1)
                             AND head.begun_up_to <= %(begun_up_to)s))
"""

_SEAL = """
WITH head AS ({heads}),
fresh AS MATERIALIZED (
    SELECT event.school_id, event.id, {event_hash} AS hash
      FROM head JOIN aylsham_auditevent AS event ON event.school_id = head.school_id AND {which}
), gathered AS (
    SELECT school_id, array_agg(id ORDER BY id) AS ids, count(*)::int AS count,
           max(id) AS last_id, string_agg(substr(hash, 1, 8), ''::bytea ORDER BY id) AS digests,
           string_agg(hash, ''::bytea ORDER BY id) AS hashes
      FROM fresh GROUP BY school_id
), seal AS (
    SELECT head.school_id, {number} AS number,
           coalesce(ids, '{{}}'::bigint[]) AS ids, coalesce(count, 0) AS count,
           coalesce(last_id, 0) AS last_id, coalesce(digests, ''::bytea) AS digests,
           head.hash AS previous_hash, coalesce(hashes, ''::bytea) AS hashes,
           %(sealed_at)s::timestamptz AS sealed_at, {over_below} AS over_below,
           %(begun_up_to)s::bigint AS begun_up_to, %(drawn_up_to)s::bigint AS drawn_up_to,
           %(origin)s AS origin,
           {restored_up_to} AS restored_up_to, {is_restore} AS is_restore
      FROM head {join} gathered USING (school_id)
)
INSERT INTO aylsham_auditseal (
    school_id, number, ids, count, last_id, digests, previous_hash, hash, sealed_at, over_below,
    begun_up_to, drawn_up_to, origin, restored_up_to, is_restore)
SELECT school_id, number, ids, count, last_id, digests, previous_hash,
       sha256(previous_hash || {seal_header} || hashes), sealed_at, over_below,
       begun_up_to, drawn_up_to, origin, restored_up_to, is_restore
  FROM seal ORDER BY school_id
RETURNING school_id, number, count, hash, is_restore
"""


@dataclass(frozen=True)
class Moment:
    """What the database was doing at one snapshot."""

    drawn_up_to: int
    begun_up_to: int
    over_below: int
    sealed_at: dt.datetime
    origin: str

    @property
    def server(self) -> str:
        """The database server: a number that its first start gave it."""
        return self.origin.split("/")[0]


@dataclass(frozen=True)
class Sealed:
    """What one pass has sealed at one school."""

    school_id: UUID
    number: int
    count: int


def seal_events() -> list[Sealed]:
    """Seal the new events of every school, in one statement, and tell the witness."""
    schools = list(School.objects.all())
    with _sealing(schools) as alone:
        if not alone:
            return []
        moment = take_moment()
        sql = _statement(which=_NEW)
        lines = _insert(sql, moment, schools)
    append_to_witness(lines)
    return [Sealed(line.school_id, line.number, line.count) for line in lines]


def seal_after_restore(
    unsealed_by_school: dict[School, list[int]], *, drawn_up_to: int
) -> list[Sealed]:
    """Say that this database was restored from a copy, and seal what the copy had not.

    From here on the transaction numbers of this server count. Numbers of seals go on after the
    last one that the witness knows, so that what was lost stays visible.
    """
    known = newest_numbers()
    lines = []
    with _sealing(list(unsealed_by_school)) as alone:
        if not alone:
            raise RuntimeError("Another process is sealing at this moment; try again.")
        moment = replace(take_moment(), drawn_up_to=drawn_up_to)
        for school, ids in unsealed_by_school.items():
            sql = _statement(which="event.id = ANY(%(events)s::bigint[])", is_restore=True)
            further = {"events": ids, "known": known.get(school.pk, 0)}
            lines += _insert(sql, moment, [school], further)
    append_to_witness(lines)
    return [Sealed(line.school_id, line.number, line.count) for line in lines]


def wait_for_open_transactions(timeout: float = 60.0) -> None:
    """Until every transaction that is open now is over; raises TimeoutError.

    Call it outside a transaction, which would wait for itself.
    """
    begun_up_to = take_moment().begun_up_to
    deadline = time.monotonic() + timeout
    while take_moment().over_below <= begun_up_to:
        if time.monotonic() > deadline:
            raise TimeoutError("A transaction has been open for too long. Stop the application.")
        time.sleep(0.2)


def take_moment() -> Moment:
    """What the database is doing now."""
    with connection.cursor() as cursor:
        cursor.execute(_BEFORE)
        before = cursor.fetchone()
        cursor.execute(_MOMENT)
        return Moment(*before, *cursor.fetchone())


@contextlib.contextmanager
def _sealing(schools: list[School]) -> Iterator[bool]:
    with school_transaction(*schools), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        yield cursor.fetchone()[0]


def _statement(*, which: str, is_restore: bool = False) -> str:
    return _SEAL.format(
        heads=_HEADS,
        which=which,
        event_hash=canonical.EVENT_HASH,
        seal_header=canonical.SEAL_HEADER,
        join="LEFT JOIN" if is_restore else "JOIN",
        number="greatest(head.number, %(known)s) + 1" if is_restore else "head.number + 1",
        over_below="0::bigint" if is_restore else "%(over_below)s::bigint",
        restored_up_to="%(drawn_up_to)s::bigint" if is_restore else "head.restored_up_to",
        is_restore=str(is_restore).lower(),
    )


def _insert(sql: str, moment: Moment, schools: list[School], further=None) -> list[WitnessLine]:
    values = {**vars(moment), "schools": [s.pk for s in schools], **(further or {})}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [
            WitnessLine(
                at=moment.sealed_at,
                school_id=school_id,
                number=number,
                count=count,
                hash=bytes(hash_).hex(),
                begun_up_to=moment.begun_up_to,
                origin=moment.origin,
                is_restore=is_restore,
            )
            for school_id, number, count, hash_, is_restore in cursor.fetchall()
        ]
