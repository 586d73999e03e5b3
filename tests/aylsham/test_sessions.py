"""Sessions: read by our own statement, otherwise Django's."""

import datetime as dt

import pytest
import time_machine
from django.conf import settings

from aylsham.signin.sessions import SessionStore

pytestmark = pytest.mark.django_db


def stored() -> str:
    session = SessionStore()
    session["word"] = "badger"
    session.create()
    return session.session_key


def test_what_was_stored_is_read():
    assert SessionStore(stored())["word"] == "badger"


def test_a_session_that_has_run_out_is_none(today):
    key = stored()
    later = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC) + dt.timedelta(
        seconds=settings.SESSION_COOKIE_AGE + 60
    )
    with time_machine.travel(later):
        session = SessionStore(key)
        assert session.get("word") is None
        assert session.session_key is None


def test_a_made_up_key_is_no_session_and_is_never_taken_over():
    session = SessionStore("0123456789abcdefghijklmnopqrstuv")
    assert session.get("word") is None
    session["word"] = "lamp"
    session.save()
    assert session.session_key not in (None, "0123456789abcdefghijklmnopqrstuv")
