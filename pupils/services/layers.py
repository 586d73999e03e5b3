"""The layer beside the SEN status: set for one child or for many; the status is never touched."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import School, User
from pupils.codes import LAYER_FIELDS, EvidenceOf
from pupils.models import LayerPeriod, Pupil
from pupils.selectors.layers import layer_now
from pupils.services.evidence import link_evidence
from pupils.services.recording import lock_pupil, lock_pupils, record_change, require_born

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class LayerChoice:
    """The layer chosen for one child in a list, and the version that the list showed."""

    pupil_id: UUID
    layer: str
    version: str


@transaction.atomic
def set_layer(
    *,
    pupil: Pupil,
    layer: str,
    starts_on: dt.date,
    reason: str,
    version: str,
    by: User | None,
    evidence: str = "",
    paper: str = "",
) -> LayerPeriod:
    """Set the proposed layer of a child from a day on; the one before ends on the day before."""
    _require_used(pupil.school)
    pupil = lock_pupil(pupil)
    require_born(pupil, starts_on)
    now = layer_now(pupil)
    if version != version_of(now, LAYER_FIELDS):
        raise TransitionNotAllowed("Somebody set the layer while you had it open. Look again.")
    period = _set(pupil, now, layer, starts_on, reason, evidence, by)
    link_evidence(pupil=pupil, of=EvidenceOf.LAYER, row_id=period.pk, paper=paper, by=by)
    detail = {"step": "set", "layer": layer}
    record_change(
        Action.CHANGE_LAYER, pupil=pupil, by=by, subject=period, detail=detail, moves_dates=False
    )
    return period


@transaction.atomic
def set_layers(
    *,
    school: School,
    choices: Sequence[LayerChoice],
    starts_on: dt.date,
    reason: str,
    by: User | None,
    evidence: str = "",
) -> int:
    """Set the layers of many children at once, with one reason: all of them or none; how many."""
    _require_used(school)
    ids = {choice.pupil_id for choice in choices}
    lock_pupils(school, ids)
    pupils = {pupil.pk: pupil for pupil in Pupil.objects.filter(school=school, pk__in=ids)}
    rows = LayerPeriod.objects.filter(school=school, pupil__in=ids, ends_on=None)
    now = {row.pupil_id: row for row in rows}
    stale = [c for c in choices if c.version != version_of(now.get(c.pupil_id), LAYER_FIELDS)]
    if stale:
        raise TransitionNotAllowed(
            f"Somebody set the layer of {len(stale)} of these children while you had the list "
            "open. Nothing is saved; look at the list again."
        )
    for choice in choices:
        pupil = pupils[choice.pupil_id]
        _set(pupil, now.get(pupil.pk), choice.layer, starts_on, reason, evidence, by)
    if choices:
        detail = {"step": "set_many", "count": len(choices)}
        record_event(
            Action.CHANGE_LAYER, school=school, by=by, pupil_ids=sorted(ids), detail=detail
        )
    return len(choices)


@transaction.atomic
def end_layer(*, pupil: Pupil, ends_on: dt.date, version: str, by: User | None) -> LayerPeriod:
    """The child has no layer after `ends_on`, the last day of it."""
    pupil = lock_pupil(pupil)
    now = layer_now(pupil)
    if now is None or version != version_of(now, LAYER_FIELDS):
        raise TransitionNotAllowed("Somebody changed the layer while you had it open. Look again.")
    if ends_on < now.starts_on:
        raise TransitionNotAllowed(
            f"The last day cannot be before the first, {now.starts_on:%-d %B %Y}."
        )
    _end(now, ends_on, by)
    detail = {"step": "ended", "layer": now.layer}
    record_change(
        Action.CHANGE_LAYER, pupil=pupil, by=by, subject=now, detail=detail, moves_dates=False
    )
    return now


@transaction.atomic
def use_layers(*, school: School, is_used: bool, by: User | None) -> bool:
    """Say whether a school keeps the proposed layers; what was set stays. True if that is new."""
    locked = School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if locked.uses_layers == is_used:
        return False
    locked.uses_layers = is_used
    locked.save(update_fields=["uses_layers"])
    detail = {"field": "uses_layers", "to": is_used}
    record_event(Action.CHANGE_SCHOOL, school=locked, by=by, subject=locked, detail=detail)
    return True


def _require_used(school: School) -> None:
    if not School.objects.filter(pk=school.pk, uses_layers=True).exists():
        raise TransitionNotAllowed("This school does not use the proposed layers.")


def _set(pupil, now, layer, starts_on, reason, evidence, by) -> LayerPeriod:
    """The child is locked: a new stretch, or the same day's stretch put right."""
    if now and now.layer == layer:
        raise TransitionNotAllowed(f"{now.get_layer_display()} is the layer already.")
    if now and now.starts_on == starts_on:
        now.layer, now.reason, now.evidence, now.set_by = layer, reason, evidence, by
        now.save(update_fields=["layer", "reason", "evidence", "set_by"])
        return now
    _require_after(pupil, now, starts_on)
    if now:
        _end(now, starts_on - ONE_DAY, by)
    return LayerPeriod.objects.create(
        school_id=pupil.school_id,
        pupil=pupil,
        layer=layer,
        starts_on=starts_on,
        reason=reason,
        evidence=evidence,
        set_by=by,
    )


def _require_after(pupil: Pupil, now: LayerPeriod | None, starts_on: dt.date) -> None:
    if now:
        clash = now.starts_on if now.starts_on > starts_on else None
    else:
        before = LayerPeriod.objects.filter(school_id=pupil.school_id, pupil_id=pupil.pk)
        last = before.order_by("-ends_on").values_list("ends_on", flat=True).first()
        clash = last if last and last >= starts_on else None
    if clash:
        raise TransitionNotAllowed(
            f"A layer is recorded on {clash:%-d %B %Y} already: the new one must begin after that."
        )


def _end(now: LayerPeriod, ends_on: dt.date, by) -> None:
    now.ends_on, now.ended_by = ends_on, by
    now.save(update_fields=["ends_on", "ended_by"])
