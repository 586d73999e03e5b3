"""Times a page: its median and p95, its statements and bytes, and the bare SQL of its rows."""

import gzip
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.db import connection
from django.test import Client

from aylsham.models import User
from aylsham.tenancy.row_security import school_transaction

#: Statements of every request: session, user, membership, row-security setting, audit.
EVERY_REQUEST = 5

Ask = Callable[[Client], object]


@dataclass(frozen=True)
class Figures:
    """What one page costs; times in milliseconds."""

    median: float
    p95: float
    median_of_eight: float
    p95_of_eight: float
    statements: int
    compressed: int
    bare: float

    @property
    def ratio(self) -> float:
        """The page against the bare SQL for the same rows plus 1 ms."""
        return self.median / (self.bare + 1)


def measure(user: User, ask: Ask, schools, *, times: int = 30, sign_in: bool = True) -> Figures:
    """Ask for a page alone and with eight clients at once."""
    client = _client(user, sign_in)
    for _ in range(3):
        response = ask(client)
    assert response.status_code < 400, response.status_code
    statements = _statements(lambda: ask(client))
    alone = _times(client, ask, times)
    together = _together(user, ask, max(times // 4, 3), sign_in)
    return Figures(
        statistics.median(alone),
        _p95(alone),
        statistics.median(together),
        _p95(together),
        max(len(statements) - EVERY_REQUEST, 0),
        len(gzip.compress(response.content, 6)),
        _bare(statements, schools),
    )


def _client(user: User, sign_in: bool) -> Client:
    client = Client()
    if sign_in:
        client.force_login(user)
    return client


def _statements(ask: Callable[[], object]) -> list[tuple[str, object]]:
    seen: list[tuple[str, object]] = []

    def note(execute, sql, params, many, context):
        # Transactions and savepoints are not statements that a page asks for.
        if not sql.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")):
            seen.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        ask()
    return seen


def _times(client: Client, ask: Ask, times: int) -> list[float]:
    found = []
    for _ in range(times):
        started = time.perf_counter()
        ask(client)
        found.append((time.perf_counter() - started) * 1000)
    return found


def _together(user: User, ask: Ask, times: int, sign_in: bool) -> list[float]:
    def one(_) -> list[float]:
        try:
            client = _client(user, sign_in)
            ask(client)
            return _times(client, ask, times)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        return [t for found in pool.map(one, range(8)) for t in found]


def _bare(statements: list[tuple[str, object]], schools) -> float:
    """The page's own SELECTs again, without Django: milliseconds, the best of five."""
    reads = [(s, p) for s, p in statements if s.lstrip().startswith("SELECT")]
    best = float("inf")
    for _ in range(5):
        with school_transaction(*schools), connection.cursor() as cursor:
            started = time.perf_counter()
            for sql, params in reads:
                cursor.cursor.execute(sql, params)
                cursor.cursor.fetchall()
            best = min(best, (time.perf_counter() - started) * 1000)
    return best


def _p95(values: list[float]) -> float:
    return sorted(values)[max(int(len(values) * 0.95) - 1, 0)]
