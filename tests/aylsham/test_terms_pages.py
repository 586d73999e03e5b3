"""The calendar of a school: changed one by one, pasted, and every date worked out again."""

import datetime as dt

import pytest

from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes
from aylsham.models import AuditEvent, Closure, Deadline, Term
from aylsham.terms import services
from aylsham.terms.reading import read_calendar
from tests.access import access_of
from tests.ehcp.makers import held, make_plan
from tests.factories import SchoolFactory, member
from tests.school_years import school_year

pytestmark = pytest.mark.django_db

LIST = (
    "Autumn term: 3 September to 18 December 2026\nHalf-term: 26 to 30 October\nINSET: 2 November"
)


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def sendco(school):
    user = member(school)
    access_of(user, school)
    return user


def test_a_list_is_shown_before_it_is_written(client, today, school, sendco):
    client.force_login(sendco)
    url = f"/{school.slug}/terms/paste/"
    seen = client.post(url, {"text": LIST, "academic_year": "2026"})
    assert "Put 3 into the calendar" in seen.content.decode()
    assert not Term.objects.filter(school=school).exists()
    taken = client.post(url, {"text": LIST, "academic_year": "2026", "take_over": "yes"})
    assert taken.status_code == 302
    assert Term.objects.filter(school=school).count() == 1
    assert Closure.objects.filter(school=school).count() == 2


def test_the_same_list_again_changes_nothing(school, sendco):
    found = read_calendar(LIST, academic_year=2026)
    assert services.take_over_calendar(school=school, found=found, by=sendco) == 3
    assert services.take_over_calendar(school=school, found=found, by=sendco) == 0


def test_a_list_moves_a_term(school, sendco):
    school_year(school)
    found = read_calendar("Autumn term: 2 September to 17 December 2026", academic_year=2026)
    services.take_over_calendar(school=school, found=found, by=sendco)
    term = Term.objects.get(school=school, academic_year=2026, name="autumn")
    assert (term.starts_on, term.ends_on) == (dt.date(2026, 9, 2), dt.date(2026, 12, 17))


def test_a_change_of_calendar_works_out_the_days_again(school, sendco):
    held(make_plan("2025-11-24", school=school), "2026-10-14")
    report = Deadline.objects.get(school=school, key__endswith=":report")
    assert report.do_by == dt.date(2026, 10, 28)
    found = read_calendar(LIST, academic_year=2026)
    services.take_over_calendar(school=school, found=found, by=sendco)
    report.refresh_from_db()
    assert report.do_by == dt.date(2026, 10, 23)
    assert not find_changes(school)


def test_terms_do_not_run_into_each_other(school, sendco):
    school_year(school)
    with pytest.raises(TransitionNotAllowed, match="run into the autumn term"):
        services.add_term(
            school=school,
            academic_year=2025,
            name="summer",
            starts_on=dt.date(2026, 12, 1),
            ends_on=dt.date(2026, 12, 20),
            by=sendco,
        )
    assert not AuditEvent.objects.filter(school=school, action="change_calendar").exists()


def test_a_stale_change_is_refused(school, sendco):
    school_year(school)
    term = Term.objects.get(school=school, name="autumn")
    version = version_of(term, ("starts_on", "ends_on"))
    days = {"starts_on": term.starts_on, "ends_on": dt.date(2026, 12, 17), "by": sendco}
    services.change_term(term=term, version=version, **days)
    with pytest.raises(StaleSave):
        services.change_term(term=term, version=version, **days)


def test_closed_days_are_added_changed_and_taken_out(client, today, school, sendco):
    client.force_login(sendco)
    base = f"/{school.slug}/closures/"
    client.post(f"{base}add/", {"kind": "inset", "starts_on": "4 Jan 2027", "note": "Training"})
    closure = Closure.objects.get(school=school)
    assert closure.ends_on == dt.date(2027, 1, 4)
    page = client.get(f"/{school.slug}/terms/").content.decode()
    assert "Training" in page
    assert client.post(f"{base}{closure.pk}/remove/").status_code == 302
    assert not Closure.objects.filter(school=school).exists()


class TestGoingLive:
    def test_the_schools_own_clocks_start_and_stop_with_it(self, client, today, school, sendco):
        client.force_login(sendco)
        url = f"/{school.slug}/terms/live/"
        seen = version_of(school, services.LIVE_FIELDS)
        client.post(url, {"version": seen, "live_from": "2 Nov 2026"})
        access_of(sendco, school)
        own = Deadline.objects.filter(school=school, provider__in=["reports", "staff"])
        assert dt.date(2026, 11, 30) in set(own.values_list("due_on", flat=True))
        stale = client.post(url, {"version": seen, "live_from": "9 Nov 2026"})
        assert "Somebody else changed this" in stale.content.decode()
        school.refresh_from_db()
        now = version_of(school, services.LIVE_FIELDS)
        client.post(url, {"version": now, "live_from": ""})
        access_of(sendco, school)
        assert not own.exists()
        assert AuditEvent.objects.filter(action="change_school").count() == 2

    def test_the_page_says_whether_it_is_live(self, client, today, school, sendco):
        client.force_login(sendco)
        page = client.get(f"/{school.slug}/terms/").content.decode()
        assert "has not gone live yet" in page
