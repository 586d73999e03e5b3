"""A request for records as a case: opened, checked, paused, extended, answered."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.identifiers import uuid7
from aylsham.models import User
from pupils.models import Disclosure, Pupil, RecordsRequest
from pupils.request_codes import AskerKind, Outcome, RequestKind
from pupils.rules.requests import missing_checks, should_ask_child
from pupils.selectors.approvals import bundle_leaving
from pupils.services.approvals import require_approved
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.requests.sharing import require_may_be_given

CHECK_FIELDS = (
    "identity_asked_on", "identity_on", "identity_how", "right_on", "right_how", "child_voice",
    "clarify_asked_on", "clarified_on", "extended_on", "extended_why", "scope",
    "share_why",
)  # fmt: skip


@transaction.atomic
def open_request(
    *, pupil: Pupil, key: UUID, by: User, joint_id: UUID | None = None, **values: Any
) -> RecordsRequest:
    """Write down that somebody asks for the records; `key` makes pressing twice one case."""
    pupil = lock_pupil(pupil, when_closed=True)
    known = RecordsRequest.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=key).first()
    if known:
        return known
    if values["kind"] == RequestKind.EDUCATION_RECORD and values["asker_kind"] not in (
        AskerKind.PARENT,
        AskerKind.AGENT,
    ):
        raise TransitionNotAllowed(
            "Only a parent may ask for the education record. Take it as a subject access request."
        )
    case = RecordsRequest.objects.create(
        pk=key, school=pupil.school, pupil=pupil, joint_id=joint_id or uuid7(), owner=by, **values
    )
    record(case, pupil, by, "opened")
    return case


@transaction.atomic
def open_joint_request(*, case: RecordsRequest, pupil: Pupil, by: User) -> RecordsRequest:
    """The same request at another school that keeps records of the child: a case of its own."""
    known = RecordsRequest.objects.filter(school=pupil.school, joint_id=case.joint_id).first()
    if known:
        return known
    names = ("kind", "received_on", "asker", "asker_kind", "scope", *CHECK_FIELDS)
    # Orders and withheld homes are each school's own; so is the decision to give against them.
    values = {name: getattr(case, name) for name in names if name != "share_why"}
    return open_request(pupil=pupil, key=uuid7(), by=by, joint_id=case.joint_id, **values)


@transaction.atomic
def record_checks(*, case: RecordsRequest, version: str, by: User, **values: Any) -> RecordsRequest:
    """Who asks and with what right; what the child says; a pause; more time."""
    pupil = lock_pupil(case.pupil, when_closed=True)
    case = lock(case)
    require_open(case)
    require_version(case, CHECK_FIELDS, version)
    for name in CHECK_FIELDS:
        setattr(case, name, values[name])
    _check_dates(case)
    case.save(update_fields=CHECK_FIELDS)
    record(case, pupil, by, "checked")
    return case


@transaction.atomic
def answer_request(
    *, case: RecordsRequest, outcome: str, why: str, on: dt.date, how: str, by: User
) -> RecordsRequest:
    """The person has the answer; what was given and what was not stays in the log."""
    pupil = lock_pupil(case.pupil, when_closed=True)
    case = lock(case)
    require_open(case)
    if on < case.received_on:
        raise TransitionNotAllowed("The answer cannot have gone out before the request came.")
    if outcome in (Outcome.PART, Outcome.REFUSED) and not why:
        raise TransitionNotAllowed("Say why, as the letter says it.")
    if outcome in (Outcome.FULL, Outcome.PART):
        require_checks(case)
        case.pupil = pupil
        _hand_over(case, on, how, by)
    case.outcome, case.outcome_why = outcome, why
    case.answered_on, case.answered_by = on, by
    case.save(update_fields=["outcome", "outcome_why", "answered_on", "answered_by"])
    record(case, pupil, by, outcome)
    return case


def require_open(case: RecordsRequest) -> None:
    """A (locked) case that is not answered yet."""
    if not case.is_open:
        raise TransitionNotAllowed("This request is answered. The log keeps it as it is.")


def require_checks(case: RecordsRequest) -> None:
    """Nothing is given before it is known who asks and with what right."""
    missing = missing_checks(
        has_identity=case.identity_on is not None,
        has_right=case.right_on is not None,
        should_ask=should_ask_child(case.pupil.born_on, case.received_on)
        and case.asker_kind != AskerKind.CHILD,
        child_voice=case.child_voice,
    )
    if missing:
        raise TransitionNotAllowed(" ".join(missing))


def record(case: RecordsRequest, pupil: Pupil, by: User | None, step: str, **more: Any) -> None:
    """Write down a step of the case; the clocks are worked out again."""
    record_change(
        Action.ANSWER_REQUEST, pupil=pupil, by=by, subject=case, detail={"step": step, **more}
    )


def _hand_over(case: RecordsRequest, on: dt.date, how: str, by: User) -> None:
    bundle = Disclosure.objects.filter(school_id=case.school_id, case=case).first()
    if bundle is None or bundle.pdf is None:
        raise TransitionNotAllowed("Make the bundle first: it is what you give.")
    if not how:
        raise TransitionNotAllowed("Say how it was handed over.")
    require_may_be_given(case, bundle)
    require_approved(bundle_leaving(bundle, case.pupil))
    bundle.handed_on, bundle.handed_how, bundle.handed_by = on, how, by
    bundle.save(update_fields=["handed_on", "handed_how", "handed_by"])


def _check_dates(case: RecordsRequest) -> None:
    if case.clarified_on and (
        case.clarify_asked_on is None or case.clarified_on < case.clarify_asked_on
    ):
        raise TransitionNotAllowed("The answer to your question cannot be before the question.")
    is_access = case.kind == RequestKind.SUBJECT_ACCESS
    if not is_access and (case.extended_on or case.clarify_asked_on):
        raise TransitionNotAllowed(
            "The 15 school days for an education record cannot be paused or made longer."
        )
