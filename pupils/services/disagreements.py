"""Disagreements: raised, answered, sent another way, ended; every version of the words is kept."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, require_version
from aylsham.identifiers import uuid7
from aylsham.models import User
from pupils.disagreement_codes import Entry
from pupils.models import Disagreement, DisagreementText, Pupil
from pupils.services.actions import Owner
from pupils.services.recording import lock, lock_pupil, record_change

STEP_FIELDS = (
    "route", "letter_on", "adviser_on", "certificate_on", "next_what", "next_on", "next_owner",
    "next_outside", "next_owed_by",
)  # fmt: skip


@dataclass(frozen=True)
class NextStep:
    """What comes next, by whom, by when."""

    what: str
    on: dt.date
    owner: Owner

    @property
    def columns(self) -> dict[str, Any]:
        """As the row keeps it."""
        return {
            "next_what": self.what,
            "next_on": self.on,
            "next_owner": self.owner.user,
            "next_outside": self.owner.name,
            "next_owed_by": self.owner.owed_by,
        }


@transaction.atomic
def raise_disagreement(
    *,
    pupil: Pupil,
    key: UUID,
    about: str,
    route: str,
    raised_on: dt.date,
    raised_by: str,
    text: str,
    step: NextStep,
    by: User,
) -> Disagreement:
    """Write down what a family is not content with; `key` makes pressing twice one."""
    pupil = lock_pupil(pupil)
    known = Disagreement.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=key).first()
    if known:
        return known
    row = Disagreement.objects.create(
        pk=key,
        school=pupil.school,
        pupil=pupil,
        about=about,
        route=route,
        raised_on=raised_on,
        raised_by=raised_by,
        **step.columns,
    )
    _write(row, uuid7(), 1, Entry.CONCERN, raised_on, raised_by, text, by)
    _record(row, pupil, by, "raised")
    return row


@transaction.atomic
def add_entry(
    *,
    disagreement: Disagreement,
    key: UUID,
    kind: str,
    on: dt.date,
    said_by: str,
    text: str,
    step: NextStep,
    by: User,
) -> DisagreementText:
    """A reply or an answer, and who holds the next step now."""
    pupil, row = _open(disagreement)
    known = DisagreementText.objects.filter(school_id=row.school_id, entry_id=key).first()
    if known:
        return known
    if on < row.raised_on:
        raise TransitionNotAllowed("This is before the disagreement was raised.")
    found = _write(row, key, 1, kind, on, said_by, text, by)
    _set(row, step.columns)
    _record(row, pupil, by, kind)
    return found


@transaction.atomic
def revise_entry(*, entry: DisagreementText, number: int, text: str, by: User) -> DisagreementText:
    """A further version of a text; `number` is the version that the writer had before them."""
    pupil, row = _open(entry.disagreement)
    rows = DisagreementText.objects.filter(school_id=row.school_id, entry_id=entry.entry_id)
    latest = rows.aggregate(last=Max("number"))["last"]
    if number != latest:
        raise StaleSave([], str(latest))
    if rows.get(number=latest).text == text:
        raise TransitionNotAllowed("Nothing is changed.")
    found = _write(row, entry.entry_id, latest + 1, entry.kind, entry.on, entry.said_by, text, by)
    _record(row, pupil, by, "revised")
    return found


@transaction.atomic
def change_step(
    *, disagreement: Disagreement, version: str, step: NextStep, by: User, **route: Any
) -> Disagreement:
    """Another next step, another route, or the dates from which the law counts."""
    pupil, row = _open(disagreement)
    require_version(row, STEP_FIELDS, version)
    _set(row, route | step.columns)
    _record(row, pupil, by, "step")
    return row


@transaction.atomic
def end_disagreement(
    *, disagreement: Disagreement, result: str, text: str, on: dt.date, by: User
) -> Disagreement:
    """The outcome, in words and with its day."""
    pupil, row = _open(disagreement)
    if on < row.raised_on:
        raise TransitionNotAllowed("It cannot have ended before it was raised.")
    _write(row, uuid7(), 1, Entry.OUTCOME, on, by.name, text, by)
    row.result, row.closed_on, row.closed_by = result, on, by
    row.next_what, row.next_on, row.next_owner, row.next_outside = "", None, None, ""
    row.save()
    _record(row, pupil, by, "ended")
    return row


def _open(disagreement: Disagreement) -> tuple[Pupil, Disagreement]:
    pupil = lock_pupil(disagreement.pupil)
    row = lock(disagreement)
    if not row.is_open:
        raise TransitionNotAllowed("This has ended. Raise it anew if it comes back.")
    return pupil, row


def _set(row: Disagreement, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def _write(row, entry_id, number, kind, on, said_by, text, by) -> DisagreementText:
    return DisagreementText.objects.create(
        school_id=row.school_id,
        disagreement=row,
        entry_id=entry_id,
        number=number,
        kind=kind,
        on=on,
        said_by=said_by,
        text=text,
        written_by=by,
        written_at=clock.moment(),
    )


def _record(row: Disagreement, pupil: Pupil, by: User, step: str) -> None:
    record_change(
        Action.CHANGE_DISAGREEMENT, pupil=pupil, by=by, subject=row, detail={"step": step}
    )
