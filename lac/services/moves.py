"""What is passed on about a child in care, and that the safeguarding file was sent and received."""

from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from lac.models import InformationShared, SafeguardingFile
from lac.services.recording import add, change, remove, require_come
from lac.watch_codes import SharedWhat
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock_pupil, require_born

SHARED_FIELDS = (
    "what",
    "words",
    "to_name",
    "to_role",
    "organisation",
    "authority",
    "authority_words",
    "shared_on",
    "how",
    "acknowledged_on",
)
FILE_FIELDS = (
    "to_school",
    "leaves_on",
    "term_starts_on",
    "sent_on",
    "received_on",
    "received_by",
)


@transaction.atomic
def share_information(
    *, pupil: Pupil, by: User | None, key: UUID | None = None, **values: Any
) -> InformationShared:
    """Something was passed on; until it is acknowledged it is due to be asked for."""
    pupil = lock_pupil(pupil)
    if known := added_before(InformationShared, pupil, key):
        return known
    row = InformationShared(school=pupil.school, pupil=pupil, **as_pk(key), **values)
    return add(row, pupil, by, _shared_is_good)


@transaction.atomic
def change_shared(
    *, shared: InformationShared, version: str, by: User | None, **values: Any
) -> InformationShared:
    """Put it right, or say on which day it was acknowledged."""
    pupil = lock_pupil(shared.pupil)
    return change(shared, pupil, values=values, version=version, by=by, check=_shared_is_good)


@transaction.atomic
def remove_shared(*, shared: InformationShared, by: User | None) -> None:
    """Take out what was entered by mistake."""
    remove(shared, lock_pupil(shared.pupil), by)


@transaction.atomic
def add_file(
    *, pupil: Pupil, by: User | None, key: UUID | None = None, **values: Any
) -> SafeguardingFile:
    """The child leaves: the safeguarding file goes to another school, and is not kept here.

    The record may have moved there already: the file is still owed.
    """
    pupil = lock_pupil(pupil, when_closed=True)
    if known := added_before(SafeguardingFile, pupil, key):
        return known
    row = SafeguardingFile(school=pupil.school, pupil=pupil, **as_pk(key), **values)
    return add(row, pupil, by, _file_is_good)


@transaction.atomic
def change_file(
    *, file: SafeguardingFile, version: str, by: User | None, **values: Any
) -> SafeguardingFile:
    """Say when the file was sent and received, or put it right."""
    pupil = lock_pupil(file.pupil, when_closed=True)
    return change(file, pupil, values=values, version=version, by=by, check=_file_is_good)


@transaction.atomic
def remove_file(*, file: SafeguardingFile, by: User | None) -> None:
    """Take out what was entered by mistake."""
    remove(file, lock_pupil(file.pupil), by)


def _shared_is_good(row: InformationShared) -> None:
    require_born(row.pupil, row.shared_on)
    require_come(row.shared_on)
    require_come(row.acknowledged_on)
    if not row.what or not set(row.what) <= set(SharedWhat.values):
        raise TransitionNotAllowed("Tick what was passed on.")
    if SharedWhat.OTHER in row.what and not row.words:
        raise TransitionNotAllowed("Say in words what else was passed on.")
    if row.acknowledged_on and row.acknowledged_on < row.shared_on:
        raise TransitionNotAllowed("It cannot be acknowledged before it was passed on.")


def _file_is_good(row: SafeguardingFile) -> None:
    require_come(row.sent_on)
    require_come(row.received_on)
    if bool(row.leaves_on) == bool(row.term_starts_on):
        raise TransitionNotAllowed("Give one day: the last day here, or the new term’s first day.")
    if bool(row.received_on) != bool(row.received_by):
        raise TransitionNotAllowed("Give both: who received it, and on which day.")
    if row.received_on and (row.sent_on is None or row.received_on < row.sent_on):
        raise TransitionNotAllowed("It is sent first, and received on that day or later.")
