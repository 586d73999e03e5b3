"""A look at a class is written down: what is in place, and when somebody looks again."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import User
from pupils.models import ClassGroup, ClassroomAudit, ClassroomMark
from pupils.services.recording import lock


@dataclass(frozen=True)
class Mark:
    """A line of the statement, whether it was seen, and a word about it."""

    area: str
    what: str
    seen: str
    word: str = ""


@transaction.atomic
def record_classroom_audit(
    *,
    class_group: ClassGroup,
    key: UUID,
    on: dt.date,
    marks: Sequence[Mark],
    by: User | None,
    next_on: dt.date | None = None,
) -> ClassroomAudit:
    """Keep one look at a class. `key` comes with the form: pressing twice leaves one look.

    The day of an earlier look that was agreed is over with this one.
    """
    group = lock(class_group)
    mine = ClassroomAudit.objects.filter(school_id=group.school_id, class_group=group)
    if known := mine.filter(pk=key).first():
        return known
    if not marks:
        raise TransitionNotAllowed("Say of at least one line what you saw.")
    if on > clock.today():
        raise TransitionNotAllowed("The day is in the future. Write down what you saw.")
    if next_on and next_on <= max(on, clock.today()):
        raise TransitionNotAllowed("Look again on a later day.")
    audit = ClassroomAudit(
        pk=key, school=group.school, class_group=group, on=on, by=by, next_on=next_on
    )
    audit.save(force_insert=True)
    ClassroomMark.objects.bulk_create(
        ClassroomMark(
            school=group.school,
            audit=audit,
            place=place,
            area=each.area,
            what=each.what,
            seen=each.seen,
            word=each.word,
        )
        for place, each in enumerate(marks)
    )
    detail = {"on": on.isoformat(), "lines": len(marks)}
    record_event(Action.AUDIT_CLASSROOM, school=group.school, by=by, subject=audit, detail=detail)
    rebuild_deadlines(group.school)
    return audit
