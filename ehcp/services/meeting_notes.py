"""Meeting mode: what is said is kept while one types, and nobody's words are lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import User
from ehcp.models import ReviewMeeting, ReviewNote
from ehcp.review_codes import NoteKind, Onward, Recommend
from ehcp.services.recording import record
from ehcp.services.review_meetings import lock_meeting_of
from pupils.family_codes import ActionSource
from pupils.meeting_codes import MeetingState
from pupils.services.actions import NewAction, add_action

NOTE_FIELDS = ("progress", "onward", "whose", "text", "wording", "sensitivity")
#: Without any of these nothing was said.
_SAID = ("progress", "onward", "whose", "text", "wording")
LONGEST_NOTE = 10_000


@dataclass(frozen=True)
class NoteWords:
    """What a form says of an outcome, line, section or difference, and where it started from."""

    #: Names the box on the page.
    key: str
    kind: NoteKind
    #: By what the row is found: its line, outcome, section or id.
    about: Mapping[str, Any]
    values: Mapping[str, Any]
    version: str
    #: What a new row has besides: the words of the outcome.
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return not any(self.values.get(name) for name in _SAID)

    @property
    def stands_alone(self) -> bool:
        """Whether it is about nothing that was there before: a difference, or a new line."""
        is_new_line = self.kind == NoteKind.LINE and "pk" in self.about
        return self.kind == NoteKind.DIFFERENCE or is_new_line

    @property
    def whole(self) -> "NoteWords":
        """The same; new words for what stands in the plan are a change of it."""
        words = "wording" if self.kind == NoteKind.OUTCOME else "text"
        if self.values.get("onward") != "" or not self.values.get(words):
            return self
        return replace(self, values={**self.values, "onward": Onward.CHANGE})


@transaction.atomic
def write_notes(
    *,
    meeting: ReviewMeeting,
    words: Iterable[NoteWords],
    sitting: UUID,
    by: User,
    action: NewAction | None = None,
) -> dict[str, ReviewNote]:
    """Save what was typed; gives, by the box, the notes that somebody else wrote meanwhile, unsaved.

    `sitting` is one opening of the page: its own earlier saves are no conflict. `action` was agreed
    in the same breath.
    """
    row = _locked_open(meeting)
    refused, begun = _keep_all(row, words, sitting, by)
    if action:
        add_action(
            pupil=row.review.plan.pupil,
            action=action,
            agreed_on=clock.today(),
            by=by,
            source=ActionSource.MEETING,
            source_id=row.meeting_id,
        )
    if begun:
        record(Action.RECORD_REVIEW, row.review, by=by, detail={"what": "notes", "notes": begun})
    return refused


@transaction.atomic
def finish_record(*, meeting: ReviewMeeting, recommendation: str, by: User) -> ReviewMeeting:
    """The record of the meeting is whole, with what it recommends; the report follows from it."""
    row = _locked_open(meeting)
    if not row.review.is_held or row.meeting.state != MeetingState.HELD:
        raise TransitionNotAllowed("Say first who came.")
    row.recommendation = Recommend(recommendation)
    if row.finished_on is None:
        row.finished_on, row.finished_by = clock.today(), by
    row.save(update_fields=["recommendation", "finished_on", "finished_by"])
    record(Action.RECORD_REVIEW, row.review, by=by, detail={"what": "record finished"})
    return row


def _keep_all(
    row: ReviewMeeting, words: Iterable[NoteWords], sitting: UUID, by: User
) -> tuple[dict[str, ReviewNote], int]:
    """What was refused, by the box, and how many notes this sitting began."""
    refused: dict[str, ReviewNote] = {}
    begun = 0
    for each in (said.whole for said in words):
        note = _note(row, each)
        if note is None or _says_the_same(note, each):
            continue
        if note.sitting != sitting and _version(note) != each.version:
            refused[each.key] = note
            continue
        begun += note.sitting != sitting
        _write(note, each, sitting, by)
    return refused, begun


def version_of_note(note: ReviewNote | None) -> str:
    """The mark of what a note says: carried by the page, compared by the service."""
    return version_of(note, NOTE_FIELDS)


def _version(note: ReviewNote) -> str:
    return version_of(None, ()) if note._state.adding else version_of_note(note)


def _locked_open(meeting: ReviewMeeting) -> ReviewMeeting:
    row = lock_meeting_of(meeting)
    if row.meeting.state == MeetingState.CALLED_OFF:
        raise TransitionNotAllowed("This meeting was called off.")
    if row.review.report_sent_on:
        raise TransitionNotAllowed(
            f"The report went out on {row.review.report_sent_on:%-d %B %Y}. "
            "What was recorded stands as it was sent."
        )
    return row


def _note(row: ReviewMeeting, words: NoteWords) -> ReviewNote | None:
    """The note as it is now, or a new one; None where nothing is to be said."""
    own = {"school_id": row.school_id, "meeting": row, "kind": words.kind}
    rows = ReviewNote.objects.select_for_update(of=("self",)).filter(**own, **words.about)
    found = rows.first()
    if found or words.is_empty:
        return found
    return ReviewNote(**own, **words.about, **words.more)


def _says_the_same(note: ReviewNote, words: NoteWords) -> bool:
    return not note._state.adding and all(
        getattr(note, name) == value for name, value in words.values.items()
    )


def _write(note: ReviewNote, words: NoteWords, sitting: UUID, by: User) -> None:
    """Save it; a difference or new line of which every word was taken away is none any more."""
    if words.stands_alone and words.is_empty:
        note.delete()
        return
    for name, value in words.values.items():
        setattr(note, name, value)
    if words.kind == NoteKind.DIFFERENCE and not note.whose:
        note.whose = "Somebody at the meeting"
    note.sitting, note.written_by = sitting, by
    note.save()
