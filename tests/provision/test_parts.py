"""The bar over the pages about provision: a few groups, and beneath it the pages of the open one."""

import re

import pytest

from aylsham.access.roles import Role
from tests.factories import SchoolFactory, member
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
BAR = re.compile(r'aria-label="Pages about provision".*?</nav>', re.DOTALL)
BENEATH = re.compile(r'<nav class="ay-beneath".*?</nav>', re.DOTALL)
LINK = re.compile(r'<a [^>]*href="([^"]+)"([^>]*)>([^<]+)')


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


def rows(client, url):
    """The words of the bar and of the row beneath it, the open ones marked."""
    page = client.get(url).content.decode()
    found = [form.search(page) for form in (BAR, BENEATH)]
    return [
        ["*" * ("aria-current" in rest) + words.strip() for _, rest, words in LINK.findall(m[0])]
        if m
        else []
        for m in found
    ]


@pytest.mark.parametrize(
    ("url", "beneath"),
    [
        ("provision/", ["*What is given", "Map", "Bases", "Interventions"]),
        ("provision/map/", ["What is given", "*Map", "Bases", "Interventions"]),
        ("provision/owed/", ["Session log", "*Owed"]),
        ("funding/", ["Costs", "*Funding"]),
        ("indes/", ["Graduated map", "*INDES", "Element 3", "Self-evaluation"]),
    ],
)
def test_the_pages_of_the_open_group_stand_beneath_the_bar(school, url, beneath):
    bar, pages = rows(client_of(member(school)), f"/oakfield/{url}")
    assert [words.lstrip("*") for words in bar] == [
        "Provision", "Sessions", "Costs", "Impact", "Council",
    ]  # fmt: skip
    assert sum(words.startswith("*") for words in bar) == 1 and pages == beneath


def test_a_group_of_one_page_has_no_second_row(school):
    bar, pages = rows(client_of(member(school)), "/oakfield/provision/impact/")
    assert "*Impact" in bar and not pages


def test_an_lsa_finds_no_way_to_what_she_may_not_open(school):
    client = client_of(member(school, Role.LSA))
    bar, _ = rows(client, "/oakfield/provision/")
    assert "Costs" not in bar and "Provision" in "".join(bar)
    page = client.get("/oakfield/provision/")
    hrefs = {href for href, _, _ in LINK.findall(BAR.search(page.content.decode())[0])}
    assert all(client.get(href).status_code == 200 for href in hrefs)
    assert "Graduated map" not in text_of(page)
