"""What every change of a meeting has in common: a lock, a trace for each child, fresh deadlines."""

from typing import Any
from uuid import UUID

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import User
from pupils.models import Meeting, MeetingChild
from pupils.services.recording import lock, lock_pupil


def lock_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it is now, locked; the child first where it is about one.

    A meeting of a class goes on when a child of it has moved away, so no child is locked there.
    """
    pupil = lock_pupil(meeting.pupil) if meeting.pupil else None
    locked = lock(meeting)
    locked.pupil, locked.school = pupil, meeting.school
    return locked


def children_of(meeting: Meeting) -> list[UUID]:
    """The children whom a meeting is about."""
    children = MeetingChild.objects.filter(school_id=meeting.school_id, meeting=meeting)
    return list(children.order_by("id").values_list("pupil_id", flat=True))


def record_step(
    meeting: Meeting, step: str, by: User | None, *, moves_dates: bool = True, **detail: Any
) -> None:
    """Write down what happened to a meeting, for all of its children."""
    pupil_ids = children_of(meeting)
    record_event(
        Action.CHANGE_MEETING,
        school=meeting.school,
        by=by,
        pupil_ids=pupil_ids,
        subject=meeting,
        detail={"step": step} | detail,
    )
    if moves_dates:
        # What is due of a meeting of a class hangs on no child.
        rebuild_deadlines(meeting.school, pupil_ids if meeting.pupil_id else None)
