"""A review dragged to another day: reasons before the drop, the same judge at the drop, locked."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import AnnualReview, CalendarPerson, ProposedReview
from tests.ehcp.makers import day, planned
from tests.ehcp.test_calendar_elsewhere import THEN, proposed
from tests.ehcp.test_calendar_pages import with_terms
from tests.factories import TODAY, SchoolFactory, behind_the_wall, member
from tests.pages import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = with_terms(SchoolFactory())
    behind_the_wall(school)
    return school


@pytest.fixture
def sendco(school):
    return client_of(member(school))


@pytest.fixture
def row(school):
    return proposed(school, dt.date(2027, 2, 2), "11:00")


def url(row, end: str = "") -> str:
    return f"/{row.school.slug}/reviews/calendar/{row.pk}/{end}"


def version(client, row) -> str:
    return client.get(url(row, "days/")).context["form"].initial["version"]


def drop(client, row, on: str, **more):
    facts = {"on": on, "version": version(client, row)} | more
    said = client.post(url(row, "drop/"), facts, follow=True).content.decode()
    row.refresh_from_db()
    return said


class TestTheDays:
    def test_each_day_says_whether_it_fits_and_why_not(self, sendco, row):
        page = sendco.get(url(row, "days/")).content.decode()
        assert 'data-from="2027-02-03"' in page and "free at 09:30" in page
        assert "a half-term or holiday lies between" in page

    def test_the_calendar_offers_what_can_be_moved(self, school, sendco, row):
        page = sendco.get(f"/{school.slug}/reviews/calendar/").content.decode()
        assert f'data-days="{url(row, "days/")}"' in page
        assert "review_calendar.js" in page

    def test_a_head_looks_and_drags_nothing(self, school, row):
        head = client_of(member(school, Role.HEAD))
        page = head.get(f"/{school.slug}/reviews/calendar/").content.decode()
        assert "data-days" not in page and "review_calendar.js" not in page
        assert head.get(url(row, "days/")).status_code == 403
        assert head.post(url(row, "drop/"), {"on": "2027-02-03"}).status_code == 403

    def test_another_schools_review_is_not_there(self, school, sendco):
        other = proposed(with_terms(SchoolFactory()), THEN)
        assert sendco.get(f"/{school.slug}/reviews/calendar/{other.pk}/days/").status_code == 404


class TestTheDrop:
    def test_it_keeps_its_time_and_is_locked(self, sendco, row):
        said = drop(sendco, row, "2027-02-03")
        assert "Moved to Wed 3 Feb, 11:00, and locked" in said
        assert (row.meeting_on, row.starts_at, row.is_locked) == (THEN, dt.time(11), True)

    def test_where_its_time_is_taken_the_first_free_one(self, school, sendco, row):
        CalendarPerson.objects.create(school=school, name="Ms Hale", kind="council", is_needed=True)
        proposed(school, THEN, "11:00")
        drop(sendco, row, "2027-02-03")
        assert (row.meeting_on, row.starts_at) == (THEN, dt.time(9, 30))

    @pytest.mark.parametrize(
        ("on", "why"),
        [
            ("2027-02-06", "no school that day"),
            ("2027-02-22", "a half-term or holiday lies between"),
            ("2026-12-07", "two clear weeks"),
            ("2027-03-22", "its window is"),
        ],
    )
    def test_a_day_that_breaks_a_rule_is_refused_with_the_rule(self, sendco, row, on, why):
        assert why in drop(sendco, row, on)
        assert (row.meeting_on, row.is_locked) == (day("2027-02-02"), False)

    def test_no_day_and_a_nonsense_day(self, sendco, row):
        for on in ("", "yesterday", "2027-02-30"):
            assert "Drop the review on a day" in drop(sendco, row, on)

    def test_a_second_editor_is_not_overwritten(self, sendco, row):
        stale = version(sendco, row)
        drop(sendco, row, "2027-02-03")
        said = drop(sendco, row, "2027-02-04", version=stale)
        assert "Somebody else changed this" in said
        assert row.meeting_on == THEN

    def test_who_was_invited_stays(self, school, sendco, row):
        with school_transaction(school):
            review = planned(row.plan, "2027-02-02")
            AnnualReview.objects.filter(pk=review.pk).update(invited_on=TODAY)
        page = sendco.get(f"/{school.slug}/reviews/calendar/").content.decode()
        assert url(row, "days/") not in page
        assert "The invitations have gone out" in drop(sendco, row, "2027-02-03")

    def test_wishes_of_the_parents_are_kept(self, sendco, row):
        ProposedReview.objects.filter(pk=row.pk).update(wish_weekdays=[2, 3])
        drop(sendco, row, "2027-02-03")
        assert row.wish_weekdays == [2, 3]
