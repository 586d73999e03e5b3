"""Agreed actions: added, done, given to somebody else, or no longer needed.

Meetings, talks with the family and professional advice all agree actions here.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.codes import Sensitivity
from aylsham.models import Owes, User
from pupils.family_codes import ActionSource
from pupils.models import AgreedAction, Pupil
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change

ACTION_FIELDS = ("what", "owner", "outside_owner", "owed_by", "due_on")


@dataclass(frozen=True)
class Owner:
    """Who has to do it: a colleague, or somebody outside by name and as what."""

    user: User | None = None
    name: str = ""
    owed_by: Owes = Owes.SCHOOL

    @property
    def columns(self) -> dict:
        """As the row keeps it."""
        return {"owner": self.user, "outside_owner": self.name, "owed_by": self.owed_by}


@dataclass(frozen=True)
class NewAction:
    """An action about to be agreed."""

    what: str
    owner: Owner
    due_on: dt.date
    #: Came with the form, so that pressing twice agrees one.
    key: UUID | None = None


@transaction.atomic
def add_action(
    *,
    pupil: Pupil,
    action: NewAction,
    agreed_on: dt.date,
    by: User | None,
    source: ActionSource = ActionSource.HERE,
    source_id: UUID | None = None,
    sensitivity: int = Sensitivity.EVERYONE,
) -> AgreedAction:
    """Agree an action; from now on it is due for its owner."""
    return add_actions(
        pupil=pupil,
        actions=[action],
        agreed_on=agreed_on,
        by=by,
        source=source,
        source_id=source_id,
        sensitivity=sensitivity,
    )[0]


@transaction.atomic
def add_actions(
    *,
    pupil: Pupil,
    actions: list[NewAction],
    agreed_on: dt.date,
    by: User | None,
    source: ActionSource = ActionSource.HERE,
    source_id: UUID | None = None,
    sensitivity: int = Sensitivity.EVERYONE,
) -> list[AgreedAction]:
    """Agree several actions at once, as a meeting does."""
    if not actions:
        return []
    pupil = lock_pupil(pupil)
    if known := added_before(AgreedAction, pupil, actions[0].key):
        return [known]
    rows = AgreedAction.objects.bulk_create(
        AgreedAction(
            **as_pk(each.key),
            school=pupil.school,
            pupil=pupil,
            what=each.what,
            due_on=each.due_on,
            agreed_on=agreed_on,
            agreed_by=by,
            source=source,
            source_id=source_id,
            sensitivity=sensitivity,
            **_checked(each.owner).columns,
        )
        for each in actions
    )
    record_change(
        Action.CHANGE_ACTION,
        pupil=pupil,
        by=by,
        subject=rows[0],
        detail={"step": "agreed", "actions": [str(row.pk) for row in rows]},
    )
    return rows


def mark_actions(
    *, school_id: UUID, source: ActionSource, source_id: UUID, sensitivity: int
) -> None:
    """Open what was agreed in a talk or plan to the readers of its text, and to no others."""
    rows = AgreedAction.objects.filter(school_id=school_id, source=source, source_id=source_id)
    rows.exclude(sensitivity=sensitivity).update(sensitivity=sensitivity)


@transaction.atomic
def complete_action(
    *, action: AgreedAction, on: dt.date, by: User, outcome: str = ""
) -> AgreedAction:
    """The action is done; pressing twice changes nothing."""
    pupil = lock_pupil(action.pupil)
    action = lock(action)
    if action.done_on:
        return action
    _require_open(action)
    action.done_on, action.done_by, action.outcome = on, by, outcome
    action.save(update_fields=["done_on", "done_by", "outcome"])
    return _recorded(action, pupil, by, "done")


@transaction.atomic
def reopen_action(*, action: AgreedAction, by: User) -> AgreedAction:
    """It was not done after all, or is needed again."""
    pupil = lock_pupil(action.pupil)
    action = lock(action)
    action.done_on = action.done_by = action.withdrawn_on = action.withdrawn_by = None
    action.withdrawn_why = ""
    action.save(
        update_fields=["done_on", "done_by", "withdrawn_on", "withdrawn_by", "withdrawn_why"]
    )
    return _recorded(action, pupil, by, "reopened")


@transaction.atomic
def withdraw_action(*, action: AgreedAction, on: dt.date, why: str, by: User) -> AgreedAction:
    """The action is no longer needed, with the reason why."""
    pupil = lock_pupil(action.pupil)
    action = lock(action)
    _require_open(action)
    action.withdrawn_on, action.withdrawn_by, action.withdrawn_why = on, by, why
    action.save(update_fields=["withdrawn_on", "withdrawn_by", "withdrawn_why"])
    return _recorded(action, pupil, by, "withdrawn")


@transaction.atomic
def reassign_action(
    *,
    action: AgreedAction,
    owner: Owner,
    by: User,
    version: str,
    due_on: dt.date | None = None,
    what: str = "",
) -> AgreedAction:
    """Give an action to somebody else, move its day or say it better."""
    pupil = lock_pupil(action.pupil)
    action = lock(action)
    require_version(action, ACTION_FIELDS, version)
    _require_open(action)
    for field, value in _checked(owner).columns.items():
        setattr(action, field, value)
    action.due_on, action.what = due_on or action.due_on, what or action.what
    action.save(update_fields=ACTION_FIELDS)
    return _recorded(action, pupil, by, "changed")


def _checked(owner: Owner) -> Owner:
    if (owner.user is None) == (not owner.name):
        raise TransitionNotAllowed("Say who will do it: a colleague, or somebody outside.")
    if (owner.user is not None) != (owner.owed_by == Owes.SCHOOL):
        raise TransitionNotAllowed("Say where the person outside belongs: family, health, council.")
    return owner


def _require_open(action: AgreedAction) -> None:
    if action.done_on:
        raise TransitionNotAllowed("This action is done already.")
    if action.withdrawn_on:
        raise TransitionNotAllowed("This action is no longer needed.")


def _recorded(action: AgreedAction, pupil: Pupil, by: User, step: str) -> AgreedAction:
    record_change(Action.CHANGE_ACTION, pupil=pupil, by=by, subject=action, detail={"step": step})
    return action
