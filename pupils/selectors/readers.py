"""Who works with a child and so must read what is written for them, and who has not yet.

Asked is for the newest version that somebody marked, if others changed in it what the person
sees since they last confirmed; and for each sensitive line that they were named for since.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, Subquery

from aylsham.access.current import Access
from aylsham.access.roles import ROLES, Reach
from aylsham.access.sensitivity import readable
from aylsham.models import Membership, User
from pupils.codes import PassportState, ReadSubject
from pupils.models import (
    ClassAdult,
    LineReader,
    Passport,
    PassportVersion,
    Pupil,
    PupilAdult,
    PupilGrant,
    ReadReceipt,
)
from pupils.rules.reading import Reader
from pupils.selectors.reading import (
    has_more,
    levels_of,
    lines_by_name,
    namings,
    steps_of,
    unconfirmed,
)


def works_with(user: User, today: dt.date) -> Q:
    """Whether a person works now with the `pupil` of an outer query: by class or by name."""
    live = Q(ends_on=None) | Q(ends_on__gte=today)
    near = {"school_id": OuterRef("school_id"), "user": user, "starts_on__lte": today}
    of_class = ClassAdult.objects.filter(
        live, class_group_id=OuterRef("pupil__class_group_id"), **near
    )
    of_child = PupilAdult.objects.filter(live, pupil_id=OuterRef("pupil_id"), **near)
    return Q(Exists(of_class)) | Q(Exists(of_child))


def to_confirm(user: User, today: dt.date):
    """Namings of a person for a line that stands there, each without their receipt."""
    return unconfirmed(namings(today).filter(user=user))


def unread_passports(
    access: Access, schools: Iterable[UUID], pupil_ids: Iterable[UUID]
) -> list[UUID]:
    """The children, of those in the asker's reach, whose passport they have still to read.

    One statement; two more where they have read an older version than the one that was marked.
    """
    user, today = access.user, access.today
    own = {"school_id": OuterRef("school_id"), "pupil_id": OuterRef("pupil_id")}
    receipts = ReadReceipt.objects.filter(
        school_id=OuterRef("school_id"),
        subject=ReadSubject.PASSPORT,
        subject_id=OuterRef("pk"),
        user=user,
    )
    named = namings(today).filter(user=user, **own)
    rows = Passport.objects.filter(
        works_with(user, today) | Q(Exists(named)),
        school__in=list(schools),
        pupil_id__in=list(pupil_ids),
        state=PassportState.PUBLISHED,
    ).annotate(
        asks_by_name=Exists(unconfirmed(named)),
        confirmed=Subquery(
            receipts.order_by().values("user").annotate(last=Max("version")).values("last")
        ),
        made_it=Exists(
            PassportVersion.objects.filter(
                school_id=OuterRef("school_id"),
                passport=OuterRef("pk"),
                made_by=user,
                number=OuterRef("must_read_from"),
            )
        ),
    )
    found, older = [], []
    for row in rows:
        since = row.confirmed or int(row.sent_by_id == user.pk)
        if row.asks_by_name or not (row.made_it or since):
            found.append(row.pupil_id)
        elif not row.made_it and since < row.must_read_from:
            older.append((row, since))
    if older:
        at = {school.pk: school for school in access.schools}
        steps = steps_of([row for row, _ in older])
        lines = lines_by_name([row.pupil_id for row, _ in older], today, user=user)
        for row, since in older:
            levels = readable(access.permissions_at(at[row.school_id]))
            reader = Reader(user.pk, frozenset(levels), lines[row.pupil_id, user.pk])
            if has_more(row, steps[row.pk], reader, since, row.must_read_from):
                found.append(row.pupil_id)
    return found


def who_has_not(passports: Collection[Passport], *, today: dt.date) -> dict[UUID, list[str]]:
    """By passport, the names of adults who have still to read it; at most eight statements.

    The passports come with their `pupil`. Whoever wrote the version need not confirm it.
    """
    upto = {row.pk: row.must_read_from for row in passports}
    asked = _asked(passports, upto, today)
    return {pk: sorted(people.values()) for pk, people in asked.items()}


def who_would_read_again(pupil: Pupil, *, today: dt.date) -> list[str]:
    """Whom asking for the version of now would ask: not its writer, nor who has read it.

    At most nine statements; nobody while the passport is not published.
    """
    rows = Passport.objects.filter(
        school_id=pupil.school_id, pupil=pupil, state=PassportState.PUBLISHED
    )
    passport = rows.annotate(latest=Max("versions__number")).first()
    if passport is None or passport.latest is None:
        return []
    passport.pupil = pupil
    return sorted(_asked([passport], {passport.pk: passport.latest}, today)[passport.pk].values())


@dataclass(frozen=True)
class _Naming:
    """A live naming: who, and whether they have still to confirm it."""

    user_id: UUID
    name: str
    is_open: bool


def _asked(
    passports: Collection[Passport], upto: Mapping[UUID, int], today: dt.date
) -> dict[UUID, dict[UUID, str]]:
    """By passport, who has still to read it up to a version, with their names."""
    schools = {row.school_id for row in passports}
    near = _adults(schools, passports, today)
    named = _named(schools, passports, today)
    since = _confirmed(schools, passports)
    made = _made(schools, upto)
    found: dict[UUID, dict[UUID, str]] = {row.pk: {} for row in passports}
    older: list[tuple[Passport, UUID, str, int]] = []
    for row in passports:
        for naming in named[row.pupil_id]:
            if naming.is_open:
                found[row.pk][naming.user_id] = naming.name
        people = near[row.pk] | {each.user_id: each.name for each in named[row.pupil_id]}
        for user, name in people.items():
            last = since.get((row.pk, user), int(row.sent_by_id == user))
            if (row.pk, user) in made or last >= upto[row.pk]:
                continue
            if last:
                older.append((row, user, name, last))
            else:
                found[row.pk][user] = name
    if older:
        steps = steps_of([row for row, *_ in older])
        levels = levels_of(schools, {user for _, user, *_ in older}, today)
        lines = lines_by_name([row.pupil_id for row, *_ in older], today)
        for row, user, name, last in older:
            reader = Reader(user, levels[row.school_id, user], lines[row.pupil_id, user])
            if has_more(row, steps[row.pk], reader, last, upto[row.pk]):
                found[row.pk][user] = name
    return found


def _adults(
    schools: Collection[UUID], passports: Collection[Passport], today: dt.date
) -> dict[UUID, dict[UUID, str]]:
    """By passport, everybody who works with the child now: cover and students among them."""
    live = Q(ends_on=None) | Q(ends_on__gte=today)
    now = {"school__in": schools, "starts_on__lte": today, "user__is_active": True}
    of_class: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    for key, user, name in ClassAdult.objects.filter(live, **now).values_list(
        "class_group_id", "user_id", "user__name"
    ):
        of_class[key][user] = name
    of_child: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    for key, user, name in PupilAdult.objects.filter(live, **now).values_list(
        "pupil_id", "user_id", "user__name"
    ):
        of_child[key][user] = name
    return {
        row.pk: of_class[row.pupil.class_group_id] | of_child[row.pupil_id] for row in passports
    }


def _named(
    schools: Collection[UUID], passports: Collection[Passport], today: dt.date
) -> dict[UUID, list[_Naming]]:
    """By child, who reads a line by name and opens the child's record."""
    # A role that reaches every child, an assignment to this one, or access given to it by name.
    everywhere = [role for role, rule in ROLES.items() if rule.reach == Reach.WHOLE_SCHOOL]
    posts = Membership.objects.live(today).filter(
        Q(school_id=OuterRef("school_id")) | Q(school=None),
        user=OuterRef("user_id"),
        federation_id=OuterRef("school__federation_id"),
        role__in=everywhere,
    )
    live = Q(ends_on=None) | Q(ends_on__gte=today)
    now = {"school_id": OuterRef("school_id"), "user": OuterRef("user_id")}
    of_child = PupilAdult.objects.filter(
        live, pupil_id=OuterRef("pupil_id"), starts_on__lte=today, **now
    )
    of_class = ClassAdult.objects.filter(
        live, class_group_id=OuterRef("pupil__class_group_id"), starts_on__lte=today, **now
    )
    granted = PupilGrant.objects.filter(
        content_object_id=OuterRef("pupil_id"),
        starts_on__lte=today,
        ends_on__gte=today,
        ended_at=None,
        **now,
    )
    rows = namings(today).filter(
        Q(Exists(posts)) | Q(Exists(of_child)) | Q(Exists(of_class)) | Q(Exists(granted)),
        school__in=schools,
        pupil__in=[row.pupil_id for row in passports],
        user__is_active=True,
    )
    open_ones = unconfirmed(LineReader.objects.filter(pk=OuterRef("pk")))
    found: dict[UUID, list[_Naming]] = defaultdict(list)
    for pupil, user, name, is_open in rows.annotate(is_open=Exists(open_ones)).values_list(
        "pupil_id", "user_id", "user__name", "is_open"
    ):
        found[pupil].append(_Naming(user, name, is_open))
    return found


def _confirmed(
    schools: Collection[UUID], passports: Collection[Passport]
) -> dict[tuple[UUID, UUID], int]:
    """By passport and person, the newest version that they confirmed."""
    rows = ReadReceipt.objects.filter(
        school__in=schools,
        subject=ReadSubject.PASSPORT,
        subject_id__in=[row.pk for row in passports],
    )
    found: dict[tuple[UUID, UUID], int] = defaultdict(int)
    for pk, user, version in rows.values_list("subject_id", "user_id", "version"):
        found[pk, user] = max(found[pk, user], version)
    return dict(found)


def _made(schools: Collection[UUID], upto: Mapping[UUID, int]) -> set[tuple[UUID, UUID]]:
    """Passport and person where they made the version that is to be read."""
    wanted = {(pk, number) for pk, number in upto.items()}
    rows = PassportVersion.objects.filter(
        school__in=schools, passport__in=list(upto), number__in=set(upto.values())
    ).values_list("passport_id", "number", "made_by_id")
    return {(pk, by) for pk, number, by in rows if by and (pk, number) in wanted}
