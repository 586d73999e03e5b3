"""Rows of the family, and of what was said, asked and agreed with it."""

import datetime as dt
from uuid import uuid4

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


@row("home")
def _home(world):
    from pupils.services.family import add_home

    return add_home(
        pupil=world.pupil, by=None, name=f"{world.marker} home", address=f"1 {world.marker} Street"
    ).pk


@row("order")
def _order(world):
    from pupils.services.details import add_contact
    from pupils.services.family import record_order

    return record_order(
        contact=add_contact(pupil=world.pupil, by=None, name=f"{world.marker} father"),
        kind="no_contact",
        starts_on=TODAY,
        evidence=f"{world.marker} safe",
        by=None,
    ).pk


@row("talk")
def _talk(world):
    from pupils.services.talks import log_talk

    return log_talk(
        pupil=world.pupil,
        key=uuid4(),
        by=None,
        on=TODAY,
        how="phone",
        outcome="held",
        who=f"{world.marker} mother",
        agreed=f"{world.marker} reads every day",
    ).pk


@row("written")
def _written(world):
    return _talk(world)


def _records_request_of(world):
    from pupils.models import RecordsRequest
    from pupils.services.requests.cases import open_request
    from pupils.services.requests.items import collect_items

    by = world.membership.user
    case = RecordsRequest.objects.filter(school=world.school).first()
    if case is None:
        case = open_request(
            pupil=world.pupil,
            key=uuid4(),
            by=by,
            kind="sar",
            received_on=TODAY,
            asker=f"{world.marker} mother",
            asker_kind="parent",
        )
        collect_items(case=case, by=by)
    return case


@row("records_request")
def _records_request(world):
    return _records_request_of(world).pk


@row("item")
def _item(world):
    return _records_request_of(world).items.filter(school=world.school).first().pk


def _disagreement_of(world):
    from pupils.models import Disagreement
    from pupils.services.actions import Owner
    from pupils.services.disagreements import NextStep, raise_disagreement

    by = world.membership.user
    known = Disagreement.objects.filter(school=world.school).first()
    return known or raise_disagreement(
        pupil=world.pupil,
        key=uuid4(),
        about=f"{world.marker} hours",
        route="school",
        raised_on=TODAY,
        raised_by=f"{world.marker} mother",
        text=f"{world.marker} has too little help",
        step=NextStep(f"Ring {world.marker}", TODAY, Owner(user=by)),
        by=by,
    )


@row("disagreement")
def _disagreement(world):
    return _disagreement_of(world).pk


@row("entry")
def _entry(world):
    return _disagreement_of(world).texts.get(school=world.school).entry_id


@row("disclosure")
def _disclosure(world):
    from django.utils import timezone

    from pupils.models import Disclosure

    return Disclosure.objects.create(
        school=world.school,
        case=_records_request_of(world),
        made_by=world.membership.user,
        made_at=timezone.now(),
        pdf=f"%PDF-{world.marker}".encode(),
        pages=1,
    ).pk


@row("hand_over")
def _hand_over(world):
    """Handed over, with the marker in its words; somebody at the school is there to read it."""
    from aylsham.access.roles import Role
    from pupils.services.safeguarding import hand_over
    from tests.factories import member

    by = member(world.school, Role.SAFEGUARDING_LEAD)
    words = f"{world.marker} said something"
    return hand_over(pupil=world.pupil, words=words, key=uuid4(), by=by).pk


@row("action")
def _action(world):
    from pupils.services.actions import NewAction, Owner, add_action

    new = NewAction(f"Ring {world.marker}", Owner(user=world.membership.user), TODAY)
    return add_action(pupil=world.pupil, action=new, agreed_on=TODAY, by=None).pk


@row("ask")
def _ask(world):
    from pupils.services.contributions.asking import ask_for_views

    return ask_for_views(
        pupil=world.pupil,
        kind="advice",
        name=f"Dr {world.marker}",
        email="doctor@example.org",
        owed_by="health",
        due_on=TODAY,
        by=world.membership.user,
    ).pk


@row("voice")
def _voice(world):
    from pupils.services.contributions.voices import record_voice

    return record_voice(
        pupil=world.pupil,
        kind="pupil_views",
        given_on=TODAY,
        given_how="in_person",
        said_by=f"{world.marker}ina",
        answers=[{"question": "What helps?", "answer": f"{world.marker} helps"}],
        by=world.membership.user,
    ).pk


def _meeting_of(world):
    """A meeting planned for today, with an outsider and minutes, once for all the names about it."""
    from aylsham.identifiers import uuid7
    from pupils.models import AgendaItem, Meeting
    from pupils.services.meetings.inviting import Guest
    from pupils.services.meetings.planning import plan_meeting

    user = world.membership.user
    known = Meeting.objects.filter(school=world.school, class_group=None).first()
    if known:
        return known
    meeting = plan_meeting(
        pupil=world.pupil,
        key=uuid7(),
        by=user,
        kind="team",
        on=TODAY,
        starts_at=dt.time(15, 30),
        length=60,
        place=f"{world.marker} room",
        chair=user,
        guests=[
            Guest(name=f"Nurse {world.marker}", role="School nurse", email="nurse@nhs.example")
        ],
    )
    AgendaItem.objects.filter(school=world.school, meeting=meeting, place=1).update(
        text=f"{world.marker} sleeps badly"
    )
    return meeting


@row("meeting")
def _meeting(world):
    return _meeting_of(world).pk


@row("class_meeting")
def _class_meeting(world):
    from aylsham.identifiers import uuid7
    from pupils.services.meetings.planning import plan_class_meeting

    user = world.membership.user
    return plan_class_meeting(
        class_group=world.class_group,
        pupils=[world.pupil],
        key=uuid7(),
        by=user,
        on=TODAY,
        starts_at=dt.time(15, 30),
        length=30,
        place=f"{world.marker} hall",
        chair=user,
    ).pk


@row("invitee")
def _invitee(world):
    return _meeting_of(world).invitees.get().pk


@row("help_plan")
def _help_plan(world):
    from pupils.services.help_plans import start_help_plan

    return start_help_plan(
        pupil=world.pupil,
        by=world.membership.user,
        starts_on=TODAY,
        level="3",
        lead=None,
        lead_name=f"Worker {world.marker}",
        lead_role="Family support worker",
        consent_by=f"{world.marker} mother",
        consent_on=TODAY,
        consent_how="signed",
        why=f"{world.marker} is often late",
        review_on=TODAY + dt.timedelta(days=60),
    ).pk
