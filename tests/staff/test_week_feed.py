"""One's sessions in a calendar elsewhere: no name, stable, revocable, only on days with school."""

import datetime as dt
import re

import pytest
import time_machine
from icalendar import Calendar

from aylsham.access.roles import Role
from aylsham.models import CalendarFeed, Closure, Term
from aylsham.reminders.services import end_feed, make_feed
from staff.models import PlanSession
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of
from tests.provision.makers import given
from tests.staff.makers import someone
from tests.staff.times7_makers import planned, room, week

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def lsa(school):
    return member(school, Role.LSA)


@pytest.fixture
def session(school, lsa):
    """A group on Mondays in the Rainbow room."""
    zoe = PupilFactory(school=school, first_name="Zoë", last_name="Burton", on_register=["SLCN"])
    group = given(school, zoe, name="Speech for Zoë", weeks=5)
    return planned(week(school), someone(school, user=lsa), provision=group, place=room(school))


@pytest.fixture
def secret(school, lsa):
    _, secret = make_feed(by=lsa, federation=school.federation, school=school)
    return secret


def read(client, secret: str) -> list:
    response = client.get(f"/calendar/{secret}/week.ics")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/calendar")
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def test_it_shows_time_and_room_and_nothing_of_a_child(client, session, secret):
    events = read(client, secret)
    # From today until the provision ends, each Monday.
    assert [event.decoded("dtstart").date().isoformat() for event in events] == [
        "2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21"
    ]  # fmt: skip
    assert events[0].decoded("dtstart") == dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
    assert events[0].decoded("dtend") == dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
    assert {(str(e["summary"]), str(e["location"])) for e in events} == {
        ("Session", "Rainbow room")
    }
    body = client.get(f"/calendar/{secret}/week.ics").content.decode()
    for hidden in ("Zoë", "Burton", "Speech", "SLCN", "Person"):
        assert hidden not in body, hidden
    assert str(session.demand.provision_id) not in body


def test_summer_time_is_an_hour_earlier_for_the_world(client, school, lsa, secret):
    group = given(school, PupilFactory(school=school), weeks=40)
    planned(week(school), someone(school, user=lsa), provision=group)
    with time_machine.travel(dt.datetime(2027, 3, 22, 9, tzinfo=dt.UTC)):
        events = read(client, secret)
    hours = {str(e.decoded("dtstart").date()): e.decoded("dtstart").hour for e in events}
    assert hours["2027-03-22"] == 9 and hours["2027-04-12"] == 8


def test_term_dates_are_respected(client, school, session, secret):
    for name, first, last in (
        ("autumn", dt.date(2026, 9, 2), dt.date(2026, 12, 18)),
        ("spring", dt.date(2027, 1, 4), dt.date(2027, 3, 26)),
    ):
        Term.objects.create(
            school=school, academic_year=2026, name=name, starts_on=first, ends_on=last
        )
    Closure.objects.create(
        school=school, starts_on=dt.date(2026, 11, 30), ends_on=dt.date(2026, 11, 30), kind="inset"
    )
    days = [event.decoded("dtstart").date().isoformat() for event in read(client, secret)]
    assert days == ["2026-11-23", "2026-12-07", "2026-12-14"]


def test_uid_and_stamp_stay_and_a_change_follows(client, session, secret):
    def marks() -> list:
        return [(str(e["uid"]), e.decoded("dtstamp")) for e in read(client, secret)]

    before = marks()
    assert marks() == before and len({uid for uid, _ in before}) == len(before)
    PlanSession.objects.filter(pk=session.pk).update(starts=600, ends=630)
    assert read(client, secret)[0].decoded("dtstart").hour == 10
    # The same plan published anew at the same times keeps the entries.
    PlanSession.objects.filter(pk=session.pk).update(starts=540, ends=570)
    assert [uid for uid, _ in marks()] == [uid for uid, _ in before]


def test_others_sessions_a_draft_and_another_school_are_not_there(
    client, school, lsa, session, secret
):
    planned(session.plan, someone(school, "Ben"), "14:00-14:30", provision=session.demand.provision)
    draft = week(school, state="draft")
    planned(draft, session.member, "15:00-15:30", provision=session.demand.provision)
    assert {event.decoded("dtstart").hour for event in read(client, secret)} == {9}


def test_an_ended_unknown_or_orphaned_address_is_not_there(client, school, lsa, session, secret):
    assert client.get("/calendar/nonsense/week.ics").status_code == 404
    end_feed(CalendarFeed.objects.get(), by=lsa)
    assert client.get(f"/calendar/{secret}/week.ics").status_code == 404
    _, other = make_feed(by=lsa, federation=school.federation, school=school)
    lsa.memberships.update(ends_on=TODAY - dt.timedelta(days=1))
    assert client.get(f"/calendar/{other}/week.ics").status_code == 404


def test_an_address_is_made_on_my_day_and_shown_once(client, lsa, session):
    own = client_of(lsa)
    page = own.get("/oakfield/my-day/calendar/").content.decode()
    assert "Make an address" in page and not CalendarFeed.objects.exists()
    page = own.post("/oakfield/my-day/calendar/").content.decode()
    secret = re.search(r"/calendar/([\w-]+)/week\.ics", page)[1]
    assert len(read(client, secret)) == 5
    assert "week.ics" not in own.get("/oakfield/my-day/calendar/").content.decode()
