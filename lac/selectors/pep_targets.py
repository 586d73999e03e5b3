"""Targets of a child that a plan may hold."""

from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import rows_as
from aylsham.statements import among
from lac.models import PepTarget
from provision.models import Target
from pupils.models import Pupil


def targets_to_choose(access: Access, pupil: Pupil, rows: list[PepTarget]) -> list[Target]:
    """Open targets, and those that the plan holds already, as far as the asker may read them."""
    held = [row.target_id for row in rows]
    [found] = rows_as(_open_or_held, access, pupil=pupil.pk, held=held)
    return found


def _open_or_held(access: Access, pupil: UUID, held: list[UUID]) -> list[QuerySet]:
    mine = Target.objects.filter(school=access.school, pupil_id=pupil).readable_by(access)
    return [mine.filter(Q(ended_on=None) | Q(among("id", held))).order_by("starts_on", "pk")]
