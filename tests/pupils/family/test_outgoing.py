"""No e-mail about a child reaches a barred address, whatever name is typed beside it.

Each way in which the product sends to a typed address stands in `WAYS`; a walk over the source
fails when a module queues e-mails past the one door.
"""

import datetime as dt
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import OutgoingMail
from pupils.agreement_codes import Asked
from pupils.models import ContributionRequest, TransferNote, Voice
from pupils.services.agreements.answering import DOOR as PLAN_DOOR
from pupils.services.agreements.asking import ToAsk
from pupils.services.agreements.asking import send_again as plan_again
from pupils.services.agreements.reminding import send_reminders as remind_of_plans
from pupils.services.contributions.answering import DOOR as VIEWS_DOOR
from pupils.services.contributions.asking import ask_for_views
from pupils.services.contributions.asking import send_again as ask_again
from pupils.services.contributions.reminding import send_reminders
from pupils.services.details import add_contact
from pupils.services.family import add_home, record_order
from pupils.services.meetings.inviting import Guest, invite
from pupils.services.meetings.inviting import send_again as invite_again
from pupils.services.meetings.planning import MEETING_FIELDS, call_off, change_meeting
from pupils.services.requests.links import DOOR as RECORDS_DOOR
from pupils.services.requests.links import send_records_link
from pupils.services.secret_addresses import send_code
from pupils.services.shares.opening import DOOR as PAPERS_DOOR
from pupils.services.shares.sharing import Chosen, send_share_again, share_papers
from pupils.services.transfers.fetching import DOOR as TRANSFER_DOOR
from tests.factories import TODAY, PupilFactory, SchoolFactory, member, no_second_look
from tests.pages import client_of
from tests.pupils.agreements.makers import asked as plan_asked
from tests.pupils.agreements.makers import written_plan
from tests.pupils.family.invited import ask_parent, deliver
from tests.pupils.family.invited import secret_in as ask_secret_in
from tests.pupils.meetings.makers import NEXT_WEEK, invited, planned
from tests.pupils.meetings.makers import secret_in as meeting_secret_in
from tests.pupils.moving.makers import pack, sent
from tests.pupils.requests.test_link import kept
from tests.pupils.requests.test_requests import checked, collect_items, opened, rest_given
from tests.sources import imports

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAD = "dad@x.example"
DAY = dt.timedelta(days=1)

#: Modules that queue e-mails themselves, each with the reason why the door is not theirs.
PAST_THE_DOOR = {
    "pupils/services/outgoing.py": "the door itself",
    "pupils/services/emergencies.py": "to colleagues with accounts: who opened a record",
    "pupils/services/safeguarding.py": "to the safeguarding lead: that something came",
    "reports/digests/services.py": "to colleagues with accounts: how much is due",
    "aylsham/audit/tasks.py": "the seals of the audit log",
    "staff/services/away.py": "to colleagues with accounts: that somebody is out, no child",
    "staff/services/cover.py": "to colleagues with accounts: that their day has changed, no child",
    "staff/services/weeks/publishing.py": "to colleagues with accounts: from when a week holds",
    "staff/services/duties.py": "to colleagues with accounts: who has which duty",
    "aylsham/people/mail.py": "to a new colleague: an invitation to sign in",
    "aylsham/signin/adapter.py": "of the sign-in library",
}


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))
    no_second_look(school)
    return school


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, on_register=True)


def barred(child, by, email=DAD):
    dad = add_contact(
        pupil=child, by=by, name="Dan Dunn", email=email, has_parental_responsibility=True
    )
    record_order(
        contact=dad,
        kind="no_contact",
        stops_contact=True,
        stops_information=True,
        starts_on=TODAY - 30 * DAY,
        evidence="Seen at the office",
        by=by,
    )
    return dad


def asked(child, by, email=DAD, **more) -> ContributionRequest:
    facts = {"kind": "advice", "name": "Dr Who", "role": "Doctor", "due_on": TODAY + 7 * DAY}
    return ask_for_views(pupil=child, by=by, email=email, **facts | more)


def outsider(child, by, email=DAD):
    meeting = planned(child, by)
    invite(meeting=meeting, guest=Guest(name="Dr Who", role="Doctor", email=email), by=by)
    return invited(meeting, "Dr Who")


def bundle_of(child, by):
    case = checked(opened(child, by), by)
    collect_items(case=case, by=by)
    rest_given(case, by)
    return kept(case, by)


def moved(meeting, by, **more):
    facts = {name: getattr(meeting, name) for name in MEETING_FIELDS}
    version = version_of(meeting, MEETING_FIELDS)
    facts["starts_at"] = dt.time(9, 0)
    return change_meeting(meeting=meeting, version=version, by=by, **facts | more)


def reminded(ask):
    send_reminders(ask.school, [ask], today=TODAY)


