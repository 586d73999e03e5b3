"""Kinds of background work, each with the function that does it.

A handler is written in an app's `tasks.py`:

    @job_handler("roll_import", title="Import of a roll")
    def import_roll(work):
        ...                      # one transaction that sees the job's schools
        return {"rows": 229}     # effects and "done" are committed together

Longer work is a generator. Each stretch between two yields is a transaction of its own that also
renews the lease; what follows the last yield is committed together with "done":

    for number, chunk in enumerate(chunks[work.cursor.get("next", 0):], 1):
        write(chunk)
        yield Step(done=number, total=len(chunks), sentence="…", cursor={"next": number})

Slow work without the database (a PDF) runs between transactions: `pdf = yield Outside(render)`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils.module_loading import autodiscover_modules

from aylsham.jobs.codes import JobQueue


class UnknownKind(LookupError):
    """No handler is known for a kind of work."""


class JobFailed(Exception):
    """The work cannot be done, and trying again will not help; the message is shown as it is."""


class TryAgain(Exception):
    """The work cannot be done now; the message is shown as it is."""


@dataclass(frozen=True)
class Step:
    """Yielded by a handler: keep what was written, and say how far it is."""

    done: int | None = None
    total: int | None = None
    sentence: str = ""
    #: Where another worker goes on if this one is lost; kept with the step's effects.
    cursor: dict[str, Any] | None = None


@dataclass(frozen=True)
class Outside(Step):
    """A step followed by slow work outside any transaction; its answer is sent back."""

    compute: Callable[[], Any] = field(kw_only=True)


@dataclass(frozen=True)
class Handler:
    """One kind of work."""

    kind: str
    title: str
    function: Callable
    queue: JobQueue
    #: How long one step may take before another worker may take over.
    lease: timedelta
    max_attempts: int
    #: The page that shows the result of a finished job.
    result_url: Callable[[Any], str] | None
    #: The result is a paper: `?as=pdf` of its page is the file, which is fetched when it is done.
    is_paper: bool
    #: False for what a person cannot sensibly stop.
    can_be_cancelled: bool


_handlers: dict[str, Handler] = {}


def job_handler(
    kind: str,
    *,
    title: str = "",
    queue: JobQueue = JobQueue.DEFAULT,
    lease: timedelta = timedelta(minutes=2),
    max_attempts: int = 5,
    result_url: Callable[[Any], str] | None = None,
    is_paper: bool = False,
    can_be_cancelled: bool = True,
) -> Callable:
    """Make a function the handler of a kind of work."""

    def register(function: Callable) -> Callable:
        known = _handlers.get(kind)
        if known and known.function.__qualname__ != function.__qualname__:
            raise ValueError(f"Two handlers for “{kind}”.")
        _handlers[kind] = Handler(
            kind,
            title or kind.replace("_", " ").capitalize(),
            function,
            queue,
            lease,
            max_attempts,
            result_url,
            is_paper,
            can_be_cancelled,
        )
        return function

    return register


def handler_for(kind: str) -> Handler:
    """The handler of a kind; UnknownKind if no app has one."""
    if kind not in _handlers:
        # A web process has no reason to load every app's tasks before somebody starts one.
        autodiscover_modules("tasks")
    try:
        return _handlers[kind]
    except KeyError:
        raise UnknownKind(f"No app does work of the kind “{kind}”.") from None


def handlers() -> Iterator[Handler]:
    """Every kind of work, by kind."""
    autodiscover_modules("tasks")
    return iter(sorted(_handlers.values(), key=lambda handler: handler.kind))
