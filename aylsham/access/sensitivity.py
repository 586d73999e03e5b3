"""Which permission opens which sensitivity of text: asked by every selector that reads text."""

from collections.abc import Collection

from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity

#: What a reader needs for each level, besides all that the levels below it need.
OPENED_BY: dict[Sensitivity, Permission] = {
    Sensitivity.EVERYONE: Permission.VIEW_NEEDS,
    Sensitivity.SENSITIVE: Permission.VIEW_SENSITIVE,
    Sensitivity.SAFEGUARDING: Permission.VIEW_CHILD_PROTECTION,
}


def readable(permissions: Collection[Permission]) -> tuple[Sensitivity, ...]:
    """The levels of text that these permissions open, the lowest first; none without VIEW_NEEDS."""
    found: list[Sensitivity] = []
    for level in Sensitivity:
        if OPENED_BY[level] not in permissions:
            break
        found.append(level)
    return tuple(found)


def sensitivity_choices(permissions: Collection[Permission]) -> list[tuple[int, str]]:
    """What a writer may choose: nobody writes what they could not read again."""
    return [(level.value, str(level.label)) for level in readable(permissions)]
