"""What an assessment makes due, and when the council is chased with which letter."""

import pytest

from aylsham.deadlines.services import find_changes
from aylsham.identifiers import uuid7
from aylsham.models import Deadline
from ehcp.services.assessments.particulars import change_advice, spoke_to_council
from ehcp.services.assessments.requests import record_step
from pupils.letter_facts import letter_facts
from pupils.models import Letter
from pupils.selectors.letters.library import templates
from pupils.services.letters.writing import ForChild, Recipient, begin_letters
from tests.ehcp.assessment_makers import advice, asked, decided, drafted, finished
from tests.ehcp.makers import day
from tests.factories import TODAY, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def due(row) -> dict[str, tuple[str, str]]:
    """Last parts of the key → owner and legal day."""
    rows = Deadline.objects.filter(school=row.school, pupil_id=row.pupil_id, provider="assessments")
    return {each.key.split(":", 1)[1]: (each.owed_by, each.due_on.isoformat()) for each in rows}


def test_a_request_without_proof_asks_for_it_and_for_nothing_of_the_council():
    row = asked(None, requested_on="2026-11-20")
    assert due(row) == {"proof": ("school", "2026-11-27")}


def test_the_proof_starts_the_councils_clocks():
    row = asked(None, requested_on="2026-11-16")
    values = {"received_on": day("2026-11-17"), "received_how": "portal", "received_ref": "1"}
    record_step(assessment=row, step="received", values=values, by=None)
    found = due(row)
    assert found["decision"] == ("la", "2026-12-29")
    assert found["no_plan"] == ("la", "2027-03-09")
    assert found["final"] == ("la", "2027-04-06")
    assert "proof" not in found


def test_our_advice_is_ours_whatever_the_holidays():
    row = decided(asked("2026-10-05"), "2026-11-09")
    given = advice(row, "2026-11-13")
    assert due(row)[f"advice:{given.pk}"] == ("school", "2026-12-25")
    kept = Deadline.objects.get(school=row.school, key__endswith=str(given.pk))
    assert kept.do_by.isoformat() == "2026-12-24"
    change_advice(advice=given, version=None, by=None, given_on=TODAY)
    assert f"advice:{given.pk}" not in due(row)


def test_advice_of_others_is_theirs():
    row = decided(asked("2026-10-05"), "2026-11-09")
    health = advice(row, "2026-11-13", body="health")
    assert due(row)[f"advice:{health.pk}"][0] == "health"


def test_a_finished_plan_leaves_nothing_due_of_the_assessment():
    row = drafted(decided(asked("2026-06-01"), "2026-07-10"), "2026-10-01")
    assert "final" in due(row)
    finished(row, "2026-10-20")
    assert due(row) == {}


def test_the_projection_is_what_the_rules_say():
    row = drafted(decided(asked("2026-07-13"), "2026-09-10"), "2026-11-20")
    assert due(row)["comments"] == ("parent", "2026-12-04")
    assert find_changes(row.school).count == 0


class TestChasing:
    def chase(self, row, key: str) -> Deadline:
        return Deadline.objects.get(school=row.school, key=f"{row.pk}:chase:{key}")

    def test_it_begins_the_day_after_the_councils_last_day(self):
        row = asked("2026-09-07")  # six weeks: Monday 19 October
        found = self.chase(row, "decision")
        assert (found.begins_on, found.due_on) == (day("2026-10-20"), day("2026-10-20"))
        assert found.owed_by == "school"
        assert found.action["args"][1] == "chase_6"

    def test_speaking_to_the_council_moves_the_reminder(self):
        row = asked("2026-09-07")
        spoke_to_council(
            assessment=row, milestone="decision", on=day("2026-11-20"), who="A. Officer", by=None
        )
        assert self.chase(row, "decision").due_on == day("2026-11-27")

    def test_a_decision_ends_it(self):
        row = decided(asked("2026-09-07"), "2026-11-20")
        assert not Deadline.objects.filter(key=f"{row.pk}:chase:decision").exists()
        assert self.chase(row, "no_plan").begins_on == day("2026-12-29")

    def test_the_letter_has_the_childs_own_dates_and_nothing_leaves(self):
        row = asked("2026-09-07")
        facts = letter_facts(row.school, [row.pupil_id])[row.pupil_id]
        assert facts["assessment_received"] == day("2026-09-07")
        begun = begin_letters(
            school=row.school,
            template=templates(row.school)["chase_6"],
            children=[ForChild(row.pupil, (Recipient("Norfolk"),))],
            by=member(row.school),
            batch=uuid7(),
        )
        (letter,) = begun.letters
        assert "7 September 2026" in letter.body
        assert "19 October 2026" in letter.body
        assert "regulation 5(1)" in letter.body
        assert letter.is_draft
        assert not Letter.objects.filter(school=row.school, state="sent").exists()

    @pytest.mark.parametrize("code", ["chase_16_firm", "chase_20_firm"])
    def test_a_firm_letter_says_how_late_it_is(self, code):
        row = asked("2026-05-04")
        begun = begin_letters(
            school=row.school,
            template=templates(row.school)[code],
            children=[ForChild(row.pupil, (Recipient("Norfolk"),))],
            by=member(row.school),
            batch=uuid7(),
        )
        assert "29 weeks have now passed" in begun.letters[0].body