#: Typed straight away: (child, by) -> nothing may be queued.
AT_ONCE = {
    "views": lambda child, by: asked(child, by),
    "views, in capitals": lambda child, by: asked(child, by, email=" Dad@X.EXAMPLE "),
    "an invitation": lambda child, by: outsider(child, by),
    "an invitation with a request for views": lambda child, by: invite(
        meeting=planned(child, by),
        guest=Guest(name="Dr Who", email=DAD, asks_views=True),
        by=by,
    ),
    "an invitation to a colleague with the address": lambda child, by: invite(
        meeting=planned(child, by), guest=Guest(user=member(child.school, user__email=DAD)), by=by
    ),
    "a record": lambda child, by: sent(child, by=by, to_email=DAD),
    "records by a link": lambda child, by: send_records_link(
        bundle=bundle_of(child, by), email=DAD, by=by
    ),
    "views of another, sent again": lambda child, by: ask_again(
        ask=asked(child, by, email="who@clinic.example"), email=DAD, is_checked=True, by=by
    ),
}
AT_ONCE |= {
    "a plan to agree to": lambda child, by: to_agree(child, by),
    "papers for a professional": lambda child, by: papers(child, by),
}
#: Begun before the order came: what was made, and the step that comes after the order.
AFTERWARDS = {
    "views again": (asked, lambda ask, by: ask_again(ask=ask, email=DAD, is_checked=True, by=by)),
    "a reminder": (asked, lambda ask, by: reminded(ask)),
    "a code for views": (asked, lambda ask, by: send_code(VIEWS_DOOR, ask)),
    "an invitation again": (outsider, lambda guest, by: invite_again(invitee=guest, by=by)),
    "a moved meeting": (outsider, lambda guest, by: moved(guest.meeting, by, is_checked=True)),
    "a meeting called off": (
        outsider,
        lambda guest, by: call_off(meeting=guest.meeting, why="Ill", by=by),
    ),
    "a record packed": (
        lambda child, by: sent(child, by=by, to_email=DAD, packed=False),
        lambda transfer, by: pack(),
    ),
    "a code for a record": (
        lambda child, by: sent(child, by=by, to_email=DAD),
        lambda transfer, by: send_code(TRANSFER_DOOR, transfer),
    ),
    "a code for records": (
        lambda child, by: linked(bundle_of(child, by), by),
        lambda bundle, by: send_code(RECORDS_DOOR, bundle),
    ),
}


AFTERWARDS |= {
    "a plan again": (
        lambda child, by: to_agree(child, by),
        lambda ask, by: plan_again(ask=ask, email=DAD, is_checked=True, by=by),
    ),
    "a reminder of a plan": (
        lambda child, by: to_agree(child, by),
        lambda ask, by: remind_of_plans([ask], today=TODAY),
    ),
    "a code for a plan": (
        lambda child, by: to_agree(child, by),
        lambda ask, by: send_code(PLAN_DOOR, ask),
    ),
    "papers again": (
        lambda child, by: papers(child, by),
        lambda share, by: send_share_again(share=share, email=DAD, by=by),
    ),
    "a code for papers": (
        lambda child, by: papers(child, by),
        lambda share, by: send_code(PAPERS_DOOR, share),
    ),
}


def to_agree(child, by, email=DAD):
    """A plan about which somebody outside is asked."""
    plan = written_plan(child, by)
    return plan_asked(child, plan, [ToAsk(Asked.PROFESSIONAL, "Dr Who", email=email)], by)[0]


def papers(child, by, email=DAD):
    return share_papers(
        pupil=child,
        papers=[Chosen("Passport", parts=(("Likes", "Trains"),))],
        by=by,
        name="Dr Who",
        profession="Doctor",
        organisation="Clinic",
        email=email,
        purpose="A visit",
        basis="health",
        ends_on=TODAY + 7 * DAY,
    )


def linked(bundle, by):
    send_records_link(bundle=bundle, email=DAD, by=by)
    bundle.refresh_from_db()
    return bundle


def later() -> time_machine.travel:
    """A few minutes after the last e-mail, so that another is no second press."""
    return time_machine.travel(dt.datetime(2026, 11, 23, 9, 15, tzinfo=dt.UTC))


def to_dad() -> int:
    return (
        OutgoingMail.objects.filter(to_address__iexact=DAD).count()
        + OutgoingMail.objects.filter(recipient__email__iexact=DAD).count()
    )


@pytest.mark.parametrize("way", AT_ONCE)
def test_a_barred_address_is_sent_nothing(child, by, way):
    barred(child, by)
    with pytest.raises(TransitionNotAllowed, match="told nothing about the child"):
        AT_ONCE[way](child, by)
    assert to_dad() == 0


