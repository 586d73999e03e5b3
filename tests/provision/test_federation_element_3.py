"""Element 3 over several schools: as each holds it, added up to the letters, within the walls."""

import datetime as dt

import pytest

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Reach, Role, RoleRule
from provision.services.element_3 import LineFacts, add_letter
from tests.factories import (
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    member,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/federation/element-3/"
DEAR = {"sessions_a_week": 10, "minutes": 60, "pence_an_hour": 7_000}  # £7,000


@pytest.fixture
def federation():
    return FederationFactory()


@pytest.fixture
def schools(federation):
    made = [
        SchoolFactory(slug=slug, name=slug.title(), federation=federation)
        for slug in ("ash", "elm")
    ]
    for school in made:
        fill(school)
    letter(made[1], "cohort", 90_000, year=2025, sure="M")
    return made


def letter(school, part, pence, *, year=2026, sure="V", lines=()):
    facts = {"letter_on": None, "reference": "", "note": ""}
    return add_letter(
        school=school, financial_year=year, part=part, total_pence=pence, sure=sure,
        lines=lines, by=None, key=None, **facts,
    )  # fmt: skip


def fill(school):
    """£2,000 by formula and £500.01 for the cohort; one child above element 2, one below."""
    letter(school, "formula", 200_000, lines=[LineFacts("Plans", 2, 100_000)])
    letter(school, "cohort", 50_001)
    dear, cheap, before = (PupilFactory(school=school, last_name=f"Of{school}") for _ in range(3))
    given(school, dear, name="Dear", **DEAR, funding="cohort")
    given(school, cheap, name="Cheap", pence_an_hour=100, funding="notional")
    last_day = {"starts_on": dt.date(2026, 3, 31)}
    given(school, before, name="Before", **last_day, **DEAR, funding="formula")


def of(federation, role=Role.FEDERATION_SEND_LEAD):
    facts = {"school": None, "federation": federation}
    return client_of(MembershipFactory(role=role, **facts).user)


def test_each_school_as_on_its_own_page_and_all_to_the_penny(schools, federation):
    client = of(federation)
    answer = client.get(URL)
    page = answer.context["page"]
    for line in page.schools:
        own = client.get(f"/{line.school.slug}/provision/element-3/").context["page"]
        assert line.sum == own.sum
        assert (line.children, line.above) == (len(own.children), own.above) == (1, 100_000)
    assert (page.sum.formula, page.sum.cohort, page.sum.planned) == (400_000, 100_002, 1_400_000)
    assert page.is_sound and (page.children, page.above) == (2, 200_000)
    assert [(y.sum.financial_year, len(y.schools)) for y in page.years] == [(2026, 2), (2025, 2)]
    [_, before] = page.years
    assert (before.sum.cohort, before.sum.planned) == (90_000, 1_400_000)
    words = text_of(answer)
    assert "to the penny" in words and "By letter" in words
    last = client.get(URL, {"year": "2025"})
    assert last.context["page"].sum == before.sum
    assert "Not all by letter" in text_of(last)
    assert not any(name in words for name in ("Dear", "OfAsh"))


def test_lines_that_do_not_come_to_the_letter_are_named(schools, federation):
    letter(schools[0], "cohort", 10_000, lines=[LineFacts("Children", 3, 3_000)])
    words = text_of(of(federation).get(URL))
    assert "Lines do not add up £10.00 apart" in words.replace("  ", " ")


def test_only_schools_whose_costs_one_sees(schools, federation):
    elsewhere = SchoolFactory(slug="far", name="Faraway")
    letter(elsewhere, "formula", 7)
    user = member(schools[0])
    MembershipFactory(user=user, school=schools[1], role=Role.CLASS_TEACHER)
    page = client_of(user).get(URL)
    assert [line.school.slug for line in page.context["page"].schools] == ["ash"]
    assert "Elm" not in text_of(page) and "Faraway" not in text_of(page)
    for role in (Role.CLASS_TEACHER, Role.GOVERNOR, Role.FEDERATION_ADMINISTRATOR):
        assert of(federation, role).get(URL).status_code == 403


def test_who_sees_no_children_reads_no_count_of_them(schools, federation, monkeypatch):
    may = frozenset({Permission.VIEW_COSTS, Permission.VIEW_NEEDS})
    monkeypatch.setitem(ROLES, Role.GOVERNOR, RoleRule(Reach.NOBODY, may))
    page = of(federation, Role.GOVERNOR).get(URL).context["page"]
    assert page.sum.received == 500_002 and page.closed == 2
    assert {(line.children, line.above) for line in page.schools} == {(None, None)}


def test_without_any_letter_the_page_says_what_to_do():
    school = SchoolFactory(slug="new")
    words = text_of(client_of(member(school)).get(URL))
    assert "No school has written down a letter" in words and "No letter yet" in words


def test_statements_do_not_grow(schools, federation):
    client = of(federation)
    before = len(statements(client, URL))
    for n in range(4):
        fill(SchoolFactory(slug=f"more-{n}", federation=federation))
    assert len(statements(client, URL)) == before <= OF_EVERY_REQUEST + 8
