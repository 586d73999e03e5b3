"""Who works with a child and so must read what is written for them, and who has not yet."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from aylsham.access.current import Access
from aylsham.models import User
from pupils.codes import PassportState, ReadSubject
from pupils.models import ClassAdult, Passport, PassportVersion, Pupil, PupilAdult, ReadReceipt


def works_with(user: User, today: dt.date) -> Q:
    """Whether a person works now with the `pupil` of an outer query: by class or by name."""
    live = Q(ends_on=None) | Q(ends_on__gte=today)
    near = {"school_id": OuterRef("school_id"), "user": user, "starts_on__lte": today}
    of_class = ClassAdult.objects.filter(
        live, class_group_id=OuterRef("pupil__class_group_id"), **near
    )
    of_child = PupilAdult.objects.filter(live, pupil_id=OuterRef("pupil_id"), **near)
    return Q(Exists(of_class)) | Q(Exists(of_child))


def unread_passports(
    access: Access, schools: Iterable[UUID], pupil_ids: Iterable[UUID]
) -> list[UUID]:
    """The children whose passport the asker works by and has still to read; one statement."""
    passports = Passport.objects.filter(
        works_with(access.user, access.today),
        school__in=list(schools),
        pupil_id__in=list(pupil_ids),
        state=PassportState.PUBLISHED,
    )
    return list(_not_read_by(passports, access.user).values_list("pupil_id", flat=True))


def who_has_not(passports: Collection[Passport], *, today: dt.date) -> dict[UUID, list[str]]:
    """By passport, the names of adults who have still to read it; four statements.

    The passports come with their `pupil`. Whoever wrote the version need not confirm it.
    """
    schools = {row.school_id for row in passports}
    near = _adults(schools, passports, today)
    done: set[tuple[UUID, UUID]] = {
        (row.pk, row.sent_by_id) for row in passports if row.sent_by_id and row.must_read_from == 1
    }
    ids = [row.pk for row in passports]
    receipts = ReadReceipt.objects.filter(
        school__in=schools, subject=ReadSubject.PASSPORT, subject_id__in=ids
    ).values_list("subject_id", "user_id", "version")
    made = PassportVersion.objects.filter(
        school__in=schools, passport__in=ids, number=F("passport__must_read_from")
    ).values_list("passport_id", "made_by_id")
    asked = {row.pk: row.must_read_from for row in passports}
    done |= {(pk, user) for pk, user, version in receipts if version >= asked[pk]}
    done |= set(made)
    return {
        row.pk: sorted(name for user, name in near[row.pk].items() if (row.pk, user) not in done)
        for row in passports
    }


def who_would_read_again(pupil: Pupil, *, today: dt.date) -> list[str]:
    """Whom asking for the version of now would ask: not its writer, nor who has read it.

    At most five statements; nobody while the passport is not published.
    """
    own = {"school_id": pupil.school_id}
    passport = Passport.objects.filter(**own, pupil=pupil, state=PassportState.PUBLISHED).first()
    rows = PassportVersion.objects.filter(**own, passport=passport).order_by("-number")
    if passport is None or (latest := rows.first()) is None:
        return []
    passport.pupil = pupil
    receipts = ReadReceipt.objects.filter(
        **own, subject=ReadSubject.PASSPORT, subject_id=passport.pk, version__gte=latest.number
    )
    known = {latest.made_by_id, *receipts.values_list("user_id", flat=True)}
    if latest.number == 1:
        known.add(passport.sent_by_id)
    near = _adults([pupil.school_id], [passport], today)[passport.pk]
    return sorted(name for user, name in near.items() if user not in known)


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


def _not_read_by(passports, user: User):
    mine = {"school_id": OuterRef("school_id")}
    read = ReadReceipt.objects.filter(
        subject=ReadSubject.PASSPORT,
        subject_id=OuterRef("pk"),
        user=user,
        version__gte=OuterRef("must_read_from"),
        **mine,
    )
    made = PassportVersion.objects.filter(
        passport=OuterRef("pk"), made_by=user, number=OuterRef("must_read_from"), **mine
    )
    return passports.filter(~Exists(read), ~Exists(made)).exclude(sent_by=user, must_read_from=1)
