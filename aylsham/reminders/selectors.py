"""Who may get reminders of what."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES
from aylsham.models import HolidayCover, School, User


def people_who_see_what_is_due(schools: Iterable[School], *, today: dt.date) -> QuerySet[User]:
    """Everybody who may see what is due at one of these schools, by name."""
    schools = list(schools)
    roles = [role for role, rule in ROLES.items() if Permission.VIEW_DUE in rule.permissions]
    here = Q(memberships__school__in=schools) | Q(
        memberships__school=None,
        memberships__federation__in={school.federation_id for school in schools},
    )
    live = Q(memberships__starts_on__lte=today) & (
        Q(memberships__ends_on=None) | Q(memberships__ends_on__gte=today)
    )
    return (
        User.objects.filter(here & live & Q(memberships__role__in=roles), is_active=True)
        .order_by("name")
        .distinct()
    )


def cover_of(school: School) -> User | None:
    """Who was named to cover a school's holidays; None: the SENDCo."""
    cover = HolidayCover.objects.filter(school=school).select_related("user").first()
    return cover.user if cover else None
