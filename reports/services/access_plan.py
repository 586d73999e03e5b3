"""Actions of the accessibility plan: added, changed, done, given up, looked at once a year."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from reports.codes import Duty
from reports.models import AccessAction, AccessReview
from reports.services.working_off import (
    STATE_FIELDS,
    lock_school,
    locked,
    locked_to_do,
    require_new_day,
    require_open_state,
    set_done,
    set_given_up,
    set_taken_up,
)

#: What an edit of an action starts from.
ACTION_FIELDS = ("strand", "what", "barrier", "who", "due_on", "cost_pence", "sign", "state")
#: What an edit of a look starts from.
REVIEW_FIELDS = ("held_on", "words")


@transaction.atomic
def add_action(*, school: School, by: User | None, **values: Any) -> AccessAction:
    """Write down an action of the plan; the same one twice is refused."""
    lock_school(school.pk)
    action = AccessAction(school=school, **values)
    _require_good(action)
    action.save(force_insert=True)
    _record(action, by, "added")
    return action


@transaction.atomic
def change_action(*, action: AccessAction, version: str, by: User, **values: Any) -> AccessAction:
    """Change what is still to be done. StaleSave for the second editor."""
    found = locked_to_do(action)
    require_version(found, ACTION_FIELDS, version)
    for name in ACTION_FIELDS:
        setattr(found, name, values.get(name, getattr(found, name)))
    _require_good(found)
    found.save(update_fields=ACTION_FIELDS)
    _record(found, by, "changed")
    return found


@transaction.atomic
def finish_action(*, action: AccessAction, done_on: dt.date, by: User | None) -> AccessAction:
    """It is done: since which day."""
    found = locked_to_do(action)
    set_done(found, done_on)
    found.save(update_fields=STATE_FIELDS)
    _record(found, by, "done")
    return found


@transaction.atomic
def give_up_action(*, action: AccessAction, why: str, by: User | None) -> AccessAction:
    """It will not be done, and why; it stays in the record and leaves the next document."""
    found = locked_to_do(action)
    set_given_up(found, why)
    found.save(update_fields=STATE_FIELDS)
    _record(found, by, "given up")
    return found


@transaction.atomic
def take_up_action(*, action: AccessAction, by: User | None) -> AccessAction:
    """It is under way again: it was not done after all, or is taken up anew."""
    found = locked(action)
    set_taken_up(found)
    _require_good(found)
    found.save(update_fields=STATE_FIELDS)
    _record(found, by, "taken up again")
    return found


@transaction.atomic
def record_access_review(
    *, school: School, held_on: dt.date, words: str, by: User | None
) -> AccessReview:
    """Write down a look at the actions (Sch 10 para 3(5)); once a day."""
    lock_school(school.pk)
    review = AccessReview(school=school, held_on=held_on, words=words.strip(), recorded_by=by)
    _require_good_look(review)
    review.save(force_insert=True)
    _record(review, by, "looked at")
    return review


@transaction.atomic
def change_access_review(
    *, review: AccessReview, version: str, held_on: dt.date, words: str, by: User
) -> AccessReview:
    """Correct the day or the words of a look. StaleSave for the second editor."""
    lock_school(review.school_id)
    found = AccessReview.objects.select_related("school").get(
        school_id=review.school_id, pk=review.pk
    )
    require_version(found, REVIEW_FIELDS, version)
    found.held_on, found.words = held_on, words.strip()
    _require_good_look(found)
    found.save(update_fields=REVIEW_FIELDS)
    _record(found, by, "look corrected")
    return found


def _require_good_look(review: AccessReview) -> None:
    others = AccessReview.objects.filter(school_id=review.school_id).exclude(pk=review.pk)
    require_new_day(review.held_on, others)


def _require_good(action: AccessAction) -> None:
    require_open_state(action)
    same = AccessAction.objects.to_do().filter(
        school_id=action.school_id, strand=action.strand, what=action.what
    )
    if same.exclude(pk=action.pk).exists():
        raise TransitionNotAllowed("This action is in the plan already.")


def _record(row: AccessAction | AccessReview, by: User | None, step: str) -> None:
    detail = {"duty": Duty.ACCESSIBILITY_PLAN.value, "step": step}
    record_event(Action.RECORD_DUTY, school=row.school, by=by, subject=row, detail=detail)
    rebuild_deadlines(row.school)
