"""Writing in a passport, line by line, by several people at once: no typed word is lost.

A save says which text it started from. Different lines never meet. Where two people changed the
same line, the first text stands and the second is set aside until its writer has chosen.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.identifiers import uuid7
from aylsham.models import User
from pupils.codes import PassportPart
from pupils.models import AsideText, Passport, PassportText, Pupil, Strategy
from pupils.models.strategies import Written
from pupils.rules.lines import HELPS, LONGEST, NEW, LineKey, line_key
from pupils.services.passports.versions import keep_if_published
from pupils.services.recording import lock_pupil
from pupils.services.strategies import add_strategy, mark_confirmed

PARTS = frozenset(PassportPart.values)


@dataclass(frozen=True)
class Outcome:
    """What became of a save: the line as it stands, and whether mine waits beside it."""

    line: str
    text: str
    revision: int
    by: User | None
    at: dt.datetime | None
    is_changed: bool = False
    #: The words that were set aside, because a colleague had changed the line.
    aside: AsideText | None = None


@transaction.atomic
def write_line(
    *,
    pupil: Pupil,
    line: LineKey,
    text: str,
    revision: int,
    sitting: UUID,
    on: dt.date,
    by: User,
) -> Outcome:
    """Save one line that was typed from `revision` on in the open page `sitting`.

    Saving the same text again changes nothing, so a save whose answer was lost may be repeated.
    """
    pupil = lock_pupil(pupil)
    text = _tidy(text)
    passport = passport_of(pupil)
    row = _row(passport, line)
    if row is None:
        return _first_words(passport, line, text, sitting, on, by)
    key = key_of(row)
    if text == row.text or _is_emptied_strategy(row, text):
        return _outcome(key, row)
    if _was_changed_since(row, revision, sitting):
        if text == _text_at(row, revision):
            return _outcome(key, row)
        return _outcome(key, row, _set_aside(passport, key, row, text, sitting, by))
    _settle(passport, key, by)
    _save(passport, row, text, sitting, on, by)
    return _outcome(key, row, is_changed=True)


@transaction.atomic
def settle_aside(*, aside: AsideText, by: User) -> None:
    """The writer lets go of words that were set aside; they stay in the history."""
    lock_pupil(aside.passport.pupil)
    AsideText.objects.filter(
        school_id=aside.school_id, pk=aside.pk, written_by=by, settled_at=None
    ).update(settled_at=clock.moment())


@transaction.atomic
def take_up_aside(*, aside: AsideText, both: bool, on: dt.date, by: User) -> Outcome:
    """The writer decides for the words that were set aside, alone or after the colleague's."""
    pupil = lock_pupil(aside.passport.pupil)
    passport = passport_of(pupil)
    line = line_key(aside.line, PARTS)
    row = _row(passport, line) if line else None
    if row is None or (isinstance(row, Strategy) and row.ended_on):
        raise TransitionNotAllowed(
            "This line has ended meanwhile. Your words stand at the top: copy them into a new one."
        )
    text = f"{row.text}\n{aside.text}" if both else aside.text
    _settle(passport, key_of(row), by)
    _save(passport, row, text, uuid7(), on, by)
    return _outcome(key_of(row), row, is_changed=True)


def passport_of(pupil: Pupil) -> Passport:
    """The (locked) child's passport, begun if there is none."""
    passport, _ = Passport.objects.get_or_create(school=pupil.school, pupil=pupil)
    passport.pupil, passport.school = pupil, pupil.school
    return passport


def key_of(row: PassportText | Strategy) -> LineKey:
    """The name of a row's line."""
    if isinstance(row, Strategy):
        return LineKey(HELPS, row_id=row.pk)
    return LineKey(row.part, row.sensitivity)


