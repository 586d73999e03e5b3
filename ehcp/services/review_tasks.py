"""A task of a review is given to a colleague."""

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from ehcp.models import AnnualReview, ReviewTask
from ehcp.review_codes import OURS, TaskKind
from ehcp.services.recording import lock_review, record


@transaction.atomic
def give_task(*, review: AnnualReview, kind: TaskKind, owner: User | None, by: User) -> None:
    """Say who of us does a task; None: nobody by name."""
    review = lock_review(review)
    if kind not in OURS:
        raise TransitionNotAllowed("This is not ours to do.")
    task, _ = ReviewTask.objects.get_or_create(school_id=review.school_id, review=review, kind=kind)
    if task.owner_id == (owner.pk if owner else None):
        return
    task.owner = owner
    task.save(update_fields=["owner"])
    record(Action.RECORD_REVIEW, review, by=by, detail={"what": "task given", "task": str(kind)})
