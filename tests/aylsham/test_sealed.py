"""Words of a search stand sealed in an address: for one person, for a working day."""

import datetime as dt

import pytest
import time_machine

from aylsham.sealed import LASTS, seal, unseal
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
MORNING = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)


@pytest.fixture
def helen():
    return UserFactory()


@pytest.mark.parametrize("words", ["", "zoe", "O’Brien-Łukasz", "x" * 100])
def test_only_the_server_reads_them(helen, words):
    sealed = seal(words, helen)
    assert not words or words not in sealed
    assert unseal(sealed, helen) == words


def test_nobody_else_opens_them(helen):
    assert unseal(seal("zoe", helen), UserFactory()) == ""


@pytest.mark.parametrize(("seconds", "words"), [(LASTS, "zoe"), (LASTS + 1, "")])
def test_they_last_a_working_day(helen, seconds, words):
    with time_machine.travel(MORNING, tick=False):
        sealed = seal("zoe", helen)
    with time_machine.travel(MORNING + dt.timedelta(seconds=seconds), tick=False):
        assert unseal(sealed, helen) == words


@pytest.mark.parametrize("made_up", ["zoe", "é", "gAAAAA"])
def test_what_was_made_up_says_nothing(helen, made_up):
    assert unseal(made_up, helen) == ""