def _tidy(text: str) -> str:
    """One kind of line end, and no more than fits; a child's words are otherwise kept exactly."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST:
        raise TransitionNotAllowed(
            f"That is more than {LONGEST} characters, many times what fits on one side. "
            "Make it shorter."
        )
    return text


def _row(passport: Passport, line: LineKey) -> PassportText | Strategy | None:
    mine = {"school_id": passport.school_id}
    if line.part == NEW:
        rows = Strategy.objects.filter(pupil_id=passport.pupil_id, typed_into=line.row_id, **mine)
        return rows.first()
    if line.part == HELPS:
        found = Strategy.objects.filter(pupil_id=passport.pupil_id, pk=line.row_id, **mine).first()
        if found is None:
            raise TransitionNotAllowed("This line is no longer there. Reload the page.")
        return found
    texts = PassportText.objects.filter(passport=passport, part=line.part, **mine)
    return texts.filter(sensitivity=line.sensitivity).first()


def _first_words(
    passport: Passport, line: LineKey, text: str, sitting: UUID, on: dt.date, by: User
) -> Outcome:
    if not text.strip():
        return Outcome(str(line), "", 0, None, None)
    row: PassportText | Strategy
    if line.is_strategy:
        row = add_strategy(
            pupil=passport.pupil,
            text=text,
            since_on=on,
            by=by,
            typed_into=line.row_id,
            sitting=sitting,
        )
        return _outcome(key_of(row), row, is_changed=True)
    row = PassportText.objects.create(
        school=passport.school,
        passport=passport,
        part=line.part,
        text=text,
        sensitivity=line.sensitivity,
        sitting=sitting,
        changed_by=by,
        changed_at=clock.moment(),
    )
    _record(passport.pupil, row, by)
    keep_if_published(passport, by)
    return _outcome(line, row, is_changed=True)


def _save(
    passport: Passport,
    row: PassportText | Strategy,
    text: str,
    sitting: UUID,
    on: dt.date,
    by: User,
) -> None:
    is_first = row.sitting != sitting
    row.text, row.sitting = text, sitting
    row.revision += 1
    row.changed_by, row.changed_at = by, clock.moment()
    if isinstance(row, Strategy) and row.confirmed_on < on:
        mark_confirmed(row, on=on, by=by)
        row.save()
        rebuild_deadlines(passport.school, [passport.pupil_id])
    else:
        row.save()
    if is_first:
        _record(passport.pupil, row, by)
    keep_if_published(passport, by)


def _events(row: Written):
    return type(row).pgh_event_model.objects.filter(  # type: ignore[attr-defined]
        school_id=row.school_id, pgh_obj_id=row.pk
    )


def _is_emptied_strategy(row: Written, text: str) -> bool:
    """A line of what helps that is cleared, perhaps to be typed anew, stays until it is ended."""
    return isinstance(row, Strategy) and not text.strip()


def _was_changed_since(row: Written, revision: int, sitting: UUID) -> bool:
    """Whether somebody else changed or ended the line since then, or I did on another page."""
    if isinstance(row, Strategy) and row.ended_on:
        return True
    if revision == row.revision:
        return False
    since = _events(row).filter(revision__gt=revision)
    return not since.exists() or since.exclude(sitting=sitting).exists()


def _text_at(row: Written, revision: int) -> str:
    """What the line said then; revision 0 is before its first words."""
    said = _events(row).filter(revision=revision).values_list("text", flat=True).first()
    return said or ""


def _set_aside(
    passport: Passport, line: LineKey, row: Written, text: str, sitting: UUID, by: User
) -> AsideText:
    """The words of this sitting for this line: typing on goes on in the same row."""
    aside, _ = AsideText.objects.update_or_create(
        school=passport.school,
        passport=passport,
        line=str(line),
        sitting=sitting,
        settled_at=None,
        defaults={
            "text": text,
            "sensitivity": row.sensitivity,
            "written_by": by,
            "written_at": clock.moment(),
        },
    )
    return aside


def _settle(passport: Passport, line: LineKey, by: User) -> None:
    AsideText.objects.filter(
        school_id=passport.school_id,
        passport=passport,
        line=str(line),
        written_by=by,
        settled_at=None,
    ).update(settled_at=clock.moment())


def _outcome(
    line: LineKey,
    row: Written,
    aside: AsideText | None = None,
    *,
    is_changed: bool = False,
) -> Outcome:
    return Outcome(
        line=str(line),
        text=row.text,
        revision=row.revision,
        by=row.changed_by,
        at=row.changed_at,
        is_changed=is_changed,
        aside=aside,
    )


def _record(pupil: Pupil, row: Written, by: User) -> None:
    """Once a sitting and line: what was typed in between stands in the line's own history."""
    record_event(
        Action.WRITE_PASSPORT,
        school=pupil.school,
        by=by,
        pupil_ids=[pupil.pk],
        subject=row,
    )
