"""What may be flagged about a child: each flag with the permission to see it.

Pages show, filter and export flags only through `flags_for`, so that a flag a person may not see
leaves no gap. Floors above add theirs when they are loaded.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from pupils.access import where
from pupils.codes import CARE_FACTS, PREMIUM_FACTS, FactKind


@dataclass(frozen=True)
class Flag:
    """One thing that is true of some children on a day."""

    key: str
    label: str
    short: str
    permission: Permission
    #: The condition on a row of Pupil.
    holds: Callable[[dt.date], Q | Exists]
    order: int = 50


_flags: dict[str, Flag] = {}


def register_flag(flag: Flag) -> None:
    """Add a flag, or replace the one with its key."""
    _flags[flag.key] = flag


def flags_for(access: Access) -> list[Flag]:
    """The flags that the asker may see on this page, in their order."""
    return [f for f in sorted(_flags.values(), key=lambda f: f.order) if access.can(f.permission)]


def flag(key: str) -> Flag:
    """The flag of that key."""
    return _flags[key]


def condition(flag: Flag, access: Access) -> Q:
    """The flag as a condition on children: false wherever the asker may not know of it."""
    return where(access, flag.permission, Q(flag.holds(access.today)))


def has_fact(*kinds: FactKind) -> Callable[[dt.date], Exists]:
    """A dated fact of one of these kinds holds."""

    def holds(on: dt.date) -> Exists:
        from pupils.models import DatedFact

        return Exists(
            DatedFact.objects.filter(
                Q(ends_on=None) | Q(ends_on__gte=on),
                school_id=OuterRef("school_id"),
                pupil_id=OuterRef("pk"),
                kind__in=kinds,
                starts_on__lte=on,
            )
        )

    return holds


def register_own() -> None:
    """The flags of this floor."""
    for each in (
        Flag(
            "premium",
            "Pupil premium",
            "PP",
            Permission.VIEW_NEEDS,
            has_fact(*sorted(PREMIUM_FACTS)),
            10,
        ),
        Flag(
            "eal",
            "English as an additional language",
            "EAL",
            Permission.VIEW_PUPILS,
            lambda on: Q(is_eal=True),
            20,
        ),
        Flag(
            "young_carer",
            "Young carer",
            "Carer",
            Permission.VIEW_SENSITIVE,
            has_fact(FactKind.YOUNG_CARER),
            30,
        ),
        Flag(
            "kinship",
            "Kinship care",
            "Kinship",
            Permission.VIEW_CARE,
            has_fact(*sorted(CARE_FACTS)),
            60,
        ),
    ):
        register_flag(each)
