"""One server and database per test process: made by its owner, used by the app role; no network, one date."""

import datetime
import functools
import gc
import os
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import hypothesis
import psycopg
import pytest
import pytest_socket
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.template import Template
from django.test import TransactionTestCase
from psycopg import sql

from aylsham.database_url import database_from_url
from aylsham.deadlines.services import rebuilt_once
from aylsham.documents import fitting, rendering
from aylsham.tenancy.row_security import school_transaction
from tests.papers import ROUGH, checking

#: The day of the demonstration and of every sample file: a Monday in term time.
TODAY = datetime.date(2026, 11, 23)
#: Filled by migrate, never by a test: emptying them would only make Django fill them again.
KEPT_TABLES = {"django_content_type", "auth_permission", "django_migrations"}
JOURNEYS = Path(__file__).parent / "browser" / "journeys"
#: As the site does it; in tests Django keeps a copy of the context of every template beside it.
RENDER = Template._render


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to run against anything but a test environment."""
    # The first example of a run may have to import the bank holidays, and a machine may be busy.
    slow = [hypothesis.HealthCheck.too_slow]
    hypothesis.settings.register_profile("aylsham", deadline=None, suppress_health_check=slow)
    hypothesis.settings.load_profile("aylsham")
    if not settings.TESTING:
        pytest.exit("Set AYLSHAM_ENVIRONMENT=test, or simply use ./run test.", returncode=2)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with long tests come first, so that no process is left alone with one in the end.

    The journeys stay together after all others, so that the demonstration is loaded once.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (JOURNEYS in item.path.parents, item.path not in slow))


def pytest_collection_finish() -> None:
    """Thousands of tests and all modules stay to the end: no collection looks at them again.

    Rows and pages come and go by the thousand, and hardly any of them needs a collection to go.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Only the process that people see has a terminal."""
    plugins = session.config.pluginmanager
    if terminal := plugins.get_plugin("terminalreporter"):
        plugins.register(SaidAtOnce(terminal))


class SaidAtOnce:
    """Names what fails when it fails: a run that is cut off would never tell."""

    def __init__(self, terminal: pytest.TerminalReporter) -> None:
        self._terminal = terminal

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            words = report.longreprtext.strip().splitlines()
            why = [line for line in words if line.startswith("E ")] or words[-1:]
            self._terminal.ensure_newline()
            self._terminal.write_line(f"{report.when} of {report.nodeid} failed")
            for line in why[:3]:
                self._terminal.write_line(f"  {line[:300]}")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Only this machine can be reached: browser, Redis and database run here."""
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup():
    """What is due is worked out once when a fixture is made, and not after each of its steps."""
    with rebuilt_once(school_transaction):
        return (yield)


def connect_as(url: str) -> None:
    """Every new connection of this process signs in with the role of `url`."""
    connection.close()
    signing_in = database_from_url(url)
    for key in ("USER", "PASSWORD", "HOST", "PORT", "OPTIONS"):
        connection.settings_dict[key] = signing_in[key]


#: Tables whose file is not empty: there may be rows in them. To ask for the size of a table, the
#: server would first read all about each of seven hundred.
FILLED = """
    SELECT quote_ident(relname) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        AND (pg_stat_file(pg_relation_filepath(oid), true)).size > 0
"""


#: Sessions that others wait for, and what they last asked.
HOLDERS = """
    SELECT pid, state, now() - xact_start AS since, left(query, 200) AS query FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
"""


def empty_tables(case: TransactionTestCase | None = None, waits: str = "60s") -> None:
    """Stand-in for Django's flush, which takes half a second for two hundred tables.

    Past triggers and policies, as only the server's own role can; never what the tests run as.
    """
    try:
        _empty(waits)
    except psycopg.errors.LockNotAvailable as problem:
        # Whoever still holds rows after so long hangs. It is named and ended, so that one test
        # fails and not every one after it.
        with as_superuser() as own:
            holders = own.execute(HOLDERS).fetchall()
            own.execute(f"SELECT pg_terminate_backend(pid) FROM ({HOLDERS}) AS holders")
        connection.close()
        _empty(waits)
        raise AssertionError(f"sessions left open by this test: {holders}") from problem


