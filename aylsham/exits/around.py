"""What rows of a school point at outside it: people, and what the federation shares."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.db import connection, models

from aylsham.exits.rows import quoted
from aylsham.exits.tables import Table, taken_in
from aylsham.models import Federation, User


def people_of(school_id: UUID) -> list[dict[str, str]]:
    """Everybody whom a row of the school names: id, e-mail, name; without any right."""
    ids: set[UUID] = set()
    for table in taken_in():
        ids |= _pointed_at(table, table.keys_to(User), school_id)
    found = User.objects.filter(pk__in=ids).order_by("pk")
    return [{"id": str(u.pk), "email": u.email, "name": u.name} for u in found]


def federation_rows(school_id: UUID) -> dict[str, list[str]]:
    """Rows of the federation that the school uses, as lines of JSON by table."""
    ids: dict[type[models.Model], set[UUID]] = defaultdict(set)
    for table in taken_in():
        for column, model in table.federation_keys.items():
            ids[model] |= _pointed_at(table, [column], school_id)
    return {m._meta.db_table: _shared_lines(m, pks) for m, pks in ids.items() if pks}


def _pointed_at(table: Table, columns: list[str], school_id: UUID) -> set[UUID]:
    if not columns:
        return set()
    each = ", ".join(f"t.{quoted(column)}" for column in columns)
    sql = (
        f"SELECT DISTINCT unnest(ARRAY[{each}]) FROM {quoted(table.name)} t"  # noqa: S608
        " WHERE t.school_id = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [school_id])
        return {pk for (pk,) in cursor.fetchall() if pk is not None}


def _shared_lines(model: type[models.Model], pks: set[UUID]) -> list[str]:
    table = quoted(model._meta.db_table)
    sql = (
        f"SELECT (to_jsonb(t) - 'federation_id')::text FROM {table} t"  # noqa: S608
        " WHERE t.id = ANY(%s) ORDER BY t.id"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [sorted(pks)])
        return [line for (line,) in cursor.fetchall()]


def find_people(people: list[dict[str, Any]]) -> dict[str, str]:
    """Known people by id or e-mail; the others get an account that opens nothing.

    Returns the ids that differ here: of the file → of this installation.
    """
    other: dict[str, str] = {}
    by_id = {
        str(pk)
        for pk in User.objects.filter(pk__in=[p["id"] for p in people]).values_list("pk", flat=True)
    }
    emails = [p["email"] for p in people]
    by_email = {u.email: str(u.pk) for u in User.objects.filter(email__in=emails)}
    for person in people:
        if person["id"] in by_id:
            continue
        if person["email"] in by_email:
            other[person["id"]] = by_email[person["email"]]
            continue
        user = User(id=person["id"], email=person["email"], name=person["name"], is_active=False)
        user.set_unusable_password()
        user.save(force_insert=True)
    return other


def put_shared(federation: Federation, table: str, rows: list[str]) -> None:
    """Write rows of a federation that are not there yet."""
    sql = (
        f"INSERT INTO {quoted(table)} SELECT (jsonb_populate_record(NULL::{quoted(table)},"  # noqa: S608
        " e.row || jsonb_build_object('federation_id', %s::text))).*"
        " FROM jsonb_array_elements(%s::jsonb) AS e(row)"
        f" WHERE NOT EXISTS (SELECT FROM {quoted(table)} t WHERE t.id = (e.row ->> 'id')::uuid)"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [str(federation.pk), f"[{','.join(rows)}]"])
