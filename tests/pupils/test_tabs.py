"""The bar of a child's record: a part for each kind of page, and the pages of the current part."""

import re

import pytest

from aylsham.access.roles import Role
from tests.factories import PupilFactory, SchoolFactory, member
from tests.pages import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def child():
    return PupilFactory(school=SchoolFactory(slug="oakfield"))


def shown(child, role: Role, part: str = "") -> tuple[list[str], list[str], list[str]]:
    """Labels of the bar, those of the pages beneath it, and what is current."""
    client = client_of(member(child.school, role=role))
    page = client.get(f"/oakfield/children/{child.pk}/{part}").content.decode()
    bar = re.search(r'aria-label="About this child".*?</nav>', page, re.S).group()
    beneath = re.search(r'aria-label="In this part".*?</nav>', page, re.S)
    pages = beneath.group() if beneath else ""
    label = r"<a [^>]*>\s*([^<]+?)\s*<"
    current = re.findall(r'aria-current="(\w+)">\s*([^<]+?)\s*<', bar + pages)
    return re.findall(label, bar), re.findall(label, pages), [": ".join(c) for c in current]


def test_a_page_alone_has_no_second_row(child):
    bar, pages, current = shown(child, Role.SENDCO)
    assert bar[0] == "Overview"
    assert bar[-1] == "More"
    assert pages == []
    assert current == ["page: Overview"]


def test_the_second_row_names_the_pages_of_a_part(child):
    bar, pages, current = shown(child, Role.SENDCO, "history/")
    assert pages == [
        "Timeline",
        "Case study",
        "History",
        "Who looked",
        "Requests for records",
        "Access",
    ]
    assert "History" not in bar
    assert current == ["true: More", "page: History"]


def test_a_part_of_which_one_page_is_open_to_me_goes_by_its_name(child):
    bar, pages, _ = shown(child, Role.OFFICE)
    assert "More" not in bar
    assert "Timeline" in bar
    assert pages == []
