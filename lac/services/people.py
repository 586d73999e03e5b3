"""People who work for a child in care, and where the child lives: each from a day to a day."""

from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.models import User
from lac.codes import ONE_AT_A_TIME
from lac.models import CarePerson, CarePlacement
from lac.services.recording import (
    add,
    change,
    remove,
    require_apart,
    require_come,
    require_in_care,
    require_in_order,
)
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock_pupil, require_born

PERSON_FIELDS = ("role", "name", "organisation", "phone", "email", "starts_on", "ends_on")
PLACEMENT_FIELDS = (
    "kind",
    "contact",
    "with_whom",
    "home",
    "council_area",
    "is_out_of_area",
    "starts_on",
    "ends_on",
    "ended_why",
)


@transaction.atomic
def add_person(*, pupil: Pupil, by: User | None, key: UUID | None = None, **values: Any):
    """Somebody works for the child from a day on; a new social worker follows the one before."""
    pupil = lock_pupil(pupil)
    if known := added_before(CarePerson, pupil, key):
        return known
    row = CarePerson(school=pupil.school, pupil=pupil, **as_pk(key), **values)
    if row.role in ONE_AT_A_TIME and row.ends_on is None:
        _follow(_others(row).filter(role=row.role), row, pupil, by)
    return add(row, pupil, by, _person_is_good)


@transaction.atomic
def change_person(*, person: CarePerson, version: str, by: User | None, **values: Any):
    """Put a person right, or say on which day their time ended."""
    pupil = lock_pupil(person.pupil)
    return change(person, pupil, values=values, version=version, by=by, check=_person_is_good)


@transaction.atomic
def remove_person(*, person: CarePerson, by: User | None) -> None:
    """Take out somebody who was entered by mistake."""
    remove(person, lock_pupil(person.pupil), by)


@transaction.atomic
def add_placement(
    *, pupil: Pupil, by: User | None, key: UUID | None = None, moved_why: str = "", **values: Any
):
    """The child lives somewhere else from a day on; where the child lived before ends with it.

    `moved_why`: why the one before ended.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(CarePlacement, pupil, key):
        return known
    require_in_care(pupil)
    row = CarePlacement(school=pupil.school, pupil=pupil, **as_pk(key), **values)
    _follow(_others(row), row, pupil, by, ended_why=moved_why)
    return add(row, pupil, by, _placement_is_good)


@transaction.atomic
def change_placement(*, placement: CarePlacement, version: str, by: User | None, **values: Any):
    """Put a placement right, or say when and why it ended."""
    pupil = lock_pupil(placement.pupil)
    return change(placement, pupil, values=values, version=version, by=by, check=_placement_is_good)


@transaction.atomic
def remove_placement(*, placement: CarePlacement, by: User | None) -> None:
    """Take out a placement that was entered by mistake."""
    remove(placement, lock_pupil(placement.pupil), by)


def _others(row):
    rows = type(row).objects.filter(school_id=row.school_id, pupil_id=row.pupil_id)
    return rows.exclude(pk=row.pk)


def _follow(others, row, pupil: Pupil, by: User | None, **more: Any) -> None:
    """What is open and began before ends on the day before."""
    for before in others.filter(ends_on=None, starts_on__lt=row.starts_on):
        values = {"ends_on": row.starts_on - DAY, **more}
        change(before, pupil, values=values, version=None, by=by, check=lambda row: None)


def _person_is_good(row: CarePerson) -> None:
    require_born(row.pupil, row.starts_on)
    require_in_order(row)
    if row.role in ONE_AT_A_TIME:
        words = f"Another {row.get_role_display().lower()} is recorded"
        require_apart(row, _others(row).filter(role=row.role), words)


def _placement_is_good(row: CarePlacement) -> None:
    require_born(row.pupil, row.starts_on)
    require_come(row.starts_on, "The first day")
    require_in_order(row)
    if not (row.with_whom or row.contact_id):
        raise TransitionNotAllowed("Say with whom the child lives: a contact, or in words.")
    if row.ended_why and row.ends_on is None:
        raise TransitionNotAllowed("Say on which day it ended, or leave out why.")
    require_apart(row, _others(row), "A placement is recorded")
