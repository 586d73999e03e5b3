"""The steps of whatever is worked off in a school's plans: done, given up, taken up again."""

import datetime as dt

from django.db.models import QuerySet

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School
from reports.access_codes import TO_DO, ActionState
from reports.models.worked_off import WorkedOff

#: What the steps below set; whoever takes one saves these.
STATE_FIELDS = ["state", "done_on", "given_up_why"]


def lock_school(school_id) -> School:
    """A row is locked after its school: a double press that adds it waits there too."""
    return School.objects.select_for_update(no_key=True).get(pk=school_id)


def locked[Row: WorkedOff](row: Row) -> Row:
    """The row as it is now, locked."""
    lock_school(row.school_id)
    rows = type(row).objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("school").get(school_id=row.school_id, pk=row.pk)


def locked_to_do[Row: WorkedOff](row: Row) -> Row:
    """The row, locked, while it is still to be done."""
    found = locked(row)
    if not found.is_to_do:
        raise TransitionNotAllowed("It is done or given up. Take it up again to change it.")
    return found


def require_open_state(row: WorkedOff) -> None:
    """An edit neither finishes a row nor gives it up."""
    if row.state not in TO_DO:
        raise TransitionNotAllowed("Say on which day it was done, or why it was given up.")


def require_new_day(held_on: dt.date, others: QuerySet, what: str = "look") -> None:
    """A look, or a check, is of a day that has come, and there is one a day."""
    if held_on > clock.today():
        raise TransitionNotAllowed("This day has not come yet. Record it when you have looked.")
    if others.filter(held_on=held_on).exists():
        raise TransitionNotAllowed(f"A {what} on this day is recorded already.")


def set_done(row: WorkedOff, done_on: dt.date) -> None:
    """It is done: since which day."""
    if done_on > clock.today():
        raise TransitionNotAllowed("This day has not come yet. Record it when it is done.")
    row.state, row.done_on = ActionState.DONE, done_on


def set_given_up(row: WorkedOff, why: str) -> None:
    """It will not be done, and why."""
    if not why.strip():
        raise TransitionNotAllowed("Say why it is given up.")
    row.state, row.given_up_why = ActionState.GIVEN_UP, why.strip()


def set_taken_up(row: WorkedOff) -> None:
    """It is under way after all."""
    if row.is_to_do:
        raise TransitionNotAllowed("It is still to be done.")
    row.state, row.done_on, row.given_up_why = ActionState.UNDER_WAY, None, ""
