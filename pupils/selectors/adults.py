"""Adults of a school who can be given a class or a child."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.roles import ROLES, Reach, Role
from aylsham.models import Membership, School, User

#: Roles that work with children of their own class or group.
WITH_CHILDREN = frozenset(
    role for role, rule in ROLES.items() if Reach.NOBODY < rule.reach < Reach.WHOLE_SCHOOL
)
#: Roles that work with children, or answer for those who do.
NEAR_CHILDREN = frozenset(role for role, rule in ROLES.items() if rule.reach > Reach.NOBODY)


@dataclass(frozen=True)
class Adult:
    """A person in one of their roles at the school."""

    user: User
    role: str


def works_at(user_id: UUID, school: School, *, today: dt.date) -> bool:
    """Whether a person has any post at the school now."""
    posts = Membership.objects.live(today).filter(user=user_id, user__is_active=True)
    at_school = Q(school=school) | Q(school=None, federation_id=school.federation_id)
    return posts.filter(at_school).exists()


def adults_at(school: School, *, today: dt.date, roles=WITH_CHILDREN) -> list[Adult]:
    """The people with one of these roles at the school now, by name."""
    return [Adult(post.user, post.role) for post in posts_at(school, today=today, roles=roles)]


def posts_at(school: School, *, today: dt.date, roles=WITH_CHILDREN) -> QuerySet[Membership]:
    """The posts with one of these roles at the school now, by the person's name."""
    return (
        Membership.objects.live(today)
        .filter(Q(school=school) | Q(school=None, federation_id=school.federation_id))
        .filter(role__in=roles, user__is_active=True)
        .select_related("user")
        .order_by("user__name", "role")
    )


def names_of(school: School, *roles: Role, today: dt.date) -> str:
    """Who holds these roles, for "ask …": names joined by commas."""
    found = adults_at(school, today=today, roles=roles)
    return ", ".join(dict.fromkeys(adult.user.name for adult in found))
