"""Inviting people, giving roles and ending them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.access.roles import ENDS, Role
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version, version_of
from aylsham.models import Federation, Invitation, Membership, School, SiteWeek, User
from aylsham.models.people import WEEKDAY_NAMES
from aylsham.people.mail import send_invitation
from aylsham.secrets import hash_of, new_secret
from aylsham.tenancy.row_security import school_transaction

#: How long an invitation can be accepted.
VALID_FOR = dt.timedelta(days=14)


@transaction.atomic
def invite_person(
    *,
    by: User,
    email: str,
    name: str,
    role: Role,
    federation: Federation,
    school: School | None,
    year_groups: Sequence[str] = (),
    weekdays: Sequence[int] = (),
    role_ends_on: dt.date | None = None,
) -> Invitation:
    """Offer a role by e-mail; TransitionNotAllowed when the person has it or its time is over."""
    email = email.lower()
    _refuse_endless(role, role_ends_on)
    if role_ends_on and role_ends_on < clock.today():
        raise TransitionNotAllowed("The last day is over. Give today or a later day.")
    held = Membership.objects.live(clock.today()).filter(
        user__email=email, federation=federation, school=school, role=role
    )
    if held.exists():
        raise TransitionNotAllowed("This person has that role already.")
    secret, token_hash = new_secret()
    now = timezone.now()
    _withdraw_earlier(email, role, federation, school, now)
    invitation = Invitation.objects.create(
        email=email,
        name=name,
        role=role,
        federation=federation,
        school=school,
        year_groups=list(year_groups),
        weekdays=list(weekdays),
        role_ends_on=role_ends_on,
        token_hash=token_hash,
        invited_by=by,
        invited_at=now,
        expires_at=now + VALID_FOR,
    )
    _record(Action.INVITE, invitation, by=by)
    send_invitation(invitation, schools=_schools(invitation), secret=secret)
    return invitation


def _withdraw_earlier(email, role, federation, school, now) -> None:
    Invitation.objects.open(now).filter(
        email=email, role=role, federation=federation, school=school
    ).update(withdrawn_at=now)


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: User) -> None:
    """Make an invitation useless before it is accepted."""
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.accepted_at or locked.withdrawn_at:
        raise TransitionNotAllowed("This invitation has been used or withdrawn already.")
    locked.withdrawn_at = timezone.now()
    locked.save(update_fields=["withdrawn_at"])
    _record(Action.WITHDRAW_INVITATION, locked, by=by)


def find_invitation(secret: str) -> Invitation | None:
    """The open invitation that a secret address belongs to."""
    return (
        Invitation.objects.open(timezone.now())
        .select_related("federation", "school", "invited_by")
        .filter(token_hash=hash_of(secret))
        .first()
    )


@transaction.atomic
def accept_invitation(
    invitation: Invitation, *, name: str, password: str | None, user: User | None
) -> User:
    """Turn an invitation into a role: of the person signed in, or of a new person.

    Raises TransitionNotAllowed when the invitation has gone, or when the address belongs to
    somebody who has to sign in first.
    """
    locked = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("federation", "school")
        .get(pk=invitation.pk)
    )
    if locked.accepted_at or locked.withdrawn_at or locked.expires_at <= timezone.now():
        raise TransitionNotAllowed("This invitation has been used, withdrawn or has run out.")
    if user is None:
        if User.objects.filter(email=locked.email).exists():
            raise TransitionNotAllowed("You have an account already: sign in to accept.")
        user = User.objects.create(email=locked.email, name=name, password=make_password(password))
        confirm_address(user)
    elif user.email != locked.email:
        raise TransitionNotAllowed("This invitation was sent to another e-mail address.")
    locked.accepted_at, locked.accepted_by = timezone.now(), user
    locked.save(update_fields=["accepted_at", "accepted_by"])
    _make_membership(locked, user)
    _record(Action.GIVE_ROLE, locked, by=user)
    return user


def confirm_address(user: User) -> None:
    """The invitation reached the address, so it is the person's: a second factor may be added."""
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


def _make_membership(invitation: Invitation, user: User) -> Membership:
    return Membership.objects.create(
        user=user,
        federation=invitation.federation,
        school=invitation.school,
        role=invitation.role,
        year_groups=invitation.year_groups,
        weekdays=invitation.weekdays,
        starts_on=clock.today(),
        ends_on=invitation.role_ends_on,
    )


@transaction.atomic
def change_role(
    membership: Membership,
    *,
    by: User,
    ends_on: dt.date | None,
    year_groups: list[str],
    weekdays: list[int],
) -> None:
    """Change until when, for which year groups and on which days a role holds."""
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    _refuse_endless(locked.role, ends_on)
    if ends_on and ends_on < locked.starts_on:
        raise TransitionNotAllowed("The last day is before the first.")
    locked.ends_on, locked.year_groups, locked.weekdays = ends_on, year_groups, weekdays
    locked.save(update_fields=["ends_on", "year_groups", "weekdays"])
    _record(Action.CHANGE_ROLE, locked, by=by)


@transaction.atomic
def end_role(membership: Membership, *, by: User) -> None:
    """End a role now: yesterday was its last day, so that it stops at once."""
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    if locked.user_id == by.pk:
        raise TransitionNotAllowed("You cannot end your own role. Ask a colleague.")
    yesterday = clock.today() - dt.timedelta(days=1)
    if locked.starts_on > yesterday:
        _record(Action.END_ROLE, locked, by=by)
        locked.delete()  # it began today: it never held a whole day
        return
    locked.ends_on = yesterday
    locked.save(update_fields=["ends_on"])
    _record(Action.END_ROLE, locked, by=by)


@transaction.atomic
def set_site_week(
    *,
    user: User,
    federation: Federation,
    days: Mapping[str, School | None],
    version: str,
    by: User | None,
) -> SiteWeek:
    """Say at which school somebody is on which weekday; the schools concerned have it written."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    week = SiteWeek.objects.filter(user=user, federation=federation).first()
    if week:
        require_version(week, WEEKDAY_NAMES, version)
    elif version != version_of(None, WEEKDAY_NAMES):
        raise TransitionNotAllowed("Somebody has changed this week. Look at it again.")
    week = week or SiteWeek(user=user, federation=federation)
    before = {getattr(week, f"{name}_id") for name in WEEKDAY_NAMES}
    for name in WEEKDAY_NAMES:
        if (school := days.get(name)) and school.federation_id != federation.pk:
            raise TransitionNotAllowed(f"{school} is no school of this federation.")
        setattr(week, name, school)
    week.save()
    after = {getattr(week, f"{name}_id") for name in WEEKDAY_NAMES}
    schools = list(federation.schools.filter(pk__in=(before | after) - {None}))
    with school_transaction(*schools):
        for school in schools:
            record_event(Action.CHANGE_SITES, school=school, by=by, subject=week)
    return week


def _refuse_endless(role: str, ends_on: dt.date | None) -> None:
    if role in ENDS and ends_on is None:
        raise TransitionNotAllowed(f"{Role(role).label} needs a last day.")


def _schools(about: Invitation | Membership) -> list[School]:
    """The schools that a role reaches."""
    return [about.school] if about.school else list(about.federation.schools.all())


def _record(action: Action, about: Invitation | Membership, *, by: User) -> None:
    """One event at each school that the role reaches."""
    schools = _schools(about)
    with school_transaction(*schools):
        for school in schools:
            record_event(action, school=school, by=by, subject=about, detail={"role": about.role})
