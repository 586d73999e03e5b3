"""The kinds of file that can be imported; each floor registers its own."""

import datetime as dt
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from aylsham.audit.codes import Action
from aylsham.models import User
from pupils.models import FileImport


@dataclass(frozen=True)
class Reading:
    """What a file would do: for the page, and in numbers."""

    preview: dict[str, Any]
    counts: dict[str, int]
    #: Rows or fields for which a person is needed before anything should be written.
    open_questions: int
    #: What `write` needs, so that it writes what was shown.
    comparison: Any


@dataclass(frozen=True)
class Stage:
    """How far the reading of a file is, for the progress bar."""

    done: int
    total: int
    sentence: str


class Kind(Protocol):
    """How one kind of file is read and written."""

    action: Action

    def read(self, file_import: FileImport, *, today: dt.date) -> Generator[Stage, None, Reading]:
        """Read the file beside the record, stage by stage; writes nothing.

        Raises `Unreadable` when the file is refused.
        """

    def write(
        self, file_import: FileImport, reading: Reading, *, today: dt.date, by: User | None
    ) -> set[UUID]:
        """Write the good rows in the caller's transaction; the children concerned."""


#: What else a floor takes back with an import of a kind: called with the file and `by`.
AfterUndo = Callable[[FileImport, User | None], None]
_kinds: dict[str, Kind] = {}
_after_undo: dict[str, AfterUndo] = {}


def register_kind(code: str, kind: Kind) -> None:
    """Add a kind of file; called when an app is loaded."""
    _kinds[code] = kind


def register_after_undo(code: str, after: AfterUndo) -> None:
    """Let a floor take back what followed from an import; called when an app is loaded."""
    _after_undo[code] = after


def after_undo(file_import: FileImport, by: User | None) -> None:
    """Take back what followed from an import of this kind, in the caller's transaction."""
    if file_import.kind in _after_undo:
        _after_undo[file_import.kind](file_import, by)


def kind_of(file_import: FileImport) -> Kind:
    """How this file is read and written."""
    return _kinds[file_import.kind]


def read_through(file_import: FileImport, *, today: dt.date) -> Reading:
    """The reading in one go, without anybody watching."""
    stages = kind_of(file_import).read(file_import, today=today)
    while True:
        try:
            next(stages)
        except StopIteration as end:
            return end.value
