"""Social work with a child who is not looked after, and reviews of the care plan."""

from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from lac.codes import CareKind
from lac.models import CarePeriod, CareReview, SocialWorkPeriod
from lac.services.recording import (
    add,
    change,
    remove,
    require_apart,
    require_come,
    require_in_order,
)
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock_pupil, require_born

SOCIAL_WORK_FIELDS = ("kind", "council", "starts_on", "ends_on")
REVIEW_FIELDS = ("held_on", "decisions")


@transaction.atomic
def add_social_work(*, pupil: Pupil, by: User | None, key: UUID | None = None, **values: Any):
    """The child has a social worker, or lives with kin, from a day on."""
    pupil = lock_pupil(pupil)
    if known := added_before(SocialWorkPeriod, pupil, key):
        return known
    row = SocialWorkPeriod(school=pupil.school, pupil=pupil, **as_pk(key), **values)
    return add(row, pupil, by, _is_good)


@transaction.atomic
def change_social_work(*, period: SocialWorkPeriod, version: str, by: User | None, **values: Any):
    """Put it right, or say on which day it ended."""
    pupil = lock_pupil(period.pupil)
    return change(period, pupil, values=values, version=version, by=by, check=_is_good)


@transaction.atomic
def remove_social_work(*, period: SocialWorkPeriod, by: User | None) -> None:
    """Take out what was entered by mistake."""
    remove(period, lock_pupil(period.pupil), by)


@transaction.atomic
def record_review(
    *, period: CarePeriod, by: User | None, key: UUID | None = None, **values: Any
) -> CareReview:
    """The council held a review of the care plan: the next one is due from its day on."""
    pupil = lock_pupil(period.pupil)
    rows = CareReview.objects.filter(school_id=pupil.school_id, period=period)
    if key and (known := rows.filter(pk=key).first()):
        return known
    row = CareReview(school=pupil.school, period=period, **as_pk(key), **values)
    return add(row, pupil, by, _review_is_good)


@transaction.atomic
def change_review(*, review: CareReview, version: str, by: User | None, **values: Any):
    """Put the day or the words of a review right."""
    pupil = lock_pupil(review.period.pupil)
    return change(review, pupil, values=values, version=version, by=by, check=_review_is_good)


@transaction.atomic
def remove_review(*, review: CareReview, by: User | None) -> None:
    """Take out a review that was entered by mistake."""
    remove(review, lock_pupil(review.period.pupil), by)


def _is_good(row: SocialWorkPeriod) -> None:
    require_born(row.pupil, row.starts_on)
    require_come(row.starts_on, "The first day")
    require_in_order(row)
    others = SocialWorkPeriod.objects.filter(
        school_id=row.school_id, pupil_id=row.pupil_id, kind=row.kind
    )
    require_apart(row, others.exclude(pk=row.pk), "This is recorded")


def _review_is_good(row: CareReview) -> None:
    period = row.period
    require_come(row.held_on)
    if period.kind != CareKind.LOOKED_AFTER:
        raise TransitionNotAllowed("Only a child who is looked after has such reviews.")
    if period.starts_on and row.held_on < period.starts_on:
        raise TransitionNotAllowed("That is before the child came into care.")
    if period.ends_on and row.held_on > period.ends_on:
        raise TransitionNotAllowed("That is after the child left care.")
    same = CareReview.objects.filter(
        school_id=row.school_id, period_id=row.period_id, held_on=row.held_on
    )
    if same.exclude(pk=row.pk).exists():
        raise TransitionNotAllowed("A review of that day is recorded already.")
