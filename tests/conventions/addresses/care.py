"""Rows of children in care."""

import datetime as dt

from tests.conventions.addresses.rows import row

ENTERED = dt.date(2026, 10, 12)
BEFORE = dt.date(2026, 9, 7)


def _period(world):
    from lac.models import CarePeriod
    from lac.services.periods import enter_care

    mine = CarePeriod.objects.filter(school=world.school, pupil=world.pupil)
    if known := mine.filter(kind="looked_after").first():
        return known
    _before(world)
    return enter_care(
        pupil=world.pupil,
        by=None,
        starts_on=ENTERED,
        known_since=ENTERED,
        placing_authority=f"{world.marker} Council",
        legal_status="full",
        legal_since=ENTERED,
    )


def _before(world):
    """An earlier time after care, with what was declared of it."""
    from lac.services.declarations import keep_declaration
    from lac.services.periods import record_previous_care

    facts = {"known_since": BEFORE, "left_care_through": "A"}
    council = f"{world.marker} Council"
    before = record_previous_care(pupil=world.pupil, by=None, placing_authority=council, **facts)
    words = f"{world.marker} words"
    said = {"declared_on": BEFORE, "care_was": "here", "evidence": "order"}
    said |= {"seen_on": BEFORE, "seen_by": world.membership.user}
    said |= {"consents_on": BEFORE, "consents_to": words, "declared_by": words}
    keep_declaration(period=before, version="new", by=None, **said)


@row("care_period")
def _care_period(world):
    return _period(world).pk


@row("care_person")
def _care_person(world):
    from lac.services.people import add_person

    _period(world)
    facts = {"role": "social_worker", "name": f"Worker {world.marker}", "starts_on": ENTERED}
    return add_person(pupil=world.pupil, by=None, **facts).pk


@row("care_placement")
def _care_placement(world):
    from lac.selectors.delegations import mark_of
    from lac.services.declarations import set_delegations
    from lac.services.people import add_placement

    _period(world)
    said = {"day_trips": ("carer", f"{world.marker} note")}
    set_delegations(pupil=world.pupil, said=said, since=ENTERED, version=mark_of([]), by=None)
    facts = {"kind": "foster", "with_whom": f"Carers {world.marker}", "starts_on": ENTERED}
    return add_placement(pupil=world.pupil, by=None, **facts).pk


@row("social_work")
def _social_work(world):
    from lac.services.social_work import add_social_work

    facts = {"kind": "kinship", "council": f"{world.marker} Shire", "starts_on": ENTERED}
    return add_social_work(pupil=world.pupil, by=None, ends_on=None, **facts).pk


@row("care_review")
def _care_review(world):
    from lac.services.social_work import record_review

    facts = {"held_on": ENTERED, "decisions": f"{world.marker} words"}
    return record_review(period=_period(world), by=None, **facts).pk


@row("care_view")
def _care_view(world):
    from aylsham.access.roles import Role
    from lac.services.care_views import give_care_view
    from pupils.services.classes import assign_adult
    from tests.factories import TODAY, MembershipFactory

    _period(world)
    user = MembershipFactory(school=world.school, role=Role.CLASS_TEACHER).user
    facts = {"class_group": world.class_group, "user": user, "role": Role.CLASS_TEACHER}
    assign_adult(starts_on=ENTERED, by=None, **facts)
    until = TODAY + dt.timedelta(days=60)
    return give_care_view(pupil=world.pupil, user=user, starts_on=TODAY, ends_on=until, by=None).pk
