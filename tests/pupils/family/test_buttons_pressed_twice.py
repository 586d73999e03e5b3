"""Send again and Remind, pressed twice: one e-mail, and the old link and codes stay as they were."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from aylsham.models import AuditEvent, OutgoingMail
from pupils.models import (
    ContributionLink,
    MeetingLink,
    ParentPageLink,
    RecordsLink,
    SecretLink,
    TransferLink,
)
from pupils.services.meetings.inviting import Guest
from pupils.services.parents.pages import send_page
from pupils.services.requests.items import collect_items
from pupils.services.requests.links import send_records_link
from tests.factories import (
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    no_second_look,
)
from tests.pages import client_of, text_of
from tests.pupils.agreements.makers import asked, to_ask, written_plan
from tests.pupils.family.invited import ask_parent
from tests.pupils.meetings.makers import planned
from tests.pupils.moving.makers import sent as sent_record
from tests.pupils.parents.makers import MUM, parent
from tests.pupils.passports.makers import published
from tests.pupils.requests.test_link import kept
from tests.pupils.requests.test_requests import checked, opened, rest_given, talk
from tests.pupils.shares.test_shares import EP, Chosen, shared

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
NOW, OTHER = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC), "right@council.example"
SAID = "less than a minute ago"


@pytest.fixture
def by():
    return member(SchoolFactory(slug="oakfield"))


@pytest.fixture
def child(by):
    return PupilFactory(school=by.memberships.get().school)


def views(child, by):
    return [ask_parent(parent(child, by), by).pk], {"email": MUM}


def agreement(child, by):
    people = [to_ask(parent(child, by))]
    return [asked(child, written_plan(child, by), people, by)[0].pk], {"email": MUM}


def share(child, by):
    passport = published(child, by=by, text="Trains")
    row = shared(child, [Chosen("Passport", parts=(("A", "B"),))], by) if passport else None
    return [row.pk], {"email": EP}


def meeting(child, by):
    row = planned(child, by, Guest(name="Nora Hill", role="Nurse", email="nurse@nhs.example"))
    return [row.pk, row.invitees.exclude(email="").get(name="Nora Hill").pk], {}


def transfer(child, by):
    row = sent_record(child, by=by)
    return [row.pk], {"to_person": row.to_person, "to_email": row.to_email}


def page(child, by):
    return [send_page(contact=parent(child, by), by=by).contact_id], {}


def records(child, by):
    no_second_look(child.school)
    talk(child, by, "Glasses come on Monday")
    case = checked(opened(child, by), by)
    collect_items(case=case, by=by)
    rest_given(case, by)
    bundle = kept(case, by)
    send_records_link(bundle=bundle, email=MUM, by=by)
    return [case.pk, bundle.pk], {"email": MUM}


#: The button → what it is about, the addresses that it makes, the field with the address.
BUTTONS = {
    "ask_again": (views, ContributionLink, "email"),
    "ask_remind": (views, ContributionLink, None),
    "agreement_again": (agreement, SecretLink, "email"),
    "agreement_remind": (agreement, SecretLink, None),
    "share_again": (share, SecretLink, "email"),
    "invitee_again": (meeting, MeetingLink, None),
    "transfer_again": (transfer, TransferLink, "to_email"),
    "parent_send": (page, ParentPageLink, None),
    "records_request_link": (records, RecordsLink, "email"),
}


@pytest.mark.parametrize("button", BUTTONS)
def test_pressed_twice_sends_one(child, by, button):
    with time_machine.travel(NOW, tick=False) as clock:
        press_twice(child, by, button, clock)


def press_twice(child, by, button, clock):
    make, links, address = BUTTONS[button]
    rows, said = make(child, by)
    of_child = [] if button == "records_request_link" else [child.pk]
    url = reverse(button, args=["oakfield", *of_child, *rows])
    client = client_of(by)

    def press(**other) -> tuple[int, str]:
        """How many e-mails went out, and what the page says."""
        before = OutgoingMail.objects.count()
        words = text_of(client.post(url, said | other, follow=True))
        behind_the_wall(child.school)
        return OutgoingMail.objects.count() - before, words

    clock.shift(60)
    assert press()[0] == 1
    working = set(links.objects.filter(revoked_at=None).values_list("pk", flat=True))
    events = AuditEvent.objects.exclude(action__startswith="view").count()
    count, words = press()
    assert count == 0
    assert SAID in words
    assert set(links.objects.filter(revoked_at=None).values_list("pk", flat=True)) == working
    assert AuditEvent.objects.exclude(action__startswith="view").count() == events
    if address:
        assert press(**{address: OTHER})[0] == 1  # a slip is put right at once
    clock.shift(60)
    assert press(**({address: OTHER} if address else {}))[0] == 1
