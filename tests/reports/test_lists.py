"""The register and the list of children: who sees whom and what, filters, counts, cost."""

import datetime as dt
import re

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.models import AuditEvent
from lac.models import CarePeriod
from pupils.codes import FactKind
from pupils.models import DatedFact
from pupils.services.status import Told
from tests.factories import (
    ClassGroupFactory,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    put_on_register,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MOST_STATEMENTS = 8


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def children(school):
    """Three on the register, one not; one of them in care."""
    oak = ClassGroupFactory(school=school, name="Oak")
    ash = ClassGroupFactory(school=school, name="Ash", year_groups=["5"])
    zoe = PupilFactory(
        school=school, first_name="Zoë", last_name="Adams", class_group=oak, on_register=["SEMH"]
    )
    ben = PupilFactory(
        school=school,
        first_name="Ben",
        last_name="Baker",
        class_group=ash,
        year_group="5",
        with_plan=True,
        is_eal=True,
    )
    cal = PupilFactory(school=school, first_name="Cal", last_name="Cole", on_register=["MLD"])
    dee = PupilFactory(school=school, first_name="Dee", last_name="Dunn", class_group=oak)
    CarePeriod.objects.create(
        school=school, pupil=cal, kind="looked_after", known_since=dt.date(2025, 9, 1)
    )
    DatedFact.objects.create(
        school=school, pupil=zoe, kind=FactKind.PUPIL_PREMIUM, starts_on=dt.date(2025, 9, 1)
    )
    return {"zoe": zoe, "ben": ben, "cal": cal, "dee": dee}


def names(response) -> list[str]:
    return [line.child.name for line in response.context["rows"]]


def register(user, query: str = ""):
    return client_of(user).get(f"/oakfield/register/{query}")


def roll(user, query: str = ""):
    return client_of(user).get(f"/oakfield/children/{query}")


EVERYBODY = ["Adams, Zoë", "Baker, Ben", "Cole, Cal"]


def test_the_register_has_those_on_it_in_the_order_of_a_register(school, children):
    response = register(member(school))
    assert names(response) == EVERYBODY
    counts = response.context["counts"]
    assert (counts.total, counts.support, counts.plans, counts.untold) == (3, 2, 1, 0)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?year=5", ["Baker, Ben"]),
        ("?year=4&year_to=5", EVERYBODY),
        ("?year_to=4", ["Adams, Zoë", "Cole, Cal"]),
        ("?year=5&year_to=4", EVERYBODY),
        ("?status=E", ["Baker, Ben"]),
        ("?status=K", ["Adams, Zoë", "Cole, Cal"]),
        ("?need=MLD", ["Cole, Cal"]),
        ("?area=CI", ["Baker, Ben"]),
        ("?flag=premium", ["Adams, Zoë"]),
        ("?flag=eal", ["Baker, Ben"]),
        ("?flag=looked_after", ["Cole, Cal"]),
        ("?untold=on", []),
        ("?year=5&status=K", []),
        ("?year=nonsense&status=X", EVERYBODY),
        ("?sort=-name", EVERYBODY[::-1]),
        ("?sort=status", ["Baker, Ben", "Adams, Zoë", "Cole, Cal"]),
        ("?sort=need", ["Baker, Ben", "Cole, Cal", "Adams, Zoë"]),
        ("?sort=nonsense", EVERYBODY),
        ("?page=99", EVERYBODY),
    ],
)
def test_filters_and_orders(school, children, query, found):
    response = register(member(school), query)
    assert names(response) == found
    assert response.context["counts"].total == len(found)


@pytest.mark.parametrize(
    ("words", "found"), [("zoe", ["Adams, Zoë"]), ("ben bak", ["Baker, Ben"]), ("", EVERYBODY)]
)
def test_a_name_is_sent_by_post_and_stands_sealed_in_the_address(school, children, words, found):
    client = client_of(member(school))
    answer = client.post("/oakfield/register/", {"text": words, "status": "", "sort": "name"})
    address = answer.headers["Location"]
    assert not words or words.split()[0] not in address
    response = client.get(address)
    assert names(response) == found
    exported = client.get(address.replace("register/", "register/export/") + "&as=csv")
    assert exported.status_code == 200
    assert ("Cole" in exported.content.decode()) == ("Cole, Cal" in found)


def test_a_name_stays_with_the_other_choices_and_can_be_taken_off(school, children):
    client = client_of(member(school))
    address = client.post("/oakfield/register/", {"text": "zoe", "status": "K"}).headers["Location"]
    html = client.get(address).content.decode()
    assert 'value="zoe"' in html
    assert "Take off </span>Name or UPN: zoe" in html
    assert re.search(r'<li><a href="\?status=K"[^>]*><span[^>]*>Take off </span>Name', html)
    sorted_by = re.search(r'href="(\?[^"]*sort=year)"', html)[1].replace("&amp;", "&")
    assert "text=" not in sorted_by
    assert names(client.get("/oakfield/register/" + sorted_by)) == ["Adams, Zoë"]


def test_a_name_that_stands_open_in_an_address_is_not_read(school, children):
    assert names(register(member(school), "?text=zoe")) == EVERYBODY


def test_a_class_is_a_filter_of_one_school(school, children):
    group = children["ben"].class_group
    assert names(register(member(school), f"?group={group.pk}")) == ["Baker, Ben"]


def test_parents_who_do_not_know_are_a_warning(school, children):
    put_on_register(children["dee"], told=Told(to_tell_on=dt.date(2026, 12, 1)))
    response = register(member(school), "?untold=on")
    assert names(response) == ["Dunn, Dee"]
    assert "Parents not told" in text_of(response)


