"""What a report says besides its counts of children: each figure fit to be shown as it is; pure.

A school's figures stand on five children or more each, and those of a federation are its schools'
shown figures together, so that none of them gives another away.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from reports.governor.aims import Aim
from reports.surveys.sentences import Voice


@dataclass(frozen=True)
class Given:
    """Minutes of adults of one legal weight this term."""

    owed_by: str
    planned: int
    given: int
    unlogged: int


@dataclass(frozen=True)
class Worked:
    """What children of an intervention scored before and after, on one test."""

    #: The name of the count of its children, without the school's.
    name: str
    school: str
    slug: str
    intervention: str
    test: str
    change: str
    middle_half: str
    #: Pence delivered to a child on average; None where it is not known.
    pence_a_child: int | None


@dataclass(frozen=True)
class Spent:
    """What one source pays for in the school year, in pence."""

    source: str
    planned: int
    spent: int


@dataclass(frozen=True)
class Accessibility:
    """How far a school's accessibility plan has come."""

    school: str
    starts_on: dt.date | None
    done: int
    late: int
    actions: int


@dataclass(frozen=True)
class Sampled:
    """One plan drawn by lot, with nothing that leads to a child."""

    #: By it the lot falls.
    lot: str
    targets: int
    measured: int
    is_given: bool
    is_in_date: bool


@dataclass(frozen=True)
class Found:
    """What somebody found of one point in the plans that were looked at."""

    point: str
    words: str


@dataclass(frozen=True)
class Record:
    """All of it, of a school or of several."""

    given: tuple[Given, ...] = ()
    worked: tuple[Worked, ...] = ()
    spent: tuple[Spent, ...] = ()
    trained: tuple[str, ...] = ()
    planned_training: tuple[str, ...] = ()
    access: tuple[Accessibility, ...] = ()
    #: The designated teacher's published sentences, each with its school's name where several.
    care: tuple[str, ...] = ()
    sampled: tuple[Sampled, ...] = ()
    found: tuple[Found, ...] = ()
    #: What the newest surveys of each school say.
    voices: tuple[Voice, ...] = ()
    #: The objectives of the improvement plan, of each school.
    aims: tuple[Aim, ...] = ()
    #: By name: children behind each line of `worked`.
    tested: Mapping[str, int] = field(default_factory=dict)


#: Plans that are drawn by lot.
DRAWN = 3


def together(records: Mapping[str, Record]) -> Record:
    """The records of several schools, by name, as one."""
    if len(records) == 1:
        return next(iter(records.values()))
    lists: dict[str, Any] = {
        each.name: tuple(row for record in records.values() for row in getattr(record, each.name))
        for each in fields(Record)
        if each.name not in ("tested", "found")
    }
    whole = Record(**lists)
    return replace(
        whole,
        given=_added(whole.given, "owed_by"),
        spent=_added(whole.spent, "source"),
        trained=tuple(sorted(set(whole.trained))),
        planned_training=tuple(sorted(set(whole.planned_training))),
        care=tuple(f"{name}: {said}" for name, r in records.items() for said in r.care[:1]),
        sampled=tuple(sorted(whole.sampled, key=lambda each: each.lot)[:DRAWN]),
    )


def _added[T: (Given, Spent)](rows: Iterable[T], key: str) -> tuple[T, ...]:
    """One row for each name, its numbers added up, in the order in which the names come."""
    found: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return tuple(
        replace(
            same[0],
            **{
                each.name: sum(getattr(row, each.name) for row in same)
                for each in fields(same[0])
                if each.name != key
            },
        )
        for same in found.values()
    )
