"""Who works at a school, with which roles, until when."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from aylsham.models import Invitation, Membership, School

WEEKDAYS = ("", "Mon", "Tue", "Wed", "Thu", "Fri")


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
    starts_on: dt.date
    ends_on: dt.date | None


def people_at(school: School, *, today: dt.date) -> list[StaffRole]:
    """Roles that hold today or later at a school, those of the federation included, by name."""
    memberships = (
        Membership.objects.filter(
            Q(school=school) | Q(school=None, federation=school.federation_id)
        )
        .filter(Q(ends_on=None) | Q(ends_on__gte=today))
        .select_related("user")
        .order_by("user__name", "role")
    )
    return [_staff_role(m) for m in memberships]


def _staff_role(membership: Membership) -> StaffRole:
    return StaffRole(
        id=membership.pk,
        name=membership.user.name,
        email=membership.user.email,
        role=membership.get_role_display(),
        everywhere=membership.school_id is None,
        year_groups=", ".join(membership.year_groups),
        weekdays=", ".join(WEEKDAYS[d] for d in sorted(membership.weekdays)),
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
