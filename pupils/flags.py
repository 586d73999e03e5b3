"""What may be flagged about a child: each flag with the permission to see it.

Pages show, filter and export flags only through here, so that a flag a person may not see leaves
no gap. Floors above add theirs when they are loaded.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from pupils.access import where
from pupils.codes import CARE_FACTS, PREMIUM_FACTS, FactKind


@dataclass(frozen=True)
class Source:
    """Where flags come from: rows with a child and a kind, those that hold on a day."""

    key: str
    live: Callable[[dt.date], QuerySet]

    @property
    def column(self) -> str:
        """The name under which a list of children carries the kinds."""
        return f"flags_{self.key}"

    def rows(self, on: dt.date, kinds: Iterable[str]) -> QuerySet:
        """The rows of the child of an outer query."""
        own = {"school_id": OuterRef("school_id"), "pupil_id": OuterRef("pk")}
        return self.live(on).filter(**own, kind__in=sorted(kinds)).order_by()


@dataclass(frozen=True)
class Flag:
    """One thing that is true of some children on a day."""

    key: str
    label: str
    short: str
    permission: Permission
    order: int
    #: The source and its kinds; or a yes-or-no column of the child.
    source: str = ""
    kinds: frozenset[str] = frozenset()
    column: str = ""

    def holds(self, values: dict[str, Any]) -> bool:
        """Whether it is true of a child, by the columns that `flag_columns` asks for."""
        if self.column:
            return bool(values[self.column])
        return not self.kinds.isdisjoint(values[_sources[self.source].column])


_flags: dict[str, Flag] = {}
_sources: dict[str, Source] = {}


def register_source(source: Source) -> None:
    """Add a source, or replace the one with its key."""
    _sources[source.key] = source


def register_flag(flag: Flag) -> None:
    """Add a flag, or replace the one with its key."""
    _flags[flag.key] = flag


def flags_for(access: Access) -> list[Flag]:
    """The flags that the asker may see on this page, in their order."""
    return [f for f in sorted(_flags.values(), key=lambda f: f.order) if access.can(f.permission)]


def condition(flag: Flag, access: Access) -> Q:
    """The flag as a condition on children: false wherever the asker may not know of it."""
    if flag.column:
        return where(access, flag.permission, Q(**{flag.column: True}))
    rows = _sources[flag.source].rows(access.today, flag.kinds)
    return where(access, flag.permission, Q(Exists(rows)))


def flag_columns(flags: Iterable[Flag], on: dt.date) -> dict[str, ArraySubquery]:
    """What a list of children is annotated with, so that `flags_of` can tell; one per source."""
    kinds: dict[str, set[str]] = {}
    for flag in flags:
        if flag.source:
            kinds.setdefault(flag.source, set()).update(flag.kinds)
    return {
        _sources[key].column: _kinds_that_hold(_sources[key], on, frozenset(wanted))
        for key, wanted in kinds.items()
    }


@lru_cache(maxsize=64)
def _kinds_that_hold(source: Source, on: dt.date, kinds: frozenset[str]) -> ArraySubquery:
    # Building it takes longer than asking it, and it depends on nothing else.
    return ArraySubquery(source.rows(on, kinds).values("kind"))


def flags_of(
    values: dict[str, Any], flags: Iterable[Flag], access: Access, school: School
) -> tuple[Flag, ...]:
    """The flags of one child that the asker may see at the child's school."""
    may = access.permissions_at(school)
    return tuple(flag for flag in flags if flag.permission in may and flag.holds(values))


def _live_facts(on: dt.date) -> QuerySet:
    facts = apps.get_model("pupils", "DatedFact").objects
    return facts.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)


def register_own() -> None:
    """The flags of this floor."""
    register_source(Source("facts", _live_facts))
    for flag in (
        Flag("premium", "Pupil premium", "PP", Permission.VIEW_NEEDS, 10, "facts", PREMIUM_FACTS),
        Flag(
            "eal",
            "English as an additional language",
            "EAL",
            Permission.VIEW_PUPILS,
            20,
            column="is_eal",
        ),
        Flag(
            "young_carer",
            "Young carer",
            "Carer",
            Permission.VIEW_SENSITIVE,
            30,
            "facts",
            frozenset({FactKind.YOUNG_CARER}),
        ),
        Flag("kinship", "Kinship care", "Kinship", Permission.VIEW_CARE, 60, "facts", CARE_FACTS),
    ):
        register_flag(flag)
