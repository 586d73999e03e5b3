"""What part of what is due is asked for, and how many things there are of each sort."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import Owes, Weight
from reports.bands import Band

#: Everybody but us, as a choice of the filter.
OTHERS = "others"


@dataclass(frozen=True)
class DueFilter:
    """What part of what is due is asked for; empty means all."""

    school: str = ""  # slug
    who: str = ""  # a code of Owes, or OTHERS
    kind: str = ""
    weight: Weight | None = None
    bands: tuple[Band, ...] = tuple(Band)
    pupil_ids: frozenset[UUID] | None = None
    #: Any of these; empty means all.
    kinds: tuple[str, ...] = ()


ALL = DueFilter()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things of one sort there are, and the last legal day among them."""

    kind: str
    who: str
    band: Band
    weight: Weight
    standing: str
    number: int
    latest: dt.date


@dataclass(frozen=True)
class DueCounts:
    """How many things are due, by band, owner, kind and weight, under a filter."""

    tallies: tuple[Tally, ...] = ()

    def under(self, chosen: DueFilter, *, but: str = "") -> "DueCounts":
        """Only what the filter lets through; `but` names the part of it to leave aside."""
        return DueCounts(
            tuple(
                each
                for each in self.tallies
                if (but == "kind" or not chosen.kind or each.kind == chosen.kind)
                and (not chosen.kinds or each.kind in chosen.kinds)
                and (but == "who" or not chosen.who or _matches(each.who, chosen.who))
                and (but == "weight" or chosen.weight in (None, each.weight))
                and (but == "bands" or each.band in chosen.bands)
            )
        )

    @property
    def total(self) -> int:
        """All of them."""
        return sum(each.number for each in self.tallies)

    @property
    def by_band(self) -> Counter[Band]:
        """By how soon."""
        return self._by("band")

    @property
    def by_kind(self) -> Counter[str]:
        """By kind."""
        return self._by("kind")

    @property
    def by_owner(self) -> Counter[str]:
        """By who owes it."""
        return self._by("who")

    @property
    def by_weight(self) -> Counter[Weight]:
        """By how binding it is."""
        return self._by("weight")

    @property
    def from_others(self) -> int:
        """What others owe."""
        return self.total - self.by_owner[Owes.SCHOOL]

    def _by(self, name: str) -> Counter:
        found: Counter = Counter()
        for each in self.tallies:
            found[getattr(each, name)] += each.number
        return found


def _matches(who: str, chosen: str) -> bool:
    return who != Owes.SCHOOL if chosen == OTHERS else who == chosen
