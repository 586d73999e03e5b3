"""What a person sees while something runs: one line a step, and plain words when it fails."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn, TextIO

#: Where set-up messages go; `manage` moves them to standard error.
stream: TextIO = sys.stdout


class Failure(Exception):
    """Something the person can mend; its text says how."""


def say(text: str = "") -> None:
    """Write one line, at once."""
    stream.write(text + "\n")
    stream.flush()


def warn(text: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def fail(text: str) -> NoReturn:
    """Stop here and say what to do."""
    raise Failure(text)


@contextmanager
def step(what: str, *, doing: str = "") -> Iterator[None]:
    """Name a piece of work and how long it took, once it is done; `doing` beforehand if it is slow."""
    if doing:
        say(f"  {doing} …")
    started = time.monotonic()
    yield
    say(f"  {what} ({time.monotonic() - started:.1f} s)")
