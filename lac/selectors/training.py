"""Which adults around children in care had which training; for those who may know who is in care."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q

from aylsham.access.current import Access
from aylsham.models import School, User
from aylsham.together import read_rows
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
    seen = Pupil.objects.visible_to(access) & watched([school], today)
    pupils = {pupil.pk: pupil for pupil in seen.in_register_order()}
    around = _adults(school, pupils, today)
    people = {user.pk: user for user in User.objects.filter(pk__in=list(around), is_active=True)}
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


def _adults(school: School, pupils: dict[UUID, Pupil], today: dt.date) -> dict[UUID, set[UUID]]:
    """By adult, the children whom they teach or support now."""
    now = Q(ends_on=None) | Q(ends_on__gte=today)
    mine = {"school": school, "starts_on__lte": today}
    groups = {pupil.class_group_id for pupil in pupils.values() if pupil.class_group_id}
    classes, own = read_rows(
        ClassAdult.objects.filter(now, **mine, class_group__in=groups).annotate(
            group=F("class_group_id")
        ),
        PupilAdult.objects.filter(now, **mine, pupil__in=list(pupils)),
    )
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for row in classes:
        found[row.user_id] |= {pk for pk, p in pupils.items() if p.class_group_id == row.group}
    for row in own:
        found[row.user_id].add(row.pupil_id)
    return found
