"""Rows of outcomes, targets and cycles."""

import datetime as dt
from decimal import Decimal

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


def target_of(world):
    from provision.models import Target
    from provision.services.outcomes import add_target

    known = Target.objects.filter(school=world.school, ended_on=None).first()
    return known or add_target(
        pupil=world.pupil,
        by=world.membership.user,
        text=f"Reads 8 of 10 words of list {world.marker}",
        area="CI",
        outcome=None,
        measure="trials",
        unit=f"{world.marker} words",
        out_of=10,
        baseline=Decimal(2),
        goal=Decimal(8),
        starts_on=TODAY - dt.timedelta(days=30),
        by_on=TODAY + dt.timedelta(days=60),
        who=f"{world.marker} helper",
        is_on_passport=True,
        sensitivity=1,
    )


def _cycle_of(world):
    from provision.models import Cycle
    from provision.services.cycles import start_cycle

    target_of(world)
    known = Cycle.objects.filter(school=world.school).first()
    return known or start_cycle(
        pupil=world.pupil,
        starts_on=TODAY - dt.timedelta(days=30),
        review_on=TODAY + dt.timedelta(days=20),
        lead=world.membership.user,
        by=world.membership.user,
    )


@row("outcome")
def _outcome(world):
    from provision.models import Outcome
    from provision.services.outcomes import add_outcome

    known = Outcome.objects.filter(school=world.school, ended_on=None).first()
    return (
        known
        or add_outcome(
            pupil=world.pupil,
            by=world.membership.user,
            text=f"{world.marker} tells a friend what happened",
            area="CI",
            starts_on=TODAY - dt.timedelta(days=30),
            by_on=TODAY + dt.timedelta(days=500),
            sensitivity=1,
        )
    ).pk


@row("target")
def _target(world):
    return target_of(world).pk


@row("measurement")
def _measurement(world):
    from provision.services.progress import measure

    found = measure(
        target=target_of(world),
        on=TODAY,
        value=Decimal(4),
        note=f"{world.marker} with a prompt",
        by=world.membership.user,
    )
    return found.pk


@row("cycle")
def _cycle(world):
    return _cycle_of(world).pk


@row("part")
def _part(world):
    return _cycle_of(world).parts.filter(school=world.school).first().pk


@row("teaching_change")
def _teaching_change(world):
    from provision.services.progress import mark_change

    return mark_change(
        target=target_of(world),
        on=TODAY,
        what=f"{world.marker} has shorter lists",
        by=world.membership.user,
    ).pk
