"""Kinds of document that can be printed for many children at once: each floor registers its own."""

from collections.abc import Callable
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.documents.fitting import Fitted
from pupils.selectors.identity import Child


class NothingToPrint(Exception):
    """The child has no such document; the message says why."""


@dataclass(frozen=True)
class PrintKind:
    """A document that every child may have one of."""

    code: str
    label: str
    permission: Permission
    #: Reads what the asker may see, and answers what then sets it without the database.
    prepare: Callable[[Access, Child, bool], Callable[[], Fitted]]
    has_large: bool = False


_kinds: dict[str, PrintKind] = {}


def register_print_kind(kind: PrintKind) -> None:
    """Let a kind be chosen in the print centre."""
    _kinds[kind.code] = kind


def print_kind(code: str) -> PrintKind | None:
    """The kind with this code."""
    return _kinds.get(code)


def print_kinds(access: Access) -> list[PrintKind]:
    """The kinds that the asker may print, in the order in which the floors stand."""
    return [kind for kind in _kinds.values() if access.can(kind.permission)]
