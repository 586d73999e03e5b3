"""Whom provision shows, and to whom."""

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Reach
from aylsham.models import School


def sees_children(access: Access, school: School) -> bool:
    """Whether the asker's role there shows every child with its needs."""
    at = access.by_school.get(school.pk)
    may = Permission.VIEW_NEEDS in access.permissions_at(school)
    return may and at is not None and at.reach == Reach.WHOLE_SCHOOL
