"""Targets as "my aims" on the passport."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from aylsham import clock
from aylsham.models import School
from provision.models import CycleTarget, Target
from pupils.handed_texts import SEALED
from pupils.live_aims import register_aims


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_aims("targets", aims)


def aims(school: School, pupil_ids: Collection[UUID], levels: Collection[int]) -> QuerySet:
    """(child's id, words) of open targets of checked plans that stand on the passport."""
    checked = CycleTarget.objects.filter(
        school_id=OuterRef("school_id"), target=OuterRef("pk"), cycle__checked_at__isnull=False
    )
    rows = Target.objects.open().filter(
        Exists(checked),
        school=school,
        pupil__in=list(pupil_ids),
        sensitivity__in=levels,
        is_on_passport=True,
        starts_on__lte=clock.today(),
    )
    shown = rows.exclude(text__contains=SEALED).order_by("pupil", "starts_on", "pk")
    return shown.values_list("pupil_id", "text")
