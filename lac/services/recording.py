"""What every change to a child's care has in common: locked, checked, written down."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import Any

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines, rebuilt_once
from aylsham.models import User
from aylsham.tenancy.models import SchoolOwned
from lac.codes import CareKind
from lac.models import CarePeriod
from lac.selectors.report_duty import is_duty_stored
from lac.services.watching import raise_signs
from pupils.models import Pupil
from pupils.services.recording import lock, record_change

Check = Callable[[Any], None]


def add(row: SchoolOwned, pupil: Pupil, by: User | None, check: Check) -> Any:
    """Keep a new row of a (locked) child."""
    check(row)
    row.save(force_insert=True)
    record(row, pupil, by, "added")
    return row


def change(
    row: SchoolOwned, pupil: Pupil, *, values: dict[str, Any], version: str | None, by, check: Check
) -> Any:
    """Change fields of a row of a (locked) child, as they were when the form was opened."""
    row = lock(row)
    row.school = pupil.school
    if version is not None:
        require_version(row, values, version)
    for name, value in values.items():
        setattr(row, name, value)
    check(row)
    row.save(update_fields=list(values))
    record(row, pupil, by, "changed")
    return row


def remove(row: SchoolOwned, pupil: Pupil, by: User | None) -> None:
    """Take out a row that was entered by mistake; its history stays."""
    row = lock(row)
    row.school = pupil.school
    pk = row.pk
    row.delete()
    row.pk = pk  # for the log; what is due is worked out without the row
    record(row, pupil, by, "removed")


def record(row: SchoolOwned, pupil: Pupil, by: User | None, step: str) -> None:
    """Write a change down, without its words; work out again what is due, and what rules see."""
    detail = {"what": row._meta.model_name, "step": step}
    # The first child in care: governors are owed a report. What is due of the child and of the
    # school is then worked out together, as going on from one lock to the other could wait for ever.
    is_first = isinstance(row, CarePeriod) and not is_duty_stored(pupil.school)
    with rebuilt_once() if is_first else nullcontext():
        record_change(Action.CHANGE_CARE, pupil=pupil, by=by, subject=row, detail=detail)
        raise_signs(school=pupil.school, pupil_ids=[pupil.pk], by=by)
        if is_first:
            rebuild_deadlines(pupil.school)


def require_come(day, what: str = "That day") -> None:
    """Refuse a day that has not come."""
    if day and day > clock.today():
        raise TransitionNotAllowed(f"{what} has not come yet. Check the date.")


def require_in_order(row) -> None:
    """Refuse a last day before the first."""
    if row.ends_on and row.ends_on < row.starts_on:
        raise TransitionNotAllowed(
            f"It began on {row.starts_on:%-d %B %Y}, after the last day given."
        )


def require_apart(row, others: Iterable, words: str) -> None:
    """Refuse a row that shares a day with another of its kind."""
    for other in others:
        begins_before_end = other.ends_on is None or row.starts_on <= other.ends_on
        if begins_before_end and (row.ends_on is None or other.starts_on <= row.ends_on):
            raise TransitionNotAllowed(
                f"{words} from {other.starts_on:%-d %B %Y} already. Correct or end that first."
            )


def require_in_care(pupil: Pupil) -> None:
    """Refuse what only a looked-after child has."""
    periods = CarePeriod.objects.live(clock.today()).filter(
        school_id=pupil.school_id, pupil=pupil, kind=CareKind.LOOKED_AFTER
    )
    if not periods.exists():
        raise TransitionNotAllowed("Record first that the child came into care.")
