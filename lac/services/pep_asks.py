"""A part of a plan is asked for by a link, and the answer lands in the part with its source."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import User
from lac.models import CarePerson, Pep, PepAnswer, PepPart
from lac.pep_codes import OPEN_STATES, OWES, PartOwner, PartState, Whose
from lac.pep_parts import BY_KEY
from lac.services.recording import record
from pupils.family_codes import AskKind, AskState
from pupils.models import Contact, ContributionRequest
from pupils.questions import Question
from pupils.services.contributions.asking import ask_for_views, cancel_request
from pupils.services.recording import lock, lock_pupil


@transaction.atomic
def ask_for_part(
    *,
    part: PepPart,
    person: CarePerson | Contact,
    due_on: dt.date,
    by: User | None,
    key: UUID | None = None,
) -> PepPart:
    """Send the questions of a part to the person from outside who writes it."""
    pupil = lock_pupil(part.pep.pupil)
    part = lock(part)
    if part.pep.state not in OPEN_STATES:
        raise TransitionNotAllowed("The words of this plan stay as they are.")
    if part.ask and part.ask.is_open:
        if key and part.ask_id == key:
            return part
        raise TransitionNotAllowed(f"{part.ask.name} has been asked. Take that back first.")
    if not person.email:
        raise TransitionNotAllowed("There is no e-mail address for them. Record it first.")
    is_outside = isinstance(person, CarePerson)
    part.ask = ask_for_views(
        pupil=pupil,
        by=by,
        key=key,
        kind=AskKind.PLAN_PART,
        questions=_questions(part),
        name=person.name,
        role=person.get_role_display() if isinstance(person, CarePerson) else "",
        email=person.email,
        contact=None if isinstance(person, CarePerson) else person,
        owed_by=OWES[PartOwner(part.owner)],
        due_on=due_on,
    )
    part.owner_user = None
    part.owner_person = person if is_outside else None
    part.owner_contact = None if is_outside else person
    part.due_on, part.state = due_on, PartState.WAITING
    part.not_needed_why, part.done_on, part.done_by = "", None, None
    part.save()
    part.school = pupil.school
    record(part, pupil, by, "asked")
    return part


@transaction.atomic
def take_back_ask(*, part: PepPart, by: User | None) -> PepPart:
    """The link works no longer, and the part is to be written here."""
    pupil = lock_pupil(part.pep.pupil)
    part = lock(part)
    if part.ask is None or not part.ask.is_open:
        raise TransitionNotAllowed("Nobody is asked for this part.")
    cancel_request(ask=part.ask, by=by)
    part.state, part.due_on = PartState.TO_DO, None
    part.save(update_fields=["state", "due_on"])
    part.school = pupil.school
    record(part, pupil, by, "taken back")
    return part


def cancel_asks(pep: Pep, *, by: User | None) -> None:
    """No link of a (locked) plan works any more."""
    parts = PepPart.objects.filter(school_id=pep.school_id, pep=pep, ask__state=AskState.OPEN)
    for part in parts.select_related("ask__pupil"):
        cancel_request(ask=part.ask, by=by)


def take_part(ask: ContributionRequest, given: dict[str, str]) -> PepPart:
    """What came by the link stands in the part, in that person's words; the part is done.

    Called with the child locked. What somebody wrote here before stays above it.
    """
    rows = PepPart.objects.select_for_update(of=("self",)).filter(school_id=ask.school_id, ask=ask)
    part = rows.select_related("pep").first()
    if part is None or part.pep.state not in OPEN_STATES:
        raise TransitionNotAllowed("This is no longer needed. Thank you all the same.")
    for question, text in given.items():
        if text:
            _add_words(part, question, text, ask)
    part.state, part.done_on = PartState.DONE, clock.today()
    part.save(update_fields=["state", "done_on"])
    part.school = ask.pupil.school
    return part


def _add_words(part: PepPart, question: str, text: str, ask: ContributionRequest) -> None:
    own = {"school_id": part.school_id, "part": part, "question": question}
    known = PepAnswer.objects.filter(**own).first()
    whose = Whose.CARER if part.owner == PartOwner.CARER else Whose.OUTSIDE
    values = {"whose": whose, "said_by": ask.name, "said_on": clock.today(), "written_by": None}
    if known is None:
        PepAnswer.objects.create(**own, text=text, sensitivity=Sensitivity.SENSITIVE, **values)
        return
    known.text = f"{known.text}\n\n{ask.name}: {text}"
    known.save(update_fields=["text"])


def _questions(part: PepPart) -> list[Question]:
    return [
        {"key": each.key, "label": each.label, "hint": each.hint}
        for each in BY_KEY[part.key].asked(part.pep.kind)
    ]
