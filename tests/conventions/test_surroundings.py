"""What every other test stands on: the app role, an emptied database, no network, one date."""

import socket

import pytest
import pytest_socket
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import ProgrammingError, connection, transaction

from aylsham import clock
from aylsham.models import Federation


@pytest.mark.django_db
def test_the_app_role_runs_the_tests():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (settings.DATABASE_APP_ROLE,)


@pytest.mark.django_db
def test_the_app_role_cannot_change_tables():
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE aylsham_federation DISABLE ROW LEVEL SECURITY")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_a_test_with_its_own_transactions_leaves_nothing(turn):
    assert not Federation.objects.exists()
    assert ContentType.objects.exists()
    Federation.objects.create(name="Bure Learning Trust", slug="bure")


def test_another_machine_cannot_be_reached():
    blocked = (pytest_socket.SocketConnectBlockedError, UserWarning)
    with pytest.raises(blocked, match=r"192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 443), timeout=1)


def test_today_is_the_day_of_the_samples(today):
    assert clock.today() == today
