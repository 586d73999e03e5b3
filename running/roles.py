"""Roles and databases: one role owns the tables, the other uses them and can do no more."""

import hashlib
import json
import subprocess
import time
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from running import cluster
from running.binaries import OLDEST
from running.cluster import Cluster
from running.console import fail
from running.places import KEY


def wait_for(url: str, server: subprocess.Popen, log: Path, seconds: float = 60) -> None:
    """Return when the server answers; fail with the end of its log if it ends."""
    until = time.monotonic() + seconds
    while True:
        try:
            psycopg.connect(url, connect_timeout=5).close()
            return
        except psycopg.OperationalError as problem:
            if server.poll() is not None or time.monotonic() > until:
                last = "\n".join(log.read_text(errors="replace").splitlines()[-10:])
                fail(f"PostgreSQL did not start: {problem}\n{log}:\n{last}")
            time.sleep(0.05)


def prepare(own: Cluster, *, may_create: bool = False) -> None:
    """Make the two roles and the database unless they are there."""
    with psycopg.connect(own.url(cluster.SUPERUSER, "postgres"), autocommit=True) as connection:
        for role in (cluster.OWNER, cluster.APP):
            _make_role(connection, role, own.passwords()[role])
        if may_create:
            connection.execute(f"ALTER ROLE {cluster.OWNER} CREATEDB")
        _make_database(connection, cluster.DATABASE, cluster.OWNER, cluster.APP)


def _make_role(connection: psycopg.Connection, role: str, password: str) -> None:
    query = "SELECT 1 FROM pg_roles WHERE rolname = %s"
    verb = "ALTER" if connection.execute(query, [role]).fetchone() else "CREATE"
    connection.execute(
        sql.SQL(verb + " ROLE {} LOGIN PASSWORD {}").format(
            sql.Identifier(role), sql.Literal(password)
        )
    )


def _make_database(connection: psycopg.Connection, name: str, owner: str, app: str) -> None:
    query = "SELECT 1 FROM pg_database WHERE datname = %s"
    if connection.execute(query, [name]).fetchone():
        return
    names = {
        "name": sql.Identifier(name),
        "owner": sql.Identifier(owner),
        "app": sql.Identifier(app),
    }
    for statement in (
        "CREATE DATABASE {name} OWNER {owner}",
        "REVOKE ALL ON DATABASE {name} FROM PUBLIC",
        "GRANT CONNECT ON DATABASE {name} TO {app}",
    ):
        connection.execute(sql.SQL(statement).format(**names))


def of_server(url: str, owner_url: str | None) -> tuple[str, str]:
    """Both addresses on a server that the person has named.

    With DATABASE_OWNER_URL both are taken as they are. With DATABASE_URL alone its role must be
    allowed to make roles and databases: it makes ours, and is used for nothing else.
    """
    if owner_url:
        _refuse_strong(url)
        return url, owner_url
    with _connect(url) as connection:
        if not _may_make_roles(connection):
            fail(
                "The role of DATABASE_URL may not make roles and databases.\n"
                "Name one that may (it is used for that alone), or name two existing roles:\n"
                "DATABASE_URL for the app and DATABASE_OWNER_URL for the owner of the tables."
            )
        name, owner, app = (f"aylsham_{KEY}{end}" for end in ("", "_owner", "_app"))
        passwords = {role: _password(url, role) for role in (owner, app)}
        for role, password in passwords.items():
            _make_role(connection, role, password)
        connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(owner)))
        _make_database(connection, name, owner, app)
    return tuple(_with_role(url, role, passwords[role], name) for role in (app, owner))


def drop(url: str, owner_url: str | None) -> None:
    """Drop the database that `of_server` made; never one that the person made."""
    if owner_url:
        fail(
            "DATABASE_URL and DATABASE_OWNER_URL name a database of yours, and --reset leaves it\n"
            "alone. To start again: ./run manage flush"
        )
    with _connect(url) as connection:
        name = sql.Identifier(f"aylsham_{KEY}")
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))


def _connect(url: str) -> psycopg.Connection:
    try:
        connection = psycopg.connect(url, autocommit=True, connect_timeout=10)
    except psycopg.OperationalError as problem:
        fail(f"The server of DATABASE_URL does not answer: {problem}")
    if connection.info.server_version // 10_000 < OLDEST:
        fail(f"The server of DATABASE_URL is older than PostgreSQL {OLDEST}.")
    return connection


def _may_make_roles(connection: psycopg.Connection) -> bool:
    query = "SELECT rolsuper OR (rolcreaterole AND rolcreatedb) FROM pg_roles WHERE rolname = current_user"
    return connection.execute(query).fetchone() == (True,)


def _refuse_strong(url: str) -> None:
    query = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    with _connect(url) as connection:
        if connection.execute(query).fetchone() == (True,):
            fail("The role of DATABASE_URL would go round row security: it must be a plain role.")


def _password(url: str, role: str) -> str:
    """The same at every start and nowhere written down: it follows from the address given."""
    return hashlib.sha256(f"{url} {role} {KEY}".encode()).hexdigest()[:32]


def _with_role(url: str, role: str, password: str, database: str) -> str:
    parts = urlsplit(url)
    where = parts.netloc.rpartition("@")[2]
    return urlunsplit(
        (parts.scheme, f"{role}:{password}@{where}", quote(f"/{database}"), parts.query, "")
    )


def notes(owner_url: str) -> dict:
    """What this database remembers about itself: kept in its comment, so it goes when it goes."""
    query = """
        SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()
    """
    with psycopg.connect(owner_url) as connection:
        [text] = connection.execute(query).fetchone()
    try:
        return json.loads(text or "{}")
    except ValueError:
        return {}


def note(owner_url: str, **facts: object) -> None:
    """Add to what the database remembers."""
    text = json.dumps(notes(owner_url) | facts)
    with psycopg.connect(owner_url) as connection:
        statement = sql.SQL("COMMENT ON DATABASE {} IS {}").format(
            sql.Identifier(connection.info.dbname), sql.Literal(text)
        )
        connection.execute(statement)


def has_rows(owner_url: str, table: str) -> bool:
    """Whether a table is there and not empty."""
    with psycopg.connect(owner_url) as connection:
        if connection.execute("SELECT to_regclass(%s)", [table]).fetchone() == (None,):
            return False
        query = sql.SQL("SELECT EXISTS (SELECT FROM {})").format(sql.Identifier(table))
        return connection.execute(query).fetchone() == (True,)
