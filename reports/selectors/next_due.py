"""What is due next for each child of a list."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.access.usual import access_of, kept, usual_roles
from aylsham.datewords import day_words
from aylsham.models import Deadline, Owes, Standing, Weight
from aylsham.statements import Statement, among
from pupils.access import schools_where
from reports.bands import Band, band_of


@dataclass(frozen=True)
class NextDue:
    """The first thing due for a child, with its state."""

    title: str
    do_by: dt.date
    state: str
    day_words: str


def next_due(access: Access, pupil_ids: Iterable[UUID]) -> dict[UUID, NextDue]:
    """By child, in the asker's reach: what has to be done first; one statement."""
    today, ids = access.today, list(pupil_ids)
    if roles := usual_roles(access):
        rows = _usual(roles).rows(school=access.schools[0].pk, pupils=ids, today=today)
    else:
        rows = _rows(access, ids)
    first: dict[UUID, tuple] = {}
    for pupil_id, do_by, weight, due_on, title, owed_by, standing in rows:
        is_soon = standing == Standing.DUE_SOON
        band = band_of(
            due_on=due_on,
            do_by=do_by,
            is_due_soon=is_soon,
            is_advice=weight == Weight.GUIDANCE,
            today=today,
        )
        found = (band, do_by, -weight, due_on, title, owed_by)
        first[pupil_id] = min(found, first.get(pupil_id, found))
    return {pupil_id: _next(found, today) for pupil_id, found in first.items()}


def _rows(access: Access, pupil_ids: list[UUID]) -> QuerySet:
    knowing = set(schools_where(access, Permission.VIEW_DUE))
    access = replace(access, schools=[s for s in access.schools if s.pk in knowing])
    return (
        Deadline.objects.readable_by(access)
        .live(access.today)
        .filter(among("pupil_id", pupil_ids))
        .order_by()
        .values_list("pupil_id", "do_by", "weight", "due_on", "title", "owed_by", "standing")
    )


@kept
def _usual(roles: tuple[Role, ...]) -> Statement:
    def build(school: UUID, pupils: list[UUID], today: dt.date) -> QuerySet:
        return _rows(access_of(roles, school, today), pupils)

    return Statement(build, school=UUID, pupils=list, today=dt.date)


def _next(found: tuple, today: dt.date) -> NextDue:
    band, do_by, _, _, title, owed_by = found
    is_shown = owed_by == Owes.SCHOOL or band == Band.ADVISED
    state = band.state if is_shown else "waiting"
    return NextDue(title, do_by, state, day_words(do_by, today=today))
