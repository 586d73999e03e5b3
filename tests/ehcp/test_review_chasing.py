"""The council is late after a review: a reminder with its letter, polite then firm, put off by talks."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import find_changes
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent, Deadline
from ehcp.models import ReviewTalk
from ehcp.services.letters import record_amendment_notice, record_final_plan, record_la_decision
from ehcp.services.meetings import plan_review_meeting
from ehcp.services.review_talks import spoke_about_review
from pupils.selectors.letters.library import templates
from pupils.services.letters.writing import ForChild, Recipient, begin_letters
from tests.ehcp.makers import a_school, day, held, make_plan
from tests.factories import TODAY, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.letters.makers import sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

WEEK = dt.timedelta(days=7)
#: Held on this Monday: the council decides by 19 October, and has the final plan out by 14 December.
MET = "2026-09-21"


@pytest.fixture
def school():
    return a_school(slug="oakfield")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def review(school):
    return held(make_plan("2025-10-20", school=school), MET)


def reminder(review) -> Deadline | None:
    return Deadline.objects.filter(
        school=review.school, key__startswith=f"{review.pk}:chase:"
    ).first()


def letter(review, code: str, by):
    begun = begin_letters(
        school=review.plan.school,
        template=templates(review.plan.school)[code],
        children=[ForChild(review.plan.pupil, (Recipient("Norfolk"),))],
        by=by,
        batch=uuid7(),
    )
    return begun.letters[0]


def went(review, code: str, by, on: dt.date) -> None:
    row = letter(review, code, by)
    type(row).objects.filter(pk=row.pk).update(body="Where is it?", subject="The review")
    row.refresh_from_db()
    row.pupil.school = review.plan.school
    sent(row, by, "hand", gone_on=on)


class TestTheReminder:
    def test_it_begins_the_day_after_the_councils_four_weeks(self, review):
        found = reminder(review)
        assert (found.begins_on, found.due_on) == (day("2026-10-20"), day("2026-10-20"))
        assert found.owed_by == "school"
        assert found.action["args"] == [str(review.plan.pupil_id), "review_4"]
        assert "politely: the decision after the review" in found.title

    def test_a_week_after_a_letter_the_firm_one_is_asked_for(self, review, by):
        went(review, "review_4", by, day("2026-11-20"))
        found = reminder(review)
        assert found.due_on == day("2026-11-27")
        assert found.action["args"][1] == "review_4_firm"

    def test_speaking_to_the_council_puts_it_off(self, review):
        spoke_about_review(
            review=review, about="decision", on=day("2026-11-20"), who="O. Grant", by=None
        )
        assert reminder(review).due_on == day("2026-11-27")
        spoke_about_review(
            review=review, about="decision", on=TODAY, who="O. Grant", next_on=day("2026-12-05"),
            by=None,
        )  # fmt: skip
        assert reminder(review).due_on == day("2026-12-07")  # the 5th is a Saturday

    @pytest.mark.parametrize("decision", ["maintain", "cease"])
    def test_a_decision_ends_it(self, review, decision):
        record_la_decision(review=review, decided_on=TODAY, decision=decision, by=None)
        assert reminder(review) is None

    def test_once_it_will_amend_the_final_plan_is_asked_for_after_twelve_weeks(self, review, by):
        record_la_decision(review=review, decided_on=TODAY, decision="amend", by=None)
        review.refresh_from_db()
        record_amendment_notice(review=review, amendment_notice_on=TODAY, by=None)
        found = reminder(review)
        assert found.key.endswith(":chase:final")
        assert (found.begins_on, found.action["args"][1]) == (day("2026-12-15"), "review_12")
        review.refresh_from_db()
        record_final_plan(review=review, final_plan_on=TODAY, by=None)
        assert reminder(review) is None

    def test_a_talk_about_the_decision_puts_off_nothing_about_the_plan(self, review):
        spoke_about_review(
            review=review, about="decision", on=TODAY, who="A", next_on=day("2027-03-01"), by=None
        )
        review.refresh_from_db()
        record_la_decision(review=review, decided_on=TODAY, decision="amend", by=None)
        assert reminder(review).due_on == day("2026-12-15")

    def test_a_letter_about_the_review_before_is_none_about_this_one(self, school, by):
        plan = make_plan("2024-10-20", school=school)
        before = held(plan, "2025-09-22")
        went(before, "review_4", by, day("2026-10-30"))
        assert reminder(before).action["args"][1] == "review_4_firm"
        record_la_decision(
            review=before, decided_on=day("2026-11-01"), decision="maintain", by=None
        )
        assert reminder(held(plan, "2026-11-02")).action["args"][1] == "review_4"

    def test_the_projection_is_what_the_rules_say(self, review, by):
        went(review, "review_4", by, day("2026-11-20"))
        assert find_changes(review.plan.school).count == 0


class TestTheLetters:
    @pytest.mark.parametrize("code", ["review_4", "review_4_firm", "review_12", "review_12_firm"])
    def test_each_has_the_childs_own_dates_and_its_regulation(self, review, by, code):
        body = letter(review, code, by).body
        assert "21 September 2026" in body
        is_decision = code.startswith("review_4")
        assert ("19 October 2026" if is_decision else "14 December 2026") in body
        assert ("20(10)" if is_decision else "22(3)") in body
        is_firm = code.endswith("firm")
        assert ("9 weeks have now passed" in body) is is_firm
        assert ("Could you let us" in body) is not is_firm
        assert ("We wrote to you" in body) is is_firm


class TestThePage:
    def desk(self, review) -> str:
        return f"/oakfield/reviews/{review.pk}/"

    def test_the_desk_says_what_is_late_and_offers_letter_and_talk(self, review, by):
        client = client_of(by)
        page = text_of(client.get(self.desk(review)))
        assert "Ask the council The decision after the review: was due Mon 19 Oct" in page
        assert "Draft a letter" in page
        went(review, "review_4", by, day("2026-11-20"))
        page = text_of(client.get(self.desk(review)))
        assert "Letter sent Fri 20 Nov" in page and "Draft a firmer letter" in page

    def test_a_talk_is_written_down_once(self, review, by):
        client, url = client_of(by), f"{self.desk(review)}spoke/"
        form = client.get(url).context["form"]
        facts = {"key": form.initial["key"], "on": "20 Nov 2026", "who": "Olu Grant"}
        for _ in range(2):
            assert client.post(url, facts | {"words": "By Friday, he says."}).status_code == 302
        talk = ReviewTalk.objects.get(review=review)
        assert (talk.next_on, talk.by, talk.about) == (day("2026-11-27"), by, "decision")
        page = text_of(client.get(self.desk(review)))
        assert "Fri 20 Nov: spoke to Olu Grant, By Friday, he says." in page
        told = AuditEvent.objects.filter(school=review.school, action="record_review")
        assert told.filter(detail__what="spoke to the council").count() == 1

    def test_before_the_meeting_the_council_owes_nothing(self, school, by):
        plan = make_plan("2025-10-20", school=school)
        review = plan_review_meeting(plan=plan, meeting_on=day("2026-11-20"), by=by)
        with pytest.raises(TransitionNotAllowed, match="not held yet"):
            spoke_about_review(
                review=review, about="decision", on=day("2026-11-20"), who="Olu Grant", by=by
            )

    @pytest.mark.parametrize(
        ("facts", "why"),
        [
            ({"on": "24 Nov 2026"}, "This day has not come yet"),
            ({"on": "20 Sep 2026"}, "nothing was owed before it"),
            ({"on": "20 Nov 2026", "next_on": "20 Nov 2026"}, "Choose a later day"),
            ({"on": "20 Nov 2026", "who": ""}, "There is a problem"),
        ],
    )
    def test_what_cannot_be_is_refused(self, review, by, facts, why):
        client, url = client_of(by), f"{self.desk(review)}spoke/"
        answer = client.post(url, {"who": "Olu Grant"} | facts)
        assert why in answer.content.decode()
        assert not ReviewTalk.objects.exists()

    def test_in_time_there_is_nothing_to_ask(self, school, by):
        review = held(make_plan("2025-10-20", school=school), "2026-10-26")  # due today
        assert "Ask the council" not in text_of(client_of(by).get(self.desk(review)))
        answer = client_of(by).get(f"{self.desk(review)}spoke/", follow=True)
        assert "Nothing of the council’s is late" in answer.content.decode()

    def test_a_phase_leader_reads_it_and_changes_nothing(self, review, school):
        leader = client_of(member(school, Role.PHASE_LEADER, year_groups=["4"]))
        page = text_of(leader.get(self.desk(review)))
        assert "Ask the council" in page
        assert "Draft a letter" not in page and "You spoke to the council" not in page
        assert leader.get(f"{self.desk(review)}spoke/").status_code == 403

    def test_of_another_school_nothing_is_there(self, review):
        other = client_of(member(SchoolFactory(slug="elm")))
        assert other.get(f"/elm/reviews/{review.pk}/spoke/").status_code == 404

    def test_a_plan_that_ended_owes_nothing(self, review, by):
        type(review.plan).objects.filter(pk=review.plan_id).update(
            ended_on=TODAY, end_reason="moved"
        )
        assert "Ask the council" not in text_of(client_of(by).get(self.desk(review)))
        with pytest.raises(TransitionNotAllowed, match="ended on"):
            spoke_about_review(review=review, about="decision", on=TODAY, who="A", by=None)

    def test_it_reads_a_few_times_however_much_was_said(self, review, by):
        client = client_of(by)
        client.get(self.desk(review))
        few = len(statements(client, self.desk(review)))
        for number in range(1, 9):
            spoke_about_review(
                review=review, about="decision", on=TODAY - number * WEEK, who="A", by=by
            )
        assert len(statements(client, self.desk(review))) == few <= OF_EVERY_REQUEST + 10
