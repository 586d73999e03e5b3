"""Which adults around children in care had which training; for those who may know who is in care."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import rows_as
from aylsham.models import School, User
from aylsham.statements import among
from lac.selectors.signs import watched
from pupils.models import ClassAdult, Pupil, PupilAdult
from staff.codes import TrainingSubject
from staff.selectors import subjects_held

#: What whoever teaches or supports a child in care should have heard of.
WANTED = (TrainingSubject.TRAUMA, TrainingSubject.ATTACHMENT, TrainingSubject.CARE)


@dataclass(frozen=True)
class AdultLine:
    """An adult around children in care; `held` has a day or None for each of WANTED."""

    user: User
    children: tuple[Pupil, ...]
    held: tuple[tuple[str, dt.date | None], ...]

    @property
    def gaps(self) -> int:
        """How many of the subjects are missing or have run out."""
        return sum(day is None for _, day in self.held)


def training_gaps(access: Access, school: School) -> list[AdultLine]:
    """Adults who teach or support children in care, those with most gaps first; four statements."""
    today = access.today
    [seen] = rows_as(_watched, access)
    pupils = {pupil.pk: pupil for pupil in seen}
    around = _around(access, pupils)
    [active] = rows_as(_people, access, ids=list(around))
    people = {user.pk: user for user in active}
    held = subjects_held(school, list(people), today)
    lines = [
        AdultLine(
            user,
            tuple(pupil for pk, pupil in pupils.items() if pk in around[user.pk]),
            tuple(
                (str(subject.label), row.taken_on if (row := held[user.pk].get(subject)) else None)
                for subject in WANTED
            ),
        )
        for user in people.values()
    ]
    return sorted(lines, key=lambda line: (-line.gaps, line.user.name))


def _watched(access: Access) -> list[QuerySet]:
    seen = Pupil.objects.visible_to(access) & watched(access.schools, access.today)
    return [seen.in_register_order()]


def _people(access: Access, ids: list[UUID]) -> list[QuerySet]:
    return [User.objects.filter(among("id", ids), is_active=True)]


def _adults(access: Access, groups: list[UUID], pupils: list[UUID]) -> list[QuerySet]:
    now = Q(ends_on=None) | Q(ends_on__gte=access.today)
    mine = {"school": access.school, "starts_on__lte": access.today}
    return [
        ClassAdult.objects.filter(now, among("class_group_id", groups), **mine),
        PupilAdult.objects.filter(now, among("pupil_id", pupils), **mine),
    ]


def _around(access: Access, pupils: dict[UUID, Pupil]) -> dict[UUID, set[UUID]]:
    """By adult, the children whom they teach or support now."""
    groups = {pupil.class_group_id for pupil in pupils.values() if pupil.class_group_id}
    classes, own = rows_as(_adults, access, groups=list(groups), pupils=list(pupils))
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for row in classes:
        found[row.user_id] |= {
            pk for pk, p in pupils.items() if p.class_group_id == row.class_group_id
        }
    for row in own:
        found[row.user_id].add(row.pupil_id)
    return found