@pytest.mark.parametrize("way", AFTERWARDS)
def test_an_order_stops_what_was_begun_before_it(child, by, way):
    begin, go_on = AFTERWARDS[way]
    begun = begin(child, by)
    before = to_dad()
    barred(child, by)
    try:
        go_on(begun, by)
    except TransitionNotAllowed as refused:
        assert "told" in str(refused)
    assert to_dad() == before


@pytest.mark.parametrize("way", AT_ONCE)
def test_the_same_goes_to_somebody_whom_nobody_bars(child, by, way):
    """Otherwise the tests above would prove nothing."""
    AT_ONCE[way](child, by)
    assert to_dad() == 1


def test_a_link_that_waits_closes_when_the_address_is_barred(child, by):
    asked(child, by)
    outsider(child, by)
    first, second = (m.body for m in deliver() if DAD in m.to)
    paths = [
        f"/contribute/{ask_secret_in(Mail(first))}/",
        f"/contribute/meeting/{meeting_secret_in(Mail(second))}/",
    ]
    assert [Client().get(path).status_code for path in paths] == [200, 200]
    barred(child, by)
    assert [Client().get(path).status_code for path in paths] == [404, 404]


class Mail:
    def __init__(self, body: str):
        self.body = body


def test_a_record_held_back_says_so_in_its_log(child, by):
    transfer = sent(child, by=by, to_email=DAD, packed=False)
    barred(child, by)
    pack()
    assert "held_back" in TransferNote.objects.filter(transfer=transfer).values_list(
        "step", flat=True
    )


def test_a_record_goes_to_no_parent_as_it_is(child, by):
    """It holds the other home's address and words; a request for records takes them out."""
    home = add_home(pupil=child, by=by, name="Mum's", address="1 Heron Close")
    add_contact(
        pupil=child, by=by, name="Ann", home=home, email="m@x.example",
        has_parental_responsibility=True,
    )  # fmt: skip
    add_contact(pupil=child, by=by, name="Dan", email=DAD, has_parental_responsibility=True)
    with pytest.raises(TransitionNotAllowed, match="request for records"):
        sent(child, by=by, to_email=DAD)


class TestWithheldHome:
    """Mum's home is withheld from everybody; Dad is told, but not where and when."""

    @pytest.fixture
    def dad(self, child, by):
        home = add_home(pupil=child, by=by, name="Mum's", address="1 Heron Close")
        add_contact(
            pupil=child, by=by, name="Ann", home=home, email="m@x.example",
            has_parental_responsibility=True,
        )  # fmt: skip
        return add_contact(
            pupil=child, by=by, name="Dan", email=DAD, has_parental_responsibility=True
        )

    def withhold(self, child):
        child.homes.update(withheld="everybody", withheld_why="Police")

    def test_a_message_under_another_name_is_ticked_too(self, child, by, dad):
        self.withhold(child)
        with pytest.raises(TransitionNotAllowed, match="Keep out of your message"):
            asked(child, by, message="Football is on Mondays")
        asked(child, by, message="What helps at home?", is_checked=True)
        assert to_dad() == 1

    def test_a_tick_for_one_address_is_none_for_another(self, child, by, dad):
        self.withhold(child)
        ask = asked(child, by, email="who@clinic.example", message="Football", is_checked=True)
        with pytest.raises(TransitionNotAllowed, match="Keep out of your message"):
            ask_again(ask=ask, email=DAD, by=by)
        ask_again(ask=ask, email=DAD, is_checked=True, by=by)
        with later():
            ask_again(ask=ask, email=DAD, by=by)
        assert to_dad() == 2

    def test_no_reminder_and_no_link_for_a_message_that_nobody_looked_at(self, child, by, dad):
        ask = ask_parent(dad, by, message="Football", due_on=TODAY + 7 * DAY)
        path = f"/contribute/{ask_secret_in(deliver()[-1])}/"
        assert Client().get(path).status_code == 200
        self.withhold(child)
        assert send_reminders(child.school, [ask], today=TODAY) == 0
        assert Client().get(path).status_code == 404

    def test_place_and_time_are_looked_at_for_somebody_from_outside(self, child, by, dad):
        self.withhold(child)
        meeting = planned(child, by)
        with pytest.raises(TransitionNotAllowed, match="tick that you have checked"):
            invite(meeting=meeting, guest=Guest(name="Dr Who", email=DAD), by=by)
        invite(meeting=meeting, guest=Guest(name="Dr Who", email=DAD, is_checked=True), by=by)
        assert to_dad() == 1

    def test_an_invitation_sent_before_shows_its_place_no_more(self, child, by, dad):
        meeting = planned(child, by, Guest(contact=dad))
        path = f"/contribute/meeting/{meeting_secret_in(deliver()[-1])}/"
        assert Client().get(path).status_code == 200
        self.withhold(child)
        assert Client().get(path).status_code == 404
        with pytest.raises(TransitionNotAllowed, match="under “Move it”"):
            invite_again(invitee=invited(meeting, "Dan"), by=by)
        assert to_dad() == 1

    def test_a_moved_meeting_is_looked_at_again(self, child, by, dad):
        self.withhold(child)
        meeting = planned(child, by, Guest(contact=dad, is_checked=True))
        with pytest.raises(TransitionNotAllowed, match=r"Dan: .*tick that you have checked"):
            moved(meeting, by)
        assert to_dad() == 1
        moved(meeting, by, is_checked=True)
        with later():
            invite_again(invitee=invited(meeting, "Dan"), by=by)
        assert to_dad() == 3

    def test_the_tick_stands_on_the_page_that_moves_it(self, child, by, dad):
        self.withhold(child)
        meeting = planned(child, by, Guest(contact=dad, is_checked=True))
        page = f"/oakfield/children/{child.pk}/meetings/{meeting.pk}/change/"
        facts = {
            "on": f"{NEXT_WEEK:%d %b %Y}", "starts_at": "09:00", "length": "60", "place": "Hall",
            "chair": str(by.pk), "version": version_of(meeting, MEETING_FIELDS),
        }  # fmt: skip
        answer = client_of(by).post(page, facts)
        assert answer.status_code == 200
        assert "tick that you have checked" in answer.content.decode()
        assert client_of(by).post(page, facts | {"is_checked": "on"}).status_code == 302


