"""`./run demo`: the whole product on this machine, until somebody stops it."""

import ctypes.util
import json
import os
import secrets
import socket
import sys
import time
import urllib.request
import webbrowser
from collections.abc import Callable

from running import check, children, database, environment, locks, site
from running.children import Children
from running.console import fail, say
from running.database import Database
from running.places import LOGS, ROOT, STATE
from running.sign_ins import table

USUAL_PORT = 8000
RUNNING = STATE / "demo.json"


def run(*, port: int | None, browser: bool, reset: bool) -> int:
    """Start everything, say where it is, and stay until Ctrl-C."""

    def stay(address: str, processes: Children) -> int:
        say(f"\nAylsham is at {address}\n\n{table()}\n")
        say(f"Ctrl-C stops it; logs are in {LOGS.relative_to(ROOT)}/.")
        if browser:
            _open_browser(address)
        try:
            processes.watch()
        except children.Stopped:
            say("\nStopping.")
        return 0

    return _with_site(port, reset=reset, then=stay)


def run_check(*, port: int | None, reset: bool) -> int:
    """Start everything on a free port, walk through it as each role, stop."""
    walk = lambda address, processes: check.walk(address, processes.refuse_dead)  # noqa: E731
    return _with_site(port or 0, reset=reset, then=walk)


def _with_site(port: int | None, *, reset: bool, then: Callable[[str, Children], int]) -> int:
    started = time.monotonic()
    children.stop_on_signals()
    with locks.held_at_once(locks.DEMO) as alone:
        if not alone:
            where = (
                json.loads(RUNNING.read_text())["address"] if RUNNING.exists() else "this machine"
            )
            fail(
                f"The demonstration of this folder already runs at {where}. Stop it first: Ctrl-C there."
            )
        if reset:
            database.forget()
        with _listening(port) as listener:
            address = f"http://127.0.0.1:{listener.getsockname()[1]}"
            RUNNING.write_text(json.dumps({"address": address}))
            with database.in_use() as data:
                site.prepare(data)
                with Children(LOGS) as processes:
                    _start(processes, data, listener, address)
                    site.load_demo(data)  # while they start
                    _wait_until_served(address, processes)
                    say(f"  Ready after {time.monotonic() - started:.1f} s")
                    _mention_pango()
                    return then(address, processes)


def _start(processes: Children, data: Database, listener: socket.socket, address: str) -> None:
    common = site.settings(data) | {"PUBLIC_URL": address, "SECRET_KEY": _secret()}
    gunicorn = [environment.python(), "-m", "gunicorn", "--bind", f"fd://{listener.fileno()}"]
    processes.start(
        "web",
        [*gunicorn, "aylsham.wsgi"],
        common | {"AYLSHAM_PROCESS": "web", "WEB_CONCURRENCY": "2"},
        pass_fds=[listener.fileno()],
    )
    celery = [environment.python(), "-m", "celery", "-A", "aylsham.celery", "worker", "--beat"]
    processes.start(
        "worker",
        [*celery, "--pool=threads", "--concurrency=2", "--loglevel=INFO", "--without-gossip", "--without-mingle"],
        common | {"AYLSHAM_PROCESS": "worker"},
    )  # fmt: skip


def _listening(port: int | None) -> socket.socket:
    """A socket on the wished port, on the usual one, or on any that is free."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    for choice in [port] if port is not None else [*range(USUAL_PORT, USUAL_PORT + 10), 0]:
        try:
            listener.bind(("127.0.0.1", choice))
            listener.listen(128)
            return listener
        except (OSError, OverflowError) as problem:
            reason = problem
    fail(f"Port {port} cannot be used ({reason}). Choose another: ./run demo --port 8123")


def _secret() -> str:
    """The key that signs sessions: this checkout's own, kept so that a restart signs nobody out."""
    path = STATE / "secret-key"
    if not path.exists():
        with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text()


def _wait_until_served(address: str, processes: Children) -> None:
    def answers() -> bool:
        processes.refuse_dead()
        try:
            with urllib.request.urlopen(f"{address}/accounts/login/", timeout=20) as page:
                return page.status == 200
        except OSError:
            return False

    if not locks.wait_until(answers, seconds=60):
        fail(f"The sign-in page does not come. The web server's log: {LOGS / 'web.log'}")


def _mention_pango() -> None:
    if not (ctypes.util.find_library("pango-1.0") or sys.platform == "darwin"):
        say(
            "  PDFs need Pango, which is missing; everything else works. To install it:\n"
            "    sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        )


def _open_browser(address: str) -> None:
    """Only where a person sits in front of a screen."""
    screen = (
        sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    if screen and sys.stdout.isatty():
        webbrowser.open(address)
