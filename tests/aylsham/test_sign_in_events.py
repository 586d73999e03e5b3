"""Everything that happens at the door is written down, once, and cannot be changed."""

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from aylsham.access.roles import Role
from aylsham.audit.signins import hash_address
from aylsham.models import SignInEvent
from tests.factories import PASSWORD, SchoolFactory, UserFactory, member
from tests.pages import client_of, text_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def school(today):
    return SchoolFactory(slug="fen")


@pytest.fixture
def sendco(school):
    return member(school, user__name="Sam Sendco", user__email="sam@fen.example")


def sign_in(login, password=PASSWORD, **headers):
    client = Client()
    client.post("/accounts/login/", {"login": login, "password": password}, headers=headers)
    return client


def kinds() -> list[str]:
    return list(SignInEvent.objects.order_by("id").values_list("kind", flat=True))


def test_signing_in_and_out(sendco):
    client = sign_in("sam@fen.example", **{"User-Agent": "Firefox"})
    client.post("/accounts/logout/")
    assert kinds() == ["in", "out"]
    event = SignInEvent.objects.order_by("id").first()
    assert (event.user_id, event.ip, event.agent) == (sendco.pk, "127.0.0.1", "Firefox")
    assert event.address_hash == ""


def test_a_wrong_password_names_the_person_and_not_what_was_typed(sendco):
    sign_in("Sam@fen.example", "something else")
    event = SignInEvent.objects.get()
    assert (event.kind, event.user_id) == ("failed", sendco.pk)
    assert event.address_hash == hash_address("sam@fen.example")
    values = " ".join(str(v) for v in vars(event).values())
    assert "something else" not in values and "sam@" not in values.lower()


def test_an_address_that_nobody_has_is_kept_as_a_hash(sendco):
    sign_in("my secret password", "x")
    sign_in("nobody@fen.example", "x")
    unknown = SignInEvent.objects.filter(user_id=None, kind="failed")
    assert unknown.filter(address_hash=hash_address("NOBODY@fen.example ")).count() == 1


def test_a_changed_password(sendco):
    client = sign_in("sam@fen.example")
    new = "four other words apart"
    client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert "password" in kinds()


@pytest.mark.parametrize("statement", ["UPDATE {} SET kind = 'in'", "DELETE FROM {}"])
def test_nobody_changes_what_was_written(sendco, statement):
    sign_in("sam@fen.example")
    with pytest.raises(DatabaseError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement.format("aylsham_signinevent"))


def test_the_page_shows_people_of_the_school_alone(school, sendco):
    head = member(school, Role.HEAD)
    stranger = UserFactory(name="Una Stranger")
    sign_in(stranger.email)
    sign_in("sam@fen.example")
    sign_in("sam@fen.example", "wrong")
    page = text_of(client_of(head).get("/fen/audit/sign-ins/"))
    assert "Sam Sendco signed in" in page
    assert "Sam Sendco gave a wrong password" in page
    assert "Stranger" not in page