class TestSharedMailbox:
    def test_a_stepfathers_name_on_a_mothers_mailbox_does_not_bar_her(self, child, by):
        mum = add_contact(
            pupil=child, by=by, name="Ann", email=DAD, has_parental_responsibility=True
        )
        add_contact(pupil=child, by=by, name="Sam", email=DAD, has_parental_responsibility=False)
        ask_parent(mum, by)
        assert to_dad() == 1
        with pytest.raises(TransitionNotAllowed, match="no parental responsibility"):
            asked(child, by)

    def test_an_order_about_one_reader_bars_the_mailbox(self, child, by):
        mum = add_contact(
            pupil=child, by=by, name="Ann", email=DAD, has_parental_responsibility=True
        )
        barred(child, by)
        with pytest.raises(TransitionNotAllowed, match="told nothing"):
            ask_parent(mum, by)
        assert to_dad() == 0

    def test_the_family_of_another_child_is_not_asked(self, school, child, by):
        barred(PupilFactory(school=school), by)
        asked(child, by)
        assert to_dad() == 1


class TestPages:
    def test_somebody_else_with_a_barred_address(self, child, by):
        barred(child, by)
        page = f"/oakfield/children/{child.pk}/asks/add/"
        facts = {
            "kind": "parent_views", "contact": "else", "name": "D Dunn", "email": DAD.upper(),
            "owed_by": "health", "due_on": "1 Dec 2026", "message": "",
        }  # fmt: skip
        answer = client_of(by).post(page, facts)
        assert answer.status_code == 200
        assert "told nothing about the child" in answer.content.decode()
        assert not ContributionRequest.objects.exists()
        assert not Voice.objects.exists()

    def test_again_to_a_barred_address(self, child, by):
        ask = asked(child, by, email="who@clinic.example")
        barred(child, by)
        client = client_of(by)
        page = f"/oakfield/children/{child.pk}/asks/{ask.pk}/"
        answer = client.post(f"{page}again/", {"email": DAD}, follow=True)
        assert "told nothing about the child" in answer.content.decode()
        assert to_dad() == 0

    def test_an_outside_guest_with_a_barred_address(self, child, by):
        barred(child, by)
        meeting = planned(child, by)
        page = f"/oakfield/children/{child.pk}/meetings/{meeting.pk}/invite/"
        answer = client_of(by).post(page, {"who": "outside", "name": "D Dunn", "email": DAD})
        assert "told nothing about the child" in answer.content.decode()
        assert to_dad() == 0


def past_the_door(source: str) -> bool:
    """Whether a module names one of the functions that queue e-mails."""
    return imports(source, {"queue_mail", "queue_message"})


def test_every_module_that_sends_goes_through_the_door_or_says_why_not():
    root = Path(settings.BASE_DIR)
    apps = ("aylsham", "pupils", "provision", "staff", "ehcp", "lac", "reports")
    found = {
        path.relative_to(root).as_posix()
        for app in apps
        for path in (root / app).rglob("*.py")
        if past_the_door(path.read_text())
    }
    assert found == set(PAST_THE_DOOR)


def test_the_walk_sees_a_module_that_sends_by_itself():
    assert past_the_door("from aylsham.mail.services import queue_mail")
    assert not past_the_door("from pupils.services.outgoing import send_outside")
