"""Dated facts of a child: free meals, pupil premium, service child and the like."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.codes import FACT_BASES, FactKind, Source
from pupils.models import DatedFact, Pupil
from pupils.services.recording import lock, lock_pupil, record_change

FACT_FIELDS = ("basis", "starts_on", "ends_on")


@transaction.atomic
def add_fact(
    *,
    pupil: Pupil,
    kind: str,
    starts_on: dt.date,
    by: User | None,
    basis: str = "",
    ends_on: dt.date | None = None,
) -> DatedFact:
    """Record that something is true of a child from a day on."""
    pupil = lock_pupil(pupil)
    fact = DatedFact(
        school=pupil.school,
        pupil=pupil,
        kind=kind,
        basis=basis,
        starts_on=starts_on,
        ends_on=ends_on,
        source=Source.HERE,
    )
    _require_good(fact)
    fact.save(force_insert=True)
    _record("added", fact, by)
    return fact


@transaction.atomic
def correct_fact(
    *,
    fact: DatedFact,
    basis: str,
    starts_on: dt.date,
    ends_on: dt.date | None,
    version: str,
    by: User,
) -> DatedFact:
    """Correct the basis or the days; from now on it counts as entered here."""
    lock_pupil(fact.pupil)
    fact = lock(fact)
    require_version(fact, FACT_FIELDS, version)
    fact.basis, fact.starts_on, fact.ends_on = basis, starts_on, ends_on
    fact.source = Source.HERE
    _require_good(fact)
    fact.save(update_fields=[*FACT_FIELDS, "source"])
    _record("corrected", fact, by)
    return fact


@transaction.atomic
def end_fact(*, fact: DatedFact, ends_on: dt.date, by: User) -> DatedFact:
    """The last day on which it is true."""
    lock_pupil(fact.pupil)
    fact = lock(fact)
    if fact.ends_on and fact.ends_on <= ends_on:
        raise TransitionNotAllowed(f"This ended on {fact.ends_on:%-d %B %Y} already.")
    fact.ends_on, fact.source = ends_on, Source.HERE
    _require_good(fact)
    fact.save(update_fields=["ends_on", "source"])
    _record("ended", fact, by)
    return fact


@transaction.atomic
def remove_fact(*, fact: DatedFact, by: User) -> None:
    """Take out what was never true; the history keeps it."""
    lock_pupil(fact.pupil)
    fact = lock(fact)
    _record("removed", fact, by)
    fact.delete()


def _require_good(fact: DatedFact) -> None:
    known = dict(FACT_BASES.get(FactKind(fact.kind), ()))
    if fact.source == Source.HERE and fact.basis and fact.basis not in known:
        raise TransitionNotAllowed(f"This is no basis for {fact.get_kind_display().lower()}.")
    if fact.ends_on and fact.ends_on < fact.starts_on:
        raise TransitionNotAllowed(
            f"It began on {fact.starts_on:%-d %B %Y}, after the last day given."
        )
    same = DatedFact.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=fact.starts_on),
        school_id=fact.school_id,
        pupil_id=fact.pupil_id,
        kind=fact.kind,
    ).exclude(pk=fact.pk)
    if fact.ends_on:
        same = same.filter(starts_on__lte=fact.ends_on)
    if other := same.first():
        raise TransitionNotAllowed(
            f"This is recorded from {other.starts_on:%-d %B %Y} already. Correct or end that first."
        )


def _record(step: str, fact: DatedFact, by: User | None) -> None:
    record_change(
        Action.CHANGE_FACT,
        pupil=fact.pupil,
        by=by,
        subject=fact,
        detail={"step": step},
    )
