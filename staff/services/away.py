"""Who is out: said, changed, taken back; what was decided because of it is undone with it."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from aylsham import clock
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.mail.services import queue_mail
from aylsham.models import School, User
from pupils.selectors.adults import posts_at
from pupils.services.recording import as_pk, lock
from staff.models import Absence, StaffMember, Swap
from staff.selectors.effective import is_out
from staff.services.cover import undo_rows

AWAY_FIELDS = ("starts_on", "starts", "ends_on", "ends")
OWN_WORD = "staff_out"
#: An absence lies within a year: anything else is a slip.
FURTHEST = dt.timedelta(days=366)
KEEPERS = frozenset(
    role for role, rule in ROLES.items() if Permission.KEEP_STAFF in rule.permissions
)


@transaction.atomic
def say_out(
    *, member: StaffMember, by: User | None, key: UUID | None = None, **facts: Any
) -> Absence:
    """Somebody is out; `facts` are AWAY_FIELDS. No reason is asked for or kept."""
    member = lock(member)
    if key and (known := Absence.objects.filter(school_id=member.school_id, pk=key).first()):
        return known
    absence = Absence(
        school_id=member.school_id,
        member=member,
        said_by=by,
        said_at=clock.moment(),
        **as_pk(key),
        **facts,
    )
    _save(absence, member)
    _record(absence, by, "out")
    if by is not None and by.pk == member.user_id:
        _tell_keepers(absence, by)
    return absence


@transaction.atomic
def change_out(*, absence: Absence, version: str, by: User, **facts: Any) -> Absence:
    """They come back earlier, or stay out longer; swaps for when they are in are undone."""
    member = lock(absence.member)
    absence = _open(absence)
    require_version(absence, AWAY_FIELDS, version)
    for name, value in facts.items():
        setattr(absence, name, value)
    _save(absence, member)
    _record(absence, by, "changed")
    undo_rows(_no_longer_needed(absence), by=by)
    return absence


@transaction.atomic
def take_back(*, absence: Absence, by: User) -> Absence:
    """They come after all; taken back twice, it is taken back once."""
    lock(absence.member)
    absence = lock(absence)
    if absence.taken_back_at:
        return absence
    undo_rows(_standing(absence), by=by)
    absence.taken_back_at, absence.taken_back_by = clock.moment(), by
    absence.save(update_fields=["taken_back_at", "taken_back_by"])
    _record(absence, by, "taken back")
    return absence


def _open(absence: Absence) -> Absence:
    absence = lock(absence)
    if absence.taken_back_at:
        raise TransitionNotAllowed("This was taken back already. Say it again if they are out.")
    return absence


def _save(absence: Absence, member: StaffMember) -> None:
    """Refuse what cannot be, in words; the database keeps two from overlapping."""
    today = clock.today()
    if not today - FURTHEST <= absence.starts_on <= absence.ends_on <= today + FURTHEST:
        raise TransitionNotAllowed(
            "Check the days: the last is not before the first, within a year."
        )
    if absence.starts_on == absence.ends_on and absence.ends <= absence.starts:
        raise TransitionNotAllowed("They would be back before they leave. Check the times.")
    if member.left_on and absence.ends_on > member.left_on:
        raise TransitionNotAllowed(f"{member.name} left on {member.left_on:%-d %B %Y}.")
    try:
        with transaction.atomic():
            absence.save()
    except IntegrityError as refused:
        if "staff_absence_no_overlap" not in str(refused):
            raise
        raise TransitionNotAllowed(
            f"{member.name} is said to be out for a part of that time already. Change that."
        ) from None


def _standing(absence: Absence) -> list[Swap]:
    rows = Swap.objects.filter(school_id=absence.school_id, absence=absence).standing()
    return list(rows.select_related("session"))


def _no_longer_needed(absence: Absence) -> list[Swap]:
    return [
        swap
        for swap in _standing(absence)
        if not is_out(absence, swap.on, swap.session.starts, swap.session.ends)
    ]


def _tell_keepers(absence: Absence, by: User) -> None:
    """Whoever decides hears of it: an e-mail that says that somebody is out, not who."""
    school = School.objects.get(pk=absence.school_id)
    posts = posts_at(school, today=clock.today(), roles=KEEPERS)
    context = {"school": str(school.pk), "day": absence.starts_on.isoformat()}
    for user in {post.user_id: post.user for post in posts}.values():
        queue_mail(OWN_WORD, to=user, context=context, schools=[school], by=by)


def _record(absence: Absence, by: User | None, step: str) -> None:
    record_event(
        Action.CHANGE_STAFF,
        school=School.objects.get(pk=absence.school_id),
        by=by,
        subject=absence,
        detail={"step": step},
    )
