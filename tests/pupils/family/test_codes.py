"""What the page of the code says: always how it stands, never that something was sent when not."""

import datetime as dt

import pytest
import time_machine

from pupils.rules.asking import MOST_CODES, CodeState, code_state
from pupils.services.contributions.asking import send_again
from pupils.services.contributions.reminding import send_reminders
from pupils.services.details import add_contact
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.pupils.family.invited import PARENT, Guest, ask_parent, deliver, secret_in

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


@pytest.mark.parametrize(
    ("passed", "sent", "is_unused", "says"),
    [
        (0, 1, True, CodeState(15, 60, True)),
        (59, 1, True, CodeState(15, 1, True)),
        (60, 1, True, CodeState(14, 0, True)),
        (899, 1, True, CodeState(1, 0, True)),
        (900, 1, True, CodeState(0, 0, True)),
        (10, 1, False, CodeState(0, 50, True)),
        (10, MOST_CODES, True, CodeState(15, 50, False)),
    ],
)
def test_how_it_stands_with_the_last_code(passed, sent, is_unused, says):
    assert code_state(NOW + passed * SECOND, NOW, sent, is_unused=is_unused) == says


def test_before_the_first_code_nothing_waits():
    assert code_state(NOW, None, 0, is_unused=False) == CodeState(0, 0, True)


@pytest.mark.django_db
class TestPage:
    @pytest.fixture
    def by(self, school):
        return member(school)

    @pytest.fixture
    def school(self, today):
        return SchoolFactory()

    @pytest.fixture
    def ask(self, school, by):
        facts = {"name": "Ben Reed", "email": PARENT, "has_parental_responsibility": True}
        return ask_parent(add_contact(pupil=PupilFactory(school=school), by=by, **facts), by)

    @pytest.fixture
    def guest(self, ask):
        return Guest(secret_in(deliver()[-1]))

    def page(self, guest) -> str:
        return text_of(guest.get("code/"))

    def test_a_second_start_within_a_minute_says_when_to_ask_again(self, guest):
        with time_machine.travel(NOW, tick=False) as clock:
            guest.ask_for_code()
            assert "We sent six numbers to your e-mail a moment ago" in self.page(guest)
            clock.shift(20)
            guest.post()
            assert deliver() == []
            assert "ask for a new code in 40 seconds" in self.page(guest)

    def test_another_device_is_not_told_of_numbers_that_were_used(self, guest):
        with time_machine.travel(NOW, tick=False) as clock:
            guest.open()
            other = Guest(guest.secret)
            clock.shift(20)
            other.post()
            assert deliver() == []
            page = self.page(other)
            assert "We sent" not in page
            assert "used" in page and "in 40 seconds" in page

    def test_nothing_is_claimed_before_anything_was_sent(self, guest):
        assert "We have no numbers waiting" in self.page(guest)

    def test_ten_codes_are_said_on_both_sides_and_the_sender_renews(self, ask, guest, by):
        ask.codes_sent = MOST_CODES
        ask.save()
        assert "ask the school for a new link" in text_of(guest.post())
        assert "ask the school for a new link" in self.page(guest)
        address = f"/{ask.school.slug}/children/{ask.pupil_id}/asks/{ask.pk}/"
        assert "Ten codes were sent" in text_of(client_of(by).get(address))
        send_again(ask=ask, email=ask.email, by=by)
        renewed = Guest(secret_in(deliver()[-1]))
        assert renewed.open()
        assert "Ten codes were sent" not in text_of(client_of(by).get(address))

    def test_a_reminder_brings_a_link_that_works(self, ask, guest, by):
        ask.codes_sent = MOST_CODES
        ask.save()
        send_reminders(ask.school, [ask], today=TODAY, by=by)
        assert Guest(secret_in(deliver()[-1])).open()

    def test_too_long_a_code_is_refused_in_our_words(self, guest):
        guest.ask_for_code()
        page = text_of(guest.post("code/", {"code": "1" * 13}))
        assert "This is too long" in page and "Ensure" not in page
