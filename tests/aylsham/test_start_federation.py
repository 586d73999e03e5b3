"""The first school of an installation, and who may invite the others."""

import io

import pytest
from django.core.management import CommandError, call_command

from aylsham.models import School, User

pytestmark = pytest.mark.django_db

SCHOOL = {
    "federation": "fen",
    "federation_name": "Fen Trust",
    "school": "fen-primary",
    "name": "Fen Primary",
    "phase": "primary",
    "la": "926",
    "establishment": "2345",
    "urn": "123456",
    "years": ["R", "1", "2"],
}
ADMINISTRATOR = {"administrator": "Jo@fen.example", "administrator_name": "Jo Fen"}


def start(monkeypatch, password="badger lamp velvet", **changes):
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    call_command("start_federation", **SCHOOL | changes, stdout=io.StringIO())


def test_the_administrator_can_sign_in_and_invite(monkeypatch, client):
    start(monkeypatch, **ADMINISTRATOR)
    assert client.login(email="jo@fen.example", password="badger lamp velvet")
    assert client.get("/fen-primary/people/invite/").status_code == 200
    assert User.objects.get().emailaddress_set.get().verified


def test_a_second_school_joins_the_same_federation(monkeypatch):
    start(monkeypatch)
    start(monkeypatch, school="fen-nursery", name="Fen Nursery", establishment="1001", urn="123457")
    assert len({s.federation_id for s in School.objects.all()}) == 1


@pytest.mark.parametrize(
    "changes", [{"urn": "12"}, {"school": "accounts"}, {"years": ["13"]}, {"la": "Norfolk"}]
)
def test_what_cannot_be_is_refused_and_nothing_is_left(monkeypatch, changes):
    with pytest.raises(CommandError):
        start(monkeypatch, **changes)
    assert not School.objects.exists()


def test_a_weak_password_makes_nothing(monkeypatch):
    with pytest.raises(CommandError):
        start(monkeypatch, password="short", **ADMINISTRATOR)
    assert not School.objects.exists()
