"""Servers for one run of the tests: PostgreSQL and Redis, fast, empty and gone afterwards."""

import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from running import binaries, cluster, locks, migrated, roles
from running.children import die_with_parent
from running.cluster import Cluster
from running.console import fail, step
from running.database import Database
from running.places import LOGS, database_account


@dataclass(frozen=True)
class ThrownAway(Database):
    """A database of which the tests may do anything, for one thing: to empty it at once."""

    superuser_url: str

    def addresses(self) -> dict[str, str]:
        return super().addresses() | {"AYLSHAM_TEST_SUPERUSER_URL": self.superuser_url}


@contextmanager
def postgres() -> Iterator[ThrownAway]:
    """A server without fsync, whose owner role may make databases; its own has tables, no rows."""
    found = binaries.find()
    with _folder() as home:
        log = LOGS / "test-database.log"
        own = Cluster(home, home / "s", found, cluster.THROWN_AWAY)
        with step(f"Made a throw-away database, PostgreSQL {found.major}"):
            with locks.held(locks.MIGRATED):
                if not migrated.copy_to(own):
                    migrated.keep(own, log)
            server = own.start(log)
        try:
            roles.wait_for(own.url(cluster.SUPERUSER, "postgres"), server, log)
            roles.prepare(own, may_create=True)
            roles_of = (cluster.APP, cluster.OWNER, cluster.SUPERUSER)
            yield ThrownAway(*(own.url(role) for role in roles_of))
        finally:
            cluster.stop(server, at_once=True)


@contextmanager
def _folder() -> Iterator[Path]:
    """A short temporary folder which PostgreSQL's user can reach."""
    home = Path(tempfile.mkdtemp(prefix="aylsham-"))
    account = database_account()
    home.chmod(0o755 if account else 0o700)
    sockets = home / "s"
    sockets.mkdir(mode=0o700)
    if account:
        shutil.chown(sockets, account.pw_uid, account.pw_gid)
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def redis() -> Iterator[str]:
    """The address of an empty Redis that keeps nothing."""
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if program is None:
        fail("Redis is not installed: sudo apt install redis-server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (LOGS / "test-redis.log").open("wb") as log:
        server = subprocess.Popen(
            [
                program,
                "--port",
                str(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
            ],
            cwd=tempfile.gettempdir(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=die_with_parent(signal.SIGTERM),
        )
    try:
        if not locks.wait_until(lambda: _answers(port), seconds=20):
            fail(f"Redis did not start: {LOGS / 'test-redis.log'}")
        yield f"redis://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
