"""Recording who is SENCO, since when, and how they qualify."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from staff.models import SencoPost

SENCO_FIELDS = (
    "became_senco_on",
    "was_senco_before",
    "course_started_on",
    "qualification",
    "qualified_on",
    "ends_on",
)


@transaction.atomic
def record_senco(
    *, school: School, user: User, became_senco_on: dt.date, by: User | None, **more: Any
) -> SencoPost:
    """Say that somebody is the SENCO of the school since a day."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if SencoPost.objects.filter(school=school, user=user, ends_on=None).exists():
        raise TransitionNotAllowed(f"{user.name} is recorded as SENCO already. Change that record.")
    post = SencoPost(school=school, user=user, became_senco_on=became_senco_on, **more)
    _require_order(post)
    post.save(force_insert=True)
    _record(post, by, "added")
    return post


@transaction.atomic
def change_senco(*, post: SencoPost, version: str, by: User, **values: Any) -> SencoPost:
    """Correct a record: the qualification, the last day, a date."""
    rows = SencoPost.objects.select_for_update(of=("self",), no_key=True).select_related("school")
    post = rows.get(school_id=post.school_id, pk=post.pk)
    require_version(post, SENCO_FIELDS, version)
    for name in SENCO_FIELDS:
        setattr(post, name, values.get(name, getattr(post, name)))
    _require_order(post)
    others = SencoPost.objects.filter(school_id=post.school_id, user_id=post.user_id, ends_on=None)
    if post.ends_on is None and others.exclude(pk=post.pk).exists():
        raise TransitionNotAllowed("A later record of this person is open. End that one first.")
    post.save(update_fields=SENCO_FIELDS)
    _record(post, by, "changed")
    return post


def _require_order(post: SencoPost) -> None:
    if bool(post.qualification) != bool(post.qualified_on):
        raise TransitionNotAllowed("Give both: which qualification, and the day it was awarded.")
    if post.ends_on and post.ends_on < post.became_senco_on:
        raise TransitionNotAllowed("The last day is before the day of becoming SENCO.")


def _record(post: SencoPost, by: User | None, step: str) -> None:
    record_event(
        Action.CHANGE_SENCO, school=post.school, by=by, subject=post, detail={"step": step}
    )
    rebuild_deadlines(post.school)
