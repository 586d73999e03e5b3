"""Real processes for tests: forked from this one, so that Django is loaded already."""

import os
import signal
import time
import traceback
from collections.abc import Callable

from django.db import connection, connections

from aylsham.jobs import marks


def in_process(work: Callable[[], object], *, dies_at: tuple[str, int] | None = None) -> bool:
    """Do the work in a process of its own; True if it was killed at the given passing of a mark.

    The kill is a real SIGKILL: no `finally`, no rollback by us, no goodbye to the database.
    """
    connections.close_all()  # a forked process must not share a connection
    child = os.fork()
    if child == 0:
        _be_the_child(work, dies_at)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        _end_sessions()
        return True
    assert os.WEXITSTATUS(status) == 0, "the process failed; see its traceback above"
    return False


def together(works: list[Callable[[], object]]) -> None:
    """Do several works at the same time, each in a process of its own."""
    connections.close_all()
    children = []
    for work in works:
        child = os.fork()
        if child == 0:
            _be_the_child(work, None)
        children.append(child)
    for child in children:
        _, status = os.waitpid(child, 0)
        assert status == 0


#: Others who use this database with the same role.
_OTHERS = """
    FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
"""


def _end_sessions() -> None:
    """Wait until the server has noticed the kill; end what it has not noticed in five seconds.

    What is tested is what comes after. How long a server keeps the rows of a dead client is
    limited by the settings of every session (`aylsham/database_url.py`).
    """
    until = time.monotonic() + 5
    with connection.cursor() as cursor:
        while time.monotonic() < until:
            cursor.execute(f"SELECT count(*) {_OTHERS}")
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.02)
        cursor.execute(f"SELECT pid, state, query, pg_terminate_backend(pid) {_OTHERS}")
        print("sessions that outlived their process:", cursor.fetchall())


def _be_the_child(work: Callable[[], object], dies_at: tuple[str, int] | None) -> None:
    try:
        if dies_at:
            marks.listen(_Killer(*dies_at))
        work()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    connections.close_all()
    os._exit(0)


class _Killer:
    """Ends this process when a mark is passed for the n-th time."""

    def __init__(self, place: str, passing: int):
        self.place, self.left = place, passing

    def __call__(self, place: str) -> None:
        if place == self.place:
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)
