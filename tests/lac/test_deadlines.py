"""The clocks of children in care, as the provider works them out."""

import datetime as dt

import pytest

from aylsham.access.permissions import Permission
from aylsham.changes import version_of
from aylsham.deadlines.services import find_changes
from aylsham.models import Deadline
from lac.deadlines import FROM_KNOWING
from lac.services.periods import PEP_FIELDS, leave_care, note_first_pep, remove_period
from lac.services.social_work import record_review, remove_review
from pupils.services.details import record_leaving
from tests.factories import TODAY, PupilFactory, SchoolFactory
from tests.lac.makers import day, in_care, was_in_care

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
START = "Start the PEP"
OFFICER = "Let the reviewing officer have the PEP"
FIRST = "Hold the first review of the care plan, with the PEP at hand"


@pytest.fixture
def pupil():
    return PupilFactory(school=SchoolFactory(slug="oakfield"))


def owed(pupil) -> dict[str, str]:
    """What is due by its words, with the legal last day."""
    rows = Deadline.objects.filter(pupil_id=pupil.pk, provider="lac")
    return {row.title: row.due_on.isoformat() for row in rows}


class TestComingIntoCare:
    @pytest.mark.parametrize(
        ("entered", "pep", "officer", "review"),
        [
            # Half-term stops nothing.
            ("2026-10-12", "2026-10-26", "2026-11-06", "2026-11-09"),
            # A Saturday counts from the Monday.
            ("2026-11-21", "2026-12-04", "2026-12-15", "2026-12-18"),
            # The summer holiday stops nothing; the bank holiday of 31 August counts for none.
            ("2026-08-24", "2026-09-08", "2026-09-19", "2026-09-22"),
        ],
    )
    def test_ten_and_twenty_working_days(self, pupil, entered, pep, officer, review):
        in_care(pupil, day(entered))
        assert owed(pupil) == {START: pep, OFFICER: officer, FIRST: review}

    def test_social_care_owes_it_and_few_may_see_it(self, pupil):
        in_care(pupil)
        rows = Deadline.objects.filter(pupil_id=pupil.pk, provider="lac")
        assert {row.owed_by for row in rows} == {"care"}
        assert {row.permission for row in rows} == {str(Permission.VIEW_CARE)}
        assert {row.kind for row in rows} == {"pep", "care_review"}

    def test_from_the_day_the_school_knew_where_nobody_knows_more(self, pupil):
        in_care(pupil, None, known_since=day("2026-11-09"))
        assert owed(pupil)[START] == "2026-11-23"
        assert {row.how for row in Deadline.objects.filter(provider="lac")} == {FROM_KNOWING}

    def test_what_was_owed_before_the_school_knew_is_not_asked_for(self, pupil):
        """The tenth working day fell before, the twentieth did not."""
        in_care(pupil, day("2026-10-12"), known_since=day("2026-10-27"))
        assert owed(pupil) == {OFFICER: "2026-11-06", FIRST: "2026-11-09"}

    def test_on_the_very_day_it_is(self, pupil):
        in_care(pupil, day("2026-10-12"), known_since=day("2026-10-26"))
        assert owed(pupil)[START] == "2026-10-26"

    def test_a_child_who_was_in_care_has_no_clock(self, pupil):
        was_in_care(pupil)
        assert owed(pupil) == {}


class TestAnswered:
    def note(self, period, **days):
        said = {name: getattr(period, name) for name in PEP_FIELDS} | days
        return note_first_pep(
            period=period, version=version_of(period, PEP_FIELDS), by=None, **said
        )

    def test_each_day_stops_its_own_clock(self, pupil):
        period = self.note(in_care(pupil), first_pep_on=day("2026-10-20"))
        assert owed(pupil).keys() == {OFFICER, FIRST}
        self.note(period, pep_with_officer_on=day("2026-11-02"))
        assert owed(pupil).keys() == {FIRST}

    def test_reviews_count_from_each_other(self, pupil):
        period = in_care(pupil)
        record_review(period=period, held_on=day("2026-10-30"), decisions="", by=None)
        assert owed(pupil) == {
            START: "2026-10-26",
            "Hold the second review": "2027-01-30",
            "Let the reviewing officer have the PEP before the review": "2027-01-27",
        }
        record_review(period=period, held_on=day("2026-11-10"), decisions="", by=None)
        assert owed(pupil)["Hold the third review"] == "2027-05-10"
        last = record_review(period=period, held_on=day("2026-11-20"), decisions="", by=None)
        assert owed(pupil)["Hold the next review"] == "2027-05-20"
        remove_review(review=last, by=None)
        assert "Hold the next review" not in owed(pupil)

    def test_the_end_of_a_short_month(self, pupil):
        period = in_care(pupil, day("2026-08-10"))
        record_review(period=period, held_on=day("2026-08-31"), decisions="", by=None)
        assert owed(pupil)["Hold the second review"] == "2026-11-30"

    def test_reviews_of_an_earlier_time_do_not_count(self, pupil):
        first = in_care(pupil, day("2026-08-10"))
        record_review(period=first, held_on=day("2026-09-01"), decisions="", by=None)
        leave_care(period=first, last_day=day("2026-09-30"), through="", by=None)
        in_care(pupil)
        live = Deadline.objects.live(TODAY).filter(pupil_id=pupil.pk, kind="care_review")
        assert [row.title for row in live] == [FIRST]

    def test_leaving_care_ends_what_is_owed(self, pupil):
        leave_care(period=in_care(pupil), last_day=TODAY, through="A", by=None)
        rows = Deadline.objects.filter(pupil_id=pupil.pk, provider="lac")
        assert rows.live(TODAY).count() == 3
        assert not rows.live(TODAY + dt.timedelta(1)).exists()

    def test_so_does_leaving_the_school(self, pupil):
        in_care(pupil)
        record_leaving(pupil=pupil, last_day=TODAY, by=None)
        rows = Deadline.objects.filter(pupil_id=pupil.pk, provider="lac")
        assert not rows.live(TODAY + dt.timedelta(1)).exists()

    def test_taken_out(self, pupil):
        remove_period(period=in_care(pupil), by=None)
        assert owed(pupil) == {}


def test_the_stored_rows_are_what_the_rules_say(pupil):
    in_care(pupil)
    other = PupilFactory(school=pupil.school)
    in_care(other, None, known_since=day("2026-11-09"))
    assert not find_changes(pupil.school)
