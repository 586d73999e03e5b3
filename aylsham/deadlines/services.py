"""Keeping the stored deadlines equal to what the rules say. Nobody else writes them."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from aylsham.calendars import calendar_of
from aylsham.deadlines.registry import (
    DeadlineFact,
    Provider,
    RowsOf,
    last_days,
    providers,
    rows_of,
)
from aylsham.models import Deadline, School
from aylsham.statements import Statement, among

#: From so many children on, a school is locked as a whole.
MANY_PUPILS = 50

Key = tuple[str, str]


@dataclass(frozen=True)
class Changes:
    """How the stored rows differ from the computed ones."""

    missing: dict[Key, dict[str, Any]]
    different: dict[Key, dict[str, Any]]
    extra: frozenset[Key]

    def __bool__(self) -> bool:
        return bool(self.missing or self.different or self.extra)

    @property
    def count(self) -> int:
        """How many rows differ."""
        return len(self.missing) + len(self.different) + len(self.extra)


_postponed: ContextVar[dict[School, set[UUID] | None] | None] = ContextVar(
    "postponed_rebuilds", default=None
)


def rebuild_deadlines(school: School, pupil_ids: Iterable[UUID] | None = None) -> None:
    """Compute a school's deadlines again, or those of some children, and store what differs.

    Called last by every service that changes a fact, in its transaction.
    """
    ids = None if pupil_ids is None else frozenset(pupil_ids)
    waiting = _postponed.get()
    if waiting is not None:
        before = waiting.get(school, set())
        waiting[school] = None if ids is None or before is None else before | ids
    elif ids is None or ids:
        with transaction.atomic():
            _lock(school, ids)
            _store(school, find_changes(school, ids))


@contextlib.contextmanager
def rebuilt_once(
    within: Callable[[School], AbstractContextManager] = contextlib.nullcontext,
) -> Iterator[None]:
    """Inside, services only note whose deadlines change; one rebuild per school comes at the end.

    For work on many children; use it inside the transaction of that work. `within` opens a school
    for its rebuild, for work on several schools.
    """
    if _postponed.get() is not None:
        yield
        return
    token = _postponed.set({})
    try:
        yield
        waiting = _postponed.get() or {}
    finally:
        _postponed.reset(token)
    for school, ids in waiting.items():
        with within(school):
            rebuild_deadlines(school, ids)


def find_changes(school: School, pupil_ids: frozenset[UUID] | None = None) -> Changes:
    """What the rules say now against what is stored."""
    computed = _computed(school, pupil_ids)
    stored = _stored(school, pupil_ids)
    return Changes(
        missing={key: row for key, row in computed.items() if key not in stored},
        different={
            key: row for key, row in computed.items() if key in stored and stored[key] != row
        },
        extra=frozenset(stored.keys() - computed.keys()),
    )


def _computed(school: School, pupil_ids: frozenset[UUID] | None) -> dict[Key, dict[str, Any]]:
    calendar = calendar_of(school)
    facts: dict[Key, DeadlineFact] = {}
    for name, provider in _concerned(school, pupil_ids).items():
        for fact in provider(school, calendar, pupil_ids):
            if (name, fact.key) in facts:
                raise ValueError(f"{name} gives two deadlines the key {fact.key}.")
            if pupil_ids is not None and fact.pupil_id not in pupil_ids:
                raise ValueError(f"{name} gives {fact.key}, which was not asked for.")
            facts[name, fact.key] = fact
    on_roll = {fact.pupil_id for fact in facts.values() if fact.pupil_id and fact.lapses_with_roll}
    until = last_days(school, frozenset(on_roll))
    return {
        key: fact.as_columns(until.get(fact.pupil_id) if fact.pupil_id else None)
        for key, fact in facts.items()
    }


def _concerned(school: School, pupil_ids: frozenset[UUID] | None) -> dict[str, Provider]:
    """The providers that have rows of these children; all of them for many; one statement.

    Whatever was changed, so that no service has to know who counts with its facts.
    """
    known = providers()
    if pupil_ids is None or len(pupil_ids) > MANY_PUPILS:
        return known
    asked = tuple(dict.fromkeys(rows for name in known for rows in rows_of(name)))
    [answers] = _has_rows(asked).rows(school=school.pk, pupils=list(pupil_ids))
    found = dict(zip(asked, answers, strict=True))
    return {
        name: provider
        for name, provider in known.items()
        if any(found[rows] for rows in rows_of(name))
    }


@lru_cache(maxsize=8)
def _has_rows(asked: tuple[RowsOf, ...]) -> Statement:
    """Which of these rows children have; compiled once, since that takes longest."""

    def build(school: UUID, pupils: list[UUID]) -> QuerySet:
        has_rows = {
            f"has_{number}": Exists(
                rows.table._default_manager.filter(
                    among("pupil_id", pupils), rows.that, school=OuterRef("pk")
                )
            )
            for number, rows in enumerate(asked)
        }
        return School.objects.filter(pk=school).values(**has_rows)

    return Statement(build, school=UUID, pupils=list)


def _stored(school: School, pupil_ids: frozenset[UUID] | None) -> dict[Key, dict[str, Any]]:
    if pupil_ids is None:
        rows = list(_columns_of(Deadline.objects.filter(school=school)))
    else:
        rows = _STORED.dicts(school=school.pk, pupils=list(pupil_ids))
    return {(row.pop("provider"), row.pop("key")): row for row in rows}


_COLUMNS = [
    field.attname
    for field in Deadline._meta.concrete_fields
    if field.name not in {"id", "school", "provider", "key"}
]


def _columns_of(rows: QuerySet) -> QuerySet:
    return rows.order_by().values("provider", "key", *_COLUMNS)


_STORED = Statement(
    lambda school, pupils: _columns_of(
        Deadline.objects.filter(among("pupil_id", pupils), school=school)
    ),
    school=UUID,
    pupils=list,
)


def _store(school: School, changes: Changes) -> None:
    if not changes:
        return
    touched = changes.different.keys() | changes.extra
    rows = {
        (row.provider, row.key): row
        for row in Deadline.objects.filter(school=school, key__in={key for _, key in touched})
    }
    Deadline.objects.filter(school=school, pk__in=[rows[key].pk for key in changes.extra]).delete()
    for key, columns in changes.different.items():
        for name, value in columns.items():
            setattr(rows[key], name, value)
    Deadline.objects.bulk_update([rows[key] for key in changes.different], _COLUMNS, batch_size=200)
    Deadline.objects.bulk_create(
        [
            Deadline(school=school, provider=provider, key=key, **columns)
            for (provider, key), columns in changes.missing.items()
        ],
        batch_size=500,
    )


def _lock(school: School, pupil_ids: frozenset[UUID] | None) -> None:
    """Let no two transactions compute the same child's deadlines from each other's old facts."""
    with connection.cursor() as cursor:
        if pupil_ids is None or len(pupil_ids) > MANY_PUPILS:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_lock_number(school.pk)])
            return
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [_lock_number(school.pk)])
        for number in sorted(_lock_number(pupil_id) for pupil_id in pupil_ids):
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _lock_number(pk: UUID) -> int:
    # The last 63 bits of a UUIDv7 are random.
    return pk.int & (2**63 - 1)
