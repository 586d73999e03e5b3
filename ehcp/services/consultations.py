"""A consultation: received, answered with figures of the day, signed by a head, sent, kept."""

import datetime as dt
import hashlib
from typing import Any
from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string

from aylsham import clock
from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.dates import years_corresponding
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.documents.rendering import write_pdf
from aylsham.models import School, User
from ehcp.models import Consultation, ConsultationReply
from ehcp.selectors.capacity import capacity_facts
from ehcp.selectors.consultations import (
    digest_of,
    faults,
    last_premises,
    reply_content,
    sent_reply,
)
from pupils.services.recording import as_pk, lock

#: What came from the council.
RECEIVED_FIELDS = (
    "child",
    "year_group",
    "setting",
    "council",
    "reference",
    "coordinator",
    "needs",
    "received_on",
    "received_how",
)
#: What we answer.
REPLY_FIELDS = (
    "answer",
    "grounds",
    "unsuitable",
    "others",
    "resources",
    "steps",
    "premises",
    "comments",
)
CLOSE_FIELDS = ("closed_on", "closed_why")
#: What is due changes by these alone.
_MOVES_DATES = frozenset({"received", "corrected", "sent", "closed"})


@transaction.atomic
def receive_consultation(
    *, school: School, by: User | None, key: UUID | None = None, **facts: Any
) -> Consultation:
    """A council asks about naming the school: the fifteen days run; figures are filled at once.

    `facts` are RECEIVED_FIELDS, and `pupil` for a child on our roll.
    """
    known = Consultation.objects.filter(school=school, pk=key).first() if key else None
    if known:
        return known
    _require_new(school, facts)
    row = Consultation.objects.create(
        school=school,
        facts=capacity_facts(school, facts["year_group"], clock.today()),
        premises=last_premises(school),
        keep_until=years_corresponding(facts["received_on"], 1),
        **as_pk(key),
        **facts,
    )
    _record(row, by, Action.CHANGE_CONSULTATION, "received")
    return row


@transaction.atomic
def correct_consultation(
    *, consultation: Consultation, version: str | None, by: User | None, **facts: Any
) -> Consultation:
    """Put right what came; the figures are of the year group that is asked about."""
    row = _unsent(consultation)
    values = dict(facts)
    if version is not None:
        require_version(row, values, version)
    if facts["year_group"] != row.year_group:
        values["facts"] = capacity_facts(row.school, facts["year_group"], clock.today())
    values["keep_until"] = max(row.keep_until, years_corresponding(facts["received_on"], 1))
    _write(row, values)
    _record(row, by, Action.CHANGE_CONSULTATION, "corrected")
    return row


@transaction.atomic
def write_reply(
    *, consultation: Consultation, version: str | None, by: User | None, **words: Any
) -> Consultation:
    """Write the answer; words that a head has signed are unsigned by changing them."""
    row = _unsent(consultation)
    if version is not None:
        require_version(row, words, version)
    _write(row, words)
    _record(row, by, Action.CHANGE_CONSULTATION, "reply")
    return row


@transaction.atomic
def fill_facts(*, consultation: Consultation, by: User | None) -> Consultation:
    """The school's figures as they stand today."""
    row = _unsent(consultation)
    _write(row, {"facts": capacity_facts(row.school, row.year_group, clock.today())})
    _record(row, by, Action.CHANGE_CONSULTATION, "figures")
    return row


@transaction.atomic
def sign_reply(*, consultation: Consultation, seen: str, access: Access) -> Consultation:
    """A head signs what stands there: nobody else may, and nothing that has changed since."""
    row = _unsent(consultation)
    if not access.can(Permission.SIGN_CONSULTATIONS, row.school):
        raise TransitionNotAllowed("Only the head teacher signs the answer to a consultation.")
    if found := faults(row):
        raise TransitionNotAllowed(" ".join(found))
    if digest_of(reply_content(row)) != seen:
        raise TransitionNotAllowed("The answer has changed since you read it. Read it again.")
    row.signed_by, row.signed_on = access.user, clock.today()
    row.save(update_fields=["signed_by", "signed_on"])
    _record(row, access.user, Action.SIGN_CONSULTATION, "signed")
    return row


