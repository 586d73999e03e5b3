"""The passports of many children at once."""

from collections.abc import Callable
from functools import partial

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.documents.fitting import Fitted
from pupils.print_kinds import NothingToPrint, PrintKind, register_print_kind
from pupils.selectors.identity import Child
from pupils.selectors.passports.printing import printed_passports
from pupils.services.passports import printing


def register_own() -> None:
    """The passport: what is for everyone, on one side or in large print."""
    register_print_kind(
        PrintKind("passport", "Pupil passports", Permission.VIEW_NEEDS, _passport, has_large=True)
    )


def _passport(access: Access, child: Child, is_large: bool) -> Callable[[], Fitted]:
    found = printed_passports(child.school, [child.pupil.pk])
    if not found:
        raise NothingToPrint("No passport is published yet.")
    set_it = printing.large_print if is_large else printing.one_side
    return partial(set_it, found[0], child.school, today=access.today)
