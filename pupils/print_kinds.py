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


def register_own() -> None:
    """The passport: what is for everyone, on one side or in large print."""
    register_print_kind(
        PrintKind("passport", "Pupil passports", Permission.VIEW_NEEDS, _passport, has_large=True)
    )


def _passport(access: Access, child: Child, is_large: bool) -> Callable[[], Fitted]:
    from functools import partial

    from pupils.selectors.passports.printing import printed_passports
    from pupils.services.passports.printing import large_print, one_side

    found = printed_passports(child.school, [child.pupil.pk])
    if not found:
        raise NothingToPrint("No passport is published yet.")
    set_it = large_print if is_large else one_side
    return partial(set_it, found[0], child.school, today=access.today)
