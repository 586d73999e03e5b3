"""The demonstration for a test process: the first of a run loads it, the others take its copy."""

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from psycopg import Connection, sql

from demo.load import load_demo
from running import locks
from tests.conftest import FILLED, KEPT_TABLES, TODAY, as_superuser, empty_tables

#: Where each sequence stands, so that no number is given twice.
SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL"


def folder_of_copies(factory: pytest.TempPathFactory, worker: str) -> Path:
    """One for all processes of a run; a process alone has its own."""
    if worker == "master":
        return factory.mktemp("demonstration")
    shared = factory.getbasetemp().parent / "demonstration"
    shared.mkdir(exist_ok=True)
    return shared


@contextmanager
def demonstration(copies: Path) -> Iterator[None]:
    """The demonstration stands in a database that was empty, and will be empty again.

    The clock runs on from when it had been loaded, so that no row of it lies in the future.
    """
    with locks.held(copies / "lock"):
        if (copies / "loaded-at").exists():
            take_copy(copies)
        else:
            nine = dt.datetime.combine(TODAY, dt.time(9), ZoneInfo("Europe/London"))
            with time_machine.travel(nine, tick=True):
                load_demo()
                keep_copy(copies)
    loaded_at = dt.datetime.fromisoformat((copies / "loaded-at").read_text())
    with time_machine.travel(loaded_at, tick=True):
        yield
        empty_tables()


def keep_copy(copies: Path) -> None:
    """Every row, every file, and last of all the time."""
    rows = copies / "rows"
    shutil.rmtree(rows, ignore_errors=True)
    rows.mkdir()
    with as_superuser() as own:
        for (table,) in own.execute(FILLED).fetchall():
            if table not in KEPT_TABLES:
                _write(own, table, rows)
        lines = [f"{name} {value}" for name, value in own.execute(SEQUENCES)]
    (copies / "sequences").write_text("\n".join(lines))
    shutil.copytree(settings.MEDIA_ROOT, copies / "files", dirs_exist_ok=True)
    (copies / "loaded-at").write_text(dt.datetime.now(dt.UTC).isoformat())


def _write(own: Connection, table: str, rows: Path) -> None:
    out = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.SQL(table))
    with own.cursor().copy(out) as copied, (rows / table).open("wb") as file:
        for piece in copied:
            file.write(piece)


def take_copy(copies: Path) -> None:
    """What another process has kept, past triggers and policies: they have seen these rows."""
    with as_superuser() as own:
        own.execute("SET session_replication_role = replica")
        for file in sorted((copies / "rows").iterdir()):
            into = sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(sql.SQL(file.name))
            with own.cursor().copy(into) as copied:
                copied.write(file.read_bytes())
        for line in (copies / "sequences").read_text().splitlines():
            own.execute("SELECT setval(quote_ident(%s)::regclass, %s::bigint)", line.split(" "))
    shutil.copytree(copies / "files", settings.MEDIA_ROOT, dirs_exist_ok=True)
