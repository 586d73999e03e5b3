"""The improvement plan in a governor report: how objectives stand, what moved, and no child's name."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.governor.aims import MOST_TOLD, UNNAMED, Aim
from reports.governor.document import document_of
from reports.governor.plain import plain_parts
from reports.models import Objective
from reports.selectors.governor import school_facts
from reports.selectors.governor_objectives import aims_of
from reports.services.federation_objectives import add_federation_objective
from reports.services.objectives import finish_row, give_up_row, record_objective_review
from tests.factories import TODAY, PupilFactory
from tests.reports.governor.makers import AUTUMN, GOVERNORS, PUBLIC, counted, reportable
from tests.reports.objective_makers import DAY, a_step, an_objective

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
#: The summer term of the makers ends in July.
LAST_TERM = TODAY - 160 * DAY


@pytest.fixture
def school():
    return reportable()


def looked(objective, *looks) -> Objective:
    for held_on, rag in looks:
        record_objective_review(
            objective=objective,
            held_on=held_on,
            rag=rag,
            words="Seen.",
            next_on=TODAY + DAY,
            by=None,
        )
    return objective


def aims(school) -> dict[str, Aim]:
    found = school_facts(school, AUTUMN, today=TODAY).record.aims
    return {aim.what: aim for aim in found}


def said(owner, audience=GOVERNORS) -> tuple[str, ...]:
    return counted(owner, audience).report.said.get("plan", ())


class TestStanding:
    def test_each_stands_as_the_last_look_before_the_day_says(self, school):
        one = an_objective(school, what="One")
        looked(one, (LAST_TERM, "red"), (TODAY - DAY, "amber"))
        an_objective(school, what="Two")
        found = aims(school)
        assert (found["One"].standing, found["One"].was) == ("amber", "red")
        assert (found["Two"].standing, found["Two"].was) == ("none", "")

    def test_what_ended_before_the_term_is_not_told_again(self, school):
        old = looked(an_objective(school, what="Old"), (LAST_TERM - DAY, "green"))
        finish_row(row=old, done_on=LAST_TERM, by=None)
        new = looked(an_objective(school, what="New"), (LAST_TERM, "green"))
        finish_row(row=new, done_on=TODAY, by=None)
        found = aims(school)
        assert found.keys() == {"New"} and found["New"].standing == "reached"

    def test_given_up_counts_from_the_day_on_which_it_was(self, school):
        one = looked(an_objective(school, what="One"), (LAST_TERM, "red"))
        give_up_row(row=one, why="No money", by=None)
        assert aims(school)["One"].standing == "given_up"

    @pytest.mark.parametrize(("due", "late"), [(-1, 1), (0, 0), (1, 0)])
    def test_a_milestone_is_late_on_the_day_after_its_day(self, school, due, late):
        one = an_objective(school, what="One")
        a_step(one, due_on=TODAY + due * DAY, is_milestone=True)
        a_step(one, what="Other", due_on=TODAY - 9 * DAY)
        done = a_step(one, what="Third", due_on=TODAY - 9 * DAY, is_milestone=True)
        finish_row(row=done, done_on=TODAY, by=None)
        found = aims(school)["One"]
        assert (found.late, found.done, found.steps) == (late, 1, 3)

    def test_equality_objectives_are_published_elsewhere(self, school):
        an_objective(school, plan="equality")
        assert aims(school) == {}

    def test_it_asks_as_few_statements_for_many(self, school):
        def asked():
            with CaptureQueriesContext(connection) as found:
                list(aims_of(school, LAST_TERM, TODAY))
            return len(found)

        a_step(an_objective(school))
        few = asked()
        for number in range(6):
            looked(an_objective(school, what=f"Objective {number}"), (TODAY, "red"))
        assert asked() == few <= 5


class TestWords:
    def test_governors_read_how_many_what_moved_and_a_sentence_on_each(self, school):
        one = an_objective(school, what="Everybody takes part.")
        looked(one, (LAST_TERM, "red"), (TODAY, "amber"))
        a_step(one, due_on=TODAY - DAY, is_milestone=True)
        looked(an_objective(school, what="Hours are given"), (TODAY, "green"))
        first, moved, late, worst, good = said(school)
        assert first == (
            "Of 2 objectives for SEND in the improvement plan, 1 is amber and 1 green."
        )
        assert moved == "Since the last term ended: 1 got better and 1 new."
        assert late == "One milestone is late."
        assert worst == (
            "“Everybody takes part” is amber and was red when the last term ended; 0 of 1 steps "
            "are done; one milestone is late."
        )
        assert good == "“Hours are given” is green, new this term."

    def test_who_is_named_in_an_objective_is_not_printed(self, school):
        PupilFactory(school=school, first_name="Thandiwe", last_name="Okonkwo")
        looked(an_objective(school, what="Thandiwe reads"), (TODAY, "green"))
        report = counted(school).report
        assert UNNAMED in report.said["plan"][-1]
        assert "Thandiwe" not in str(report.as_json())

    def test_it_is_for_governors_alone_and_in_every_form(self, school):
        looked(an_objective(school, what="Hours are given"), (TODAY, "green"))
        assert said(school, PUBLIC) == ()
        document = document_of(counted(school))
        [part] = [each for each in plain_parts(document) if each.key == "plan"]
        assert "Hours are given" in " ".join(part.said)

    def test_of_many_the_worst_are_told(self, school):
        for number in range(MOST_TOLD + 2):
            an_objective(school, what=f"Objective {number}")
        looked(an_objective(school, what="Off track"), (TODAY, "red"))
        found = said(school)
        assert "Off track" in found[2]
        assert found[-1] == "3 more objectives stand in the plan."

    def test_a_plan_without_objectives_says_nothing(self, school):
        assert said(school) == ()


def test_a_federation_sees_how_many_schools_stand_where(school):
    other = reportable(federation=school.federation)
    add_federation_objective(
        federation=school.federation,
        by=None,
        what="Every family is met",
        basis="Visits",
        sign="Minutes",
        lead="Lead",
        first_look_on=TODAY,
        ends_on=TODAY + 90 * DAY,
    )
    looked(Objective.objects.get(school=other), (TODAY, "red"))
    an_objective(school, what="Our own")
    report = counted(school.federation).report
    assert report.said["plan"][0].startswith("Of 3 objectives for SEND")
    assert "Our own" not in str(report.as_json())
    [table] = report.tables["plan"]
    assert table.rows == (("Every family is met", "1", "0", "1", "0", "0", "0"),)
