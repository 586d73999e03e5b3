"""No session holds rows for ever: what the app's connections are limited to."""

import psycopg
import pytest
from django.db import OperationalError, connection

from aylsham.database_url import database_from_url
from tests.conftest import empty_tables
from tests.factories import SchoolFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("limit", "value"),
    [("idle_in_transaction_session_timeout", "10min"), ("lock_timeout", "2min")],
)
def test_every_connection_is_limited(limit, value):
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {limit}")
        assert cursor.fetchone() == (value,)


def test_an_address_may_name_its_own_limits():
    options = database_from_url("postgresql://a@b/c?options=-c%20lock_timeout%3D5s")["OPTIONS"]
    assert options["options"] == "-c lock_timeout=5s"
    assert options["keepalives_idle"] == "30"


def other_session() -> psycopg.Connection:
    asked = connection.get_connection_params()
    names = ("host", "port", "user", "password", "dbname")
    return psycopg.connect(**{name: asked[name] for name in names if name in asked})


@pytest.mark.django_db(transaction=True)
def test_whoever_waits_for_a_frozen_worker_hears_of_it():
    school = SchoolFactory()
    with other_session() as frozen:
        frozen.execute("SELECT set_config('aylsham.school_ids', %s, false)", [str(school.pk)])
        frozen.execute("UPDATE aylsham_school SET name = name WHERE id = %s", [school.pk])
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
            with pytest.raises(OperationalError):
                cursor.execute("UPDATE aylsham_school SET name = 'x' WHERE id = %s", [school.pk])
        frozen.rollback()


@pytest.mark.django_db(transaction=True)
def test_a_test_that_leaves_rows_held_is_named_and_fails_alone():
    school = SchoolFactory()
    left = other_session()
    left.execute("UPDATE aylsham_school SET name = name WHERE id = %s", [school.pk])
    with pytest.raises(AssertionError, match="UPDATE aylsham_school"):
        empty_tables(waits="200ms")
    with pytest.raises(psycopg.OperationalError):
        left.execute("SELECT 1")
    left.close()
    empty_tables(waits="200ms")
