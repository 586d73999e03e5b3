"""A session of a week as somebody reads it, at its place by the plan or where it is given."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from pupils.models import ClassGroup, Pupil
from staff.models import StaffMember
from staff.planning.clocks import clock
from staff.selectors.effective import Stands
from staff.selectors.planned import Planned


@dataclass(frozen=True)
class WeekSession:
    """A session of a week, cut to what the asker may read."""

    stands: Stands
    name: str
    #: Those whom the asker may see; nobody of a private session.
    pupils: tuple[Pupil, ...]
    #: How many more are in it.
    others: int = 0
    #: The asker may not read what it is.
    is_private: bool = False
    #: The class that is supported as a whole.
    group: ClassGroup | None = None
    #: It has its place here by the plan, and is not given here.
    is_off: bool = False

    @property
    def planned(self) -> Planned:
        return self.stands.planned

    @property
    def key(self) -> UUID:
        return self.planned.session.pk

    @property
    def on(self) -> dt.date:
        return self.planned.on if self.is_off else self.stands.on

    @property
    def starts(self) -> int:
        return self.planned.session.starts if self.is_off else self.stands.starts

    @property
    def ends(self) -> int:
        return self.starts + self.planned.minutes

    @property
    def times(self) -> str:
        """`9:00–9:30`."""
        return f"{clock(self.starts)}–{clock(self.ends)}"

    @property
    def member(self) -> StaffMember:
        """Who gives it; by the plan, where it is not given."""
        return self.planned.member if self.is_off else self.stands.member or self.planned.member

    @property
    def adult(self) -> str:
        return self.member.name

    @property
    def change(self) -> str:
        """What is otherwise than the plan says, without a child's name; empty if nothing."""
        if self.is_off and self.stands.is_given and self.stands.is_moved:
            return f"Moved to {self.stands.on:%a} {clock(self.stands.starts)}"
        return self.stands.change

    @property
    def is_elsewhere(self) -> bool:
        """Another adult gives it here: only the usual one's timetable shows it a second time."""
        return self.is_off and self.stands.is_given and not self.stands.is_moved

    @property
    def room(self) -> str:
        return self.planned.room.name if self.planned.room else ""

    @property
    def provision_id(self) -> UUID | None:
        return self.planned.session.demand.provision_id

    @property
    def is_confidential(self) -> bool:
        """Of a provision that only named people read."""
        provision = self.planned.session.demand.provision
        return bool(provision and provision.is_confidential)

    @property
    def is_for_few(self) -> bool:
        """Words for no wall: those of a promise, of provision for one child that is named freely, or
        of a duty for one child, such as intimate care.

        They tell who has a plan, or what for; a programme of the catalogue tells neither.
        """
        demand = self.planned.session.demand
        if demand.promise is not None:
            return True
        if (given := demand.provision) is not None:
            return len(self.pupils) == 1 and not (given.shared_item_id or given.own_item_id)
        return bool(demand.need and demand.need.pupil_id)
