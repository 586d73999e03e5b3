"""Who is asking, at which schools, and what they may do there."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Reach, Role
from aylsham.models import Membership, School, User
from aylsham.statements import Statement


@dataclass(frozen=True)
class Post:
    """A live role of a person at one school."""

    membership_id: UUID
    role: Role
    year_groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class SchoolAccess:
    """What a person may do at one school, all their roles there together."""

    posts: tuple[Post, ...]
    #: The school's columns as they were read with the roles.
    row: dict[str, Any]

    @property
    def slug(self) -> str:
        return self.row["slug"]

    @property
    def name(self) -> str:
        return self.row["name"]

    @cached_property
    def school(self) -> School:
        """Made when a page asks: in a trust there are a hundred, and most pages want one."""
        return School.from_db("default", list(self.row), list(self.row.values()))

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        return frozenset().union(*(ROLES[p.role].permissions for p in self.posts))

    @cached_property
    def reach(self) -> Reach:
        return max(ROLES[p.role].reach for p in self.posts)

    @cached_property
    def year_groups(self) -> frozenset[str]:
        """Year groups that roles with that reach lead; empty means all of the school."""
        led = [p.year_groups for p in self.posts if ROLES[p.role].reach == Reach.YEAR_GROUPS]
        return frozenset() if not all(led) else frozenset().union(*led)

    @cached_property
    def needs_second_factor(self) -> bool:
        return any(ROLES[p.role].needs_second_factor for p in self.posts)


@dataclass
class Access:
    """What the asker may do on this page: one school's page, or one over several schools."""

    user: User
    today: dt.date
    by_school: dict[UUID, SchoolAccess]
    #: The school of the page; None on a page over several schools.
    school: School | None = None
    #: The schools whose rows this page may show.
    schools: list[School] = field(default_factory=list)
    #: What a grant or an emergency adds to the roles, once it has been asked for.
    exceptional: dict[UUID, frozenset[Permission]] = field(default_factory=dict)
    #: The moment of asking: an emergency ends by the clock, not by the day.
    now: dt.datetime = field(default_factory=timezone.now)

    @property
    def all_schools(self) -> list[School]:
        """Every school the person belongs to, by name."""
        return sorted((a.school for a in self.by_school.values()), key=lambda s: s.name)

    def can(self, permission: Permission, school: School | None = None) -> bool:
        """Whether the person may do this at `school`, or else at any school of the page."""
        schools = [school] if school else self.schools
        return any(permission in self.permissions_at(s) for s in schools)

    def permissions_at(self, school: School) -> frozenset[Permission]:
        at = self.by_school.get(school.pk)
        by_role = at.permissions if at else frozenset()
        more = self.exceptional.get(school.pk)
        return by_role | more if more else by_role

    def schools_with(self, permission: Permission) -> list[School]:
        """The person's schools at which they may do this, by name."""
        return [s for s in self.all_schools if permission in self.permissions_at(s)]

    @property
    def reaches_children(self) -> bool:
        """Whether a role at the school of this page opens any child's record."""
        at = self.by_school.get(self.school.pk) if self.school else None
        return at is not None and at.reach > Reach.NOBODY

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Roles held at the schools of this page."""
        ids = {s.pk for s in self.schools}
        return frozenset(p.role for k, a in self.by_school.items() if k in ids for p in a.posts)

    @property
    def role_names(self) -> list[str]:
        return [role.label for role in Role if role in self.roles]

    @property
    def needs_second_factor(self) -> bool:
        return any(a.needs_second_factor for a in self.by_school.values())


def posts_of(user: User, *, today: dt.date) -> dict[UUID, SchoolAccess]:
    """The person's live roles by school; asked for in one statement, unless they came along."""
    known = getattr(user, "_posts", None)
    if known:
        del user._posts  # for this once: what is asked for later is to be as it is then
    if known and known[0] == today:
        return known[1]
    return _by_school(_MEMBERSHIPS.rows(user=user.pk, today=today))


def user_with_posts(user_id: UUID, *, today: dt.date) -> User | None:
    """A person together with their roles, in one statement; None for somebody without any."""
    rows = _MEMBERSHIPS.rows(user=user_id, today=today)
    if not rows:
        return None
    user = User.from_db("default", _USER_FIELDS, rows[0][-len(_USER_FIELDS) :])
    user._posts = (today, _by_school(rows))
    return user


def _by_school(memberships: list[tuple]) -> dict[UUID, SchoolAccess]:
    rows: dict[UUID, dict[str, Any]] = {}
    posts: dict[UUID, list[Post]] = {}
    for pk, role, year_groups, *columns in memberships:
        row = dict(zip(_SCHOOL_FIELDS, columns, strict=False))  # the person's own follow
        rows[row["id"]] = row
        posts.setdefault(row["id"], []).append(Post(pk, Role(role), tuple(year_groups)))
    return {key: SchoolAccess(tuple(posts[key]), row) for key, row in rows.items()}


#: The columns of a school and of a person as every request reads them, with the roles.
_SCHOOL_FIELDS = [field.attname for field in School._meta.concrete_fields]
_USER_FIELDS = [field.attname for field in User._meta.concrete_fields]


def _memberships(user: UUID, today: dt.date) -> QuerySet:
    columns = [f"federation__schools__{name}" for name in _SCHOOL_FIELDS]
    person = [f"user__{name}" for name in _USER_FIELDS]
    return (
        Membership.objects.live(today)
        .filter(user=user)
        .filter(Q(school=None) | Q(school=F("federation__schools")))
        .values_list("pk", "role", "year_groups", *columns, *person)
    )


_MEMBERSHIPS = Statement(_memberships, user=UUID, today=dt.date)
