"""What happened in a child's care, in one list; and all that is due on the Care tab."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import version_of
from lac.selectors.care import care_page
from lac.services.periods import CARE_FIELDS, WHY, correct_period
from lac.services.premium import take_step
from lac.services.social_work import record_review
from lac.services.watch import add_sdq
from tests.access import access_of
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.lac.makers import ENTERED, a_person, a_placement, in_care
from tests.lac.premium_makers import a_request, a_sum
from tests.pages import client_of, statements, text_of
from tests.provision.aims import a_target

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)


@pytest.fixture
def pupil():
    return PupilFactory(school=SchoolFactory(slug="oakfield"))


def titles(pupil, role=Role.DESIGNATED_TEACHER) -> list[str]:
    access = access_of(member(pupil.school, role), pupil.school)
    return [event.title for event in care_page(access, pupil).in_time]


def url(pupil, rest="") -> str:
    return f"/oakfield/children/{pupil.pk}/care/{rest}"


class TestInTime:
    def test_everything_stands_by_its_day_the_newest_first(self, pupil):
        period = in_care(pupil, placing_authority="Norfolk")
        a_placement(pupil, ends_on=TODAY - 10 * DAY, ended_why="Carer was ill")
        a_placement(pupil, starts_on=TODAY - 9 * DAY, kind="kinship")
        a_person(pupil, role="social_worker")
        a_person(pupil, role="social_worker", name="Bob Hill", starts_on=TODAY - 2 * DAY)
        record_review(period=period, held_on=TODAY - DAY, decisions="Stay", by=None)
        found = titles(pupil)
        assert found[:4] == [
            "Review of the care plan",
            "Another social worker: Bob Hill",
            "Moved to another placement: Foster care with family or friends",
            "Last day of a placement: Foster care",
        ]
        assert "Looked after by Norfolk" in found
        assert "Social worker: Ada Lane" in found

    def test_an_earlier_legal_status_stays_and_a_slip_does_not(self, pupil):
        facts = {"legal_status": "interim", "legal_since": ENTERED}
        period = in_care(pupil, **facts)
        for status, since in (("agreed", ENTERED), ("full", TODAY - DAY)):
            period.refresh_from_db()
            period.school, period.pupil = pupil.school, pupil
            values = {"legal_status": status, "legal_since": since, WHY: "A new order"}
            version = version_of(period, values.keys())
            correct_period(period=period, version=version, by=None, **values)
        found = [title for title in titles(pupil) if title.startswith("Legal")]
        assert found == [
            "Legal status: Full care order (Children Act 1989 s.31)",
            "Legal status: Looked after by agreement (Children Act 1989 s.20)",
        ]
        assert CARE_FIELDS

    def test_what_has_not_come_is_not_there(self, pupil):
        in_care(pupil)
        a_person(pupil, role="social_worker", name="Later Lane", starts_on=TODAY + DAY)
        assert not any("Later" in title for title in titles(pupil))

    def test_an_empty_record_has_none_and_says_nothing(self, pupil):
        page = client_of(member(pupil.school, Role.DESIGNATED_TEACHER)).get(url(pupil))
        assert "In time order" not in text_of(page)

    def test_who_reads_the_status_alone_has_no_list_and_no_paper(self, pupil):
        in_care(pupil)
        assert titles(pupil, Role.ASSISTANT_SENDCO) == []
        client = client_of(member(pupil.school, Role.ASSISTANT_SENDCO))
        assert "In time order" not in text_of(client.get(url(pupil)))
        assert client.post(url(pupil, "print/")).status_code == 403
        assert client_of(member(pupil.school)).get(url(pupil, "print/")).status_code == 405

    def test_another_schools_child_is_not_there(self, pupil):
        other = SchoolFactory(slug="fenside")
        client = client_of(member(other, Role.DESIGNATED_TEACHER))
        assert client.post(f"/fenside/children/{pupil.pk}/care/print/").status_code == 404

    def test_as_many_statements_for_thirty_entries_as_for_three(self, pupil):
        period = in_care(pupil)
        client = client_of(member(pupil.school, Role.DESIGNATED_TEACHER))
        record_review(period=period, held_on=TODAY - DAY, decisions="", by=None)
        few = len(statements(client, url(pupil)))
        for number in range(2, 30):
            record_review(period=period, held_on=TODAY - number * DAY, decisions="", by=None)
        assert len(statements(client, url(pupil))) == few


class TestDue:
    def test_money_stands_among_what_is_due_for_whoever_may_see_it(self, pupil):
        in_care(pupil)
        by = member(pupil.school, Role.DESIGNATED_TEACHER)
        target = a_target(pupil)
        a_sum(pupil, 61_337, by=by)
        row = a_request(pupil, target=target, by=by)
        take_step(request=row, to="asked", on=TODAY - 21 * DAY, by=by)
        for role, sees in ((Role.DESIGNATED_TEACHER, True), (Role.SAFEGUARDING_LEAD, False)):
            access = access_of(member(pupil.school, role), pupil.school)
            due = [line.title for line in care_page(access, pupil).due]
            assert any("premium" in title for title in due) == sees, due

    def test_what_reads_alike_stands_there_once(self, pupil):
        in_care(pupil)
        by = member(pupil.school, Role.DESIGNATED_TEACHER)
        for who in ("teacher", "parent"):
            add_sdq(pupil=pupil, answered_on=TODAY - DAY, answered_by=who, total=20, by=by)
        [line] = [
            line
            for line in care_page(access_of(by, pupil.school), pupil).due
            if "what was seen" in line.title
        ]
        assert line.times == 2
        page = text_of(client_of(by).get(url(pupil)))
        assert page.count("Look at what was seen about a child in care") == 1
        assert "(2 times)" in page
