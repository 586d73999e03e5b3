"""Triggers that keep the words of notes beside them for the search, made from the kinds.

A search is to find a sentence as soon as it is written, whichever service, import or program
wrote it; so the database keeps the copy, in the same transaction and under the same row security.
"""

from typing import Any

import psycopg
from django.db import connection
from django.db.models import CharField, F, Func, TextField, Value
from django.db.models.expressions import RawSQL

from aylsham.models import School
from aylsham.tenancy.row_security import is_owner
from pupils.models import NoteWords
from pupils.searching.kinds import NOTE_KINDS, NoteKind

_TABLE = NoteWords._meta.db_table
_COLUMNS = "school_id, pupil_id, kind, subject_id, text"
#: The owner's function of each kind begins with this.
_NAME = "note_words_of_"
_KEEP = f"""
INSERT INTO {_TABLE} AS kept (id, {_COLUMNS})
SELECT gen_random_uuid(), {_COLUMNS} FROM ({{found}}) AS found({_COLUMNS})
WHERE pupil_id IS NOT NULL AND text <> ''
ON CONFLICT (school_id, kind, subject_id) DO UPDATE
SET text = excluded.text, pupil_id = excluded.pupil_id
WHERE (kept.text, kept.pupil_id) IS DISTINCT FROM (excluded.text, excluded.pupil_id)
"""  # noqa: S608
_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $note$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM {table} WHERE school_id = OLD.school_id AND kind = '{kind}'
            AND subject_id = OLD.id
            AND (TG_OP = 'DELETE' OR NOT EXISTS (
                SELECT FROM ({found}) AS found({columns})
                WHERE pupil_id IS NOT NULL AND text <> ''));
    END IF;
    IF TG_OP <> 'DELETE' THEN
        {keep};
    END IF;
    RETURN NULL;
END $note$
"""
_TRIGGER = """
CREATE OR REPLACE TRIGGER note_words AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {name}()
"""
_GONE = """
DELETE FROM {table} kept WHERE kept.school_id = %s AND kept.kind = %s AND NOT EXISTS (
    SELECT FROM ({found}) AS found({columns})
    WHERE found.subject_id = kept.subject_id AND found.pupil_id IS NOT NULL AND found.text <> '')
"""


def make_triggers() -> None:
    """Make the triggers match the kinds; run by the tables' owner after every migrate."""
    if not is_owner():
        return  # a test's flush, run by the app role
    existing = set(connection.introspection.table_names())
    if _TABLE not in existing:
        return
    with connection.cursor() as cursor:
        _drop_unknown(cursor)
        for kind in NOTE_KINDS.values():
            if kind.model._meta.db_table in existing:
                _make(cursor, kind)


def _drop_unknown(cursor) -> None:
    cursor.execute(
        "SELECT proname FROM pg_proc WHERE starts_with(proname, %s)"
        " AND pronamespace = 'public'::regnamespace",
        [_NAME],
    )
    known = {f"{_NAME}{key}" for key in NOTE_KINDS}
    for (name,) in cursor.fetchall():
        if name not in known:
            cursor.execute(f"DROP FUNCTION {connection.ops.quote_name(name)}() CASCADE")


def _make(cursor, kind: NoteKind) -> None:
    found = _literal(kind)
    words: dict[str, Any] = {
        "name": f"{_NAME}{kind.key}",
        "kind": kind.key,
        "table": _TABLE,
        "columns": _COLUMNS,
        "found": found,
        "keep": _KEEP.format(found=found),
    }
    cursor.execute(_FUNCTION.format(**words))
    table = connection.ops.quote_name(kind.model._meta.db_table)
    cursor.execute(_TRIGGER.format(table=table, name=words["name"]))


def _rows(kind: NoteKind, **which):
    """School, child, kind, row and words of some rows of a kind."""
    texts = [
        Func(F(name), Value(""), function="nullif", output_field=TextField()) for name in kind.texts
    ]
    words = Func(Value("\n"), *texts, function="concat_ws", output_field=TextField())
    return (
        kind.model._base_manager.filter(**which)
        .order_by()
        .values_list(
            "school_id", kind.pupil, Value(kind.key, output_field=CharField()), "pk", words
        )
    )


def _literal(kind: NoteKind) -> str:
    """The same of the row that a trigger is about, as text."""
    query = _rows(kind, pk=RawSQL("coalesce(NEW.id, OLD.id)", ())).query
    connection.ensure_connection()
    return psycopg.ClientCursor(connection.connection).mogrify(*query.sql_with_params())


def keep_again(school: School) -> int:
    """Write a school's words anew where they differ, inside its transaction; how many did."""
    school_id = school.pk
    changed = 0
    with connection.cursor() as cursor:
        for kind in NOTE_KINDS.values():
            sql, params = _rows(kind, school_id=school_id).query.sql_with_params()
            gone = _GONE.format(table=_TABLE, found=sql, columns=_COLUMNS)
            cursor.execute(gone, [school_id, kind.key, *params])
            changed += cursor.rowcount
            cursor.execute(_KEEP.format(found=sql), params)
            changed += cursor.rowcount
    return changed
