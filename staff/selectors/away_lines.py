"""Sessions of a day as the asker may read them, with who could step in."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.access.usual import rows_as
from aylsham.statements import among
from provision.models import Provision
from pupils.models import Pupil
from staff.models import StaffMember
from staff.planning.codes import RANK_WORDS, Rank
from staff.selectors.effective import Stands
from staff.selectors.weeks.reading import what_of


@dataclass(frozen=True)
class Choice:
    """A swap that is offered; `key` is what a button sends."""

    key: str
    member: StaffMember
    is_trained: bool
    together: int
    is_known: bool
    #: What the adult would leave; None if free.
    leaves: "Line | None" = None
    #: When, if it is at another time.
    on: dt.date | None = None
    starts_at: dt.time | None = None

    @property
    def words(self) -> str:
        """Why: training, relationship, disruption."""
        told = ["" if self.is_trained else "not trained, allowed by a note", self._knows]
        if self.leaves:
            told.append(f"leaves {self.leaves.name} ({self.leaves.weight})")
        elif self.on is None:
            told.append("free")
        return ", ".join(filter(None, told))

    @property
    def _knows(self) -> str:
        if self.together:
            return f"with them {self.together} times a week"
        return "knows them" if self.is_known else "new to them"


@dataclass(frozen=True)
class Line:
    """A session of the day as the asker may read it."""

    stands: Stands
    name: str
    pupils: tuple[Pupil, ...]
    #: Children whom the asker does not see.
    hidden: int
    choices: tuple[Choice, ...] = ()
    later: tuple[Choice, ...] = ()

    @property
    def key(self) -> str:
        return str(self.stands.planned.session.pk)

    @property
    def rank(self) -> str:
        return self.stands.planned.rank

    @property
    def weight(self) -> str:
        return RANK_WORDS[Rank(self.rank)]

    @property
    def is_law(self) -> bool:
        return self.stands.planned.is_law

    @property
    def if_not_given(self) -> str:
        """What follows when nobody gives it."""
        row, minutes = self.stands.planned, self.stands.planned.minutes
        if row.session.demand.provision_id is None:
            return "It will not happen today."
        children = len(row.pupils)
        if children > 1:
            return f"{minutes} minutes will be owed to each of {children} children."
        return f"{minutes} minutes will be owed."


class Shown:
    """Sessions with their words and children cut to what the asker may read."""

    def __init__(self, access: Access, stands: Iterable[Stands]) -> None:
        stands = list(stands)
        ids = {pupil.pk for each in stands for pupil in each.planned.pupils}
        provisions = {each.planned.session.demand.provision_id for each in stands} - {None}
        asked = {"pupils": list(ids), "provisions": list(provisions)}
        rows = rows_as(_readable, access, **asked) if ids or provisions else ([], [])
        self.seen, self.open = (set(found) for found in rows)
        self.levels = readable(access.permissions_at(access.school))

    def line(self, each: Stands, choices=(), later=()) -> Line:
        """One session; of one that the asker may not read, its children are not told either."""
        demand, there = each.planned.session.demand, each.planned.pupils
        is_open = demand.provision_id is None or demand.provision_id in self.open
        pupils = tuple(p for p in there if p.pk in self.seen) if is_open else ()
        is_seen = bool(pupils) or not there
        name = what_of(demand, is_open=is_open, levels=self.levels, is_seen=is_seen)
        return Line(each, name, pupils, len(there) - len(pupils), choices, later)


def _readable(access: Access, pupils: list[UUID], provisions: list[UUID]) -> list[QuerySet]:
    """Children and provision of a list that the asker may open: their ids."""
    seen = Pupil.objects.visible_to(access).filter(among("id", pupils), school=access.school)
    given = Provision.objects.filter(among("id", provisions), school=access.school)
    return [
        seen.values_list("pk", flat=True),
        given.readable_by(access).values_list("pk", flat=True),
    ]