def as_superuser() -> psycopg.Connection:
    """The server's own role, in the database of this test process."""
    name = connection.settings_dict["NAME"]
    assert name.startswith("test_"), "this is no test database"
    return psycopg.connect(os.environ["AYLSHAM_TEST_SUPERUSER_URL"], dbname=name)


@functools.cache
def emptier() -> psycopg.Connection:
    """One session for all the emptying: each new one would read all about the tables again."""
    own = as_superuser()
    own.autocommit, own.prepared_max = True, None
    own.execute("SET session_replication_role = replica")
    return own


def dismiss_emptier() -> None:
    """It is called again for the next emptying; its database could not go while it stays."""
    if emptier.cache_info().currsize:
        emptier().close()
        emptier.cache_clear()


def _empty(waits: str) -> None:
    if emptier().closed:
        dismiss_emptier()
    with emptier().transaction():
        own = emptier()
        own.execute(sql.SQL("SET LOCAL lock_timeout = {}").format(waits))
        filled = {table for (table,) in own.execute(FILLED)} - KEPT_TABLES
        for table in sorted(filled):
            own.execute(f"DELETE FROM {table}", prepare=True)


def refuse_strong_role() -> None:
    """Row security means nothing to a superuser, to BYPASSRLS or to an owner."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False,), "the app role of the tests is too strong"
        cursor.execute(
            "SELECT array_agg(relname::text) FROM pg_class WHERE pg_get_userbyid(relowner) = current_user"
        )
        assert cursor.fetchone() == (None,), "the app role of the tests owns tables"


def hang_up_others() -> None:
    """End sessions that a server thread or a worker left open, so that the database can go."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = current_user"
            " AND pid <> pg_backend_pid()"
        )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Make and migrate the test database as its owner."""
    connect_as(settings.DATABASE_OWNER_URL)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """Then use it as the app role."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        connect_as(settings.DATABASE_URL)
        refuse_strong_role()
        connection.close()
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_tables)
        yield
        dismiss_emptier()
        hang_up_others()
        connect_as(settings.DATABASE_OWNER_URL)


@pytest.fixture(scope="session", autouse=True)
def own_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Files that tests keep lie in a folder of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "MEDIA_ROOT", tmp_path_factory.mktemp("files"))
        yield


@pytest.fixture(autouse=True)
def papers_can_be_read_aloud(request, monkeypatch) -> Iterator[None]:
    """Every PDF that any test has set: tags, language, words for pictures, tables, fonts."""
    found: list[str] = []
    for module in (fitting, rendering):
        monkeypatch.setattr(module, "run_child", checking(module.run_child, found))
    yield
    assert not found or request.node.get_closest_marker(ROUGH), sorted(set(found))


@pytest.fixture(autouse=True)
def no_memory() -> None:
    """No test is refused because the ones before it signed in often within the same minute.

    Rate limits live in the cache, and the clock of `today` starts at nine o'clock every time.
    """
    cache.clear()


@pytest.fixture
def rendered_as_on_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """For thousands of pages of which nobody looks at a context: none is copied."""
    monkeypatch.setattr(Template, "_render", RENDER)


@pytest.fixture
def today() -> Iterator[datetime.date]:
    """Monday 23 November 2026, nine o'clock in London, with the clock running on from there."""
    nine = datetime.datetime.combine(TODAY, datetime.time(9), ZoneInfo("Europe/London"))
    with time_machine.travel(nine, tick=True):
        yield TODAY


@pytest.fixture(scope="session")
def redis_url(worker_id: str) -> str:
    """A real Redis, with a database of its own for each test process; mark such tests `redis`."""
    server = os.environ.get("AYLSHAM_TEST_REDIS_URL")
    if not server:
        pytest.skip("No Redis is running for the tests; ./run test starts one.")
    return f"{server}/{worker_id.removeprefix('gw') if worker_id != 'master' else 0}"
