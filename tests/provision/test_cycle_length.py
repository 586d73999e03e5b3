"""For how long cycles last: a half-term, a term, so many weeks; the review day follows."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, version_of
from aylsham.school_calendar import SchoolCalendar
from provision.models import CycleLength
from provision.rules.cycles import A_TERM, Length, ends_of, usual_review
from provision.selectors.questions import review_day
from provision.services.questions import set_cycle_length
from tests.factories import TODAY, SchoolFactory, member
from tests.pages import client_of, text_of

PAGE, QUESTIONS = "/oakfield/cycles/length/", "/oakfield/cycles/questions/"
HALF, FOUR = Length("half_term"), Length("weeks", 4)
CALENDAR = SchoolCalendar.from_data(
    {
        "terms": [["2026-09-03", "2026-12-18"], ["2027-01-05", "2027-03-25"]],
        "half_terms": [["2026-10-26", "2026-10-30"], ["2027-02-15", "2027-02-19"]],
    }
)


@pytest.mark.parametrize(
    "starts_on, length, expected",
    [
        ("2026-09-03", A_TERM, "2026-12-04"),
        ("2026-10-23", A_TERM, "2026-12-04"),  # six weeks to the day
        ("2026-10-24", A_TERM, "2027-03-11"),
        ("2026-09-03", HALF, "2026-10-16"),
        ("2026-09-25", HALF, "2026-10-16"),  # three weeks to the day
        ("2026-09-26", HALF, "2026-12-11"),
        ("2026-09-03", FOUR, "2026-10-01"),
        ("2027-03-20", A_TERM, "2027-06-12"),  # nothing is known after it: twelve weeks
        ("2027-03-20", HALF, "2027-05-01"),
    ],
)
def test_the_review_follows_from_how_long_cycles_last(starts_on, length, expected):
    found = usual_review(dt.date.fromisoformat(starts_on), ends_of(CALENDAR, length), length)
    assert found.isoformat() == expected


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestSetting:
    def test_is_said_on_a_page_and_proposed_for_the_next_cycle(self, school):
        sendco = client_of(member(school))
        assert "A cycle lasts a term" in text_of(sendco.get(QUESTIONS))
        none = version_of(None, ())
        missing = sendco.post(PAGE, {"span": "weeks", "weeks": "", "version": none})
        assert "Give a number of weeks." in text_of(missing)
        said = {"span": "weeks", "weeks": "5", "version": none}
        page = text_of(sendco.post(PAGE, said, follow=True))
        assert "A cycle lasts 5 weeks" in page
        assert review_day(school, TODAY) == TODAY + dt.timedelta(weeks=5)

    def test_weeks_are_forgotten_where_they_do_not_count(self, school):
        said = {"span": "half_term", "weeks": "5", "version": version_of(None, ())}
        client_of(member(school)).post(PAGE, said)
        row = CycleLength.objects.get()
        assert (row.span, row.weeks) == ("half_term", None)

    def test_a_second_editor_is_told(self, school):
        by, version = member(school), version_of(None, ())
        set_cycle_length(school=school, version=version, span="term", weeks=None, by=by)
        with pytest.raises(StaleSave):
            set_cycle_length(school=school, version=version, span="weeks", weeks=5, by=by)
        assert CycleLength.objects.get().span == "term"

    def test_whoever_only_writes_cycles_reads_it(self, school):
        teacher = client_of(member(school, Role.CLASS_TEACHER))
        page = teacher.get(QUESTIONS)
        assert "A cycle lasts a term" in text_of(page)
        assert PAGE not in page.content.decode()
        assert teacher.post(PAGE, {"span": "term"}).status_code == 403
        assert client_of(member(SchoolFactory(slug="elm"))).get(PAGE).status_code == 404
