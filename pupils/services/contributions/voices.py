"""Views and advice that came on paper, by phone or in person: typed in here, word for word."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.family_codes import AskState, AskStep, GivenHow
from pupils.models import ContributionLink, ContributionRequest, Pupil, Voice
from pupils.services.contributions.asking import note
from pupils.services.contributions.attaching import forget_files
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change
from pupils.services.secret_addresses import revoke_addresses

VOICE_FIELDS = ("given_on", "given_how", "said_by", "role", "helper", "sensitivity")


@transaction.atomic
def record_voice(
    *,
    pupil: Pupil,
    answers: list[dict[str, str]],
    by: User,
    ask: ContributionRequest | None = None,
    key: UUID | None = None,
    **values: Any,
) -> Voice:
    """Record views or advice in the person's own words; an open request is answered by it.

    `key` comes with the form, so that pressing twice leaves one.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(Voice, pupil, key):
        return known
    if not any(each["answer"] for each in answers):
        raise TransitionNotAllowed("Write at least one answer.")
    if ask is not None:
        ask = lock(ask)
        if ask.state != AskState.OPEN:
            raise TransitionNotAllowed("This request is answered or cancelled already.")
        _close(ask, by)
    voice = Voice.objects.create(
        school=pupil.school,
        pupil=pupil,
        answers=[each for each in answers if each["answer"]],
        ask=ask,
        recorded_by=by,
        **as_pk(key),
        **values,
    )
    record_change(Action.RECEIVE_VIEWS, pupil=pupil, by=by, subject=voice)
    return voice


@transaction.atomic
def correct_voice(*, voice: Voice, version: str, by: User, **values: Any) -> Voice:
    """Correct when, how and by whom views were given, or mark them sensitive; never the words."""
    pupil = lock_pupil(voice.pupil)
    voice = lock(voice)
    require_version(voice, VOICE_FIELDS, version)
    if voice.given_how == GivenHow.LINK and values.get("given_how") != GivenHow.LINK:
        raise TransitionNotAllowed("These words came by link; that is what the log proves.")
    for field in VOICE_FIELDS:
        setattr(voice, field, values[field])
    voice.save(update_fields=VOICE_FIELDS)
    record_change(
        Action.RECEIVE_VIEWS, pupil=pupil, by=by, subject=voice, detail={"step": "corrected"}
    )
    return voice


def _close(ask: ContributionRequest, by: User) -> None:
    revoke_addresses(ContributionLink, ask)
    ask.state, ask.answered_at = AskState.ANSWERED, timezone.now()
    ask.draft, ask.draft_at, ask.code_hash = {}, None, ""
    ask.save()
    forget_files(ask)
    note(ask, AskStep.ANSWERED, by=by)
