"""What the audit log costs: `python -m tests.benchmarks.audit_throughput [clients] [rounds]`.

Clients, each a process of its own, open the register and children's records of one school as fast
as they can, in turns of a few seconds with and without the log; a sealer works beside them as the
worker does. Both turns suffer the same neighbours, so the ratio counts and not the number.
"""

import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
from urllib.parse import urlsplit

from tests.benchmarks.database import throw_away_database

TURN_SECONDS = 5.0
CHILDREN = 500


def main(clients: int = 8, rounds: int = 6) -> float:
    """Print requests per second with and without the log; the ratio of the two."""
    with throw_away_database() as name:
        session, addresses = _prepare()
        for variable in ("DATABASE_URL", "DATABASE_OWNER_URL"):
            os.environ[variable] = urlsplit(os.environ[variable])._replace(path=f"/{name}").geturl()
        spawn = multiprocessing.get_context("spawn")
        barrier = spawn.Barrier(clients + 1)
        results = spawn.Queue()
        processes = [
            spawn.Process(
                target=_client, args=(number, session, addresses, rounds, barrier, results)
            )
            for number in range(clients)
        ]
        for process in processes:
            process.start()
        _seal_beside(barrier, 2 * rounds)
        counts = [results.get() for _ in processes]
        for process in processes:
            process.join()
        ratio = _print(clients, [list(turn) for turn in zip(*counts, strict=True)])
        _check_the_log()
        return ratio


def _prepare() -> tuple[str, list[str]]:
    from django.test import Client

    from aylsham.access.roles import Role
    from aylsham.tenancy.row_security import school_transaction
    from tests.factories import PupilFactory, SchoolFactory, member

    school = SchoolFactory(slug="bench")
    user = member(school, Role.SENDCO)
    with school_transaction(school):
        children = [PupilFactory(school=school, on_register="K") for _ in range(CHILDREN)]
    client = Client()
    client.force_login(user)
    addresses = ["/bench/register/", *(f"/bench/children/{c.pk}/" for c in children)]
    return client.cookies["sessionid"].value, addresses


def _client(number, session, addresses, rounds, barrier, results) -> None:
    import django

    django.setup()
    from django.db import connection
    from django.test import Client

    from aylsham.models import AuditEvent

    connection.settings_dict["CONN_MAX_AGE"] = None  # the web server has a pool
    client = Client()
    client.cookies["sessionid"] = session
    dice = random.Random(number)
    write = AuditEvent.save
    client.get(addresses[0])
    counts = []
    for turn in range(2 * rounds):
        AuditEvent.save = write if turn % 2 == 0 else lambda self, **kwargs: None
        barrier.wait()
        done, until = 0, time.monotonic() + TURN_SECONDS
        while time.monotonic() < until:
            address = addresses[0] if done % 4 == 0 else dice.choice(addresses[1:])
            assert client.get(address).status_code == 200, address
            done += 1
        counts.append(done)
    results.put(counts)


def _seal_beside(barrier, turns: int) -> None:
    from aylsham.audit.seals import seal_events

    for _ in range(turns):
        barrier.wait(timeout=120)
        seal_events()


def _print(clients: int, turns: list[list[int]]) -> float:
    rates = [sum(turn) / TURN_SECONDS for turn in turns]
    ratios = [with_log / without for with_log, without in zip(rates[::2], rates[1::2], strict=True)]
    print(f"{clients} clients, one school, {CHILDREN} children:")
    print(f"  with the log     {statistics.median(rates[::2]):7.1f} requests/s")
    print(f"  without the log  {statistics.median(rates[1::2]):7.1f} requests/s")
    print(f"  ratio            {statistics.median(ratios):7.3f}  (of {len(ratios)} pairs of turns)")
    return statistics.median(ratios)


def _check_the_log() -> None:
    from aylsham.audit.seals import seal_events
    from aylsham.audit.verify import verify_school
    from aylsham.models import School
    from aylsham.tenancy.row_security import school_transaction

    seal_events()
    school = School.objects.get()
    with school_transaction(school):
        report = verify_school(school, [])
    print(f"  {report.events} events, {report.sealed} sealed, intact: {report.is_intact}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["AUDIT_WITNESS_DIR"] = folder
        main(*(int(a) for a in sys.argv[1:]))
