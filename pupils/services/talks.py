"""The contact log: what was said with the family is written down, and put right."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.family_codes import ActionSource, TalkOutcome
from pupils.models import Pupil, Talk
from pupils.services.actions import NewAction, add_actions, mark_actions
from pupils.services.recording import lock, lock_pupil, record_change, require_born

TALK_FIELDS = (
    "on",
    "how",
    "outcome",
    "contact",
    "who",
    "is_parent_meeting",
    "agreed",
    "sensitivity",
    "services",
)


@transaction.atomic
def log_talk(
    *, pupil: Pupil, key: UUID, by: User | None, actions: Sequence[NewAction] = (), **values: Any
) -> Talk:
    """Write down a talk and the actions agreed in it.

    `key` comes with the form: pressing "Save" twice, or again after the signal was lost, leaves
    one entry.
    """
    pupil = lock_pupil(pupil)
    known = Talk.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=key).first()
    if known:
        return known
    require_born(pupil, values["on"])
    _check(values)
    talk = Talk(pk=key, school=pupil.school, pupil=pupil, logged_by=by, **values)
    talk.save(force_insert=True)
    add_actions(
        pupil=pupil,
        actions=list(actions),
        agreed_on=talk.on,
        by=by,
        source=ActionSource.CONTACT,
        source_id=talk.pk,
        sensitivity=talk.sensitivity,
    )
    record_change(
        Action.LOG_CONTACT, pupil=pupil, by=by, subject=talk, detail={"actions": len(actions)}
    )
    return talk


@transaction.atomic
def correct_talk(*, talk: Talk, version: str, by: User, **values: Any) -> Talk:
    """Put an entry right; the history keeps what it said."""
    pupil = lock_pupil(talk.pupil)
    talk = lock(talk)
    require_version(talk, TALK_FIELDS, version)
    require_born(pupil, values["on"])
    _check(values)
    for field in TALK_FIELDS:
        setattr(talk, field, values[field])
    talk.save(update_fields=TALK_FIELDS)
    mark_actions(
        school_id=talk.school_id,
        source=ActionSource.CONTACT,
        source_id=talk.pk,
        sensitivity=talk.sensitivity,
    )
    record_change(Action.LOG_CONTACT, pupil=pupil, by=by, subject=talk, detail={"step": "changed"})
    return talk


def _check(values: dict[str, Any]) -> None:
    if values["outcome"] == TalkOutcome.NO_ANSWER and values.get("is_parent_meeting"):
        raise TransitionNotAllowed("A call without an answer is not one of the three meetings.")
    if (
        values.get("is_parent_meeting")
        and values["outcome"] == TalkOutcome.HELD
        and not values.get("agreed")
    ):
        raise TransitionNotAllowed(
            "Say what was agreed: the parents get a record of it (Code of Practice 6.71)."
        )
