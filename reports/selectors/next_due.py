"""What is due next for each child of a list."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.datewords import day_words
from aylsham.deadlines.registry import kind_label
from aylsham.models import Deadline, Owes, Standing

SOON = dt.timedelta(days=7)


@dataclass(frozen=True)
class NextDue:
    """The first thing due for a child, with its state."""

    title: str
    kind: str
    due_on: dt.date
    do_by: dt.date
    state: str
    owes: str
    day_words: str


def state_of(
    *, due_on: dt.date, do_by: dt.date, owed_by: str, standing: str, today: dt.date
) -> str:
    """Late by the legal day, soon by the day to do it by; others are waited for."""
    if due_on < today:
        return "overdue" if owed_by == Owes.SCHOOL else "waiting"
    if standing == Standing.DUE_SOON or do_by <= today + SOON:
        return "due_soon" if owed_by == Owes.SCHOOL else "waiting"
    return "on_track"


def next_due(access: Access, pupil_ids: Iterable[UUID]) -> dict[UUID, NextDue]:
    """By child: what has to be done first, as far as the asker may know; one statement."""
    rows = (
        Deadline.objects.readable_by(access)
        .live(access.today)
        .filter(pupil_id__in=list(pupil_ids))
        .order_by("pupil_id", "do_by", "-weight", "due_on")
        .distinct("pupil_id")
        .values_list("pupil_id", "title", "kind", "due_on", "do_by", "owed_by", "standing")
    )
    return {
        pupil_id: NextDue(
            title=title,
            kind=kind_label(kind),
            due_on=due_on,
            do_by=do_by,
            state=state_of(
                due_on=due_on, do_by=do_by, owed_by=owed_by, standing=standing, today=access.today
            ),
            owes=Owes(owed_by).label,
            day_words=day_words(do_by, today=access.today),
        )
        for pupil_id, title, kind, due_on, do_by, owed_by, standing in rows
    }
