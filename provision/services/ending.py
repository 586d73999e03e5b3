"""The end of a provision: ended, going on after all, deleted while nothing is logged."""

import datetime as dt

from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from provision.models import Place, Provision
from provision.provision_codes import ProvisionState
from provision.selectors.provisions import has_records
from provision.services.provisions import (
    locked_open,
    minutes_in_all_of,
    pupil_ids_of,
    record_step,
)
from pupils.services.recording import lock, lock_pupils

ENDING = ["state", "ends_on", "planned_minutes"]


@transaction.atomic
def end_provision(*, provision: Provision, ends_on: dt.date, by: User) -> Provision:
    """It ends for everybody on this day; what was given until then stays, and what it costs."""
    lock_pupils(provision.school, pupil_ids_of(provision))
    provision = locked_open(provision)
    if provision.state == ProvisionState.DRAFT:
        raise TransitionNotAllowed("It has not begun yet. Delete the draft instead.")
    if not provision.starts_on <= ends_on <= provision.ends_on:
        raise TransitionNotAllowed(
            f"Choose a day from {provision.starts_on:%-d %B %Y} to {provision.ends_on:%-d %B %Y}."
        )
    record_step("ended", provision, by)
    provision.state, provision.ends_on = ProvisionState.ENDED, ends_on
    provision.planned_minutes = minutes_in_all_of(provision)
    provision.save(update_fields=ENDING)
    places = Place.objects.filter(school_id=provision.school_id, provision=provision)
    places.filter(starts_on__gt=ends_on).delete()
    places.filter(ends_on__gt=ends_on).update(ends_on=ends_on)
    return provision


@transaction.atomic
def resume_provision(*, provision: Provision, ends_on: dt.date, by: User) -> Provision:
    """It goes on after all until this day, for whoever was in it to its end."""
    lock_pupils(provision.school, pupil_ids_of(provision))
    provision = lock(provision)
    if provision.state != ProvisionState.ENDED:
        raise TransitionNotAllowed("It has not ended.")
    ended_on = provision.ends_on
    if ends_on < ended_on:
        raise TransitionNotAllowed(f"It ended on {ended_on:%-d %B %Y}: choose that day or later.")
    provision.state, provision.ends_on = ProvisionState.RUNNING, ends_on
    provision.planned_minutes = minutes_in_all_of(provision)
    provision.save(update_fields=ENDING)
    places = Place.objects.filter(school_id=provision.school_id, provision=provision)
    places.filter(ends_on=ended_on).update(ends_on=ends_on)
    record_step("goes on", provision, by)
    return provision


@transaction.atomic
def delete_provision(*, provision: Provision, by: User) -> None:
    """Take away what was planned by mistake: nothing of it is logged or measured."""
    lock_pupils(provision.school, pupil_ids_of(provision))
    provision = lock(provision)
    if has_records(provision):
        raise TransitionNotAllowed("Something is logged or measured of it. End it instead.")
    record_step("deleted", provision, by)
    provision.delete()
