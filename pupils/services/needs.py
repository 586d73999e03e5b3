"""Needs and diagnoses: what is hard for a child, in which order, and what a clinician called it."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.codes import NEED_TYPES, EvidenceOf, Source
from pupils.models import Diagnosis, Need, Pupil
from pupils.services.evidence import link_evidence
from pupils.services.recording import lock, lock_pupil, record_change, require_born

NEED_FIELDS = ("need_type", "in_words", "impact", "known_from", "since_on")
LEVEL_FIELDS = ("level",)
DIAGNOSIS_FIELDS = ("name", "made_on", "made_by", "evidence")


@transaction.atomic
def add_need(
    *,
    pupil: Pupil,
    need_type: str,
    by: User | None,
    in_words: str = "",
    impact: str = "",
    known_from: str = "",
    since_on: dt.date | None = None,
    source: str = Source.HERE,
) -> Need:
    """Add a need after those the child has."""
    pupil = lock_pupil(pupil)
    if source == Source.HERE:  # what another system says is taken as it stands
        require_born(pupil, since_on)
    needs = open_needs(pupil)
    _require_new_type(needs, need_type)
    need = Need.objects.create(
        school=pupil.school,
        pupil=pupil,
        need_type=need_type,
        rank=(needs.aggregate(last=Max("rank"))["last"] or 0) + 1,
        in_words=in_words,
        impact=impact,
        known_from=known_from,
        since_on=since_on,
        source=source,
    )
    _record("added", need, by)
    return need


@transaction.atomic
def change_need(
    *,
    need: Need,
    need_type: str,
    in_words: str,
    impact: str,
    known_from: str,
    since_on: dt.date | None,
    version: str,
    by: User,
) -> Need:
    """Change what a need says; from now on it counts as entered here."""
    pupil = lock_pupil(need.pupil)
    need = _require_open(lock(need))
    require_version(need, NEED_FIELDS, version)
    require_born(pupil, since_on)
    _require_new_type(open_needs(pupil).exclude(pk=need.pk), need_type)
    need.need_type, need.in_words, need.impact = need_type, in_words, impact
    need.known_from, need.since_on, need.source = known_from, since_on, Source.HERE
    need.save(update_fields=[*NEED_FIELDS, "source"])
    _record("changed", need, by)
    return need


@transaction.atomic
def rate_need(*, need: Need, level: int | None, on: dt.date, version: str, by: User) -> Need:
    """Rate how much a need gets in the way at school, or take the rating back; no diagnosis asked."""
    lock_pupil(need.pupil)
    need = _require_open(lock(need))
    require_version(need, LEVEL_FIELDS, version)
    need.level = level
    need.level_rated_on, need.level_rated_by = (on, by) if level else (None, None)
    need.save(update_fields=["level", "level_rated_on", "level_rated_by"])
    _record("rated", need, by)
    return need


@transaction.atomic
def rank_needs(*, pupil: Pupil, order: list[UUID], by: User) -> None:
    """Put a child's needs in order, the primary one first."""
    pupil = lock_pupil(pupil)
    needs = {need.pk: need for need in open_needs(pupil)}
    if set(order) != needs.keys() or len(order) != len(needs):
        raise TransitionNotAllowed("The needs have changed since you opened them. Look again.")
    moved = [(rank, needs[pk]) for rank, pk in enumerate(order, 1) if needs[pk].rank != rank]
    if not moved:
        return
    for rank, need in moved:
        need.rank, need.source = rank, Source.HERE
        need.save(update_fields=["rank", "source"])
    types = [needs[pk].need_type for pk in order]
    _tell(Action.CHANGE_NEEDS, pupil, by, detail={"step": "ranked", "order": types})


