"""Pages as most people open them: one school, seen as a whole, by a role and nothing else.

What such an asker sees is decided by the roles alone, so that a page's statements can be
compiled once for all who hold the same.
"""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from typing import cast
from uuid import UUID

from aylsham.access.current import Access, Post, SchoolAccess
from aylsham.access.roles import Reach, Role
from aylsham.models import School, User
from aylsham.statements import Statement

_kept: list = []


def usual_roles(access: Access) -> tuple[Role, ...] | None:
    """The asker's roles, sorted; None where more than them decides what the page shows."""
    if len(access.schools) != 1 or access.exceptional:
        return None
    at = access.by_school.get(access.schools[0].pk)
    is_usual = at is not None and at.reach == Reach.WHOLE_SCHOOL
    return tuple(sorted(access.roles)) if is_usual else None


def access_of(roles: tuple[Role, ...], school_id: UUID, today: dt.date) -> Access:
    """What somebody with these roles, and nothing else, has at a school."""
    posts = tuple(Post(school_id, role) for role in roles)
    school = School(pk=school_id)
    by_school = {school_id: SchoolAccess(posts, {})}
    return Access(User(), today, by_school, school=school, schools=[school])


def kept[F: Callable[..., Statement]](compiled: F) -> F:
    """Keep the statement that a function makes for each set of its arguments, roles above all."""
    found = lru_cache(maxsize=256)(compiled)
    _kept.append(found)
    return cast(F, found)


def forget() -> None:
    """Compile every kept statement anew: what it is made of has been changed, as tests do."""
    for found in _kept:
        found.cache_clear()
