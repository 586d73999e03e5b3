"""The helper that forks for each document: it may die, and what it starts knows nothing of us."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from aylsham.documents import sandbox, standby
from aylsham.documents.sandbox import run_child

#: Reads what it is sent, and says how much that was, whom it is and what it can see.
PROBE = """
import json, os, sys, time

def main(seconds, megabytes, what=""):
    data = sys.stdin.buffer.read()
    if what == "sleep":
        time.sleep(60)
    if what == "raise":
        raise ValueError("no traceback goes anywhere")
    if what == "kill":
        os.kill(os.getpid(), 9)
    open_files = sorted(os.listdir("/dev/fd"))
    seen = {"pid": os.getpid(), "env": sorted(os.environ), "files": len(open_files)}
    sys.stdout.buffer.write(json.dumps(seen).encode() + b"\\n" + data[::-1])
    return 7
"""


@pytest.fixture
def probe(tmp_path, monkeypatch):
    """A module of its own for the helper, which is started anew with it and let go in the end."""
    (tmp_path / "probe_of_the_tests.py").write_text(PROBE)
    monkeypatch.setattr(sandbox, "_standby", sandbox._Standby())
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    start = "import sys; from aylsham.documents import standby as s; import socket, os;"
    start += "s.MODULES = s.MODULES | {'probe_of_the_tests'}; s.LIBRARIES = ();"
    start += "s.main(socket.socket(fileno=os.dup(0)))"
    began = subprocess.Popen
    monkeypatch.setattr(
        sandbox.subprocess, "Popen", lambda command, **k: began([command[0], "-c", start], **k)
    )

    def ask(what: str = "", *, data: bytes = b"", seconds: int = 20):
        return run_child("probe_of_the_tests", what, data=data, seconds=seconds, megabytes=1024)

    yield ask
    sandbox._standby.let_go()


def test_it_has_the_input_back_and_the_exit_status(probe):
    done = probe(data=b"abc")
    assert done.returncode == 7
    assert done.stdout.partition(b"\n")[2] == b"cba"


def test_twenty_megabytes_go_through(probe):
    data = os.urandom(20 * 2**20)
    assert probe(data=data).stdout.partition(b"\n")[2] == data[::-1]


def test_each_has_a_process_of_its_own(probe):
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: probe(data=b"%d" % n).stdout, range(100, 140)))
    assert [f.partition(b"\n")[2][::-1] for f in found] == [b"%d" % n for n in range(100, 140)]
    assert len({f.partition(b"\n")[0] for f in found}) == 40


def test_it_sees_no_secret_and_no_file_of_ours(probe, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "x")
    first = probe().stdout
    assert b"DATABASE_URL" not in first
    # Input, output, errors, the status, the folder that is being listed.
    assert b'"files": 5' in first


def test_one_that_takes_too_long_is_killed(probe):
    probe()  # the helper is there
    started = time.monotonic()
    with pytest.raises(subprocess.TimeoutExpired):
        probe("sleep", seconds=1)
    assert time.monotonic() - started < 10
    assert probe().returncode == 7


@pytest.mark.parametrize("what, code", [("kill", sandbox.KILLED), ("raise", 1)])
def test_one_that_dies_says_so_and_the_next_works(probe, what, code):
    assert probe(what).returncode == code
    assert probe().returncode == 7


def test_when_the_helper_was_killed_another_takes_its_place(probe):
    probe()
    first = sandbox._standby._process.pid
    os.kill(first, signal.SIGKILL)
    assert probe().returncode == 7
    assert sandbox._standby._process.pid != first


def test_when_it_cannot_be_had_the_child_counts_as_killed(probe, monkeypatch):
    monkeypatch.setattr(sandbox.sys, "executable", "/bin/false")
    assert probe().returncode == sandbox.KILLED


def test_it_ends_when_nobody_is_left_to_ask(probe):
    probe()
    helper = sandbox._standby._process
    sandbox._standby._control.close()
    assert helper.wait(timeout=10) == 0


def test_only_our_own_modules_can_be_asked_for():
    assert run_child("os", data=b"", seconds=20, megabytes=1024).returncode == 2
    assert all(name.startswith("aylsham.documents.") for name in standby.MODULES)
