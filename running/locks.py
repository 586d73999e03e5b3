"""File locks that the kernel lets go of when a process dies, however it dies."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from running.places import STATE

#: Held by the one demonstration of this checkout.
DEMO = STATE / "demo.lock"
#: Held while somebody finds out whether the database runs, and starts it.
START = STATE / "database-start.lock"
#: Shared by everybody who uses the database; its keeper waits until nobody does.
USERS = STATE / "database-users.lock"
#: Held while tables without rows are made or copied for a throw-away server.
MIGRATED = STATE / "migrated.lock"


@contextmanager
def held(path: Path, *, shared: bool = False) -> Iterator[None]:
    """Hold a lock, waiting for it if need be."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield


@contextmanager
def held_at_once(path: Path) -> Iterator[bool]:
    """Hold a lock if nobody has it; says whether it worked."""
    with path.open("a") as file:
        yield _try(file, fcntl.LOCK_EX)


def is_wanted_by_others(path: Path) -> bool:
    """Whether somebody else holds the lock in company (not: alone)."""
    with path.open("a") as file:
        if _try(file, fcntl.LOCK_EX):
            return False
        return _try(file, fcntl.LOCK_SH)


def wait_until(happened, seconds: float) -> bool:
    """Ask again and again, for so many seconds at most."""
    until = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _try(file, mode: int) -> bool:
    try:
        fcntl.flock(file, mode | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
