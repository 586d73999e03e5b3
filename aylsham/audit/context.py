"""Who caused what this thread is doing: a request, or a job that somebody started.

The row-security setting carries it to the database, so that every history row has it without
a statement of its own.
"""

import contextlib
import json
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from aylsham.access.current import Access


@dataclass(frozen=True)
class Cause:
    """A request or a job, and the person behind it."""

    id: UUID
    user_id: UUID | None = None
    access: "Access | None" = None

    @property
    def metadata(self) -> str:
        """What a history row says of its cause: ids, no names."""
        return json.dumps({"user": str(self.user_id)} if self.user_id else {})


_cause: ContextVar[Cause | None] = ContextVar("cause", default=None)


def current_cause() -> Cause | None:
    """What the present work is done for, if somebody has said."""
    return _cause.get()


def set_cause(cause: Cause | None) -> None:
    """Say what this thread works for from now on."""
    _cause.set(cause)


@contextlib.contextmanager
def caused_by(cause: Cause) -> Iterator[None]:
    """Everything inside is done for this job: for tasks and commands."""
    before = _cause.get()
    _cause.set(cause)
    try:
        yield
    finally:
        _cause.set(before)
