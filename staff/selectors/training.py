"""Who had which training."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import School, User
from pupils.selectors.adults import NEAR_CHILDREN, posts_at
from staff.codes import TrainingSubject
from staff.models import TrainingRecord


@dataclass(frozen=True)
class TrainingLine:
    """A training as a page shows it."""

    row: TrainingRecord
    subject: str
    is_over: bool


@dataclass(frozen=True)
class PersonTraining:
    """Somebody of the school with their trainings, the newest first."""

    user: User
    lines: tuple[TrainingLine, ...]


def training_page(school: School, today: dt.date) -> list[PersonTraining]:
    """Everybody who works with children at the school, by name; two statements."""
    posts = posts_at(school, today=today, roles=NEAR_CHILDREN)
    people = list(User.objects.filter(pk__in=posts.order_by().values("user")).order_by("name"))
    lines = _lines_of(school, [person.pk for person in people], today)
    return [PersonTraining(person, tuple(lines[person.pk])) for person in people]


def trainings_of(school: School, user: User, today: dt.date) -> list[TrainingLine]:
    """One person's own trainings."""
    return _lines_of(school, [user.pk], today)[user.pk]


def subjects_held(
    school: School, users: Collection[UUID], today: dt.date
) -> dict[UUID, dict[str, TrainingRecord]]:
    """By person, the newest training in each subject that holds on a day; one statement."""
    held: dict[UUID, dict[str, TrainingRecord]] = defaultdict(dict)
    for user, lines in _lines_of(school, users, today).items():
        for line in lines:
            if not line.is_over:
                held[user].setdefault(line.row.subject, line.row)
    return held


def _lines_of(
    school: School, users: Collection[UUID], today: dt.date
) -> dict[UUID, list[TrainingLine]]:
    found: dict[UUID, list[TrainingLine]] = defaultdict(list)
    for row in TrainingRecord.objects.filter(school=school, user__in=list(users)):
        is_over = row.valid_until is not None and row.valid_until < today
        line = TrainingLine(row, str(TrainingSubject(row.subject).label), is_over)
        found[row.user_id].append(line)
    return found


def training_of(school: School, pk: UUID) -> TrainingRecord | None:
    """One training of the school."""
    return TrainingRecord.objects.filter(school=school, pk=pk).select_related("user").first()
