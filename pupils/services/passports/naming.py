"""Name who reads a sensitive line of a passport beyond those whose role lets them."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import User
from pupils.models import LineReader, PassportText, Pupil, Strategy
from pupils.selectors.passports.named import people_to_name
from pupils.services.recording import lock, lock_pupil

#: Nobody remembers a naming for longer than a school year.
LONGEST = dt.timedelta(days=366)


@transaction.atomic
def name_reader(
    *,
    pupil: Pupil,
    line: PassportText | Strategy,
    user: User,
    reason: str,
    ends_on: dt.date,
    today: dt.date,
    by: User,
) -> LineReader:
    """Let a person of the school read one sensitive line from today to a day."""
    pupil = lock_pupil(pupil)
    line = lock(line)
    if line.sensitivity != Sensitivity.SENSITIVE or not line.text:
        raise TransitionNotAllowed("Only for a line that is marked sensitive somebody is named.")
    if user.pk not in {each.user.pk for each in people_to_name(pupil.school, today=today)}:
        raise TransitionNotAllowed(
            "Only somebody who works at this school can be named, and whose role does not open "
            "the line already."
        )
    if not today <= ends_on <= today + LONGEST:
        raise TransitionNotAllowed("The last day lies between today and a year from now.")
    live = _of_line(line).live(today).filter(user=user).first()
    if live:
        raise TransitionNotAllowed(
            f"{user.name} reads it until {live.ends_on:%-d %B %Y} already. End that first."
        )
    row = LineReader.objects.create(
        school_id=pupil.school_id,
        pupil=pupil,
        user=user,
        reason=reason,
        starts_on=today,
        ends_on=ends_on,
        named_by=by,
        **{line.NAMED_AS: line},
    )
    _record(Action.NAME_READER, row, by)
    return row


@transaction.atomic
def end_reader(*, reader: LineReader, today: dt.date, by: User) -> LineReader:
    """The person no longer reads the line, from now on."""
    lock_pupil(reader.pupil)
    row = lock(reader)
    if row.ended_on or row.ends_on < today:
        raise TransitionNotAllowed("This has ended already.")
    row.ended_on, row.ended_by = today, by
    row.save(update_fields=["ended_on", "ended_by"])
    _record(Action.END_READER, row, by)
    return row


def end_all_readers(line: PassportText | Strategy, *, on: dt.date, by: User | None) -> None:
    """Nobody is named for a (locked) line any more, whose words have other readers now."""
    for row in _of_line(line).live(on):
        row.ended_on, row.ended_by = on, by
        row.save(update_fields=["ended_on", "ended_by"])
        _record(Action.END_READER, row, by)


def _of_line(line: PassportText | Strategy):
    return LineReader.objects.filter(school_id=line.school_id, **{line.NAMED_AS: line})


def _record(action: Action, row: LineReader, by: User | None) -> None:
    detail = {"person": str(row.user_id), "until": row.ends_on.isoformat()}
    record_event(
        action, school=row.school, by=by, pupil_ids=[row.pupil_id], subject=row, detail=detail
    )
