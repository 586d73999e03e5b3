"""Who may know what of a child's care: the one place that says so.

A role says whether somebody reads the whole or only that it is so; a `CareView` that the designated
teacher gave lets a colleague know the little that a teacher needs. Everybody else knows nothing.
"""

from enum import IntEnum

from django.apps import apps

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School


class Knows(IntEnum):
    """How much of a child's care somebody may know; more includes less."""

    NOTHING = 0
    #: That the child is or was in care, the day of the next PEP, what to write for it.
    MINIMAL = 1
    #: Which of the two, since when, and what is due.
    STATUS = 2
    #: Everything: legal status, people, placements, who decides, reviews.
    WHOLE = 3


def known_by_role(access: Access, school: School) -> Knows:
    """What a person's roles at a school let them know of every child in their reach."""
    may = access.permissions_at(school)
    if Permission.READ_CARE in may and Permission.VIEW_CARE in may:
        return Knows.WHOLE
    return Knows.STATUS if Permission.VIEW_CARE in may else Knows.NOTHING


def knows_of_care(access: Access, pupil, *, was_told: bool | None = None) -> Knows:
    """What the asker may know of the care of a child whose record they may open.

    `was_told`: whether a view of theirs holds; asked for where the caller does not know it.
    """
    by_role = known_by_role(access, pupil.school)
    if by_role:
        return by_role
    if was_told is None:
        was_told = views_of(access).filter(pupil_id=pupil.pk).exists()
    return Knows.MINIMAL if was_told else Knows.NOTHING


def views_of(access: Access):
    """The views that the asker was given and that hold today, at the schools of the page."""
    views = apps.get_model("lac", "CareView").objects.live(access.today)
    return views.filter(school__in=access.schools, user=access.user)


def sees_protection(access: Access, school: School) -> bool:
    """Whether the asker may know that there is a child protection plan."""
    return Permission.VIEW_CHILD_PROTECTION in access.permissions_at(school)
