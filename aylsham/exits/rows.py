"""A school's rows as lines of JSON, written and read by the database itself."""

import hashlib
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import connection, models

from aylsham.exits.tables import Table, column_of

#: Rows read at a time.
CHUNK = 2000
#: Files read at a time.
AT_ONCE = 10
#: A permission as text, and back.
_PERMISSION = (
    "SELECT c.app_label || '.' || c.model || '.' || p.codename FROM auth_permission p"
    " JOIN django_content_type c ON c.id = p.content_type_id"
)


def quoted(name: str) -> str:
    """A name of the database."""
    return connection.ops.quote_name(name)


def lines(table: Table, school_id: UUID) -> Iterator[str]:
    """The rows of a school, each a line of JSON with sorted keys, in the order of their keys."""
    sql = (
        f"SELECT ({_as_json(table)})::text FROM {quoted(table.name)} t"  # noqa: S608
        f" WHERE t.school_id = %s ORDER BY t.{quoted(table.order)}"
    )
    yield from _chunks(sql, [school_id])


def _chunks(sql: str, params: list) -> Iterator[str]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, params)
        while rows := cursor.fetchmany(CHUNK):
            for (line,) in rows:
                yield line


def _as_json(table: Table) -> str:
    gone = {"school_id"} | {column_of(f) for f in table.model._meta.local_concrete_fields}
    gone -= {column_of(field) for field in table.fields}
    instead = [
        f"'{column}', 'bytes:' || encode(sha256(t.{quoted(column)}), 'hex')"
        for column in table.of_kind(models.BinaryField)
    ]
    instead += [
        f"'{column}', ({_PERMISSION} WHERE p.id = t.{quoted(column)})"
        for column in table.permission_keys
    ]
    whole = f"to_jsonb(t) - '{{{','.join(sorted(gone))}}}'::text[]"
    return f"{whole} || jsonb_build_object({', '.join(instead)})" if instead else whole


def contents(table: Table, school_id: UUID) -> Iterator[bytes]:
    """What stands in the binary columns of a table, one at a time."""
    for column in table.of_kind(models.BinaryField):
        sql = f"SELECT t.{quoted(column)} FROM {quoted(table.name)} t WHERE t.school_id = %s"  # noqa: S608
        with connection.chunked_cursor() as cursor:
            cursor.execute(sql, [school_id])
            while rows := cursor.fetchmany(AT_ONCE):
                yield from (bytes(value) for (value,) in rows if value is not None)


def has_bytes(table: Table) -> bool:
    """Whether rows of it hold papers."""
    return bool(table.of_kind(models.BinaryField))


def put(table: Table, school_id: UUID, rows: list[str]) -> None:
    """Write rows as they were read, in their order; the database draws what numbers itself."""
    columns = [column_of(field) for field in table.fields]
    names = ", ".join(quoted(name) for name in ["school_id", *columns])
    values = ", ".join(["%s", *(_value(table, column) for column in columns)])
    taken_away = f" - '{{{','.join(table.permission_keys)}}}'::text[]"
    sql = (
        f"INSERT INTO {quoted(table.name)} ({names}) SELECT {values}"  # noqa: S608
        " FROM jsonb_array_elements(%s::jsonb) WITH ORDINALITY AS e(row, number),"
        f" jsonb_populate_record(NULL::{quoted(table.name)}, e.row{taken_away}) AS r"
        " ORDER BY e.number"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [school_id, f"[{','.join(rows)}]"])


def _value(table: Table, column: str) -> str:
    if column not in table.permission_keys:
        return f"r.{quoted(column)}"
    named = "c.app_label || '.' || c.model || '.' || p.codename"
    return (
        "(SELECT p.id FROM auth_permission p JOIN django_content_type c"  # noqa: S608
        f" ON c.id = p.content_type_id WHERE {named} = e.row ->> '{column}')"
    )


def is_empty(table: Table, school_id: UUID) -> bool:
    """Whether a school has no row there."""
    sql = f"SELECT EXISTS (SELECT FROM {quoted(table.name)} WHERE school_id = %s)"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [school_id])
        return not cursor.fetchone()[0]


class Sum:
    """A checksum of rows that does not mind their order, and how many they are."""

    def __init__(self) -> None:
        self._marks: list[bytes] = []

    def add(self, line: str) -> None:
        """Count a row in."""
        self._marks.append(hashlib.sha256(line.encode()).digest())

    @property
    def rows(self) -> int:
        return len(self._marks)

    @property
    def digest(self) -> str:
        """SHA-256 over the sorted SHA-256s of the lines, in hex."""
        return hashlib.sha256(b"".join(sorted(self._marks))).hexdigest()


def whole_sum(parts: Iterable[tuple[str, str]]) -> str:
    """The checksum of a school: over (table or file, its checksum), sorted, one on a line."""
    text = "\n".join(f"{name} {digest}" for name, digest in sorted(parts))
    return hashlib.sha256(text.encode()).hexdigest()
