"""A reader who may less than the asker: for papers in which some things stand apart."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School, User

#: Nobody's key: what only its own author reads is not read.
NOBODY = UUID(int=0)


@dataclass
class Narrowed(Access):
    """The asker's roles without some permissions, and without what they wrote themselves."""

    without: frozenset[Permission] = frozenset()

    def permissions_at(self, school: School) -> frozenset[Permission]:
        return super().permissions_at(school) - self.without


def narrowed(access: Access, without: Collection[Permission]) -> Narrowed:
    """What somebody with the asker's roles reads, these permissions left aside."""
    held = {each.name: getattr(access, each.name) for each in fields(Access)}
    return Narrowed(**held | {"user": User(pk=NOBODY)}, without=frozenset(without))
