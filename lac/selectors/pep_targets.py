"""Targets of a child that a plan may hold."""

from django.db.models import Q

from aylsham.access.current import Access
from lac.models import PepTarget
from provision.models import Target
from pupils.models import Pupil


def targets_to_choose(access: Access, pupil: Pupil, rows: list[PepTarget]) -> list[Target]:
    """Open targets, and those that the plan holds already, as far as the asker may read them."""
    mine = Target.objects.filter(school_id=pupil.school_id, pupil=pupil).readable_by(access)
    held = [row.target_id for row in rows]
    return list(mine.filter(Q(ended_on=None) | Q(pk__in=held)).order_by("starts_on", "pk"))
