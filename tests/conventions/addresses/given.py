"""Rows of provision: interventions, what is owed, what is given, what an hour costs."""

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


@row("intervention")
def _intervention(world):
    from provision.services.catalogue import add_own_intervention

    facts = {"name": f"{world.marker} group", "aim": f"{world.marker} words"}
    return add_own_intervention(school=world.school, by=None, **facts).pk


def _promise_to(world):
    from provision.models import Promise
    from provision.services.promises import add_promise

    known = Promise.objects.filter(school=world.school).first()
    facts = {"source": "ehcp", "hours_a_week": 5, "starts_on": TODAY}
    return known or add_promise(
        pupil=world.pupil, by=None, text=f"{world.marker} speech therapy", **facts
    )


@row("promise")
def _promise(world):
    return _promise_to(world).pk


def _provision_for(world):
    from provision.models import Provision
    from provision.services.provisions import Members, add_provision

    name = f"{world.marker} talk"
    known = Provision.objects.filter(school=world.school, name=name).first()
    facts = {"staff_role": "lsa", "sessions_a_week": 3, "minutes": 30, "weeks": 10}
    members = Members(pupils=(world.pupil,), promises=(_promise_to(world),))
    return known or add_provision(
        school=world.school,
        members=members,
        by=None,
        name=name,
        starts_on=TODAY,
        state="draft",
        **facts,
    )


@row("provision")
def _provision(world):
    return _provision_for(world).pk


@row("paste")
def _paste(world):
    from aylsham.identifiers import uuid7
    from provision.services.pasting import ToDraft, add_pasted

    facts = {"staff_role": "lsa", "sessions_a_week": 3, "minutes": 30, "weeks": 10}
    facts |= {"name": f"{world.marker} pasted", "starts_on": TODAY}
    key = uuid7()
    add_pasted(school=world.school, drafts=[ToDraft(0, (world.pupil,), facts)], key=key, by=None)
    return key


@row("given")
def _given(world):
    from provision.rules.delivery import Came
    from provision.rules.standing_marks import SessionAt
    from provision.services.provisions import Members, add_provision
    from provision.services.sessions import MarkFacts, log_session

    group = add_provision(
        school=world.school,
        members=Members(pupils=(world.pupil,)),
        by=None,
        name=f"{world.marker} group",
        starts_on=TODAY,
        staff_role="lsa",
        sessions_a_week=3,
        minutes=30,
        weeks=10,
    )
    marks = [MarkFacts(world.pupil, Came.HAD, word=f"{world.marker} words")]
    log_session(provision=group, at=SessionAt(TODAY), marks=marks, by=None)
    return group.pk


@row("make_up")
def _make_up(world):
    from provision.models import Provision
    from provision.services.owed import plan_make_up

    group = Provision.objects.get(school=world.school, pk=_given(world))
    group.school = world.school
    facts = {"on": TODAY, "minutes": 20, "staff": None, "by": None}
    (row,) = plan_make_up(provision=group, pupils=[world.pupil], **facts)
    return row.pk


@row("place")
def _place(world):
    return _provision_for(world).places.get().pk


@row("rate_card")
def _rate_card(world):
    from provision.rules.costs import Rate
    from provision.services.rates import add_rate_card

    return add_rate_card(
        school=world.school,
        starts_on=TODAY,
        threshold_pence=600_000,
        rates={"lsa": Rate(1412)},
        by=None,
    ).pk


@row("school_test")
def _school_test(world):
    from provision.services.measures import add_school_test

    facts = {"name": f"{world.marker} count", "measures": "Spelling", "scores": ["raw"]}
    return add_school_test(
        school=world.school, by=None, lower_is_better=False, source="", **facts
    ).pk


@row("sampled_paper")
def _sampled_paper(world):
    from provision.models import SampledPaper

    return SampledPaper.objects.create(
        school=world.school,
        pupil=world.pupil,
        half_term_on=TODAY,
        kind="passport",
        subject_id=world.pupil.pk,
        year_group=world.pupil.year_group,
        because="Not looked at before.",
        checklist="2026-1",
    ).pk
