"""What helps a child: written, found still true, ended. Every view reads the same row."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.codes import Sensitivity
from aylsham.identifiers import uuid7
from aylsham.models import User
from pupils.codes import Setting, Tier
from pupils.models import Need, Pupil, Strategy
from pupils.rules.lines import HELPS, LineKey
from pupils.services.passports.naming import end_all_readers
from pupils.services.passports.versions import close_versions, note_change
from pupils.services.recording import lock, lock_pupil, record_change

STRATEGY_FIELDS = ("text", "need", "setting", "tier", "sensitivity", "is_normal_practice")


@transaction.atomic
def add_strategy(
    *,
    pupil: Pupil,
    text: str,
    since_on: dt.date,
    by: User | None,
    need: Need | None = None,
    setting: str = Setting.EVERYWHERE,
    tier: str = Tier.UNIVERSAL,
    sensitivity: int = Sensitivity.EVERYONE,
    is_normal_practice: bool = False,
    typed_into: UUID | None = None,
    sitting: UUID | None = None,
) -> Strategy:
    """Write down something that helps; it counts as found true on its first day."""
    pupil = lock_pupil(pupil)
    _require_own(need, pupil)
    strategy = Strategy.objects.create(
        school=pupil.school,
        pupil=pupil,
        text=_said(text),
        need=need,
        setting=setting,
        tier=tier,
        sensitivity=sensitivity,
        is_normal_practice=is_normal_practice,
        since_on=since_on,
        confirmed_on=since_on,
        confirmed_by=by,
        typed_into=typed_into,
        sitting=sitting or uuid7(),
        changed_by=by,
        changed_at=clock.moment(),
    )
    _record("added", strategy, by)
    return strategy


@transaction.atomic
def change_strategy(
    *,
    strategy: Strategy,
    text: str,
    need: Need | None,
    setting: str,
    tier: str,
    sensitivity: int,
    is_normal_practice: bool,
    on: dt.date,
    version: str,
    by: User,
) -> Strategy:
    """Change everything about a strategy at once; whoever changes it has found it true."""
    pupil = lock_pupil(strategy.pupil)
    strategy = require_live(lock(strategy))
    require_version(strategy, STRATEGY_FIELDS, version)
    _require_own(need, pupil)
    if strategy.text != (said := _said(text)):
        strategy.revision += 1
        strategy.sitting = uuid7()
    strategy.text, strategy.need, strategy.setting, strategy.tier = said, need, setting, tier
    strategy.sensitivity, strategy.is_normal_practice = sensitivity, is_normal_practice
    strategy.changed_by, strategy.changed_at = by, clock.moment()
    mark_confirmed(strategy, on=on, by=by)
    strategy.save()
    _record("changed", strategy, by)
    close_versions(pupil, LineKey(HELPS, row_id=strategy.pk), sensitivity)
    if sensitivity != Sensitivity.SENSITIVE:
        end_all_readers(strategy, on=on, by=by)
    return strategy


@transaction.atomic
def confirm_strategy(*, strategy: Strategy, on: dt.date, by: User) -> Strategy:
    """Somebody who works with the child finds that it still helps."""
    lock_pupil(strategy.pupil)
    strategy = require_live(lock(strategy))
    mark_confirmed(strategy, on=on, by=by)
    strategy.save(update_fields=["confirmed_on", "confirmed_by"])
    _record("confirmed", strategy, by)
    return strategy


@transaction.atomic
def end_strategy(*, strategy: Strategy, ended_on: dt.date, by: User | None) -> Strategy:
    """It no longer helps, or is no longer needed: no view shows it any more."""
    lock_pupil(strategy.pupil)
    strategy = require_live(lock(strategy))
    if ended_on < strategy.since_on:
        raise TransitionNotAllowed(
            f"It has been used since {strategy.since_on:%-d %B %Y}, after that day."
        )
    strategy.ended_on = ended_on
    strategy.save(update_fields=["ended_on"])
    _record("ended", strategy, by)
    return strategy


def mark_confirmed(strategy: Strategy, *, on: dt.date, by: User | None) -> None:
    """Note on the (locked, unsaved) row that it was found true, never earlier than before."""
    if on >= strategy.confirmed_on:
        strategy.confirmed_on, strategy.confirmed_by = on, by


def require_live(strategy: Strategy) -> Strategy:
    """Refuse what has ended."""
    if strategy.ended_on:
        raise TransitionNotAllowed(f"This ended on {strategy.ended_on:%-d %B %Y}.")
    return strategy


def _said(text: str) -> str:
    if not (said := text.strip()):
        raise TransitionNotAllowed("A line of what helps cannot be empty. End it instead.")
    return said


def _require_own(need: Need | None, pupil: Pupil) -> None:
    if need is not None and (need.pupil_id != pupil.pk or need.ended_on):
        raise TransitionNotAllowed("Choose one of the child's needs that has not ended.")


def _record(step: str, strategy: Strategy, by: User | None) -> None:
    record_change(
        Action.CHANGE_STRATEGY,
        pupil=strategy.pupil,
        by=by,
        subject=strategy,
        detail={"step": step},
    )
    note_change(strategy.pupil, by)
