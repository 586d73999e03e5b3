"""What many tests share: the first test process of a run makes it, the others take its copy."""

import datetime as dt
import json
import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from factory.django import DjangoModelFactory
from psycopg import Connection, sql

from aylsham.deadlines import services
from aylsham.deadlines.services import rebuilt_once
from demo.load import load_demo
from running import locks
from tests import factories
from tests.conftest import FILLED, KEPT_TABLES, TODAY, as_superuser, empty_tables

#: When the day of the tests begins.
NINE = dt.datetime.combine(TODAY, dt.time(9), ZoneInfo("Europe/London"))
#: Where each sequence stands, so that no number is given twice.
SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL"


def folder_of_copies(
    factory: pytest.TempPathFactory, worker: str, name: str = "demonstration"
) -> Path:
    """One for all processes of a run; a process alone has its own."""
    of_this_run = factory.getbasetemp()
    shared = (of_this_run if worker == "master" else of_this_run.parent) / name
    shared.mkdir(exist_ok=True)
    return shared


@contextmanager
def demonstration(copies: Path) -> Iterator[None]:
    """The demonstration stands in a database that was empty, and will be empty again."""
    with standing(copies, load_demo):
        yield


@contextmanager
def standing(copies: Path, make: Callable[[], object]) -> Iterator:
    """What `make` has made stands in a database that was empty, and will be empty again.

    The clock runs on from when it had been made, so that no row of it lies in the future. Each
    process has its own of what `make` answers: what one test changes of it, no other module sees.
    """
    with locks.held(copies / "lock"):
        if (copies / "loaded-at").exists():
            take_copy(copies)
        else:
            with time_machine.travel(NINE, tick=True), due_at_once():
                (copies / "made").write_bytes(pickle.dumps(make()))
                keep_copy(copies)
    loaded_at = dt.datetime.fromisoformat((copies / "loaded-at").read_text())
    with time_machine.travel(loaded_at, tick=True):
        yield pickle.loads((copies / "made").read_bytes())
        empty_tables()


@contextmanager
def made_once(make: Callable[[], object]) -> Iterator:
    """What `make` has made in one transaction stands in a database that will be empty again.

    For a module whose tests each undo what they do: what takes less to make than to copy, or what
    no other module needs. Hand each test a copy of what is answered.
    """
    with time_machine.travel(NINE, tick=True), due_at_once(), transaction.atomic(), rebuilt_once():
        made = make()
    yield made
    empty_tables()


@contextmanager
def due_at_once() -> Iterator[None]:
    """What is due is worked out before the copy is made, not when the fixture has ended."""
    token = services._postponed.set(None)
    try:
        yield
    finally:
        services._postponed.reset(token)


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
    numbers = {each.__name__: each._meta.next_sequence() for each in _factories()}
    (copies / "numbers").write_text(json.dumps(numbers))
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
    numbers = json.loads((copies / "numbers").read_text())
    for each in _factories():
        past = max(numbers[each.__name__], each._meta.next_sequence()) + 1
        each.reset_sequence(past, force=True)
    shutil.copytree(copies / "files", settings.MEDIA_ROOT, dirs_exist_ok=True)


def _factories() -> list[type[DjangoModelFactory]]:
    """Each numbers what it makes, in every process from 0: a copy brings numbers of another."""
    found = [each for each in vars(factories).values() if isinstance(each, type)]
    return [each for each in found if issubclass(each, DjangoModelFactory)]
