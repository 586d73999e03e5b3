"""Telling the safeguarding lead: handed over, sealed, entered in their own system, given back."""

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import models, transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.mail.services import queue_mail
from aylsham.models import School, User
from pupils.handed_texts import HandedText
from pupils.models import HandOver, Pupil, SafeguardingLead
from pupils.selectors.safeguarding import WhoIsTold, who_is_told
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.sealing import seal_words, unseal_words, words_with

MAIL = "handed_over"
LEAD_FIELDS = ("lead", "deputy", "away_from", "away_until")
NOBODY = (
    "Nobody at this school is named as safeguarding lead here. Go to the head teacher now, in "
    "person. Nothing was handed over."
)


@transaction.atomic
def hand_over(*, pupil: Pupil, words: str, key: UUID, by: User) -> HandOver:
    """Tell the safeguarding lead something about a child; it is kept nowhere else.

    `key` comes with the form: pressing twice tells once.
    """
    pupil = lock_pupil(pupil)
    known = HandOver.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=key).first()
    return known or _told(pupil, words, by, pk=key)


@transaction.atomic
def hand_over_text(
    *,
    pupil: Pupil,
    kind: HandedText,
    row: models.Model,
    seal: bool,
    by: User,
    more: str = "",
    fields: Collection[str] = (),
) -> HandOver:
    """Hand over words that stand on the record; `seal` takes them out of it at once.

    `fields` are those of the row whose words go; the others stay. None: all of them.
    """
    pupil = lock_pupil(pupil)
    row, kind = lock(row), kind.only(fields)
    written = kind.words_of(row)
    if not written:
        raise TransitionNotAllowed("There are no words here to hand over.")
    told: dict[str, Any] = {"source": kind.key, "source_id": row.pk}
    rows = HandOver.objects.filter(school_id=pupil.school_id, source_id=row.pk)
    if any(all(words in known.words for words in written) for known in rows.open()):
        raise TransitionNotAllowed("The safeguarding lead has these words already.")
    if seal and kind.stays:
        raise TransitionNotAllowed(f"These words stay on the record. {kind.stays}")
    if seal:
        written += words_with(kind, row)
        told |= {"is_sealed": True, "sealed_values": seal_words(kind, row, pupil=pupil, by=by)}
    return _told(pupil, "\n\n".join(filter(None, [*written, more])), by, **told)


@transaction.atomic
def see_hand_over(*, hand_over: HandOver, by: User) -> HandOver:
    """The lead has read it; pressing twice changes nothing."""
    pupil = lock_pupil(hand_over.pupil)
    row = lock(hand_over)
    if row.seen_at:
        return row
    _require_open(row)
    _see(row, by)
    row.save(update_fields=["seen_at", "seen_by"])
    _record(row, pupil, by, "seen")
    return row


@transaction.atomic
def enter_hand_over(*, hand_over: HandOver, on: dt.date, number: str, by: User) -> HandOver:
    """It is in the school's safeguarding system: the words are kept there and no longer here."""
    pupil = lock_pupil(hand_over.pupil)
    row = lock(hand_over)
    _require_open(row)
    if on < row.told_on:
        raise TransitionNotAllowed("It cannot have been entered before it was handed over.")
    row.entered_on, row.entered_by, row.entered_number = on, by, number
    _forget_words(row, by)
    _record(row, pupil, by, "entered")
    return row


@transaction.atomic
def give_back_hand_over(*, hand_over: HandOver, by: User) -> HandOver:
    """It is no matter of safeguarding: what was sealed stands on the record again."""
    pupil = lock_pupil(hand_over.pupil)
    row = lock(hand_over)
    _require_open(row)
    if row.is_sealed:
        unseal_words(row.sealed_values, school_id=row.school_id)
    row.returned_on, row.returned_by, row.is_sealed = clock.today(), by, False
    _forget_words(row, by)
    _record(row, pupil, by, "given back")
    return row


@transaction.atomic
def name_safeguarding_lead(
    *,
    school: School,
    lead: User,
    deputy: User | None,
    away_from: dt.date | None,
    away_until: dt.date | None,
    version: str,
    by: User,
) -> SafeguardingLead:
    """Say who is told at a school, who stands in, and when the lead is away."""
    row = SafeguardingLead.objects.select_for_update(of=("self",)).filter(school=school).first()
    if row:
        require_version(row, LEAD_FIELDS, version)
    if lead == deputy:
        raise TransitionNotAllowed("The deputy is somebody else than the lead.")
    if (away_from is None) != (away_until is None) or (away_from and away_until < away_from):
        raise TransitionNotAllowed("Give the first and the last day on which the lead is away.")
    row = row or SafeguardingLead(school=school)
    row.lead, row.deputy = lead, deputy
    row.away_from, row.away_until = away_from, away_until
    row.save()
    record_event(Action.NAME_SAFEGUARDING_LEAD, school=school, by=by, subject=row)
    return row


def _told(pupil: Pupil, words: str, by: User, **more: Any) -> HandOver:
    people = who_is_told(pupil.school, clock.today())
    if not people.people:
        raise TransitionNotAllowed(NOBODY)
    row = HandOver.objects.create(
        school=pupil.school,
        pupil=pupil,
        words=words,
        told_by=by,
        told_at=clock.moment(),
        told_on=clock.today(),
        **more,
    )
    record_change(
        Action.HAND_OVER, pupil=pupil, by=by, subject=row, detail={"sealed": row.is_sealed}
    )
    _send(people, row, by)
    return row


def _send(people: WhoIsTold, row: HandOver, by: User) -> None:
    """An e-mail that says that something came, and nothing about whom or what."""
    for person in people.people:
        context = {"school": str(row.school_id), "hand_over": str(row.pk)}
        queue_mail(MAIL, to=person, context=context, schools=[row.school], by=by)


def _see(row: HandOver, by: User) -> None:
    if row.seen_at is None:
        row.seen_at, row.seen_by = clock.moment(), by


def _forget_words(row: HandOver, by: User) -> None:
    _see(row, by)
    row.words, row.sealed_values = "", {}
    row.save()


def _require_open(row: HandOver) -> None:
    if not row.is_open:
        raise TransitionNotAllowed("Somebody has dealt with this already.")


def _record(row: HandOver, pupil: Pupil, by: User, step: str) -> None:
    record_change(Action.SETTLE_HAND_OVER, pupil=pupil, by=by, subject=row, detail={"step": step})
