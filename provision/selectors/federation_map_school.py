"""The children of one school, opened on the provision map of several."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from aylsham.access.current import Access
from aylsham.models import School
from provision.access import sees_children
from provision.selectors.provision_map import ProvisionMap, provision_map


@dataclass(frozen=True)
class OpenedSchool:
    """A school of the map with its children and what each has; confidential provision left out."""

    school: School
    map: ProvisionMap


def schools_with_children(access: Access) -> list[School]:
    """The page's schools whose children the asker sees, by name."""
    found = (school for school in access.schools if sees_children(access, school))
    return sorted(found, key=lambda school: school.name)


def opened_school(
    access: Access, schools: Iterable[School], slug: str, year: int
) -> OpenedSchool | None:
    """The map of the one of these schools with that slug; None if it is none of them."""
    school = next((each for each in schools if each.slug == slug), None)
    if school is None:
        return None
    there = replace(access, school=school, schools=[school])
    return OpenedSchool(school, provision_map(there, year, goes_out=True))
