"""Reading a passport: confirmed once for a version, asked for again when a change must be read."""

import datetime as dt
from uuid import UUID

from django.db import IntegrityError, transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.codes import PassportState, ReadSubject
from pupils.models import Passport, PassportVersion, Pupil, ReadReceipt
from pupils.rules.passports import reading_mark
from pupils.selectors.readers import to_confirm
from pupils.services.passports.writing import passport_of
from pupils.services.recording import lock_pupil

CHANGED_MEANWHILE = (
    "This passport was changed after you opened it. What stands here is how it is now: "
    "read it, then confirm."
)


@transaction.atomic
def confirm_passport_read(*, pupil: Pupil, shown: str, by: User) -> None:
    """The person has read what their page showed (its `reading_mark`), if that is the newest.

    Lines that they were named for meanwhile are confirmed with it. Saying so twice changes nothing.
    """
    passport = passport_of(lock_pupil(pupil))
    newest = _newest(passport)
    mine = to_confirm(by, clock.today()).filter(school=passport.school, pupil=passport.pupil)
    by_name = sorted(mine.values_list("pk", flat=True))
    if shown != reading_mark(newest.number, newest.written_at, by_name):
        raise TransitionNotAllowed(CHANGED_MEANWHILE)
    subjects = [(ReadSubject.PASSPORT, passport.pk), *((ReadSubject.LINE, pk) for pk in by_name)]
    new = [_confirm(passport, subject, pk, newest.number, by) for subject, pk in subjects]
    if any(new):
        detail = {"version": newest.number, "lines_by_name": len(by_name)}
        _record(Action.CONFIRM_READ, passport, by, detail)


def _confirm(passport: Passport, subject: ReadSubject, pk: UUID, version: int, by: User) -> bool:
    """Keep a receipt; False if it was there."""
    try:
        with transaction.atomic():
            ReadReceipt.objects.create(
                school=passport.school,
                pupil=passport.pupil,
                user=by,
                subject=subject,
                subject_id=pk,
                version=version,
            )
    except IntegrityError:
        return False
    return True


@transaction.atomic
def ask_to_read_again(*, pupil: Pupil, on: dt.date, by: User) -> None:
    """What was changed must be read: everybody but its writer is asked for the version of now."""
    passport = passport_of(lock_pupil(pupil))
    passport.must_read_from = _newest(passport).number
    passport.save(update_fields=["must_read_from"])
    detail = {"step": "must_read", "version": passport.must_read_from, "on": on.isoformat()}
    _record(Action.CHECK_PASSPORT, passport, by, detail)


@transaction.atomic
def announce_change(*, pupil: Pupil, on: dt.date, by: User) -> bool:
    """A published passport was changed from a file: all read it again, and the checker looks.

    False for a passport that nobody else sees yet.
    """
    passport = passport_of(lock_pupil(pupil))
    if passport.state != PassportState.PUBLISHED:
        return False
    PassportVersion.objects.filter(
        school=passport.school, passport=passport, pk=_newest(passport).pk, seen_at=None
    ).update(is_sampled=True)
    ask_to_read_again(pupil=pupil, on=on, by=by)
    return True


def _newest(passport: Passport) -> PassportVersion:
    if passport.state != PassportState.PUBLISHED:
        raise TransitionNotAllowed("The passport has not been published yet.")
    rows = PassportVersion.objects.filter(school=passport.school, passport=passport)
    return rows.order_by("-number")[0]


def _record(action: Action, passport: Passport, by: User, detail: dict) -> None:
    record_event(
        action,
        school=passport.school,
        by=by,
        pupil_ids=[passport.pupil_id],
        subject=passport,
        detail=detail,
    )
