"""A concern is raised, and asks the other adults of the child what they see."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.concern_codes import Worked
from pupils.models import Concern, ConcernAnswer, ConcernDraft, ConcernTried, Pupil
from pupils.rules import concerns as rules
from pupils.selectors.concern_adults import adults_to_ask
from pupils.services.recording import lock, lock_pupil, record_change

ANSWER_FIELDS = ("same", "seen", "words", "helps")


@dataclass(frozen=True)
class Tried:
    """Something that was tried, since when, and whether it worked."""

    what: str
    worked: str = Worked.EARLY
    since_on: dt.date | None = None
    is_ordinary: bool = False


@transaction.atomic
def raise_concern(
    *, pupil: Pupil, key: UUID, by: User | None, tried: Sequence[Tried] = (), **values: Any
) -> Concern:
    """Raise a concern and ask the other adults of the class and the child.

    `key` is that of the draft, which is over then: pressing the button twice leaves one concern.
    A child has at most one open concern in an area.
    """
    pupil = lock_pupil(pupil)
    mine = Concern.objects.filter(school_id=pupil.school_id, pupil=pupil)
    if known := mine.filter(pk=key).first():
        return known
    refuse_second(pupil, values["area"])
    today = clock.today()
    concern = Concern(
        pk=key, school=pupil.school, pupil=pupil, raised_on=today, raised_by=by, **values
    )
    concern.save(force_insert=True)
    ConcernDraft.objects.filter(school_id=pupil.school_id, pk=key).delete()
    ConcernTried.objects.bulk_create(
        ConcernTried(
            school=pupil.school,
            concern=concern,
            place=place,
            what=each.what,
            worked=each.worked,
            since_on=each.since_on,
            is_ordinary=each.is_ordinary,
        )
        for place, each in enumerate(tried)
    )
    asked = ConcernAnswer.objects.bulk_create(
        ConcernAnswer(
            school=pupil.school,
            concern=concern,
            user=user,
            asked_on=today,
            answer_by=rules.answer_by(today),
        )
        for user in adults_to_ask(pupil, today=today, but=by)
    )
    _record("raised", concern, by, asked=len(asked))
    return concern


@transaction.atomic
def answer_concern(
    *, answer: ConcernAnswer, version: str, by: User, **values: Any
) -> ConcernAnswer:
    """Say what one sees; it can be said better until the SENDCo has decided."""
    pupil = lock_pupil(answer.concern.pupil)
    concern, answer = lock(answer.concern), lock(answer)
    if answer.user_id != by.pk:
        raise TransitionNotAllowed("Somebody else was asked.")
    if concern.step or not concern.is_open:
        raise TransitionNotAllowed("The SENDCo has decided already. Tell them in person.")
    if all(getattr(answer, name) == values[name] for name in ANSWER_FIELDS):
        return answer
    require_version(answer, ANSWER_FIELDS, version)
    for name in ANSWER_FIELDS:
        setattr(answer, name, values[name])
    answer.answered_on = clock.today()
    answer.save(update_fields=[*ANSWER_FIELDS, "answered_on"])
    concern.pupil = pupil
    _record("answered", concern, by)
    return answer


def refuse_second(pupil: Pupil, area: str) -> None:
    """A child has at most one open concern in an area."""
    rows = Concern.objects.open().filter(school_id=pupil.school_id, pupil=pupil, area=area)
    if rows.exists():
        raise TransitionNotAllowed(
            "There is an open concern in this area already. Tell the SENDCo what you see."
        )


def _record(step: str, concern: Concern, by: User | None, **detail: Any) -> None:
    record_change(
        Action.CHANGE_CONCERN,
        pupil=concern.pupil,
        by=by,
        subject=concern,
        detail={"step": step, **detail},
    )
