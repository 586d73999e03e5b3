"""Rows of provision bases: a base, a child's place in it, a step on the way back."""

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


def _base(world):
    from provision.models import ProvisionBase
    from provision.services.bases import add_base

    # What the school says of its base is about no child: the marker stands in the places.
    known = ProvisionBase.objects.filter(school=world.school).first()
    return known or add_base(
        school=world.school,
        by=None,
        name="Quiet room",
        kind="nurture",
        specialism="",
        lead=None,
        host_name="",
        host_urn="",
        places=6,
        entry_criteria="The panel decides",
        exit_criteria="",
        opened_on=TODAY,
        closed_on=None,
    )


def _place(world):
    from provision.models import BasePlace
    from provision.services.base_places import enter_base, review_place

    known = BasePlace.objects.select_related("pupil", "base").filter(school=world.school).first()
    if known:
        return known
    place = enter_base(
        base=_base(world),
        pupil=world.pupil,
        by=None,
        starts_on=TODAY,
        planned_end_on=TODAY,
        review_on=TODAY,
        reason=f"{world.marker} reason",
        registration="S",
        home_name=f"{world.marker} home school",
        home_urn="",
        registration_note="",
        transport=f"{world.marker} taxi",
        over_reason="",
        week="BBBBBBBBCO",
    )
    said = {"on": TODAY, "who": f"{world.marker} mother", "words": f"{world.marker} words"}
    review_place(place=place, by=None, outcome="leave", next_on=None, **said)
    return place


@row("provision_base")
def _provision_base(world):
    return _base(world).pk


@row("base_place")
def _base_place(world):
    return _place(world).pk


@row("base_step")
def _base_step(world):
    from provision.services.base_places import add_step

    facts = {"on": TODAY, "what": f"{world.marker} step", "done_on": TODAY}
    return add_step(place=_place(world), by=None, how=f"{world.marker} words", **facts).pk
