"""A document on the wrong child: moved or sealed at once, with a note in the breach register."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from pupils.codes import BreachRisk, FamiliesTold
from pupils.copies import forget_copies
from pupils.models import Breach, Document, Pupil
from pupils.selectors.openings import who_opened
from pupils.services.advice import move_advice
from pupils.services.documents.filing import record, require_on_record
from pupils.services.recording import lock, lock_pupil
from pupils.services.requests.items import take_out_of_requests


@dataclass(frozen=True)
class BreachNote:
    """What the SENDCo writes down when a document lay on the wrong child."""

    happened: str
    action: str
    found_at: dt.datetime


@transaction.atomic
def move_document(*, document: Document, to: Pupil, note: BreachNote, by: User) -> Breach:
    """Put a document on the child whom it is about, with all its versions."""
    if to.school_id != document.school_id:
        raise TransitionNotAllowed(
            "A document stays in its school. Seal it here, and have it filed at the other school."
        )
    wrong, right = _lock_both(document.pupil, to)
    if wrong.set_apart_on or right.set_apart_on:
        # The breach would name both: after an adoption nothing says which record is the new one.
        raise TransitionNotAllowed("A paper of a record that was set apart stays there.")
    document = require_on_record(lock(document))
    if wrong == right:
        raise TransitionNotAllowed("This document is on that child's record already.")
    breach = _breach(document, note, by, about=right)
    document.pupil = right
    document.save(update_fields=["pupil"])
    move_advice(document=document, by=by)
    take_out_of_requests(school_id=document.school_id, source_id=document.pk)
    forget_copies(wrong)
    record(Action.MOVE_DOCUMENT, document, by, {"breach": str(breach.pk)}, wrong)
    return breach


@transaction.atomic
def seal_document(*, document: Document, note: BreachNote, by: User) -> Breach:
    """Close a document to everybody but those who may seal, until somebody has sorted it out."""
    lock_pupil(document.pupil)
    document = require_on_record(lock(document))
    document.sealed_at, document.sealed_by = timezone.now(), by
    document.seal_reason = note.happened[:200]
    document.save(update_fields=["sealed_at", "sealed_by", "seal_reason"])
    take_out_of_requests(school_id=document.school_id, source_id=document.pk)
    forget_copies(document.pupil)
    breach = _breach(document, note, by, about=None)
    record(Action.SEAL_DOCUMENT, document, by, {"breach": str(breach.pk)})
    return breach


@transaction.atomic
def unseal_document(*, document: Document, by: User) -> Document:
    """Open a sealed document again on the record where it lies."""
    lock_pupil(document.pupil)
    document = lock(document)
    if document.sealed_at is None:
        raise TransitionNotAllowed("This document is not sealed.")
    document.sealed_at, document.sealed_by, document.seal_reason = None, None, ""
    document.save(update_fields=["sealed_at", "sealed_by", "seal_reason"])
    record(Action.UNSEAL_DOCUMENT, document, by)
    return document


@transaction.atomic
def write_down_breach(
    *, school: School, pupil: Pupil | None, note: BreachNote, key: UUID, by: User
) -> Breach:
    """A breach without a misfiled document: a lost bag, a letter to the wrong address.

    `key` comes with the form: pressing twice is one breach.
    """
    known = Breach.objects.filter(school=school, pk=key).first()
    if known:
        return known
    breach = Breach.objects.create(
        pk=key,
        school=school,
        pupil=pupil,
        happened=note.happened,
        action=note.action,
        found_at=note.found_at,
        recorded_at=timezone.now(),
        recorded_by=by,
        owner=by,
    )
    _record_breach(breach, by, "opened")
    return breach


@transaction.atomic
def decide_breach(
    *,
    breach: Breach,
    action: str,
    risk: str,
    risk_reason: str,
    reported_at: dt.datetime | None,
    is_closed: bool,
    by: User,
    families: str = FamiliesTold.OPEN,
    families_reason: str = "",
    families_on: dt.date | None = None,
) -> Breach:
    """Write down what was done, and whether the ICO and the families were told or why not."""
    breach = lock(breach)
    if breach.closed_at:
        raise TransitionNotAllowed("This breach is closed. The register keeps it as it is.")
    if risk == BreachRisk.OPEN and is_closed:
        raise TransitionNotAllowed("Decide first whether the ICO is told, then close it.")
    if reported_at and reported_at < breach.found_at:
        raise TransitionNotAllowed("The ICO cannot have been told before the breach was found.")
    breach.action, breach.risk, breach.risk_reason = action, risk, risk_reason
    breach.reported_at = reported_at if risk == BreachRisk.REPORTED else None
    if risk == BreachRisk.UNLIKELY and families == FamiliesTold.OPEN:
        families, families_reason = FamiliesTold.NOT_NEEDED, risk_reason
    if is_closed and families == FamiliesTold.OPEN:
        raise TransitionNotAllowed("Decide first whether the families are told, then close it.")
    breach.families, breach.families_reason = families, families_reason
    breach.families_on = families_on if families == FamiliesTold.TOLD else None
    if is_closed:
        breach.closed_at, breach.closed_by = timezone.now(), by
    breach.save()
    _record_breach(breach, by, "closed" if is_closed else risk)
    return breach


def _breach(document: Document, note: BreachNote, by: User, *, about: Pupil | None) -> Breach:
    breach = Breach.objects.create(
        school=document.school,
        pupil=document.pupil,
        about=about,
        document_id=document.pk,
        happened=note.happened,
        action=note.action,
        found_at=note.found_at,
        recorded_at=timezone.now(),
        recorded_by=by,
        owner=by,
        opened_by=[each.user_id for each in who_opened(document)],
    )
    _record_breach(breach, by, "opened")
    return breach


def _record_breach(breach: Breach, by: User, step: str) -> None:
    concerned = [breach.pupil_id, breach.about_id]
    record_event(
        Action.RECORD_BREACH,
        school=breach.school,
        by=by,
        pupil_ids=[pk for pk in concerned if pk],
        subject=breach,
        detail={"step": step},
    )
    # One that is about no child is among what is due for the school.
    rebuild_deadlines(breach.school, [breach.pupil_id] if breach.pupil_id else None)


def _lock_both(one: Pupil, other: Pupil) -> tuple[Pupil, Pupil]:
    """Both children's rows, always in the same order, so that two moves cannot block each other."""
    locked = {p.pk: lock_pupil(p) for p in sorted((one, other), key=lambda p: p.pk)}
    return locked[one.pk], locked[other.pk]
