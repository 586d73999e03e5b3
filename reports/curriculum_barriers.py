"""Barriers to the curriculum by need types, and where to look for them in each subject; no Django."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aylsham.suppression.counts import Counts
from aylsham.suppression.protecting import protect
from aylsham.suppression.tables import Table
from pupils.codes import NEED_TYPES

DATA = Path(__file__).parent / "data" / "curriculum_barriers.toml"
#: The row that is the sum of all classes.
SCHOOL = "school"
#: Nothing is said of fewer children than this.
FEWEST = 5


@dataclass(frozen=True)
class Barrier:
    """What stands in the way of a lesson, and the need types from which it is counted."""

    code: str
    label: str
    needs: frozenset[str]
    words: str

    @property
    def need_words(self) -> str:
        """The need types in words, in the order of the census."""
        return ", ".join(kind.label for code, kind in NEED_TYPES.items() if code in self.needs)


@dataclass(frozen=True)
class Look:
    """Where barriers show in a subject: which come first, what to ask."""

    barriers: tuple[str, ...]
    words: str


@cache
def barriers() -> tuple[Barrier, ...]:
    """All barriers, in their order."""
    rows = _data()["barrier"]
    return tuple(Barrier(r["code"], r["label"], frozenset(r["needs"]), r["words"]) for r in rows)


@cache
def looks() -> Mapping[str, Look]:
    """By subject."""
    rows = _data()["look"]
    return {row["subject"]: Look(tuple(row["barriers"]), row["words"]) for row in rows}


def barriers_of(subject: str) -> tuple[Barrier, ...]:
    """Every barrier, those that weigh most in a subject first."""
    first = looks()[subject].barriers
    order = {code: place for place, code in enumerate(first)}
    return tuple(sorted(barriers(), key=lambda each: order.get(each.code, len(order))))


def shown_by_class(
    needs_of: Iterable[tuple[str, frozenset[str]]], classes: Iterable[str], barrier: Barrier
) -> dict[str, int | None]:
    """Children whom a barrier may concern by class and for the school; None for what is hidden.

    `needs_of`: the class and the need types of each child.
    """
    counted = dict.fromkeys(classes, 0)
    for group, needs in needs_of:
        counted[group] += bool(needs & barrier.needs)
    rows = (*counted, SCHOOL)
    cells = tuple((n,) for n in (*counted.values(), sum(counted.values())))
    table = Table(barrier.code, rows, ("children",), cells, total_row=SCHOOL)
    counts: Counts = table.counts()
    shown = table.shown(protect(counts))
    return {row: line[0] for row, line in zip(rows, shown, strict=True)}


@cache
def _data() -> dict:
    with DATA.open("rb") as file:
        return tomllib.load(file)
