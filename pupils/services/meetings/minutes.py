"""Minutes, typed in the meeting: each item is saved by itself, and nobody's words are lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import User
from pupils.meeting_codes import MeetingState
from pupils.models import AgendaItem, Meeting
from pupils.services.meetings.steps import lock_meeting, record_step

ITEM_FIELDS = ("text", "sensitivity")
LONGEST_MINUTES = 10_000


@dataclass(frozen=True)
class ItemWords:
    """What a form says of one item, and the version of the item that it started from."""

    item_id: UUID
    text: str
    version: str
    sensitivity: int | None = None


@transaction.atomic
def write_minutes(
    *, meeting: Meeting, words: Iterable[ItemWords], sitting: UUID, by: User
) -> list[AgendaItem]:
    """Save what was typed; returns the items that somebody else wrote meanwhile, unsaved.

    `sitting` is one opening of the page: its own earlier saves are no conflict.
    """
    meeting = lock_meeting(meeting)
    if meeting.state == MeetingState.CALLED_OFF:
        raise TransitionNotAllowed("This meeting was called off.")
    said = {each.item_id: each for each in words}
    rows = AgendaItem.objects.select_for_update(of=("self",)).filter(
        school_id=meeting.school_id, meeting=meeting, pk__in=said
    )
    refused, begun = [], 0
    for row in rows:
        mine = said[row.pk]
        sensitivity = row.sensitivity if mine.sensitivity is None else mine.sensitivity
        if (row.text, row.sensitivity) == (mine.text, sensitivity):
            continue
        if row.sitting != sitting and version_of(row, ITEM_FIELDS) != mine.version:
            refused.append(row)
            continue
        begun += row.sitting != sitting
        row.text, row.sensitivity = mine.text, sensitivity
        row.sitting, row.written_by = sitting, by
        row.save(update_fields=["text", "sensitivity", "sitting", "written_by"])
    if begun:
        record_step(meeting, "minutes", by, moves_dates=False, items=begun)
    return refused


@transaction.atomic
def finish_minutes(*, meeting: Meeting, by: User) -> Meeting:
    """The minutes are complete; the chair is asked for them no longer."""
    meeting = lock_meeting(meeting)
    if meeting.state != MeetingState.HELD:
        raise TransitionNotAllowed("Say first that the meeting was held, and who came.")
    items = AgendaItem.objects.filter(school_id=meeting.school_id, meeting=meeting)
    if not items.exclude(text="").exists():
        raise TransitionNotAllowed("Write at least one sentence under one item.")
    if meeting.minutes_done_on is None:
        meeting.minutes_done_on, meeting.minutes_done_by = clock.today(), by
        meeting.save(update_fields=["minutes_done_on", "minutes_done_by"])
        record_step(meeting, "minutes_done", by)
    return meeting
