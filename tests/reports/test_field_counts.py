"""Totals of fields that every school has: they add up, and hide what is small."""

import pytest

from aylsham.access.roles import Role
from aylsham.codes import Sensitivity
from pupils.services.extra_fields.defining import add_federation_field
from pupils.services.extra_fields.filling import Entry, fill_fields
from tests.factories import (
    TODAY,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PAGE = "/federation/fields/totals/"


@pytest.fixture
def schools():
    federation = FederationFactory()
    return [SchoolFactory(federation=federation, name=f"School {n}") for n in "AB"]


def field(schools, name, kind, **facts):
    return add_federation_field(
        federation=schools[0].federation, school=schools[0], name=name, kind=kind, by=None, **facts
    )


def fill(found, values):
    """`values` at each school: what its children have, one after the other."""
    for school, each in values.items():
        entries = [Entry(PupilFactory(school=school), found, value, "") for value in each]
        fill_fields(school=school, entries=entries, on=TODAY, by=None)


def reader(schools, role):
    return client_of(
        MembershipFactory(school=None, federation=schools[0].federation, role=role).user
    )


def test_totals_add_up_for_whoever_sees_the_children(schools):
    one, two = schools
    fill(field(schools, "Nurture", "yes_no"), {one: [True] * 3 + [False], two: [True] * 6})
    fill(field(schools, "Hours", "number"), {one: [2, 3]})
    fill(field(schools, "Colour", "option", options=["Red"]), {two: ["Red"]})
    client = reader(schools, Role.FEDERATION_SEND_LEAD)
    page = client.get(PAGE).context["page"]
    nurture, hours, colour = page.fields
    assert [row.cells for row in nurture.rows] == [(3, 1, 2), (6, 0, 1), (9, 1, 3)]
    assert [row.children for row in nurture.rows] == [6, 7, 13]
    assert [(row.cells[0], row.total) for row in hours.rows] == [(2, 5), (0, 0), (2, 5)]
    assert [row.cells[0] for row in colour.rows] == [0, 1, 1]
    assert not page.is_protected
    assert len(statements(client, PAGE)) <= 8 + OF_EVERY_REQUEST


def test_a_governor_is_shown_nothing_small_and_nothing_sensitive(schools):
    one, two = schools
    fill(field(schools, "Nurture", "yes_no"), {one: [True] * 3 + [False] * 9, two: [True] * 8})
    fill(field(schools, "Hours", "number"), {one: [2] * 7})
    fill(
        field(schools, "Family support", "yes_no", sensitivity=Sensitivity.SENSITIVE),
        {one: [True] * 9},
    )
    response = reader(schools, Role.GOVERNOR).get(PAGE)
    page = response.context["page"]
    assert page.is_protected
    assert [f.name for f in page.fields] == ["Nurture", "Hours"]
    shown = [cell for f in page.fields for row in f.rows for cell in row.cells]
    assert all(cell is None or cell >= 5 for cell in shown)
    first = page.fields[0].rows[0]
    assert first.cells.count(None) >= 2  # one hidden count alone would be the rest of the children
    assert all(row.total is None for f in page.fields for row in f.rows)
    assert "Family support" not in text_of(response)


def test_a_teacher_has_no_totals(schools):
    assert reader(schools, Role.CLASS_TEACHER).get(PAGE).status_code == 403
