"""What a list said an hour costs: it counts until somebody is named, and never says a person's pay."""

import pytest

from aylsham.access.roles import Role
from aylsham.changes import version_of
from provision.models import Provision
from provision.rules.costs import Rate
from provision.selectors.graduated import graduated_map
from provision.selectors.rates import cost_of_provision, rate_book
from provision.services.provisions import PROVISION_FIELDS, Members, change_provision
from provision.services.rates import add_rate_card
from tests.access import access_of
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
BY_LIST, BY_CARD = 15 * 1200, 15 * 1500  # 3 × 30 min, 10 weeks: 15 hours


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    rates = {"lsa": Rate(1500), "teacher": Rate(4000)}
    add_rate_card(school=school, starts_on=TODAY, threshold_pence=600_000, rates=rates, by=None)
    return school


@pytest.fixture
def child(school):
    return PupilFactory(school=school, on_register=True)


@pytest.fixture
def row(school, child):
    return given(school, child, pence_an_hour=1200)


def cost(school) -> int | None:
    return cost_of_provision(Provision.objects.get(), rate_book(school))


def changed(row, child, by, **facts):
    facts = {name: getattr(row, name) for name in PROVISION_FIELDS} | facts
    version = version_of(row, PROVISION_FIELDS)
    return change_provision(
        provision=row, members=Members(pupils=(child,)), version=version, by=by, **facts
    )


def test_the_lists_rate_counts_until_role_or_person_changes(school, child, row):
    sendco, lsa = member(school), member(school, Role.LSA)
    assert cost(school) == BY_LIST
    changed(row, child, sendco, name="Renamed")
    assert cost(school) == BY_LIST
    named = changed(Provision.objects.get(), child, sendco, staff=lsa)
    assert (named.pence_an_hour, cost(school)) == (None, BY_CARD)
    unnamed = changed(Provision.objects.get(), child, sendco, staff=None, staff_role="teacher")
    assert (unnamed.pence_an_hour, cost(school)) == (None, 15 * 4000)


def test_a_named_person_never_stands_beside_a_rate_of_their_own(school, child):
    lsa = member(school, Role.LSA)
    given(school, child, pence_an_hour=1234, staff=lsa)  # from before this rule
    assert cost(school) == BY_CARD
    (line,) = graduated_map(access_of(member(school), school), 2026, has_hours=False).lines
    assert (line.values["lead"], line.values["pence_an_hour"]) == (lsa.name, 1500)


def test_the_form_says_it_and_gives_it_up(school, child, row):
    client, url = client_of(member(school)), f"/oakfield/provision/{row.pk}/change/"
    page = client.get(url)
    assert "The list it came from said £12.00 an hour" in text_of(page)
    said = {k: v for k, v in page.context["form"].initial.items() if v not in (None, [])}
    said |= {"starts_on": "23 Nov 2026", "ends_on": "29 Jan 2027", "pupils": [child.pk]}
    assert client.post(url, said).status_code == 302
    assert cost(school) == BY_LIST
    said["version"] = client.get(url).context["form"].initial["version"]
    assert client.post(url, said | {"use_card": "on"}).status_code == 302
    assert cost(school) == BY_CARD
    assert "came from said" not in text_of(client.get(url))
