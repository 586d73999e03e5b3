"""Who works at a school, with which roles, until when."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from aylsham.models import Federation, Invitation, Membership, School, SiteWeek, User
from aylsham.models.people import WEEKDAY_NAMES

WEEKDAYS = ("", "Mon", "Tue", "Wed", "Thu", "Fri")


def days_here_columns(school: School, *, today: dt.date) -> dict[str, Any]:
    """What rows with a `user` are annotated with, so that `days_here` can tell; no statement."""
    return days_at_columns(school.pk, school.federation_id, today)


@lru_cache(maxsize=64)
def days_at_columns(school_id: UUID, federation_id: UUID, today: dt.date) -> dict[str, Any]:
    """The same for the keys of a school and its federation."""
    # Building it takes longer than asking it, and it depends on nothing else.
    mine = {"user": OuterRef("user"), "federation": federation_id}
    posts = Membership.objects.live(today).filter(**mine, school=school_id).exclude(weekdays=[])
    week = SiteWeek.objects.filter(**mine)
    ids = JSONObject(**{name: f"{name}_id" for name in WEEKDAY_NAMES})
    return {
        "post_days": Subquery(posts.order_by("starts_on").values("weekdays")[:1]),
        "site_week": Subquery(week.values(data=ids)[:1]),
    }


def days_here(row, school: School) -> list[int]:
    """ISO weekdays on which the person of an annotated row is at the school; empty: any day."""
    return days_at(row.post_days, row.site_week, school)


def days_at(post_days: list[int] | None, site_week: dict | None, school: School) -> list[int]:
    """The same from the two columns."""
    if post_days:
        return sorted(post_days)
    week = site_week or {}
    return [n for n, name in enumerate(WEEKDAY_NAMES, 1) if week.get(name) == str(school.pk)]


def site_week_of(user: User, federation: Federation) -> SiteWeek | None:
    """At which school a person is on which weekday."""
    return SiteWeek.objects.filter(user=user, federation=federation).first()


def school_on(user: User, day: dt.date) -> set[UUID]:
    """The schools at which a person is on a day: one in each federation at most."""
    if day.isoweekday() > len(WEEKDAY_NAMES):
        return set()
    name = f"{WEEKDAY_NAMES[day.isoweekday() - 1]}_id"
    found = SiteWeek.objects.filter(user=user).values_list(name, flat=True)
    return {school for school in found if school}


@dataclass(frozen=True)
class StaffRole:
    """One role of one person, as the list of people shows it."""

    id: UUID
    name: str
    email: str
    role: str
    everywhere: bool
    year_groups: str
    weekdays: str
    #: Where the person is on other days: "Wed John of Gaunt".
    elsewhere: str
    #: Has roles at several schools of the federation.
    is_at_several: bool
    starts_on: dt.date
    ends_on: dt.date | None


def people_at(school: School, *, today: dt.date) -> list[StaffRole]:
    """Roles that hold today or later at a school, those of the federation included, by name."""
    memberships = list(
        Membership.objects.filter(
            Q(school=school) | Q(school=None, federation=school.federation_id)
        )
        .filter(Q(ends_on=None) | Q(ends_on__gte=today))
        .select_related("user")
        .order_by("user__name", "role")
    )
    weeks = {
        week.user_id: week
        for week in SiteWeek.objects.filter(
            federation=school.federation_id, user__in=[m.user_id for m in memberships]
        ).select_related(*WEEKDAY_NAMES)
    }
    several = _at_several(school, today)
    return [_staff_role(m, school, weeks.get(m.user_id), several) for m in memberships]


def _at_several(school: School, today: dt.date) -> set[UUID]:
    """People with a role at more than one school of the federation."""
    schools = school.federation.schools.count()
    places: dict[UUID, set] = defaultdict(set)
    live = Membership.objects.live(today).filter(federation=school.federation_id)
    for user_id, school_id in live.values_list("user_id", "school_id"):
        places[user_id].add(school_id)
    return {user for user, at in places.items() if len(at) > 1 or (None in at and schools > 1)}


def _staff_role(
    membership: Membership, school: School, week: SiteWeek | None, several: set[UUID]
) -> StaffRole:
    sites = [getattr(week, name) for name in WEEKDAY_NAMES] if week else []
    here = [n for n, site in enumerate(sites, 1) if site == school]
    away = [(n, site) for n, site in enumerate(sites, 1) if site and site != school]
    return StaffRole(
        id=membership.pk,
        name=membership.user.name,
        email=membership.user.email,
        role=membership.get_role_display(),
        everywhere=membership.school_id is None,
        year_groups=", ".join(membership.year_groups),
        weekdays=", ".join(WEEKDAYS[d] for d in sorted(membership.weekdays) or here),
        elsewhere=", ".join(f"{WEEKDAYS[n]} {site.name}" for n, site in away),
        is_at_several=membership.user_id in several,
        starts_on=membership.starts_on,
        ends_on=membership.ends_on,
    )


def invitations_to(school: School) -> list[Invitation]:
    """Open invitations that reach a school, the next to run out first."""
    return list(
        Invitation.objects.open(timezone.now())
        .filter(Q(school=school) | Q(school=None, federation=school.federation_id))
        .order_by("expires_at")
    )


def role_here(school: School, membership_id) -> Membership | None:
    """A role that reaches this school, for changing it."""
    return (
        Membership.objects.filter(
            Q(school=school) | Q(school=None, federation=school.federation_id), pk=membership_id
        )
        .select_related("user", "federation", "school")
        .first()
    )
