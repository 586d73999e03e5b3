"""Which adults work with which class and child; access follows, and ends by itself."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import Membership, School, User
from pupils.models import ClassAdult, ClassGroup, Pupil, PupilAdult
from pupils.services.recording import lock

CLASS_FIELDS = ("name", "year_groups")
ADULT_FIELDS = ("weekdays", "ends_on")


@transaction.atomic
def add_class(
    *, school: School, name: str, academic_year: int, year_groups: list[str], by: User | None
) -> ClassGroup:
    """Open a class of one academic year."""
    same = ClassGroup.objects.filter(
        school=school, academic_year=academic_year, name=name, year_groups=year_groups
    )
    if same.exists():
        raise TransitionNotAllowed(f"There is a class {name} for these year groups already.")
    group = ClassGroup.objects.create(
        school=school, name=name, academic_year=academic_year, year_groups=year_groups
    )
    record_event(Action.CHANGE_CLASS, school=school, by=by, subject=group)
    return group


@transaction.atomic
def change_class(
    *, class_group: ClassGroup, name: str, year_groups: list[str], version: str, by: User
) -> ClassGroup:
    """Rename a class or change its year groups."""
    group = lock(class_group)
    require_version(group, CLASS_FIELDS, version)
    same = ClassGroup.objects.filter(
        school_id=group.school_id,
        academic_year=group.academic_year,
        name=name,
        year_groups=year_groups,
    ).exclude(pk=group.pk)
    if same.exists():
        raise TransitionNotAllowed(f"There is a class {name} for these year groups already.")
    group.name, group.year_groups = name, year_groups
    group.save(update_fields=CLASS_FIELDS)
    record_event(Action.CHANGE_CLASS, school=group.school, by=by, subject=group)
    return group


@transaction.atomic
def assign_adult(
    *,
    class_group: ClassGroup,
    user: User,
    role: str,
    starts_on: dt.date,
    by: User | None,
    weekdays: list[int] | None = None,
    ends_on: dt.date | None = None,
) -> ClassAdult:
    """Let an adult work with a class: on some weekdays or all, from a day to a day."""
    group = lock(class_group)
    require_post(group.school, user, role, starts_on)
    already = ClassAdult.objects.filter(
        school_id=group.school_id, class_group=group, user=user, role=role
    )
    if _overlapping(already, starts_on, ends_on).exists():
        raise TransitionNotAllowed(f"{user.name} works with {group.name} in that time already.")
    adult = ClassAdult.objects.create(
        school=group.school,
        class_group=group,
        user=user,
        role=role,
        weekdays=sorted(weekdays or []),
        starts_on=starts_on,
        ends_on=ends_on,
    )
    record_event(
        Action.ASSIGN_ADULT,
        school=group.school,
        by=by,
        subject=adult,
        detail={"role": role, "starts_on": starts_on.isoformat()},
    )
    return adult


@transaction.atomic
def change_class_adult(
    *, adult: ClassAdult, weekdays: list[int], ends_on: dt.date | None, version: str, by: User
) -> ClassAdult:
    """Change on which weekdays an adult works with a class, or until when."""
    adult = lock(adult)
    require_version(adult, ADULT_FIELDS, version)
    if ends_on and ends_on < adult.starts_on:
        raise TransitionNotAllowed(f"The first day is {adult.starts_on:%-d %B %Y}, after that day.")
    adult.weekdays, adult.ends_on = sorted(weekdays), ends_on
    adult.save(update_fields=ADULT_FIELDS)
    record_event(
        Action.ASSIGN_ADULT,
        school=adult.school,
        by=by,
        subject=adult,
        detail={"role": adult.role, "step": "changed"},
    )
    return adult


@transaction.atomic
def end_class_adult(*, adult: ClassAdult, ends_on: dt.date, by: User) -> ClassAdult:
    """An adult's last day with a class."""
    adult = _end(lock(adult), ends_on)
    record_event(
        Action.END_ASSIGNMENT,
        school=adult.school,
        by=by,
        subject=adult,
        detail={"ends_on": ends_on.isoformat()},
    )
    return adult


@transaction.atomic
def assign_supporter(
    *,
    pupil: Pupil,
    user: User,
    starts_on: dt.date,
    by: User | None,
    ends_on: dt.date | None = None,
) -> PupilAdult:
    """Let an adult support a named child from a day to a day."""
    require_post(pupil.school, user, None, starts_on)
    already = PupilAdult.objects.filter(school_id=pupil.school_id, pupil=pupil, user=user)
    if _overlapping(already, starts_on, ends_on).exists():
        raise TransitionNotAllowed(f"{user.name} supports this child in that time already.")
    support = PupilAdult.objects.create(
        school=pupil.school, pupil=pupil, user=user, starts_on=starts_on, ends_on=ends_on
    )
    _record_supporter(Action.ASSIGN_ADULT, support, by, {"starts_on": starts_on.isoformat()})
    return support


@transaction.atomic
def end_supporter(*, support: PupilAdult, ends_on: dt.date, by: User) -> PupilAdult:
    """An adult's last day with a child."""
    support = _end(lock(support), ends_on)
    _record_supporter(Action.END_ASSIGNMENT, support, by, {"ends_on": ends_on.isoformat()})
    return support


def _end(row, ends_on: dt.date):
    if row.ends_on and row.ends_on <= ends_on:
        raise TransitionNotAllowed(f"This ends on {row.ends_on:%-d %B %Y} already.")
    if ends_on < row.starts_on:
        raise TransitionNotAllowed(f"The first day is {row.starts_on:%-d %B %Y}, after that day.")
    row.ends_on = ends_on
    row.save(update_fields=["ends_on"])
    return row


def require_post(school: School, user: User, role: str | None, on: dt.date) -> None:
    """Only people who have a role at the school can be given children."""
    posts = Membership.objects.live(on).filter(
        Q(school=school) | Q(school=None, federation_id=school.federation_id), user=user
    )
    if role:
        posts = posts.filter(role=role)
    if not posts.exists():
        raise TransitionNotAllowed(
            f"{user.name} has no such role at {school.name} on {on:%-d %B %Y}."
        )


def _overlapping(rows, starts_on: dt.date, ends_on: dt.date | None):
    rows = rows.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
    return rows.filter(starts_on__lte=ends_on) if ends_on else rows


def _record_supporter(action, support: PupilAdult, by, detail: dict) -> None:
    record_event(
        action,
        school=support.school,
        by=by,
        pupil_ids=[support.pupil_id],
        subject=support,
        detail=detail,
    )
