"""The database that the demonstration and the commands share, running while anybody uses it."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from running import binaries, cluster, environment, locks, roles
from running.cluster import Cluster
from running.console import fail, step
from running.places import LOGS, ROOT, database_home, socket_folder

LOG = LOGS / "database.log"


@dataclass(frozen=True)
class Database:
    """Two ways into one database: as the owner of its tables and as the app."""

    app_url: str
    owner_url: str

    def addresses(self) -> dict[str, str]:
        """The ways in, by the names that the settings read."""
        return {"DATABASE_URL": self.app_url, "DATABASE_OWNER_URL": self.owner_url}

    def environment(self) -> dict[str, str]:
        """This process's environment with every address in it."""
        return os.environ | self.addresses()


def demo_cluster() -> Cluster:
    """The server of this checkout, made by the PostgreSQL that made its data."""
    home = database_home()
    stored = [int(folder.name.removeprefix("data-")) for folder in home.glob("data-*")]
    found = binaries.find(stored[0] if stored else None)
    return Cluster(home, socket_folder(), found, cluster.KEPT)


@contextmanager
def in_use() -> Iterator[Database]:
    """The database, started if it was not running, stopped after its last user."""
    if url := os.environ.get("DATABASE_URL"):
        yield Database(*roles.of_server(url, os.environ.get("DATABASE_OWNER_URL")))
        return
    own = demo_cluster()
    keeper = None
    try:
        with locks.held(locks.USERS, shared=True):
            with locks.held(locks.START):
                keeper = _start(own)
            yield Database(own.url(cluster.APP), own.url(cluster.OWNER))
    finally:
        _wait_for_keeper(own, keeper)


def _start(own: Cluster) -> subprocess.Popen | None:
    keeper = None
    if not own.is_running():
        new = not own.data.exists()
        with step(f"{'Made' if new else 'Started'} the database, PostgreSQL {own.binaries.major}"):
            own.create()
            keeper = _start_keeper()
            roles.wait_for(own.url(cluster.SUPERUSER, "postgres"), keeper, LOG)
    roles.prepare(own)
    return keeper


def _start_keeper() -> subprocess.Popen:
    with (LOGS / "keeper.log").open("ab") as log:
        return subprocess.Popen(
            [environment.python(), str(ROOT / "running"), "keep-database"],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def keep() -> None:
    """Run the server until nobody uses it any more: the work of the keeper process."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    server = demo_cluster().start(LOG)

    def stop(number: int, frame: object) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGCHLD, stop)
    try:
        if server.poll() is None:
            with locks.held(locks.USERS):
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                cluster.stop(server)
    finally:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        if server.poll() is None:
            cluster.stop(server)


def _wait_for_keeper(own: Cluster, keeper: subprocess.Popen | None) -> None:
    """Return once the server has stopped, unless others still use it."""
    locks.wait_until(
        lambda: not own.is_running() or locks.is_wanted_by_others(locks.USERS), seconds=20
    )
    if keeper and not own.is_running():
        with suppress(subprocess.TimeoutExpired):
            keeper.wait(5)


def forget() -> None:
    """Throw the demonstration's data away."""
    if os.environ.get("DATABASE_URL"):
        roles.drop(os.environ["DATABASE_URL"], os.environ.get("DATABASE_OWNER_URL"))
    else:
        home = database_home()
        with locks.held_at_once(locks.USERS) as free:
            if not free:
                fail("Another command is using the database. Try again when it has ended.")
            for folder in home.glob("data-*"):
                shutil.rmtree(folder)
    shutil.rmtree(Path(ROOT / "var"), ignore_errors=True)
