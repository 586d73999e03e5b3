"""Who had which training."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.models import School, User
from aylsham.together import Reads, Together, read, read_rows
from pupils.selectors.adults import NEAR_CHILDREN, posts_at
from staff.codes import TrainingSubject
from staff.models import StaffMember, TrainingRecord, TrainingTopic
from staff.rules.training import SOON


@dataclass(frozen=True)
class TrainingLine:
    """A training as a page shows it."""

    row: TrainingRecord
    subject: str
    is_over: bool
    is_soon: bool = False

    @property
    def title(self) -> str:
        """The title, unless it says no more than the subject."""
        is_same = self.row.title.casefold() == self.subject.casefold()
        return "" if is_same else self.row.title


@dataclass(frozen=True)
class PersonTraining:
    """Somebody of the school with their trainings, the newest first."""

    user: User | StaffMember
    lines: tuple[TrainingLine, ...]
    #: What the form of a new training calls this person.
    key: str = ""


def training_page(school: School, today: dt.date) -> list[PersonTraining]:
    """Everybody who works with children at the school, by name; four statements."""
    posts = posts_at(school, today=today, roles=NEAR_CHILDREN)
    people = list(User.objects.filter(pk__in=posts.order_by().values("user")).order_by("name"))
    lines = _lines_of(school, [person.pk for person in people], today)
    found = [PersonTraining(each, tuple(lines[each.pk]), str(each.pk)) for each in people]
    without = list(without_account(school, today))
    of_members = trainings_of_members(school, without, today)
    found += [PersonTraining(m, tuple(of_members[m.pk]), member_key(m)) for m in without]
    return sorted(found, key=lambda each: each.user.name)


def people_to_train(school: School, today: dt.date) -> dict[str, User | StaffMember]:
    """Of whom a training can be recorded, by name, under what a form calls them."""
    posts = posts_at(school, today=today, roles=NEAR_CHILDREN)
    users = User.objects.filter(pk__in=posts.order_by().values("user"))
    with_one, without = read_rows(users, without_account(school, today))
    found = {str(user.pk): user for user in with_one}
    found |= {member_key(member): member for member in without}
    return dict(sorted(found.items(), key=lambda pair: pair[1].name))


def without_account(school: School, today: dt.date) -> QuerySet[StaffMember]:
    """Who works here and has no account yet."""
    return StaffMember.objects.filter(school=school, user=None).here_on(today)


def member_key(member: StaffMember) -> str:
    """What a form calls somebody without an account."""
    return f"m:{member.pk}"


def trainings_of_members(
    school: School, members: Iterable[StaffMember], today: dt.date
) -> dict[UUID, list[TrainingLine]]:
    """By member of staff, what was recorded of them or of their account; one statement."""
    here = list(members)
    ids, users = [each.pk for each in here], [each.user_id for each in here if each.user_id]
    return by_member(here, records_of(school, ids, users), today)


def records_of(
    school: School, members: QuerySet | list[UUID], users: QuerySet | list[UUID]
) -> QuerySet[TrainingRecord]:
    """What was recorded of these members of staff, or of these accounts."""
    rows = TrainingRecord.objects.filter(Q(member__in=members) | Q(user__in=users))
    return rows.filter(school=school).select_related("topic", "certificate_seen_by")


def by_member(
    members: Iterable[StaffMember], rows: Iterable[TrainingRecord], today: dt.date
) -> dict[UUID, list[TrainingLine]]:
    """Records by member of staff, those of the account too."""
    here = list(members)
    by_user = {member.user_id: member.pk for member in here if member.user_id}
    ids = {member.pk for member in here}
    found: dict[UUID, list[TrainingLine]] = defaultdict(list)
    for row in rows:
        if row.member_id in ids and row.member_id:
            found[row.member_id].append(_line(row, today))
        elif row.user_id:
            found[by_user[row.user_id]].append(_line(row, today))
    return found


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


def topics(school: School) -> QuerySet[TrainingTopic]:
    """What people of the federation are trained in, by name."""
    return TrainingTopic.objects.offered_at(school).filter(is_retired=False)


def runs_out(school: School) -> list[TrainingRecord]:
    """Trainings with a last day, of who has not left, without a later one about the same."""
    return read(runs_out_read(school))


def runs_out_read(school: School) -> Reads[list[TrainingRecord]]:
    """The same, to go with other reads."""
    [rows] = yield _OF_WHO_IS_HERE.asked(school=school.pk)
    latest: dict[tuple, TrainingRecord] = {}
    for row in rows:
        key = (row.user_id or row.member_id, row.subject, row.topic_id or row.title.casefold())
        if key not in latest or _lasts_longer(row, latest[key]):
            latest[key] = row
    return [row for row in latest.values() if row.ends_on]


def _of_who_is_here(school: UUID) -> list[QuerySet]:
    left = StaffMember.objects.filter(school=school, left_on__isnull=False)
    here = StaffMember.objects.filter(school=school, left_on=None, user__isnull=False)
    gone = Q(user__in=left.filter(user__isnull=False).values("user")) & ~Q(
        user__in=here.values("user")
    )
    return [
        TrainingRecord.objects.filter(school=school)
        .exclude(gone)
        .exclude(user=None, member__left_on__isnull=False)
        .select_related("user", "member", "topic")
    ]


_OF_WHO_IS_HERE = Together(_of_who_is_here, school=UUID)


def _lasts_longer(row: TrainingRecord, other: TrainingRecord) -> bool:
    if other.ends_on is None:
        return False
    return row.ends_on is None or row.ends_on > other.ends_on


def _lines_of(
    school: School, users: Collection[UUID], today: dt.date
) -> dict[UUID, list[TrainingLine]]:
    found: dict[UUID, list[TrainingLine]] = defaultdict(list)
    rows = TrainingRecord.objects.filter(school=school, user__in=list(users))
    for row in rows.select_related("topic", "certificate_seen_by"):
        if row.user_id:
            found[row.user_id].append(_line(row, today))
    return found


def _line(row: TrainingRecord, today: dt.date) -> TrainingLine:
    subject = row.topic.name if row.topic else str(TrainingSubject(row.subject).label)
    is_over = row.ends_on is not None and row.ends_on < today
    is_soon = row.ends_on is not None and today <= row.ends_on <= today + SOON
    return TrainingLine(row, subject, is_over, is_soon)


def training_of(school: School, pk: UUID) -> TrainingRecord | None:
    """One training of the school."""
    rows = TrainingRecord.objects.filter(school=school, pk=pk)
    return rows.select_related("user", "member", "topic", "certificate_seen_by").first()
