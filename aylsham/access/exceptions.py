"""Permissions that come from a named child instead of a role: a grant, an emergency.

Asked only when the role does not suffice, so they cost nothing on other pages.
"""

from collections.abc import Callable

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School

#: What an exception can give: to see that child's record and its documents, nothing else.
EXCEPTIONAL = frozenset({Permission.VIEW_PUPILS, Permission.VIEW_NEEDS, Permission.VIEW_DOCUMENTS})

#: Whether the asker has a live exception for any child of the school.
Provider = Callable[[Access, School], bool]
_providers: list[Provider] = []


def register_exceptions(provider: Provider) -> None:
    """Ask this floor too, when a role does not suffice."""
    if provider not in _providers:
        _providers.append(provider)


def can_by_exception(access: Access, permission: Permission) -> bool:
    """Whether a grant or an emergency opens a page that the role does not."""
    if permission not in EXCEPTIONAL:
        return False
    for school in access.schools:
        if any(provider(access, school) for provider in _providers):
            access.exceptional[school.pk] = EXCEPTIONAL
    return access.can(permission)