def send_reply(
    *,
    consultation: Consultation,
    how: str,
    gone_on: dt.date,
    by: User,
    key: UUID | None = None,
) -> ConsultationReply:
    """Note that the signed answer went, and keep it as it was sent; it can never be changed.

    Setting the pages comes before any lock.
    """
    if known := sent_reply(consultation):
        return known
    content = reply_content(consultation)
    pdf = reply_pdf(content)
    with transaction.atomic():
        row = lock(consultation)
        row.school = consultation.school
        if known := sent_reply(row):
            return known
        _require_ready(row, content, gone_on)
        reply = ConsultationReply.objects.create(
            school=row.school,
            consultation=row,
            how=how,
            gone_on=gone_on,
            content=content,
            pdf=pdf,
            digest=hashlib.sha256(pdf).hexdigest(),
            signed_by=content["signed_by"],
            by=by,
            at=clock.moment(),
            **as_pk(key),
        )
        _record(row, by, Action.SEND_CONSULTATION, "sent")
    return reply


@transaction.atomic
def close_consultation(
    *, consultation: Consultation, by: User | None, **facts: Any
) -> Consultation:
    """No answer is needed any more: the council went on, or asks no longer."""
    row = _unsent(consultation)
    if facts["closed_on"] < row.received_on:
        raise TransitionNotAllowed("That is before the consultation came.")
    _write(row, facts, unsign=False)
    _record(row, by, Action.CHANGE_CONSULTATION, "closed")
    return row


def reply_pdf(content: dict[str, Any], *, is_draft: bool = False) -> bytes:
    """The reply on paper; PdfProblem if it cannot be set."""
    context = {"reply": content, "is_draft": is_draft}
    return write_pdf(render_to_string("ehcp/print/consultation.html", context))


def _require_ready(row: Consultation, content: dict[str, Any], gone_on: dt.date) -> None:
    if row.closed_on:
        raise TransitionNotAllowed("No answer is needed any more.")
    if row.signed_on is None:
        raise TransitionNotAllowed("The head has not signed it yet.")
    if reply_content(row) != content:
        raise TransitionNotAllowed("The answer has changed since you looked at it. Look again.")
    if not row.signed_on <= gone_on <= clock.today():
        raise TransitionNotAllowed("Say the day on which it went: after it was signed.")


def _unsent(consultation: Consultation) -> Consultation:
    row = lock(consultation)
    row.school = consultation.school
    if sent_reply(row):
        raise TransitionNotAllowed("The answer has been sent. It stays as it was.")
    if row.closed_on:
        raise TransitionNotAllowed("No answer is needed any more.")
    return row


def _write(row: Consultation, values: dict[str, Any], *, unsign: bool = True) -> None:
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed and unsign and row.signed_on:
        row.signed_by, row.signed_on = None, None
        changed += ["signed_by", "signed_on"]
    if changed:
        row.save(update_fields=changed)


def _require_new(school: School, facts: dict[str, Any]) -> None:
    """The council's reminder is no second consultation."""
    same = Consultation.objects.filter(
        school=school, child__iexact=facts["child"], council=facts["council"], replies=None
    )
    if same.filter(closed_on=None).exists():
        raise TransitionNotAllowed("A consultation about this child is open already.")


def _record(row: Consultation, by: User | None, action: Action, what: str) -> None:
    pupils = [row.pupil_id] if row.pupil_id else []
    record_event(
        action, school=row.school, by=by, pupil_ids=pupils, subject=row, detail={"what": what}
    )
    if what in _MOVES_DATES:
        rebuild_deadlines(row.school)
