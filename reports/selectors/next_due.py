"""What is due next for each child of a list."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.datewords import day_words
from aylsham.models import Owes
from reports.bands import Band
from reports.selectors.due import DueFilter, due_rows


@dataclass(frozen=True)
class NextDue:
    """The first thing due for a child, with its state."""

    title: str
    do_by: dt.date
    state: str
    day_words: str


def next_due(access: Access, pupil_ids: Iterable[UUID]) -> dict[UUID, NextDue]:
    """By child: what has to be done first, as far as the asker may know; one statement."""
    rows = (
        due_rows(access, DueFilter(pupil_ids=frozenset(pupil_ids)))
        .order_by("pupil_id", "band", "do_by", "-weight", "due_on")
        .distinct("pupil_id")
        .values_list("pupil_id", "title", "do_by", "owed_by", "band")
    )
    return {
        pupil_id: NextDue(
            title=title,
            do_by=do_by,
            state=Band(band).state if owed_by == Owes.SCHOOL else "waiting",
            day_words=day_words(do_by, today=access.today),
        )
        for pupil_id, title, do_by, owed_by, band in rows
    }
