"""What every change to a child's record has in common: a lock, a trace, fresh deadlines."""

from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from pupils.models import Pupil


def lock_pupil(pupil: Pupil) -> Pupil:
    """The child's row as it is now, locked: changes to one child happen one after the other.

    Raises TransitionNotAllowed for a record that moved to another school.
    """
    locked = (
        Pupil.objects.select_for_update(of=("self",), no_key=True)
        .select_related("school")
        .get(school_id=pupil.school_id, pk=pupil.pk)
    )
    if locked.closed_on:
        raise TransitionNotAllowed(
            f"This record moved to another school on {locked.closed_on:%-d %B %Y}. "
            "It can be read here, and changed there."
        )
    return locked


def lock(row):
    """A row as it is now, locked; take the child's lock first."""
    rows = type(row)._default_manager.select_for_update(of=("self",), no_key=True)
    return rows.get(school_id=row.school_id, pk=row.pk)


def record_change(
    action, *, pupil: Pupil, by, subject=None, detail=None, moves_dates: bool = True
) -> None:
    """Write down a change of one child's facts and work out again what is due for the child.

    `moves_dates=False`: no deadline follows from this fact, so nobody is asked.
    """
    record_event(
        action,
        school=pupil.school,
        by=by,
        pupil_ids=[pupil.pk],
        subject=subject,
        detail=detail,
    )
    if moves_dates:
        rebuild_deadlines(pupil.school, [pupil.pk])
