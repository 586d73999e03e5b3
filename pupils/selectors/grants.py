"""Who can see a child, and why: by role, class, assignment, grant or emergency."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Reach, Role
from aylsham.models import Membership, School
from pupils.models import ClassAdult, EmergencyAccess, Pupil, PupilAdult, PupilGrant


@dataclass(frozen=True)
class Seer:
    """A person who can open the child's record, and for how long."""

    name: str
    why: str
    ends_on: dt.date | None = None
    closes_at: dt.datetime | None = None


@dataclass(frozen=True)
class GrantLine:
    """Access that somebody gave by hand."""

    id: UUID
    pupil_id: UUID
    child: str
    person: str
    reason: str
    given_by: str
    starts_on: dt.date
    ends_on: dt.date
    ended_at: dt.datetime | None
    is_live: bool
    is_to_come: bool


def who_can_see(pupil: Pupil, *, today: dt.date) -> list[Seer]:
    """Everybody with a reason, by name; five statements."""
    seers = [
        *_by_role(pupil, today),
        *_by_class(pupil, today),
        *_by_assignment(pupil, today),
        *_by_grant(pupil, today),
        *_by_emergency(pupil),
    ]
    return sorted(seers, key=lambda s: (s.name, s.why))


def grants_of(access: Access, pupil_id: UUID | None = None) -> list[GrantLine]:
    """Grants for the children in the asker's reach: those that hold first, then the latest."""
    rows = PupilGrant.objects.filter(
        school__in=access.schools, content_object__in=Pupil.objects.visible_to(access)
    ).select_related("content_object", "user", "granted_by")
    if pupil_id:
        rows = rows.filter(content_object=pupil_id)
    lines = [_grant_line(row, access.today) for row in rows.order_by("-starts_on", "-pk")[:500]]
    return sorted(lines, key=lambda g: not (g.is_live or g.is_to_come))


def grant_row(access: Access, pk: UUID) -> PupilGrant | None:
    """One grant for a child in reach, for a service."""
    return (
        PupilGrant.objects.filter(
            school__in=access.schools, content_object__in=Pupil.objects.visible_to(access), pk=pk
        )
        .select_related("user", "school")
        .first()
    )


def has_exception(access: Access, school: School) -> bool:
    """Whether a grant or an emergency opens any child of the school to the asker now."""
    emergencies = EmergencyAccess.objects.filter(
        school=school, user=access.user, closes_at__gt=timezone.now()
    )
    grants = PupilGrant.objects.filter(
        school=school,
        user=access.user,
        ended_at=None,
        starts_on__lte=access.today,
        ends_on__gte=access.today,
    )
    return emergencies.exists() or grants.exists()


def _by_role(pupil: Pupil, today: dt.date) -> list[Seer]:
    wide = [
        role
        for role, rule in ROLES.items()
        if rule.reach >= Reach.YEAR_GROUPS and Permission.VIEW_PUPILS in rule.permissions
    ]
    posts = (
        Membership.objects.live(today)
        .filter(Q(school=pupil.school) | Q(school=None, federation_id=pupil.school.federation_id))
        .filter(role__in=wide, user__is_active=True)
        .filter(
            ~Q(role__in=[r for r in wide if ROLES[r].reach == Reach.YEAR_GROUPS])
            | Q(year_groups=[])
            | Q(year_groups__contains=[pupil.year_group])
        )
        .select_related("user")
    )
    return [Seer(p.user.name, Role(p.role).label, p.ends_on) for p in posts]


def _live(rows, pupil: Pupil, today: dt.date):
    return rows.filter(
        Q(ends_on=None) | Q(ends_on__gte=today), school_id=pupil.school_id, starts_on__lte=today
    ).select_related("user")


def _by_class(pupil: Pupil, today: dt.date) -> list[Seer]:
    if pupil.class_group_id is None:
        return []
    rows = ClassAdult.objects.filter(class_group_id=pupil.class_group_id)
    rows = _live(rows, pupil, today).select_related("user", "class_group")
    return [
        Seer(r.user.name, f"Works with {r.class_group.name} ({Role(r.role).label})", r.ends_on)
        for r in rows
    ]


def _by_assignment(pupil: Pupil, today: dt.date) -> list[Seer]:
    rows = _live(PupilAdult.objects.filter(pupil=pupil), pupil, today)
    return [Seer(r.user.name, "Supports this child", r.ends_on) for r in rows]


def _by_grant(pupil: Pupil, today: dt.date) -> list[Seer]:
    rows = _live(PupilGrant.objects.filter(content_object=pupil, ended_at=None), pupil, today)
    return [Seer(r.user.name, f"Was given access: {r.reason}", r.ends_on) for r in rows]


def _by_emergency(pupil: Pupil) -> list[Seer]:
    rows = EmergencyAccess.objects.filter(
        school_id=pupil.school_id, pupil=pupil, closes_at__gt=timezone.now()
    ).select_related("user")
    return [Seer(r.user.name, "Emergency access", closes_at=r.closes_at) for r in rows]


def _grant_line(row: PupilGrant, today: dt.date) -> GrantLine:
    return GrantLine(
        id=row.pk,
        pupil_id=row.content_object_id,
        child=row.content_object.full_name,
        person=row.user.name,
        reason=row.reason,
        given_by=row.granted_by.name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        ended_at=row.ended_at,
        is_live=row.ended_at is None and row.starts_on <= today <= row.ends_on,
        is_to_come=row.ended_at is None and row.starts_on > today,
    )
