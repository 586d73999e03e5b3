"""The guard of every door: what a school marks leaves only after a second person has looked.

The approval is of one version, by its hash. A change afterwards asks again.
"""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from pupils.models import Approval, ApprovalRule, Pupil
from pupils.selectors.approvals import Leaving, approvers_of, is_asked, latest_approval, why_held
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.sharing_codes import Answered, ShareKind


def refusal_to_leave(leaving: Leaving) -> str:
    """Why a thing may not leave yet; empty when it may."""
    return why_held(leaving, latest_approval(leaving)) if is_asked(leaving) else ""


def require_approved(leaving: Leaving) -> None:
    """Raises TransitionNotAllowed until a second person has approved exactly this version."""
    if refusal := refusal_to_leave(leaving):
        raise TransitionNotAllowed(refusal)


@transaction.atomic
def ask_approval(
    *, leaving: Leaving, approver: User, due_on: dt.date, by: User, note: str = ""
) -> Approval:
    """Ask a named colleague to look at exactly this; an earlier open question gives way."""
    pupil = lock_pupil(leaving.pupil, when_closed=leaving.kind == ShareKind.RECORDS)
    if approver == by or approver.pk in leaving.made_by:
        raise TransitionNotAllowed("Choose somebody else: nobody approves their own.")
    if approver not in approvers_of(leaving, but=by, today=clock.today()):
        raise TransitionNotAllowed("This person may not approve it. Choose somebody from the list.")
    if due_on < clock.today():
        raise TransitionNotAllowed("The day for the answer has passed.")
    for earlier in _open(pupil, leaving.kind, [leaving.subject_id]):
        _answer(earlier, Answered.WITHDRAWN)
    approval = Approval.objects.create(
        school=pupil.school,
        pupil=pupil,
        kind=leaving.kind,
        subject_id=leaving.subject_id,
        digest=leaving.digest,
        asked_by=by,
        asked_at=clock.moment(),
        approver=approver,
        due_on=due_on,
        note=note,
    )
    _record(Action.ASK_APPROVAL, approval, by)
    return approval


@transaction.atomic
def answer_approval(
    *, approval: Approval, leaving: Leaving | None, is_approved: bool, by: User, why: str = ""
) -> Approval:
    """The named person says yes to exactly what they saw, or sends it back with words."""
    lock_pupil(approval.pupil, when_closed=approval.kind == ShareKind.RECORDS)
    approval = lock(approval)
    if not approval.is_open:
        raise TransitionNotAllowed("This has been answered already.")
    if approval.approver_id != by.pk:
        raise TransitionNotAllowed(f"{approval.approver.name} was asked, not you.")
    if leaving is not None and by.pk in leaving.made_by:
        raise TransitionNotAllowed("You made it yourself. Somebody else has to look at it.")
    if leaving is None or leaving.digest != approval.digest:
        raise TransitionNotAllowed("It has been changed since you were asked. They ask you again.")
    if not is_approved and not why.strip():
        raise TransitionNotAllowed("Say what has to change.")
    _answer(approval, Answered.APPROVED if is_approved else Answered.SENT_BACK, why.strip())
    _record(Action.ANSWER_APPROVAL, approval, by)
    return approval


@transaction.atomic
def set_approval_rules(*, school: School, asked: dict[str, str], by: User) -> None:
    """Say when a second look is asked for, by kind."""
    for kind, when in asked.items():
        ApprovalRule.objects.update_or_create(
            school=school, kind=ShareKind(kind), defaults={"asked": when}
        )
    record_event(Action.CHANGE_APPROVAL_RULES, school=school, by=by, detail={"asked": asked})


def withdraw_questions(
    *, pupil: Pupil, kind: ShareKind, ids: Iterable[UUID], by: User | None
) -> None:
    """Nobody needs to answer any more: what they were asked about no longer leaves."""
    for row in _open(pupil, kind, ids):
        _answer(row, Answered.WITHDRAWN)
        _record(Action.ANSWER_APPROVAL, row, by)


def _open(pupil: Pupil, kind: ShareKind, ids: Iterable[UUID]):
    return Approval.objects.select_for_update(no_key=True).filter(
        school_id=pupil.school_id, kind=kind, subject_id__in=list(ids), answer=Answered.OPEN
    )


def _answer(approval: Approval, answer: Answered, why: str = "") -> None:
    approval.answer, approval.answered_at, approval.why = answer, clock.moment(), why
    approval.save(update_fields=["answer", "answered_at", "why"])


def _record(action: Action, approval: Approval, by: User | None) -> None:
    detail = {"kind": approval.kind, "answer": approval.answer, "digest": approval.digest}
    record_change(action, pupil=approval.pupil, by=by, subject=approval, detail=detail)
