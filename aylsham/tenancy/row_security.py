"""PostgreSQL row security: the third wall.

Policies are generated from the models after every migrate. They compare `school_id` with the
setting `app.school_ids`, which lives no longer than the transaction that set it.
"""

import contextlib
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from aylsham.audit.context import current_cause
from aylsham.tenancy.models import FederationOwned

POLICY = "same_school"
#: Evaluated once a statement, not once a row.
ALLOWED_SCHOOLS = (
    "ANY ((SELECT string_to_array(nullif(current_setting('app.school_ids', true), ''), ',')"
    "::uuid[])::uuid[])"
)
#: Federations all of whose schools may be seen, and those of which at least one may.
ALLOWED_FEDERATIONS = {
    seen_by_each_school: (
        "ANY (SELECT s.federation_id FROM aylsham_school s GROUP BY s.federation_id"  # noqa: S608
        f" HAVING {together}(s.id = {ALLOWED_SCHOOLS}))"
    )
    for seen_by_each_school, together in ((True, "bool_or"), (False, "bool_and"))
}

#: A row never changes its school: a child who moves is exported and imported.
KEEP_SCHOOL = """
CREATE OR REPLACE FUNCTION keep_school() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a row of % cannot change its school', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$
"""

#: Not even the owner changes what was written down, unless retention says so in so many words:
#: SET aylsham.rewrite_history = 'on'.
KEEP_ROW = """
CREATE OR REPLACE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('aylsham.rewrite_history', true) = 'on' THEN
        RETURN coalesce(NEW, OLD);
    END IF;
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def set_schools(school_ids: Iterable[UUID]) -> None:
    """Let the rest of this transaction see these schools' rows, and no others.

    The same statement says what history rows shall name as their cause.
    """
    value = ",".join(str(i) for i in school_ids)
    cause = current_cause()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.school_ids', %s, true),"
            " set_config('pghistory.context_id', %s, true),"
            " set_config('pghistory.context_metadata', %s, true)",
            [value, str(cause.id), cause.metadata] if cause else [value, "", ""],
        )


@contextlib.contextmanager
def school_transaction(*schools) -> Iterator[None]:
    """A transaction that sees the rows of these schools: for tasks and commands.

    Inside another transaction the outer setting is put back at the end.
    """
    with transaction.atomic():
        nested = len(connection.savepoint_ids) > 0
        before = current_schools() if nested else ""
        set_schools(getattr(s, "pk", s) for s in schools)
        yield
        if nested:
            set_schools(before.split(",") if before else [])


def current_schools() -> str:
    """The setting as it stands in this transaction: ids joined by commas."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('app.school_ids', true), '')")
        return cursor.fetchone()[0]


def tenant_tables() -> list[str]:
    """Every managed table with a school_id, history tables included, but the global ones."""
    from aylsham.tenancy.global_tables import GLOBAL_TABLES

    tables = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        and not model._meta.proxy
        and any(f.column == "school_id" for f in model._meta.local_concrete_fields)
    }
    return sorted(tables - GLOBAL_TABLES.keys())


def federation_tables() -> dict[str, bool]:
    """Tables whose rows belong to a federation, history included: whether each school may see."""
    owners = {model: getattr(model, "pgh_tracked_model", model) for model in apps.get_models()}
    return {
        model._meta.db_table: owner.seen_by_each_school
        for model, owner in owners.items()
        if issubclass(owner, FederationOwned)
    }


def append_only_tables() -> list[str]:
    """Tables of which the app role may only insert and read rows."""
    return sorted(
        model._meta.db_table for model in apps.get_models() if getattr(model, "append_only", False)
    )


def secure_database() -> None:
    """Make policies and grants match the models; run by the owner after every migrate."""
    if not is_owner():
        return  # a test's flush, run by the app role
    role = connection.ops.quote_name(settings.DATABASE_APP_ROLE)
    existing = set(connection.introspection.table_names())
    kept = [connection.ops.quote_name(t) for t in append_only_tables() if t in existing]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(KEEP_SCHOOL)
        cursor.execute(KEEP_ROW)
        for table in tenant_tables():
            if table in existing:
                _protect(cursor, connection.ops.quote_name(table), "school_id", ALLOWED_SCHOOLS)
        for table, each_school in federation_tables().items():
            if table in existing:
                allowed = ALLOWED_FEDERATIONS[each_school]
                _protect(cursor, connection.ops.quote_name(table), "federation_id", allowed)
        for table in kept:
            _freeze(cursor, table)
        # Last: a grant writes on the row of each table without locking the table, and a vacuum that
        # waits for that row while we wait for its table is a deadlock.
        _grant(cursor, role)
        for table in kept:
            cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {role}")


def is_owner() -> bool:
    """Whether this connection's role made the tables."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_userbyid(relowner) = current_user FROM pg_class"
            " WHERE oid = to_regclass('django_migrations')"
        )
        row = cursor.fetchone()
        return bool(row and row[0])


def _grant(cursor, role: str) -> None:
    cursor.execute("SELECT current_user")
    if cursor.fetchone()[0] == settings.DATABASE_APP_ROLE:
        return  # one role for everything: a developer's own database, never production
    for statement in (
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
        f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
    ):
        cursor.execute(statement)


def _protect(cursor, table: str, column: str, allowed: str) -> None:
    cursor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    cursor.execute(f"DROP POLICY IF EXISTS {POLICY} ON {table}")
    cursor.execute(
        f"CREATE POLICY {POLICY} ON {table} USING ({column} = {allowed})"
        f" WITH CHECK ({column} = {allowed})"
    )
    cursor.execute(
        f"CREATE OR REPLACE TRIGGER keep_school BEFORE UPDATE OF {column} ON {table} FOR EACH ROW"
        f" WHEN (NEW.{column} IS DISTINCT FROM OLD.{column}) EXECUTE FUNCTION keep_school()"
    )


def _freeze(cursor, table: str) -> None:
    cursor.execute(
        f"CREATE OR REPLACE TRIGGER keep_row BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW"
        " EXECUTE FUNCTION keep_row()"
    )
