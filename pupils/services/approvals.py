"""The guard of every door: what a school marks leaves only after a second person has looked.

The approval is of one version, by its hash. A change afterwards asks again.
"""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from pupils.models import Approval, ApprovalRule
from pupils.selectors.approvals import Leaving, approvers, is_asked, latest_approval
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.sharing_codes import Answered, ShareKind

CHANGED = "It was changed after {name} looked at it on {day}. Ask again."


def refusal_to_leave(leaving: Leaving) -> str:
    """Why a thing may not leave yet; empty when it may."""
    if not is_asked(leaving):
        return ""
    last = latest_approval(leaving)
    if last is None or last.answer == Answered.WITHDRAWN:
        return "A second person has to look at it before it leaves. Ask somebody to approve it."
    who, at = last.approver.name, last.answered_at or last.asked_at
    if last.digest != leaving.digest:
        return CHANGED.format(name=who, day=f"{clock.shown(at):%-d %B}")
    if last.is_open:
        return f"{who} has been asked to approve it by {last.due_on:%-d %B}, and has not answered."
    if last.answer == Answered.SENT_BACK:
        return f"{who} sent it back: {last.why}"
    return ""


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
    if approver == by:
        raise TransitionNotAllowed("Choose somebody else: nobody approves their own.")
    if approver not in approvers(pupil.school, leaving.kind, but=by, today=clock.today()):
        raise TransitionNotAllowed("This person may not approve it. Choose somebody from the list.")
    if due_on < clock.today():
        raise TransitionNotAllowed("The day for the answer has passed.")
    for earlier in _open(leaving):
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


def _open(leaving: Leaving):
    return Approval.objects.select_for_update(no_key=True).filter(
        school_id=leaving.pupil.school_id,
        kind=leaving.kind,
        subject_id=leaving.subject_id,
        answer=Answered.OPEN,
    )


def _answer(approval: Approval, answer: Answered, why: str = "") -> None:
    approval.answer, approval.answered_at, approval.why = answer, clock.moment(), why
    approval.save(update_fields=["answer", "answered_at", "why"])


def _record(action: Action, approval: Approval, by: User) -> None:
    detail = {"kind": approval.kind, "answer": approval.answer, "digest": approval.digest}
    record_change(action, pupil=approval.pupil, by=by, subject=approval, detail=detail)
