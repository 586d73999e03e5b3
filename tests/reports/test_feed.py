"""The secret calendar: what one may see now, without names, and revocable."""

import datetime as dt

import pytest
from icalendar import Calendar

from aylsham.access.roles import Role
from aylsham.models import CalendarFeed, HolidayCover, ReminderPreference
from aylsham.reminders.services import end_feed, make_feed
from aylsham.tenancy.row_security import school_transaction
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.reports.test_due import add

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(name="Bure Valley", slug="bure-valley")


@pytest.fixture
def sendco(school):
    return member(school)


def read(client, secret: str) -> list:
    response = client.get(f"/calendar/{secret}.ics")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/calendar")
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def feed(user, school, *, only: bool = False) -> str:
    _, secret = make_feed(by=user, federation=school.federation, school=school if only else None)
    return secret


def test_it_shows_what_is_due_without_a_child(client, school, sendco):
    child = PupilFactory(school=school, first_name="Zoë", last_name="Burton")
    for _ in range(2):
        add(school, dt.date(2026, 11, 27), pupil=child)
    secret = feed(sendco, school)
    (event,) = read(client, secret)
    assert event.decoded("dtstart") == dt.date(2026, 11, 27)
    assert str(event["summary"]).endswith("(2), Bure Valley")
    body = client.get(f"/calendar/{secret}.ics").content.decode()
    assert "Zoë" not in body and "Burton" not in body and str(child.pk) not in body


def test_the_secret_is_long_and_only_its_hash_is_kept(school, sendco):
    secret = feed(sendco, school)
    assert len(secret) >= 43  # 256 bits
    assert secret not in str(CalendarFeed.objects.values_list("token_hash", flat=True))


def test_an_ended_unknown_or_orphaned_address_is_not_there(client, school, sendco):
    made, secret = make_feed(by=sendco, federation=school.federation, school=None)
    assert client.get("/calendar/nonsense.ics").status_code == 404
    end_feed(made, by=sendco)
    assert client.get(f"/calendar/{secret}.ics").status_code == 404
    other = feed(sendco, school)
    sendco.memberships.update(ends_on=TODAY - dt.timedelta(days=1))
    assert client.get(f"/calendar/{other}.ics").status_code == 404


def test_it_keeps_to_its_school_and_federation(client, school, sendco):
    sibling = SchoolFactory(federation=school.federation)
    stranger = SchoolFactory()
    for place in (sibling, stranger):
        member(place, user=sendco)
    for place in (school, sibling, stranger):
        with school_transaction(place):
            add(place, TODAY)
    assert len(read(client, feed(sendco, school))) == 2
    assert len(read(client, feed(sendco, school, only=True))) == 1


def test_a_reader_needs_the_permission(client, school):
    teacher = member(school, Role.CLASS_TEACHER)
    assert client.get(f"/calendar/{feed(teacher, school)}.ics").status_code == 404


def test_an_address_is_made_shown_once_and_ended_on_the_page(client, school, sendco):
    client.force_login(sendco)
    assert client.get("/my/reminders/").status_code == 200
    page = client.post("/my/reminders/calendar/", {"school": ""}).content.decode()
    assert "/calendar/" in page and 'href="http' not in page
    made = CalendarFeed.objects.get()
    client.force_login(member(school))
    assert client.post("/my/reminders/calendar/end/", {"feed": made.pk}).status_code == 404
    client.force_login(sendco)
    assert client.post("/my/reminders/calendar/end/", {"feed": made.pk}).status_code == 302
    made.refresh_from_db()
    assert made.revoked_at


def test_hour_and_colleague_are_saved(client, school, sendco):
    head, lsa = member(school, Role.HEAD), member(school, Role.LSA)
    client.force_login(sendco)
    wrong = client.post("/my/reminders/", {"hour": "7", "passes_to": lsa.pk})
    assert wrong.status_code == 200 and not ReminderPreference.objects.exists()
    wrong = client.post("/my/reminders/", {"hour": "7", "passes_until": "1 Dec 2026"})
    assert "Choose the colleague" in wrong.content.decode()
    good = {"hour": "9", "passes_to": head.pk, "passes_until": "1 Dec 2026"}
    assert client.post("/my/reminders/", good).status_code == 302
    saved = ReminderPreference.objects.get()
    assert (saved.hour, saved.passes_to, saved.passes_until) == (9, head, dt.date(2026, 12, 1))


def test_who_covers_the_holidays_is_chosen_among_those_who_may_see(client, school, sendco):
    head, lsa = member(school, Role.HEAD), member(school, Role.LSA)
    client.force_login(sendco)
    client.post("/bure-valley/holiday-cover/", {"user": lsa.pk})
    with school_transaction(school):
        assert not HolidayCover.objects.exists()
    assert client.post("/bure-valley/holiday-cover/", {"user": head.pk}).status_code == 302
    with school_transaction(school):
        assert HolidayCover.objects.get().user == head
    client.force_login(lsa)
    assert client.get("/bure-valley/holiday-cover/").status_code == 403