def test_the_list_says_what_it_is(school, children):
    text = text_of(register(member(school), "?year=5&status=E&sort=class"))
    assert (
        f"Children of {school.name} with an EHC plan, in Year 5, sorted by class; "
        "as on Mon 23 November 2026; 1 child." in text
    )
    text = text_of(register(member(school), "?year=4&year_to=5&need=MLD&sort=nonsense"))
    assert (
        f"Children of {school.name} on SEN support or with an EHC plan, in Year 4 to Year 5, with "
        "the need Moderate learning difficulty (MLD), sorted by family name; as on Mon 23 "
        "November 2026; 1 child." in text
    )
    text = text_of(roll(member(school), "?status=N"))
    assert f"Children of {school.name} without SEN, sorted by family name; as on" in text


def test_whoever_may_not_know_of_care_finds_neither_word_nor_gap(school, children):
    leader = member(school, Role.PHASE_LEADER)
    every = register(leader)
    assert names(every) == EVERYBODY
    assert "LAC" not in text_of(every)
    assert "Looked after" not in every.content.decode()
    # Nor does the filter give it away: an unknown choice filters nothing.
    assert names(register(leader, "?flag=looked_after")) == EVERYBODY
    assert "LAC" in text_of(register(member(school)))


def test_the_office_sees_children_without_needs(school, children):
    office = member(school, Role.OFFICE)
    response = roll(office)
    assert len(names(response)) == 4
    text = text_of(response)
    assert "SEN support" not in text
    assert "SEMH" not in text
    assert "PP" not in text
    for query in ("?status=E", "?need=MLD", "?area=CI", "?flag=premium", "?sort=status"):
        assert len(names(roll(office, query))) == 4, query
    assert register(office).status_code == 403


def test_a_teacher_sees_the_class_and_a_supporter_the_child(school, children):
    teacher = teacher_of(children["zoe"].class_group)
    assert names(roll(teacher)) == ["Adams, Zoë", "Dunn, Dee"]
    assert names(roll(supporter_of(children["cal"]))) == ["Cole, Cal"]
    assert names(roll(member(school, Role.LSA))) == []
    assert register(teacher).status_code == 403


@pytest.mark.parametrize("role", [Role.GOVERNOR, Role.FEDERATION_ADMINISTRATOR])
def test_some_roles_open_no_child(school, children, role):
    user = member(school, role)
    assert roll(user).status_code == 403
    assert register(user).status_code == 403


def test_another_school_has_no_page_here(school, children):
    stranger = member(SchoolFactory())
    assert register(stranger).status_code == 404


def test_what_was_shown_is_written_down(school, children):
    register(member(school), "?year=5")
    behind_the_wall(school)
    event = AuditEvent.objects.get(action=Action.VIEW_REGISTER)
    assert event.pupil_ids == [children["ben"].pk]


def test_only_the_list_is_sent_to_a_page_that_is_there(school, children):
    client = client_of(member(school))
    response = client.get(
        "/oakfield/register/?year=5",
        headers={"HX-Request": "true", "HX-Target": "list"},
    )
    assert response.content.strip().startswith(b'<div id="list"')
    assert names(response) == ["Baker, Ben"]


class TestFederation:
    @pytest.fixture
    def schools(self):
        federation = FederationFactory()
        return [SchoolFactory(federation=federation, name=f"School {n}") for n in "AB"]

    def test_one_list_over_all_schools(self, schools):
        first, second = (PupilFactory(school=s, on_register=True) for s in schools)
        lead = MembershipFactory(
            school=None, federation=schools[0].federation, role=Role.FEDERATION_SEND_LEAD
        ).user
        client = client_of(lead)
        response = client.get("/federation/register/?sort=school")
        assert [line.child.id for line in response.context["rows"]] == [first.pk, second.pk]
        response = client.get(f"/federation/register/?school={schools[1].slug}")
        assert [line.child.id for line in response.context["rows"]] == [second.pk]
        behind_the_wall(*schools)
        assert AuditEvent.objects.filter(action=Action.VIEW_REGISTER).count() == 3

    def test_a_right_at_one_school_is_none_at_another(self, schools):
        """SENDCo of A, office of B: B's children are listed without needs, by no filter either."""
        here = PupilFactory(school=schools[0], last_name="Here", on_register=["SEMH"])
        there = PupilFactory(school=schools[1], last_name="There", on_register=["SEMH"])
        user = member(schools[0])
        MembershipFactory(user=user, school=schools[1], role=Role.OFFICE)
        client = client_of(user)
        lines = client.get("/federation/children/").context["rows"]
        rows = {line.child.id: line.child for line in lines}
        assert rows[here.pk].needs == ("SEMH",)
        assert (rows[there.pk].needs, rows[there.pk].status) == ((), "")
        for query in ("?need=SEMH", "?status=K", "?area=SEMH"):
            found = client.get(f"/federation/children/{query}").context["rows"]
            assert [line.child.id for line in found] == [here.pk], query
        found = client.get("/federation/children/?status=N").context["rows"]
        assert list(found) == []


def test_thirty_rows_cost_as_many_statements_as_three(school):
    user = member(school)
    client = client_of(user)
    group = ClassGroupFactory(school=school)
    PupilFactory.create_batch(3, school=school, class_group=group, on_register=["SLCN", "MLD"])
    few = statements(client, "/oakfield/register/")
    behind_the_wall(school)
    PupilFactory.create_batch(27, school=school, class_group=group, on_register=["SLCN", "MLD"])
    many = statements(client, "/oakfield/register/")
    assert len(few) == len(many) <= MOST_STATEMENTS + OF_EVERY_REQUEST
    assert len(statements(client, "/oakfield/children/")) <= MOST_STATEMENTS + OF_EVERY_REQUEST
