"""One rule for a school year: every page comes to the same pence, and names what it leaves out."""

import datetime as dt

import pytest
from django.urls import reverse

from pupils.models import PrintedPaper
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
#: The day before the school year and its first; its last and the day after.
JULY, SEPTEMBER = dt.date(2026, 8, 31), dt.date(2026, 9, 1)
AUGUST, NEXT = dt.date(2027, 8, 31), dt.date(2027, 9, 1)
HOURS = 15  # 3 × 30 min, 10 weeks


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", la_code="926")


@pytest.fixture
def child(school):
    return PupilFactory(school=school, on_register=True)


@pytest.fixture
def rows(school, child):
    """£15 begun on each of four days, £30 in a draft, £60 that is confidential."""
    for name, day in (("Before", JULY), ("First", SEPTEMBER), ("Last", AUGUST), ("After", NEXT)):
        ends_on = day + dt.timedelta(days=120)
        given(school, child, name=name, starts_on=day, ends_on=ends_on, pence_an_hour=100)
    given(school, child, name="Draft", state="draft", pence_an_hour=200)
    return given(school, child, name="Grief", is_confidential=True, pence_an_hour=400)


def page_of(client, name, *args, key="page", **query):
    return client.get(reverse(name, args=["oakfield", *args]), query).context[key]


def test_every_page_of_the_year_counts_what_begins_in_it(school, child, rows):
    client = client_of(member(school))
    begun, draft, confidential = 2 * HOURS * 100, HOURS * 200, HOURS * 400
    whole = begun + draft + confidential
    costs = page_of(client, "costs")
    assert (costs.total, costs.drafts, costs.is_sound) == (whole, draft, True)
    found = page_of(client, "provision_map", key="map")
    assert (found.total, found.drafts, found.confidential) == (whole, draft, 1)
    assert {c.provision.name: c.counted_in for c in found.columns if c.counted_in} == {
        "Before": "2025/26"
    }
    graduated = page_of(client, "graduated_map", key="map")
    assert (graduated.total, graduated.drafts) == (begun + draft, draft)
    assert ([x.name for x in graduated.earlier], graduated.confidential) == (["Before"], 1)
    assert not graduated.without_rate
    of_child = page_of(client, "child_graduated", child.pk)
    assert (of_child.against.spent, of_child.drafts) == (begun + confidential, 1)
    case = page_of(client, "child_costs", child.pk)
    assert case.total.planned == whole
    before = page_of(client, "provision_map", key="map", year=2025)
    assert before.total == HOURS * 100


def test_the_pages_say_it(school, child, rows):
    client = client_of(member(school))
    for name, args, words in (
        (
            "provision_map",
            [],
            ("in 2025/26", "£30.00 of it stands in drafts", "in which it begins"),
        ),
        ("graduated_map", [], ("1 began in another school year", "£30.00 of it stands in drafts")),
        ("child_graduated", [child.pk], ("1 draft is left out", "in 2025/26")),
        ("element_3", [], ("£30.00 of what is planned this year stands in drafts",)),
    ):
        text = text_of(client.get(reverse(name, args=["oakfield", *args])))
        assert [each for each in words if each not in text] == []


def test_the_costed_case_leaves_out_drafts_and_what_is_confidential_and_says_so(
    school, child, rows
):
    client = client_of(member(school))
    client.post(reverse("top_up_print", args=["oakfield", child.pk]), {"year": TODAY.year})
    html = PrintedPaper.objects.get().html
    assert "Grief" not in html and "Draft" not in html
    assert "without drafts and what is confidential" in html
