"""Child processes: started in groups of their own, and stopped with everything below them."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from running.console import fail
from running.places import ROOT

PR_SET_PDEATHSIG = 1


class Stopped(BaseException):
    """Somebody asked us to stop: Ctrl-C, SIGTERM or a closed terminal."""


def stop_on_signals() -> None:
    """From now on a request to stop raises Stopped in the main thread, once."""

    def stop(number: int, frame: object) -> None:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_IGN)
        raise Stopped(number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


def die_with_parent(number: int) -> Callable[[], None] | None:
    """What a child calls first on Linux, to get this signal should its parent be killed."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    parent = os.getpid()

    def ask() -> None:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_DFL)
        library.prctl(PR_SET_PDEATHSIG, number)
        if os.getppid() != parent:
            os._exit(1)

    return ask


class Children:
    """The processes of one demonstration; leaving the `with` block stops them all."""

    def __init__(self, logs: Path):
        self.logs = logs
        self.started: dict[str, subprocess.Popen] = {}

    def __enter__(self) -> "Children":
        return self

    def __exit__(self, *problem: object) -> None:
        self.stop()

    def start(self, name: str, command: list[str], env: dict[str, str], **more) -> None:
        """Start a process whose output goes to its own log."""
        with (self.logs / f"{name}.log").open("wb") as output:
            self.started[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGTERM),
                **more,
            )

    def refuse_dead(self) -> None:
        """Fail with the end of its log if a process has ended."""
        for name, process in self.started.items():
            if process.poll() is not None:
                log = self.logs / f"{name}.log"
                last = "\n".join(log.read_text(errors="replace").splitlines()[-20:])
                fail(f"The {name} process ended by itself ({process.returncode}). {log}:\n{last}")

    def watch(self) -> None:
        """Wait until a process ends or somebody asks to stop."""
        while True:
            self.refuse_dead()
            time.sleep(0.5)

    def stop(self, patience: float = 8) -> None:
        """Ask every group to end, and end what has not."""
        for process in self.started.values():
            _signal_group(process, signal.SIGTERM)
        until = time.monotonic() + patience
        for process in self.started.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.1, until - time.monotonic()))
        for process in self.started.values():
            _signal_group(process, signal.SIGKILL)
            process.wait()
        self.started.clear()


def _signal_group(process: subprocess.Popen, number: int) -> None:
    """To the whole group: a worker's own children outlive it otherwise."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)
