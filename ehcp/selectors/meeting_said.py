"""What was said at a review meeting, kind by kind: made from its notes, invitees and actions."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from ehcp.models import ReviewInvitee, ReviewNote
from ehcp.review_codes import LawRole, NoteKind, Onward
from ehcp.section_codes import PlanSection
from ehcp.selectors.review_prepared import received_on
from ehcp.selectors.sections import label_of
from pupils.meeting_codes import Reply
from pupils.models import AgreedAction


@dataclass(frozen=True)
class PersonAsked:
    """Somebody who was invited: in which place of the law, how and when, and what came of it."""

    name: str
    #: As what they came: “Speech and language therapist”.
    title: str
    role: LawRole
    route: str
    invited_on: dt.date | None
    #: None until somebody has said who came.
    came: bool | None
    sends_report: bool
    report_received_on: dt.date | None
    reply: str

    @property
    def attendance(self) -> str:
        """How they took part: `Came`, `Apologies, sent a report`, `Was not there`."""
        if self.came:
            return "Came"
        has_report = self.report_received_on is not None
        if self.sends_report or (self.came is False and has_report):
            return "Sent a report instead" if has_report else "Apologies, report to come"
        if self.reply in (Reply.APOLOGIES, Reply.CANNOT):
            return "Apologies"
        if self.came is False:
            return "Was not there"
        return "Coming" if self.reply == Reply.COMING else "No answer yet"

    @property
    def proof(self) -> str:
        """`Invited Fri 6 Nov by letter`; empty for somebody who has to be told again."""
        if self.invited_on is None:
            return ""
        return f"Invited {self.invited_on:%-d %B %Y}: {self.route.lower()}"


@dataclass(frozen=True)
class OutcomeSaid:
    """What the meeting said of an outcome."""

    title: str
    progress: str
    onward: str
    text: str
    #: What the plan is to say instead; empty where it stays, or nobody has worded it.
    wording: str
    outcome_id: UUID | None
    line_id: UUID | None
    sensitivity: int
    note_id: UUID


@dataclass(frozen=True)
class ChangeSaid:
    """A change of a section that was agreed."""

    section: str
    title: str
    text: str
    sensitivity: int
    note_id: UUID


_BECOMES = {Onward.KEEP: "stays", Onward.CHANGE: "to change", Onward.END: "to end"}


@dataclass(frozen=True)
class LineSaid:
    """What becomes of a line of the plan: kept, changed or ended, or new."""

    #: `F2`; only the section where the line is new, or gone by now.
    label: str
    section: str
    #: `stays`, `to change`, `to end`, `new line`.
    becomes: str
    #: The plan's words that day; empty for a new line.
    old: str
    #: The new words, or why it stays or ends.
    text: str
    has_new_words: bool
    sensitivity: int
    note_id: UUID

    @property
    def title(self) -> str:
        """`F2, to change`, `Section B, new line`."""
        where = self.label if self.label != self.section else f"Section {self.section}"
        return f"{where}, {self.becomes}"


@dataclass(frozen=True)
class DifferenceSaid:
    """Where somebody saw it otherwise, and who."""

    whose: str
    #: The line of the plan that it is about: `F2`; empty for no one line.
    about: str
    text: str
    sensitivity: int
    note_id: UUID


@dataclass(frozen=True)
class ActionSaid:
    """What was agreed to be done."""

    what: str
    who: str
    due_on: dt.date
    done_on: dt.date | None


def in_order(rows: Iterable[ReviewInvitee]) -> tuple[PersonAsked, ...]:
    """Everybody who was asked, those whom the law names first."""
    order = list(LawRole)
    people = [_person(each) for each in rows]
    return tuple(sorted(people, key=lambda each: order.index(each.role)))


def _person(row: ReviewInvitee) -> PersonAsked:
    return PersonAsked(
        name=row.guest.name,
        title=row.guest.role,
        role=LawRole(row.role),
        route=row.get_route_display(),
        invited_on=row.invited_on,
        came=row.guest.came,
        sends_report=row.sends_report,
        report_received_on=received_on(row),
        reply=row.guest.reply,
    )


def outcomes_said(notes: Iterable[ReviewNote]) -> tuple[OutcomeSaid, ...]:
    """Outcome by outcome."""
    return tuple(_outcome(note) for note in notes if note.kind == NoteKind.OUTCOME)


def _outcome(note: ReviewNote) -> OutcomeSaid:
    return OutcomeSaid(
        title=note.title,
        progress=note.get_progress_display() if note.progress else "",
        onward=note.get_onward_display() if note.onward else "",
        text=note.text,
        wording=note.wording,
        outcome_id=note.outcome_id,
        line_id=note.line_id,
        sensitivity=note.sensitivity,
        note_id=note.pk,
    )


def lines_said(notes: Iterable[ReviewNote]) -> tuple[LineSaid, ...]:
    """In the order of the plan, new lines after those of their section."""
    said = [n for n in notes if n.kind == NoteKind.LINE and (n.text or n.onward)]
    order = PlanSection.values
    said.sort(key=lambda n: (order.index(n.section), not n.title, n.line.position if n.line else 0))
    return tuple(_line(note) for note in said)


def _line(note: ReviewNote) -> LineSaid:
    return LineSaid(
        label=label_of(note.line) if note.line else note.section,
        section=note.section,
        becomes=_BECOMES[Onward(note.onward)] if note.onward else "new line",
        old=note.title,
        text=note.text,
        has_new_words=note.onward in ("", Onward.CHANGE),
        sensitivity=note.sensitivity,
        note_id=note.pk,
    )


def differences_said(notes: Iterable[ReviewNote]) -> tuple[DifferenceSaid, ...]:
    """Each difference of opinion."""
    return tuple(_difference(note) for note in notes if note.kind == NoteKind.DIFFERENCE)


def _difference(note: ReviewNote) -> DifferenceSaid:
    about = label_of(note.line) if note.line else ""
    return DifferenceSaid(note.whose, about, note.text, note.sensitivity, note.pk)


def changes_said(notes: Iterable[ReviewNote]) -> tuple[ChangeSaid, ...]:
    """Section by section, in the order of the plan."""
    said = {n.section: n for n in notes if n.kind == NoteKind.CHANGE and n.text}
    return tuple(
        ChangeSaid(section.value, str(section.label), note.text, note.sensitivity, note.pk)
        for section in PlanSection
        if (note := said.get(section.value))
    )


def actions_said(actions: Iterable[AgreedAction]) -> tuple[ActionSaid, ...]:
    """What was agreed, but for what was taken back."""
    return tuple(
        ActionSaid(each.what, each.owner_name, each.due_on, each.done_on)
        for each in actions
        if each.withdrawn_on is None
    )
