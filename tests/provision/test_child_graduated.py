"""A child's graduated map: its tiers, its shares against element 2, a print without secrets."""

from datetime import timedelta

import pytest

from aylsham.access.roles import Role
from pupils.models import PrintedPaper
from pupils.services.strategies import add_strategy
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_tiers_hours_and_shares_of_a_child():
    school = SchoolFactory(slug="oakfield", la_code="926")
    group = ClassGroupFactory(school=school)
    child, other = (PupilFactory(school=school, class_group=group) for _ in range(2))
    add_strategy(pupil=child, text="Now and next board", since_on=TODAY, by=None)
    given(school, child, other, name="Talk", pence_an_hour=1200)
    given(school, child, name="Drama", tier="E", minutes=20, pence_an_hour=100)
    given(school, child, name="Grief", tier="E", is_confidential=True, pence_an_hour=100)
    given(school, other, name="Other", pence_an_hour=100)
    url = f"/oakfield/children/{child.pk}/graduated/"
    client = client_of(member(school, Role.SENDCO))
    page = client.get(url).context["page"]
    assert [
        (p.tier.code, p.strategies, [g.line.provision.name for g in p.given]) for p in page.tiers
    ] == [
        ("U", ("Now and next board",), []),
        ("T", (), ["Talk"]),
        ("E", (), ["Drama", "Grief"]),
    ]
    assert (page.lines[0].hours, page.lines[0].pence) == (15.0, 9_000)
    place = page.lines[0].place
    assert place.ends_on == page.lines[0].line.provision.ends_on
    assert page.against.spent == 9_000 + 1_000 + 1_500
    client.post(f"{url}print/")
    paper = PrintedPaper.objects.get()
    assert "Drama" in paper.html and "Grief" not in paper.html and "£100.00" in paper.html
    assert paper.permission == "view_costs"
    teacher = client_of(teacher_of(group))
    words = text_of(teacher.get(url))
    assert "Talk" in words and "£" not in words and "Grief" not in words
    before = len(statements(client, url))
    for _ in range(5):
        given(school, child, other, pence_an_hour=1)
    assert len(statements(client, url)) == before <= OF_EVERY_REQUEST + 12


def test_hours_are_those_of_the_childs_own_days():
    school = SchoolFactory(slug="oakfield", la_code="926")
    child = PupilFactory(school=school)
    row = given(school, child, name="Talk")
    days = (row.ends_on - row.starts_on).days + 1
    row.places.update(ends_on=row.starts_on + timedelta(days=days // 2 - 1))
    url = f"/oakfield/children/{child.pk}/graduated/"
    page = client_of(member(school)).get(url).context["page"]
    assert page.lines[0].hours == round(15 * (days // 2) / days, 1)
