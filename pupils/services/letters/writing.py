"""Letters are begun from a template, written, and dropped if they are not needed."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.codes import Sensitivity
from aylsham.identifiers import uuid7
from aylsham.models import School, User
from pupils.letter_codes import LetterState
from pupils.models import Contact, Letter, Pupil
from pupils.rules.letters.words import filled, placeholders_in
from pupils.selectors.letters.addressees import Addressee, addressees_of
from pupils.selectors.letters.library import Template
from pupils.selectors.letters.values import SchoolFacts, own_date_of, school_facts, values_of
from pupils.services.recording import lock, lock_pupil, record_change

LETTER_FIELDS = (
    "on", "to_name", "to_address", "to_email", "subject", "body", "sensitivity", "language",
    "signed_by", "signed_as",
)  # fmt: skip


@dataclass(frozen=True)
class Recipient:
    """Whom one letter is for: somebody of the family, or whoever is named."""

    name: str
    address: str = ""
    email: str = ""
    contact: Contact | None = None
    others: tuple[UUID, ...] = ()

    @classmethod
    def of(cls, addressee: Addressee) -> "Recipient":
        """A home of the family."""
        first, *others = addressee.contacts
        return cls(
            addressee.name,
            addressee.address,
            addressee.email,
            first,
            tuple(each.pk for each in others),
        )


@dataclass(frozen=True)
class ForChild:
    """Letters about one child: to whom, and the day from which the template's rule counts."""

    pupil: Pupil
    recipients: tuple[Recipient, ...]
    counted_from: dt.date | None = None


@dataclass
class Begun:
    """What came of beginning letters: which were begun, and for whom there is nobody to write to."""

    batch: UUID
    letters: list[Letter] = field(default_factory=list)
    nobody: list[Pupil] = field(default_factory=list)


@transaction.atomic
def begin_letters(
    *, school: School, template: Template, children: Iterable[ForChild], by: User, batch: UUID
) -> Begun:
    """Begin a letter for each child and home; `batch` comes with the form, so twice begins once."""
    begun = Begun(batch)
    known = list(Letter.objects.filter(school=school, batch=batch))
    if known:
        begun.letters = known
        return begun
    chosen = sorted(children, key=lambda each: each.pupil.pk)
    today = clock.today()
    at = school_facts(school, [each.pupil.pk for each in chosen], today=today)
    for each in chosen:
        pupil = lock_pupil(each.pupil)
        pupil.class_group = each.pupil.class_group
        if not each.recipients:
            begun.nobody.append(pupil)
        rows = [
            _begin(pupil, template, to, each.counted_from, at, batch, by) for to in each.recipients
        ]
        begun.letters += rows
        if rows:
            _record(pupil, by, rows[0], "begun", len(rows))
    return begun


def family_recipients(pupil: Pupil, template: Template, *, today: dt.date) -> tuple[Recipient, ...]:
    """Every home that may have a letter from this template."""
    found = addressees_of(pupil, template.wording.thing, level_of(template), today=today)
    return tuple(Recipient.of(each) for each in found if not each.verdict.is_refused)


def level_of(template: Template) -> Sensitivity:
    """Who inside the school may read a letter from a template, unless the writer says otherwise."""
    is_sensitive = template.wording.is_sensitive
    return Sensitivity.SENSITIVE if is_sensitive else Sensitivity.EVERYONE


@transaction.atomic
def change_letter(*, letter: Letter, version: str, by: User, **values: Any) -> Letter:
    """Change the words of this letter; a translation that was checked is of other words then."""
    pupil = lock_pupil(letter.pupil)
    letter = require_draft(lock(letter))
    require_version(letter, LETTER_FIELDS, version)
    names = [n for n in LETTER_FIELDS if n in values and values[n] != getattr(letter, n)]
    for name in names:
        setattr(letter, name, values[name])
    if {"subject", "body", "language"} & set(names):
        letter.checked_by, letter.checked_on = "", None
    letter.save(update_fields=[*names, "checked_by", "checked_on"])
    _record(pupil, by, letter, "changed")
    return letter


@transaction.atomic
def drop_letter(*, letter: Letter, by: User, is_dropped: bool = True) -> Letter:
    """Not to be sent after all, or to be sent all the same."""
    pupil = lock_pupil(letter.pupil)
    letter = lock(letter)
    if letter.state == LetterState.SENT:
        raise TransitionNotAllowed("This letter has been sent. It stays as it was.")
    letter.state = LetterState.DROPPED if is_dropped else LetterState.DRAFT
    letter.save(update_fields=["state"])
    _record(pupil, by, letter, "dropped" if is_dropped else "taken up again")
    return letter


def require_draft(letter: Letter) -> Letter:
    """A (locked) letter that has not gone."""
    if not letter.is_draft:
        raise TransitionNotAllowed("This letter has been sent, or dropped. Begin a new one.")
    return letter


def _begin(
    pupil: Pupil,
    template: Template,
    to: Recipient,
    counted_from: dt.date | None,
    at: SchoolFacts,
    batch: UUID,
    by: User,
) -> Letter:
    wording = template.wording
    day = counted_from or at.known_day(wording.clock, pupil.pk)
    own = own_date_of(wording, day, at)
    values = values_of(pupil, wording, at, own=own, addressee=to.name)
    return Letter.objects.create(
        id=uuid7(),
        school=pupil.school,
        pupil=pupil,
        batch=batch,
        template_code=wording.code,
        template_title=wording.title,
        template_version=template.version,
        to=wording.to,
        thing=wording.thing,
        contact=to.contact,
        with_contacts=list(to.others),
        to_name=to.name[:200],
        to_address=to.address,
        to_email=to.email,
        on=at.today,
        subject=filled(wording.subject, values)[:200],
        body=filled(wording.body, values),
        values=_used(values, wording.subject, wording.body),
        sensitivity=level_of(template),
        citation=values.get("citation", "")[:300],
        rule=f"{own.rule_code}, version {own.rule_version}" if own else "",
        due_on=own.due_on if own else None,
        signed_by=by.name,
        signed_as="SENDCo" if by.name in at.sendco else "",
        written_by=by,
        written_at=clock.moment(),
    )


def _used(values: Mapping[str, str], *texts: str) -> dict[str, str]:
    return {name: values[name] for name in placeholders_in(*texts) if name in values}


def _record(pupil: Pupil, by: User, letter: Letter, step: str, count: int = 1) -> None:
    detail = {"step": step, "template": letter.template_code, "letters": count}
    record_change(
        Action.WRITE_LETTER, pupil=pupil, by=by, subject=letter, detail=detail, moves_dates=False
    )
