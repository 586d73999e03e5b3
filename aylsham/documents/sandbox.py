"""A child process that knows no database and no secret, with limits of time and memory.

Loading what sets a page or looks into a file takes longer than the work itself. So each process
of ours keeps a helper of its own that has loaded it all, knows nothing, and forks for each piece
of work (`standby`); it ends with the process, or by itself when nothing comes for a while.
"""

import atexit
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from django.conf import settings

from aylsham.documents.standby import PID_LENGTH

#: What a child that was killed or never began ends with.
KILLED = -signal.SIGKILL
#: How long the helper may take to load its libraries, on a busy machine.
LOADING = 60


def run_child(
    module: str, *words: str, data: bytes, seconds: int, megabytes: int
) -> subprocess.CompletedProcess:
    """Run `main(SECONDS, MEGABYTES, words…)` of a module in a child with `data` as its input.

    subprocess.TimeoutExpired when it takes longer; the child sets its own limits of processor
    time and memory by `limits.set_limits`.
    """
    ends = time.monotonic() + seconds
    command = [module, str(seconds), str(megabytes), *words]
    with contextlib.ExitStack() as stack:
        child = _standby.child(command, stack)
        if child is None:
            return subprocess.CompletedProcess(command, KILLED, b"")
        writer = threading.Thread(target=_write, args=(child.writes, data), daemon=True)
        writer.start()
        try:
            output = _read(child.reads, ends)
            status = _read(child.status, ends)
        except TimeoutError:
            child.kill()
            raise subprocess.TimeoutExpired(command, seconds) from None
        finally:
            writer.join()
    return subprocess.CompletedProcess(command, int(status) if status else KILLED, output)


def _write(end: socket.socket, data: bytes) -> None:
    # A child that has seen enough, or was killed, reads no further.
    with contextlib.suppress(OSError):
        end.sendall(data)
        end.shutdown(socket.SHUT_WR)


def _read(end: socket.socket, ends: float) -> bytes:
    """All that comes until the other side closes; TimeoutError when the time is over."""
    found: list[bytes] = []
    while True:
        end.settimeout(max(ends - time.monotonic(), 0.001))
        if not (piece := end.recv(1 << 20)):
            return b"".join(found)
        found.append(piece)


class _Child:
    """Our ends of a child's input, its output and how it ends."""

    def __init__(self, writes: socket.socket, reads: socket.socket, status: socket.socket):
        self.writes, self.reads, self.status = writes, reads, status
        self.pid = 0

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


class _Standby:
    """The helper of this process, started when there is something to do."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._control: socket.socket | None = None
        self._process: subprocess.Popen | None = None
        self._owner = 0

    def child(self, command: list[str], stack: contextlib.ExitStack) -> _Child | None:
        """A child at work; None if it cannot be had."""
        with self._lock:
            # The helper may have gone for want of work: then a new one is asked.
            return self._asked(command, stack) or self._asked(command, stack)

    def _asked(self, command: list[str], stack: contextlib.ExitStack) -> _Child | None:
        ours, theirs = zip(*(socket.socketpair() for _ in range(3)), strict=True)
        for end in ours:
            stack.enter_context(end)
        child = _Child(*ours)
        try:
            with contextlib.ExitStack() as given:
                for end in theirs:
                    given.enter_context(end)
                message = json.dumps(command).encode() + b"\n"
                socket.send_fds(self._helper(), [message], [end.fileno() for end in theirs])
            child.status.settimeout(LOADING)
            child.pid = int(child.status.recv(PID_LENGTH, socket.MSG_WAITALL))
        except (OSError, ValueError):
            self.let_go()
            return None
        return child

    def _helper(self) -> socket.socket:
        # A process that was forked from us has its own: two must not share a line.
        if self._control is None or self._owner != os.getpid():
            ours, theirs = socket.socketpair()
            with theirs:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "aylsham.documents.standby"],
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    cwd=settings.BASE_DIR,
                    env=_environment(),
                    start_new_session=True,
                )
            self._control, self._owner = ours, os.getpid()
        return self._control

    def let_go(self) -> None:
        """End the helper; the next piece of work starts another."""
        if self._control is not None:
            self._control.close()
        if self._process is not None and self._owner == os.getpid():
            self._process.wait()
        self._control = self._process = None


#: What the helper knows of our environment.
KEPT = (
    *("PATH", "LANG", "PYTHONPYCACHEPREFIX"),
    *("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"),
)

_standby = _Standby()
atexit.register(lambda: _standby.let_go())


def _environment() -> dict[str, str]:
    """Nothing but what fonts and libraries are found by."""
    cache = Path(settings.VAR_DIR) / "cache" / "fonts"
    cache.mkdir(parents=True, exist_ok=True)
    found = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {
        **found,
        "HOME": str(cache),
        "XDG_CACHE_HOME": str(cache),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        # Compiled modules are written where somebody has named a place for them, as tests do.
        "PYTHONDONTWRITEBYTECODE": "" if "PYTHONPYCACHEPREFIX" in found else "1",
    }
