"""What every change to a child's record has in common: a lock, a trace, fresh deadlines."""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School
from aylsham.statements import Statement, among, columns_of, made_from
from aylsham.tenancy.models import SchoolOwned
from pupils.models import Pupil
from pupils.selectors.writable import closed_and_binned, with_bin

#: Why nothing is written on a record whose deletion is confirmed.
BINNED = "This record is in the bin, to be deleted. Take it out before you change it."


def lock_pupil(pupil: Pupil, *, when_closed: bool = False) -> Pupil:
    """The child's row as it is now, locked: changes to one child happen one after the other.

    Raises TransitionNotAllowed for a record that moved to another school or lies in the bin;
    `when_closed` is for what a school owes of a record that moved away: answering requests for it.
    """
    found = _LOCKED_PUPIL.dicts(school=pupil.school_id, pk=pupil.pk)
    if not found:
        raise Pupil.DoesNotExist
    locked = made_from(Pupil, found[0])
    if why := _why_not(locked.closed_on, found[0]["is_binned"], when_closed=when_closed):
        raise TransitionNotAllowed(why)
    if Pupil.school.is_cached(pupil):
        locked.school = pupil.school
    return locked


def _locked_pupil(school: UUID, pk: UUID) -> QuerySet:
    rows = Pupil.objects.select_for_update(no_key=True).filter(school_id=school, pk=pk)
    return with_bin(rows).values(*columns_of(Pupil), "is_binned")


_LOCKED_PUPIL = Statement(_locked_pupil, school=UUID, pk=UUID)


def lock_pupils(school: School, pupil_ids: Iterable[UUID]) -> None:
    """Lock many children in one order, for a list that is written as a whole."""
    for closed_on, is_binned in _LOCKED.rows(school=school.pk, pupils=sorted(set(pupil_ids))):
        if why := _why_not(closed_on, is_binned):
            raise TransitionNotAllowed(why)


def _locked(school: UUID, pupils: list[UUID]) -> QuerySet:
    rows = Pupil.objects.filter(among("id", pupils), school=school).order_by("pk")
    return with_bin(rows.select_for_update(no_key=True)).values_list("closed_on", "is_binned")


_LOCKED = Statement(_locked, school=UUID, pupils=list)


def require_writable(access: Access, pupil_id: UUID) -> None:
    """Refuse a POST on a closed record before anything is looked at; the door of every page.

    A child out of reach is left to the page, which knows of none.
    """
    for closed_on, is_binned in closed_and_binned(access, pupil_id):
        if why := _why_not(closed_on, is_binned):
            raise TransitionNotAllowed(why)


def _why_not(closed_on: dt.date | None, is_binned: bool, *, when_closed: bool = False) -> str:
    """Why nothing is written on a record; empty when it can be."""
    if is_binned:
        return BINNED
    if closed_on and not when_closed:
        return (
            f"This record moved to another school on {closed_on:%-d %B %Y}. "
            "It can be read here, and changed there."
        )
    return ""


def lock(row):
    """A row as it is now, locked; take the child's lock first."""
    model = type(row)
    [values] = _locking(model).dicts(school=row.school_id, pk=row.pk) or [None]
    if values is None:
        raise model.DoesNotExist
    return made_from(model, values)


@lru_cache
def _locking(model: type[SchoolOwned]) -> Statement:
    def build(school: UUID, pk: UUID) -> QuerySet:
        rows = model._default_manager.select_for_update(no_key=True)
        return rows.filter(school_id=school, pk=pk).values(*columns_of(model))

    return Statement(build, school=UUID, pk=UUID)


def added_before[Row: SchoolOwned](model: type[Row], pupil: Pupil, key: UUID | None) -> Row | None:
    """What the same press has added to a (locked) child's record already."""
    rows = model._default_manager.filter(school_id=pupil.school_id, pupil=pupil)
    return rows.filter(pk=key).first() if key else None


def as_pk(key: UUID | None) -> dict[str, UUID]:
    """The key that came with a form as the key of what it adds."""
    return {"pk": key} if key else {}


def require_born(pupil: Pupil, day: dt.date | None) -> None:
    """Refuse a day before the child was born: a slip of the year."""
    if day and day < pupil.born_on:
        raise TransitionNotAllowed(f"The child was not born on {day:%-d %B %Y}. Check the year.")


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
