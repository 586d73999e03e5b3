"""The first check of a passport, and what follows: published, found true, looked through."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import User
from pupils.codes import PASSPORT_STEPS, PassportState
from pupils.models import Passport, PassportComment, PassportText, PassportVersion, Pupil, Strategy
from pupils.selectors.to_read import passport_mark
from pupils.services.passports.versions import keep_version
from pupils.services.passports.writing import passport_of
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.strategies import confirm_strategy


@transaction.atomic
def send_for_checking(*, pupil: Pupil, on: dt.date, by: User) -> Passport:
    """The writer hands a first version to the SENDCo or a phase leader."""
    passport = passport_of(lock_pupil(pupil))
    _require_words(passport)
    _step(passport, "sent")
    passport.sent_on, passport.sent_by = on, by
    passport.save()
    _record("sent", passport, by)
    return passport


@transaction.atomic
def send_back(
    *, pupil: Pupil, comments: Mapping[str, str], by: User, seen: str | None = None
) -> Passport:
    """The checker asks for changes: comments by part, "" for the whole; at least one.

    `seen` is the mark of what was read, where it was read apart from its page.
    """
    passport = passport_of(lock_pupil(pupil))
    _require_seen(passport, seen)
    said = {part: text.strip() for part, text in comments.items() if text.strip()}
    if not said:
        raise TransitionNotAllowed("Say what should be different, beside the part it is about.")
    _step(passport, "sent_back")
    passport.save()
    _settle_comments(passport)
    PassportComment.objects.bulk_create(
        PassportComment(
            school=passport.school,
            passport=passport,
            part=part,
            text=text,
            written_by=by,
            written_at=clock.moment(),
        )
        for part, text in said.items()
    )
    _record("sent_back", passport, by)
    return passport


@transaction.atomic
def publish_passport(*, pupil: Pupil, on: dt.date, by: User, seen: str | None = None) -> Passport:
    """The checker publishes: everybody who works with the child sees it from now on.

    `seen` is the mark of what was read, where it was read apart from its page.
    """
    passport = passport_of(lock_pupil(pupil))
    _require_seen(passport, seen)
    _require_words(passport)
    _step(passport, "published")
    passport.published_on, passport.published_by = on, by
    passport.confirmed_on, passport.confirmed_by = on, by
    passport.save()
    _settle_comments(passport)
    keep_version(passport, by)
    _record("published", passport, by)
    return passport


@transaction.atomic
def confirm_passport(*, pupil: Pupil, on: dt.date, by: User) -> Passport:
    """Somebody who writes it finds the passport's own texts still true."""
    passport = passport_of(lock_pupil(pupil))
    if passport.state != PassportState.PUBLISHED:
        raise TransitionNotAllowed("The passport has not been published yet.")
    if passport.confirmed_on is None or on >= passport.confirmed_on:
        passport.confirmed_on, passport.confirmed_by = on, by
        passport.save(update_fields=["confirmed_on", "confirmed_by"])
    record_change(Action.CONFIRM_PASSPORT, pupil=pupil, by=by, subject=passport)
    return passport


@transaction.atomic
def confirm_whole(*, pupil: Pupil, on: dt.date, by: User) -> Passport:
    """Somebody read every line that all may read, and finds the texts and what helps still true."""
    passport = confirm_passport(pupil=pupil, on=on, by=by)
    lines = Strategy.objects.filter(
        school_id=pupil.school_id, pupil=pupil, ended_on=None, sensitivity=Sensitivity.EVERYONE
    )
    for strategy in lines.order_by("pk"):
        strategy.pupil = pupil
        confirm_strategy(strategy=strategy, on=on, by=by)
    return passport


@transaction.atomic
def look_through(*, version: PassportVersion, by: User) -> PassportVersion:
    """The checker has looked through an edit that was drawn; a second look changes nothing."""
    lock_pupil(version.passport.pupil)
    version = lock(version)
    if version.seen_at is None:
        version.seen_by, version.seen_at = by, clock.moment()
        version.save(update_fields=["seen_by", "seen_at"])
        _record("looked_through", version.passport, by)
    return version


def _require_seen(passport: Passport, seen: str | None) -> None:
    if seen is not None and seen != passport_mark(passport):
        raise TransitionNotAllowed("The passport was changed after you opened it. Read it again.")


def _step(passport: Passport, step: str) -> None:
    starts, leads_to = PASSPORT_STEPS[step]
    if passport.state not in starts:
        now = PassportState(passport.state).label.lower()
        raise TransitionNotAllowed(f"This passport is {now}, so that is not the next step.")
    passport.state = leads_to


def _require_words(passport: Passport) -> None:
    mine = {"school_id": passport.school_id}
    has_texts = PassportText.objects.filter(passport=passport, **mine).exclude(text="").exists()
    has_strategies = Strategy.objects.filter(
        pupil_id=passport.pupil_id, ended_on=None, **mine
    ).exists()
    if not (has_texts or has_strategies):
        raise TransitionNotAllowed("There is nothing in this passport yet. Write a line first.")


def _settle_comments(passport: Passport) -> None:
    PassportComment.objects.filter(
        school_id=passport.school_id, passport=passport, settled_at=None
    ).update(settled_at=clock.moment())


def _record(step: str, passport: Passport, by: User) -> None:
    record_change(
        Action.CHECK_PASSPORT,
        pupil=passport.pupil,
        by=by,
        subject=passport,
        detail={"step": step},
    )
