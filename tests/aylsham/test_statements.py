"""Reads compiled once: other values each time, and nobody's value kept for the next."""

import datetime as dt
from uuid import UUID

import pytest
from django.db import connection

from aylsham.models import Closure, Membership
from aylsham.statements import Statement
from aylsham.tenancy.row_security import school_transaction
from tests.factories import TODAY, SchoolFactory, member

pytestmark = pytest.mark.django_db


def live_roles(user: UUID, today: dt.date):
    return Membership.objects.live(today).filter(user=user).values_list("role")


@pytest.fixture
def statement():
    return Statement(live_roles, user=UUID, today=dt.date)


def test_each_call_has_its_own_values(statement):
    ann, bob = member(SchoolFactory()), member(SchoolFactory(), role="lsa")
    assert statement.rows(user=ann.pk, today=TODAY) == [("sendco",)]
    assert statement.rows(user=bob.pk, today=TODAY) == [("lsa",)]
    assert statement.rows(user=bob.pk, today=dt.date(1999, 1, 4)) == []


def test_it_is_compiled_once(statement, django_assert_num_queries):
    ann = member(SchoolFactory())
    statement.rows(user=ann.pk, today=TODAY)
    statement._build = None
    with django_assert_num_queries(1):
        statement.rows(user=ann.pk, today=TODAY)


def test_the_database_keeps_the_plan_and_no_value(statement):
    ann = member(SchoolFactory())
    for _ in range(3):
        statement.rows(user=ann.pk, today=TODAY)
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        kept = [sql for (sql,) in cursor.fetchall() if "aylsham_membership" in sql]
    assert len(kept) == 1
    assert str(ann.pk) not in kept[0]
    assert str(TODAY) not in kept[0]


def test_a_kept_plan_asks_each_time_which_schools_may_be_seen():
    first, second = SchoolFactory(), SchoolFactory()
    for school in (first, second):
        with school_transaction(school):
            Closure.objects.create(school=school, kind="inset", starts_on=TODAY, ends_on=TODAY)
    every = Statement(
        lambda today: Closure.objects.exclude(ends_on=today).values_list("school"), today=dt.date
    )
    day = dt.date(1999, 1, 4)
    for _ in range(8):  # after five a plan is made for all values alike
        with school_transaction(first):
            assert set(every.rows(today=day)) == {(first.pk,)}
    with school_transaction(second):
        assert set(every.rows(today=day)) == {(second.pk,)}
    with school_transaction():
        assert every.rows(today=day) == []


def test_what_is_always_the_same_may_be_any_text():
    wanted = "100 % 'sure' %s"
    ann = member(SchoolFactory(name=wanted))
    member(SchoolFactory(name="Another"))

    def build(today):
        return Membership.objects.live(today).filter(school__name=wanted).values_list("user")

    assert Statement(build, today=dt.date).rows(today=TODAY) == [(ann.pk,)]


def test_a_value_that_is_missing(statement):
    with pytest.raises(KeyError, match="today"):
        statement.rows(user=UUID(int=9))


@pytest.mark.parametrize(
    "kept",
    [
        lambda rows: rows.filter(school=UUID(int=99)),
        lambda rows: rows.filter(starts_on__lte=TODAY),
        lambda rows: rows.filter(starts_on__lte=dt.datetime(2026, 11, 23, 9)),
        lambda rows: rows.filter(school__in=[UUID(int=98), UUID(int=99)]),
    ],
    ids=["id", "day", "moment", "list"],
)
def test_a_value_that_would_be_kept_is_refused(kept):
    def build(user, today):
        return kept(live_roles(user, today))

    with pytest.raises(ValueError, match="kept for every request"):
        Statement(build, user=UUID, today=dt.date).rows(user=UUID(int=7), today=TODAY)
