"""Sessions of a day as the asker may read them, with who could step in."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from provision.models import Promise, Provision
from pupils.models import Pupil
from staff.models import StaffMember
from staff.planning.codes import RANK_WORDS, Rank
from staff.selectors.effective import Stands

#: In place of words that the asker may not read.
HIDDEN = "Support for a child"


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
        seen = Pupil.objects.visible_to(access).filter(school=access.school, pk__in=ids)
        self.seen = set(seen.values_list("pk", flat=True)) if ids else set()
        demands = [each.planned.session.demand for each in stands]
        self.readable = self._readable(access, demands)

    @staticmethod
    def _readable(access: Access, demands) -> set[UUID]:
        found: set[UUID] = set()
        for model, name in ((Provision, "provision_id"), (Promise, "promise_id")):
            ids = {getattr(d, name) for d in demands} - {None}
            if ids:
                rows = model.objects.filter(school=access.school, pk__in=ids).readable_by(access)
                found.update(rows.values_list("pk", flat=True))
        return found

    def line(self, each: Stands, choices=(), later=()) -> Line:
        """One session."""
        demand = each.planned.session.demand
        source = demand.provision_id or demand.promise_id
        may_read = source is None or source in self.readable
        pupils = tuple(p for p in each.planned.pupils if p.pk in self.seen)
        hidden = len(each.planned.pupils) - len(pupils)
        name = each.planned.name if may_read else HIDDEN
        return Line(each, name, pupils, hidden, choices, later)
