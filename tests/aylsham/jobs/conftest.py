"""A school, a person, and kinds of work that end with their test."""

import datetime as dt

import pytest

from aylsham.jobs import registry
from aylsham.models import Closure, Federation, School, User
from aylsham.tenancy.row_security import school_transaction


@pytest.fixture(autouse=True)
def own_kinds(monkeypatch):
    """Handlers that a test registers end with it."""
    known = {handler.kind: handler for handler in registry.handlers()}
    monkeypatch.setattr(registry, "_handlers", known)


def make_school(number: int = 1, federation: Federation | None = None) -> School:
    """A primary school, in a federation of its own unless one is given."""
    federation = federation or Federation.objects.create(name=f"F{number}", slug=f"f{number}")
    return School.objects.create(
        federation=federation,
        name=f"School {number}",
        slug=f"school-{number}",
        phase="primary",
        la_code="926",
        establishment_number=f"{1000 + number}",
        urn=f"{100_000 + number}",
        year_groups=["R", "1"],
    )


@pytest.fixture
def school(db) -> School:
    return make_school()


@pytest.fixture
def person(db) -> User:
    return User.objects.create_user("person@example.org", name="Pat Person")


def close(school: School, day: dt.date) -> None:
    """An effect that can be counted, and that row security refuses outside its school."""
    Closure.objects.create(school=school, kind="closure", starts_on=day, ends_on=day)


def closed_days(school: School) -> list[dt.date]:
    """The effects so far."""
    with school_transaction(school):
        return list(Closure.objects.filter(school=school).values_list("starts_on", flat=True))