@transaction.atomic
def end_need(*, need: Need, ended_on: dt.date, by: User | None) -> Need:
    """End a need; those after it move up."""
    pupil = lock_pupil(need.pupil)
    need = _require_open(lock(need))
    if need.since_on and ended_on < need.since_on:
        raise TransitionNotAllowed(f"The need began on {need.since_on:%-d %B %Y}, after that day.")
    need.ended_on, need.source = ended_on, Source.HERE
    need.save(update_fields=["ended_on", "source"])
    for rank, other in enumerate(open_needs(pupil), 1):
        if other.rank != rank:
            other.rank = rank
            other.save(update_fields=["rank"])
    _record("ended", need, by)
    return need


@transaction.atomic
def add_diagnosis(
    *,
    pupil: Pupil,
    name: str,
    by: User,
    made_on: dt.date | None = None,
    made_by: str = "",
    evidence: str = "",
    paper: str | None = None,
) -> Diagnosis:
    """Record a diagnosis as a dated fact with its source."""
    pupil = lock_pupil(pupil)
    require_born(pupil, made_on)
    diagnosis = Diagnosis.objects.create(
        school=pupil.school,
        pupil=pupil,
        name=name,
        made_on=made_on,
        made_by=made_by,
        evidence=evidence,
    )
    of = EvidenceOf.DIAGNOSIS
    link_evidence(pupil=pupil, of=of, row_id=diagnosis.pk, paper=paper, by=by)
    _record_diagnosis("added", diagnosis, by)
    return diagnosis


@transaction.atomic
def change_diagnosis(
    *,
    diagnosis: Diagnosis,
    name: str,
    made_on: dt.date | None,
    made_by: str,
    evidence: str,
    version: str,
    by: User,
    paper: str | None = None,
) -> Diagnosis:
    """Change what a diagnosis says."""
    pupil = lock_pupil(diagnosis.pupil)
    diagnosis = _require_open(lock(diagnosis))
    require_version(diagnosis, DIAGNOSIS_FIELDS, version)
    require_born(pupil, made_on)
    diagnosis.name, diagnosis.made_on = name, made_on
    diagnosis.made_by, diagnosis.evidence = made_by, evidence
    diagnosis.save(update_fields=DIAGNOSIS_FIELDS)
    of = EvidenceOf.DIAGNOSIS
    link_evidence(pupil=pupil, of=of, row_id=diagnosis.pk, paper=paper, by=by)
    _record_diagnosis("changed", diagnosis, by)
    return diagnosis


@transaction.atomic
def end_diagnosis(*, diagnosis: Diagnosis, ended_on: dt.date, by: User) -> Diagnosis:
    """A diagnosis that was withdrawn, or entered by mistake, is no longer shown as true."""
    lock_pupil(diagnosis.pupil)
    diagnosis = _require_open(lock(diagnosis))
    diagnosis.ended_on = ended_on
    diagnosis.save(update_fields=["ended_on"])
    _record_diagnosis("ended", diagnosis, by)
    return diagnosis


def open_needs(pupil: Pupil):
    """The child's needs that have not ended, the primary one first."""
    return Need.objects.filter(
        school_id=pupil.school_id, pupil_id=pupil.pk, ended_on=None
    ).order_by("rank")


def _require_open(row):
    if row.ended_on:
        raise TransitionNotAllowed(f"This ended on {row.ended_on:%-d %B %Y}.")
    return row


def _require_new_type(needs, need_type: str) -> None:
    if needs.filter(need_type=need_type).exists():
        raise TransitionNotAllowed(
            f"{NEED_TYPES[need_type].label} stands among the child's needs already."
        )


def _record(step: str, need: Need, by) -> None:
    detail = {"step": step, "need_type": need.need_type}
    _tell(Action.CHANGE_NEEDS, need.pupil, by, subject=need, detail=detail)


def _record_diagnosis(step: str, diagnosis: Diagnosis, by) -> None:
    _tell(Action.CHANGE_DIAGNOSIS, diagnosis.pupil, by, subject=diagnosis, detail={"step": step})


def _tell(action: Action, pupil: Pupil, by, **more) -> None:
    """No date is counted from a need or a diagnosis."""
    record_change(action, pupil=pupil, by=by, moves_dates=False, **more)
