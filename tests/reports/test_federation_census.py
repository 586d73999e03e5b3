"""The census check over several schools: counts beside each other, and a way to each school."""

import datetime as dt

import pytest
import time_machine

from aylsham.access.roles import Role
from tests.factories import (
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    put_on_register,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MOST_STATEMENTS = 8
PAGE = "/federation/register/census/"


@pytest.fixture
def schools():
    first = SchoolFactory(slug="oakfield", name="Oakfield Primary")
    return first, SchoolFactory(slug="elm", name="Elm Infants", federation=first.federation)


@pytest.fixture
def sendco(schools):
    user = member(schools[0])
    MembershipFactory(user=user, school=schools[1])
    return user


def counts(user) -> dict[str, tuple[int, ...]]:
    found = client_of(user).get(PAGE).context["found"]
    return {s.slug: (s.checked, s.stopping, s.queries, s.later) for s in found.schools}


def test_counts_of_each_school_and_no_child(schools, sendco):
    oak, elm = schools
    PupilFactory(school=oak, on_register=True)
    put_on_register(PupilFactory(school=oak, last_name="Typeless"))
    both = PupilFactory(school=oak, last_name="Twofold", upn="")
    put_on_register(both)  # two faults are one child
    PupilFactory(school=elm)
    PupilFactory(school=SchoolFactory(slug="far"), upn="")
    behind_the_wall(oak, elm)
    assert counts(sendco) == {"elm": (1, 0, 0, 0), "oakfield": (3, 2, 0, 0)}
    page = client_of(sendco).get(PAGE)
    words = text_of(page)
    assert words.index("Elm Infants 1 0 0") < words.index("Oakfield Primary 3 2 0")
    assert "Twofold" not in words
    assert 'href="/oakfield/register/census/"' in page.content.decode()
    assert f'href="{PAGE}"' in client_of(sendco).get("/federation/register/").content.decode()
    check = client_of(sendco).get("/oakfield/register/census/").context["check"]
    assert (check.checked, check.stopping) == (3, 2)
    # In May nobody asks for types of need: who lacks only those has time until January.
    with time_machine.travel(dt.datetime(2027, 2, 1, 9, tzinfo=dt.UTC)):
        assert counts(sendco)["oakfield"] == (3, 1, 0, 1)


def test_only_the_schools_whose_register_they_have(schools):
    oak, elm = schools
    user = member(oak)
    MembershipFactory(user=user, school=elm, role=Role.CLASS_TEACHER)
    PupilFactory(school=elm, upn="")
    assert list(counts(user)) == ["oakfield"]
    assert client_of(member(elm, Role.CLASS_TEACHER)).get(PAGE).status_code == 403


def test_it_costs_the_same_for_thirty(schools, sendco):
    client = client_of(sendco)
    PupilFactory.create_batch(3, school=schools[0], upn="")
    few = statements(client, PAGE)
    behind_the_wall(*schools)
    PupilFactory.create_batch(27, school=schools[1], upn="")
    assert len(statements(client, PAGE)) == len(few) <= MOST_STATEMENTS + OF_EVERY_REQUEST
