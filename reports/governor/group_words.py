"""What a report says and prints of groups of children; claims no reason for a difference. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aylsham.suppression.settings import SMALLEST_BASE
from provision.rules.equity import CAUTION, Rate, difference, rate
from reports.governor.groups import ON, ROLL
from reports.governor.report import HIDDEN, GroupLine, Report
from reports.governor.words import lower
from reports.publications.facts import listed
from reports.publications.kind import Table

NO_DIFFERENCE = "no clear difference"
TOO_FEW = "too few to say"
#: The rest of a way of looking, which is told by the group beside it.
_REST = frozenset({"No pupil premium", "English as first language", "Not said"})
#: What fits a column.
_SHORT = {
    "English as an additional language": "Additional language",
    "Born September to December": "Born Sept to Dec",
    "Born January to April": "Born Jan to April",
    "Born May to August": "Born May to Aug",
}


@dataclass(frozen=True)
class _Totals:
    register: int | None
    roll: int | None


def lines_of_groups(
    names: Callable[[str], list[str]],
    get: Callable[[str], int | None],
) -> Iterator[GroupLine]:
    """A line for each group, with what may be said of it; `get` gives None for what is hidden."""
    totals = _Totals(get("register"), get("roll"))
    for name in names(ROLL):
        group = name.removeprefix(ROLL)
        way, _, label = group.partition(":")
        yield _line(way, label, get(f"{ON}{group}"), get(name), totals)


def _line(way: str, label: str, count: int | None, base: int | None, totals: _Totals) -> GroupLine:
    if count is None or base is None or base < SMALLEST_BASE:
        return GroupLine(way, label, count, base)
    ours = rate(count, base)
    if ours.band is None:
        return GroupLine(way, label, count, base)
    beside = _beside(ours, totals)
    band = ours.band
    return GroupLine(way, label, count, base, band.percent, band.low, band.high, beside)


def _beside(ours: Rate, totals: _Totals) -> str:
    """What may be said of a group beside all other children."""
    if totals.register is None or totals.roll is None:
        return TOO_FEW
    register, roll = totals.register - ours.counted, totals.roll - ours.of
    others = rate(register, roll) if 0 <= register <= roll else None
    if ours.band is None or others is None or others.band is None or others.of < SMALLEST_BASE:
        return TOO_FEW
    low, high = difference(ours.band, others.band)
    if low > 0:
        return f"higher by {low:.0f} to {high:.0f}"
    return f"lower by {-high:.0f} to {-low:.0f}" if high < 0 else NO_DIFFERENCE


def say_groups(report: Report) -> Iterator[str]:
    """Which groups differ, how sure that is, and what it does not mean."""
    if report.groups_elsewhere:
        yield (
            "Groups of children are compared once a school year; the report on "
            f"{report.groups_elsewhere} has them."
        )
        return
    if not report.groups:
        return
    told = [line for line in report.groups if line.beside not in ("", TOO_FEW)]
    apart = _differing(_printed(report))
    if not told:
        yield "Too few children are in each group to say whether one is on the register more often."
    elif apart:
        yield from [_apart(apart)]
    else:
        yield (
            "No group that can be shown is on the SEND register more or less often than chance "
            "alone could make it."
        )
    yield "The band beside a share says how far chance can move it: 19 times of 20 it lies within."
    yield (
        f"{CAUTION} With many groups side by side about one in twenty seems to differ by chance, so "
        "look at several years before you act."
    )
    if any(line.beside in ("", TOO_FEW) for line in report.groups):
        yield (
            "A group of fewer than ten is not compared, nor one whose number would give a small one "
            "away."
        )


def tables_of_groups(report: Report) -> tuple[Table, ...]:
    """One row for each group of which something may be said."""
    rows = tuple(
        (
            _SHORT.get(line.label, line.label),
            HIDDEN if line.count is None else f"{line.count:,} of {line.base:,}",
            f"{line.percent:.0f}% ({line.low:.0f} to {line.high:.0f}%)",
            line.beside,
        )
        for line in _printed(report)
        if line.percent is not None
    )
    columns = ("Group", "On the register", "Share, and its band", "Beside all others, points")
    return (Table("Share on the SEND register, group by group", columns, rows),) if rows else ()


def _printed(report: Report) -> list[GroupLine]:
    return [line for line in report.groups if line.label not in _REST]


def _differing(lines: list[GroupLine]) -> list[GroupLine]:
    """Groups that are found more often; of other ways of looking those found less often."""
    higher = [line for line in lines if line.beside.startswith("higher")]
    ways = {line.way for line in higher}
    lower = [line for line in lines if line.beside.startswith("lower") and line.way not in ways]
    return higher + lower


def _apart(lines: list[GroupLine]) -> str:
    said = [
        f"{lower(line.label) if line.label.startswith('Born') else line.label} ({line.beside} points)"
        for line in lines
    ]
    return f"On the register more or less often than the other children are: {listed(said)}."
