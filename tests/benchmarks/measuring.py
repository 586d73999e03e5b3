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
from tests.benchmarks.pages import Page

#: Statements of every request: session, person with roles, row-security setting, audit.
EVERY_REQUEST = 4
CLIENTS = 8
#: How often something slow is asked for.
FEW = 5

Statement = tuple[str, object]


@dataclass(frozen=True)
class Figures:
    """What one page costs; times in milliseconds."""

    median: float
    p95: float
    #: Of the processor, this process alone: what a page costs however busy the machine is.
    cpu: float
    median_of_eight: float
    p95_of_eight: float
    statements: int
    compressed: int
    bare: float

    @property
    def ratio(self) -> float:
        """The page against the bare SQL for the same rows plus 1 ms."""
        return self.median / (self.bare + 1)


def measure(user: User, page: Page, *, times: int) -> Figures:
    """Ask for a page alone and with eight clients at once."""
    times = FEW if page.is_slow else times
    client = _client(user, page)
    for _ in range(1 if page.is_slow else 3):
        response = page.ask(client)
    assert response is None or response.status_code < 400, response.status_code
    statements = _statements(lambda: page.ask(client))
    alone, cpu = _times(client, page, times)
    # The client goes with the server's answer; what it makes of it is not the server's time.
    together = alone if response is None else _together(user, page, max(times // 4, 3))
    return Figures(
        statistics.median(alone),
        _p95(alone),
        statistics.median(cpu),
        statistics.median(together),
        _p95(together),
        max(len(statements) - EVERY_REQUEST, 0),
        len(gzip.compress(response.content, 6)) if response else 0,
        _bare(statements, page.shown),
    )


def _client(user: User, page: Page) -> Client:
    client = Client()
    if page.is_signed_in:
        client.force_login(page.user or user)
    return client


def _statements(ask: Callable[[], object]) -> list[Statement]:
    seen: list[Statement] = []

    def note(execute, sql, params, many, context):
        # Transactions and savepoints are not statements that a page asks for.
        if not sql.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")):
            seen.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        ask()
    return seen


def _times(client: Client, page: Page, times: int) -> tuple[list[float], list[float]]:
    """Milliseconds of the clock and of the processor."""
    found, cpu = [], []
    for _ in range(times):
        started, worked = time.perf_counter(), time.thread_time()
        page.ask(client)
        found.append((time.perf_counter() - started) * 1000)
        cpu.append((time.thread_time() - worked) * 1000)
    return found, cpu


def _together(user: User, page: Page, times: int) -> list[float]:
    def one(_) -> list[float]:
        try:
            client = _client(user, page)
            page.ask(client)
            return _times(client, page, times)[0]
        finally:
            connection.close()

    with ThreadPoolExecutor(CLIENTS) as pool:
        return [t for found in pool.map(one, range(CLIENTS)) for t in found]


def _bare(statements: list[Statement], schools) -> float:
    """The page's own SELECTs again, without Django: milliseconds, the median of nine."""
    reads = [(s, p) for s, p in statements if s.lstrip(" (").startswith("SELECT")]
    found = []
    for _ in range(9):
        with school_transaction(*schools), connection.cursor() as cursor:
            started = time.perf_counter()
            for sql, params in reads:
                cursor.cursor.execute(sql, params)
                cursor.cursor.fetchall()
            found.append((time.perf_counter() - started) * 1000)
    return statistics.median(found)


def _p95(values: list[float]) -> float:
    return sorted(values)[max(int(len(values) * 0.95) - 1, 0)]
