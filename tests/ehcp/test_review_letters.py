"""Invitations by letter: a letter that goes ticks its reader, all at once by one press, and back."""

import datetime as dt

import pytest

from aylsham.changes import TransitionNotAllowed
from ehcp.models import ReviewInvitee
from ehcp.review_codes import LawRole, Route
from ehcp.services.review_letters import note_letters
from ehcp.services.review_meetings import invite_people
from pupils.models import Letter
from tests.ehcp.makers import make_plan, planned
from tests.ehcp.review_makers import OFFICERS, invited, of_parent, parent_of, person, set_up
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.pupils.letters.makers import letters_to_family
from tests.pupils.letters.makers import sent as letter_sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
MEETING = TODAY + 28 * DAY
FILLED = {"body": "You are invited.", "subject": "Annual review"}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def pupil(school):
    return PupilFactory(school=school, year_group="4")


@pytest.fixture
def parent(pupil):
    return parent_of(pupil, email="")


@pytest.fixture
def row(pupil, by):
    return set_up(planned(make_plan("2026-02-01", pupil=pupil), MEETING.isoformat()), by)


def invitation(pupil, by, code: str = "review_invite") -> Letter:
    """The letter to the child's family, without gaps."""
    (letter,) = letters_to_family(pupil, code, by, counted_from=MEETING)
    Letter.objects.filter(pk=letter.pk).update(**FILLED)
    letter.refresh_from_db()
    letter.pupil.school = pupil.school
    return letter


def sent(letter: Letter, by, **more):
    """Given by hand: there is no address on the record."""
    return letter_sent(letter, by, "hand", **more)


def test_the_letter_that_goes_puts_the_parent_on_the_list_and_ticks_them(row, pupil, parent, by):
    sent(invitation(pupil, by), by, gone_on=TODAY - DAY)
    found = person(row, parent.name)
    assert (found.role, found.route) == (LawRole.PARENT, Route.LETTER)
    assert found.invited_on == found.advice_asked_on == TODAY - DAY


def test_it_says_when_and_where_once_that_is_set(pupil, parent, by):
    review = planned(make_plan("2026-02-01", pupil=pupil), MEETING.isoformat())
    (before,) = letters_to_family(pupil, "review_invite", by, counted_from=MEETING)
    assert "{time and place}" in before.body  # left for the writer, and asked for before it goes
    row = set_up(review, by)
    row.meeting.place = "the Rainbow room"
    row.meeting.save(update_fields=["place"])
    (after,) = letters_to_family(pupil, "review_invite", by, counted_from=MEETING)
    assert "on 21 December 2026 at 9:30 am, the Rainbow room. We would" in after.body


def test_somebody_on_the_list_is_ticked_by_that_route(row, pupil, parent, by):
    invited(row, by, of_parent(parent, Route.PHONE))
    ReviewInvitee.objects.update(invited_on=None)
    sent(invitation(pupil, by), by)
    found = person(row, parent.name)
    assert (found.route, found.invited_on) == (Route.LETTER, TODAY)
    assert ReviewInvitee.objects.filter(guest__contact=parent).count() == 1


def test_the_first_day_on_which_they_knew_stays(row, pupil, parent, by):
    invited(row, by, of_parent(parent, Route.PHONE), on=TODAY - 3 * DAY)
    sent(invitation(pupil, by), by)
    found = person(row, parent.name)
    assert (found.route, found.invited_on) == (Route.PHONE, TODAY - 3 * DAY)


def test_with_the_last_of_the_laws_list_everybody_is_invited(row, pupil, parent, by):
    invited(row, by, *OFFICERS)
    row.review.refresh_from_db()
    assert row.review.invited_on is None
    sent(invitation(pupil, by), by)
    row.review.refresh_from_db()
    assert row.review.invited_on == TODAY


@pytest.mark.parametrize("change", ["other template", "no meeting", "held"])
def test_another_letter_ticks_nobody(row, pupil, parent, by, change):
    code = "review_invite"
    if change == "other template":
        code = "meeting_invite"
    elif change == "no meeting":
        row.delete()
    else:
        type(row.review).objects.filter(pk=row.review_id).update(is_held=True)
    sent(invitation(pupil, by, code), by)
    assert not ReviewInvitee.objects.filter(guest__contact=parent).exists()


class TestAllAtOnce:
    @pytest.fixture
    def told(self, row, by, parent):
        """Three by letter, one by e-mail; the day has moved, so nobody knows it."""
        invited(row, by, of_parent(parent, Route.LETTER), *OFFICERS)
        ReviewInvitee.objects.filter(meeting=row, route=Route.LETTER).update(
            invited_on=None, advice_asked_on=None
        )
        return row

    def url(self, row) -> str:
        return f"/oakfield/reviews/{row.review_id}/letters/"

    def test_one_press_ticks_everybody_who_gets_a_letter(self, told, by):
        client = client_of(by)
        assert "The letters went (3)" in text_of(client.get(f"/oakfield/reviews/{told.review_id}/"))
        form = client.get(self.url(told)).context["form"]
        data = {"told": form["told"].value(), "went_on": "today"}
        assert client.post(self.url(told), data).status_code == 302
        days = set(
            ReviewInvitee.objects.filter(meeting=told, route=Route.LETTER).values_list(
                "invited_on", "advice_asked_on"
            )
        )
        assert days == {(TODAY, TODAY)}
        told.review.refresh_from_db()
        assert told.review.invited_on == TODAY

    def test_a_tick_taken_away_takes_it_back(self, told, by):
        everybody = set(told.invitees.filter(route=Route.LETTER).values_list("pk", flat=True))
        note_letters(meeting=told, told=everybody, went_on=TODAY, by=by)
        note_letters(meeting=told, told=set(), went_on=TODAY, by=by)
        rows = ReviewInvitee.objects.filter(meeting=told, route=Route.LETTER)
        assert set(rows.values_list("invited_on", "advice_asked_on")) == {(None, None)}
        told.review.refresh_from_db()
        assert told.review.invited_on is None
        assert person(told, "Hana Frost").invited_on == TODAY

    def test_a_day_noted_before_stays(self, told, by):
        first = person(told, "Olu Grant")
        note_letters(meeting=told, told={first.pk}, went_on=TODAY - 2 * DAY, by=by)
        everybody = set(told.invitees.values_list("pk", flat=True))
        note_letters(meeting=told, told=everybody, went_on=TODAY, by=by)
        assert person(told, "Olu Grant").invited_on == TODAY - 2 * DAY
        assert person(told, "Sam Cole").invited_on == TODAY

    def test_not_a_day_to_come(self, told, by):
        with pytest.raises(TransitionNotAllowed, match="not come yet"):
            note_letters(meeting=told, told=set(), went_on=TODAY + DAY, by=by)

    def test_not_after_the_meeting(self, told, by):
        type(told.review).objects.filter(pk=told.review_id).update(is_held=True)
        with pytest.raises(TransitionNotAllowed, match="has been held"):
            note_letters(meeting=told, told=set(), went_on=TODAY, by=by)

    def test_without_letters_the_page_leads_back(self, row, by):
        assert client_of(by).get(self.url(row)).status_code == 302


def test_the_desk_says_nothing_of_letters_where_nobody_gets_one(row, by, parent):
    invite_people(
        meeting=row, invitations=[of_parent(parent, Route.PHONE)], invited_on=TODAY, by=by
    )
    said = text_of(client_of(by).get(f"/oakfield/reviews/{row.review_id}/"))
    assert "etters that went" not in said and "letters went" not in said
