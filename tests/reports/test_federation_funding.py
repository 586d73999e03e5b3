"""Funding of all schools: each school and stream, the sum to the penny, who may see, the workbook."""

import io

import pytest
from openpyxl import load_workbook

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from lac.models import PremiumFunding
from tests.factories import (
    TODAY,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    member,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given
from tests.reports.test_funding import DEAR, received

URL = "/federation/funding/"


@pytest.fixture
def schools(db, today):
    federation = FederationFactory()
    return [SchoolFactory(slug=slug, federation=federation) for slug in ("oakfield", "elm")]


def everywhere(schools, role=Role.SENDCO):
    user = member(schools[0], role)
    for school in schools[1:]:
        MembershipFactory(user=user, school=school, role=role)
    return client_of(user)


def test_all_schools_are_the_sum_of_each_to_the_penny(schools):
    for school, pence in zip(schools, (900_000, 333_333), strict=True):
        child = PupilFactory(school=school)
        given(school, child, name="Dear", **DEAR, funding="notional")
        received(school, pence)
    client = everywhere(schools)
    page = client.get(URL).context["page"]
    alone = [client.get(f"/{s.slug}/funding/").context["page"] for s in schools]
    assert page.received == 1_233_333 == sum(each.received for each in alone)
    assert page.flow.planned == 1_400_000 == sum(each.flow.planned for each in alone)
    assert page.left == sum(each.left for each in alone)
    assert page.proof.is_sound and page.proof.whole == 1_400_000
    said = text_of(client.get(URL))
    assert "£12,333.33" in said and "It adds up to the penny" in said
    assert AuditEvent.objects.filter(action="view_costs", school=schools[1]).count() == 3


def test_who_sees_costs_at_one_school_sees_that_one(schools):
    for school in schools:
        received(school, 900_000)
    user = member(schools[0])
    MembershipFactory(user=user, school=schools[1], role=Role.CLASS_TEACHER)
    client = client_of(user)
    assert "£18,000.00" not in text_of(client.get(URL))
    rows = sheet(client)
    assert {row[0] for row in rows} & {school.name for school in schools} == {schools[0].name}
    teacher = client_of(member(schools[0], Role.CLASS_TEACHER))
    assert teacher.get(URL).status_code == teacher.get(f"{URL}sheet/").status_code == 403


def test_money_of_children_in_care_stands_where_the_asker_sees_it(schools):
    for school in schools:
        PremiumFunding.objects.create(
            school=school, pupil=PupilFactory(school=school), financial_year=2026, payer="vs",
            kind="part", pence=60_000, on=TODAY,
        )  # fmt: skip
    user = member(schools[0])
    MembershipFactory(user=user, school=schools[1], role=Role.ASSISTANT_SENDCO)
    page = client_of(user).get(URL).context["page"]
    plus = [
        [line for line in each.page.streams if line.sum.stream == "plus"] for each in page.schools
    ]
    by_school = {
        each.school.slug: [line.sum.received for line in lines]
        for each, lines in zip(page.schools, plus, strict=True)
    }
    assert by_school == {"oakfield": [60_000], "elm": []}


def sheet(client):
    answer = client.get(f"{URL}sheet/")
    return list(load_workbook(io.BytesIO(answer.content))["Funding"].values)


def test_the_workbook_has_each_stream_and_leaves_out_what_is_confidential(schools):
    child = PupilFactory(school=schools[0], first_name="Zebedee", last_name="Quill")
    given(schools[0], child, name="Dear", **DEAR, funding="notional")
    given(schools[0], child, name="Secret", **DEAR, is_confidential=True)
    received(schools[1], 900_000)
    rows = sheet(everywhere(schools))
    assert not {"Quill", "Secret"} & {str(cell) for row in rows for cell in row}
    totals = {row[0]: row for row in rows if row[1] == "Together"}
    assert totals["All schools"][2:4] == (9000, 7000)
    assert totals[schools[0].name][2:4] == (0, 7000)


def test_it_asks_as_few_statements_for_many_schools(schools):
    more = [*schools, *(SchoolFactory(federation=schools[0].federation) for _ in range(3))]
    for school in more:
        for _ in range(1 if school is schools[0] else 3):
            given(school, PupilFactory(school=school), name="Dear", **DEAR)
    one, many = everywhere(schools[:1]), everywhere(more)
    one.get(URL), many.get(URL)
    few = len(statements(one, URL))
    assert len(statements(many, URL)) == few
    assert few - OF_EVERY_REQUEST <= 9
