"""Every page of the floor reads a few times, however much stands on it."""

import pytest
from django.urls import resolve

from aylsham.access.roles import Role
from tests.conventions.addresses import addresses
from tests.conventions.world import _person, make_school
from tests.factories import SchoolFactory
from tests.pages import OF_EVERY_REQUEST, client_of, statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MOST = 8
#: Reads the whole record again, to show what has changed in it.
MORE = {"review_paper_fill": 12}


def test_at_most_eight_statements_beyond_those_of_every_request():
    world = make_school(SchoolFactory(slug="own"), "Owlmark")
    client = client_of(_person(world, Role.SENDCO))
    found = {}
    for address in addresses():
        if not (address.rule and address.rule.level == "school"):
            continue
        path = address.path(world.school, world.rows)
        if not resolve(path).func.__module__.startswith("ehcp."):
            continue
        if client.get(path).status_code == 200:
            found[address.name] = len(statements(client, path)) - OF_EVERY_REQUEST
    assert len(found) > 50
    over = {name: number for name, number in found.items() if number > MORE.get(name, MOST)}
    assert over == {}
