"""Progress: what was counted on a day, and from when something is taught differently."""

import datetime as dt
from decimal import Decimal

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from provision.codes import SCALE_TOP, MeasureKind
from provision.models import Measurement, Target, TeachingChange
from provision.services.outcomes import open_aim
from pupils.models import Pupil
from pupils.services.recording import lock_pupil, record_change


@transaction.atomic
def measure(
    *,
    target: Target,
    on: dt.date,
    value: Decimal,
    by: User | None,
    out_of: int | None = None,
    note: str = "",
) -> Measurement:
    """Write down what was counted; `out_of` only where that day had another number of tries.

    Twice the same on one day from one person is a double press and is kept once.
    """
    pupil = lock_pupil(target.pupil)
    target = open_aim(target)
    if on < target.starts_on:
        raise TransitionNotAllowed(f"The target began on {target.starts_on:%-d %B %Y}.")
    out_of = None if out_of == target.out_of else out_of
    _require_within(target, value, out_of)
    found, is_new = Measurement.objects.get_or_create(
        school=pupil.school,
        target=target,
        on=on,
        value=value,
        out_of=out_of,
        note=note,
        written_by=by,
    )
    if is_new:
        _record("measured", found, pupil, by)
    return found


@transaction.atomic
def remove_measurement(*, measurement: Measurement, by: User) -> None:
    """Take a wrong measurement off the graph; its history keeps it.

    Whoever counted it may, and whoever writes cycles: the caller asks for that.
    """
    pupil = lock_pupil(measurement.target.pupil)
    open_aim(measurement.target)
    _record("measurement removed", measurement, pupil, by)
    Measurement.objects.filter(school_id=measurement.school_id, pk=measurement.pk).delete()


@transaction.atomic
def mark_change(*, target: Target, on: dt.date, what: str, by: User) -> TeachingChange:
    """Mark the day from which the target is taught differently; twice the same is kept once."""
    pupil = lock_pupil(target.pupil)
    target = open_aim(target)
    if on < target.starts_on:
        raise TransitionNotAllowed(f"The target began on {target.starts_on:%-d %B %Y}.")
    change, is_new = TeachingChange.objects.get_or_create(
        school=pupil.school, target=target, on=on, what=what, written_by=by
    )
    if is_new:
        _record("teaching changed", change, pupil, by)
    return change


@transaction.atomic
def remove_change(*, change: TeachingChange, by: User) -> None:
    """Take a marker off the graph that should not stand there; its history keeps it."""
    pupil = lock_pupil(change.target.pupil)
    open_aim(change.target)
    _record("marker removed", change, pupil, by)
    TeachingChange.objects.filter(school_id=change.school_id, pk=change.pk).delete()


def _require_within(target: Target, value: Decimal, out_of: int | None) -> None:
    if out_of is not None and target.measure != MeasureKind.TRIALS:
        raise TransitionNotAllowed("This target does not count tries.")
    tops = {
        MeasureKind.TRIALS: out_of or target.out_of,
        MeasureKind.SCALE: SCALE_TOP,
        MeasureKind.DONE: 1,
    }
    top = tops.get(MeasureKind(target.measure))
    if top is not None and value > top:
        raise TransitionNotAllowed(f"It cannot be more than {top}.")


def _record(step: str, subject, pupil: Pupil, by: User | None) -> None:
    record_change(
        Action.RECORD_PROGRESS,
        pupil=pupil,
        by=by,
        subject=subject,
        detail={"step": step},
        moves_dates=False,
    )
