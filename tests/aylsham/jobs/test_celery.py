"""Real brokers, real workers, real beats: the bell may be lost, the work never."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from celery import Celery
from django.conf import settings
from django.db import connection

from aylsham.jobs import doorbell
from aylsham.jobs.codes import JobState
from aylsham.mail.services import queue_message
from aylsham.models import Job, StoredMessage

pytestmark = pytest.mark.django_db(transaction=True)

#: As in production, but the clock of the bell goes faster.
BEAT = """
from aylsham.celery import app
app.conf.beat_schedule = {"ring": {"task": "aylsham.jobs.tasks.ring_again", "schedule": 1.0}}
app.start(["beat", "--loglevel=ERROR", "-s", "%s"])
"""


@contextlib.contextmanager
def running(*command: str, broker: str, var: Path) -> Iterator[subprocess.Popen]:
    """A process of the product beside this one, on the database of the tests, as a demonstration."""
    process = subprocess.Popen(
        [sys.executable, *command],
        env=os.environ
        | {
            "AYLSHAM_ENVIRONMENT": "demo",
            "AYLSHAM_PROCESS": "worker",
            "AYLSHAM_VAR_DIR": str(var),
            "CELERY_BROKER_URL": broker,
            "DATABASE_URL": url_of_the_test_database(),
        },
        cwd=settings.BASE_DIR,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)


def url_of_the_test_database() -> str:
    parts = urlsplit(settings.DATABASE_URL)
    return urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))


def worker(pool: str = "solo") -> tuple[str, ...]:
    plain = ("--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel=ERROR")
    return ("-m", "celery", "-A", "aylsham.celery", "worker", f"--pool={pool}", *plain)


def eventually(condition: Callable[[], object], seconds: float = 150) -> None:
    """Wait for something that other processes do."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


class Redis:
    """A Redis of this test alone, which can be killed and comes back on the same port."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        options = ("--bind", "127.0.0.1", "--port", str(self.port), "--save", "")
        self.process = subprocess.Popen(
            ["redis-server", *options], stdout=subprocess.DEVNULL, cwd="/tmp"
        )
        eventually(self.answers)

    def answers(self) -> bool:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return True
        return False

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(5)


@pytest.fixture
def redis() -> Iterator[Redis]:
    if not shutil.which("redis-server"):
        pytest.skip("redis-server is not installed")
    server = Redis()
    server.start()
    yield server
    server.kill()


@contextlib.contextmanager
def bell(url: str, **options: str) -> Iterator[None]:
    """This process rings at another broker for a while."""
    at_this_broker = Celery("bell", broker=url, set_as_current=False)
    at_this_broker.conf.update(
        task_queues=settings.CELERY_TASK_QUEUES,
        task_publish_retry=False,
        broker_transport_options=options or {"socket_connect_timeout": 1},
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(doorbell, "app", at_this_broker)
        patch.setattr(doorbell, "_quiet_until", 0.0)
        yield
    at_this_broker.close()


def ask(number: int) -> Job:
    return queue_message(to=f"n{number}@example.org", subject=f"Number {number}", text="x").job


def all_done(number: int) -> Callable[[], bool]:
    return lambda: Job.objects.filter(state=JobState.DONE).count() == number


@pytest.mark.redis
@pytest.mark.slow
def test_redis_is_killed_and_comes_back(redis, tmp_path):
    beats = [tmp_path / f"beat{n}" for n in range(3)]
    with contextlib.ExitStack() as stack:
        stack.enter_context(bell(redis.url))
        stack.enter_context(running(*worker(), broker=redis.url, var=tmp_path))
        for file in beats:
            stack.enter_context(running("-c", BEAT % file, broker=redis.url, var=tmp_path))
        ask(1)
        eventually(all_done(1))

        redis.kill()
        begun = time.monotonic()
        ask(2)  # the page is saved all the same
        ask(3)
        assert time.monotonic() - begun < 3
        assert Job.objects.filter(state=JobState.WAITING).count() == 2

        redis.start()
        eventually(all_done(3))
    # Three beats rang for the same jobs, and each was done once.
    assert sorted(StoredMessage.objects.values_list("subject", flat=True)) == [
        "Number 1", "Number 2", "Number 3",
    ]  # fmt: skip


@pytest.mark.redis
@pytest.mark.slow
def test_a_worker_is_killed_and_another_takes_over(redis, tmp_path):
    with bell(redis.url), running(*worker(), broker=redis.url, var=tmp_path) as first:
        ask(1)
        eventually(all_done(1))
        first.send_signal(signal.SIGKILL)
        first.wait(5)
        ask(2)
        with (
            running(*worker(), broker=redis.url, var=tmp_path),
            running("-c", BEAT % (tmp_path / "beat"), broker=redis.url, var=tmp_path),
        ):
            eventually(all_done(2))
    assert StoredMessage.objects.count() == 2


@pytest.mark.slow
def test_a_folder_is_broker_enough_for_a_demonstration(tmp_path):
    folders = {"data_folder_in": "queue", "data_folder_out": "queue", "control_folder": "control"}
    options = {name: str(tmp_path / "bell" / folder) for name, folder in folders.items()}
    for folder in options.values():
        Path(folder).mkdir(parents=True, exist_ok=True)
    with (
        bell("filesystem://", **options),
        running(*worker("threads"), "--beat", broker="filesystem://", var=tmp_path),
    ):
        for number in range(20):
            ask(number)
        eventually(all_done(20))
    assert StoredMessage.objects.count() == 20
