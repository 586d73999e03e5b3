"""A form that is sent twice: by an impatient finger, a slow network, or the back button."""

import re

import pytest

from aylsham.models import OutgoingMail
from pupils.models import (
    AgreedAction,
    Contact,
    ContactOrder,
    ContributionRequest,
    Home,
    OutsideShare,
    Voice,
)
from pupils.services.details import add_contact
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import client_of, text_of
from tests.pupils.passports.makers import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = f"{TODAY:%d %b %Y}"
SOMEBODY = {"name": "Dr Ada Moss", "email": "ada@nhs.example"}
SHARED = SOMEBODY | {
    "profession": "Psychologist",
    "organisation": "Norfolk",
    "purpose": "Assessment",
    "basis": "duty",
    "ends_on": DAY,
}
#: What is added where, by which fields.
FORMS = {
    "asks/add/": (
        ContributionRequest,
        SOMEBODY | {"kind": "advice", "contact": "else", "owed_by": "health", "due_on": DAY},
    ),
    "views/add/": (
        Voice,
        {"said_by": "Mia", "given_how": "paper", "given_on": DAY, "like": "Trains"},
    ),
    "family/add/": (Contact, {"name": "Mia Reed", "priority": "1"}),
    "family/homes/add/": (Home, {"name": "Mum's", "withheld": "nobody"}),
    "family/{contact}/orders/add/": (
        ContactOrder,
        {"kind": "no_information", "starts_on": DAY, "evidence": "Sealed copy"},
    ),
    "actions/add/": (AgreedAction, {"what": "Ring back", "owner_choice": "parent", "due_on": DAY}),
}


@pytest.fixture
def by():
    return member(SchoolFactory(slug="oakfield"))


@pytest.fixture
def child(by):
    return PupilFactory(school=by.memberships.get().school)


@pytest.fixture
def sent_twice(child, by):
    """Open a page and send its form twice, as it was; both answers lead on."""
    client = client_of(by)

    def send(path: str, said: dict, *, key: str = "") -> str:
        url = f"/oakfield/children/{child.pk}/{path}"
        found = re.search(r'name="key" value="([^"]+)"', client.get(url).content.decode())
        facts = said | {"key": key or found[1]}
        first, second = client.post(url, facts), client.post(url, facts)
        assert first.status_code == second.status_code == 302, text_of(first)
        assert first.url == second.url
        behind_the_wall(child.school)
        return facts["key"]

    return send


@pytest.mark.parametrize("path", FORMS)
def test_leaves_one(sent_twice, child, by, path):
    contact = add_contact(pupil=child, by=by, name="Ben Reed")
    model, said = FORMS[path]
    before = model.objects.count()
    sent_twice(path.format(contact=contact.pk), said)
    assert model.objects.count() == before + 1
    sent_twice(path.format(contact=contact.pk), said)  # opened anew it is another one
    assert model.objects.count() == before + 2


def test_nobody_is_asked_twice(sent_twice):
    sent_twice("asks/add/", FORMS["asks/add/"][1])
    assert OutgoingMail.objects.filter(kind="views_asked").count() == 1


def test_papers_are_shared_once_so_that_stopped_nothing_stays_open(sent_twice, child, by):
    papers = {"papers": [f"passport:{published(child, by=by, text='Trains').pk}"]}
    url = f"/oakfield/children/{child.pk}/shared/add/"
    page = client_of(by).get(url).content.decode()
    key = re.search(r'name="key" value="([^"]+)"', page)[1]
    shown = client_of(by).post(url, SHARED | papers | {"key": key})
    assert f'value="{key}"' in shown.content.decode()
    seen = {"seen": shown.context["leaving"].digest}
    sent_twice("shared/add/", SHARED | papers | seen, key=key)
    assert OutsideShare.objects.count() == 1
    assert OutgoingMail.objects.filter(kind="papers_shared").count() == 1
