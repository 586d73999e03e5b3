"""Alive asks nobody; ready names what is not."""

import pytest
from django.db import DatabaseError

from aylsham import health


def test_alive_asks_no_database(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_ready_with_database_tables_and_broker(client):
    answer = client.get("/readyz")
    assert answer.status_code == 200, answer.json()
    assert answer.json() == {"database": "ok", "migrations": "ok", "broker": "ok"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("_migrations_of_the_code", "migrations"),
        ("_broker_answers", "broker"),
        ("_database_answers", "database"),
    ],
)
def test_not_ready_names_what_is_missing(client, monkeypatch, name, part):
    missing = frozenset({("aylsham", "9999_next")}) if part == "migrations" else False
    monkeypatch.setattr(health, name, lambda: missing)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert [key for key, word in answer.json().items() if word == "failed"] == [part]


def test_a_database_that_is_gone_is_no_error_page(client, monkeypatch):
    def refuse(*args):
        raise DatabaseError

    monkeypatch.setattr(health.connection, "cursor", refuse)
    monkeypatch.setattr(health, "_migrations_are_applied", lambda: True)
    assert client.get("/readyz").status_code == 503


@pytest.mark.django_db
def test_only_reading_is_allowed(client):
    assert client.post("/healthz").status_code == 405
