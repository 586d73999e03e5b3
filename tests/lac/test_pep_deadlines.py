"""The clocks of plans, as the provider works them out."""

import datetime as dt

import pytest

from aylsham.access.permissions import Permission
from aylsham.deadlines.services import find_changes, rebuild_deadlines
from aylsham.models import Deadline
from lac.models import CutOff, VirtualSchool
from lac.services.pep_feedback import record_feedback
from lac.services.pep_parts import give_part
from lac.services.social_work import record_review
from tests.factories import TODAY, PupilFactory, SchoolFactory
from tests.lac.makers import a_placement, day, in_care, was_in_care
from tests.lac.pep_makers import a_pep, a_term, part, sent
from tests.rules import gives

TERM = "Send the PEP of this term"
MOVED = "Make the PEP new after the move"
OFFICER = "Let the reviewing officer have the PEP before the review"


@pytest.mark.parametrize(
    ("ends", "cut_off", "by"),
    [
        ("2026-12-18", None, "2026-12-18"),
        ("2026-12-18", "2026-12-04", "2026-12-04"),
        ("2026-12-18", "2027-01-08", "2027-01-08"),  # a virtual school that takes them later
    ],
)
def test_the_virtual_schools_own_day_goes_first(ends, cut_off, by):
    gives("lac.pep_of_term", {"term_ends": ends, "cut_off": cut_off}, {"pep_by": by})


def test_three_days_before_the_last_day_of_the_review():
    facts = {"last_review": "2026-10-30", "review_by": "2027-01-30"}
    gives("lac.pep_before_review", facts, {"pep_ready_by": "2027-01-27"})


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestProvider:
    @pytest.fixture
    def pupil(self):
        school = SchoolFactory(slug="oakfield")
        a_term(school)
        return PupilFactory(school=school)

    def owed(self, pupil, on=TODAY) -> dict[str, str]:
        rows = Deadline.objects.filter(pupil_id=pupil.pk, provider="lac").live(on)
        return {row.title: row.due_on.isoformat() for row in rows}

    def cut_off(self, school, on="2026-12-04", council="NORFOLK"):
        row = VirtualSchool.objects.create(federation=school.federation, council=council)
        CutOff.objects.create(
            federation=school.federation,
            virtual_school=row,
            academic_year=2026,
            term="autumn",
            on=day(on),
        )

    def test_by_the_last_day_of_the_term(self, pupil):
        in_care(pupil)
        assert self.owed(pupil)[TERM] == "2026-12-18"

    def test_by_the_virtual_schools_day_however_it_is_spelt(self, pupil):
        self.cut_off(pupil.school)
        in_care(pupil)
        assert self.owed(pupil)[TERM] == "2026-12-04"

    def test_another_councils_day_is_not_ours(self, pupil):
        self.cut_off(pupil.school, council="Suffolk")
        in_care(pupil)
        assert self.owed(pupil)[TERM] == "2026-12-18"

    @pytest.mark.parametrize(
        ("last_day", "is_owed"),
        [("2026-11-23", True), ("2026-11-20", False)],  # the tenth working day: 23 November
    )
    def test_who_comes_too_late_for_the_term_owes_the_first_plan_alone(
        self, pupil, last_day, is_owed
    ):
        self.cut_off(pupil.school, on=last_day)
        in_care(pupil, day("2026-11-09"))
        assert (TERM in self.owed(pupil)) == is_owed

    def test_a_term_is_not_shown_before_it_begins(self, pupil):
        a_term(pupil.school, "spring", "2027-01-05", "2027-03-26")
        in_care(pupil)
        assert self.owed(pupil, day("2027-01-04"))[TERM] == "2026-12-18"
        rows = Deadline.objects.filter(title=TERM).live(day("2027-01-05"))
        assert rows.count() == 2  # the one that was missed, and the new one
        assert self.owed(pupil, day("2027-03-27"))[TERM] == "2027-03-26"

    def test_sent_answers_it_and_returned_asks_again(self, pupil):
        in_care(pupil)
        pep = sent(a_pep(pupil))
        assert TERM not in self.owed(pupil)
        record_feedback(
            pep=pep, feedback_on=TODAY, grade="improve", feedback="", is_accepted=False,
            actions=[], actions_by=None, by=None,
        )  # fmt: skip
        assert TERM in self.owed(pupil)

    def test_a_move_asks_for_a_new_plan_and_starting_one_answers(self, pupil):
        in_care(pupil)
        a_placement(pupil)
        assert MOVED not in self.owed(pupil)  # the first home is no move
        a_placement(pupil, starts_on=day("2026-11-16"))
        assert self.owed(pupil)[MOVED] == "2026-11-30"
        a_pep(pupil)
        assert MOVED not in self.owed(pupil)

    def test_before_the_next_review_until_the_officer_has_it(self, pupil):
        period = in_care(pupil)
        record_review(period=period, held_on=day("2026-10-30"), decisions="", by=None)
        assert self.owed(pupil)[OFFICER] == "2027-01-27"
        sent(a_pep(pupil))
        assert OFFICER not in self.owed(pupil)

    def test_a_part_that_waits_names_who_owes_it(self, pupil):
        in_care(pupil)
        pep = a_pep(pupil)
        due_on = TODAY + dt.timedelta(7)
        give_part(part=part(pep, "identity"), owner="worker", user=None, due_on=due_on, by=None)
        row = Deadline.objects.get(kind="pep_part")
        assert row.title == "Social worker: write “Identity and care” for the plan"
        assert (row.owed_by, row.permission) == ("care", str(Permission.VIEW_CARE))

    def test_what_the_virtual_school_asked_for_has_a_day(self, pupil):
        in_care(pupil)
        due_on = TODAY + dt.timedelta(3)
        record_feedback(
            pep=sent(a_pep(pupil)), feedback_on=TODAY, grade="good", feedback="Secret words",
            is_accepted=True, actions=["Ask about maths"], actions_by=due_on, by=None,
        )  # fmt: skip
        row = Deadline.objects.get(kind="pep_part")
        assert (row.due_on, row.owed_by) == (due_on, "school")
        assert "maths" not in row.title

    def test_every_row_is_for_those_who_know_of_care(self, pupil):
        in_care(pupil)
        give_part(part=part(a_pep(pupil), "child"), owner="child", user=None, due_on=TODAY, by=None)
        permissions = Deadline.objects.values_list("permission", flat=True)
        assert set(permissions) == {str(Permission.VIEW_CARE)}

    def test_a_child_who_was_in_care_owes_no_plan_each_term(self, pupil):
        was_in_care(pupil)
        assert self.owed(pupil) == {}

    def test_the_stored_rows_are_what_the_rules_say(self, pupil):
        self.cut_off(pupil.school)
        period = in_care(pupil)
        record_review(period=period, held_on=day("2026-10-30"), decisions="", by=None)
        a_placement(pupil)
        sent(a_pep(pupil))
        assert not find_changes(pupil.school)
        rebuild_deadlines(pupil.school)
        assert not find_changes(pupil.school)
