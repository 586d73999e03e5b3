"""Days on which one meeting would do for two plans of a child (SEND Code of Practice 9.169).

Floors that do not know each other meet here: one says when its plan has its meeting, another plans
its own meeting by that. Days alone make a calendar; the words go only to whoever may know of the
other plan at all, and everybody else finds nothing.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from aylsham.together import Reads, at_once, read
from pupils.models import Pupil


@dataclass(frozen=True)
class JointDays:
    """From one day to another, a meeting would do for another plan of the child as well."""

    pupil_id: UUID
    #: Key of the kind of plan.
    code: str
    first_on: dt.date
    last_on: dt.date
    #: The last day of the other plan.
    due_on: dt.date
    #: Whether the other meeting has its day already.
    is_set: bool = False
    #: The other plan itself, where it is begun.
    row_id: UUID | None = None

    def gap(self, on: dt.date) -> dt.timedelta:
        """How far a day is from these days."""
        return max(self.first_on - on, on - self.last_on, dt.timedelta())


@dataclass(frozen=True)
class JointPlan:
    """A kind of plan that has meetings of its own."""

    code: str
    #: “PEP”.
    words: str
    #: Who may know that a child has one.
    permission: Permission
    #: Schools, today, children or None for all -> the days.
    days: Callable[[Iterable[School], dt.date, Collection[UUID] | None], Reads[list[JointDays]]]
    #: Name of the child's page on which it is kept.
    page: str
    #: Name of the address that takes `meeting_on` for a plan of the child, and who may send it.
    set_page: str
    may_set: Permission


@dataclass(frozen=True)
class JointOffer:
    """What a page says of another plan of the child that is due in the same weeks."""

    plan: JointPlan
    days: JointDays
    #: Whether the asker may set the other meeting to a day.
    may_set: bool


_plans: dict[str, JointPlan] = {}


def register_joint(plan: JointPlan) -> None:
    """Let other meetings be planned by those of a kind of plan, or replace the one of that code."""
    _plans[plan.code] = plan


def joint_reads(
    schools: Iterable[School], today: dt.date, pupil_ids: Collection[UUID] | None = None
) -> Reads[dict[UUID, list[JointDays]]]:
    """The days of each child, whatever plan they are of, to go with other reads."""
    schools = list(schools)
    rows = yield from at_once(*(p.days(schools, today, pupil_ids) for p in _plans.values()))
    found: dict[UUID, list[JointDays]] = {}
    for each in sorted((each for some in rows for each in some), key=lambda e: e.first_on):
        found.setdefault(each.pupil_id, []).append(each)
    return found


def offers_to(access: Access, pupil: Pupil) -> list[JointOffer]:
    """Those of a child whose plans the asker may know of; nothing is read for anybody else."""
    may = {code: plan for code, plan in _plans.items() if access.can(plan.permission)}
    if not may:
        return []
    found = read(joint_reads([pupil.school], access.today, [pupil.pk])).get(pupil.pk, [])
    return [
        JointOffer(may[days.code], days, access.can(may[days.code].may_set))
        for days in found
        if days.code in may
    ]
