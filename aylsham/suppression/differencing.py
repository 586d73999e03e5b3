"""Figures that are out already, and what they and new ones together would give away; pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from aylsham.suppression.counts import Counts, Known, Sum
from aylsham.suppression.settings import USUAL, Settings


@dataclass(frozen=True)
class Figure:
    """A count that some report has shown, or hidden (None)."""

    name: str
    value: int | None
    #: In the hands of those who will read the report that is being made.
    is_readers: bool = True


def beside(
    counts: Counts,
    ours: Collection[str],
    published: Iterable[Figure],
    settings: Settings = USUAL,
) -> tuple[Counts, Known]:
    """The counts beside what is out, and what of them is known.

    A count of ours that was hidden stays hidden; one that has changed by fewer than five since it
    was shown is hidden now, because the difference would be a small count. That goes for reports
    of other readers too: somebody may have both in hand. The difference itself becomes a count to
    be guarded, so that what hides it is not worked out from its sums either.
    """
    shown, hidden = set(), set()
    changed: list[tuple[str, int]] = []
    for each in published:
        now = counts.values.get(each.name)
        if now is None:
            continue
        is_ours = each.name in ours
        if each.value is None:
            if is_ours or each.is_readers:
                hidden.add(each.name)
        elif each.is_readers and (not is_ours or each.value == settings.rounded(now)):
            shown.add(each.name)
        elif is_ours and each.name not in counts.open and settings.is_near(each.value, now):
            hidden.add(each.name)
            changed.append((each.name, each.value))
    # Another report may have shown later what it hid at first; ours stays hidden.
    hidden = {name for name in hidden if name in ours or name not in shown}
    counts, before = _with_changes(counts, changed)
    return counts, Known(frozenset(shown - hidden | before), frozenset(hidden - counts.open))


def _with_changes(
    counts: Counts, changed: Iterable[tuple[str, int]]
) -> tuple[Counts, frozenset[str]]:
    """The counts with those that were shown before and by how much they have changed since."""
    values, sums, before, derived = dict(counts.values), list(counts.sums), set(), set()
    for name, value in sorted(set(changed)):
        old, change = f"{name} was {value}", f"{name} since {value}"
        now = counts.values[name]
        values[old], values[change] = value, abs(now - value)
        sums.append(Sum(name, (old, change)) if now > value else Sum(old, (name, change)))
        before.add(old)
        derived.add(change)
    return (
        replace(counts, values=values, sums=tuple(sums), derived=counts.derived | derived),
        frozenset(before),
    )
