"""Pages of mediation and appeal about a plan: followed, recorded, taken away, read by a family."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from ehcp.models import EhcPlan, PlanAppeal
from ehcp.services.appeals import open_plan_appeal
from ehcp.services.letters import record_final_plan
from ehcp.services.plans import end_plan
from pupils.selectors.parents.stages import stages_of
from tests.ehcp.appeal_makers import followed, of_letter, reviewed, told
from tests.ehcp.assessment_makers import asked, decided, drafted, finished
from tests.ehcp.makers import a_school, day, held, make_plan
from tests.factories import TODAY, member
from tests.pages import client_of, statements, text_of
from tests.pupils.parents.makers import parent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return a_school()


@pytest.fixture
def sendco(school):
    return client_of(member(school))


@pytest.fixture
def plan(school):
    return make_plan("2024-11-18", school=school)


def of(plan: EhcPlan, end: str = "") -> str:
    """An address below a plan."""
    return f"/{plan.school.slug}/plans/{plan.pk}/{end}"


def posted(client, url: str, **facts):
    """The form of a page, filled in and sent."""
    form = client.get(url).context["form"]
    start = {name: form[name].value() for name in form.fields}
    start = {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in start.items()}
    return client.post(url, {k: v for k, v in (start | facts).items() if v is not None})


def test_a_decision_is_followed_from_the_review_with_one_press(sendco, plan):
    review = reviewed("maintain", plan=plan)
    desk = sendco.get(f"/{plan.school.slug}/reviews/{review.pk}/")
    assert "Do the parents disagree?" in text_of(desk)
    address = f"{of(plan, 'appeals/add/')}?decision=same%3A{review.pk}"
    assert address in desk.content.decode()
    assert posted(sendco, address).status_code == 302
    page = text_of(sendco.get(of(plan)))
    assert "The council will not change the plan : letter of Mon 2 Nov" in page
    assert "Mon 4 Jan 2027" in page
    assert "Do the parents disagree?" not in text_of(
        sendco.get(f"/{plan.school.slug}/reviews/{review.pk}/")
    )


def test_every_decision_of_the_plan_is_offered_and_those_followed_are_not(sendco, plan):
    amended = held(
        plan, "2025-10-13", "2025-11-03", decision="amend", amendment_notice_on=day("2025-11-03")
    )
    record_final_plan(review=amended, final_plan_on=day("2025-12-15"), by=None)
    reviewed("cease", plan=plan)
    url = of(plan, "appeals/add/")
    offered = [words for _, words in sendco.get(url).context["form"].fields["decision"].choices]
    assert offered[:3] == [
        "The council ceases the plan, 2 November 2026 (review of 19 October 2026)",
        "The amended plan, 15 December 2025 (review of 13 October 2025)",
        "The first plan, 18 November 2024",
    ]
    followed(amended, "amended")
    again = [words for _, words in sendco.get(url).context["form"].fields["decision"].choices]
    assert again == [offered[0], *offered[2:]]


def test_a_plan_from_a_request_is_followed_there_and_read_here(sendco, school):
    made = finished(
        drafted(decided(asked("2026-03-02", school=school), "2026-04-06"), "2026-06-01"),
        "2026-07-13",
    )
    row = made.assessments.get()
    from ehcp.services.assessments.appeals import open_appeal

    appeal = open_appeal(assessment=row, about="content", by=None)
    page = sendco.get(of(made))
    base = f"/{school.slug}/children/{made.pupil_id}/assessment/{row.pk}/appeals/{appeal.pk}/"
    assert base in page.content.decode()
    choices = sendco.get(of(made, "appeals/add/")).context["form"].fields["decision"].choices
    assert not any("first plan" in words for _, words in choices)
    assert sendco.get(of(made, f"appeals/{appeal.pk}/")).status_code == 404


def test_another_letter_needs_its_date(sendco, plan):
    url = of(plan, "appeals/add/")
    page = posted(sendco, url, decision="ceased:letter")
    assert "Give the date on that letter." in text_of(page)
    assert "This day has not come yet" in text_of(
        posted(sendco, url, decision="ceased:letter", letter_on="1 Dec 2026")
    )
    assert posted(sendco, url, decision="ceased:letter", letter_on="2 Nov 2026").status_code == 302
    assert "It has to keep it, with all its help, at least until Mon 4 Jan" in text_of(
        sendco.get(of(plan))
    )


def test_a_plan_that_ended_too_early_is_in_force_again_and_the_page_says_so(sendco, plan):
    end_plan(plan=plan, ended_on=day("2026-11-16"), end_reason="ceased", by=None)
    page = text_of(sendco.get(of(plan)))
    assert "follow the council’s letter: the plan is then in force again" in page
    posted(sendco, of(plan, "appeals/add/"), decision="ceased:letter", letter_on="2 Nov 2026")
    page = text_of(sendco.get(of(plan)))
    assert "The annual review" in page or "The next annual review" in page
    plan.refresh_from_db()
    assert plan.ended_on is None


def test_ending_it_meanwhile_is_refused_in_words(sendco, plan):
    reviewed("cease", plan=plan)
    facts = {"ended_on": "20 Nov 2026", "end_reason": "ceased"}
    page = sendco.post(of(plan, "end/"), facts)
    assert "The plan can end on 5 January 2027 at the earliest" in text_of(page)


def test_time_that_goes_on_after_a_certificate_is_not_over(sendco, plan):
    appeal = followed(reviewed("maintain", "2026-08-31", plan=plan), "same")
    assert "Its days" in text_of(sendco.get(of(plan)))  # over, and out of the way
    told(appeal, adviser_told_on="2026-10-30", wants_mediation=True)
    page = text_of(sendco.get(of(plan)))
    assert "or one month from the certificate, when it comes" in page
    assert "Its days" not in page


def test_the_second_editor_sees_both_texts(sendco, plan):
    appeal = followed(reviewed("maintain", plan=plan), "same")
    url = of(plan, f"appeals/{appeal.pk}/")
    form = sendco.get(url).context["form"]
    told(appeal, adviser_told_on="2026-11-09")
    facts = {"letter_on": "2 Nov 2026", "version": form["version"].value()}
    page = sendco.post(url, facts | {"lodged_on": "16 Nov 2026"})
    assert "The record now says: 2026-11-09" in text_of(page)
    assert PlanAppeal.objects.get(pk=appeal.pk).lodged_on is None


def test_what_came_of_it_is_recorded_until_the_council_obeyed(sendco, plan):
    appeal = followed(reviewed("maintain", plan=plan), "same")
    url = of(plan, f"appeals/{appeal.pk}/")
    facts = {"lodged_on": "9 Nov 2026", "order": "amend", "order_on": "16 Nov 2026"}
    assert posted(sendco, url, **facts).status_code == 302
    page = text_of(sendco.get(of(plan)))
    assert "order of Mon 16 Nov: Amend the plan (sections B and F)" in page
    assert "Mon 21 Dec" in page
    posted(sendco, url, obeyed_on="20 Nov 2026")
    assert "Done in time" in text_of(sendco.get(of(plan)))


def test_a_council_that_does_not_obey_is_late_on_the_plan_and_in_the_list(sendco, plan):
    appeal = followed(reviewed("maintain", "2026-08-03", plan=plan), "same")
    told(appeal, lodged_on="2026-08-10", order="name", order_on="2026-10-05")
    page = text_of(sendco.get(of(plan)))
    assert "Next: Ask the council politely: name the school in the plan as ordered" in page
    assert "Late: 5 weeks" in page
    assert "Others are late" in text_of(sendco.get(f"/{plan.school.slug}/plans/?standing=theirs"))
    told(appeal, obeyed_on="2026-11-20")
    assert "Done, 5 weeks late" in text_of(sendco.get(of(plan)))


def test_a_review_put_right_shows_beside_what_is_followed(sendco, plan):
    from ehcp.services.letters import correct_review

    review = reviewed("maintain", plan=plan)
    followed(review, "same")
    by = member(plan.school)
    review = correct_review(review=review, by=by, decided_on=day("2026-11-04"))
    assert "The review now has another date." in text_of(sendco.get(of(plan)))
    correct_review(review=review, by=by, decision="cease")
    assert "The review now has another decision." in text_of(sendco.get(of(plan)))


def test_it_is_taken_away_but_not_when_it_was_lodged(sendco, plan):
    appeal = followed(reviewed("maintain", plan=plan), "same")
    url = of(plan, f"appeals/{appeal.pk}/remove/")
    assert "Take mediation and appeal from here away?" in text_of(sendco.get(url))
    told(appeal, lodged_on="2026-11-09")
    assert "This appeal was lodged" in text_of(sendco.post(url, follow=True))
    told(appeal, lodged_on=None)
    assert sendco.post(url).status_code == 302
    assert not PlanAppeal.objects.filter(school=plan.school).exists()
    assert sendco.post(url).status_code == 404


def test_who_only_reads_sees_the_days_and_changes_nothing(plan):
    appeal = followed(reviewed("maintain", plan=plan), "same")
    head = client_of(member(plan.school, Role.HEAD))
    page = text_of(head.get(of(plan)))
    assert "Lodge the appeal" in page
    assert "Follow a decision" not in page
    ends = ("appeals/add/", f"appeals/{appeal.pk}/", f"appeals/{appeal.pk}/remove/")
    for role, status in ((Role.HEAD, 403), (Role.CLASS_TEACHER, 403)):
        client = client_of(member(plan.school, role))
        assert {client.post(of(plan, end)).status_code for end in ends} == {status}
    stranger = client_of(member(a_school()))
    assert {stranger.post(of(plan, end)).status_code for end in ends} == {404}


def test_another_schools_appeal_is_nobodys_here(sendco, plan):
    other = followed(reviewed("maintain"), "same")
    assert sendco.get(of(plan, f"appeals/{other.pk}/")).status_code == 404
    second = make_plan("2024-11-18", school=plan.school)
    mine = of_letter(second, "ceased", "2026-11-02")
    assert sendco.get(of(plan, f"appeals/{mine.pk}/")).status_code == 404


def test_a_plan_without_a_decision_says_what_can_be_done(sendco, plan):
    assert "The parents may disagree with what the council decided" in text_of(sendco.get(of(plan)))
    end_plan(plan=plan, ended_on=day("2026-11-16"), end_reason="correction", by=None)
    assert "Follow a decision" not in text_of(sendco.get(of(plan)))


def test_three_or_thirty_cost_the_same(sendco, plan):
    def with_letters(days: range):
        for n in days:
            of_letter(plan, "amended", f"2026-{6 + n % 5:02}-{1 + n % 28:02}")
        return len(statements(sendco, of(plan)))

    assert with_letters(range(3)) == with_letters(range(3, 28))


def test_reading_is_written_down_and_the_timeline_tells_it(sendco, plan):
    appeal = told(followed(reviewed("maintain", plan=plan), "same"), lodged_on="2026-11-09")
    sendco.get(of(plan, f"appeals/{appeal.pk}/"))
    rows = AuditEvent.objects.filter(school=plan.school, action="view_plan")
    assert rows.filter(pupil_ids__contains=[plan.pupil_id]).exists()
    page = text_of(sendco.get(f"/{plan.school.slug}/children/{plan.pupil_id}/timeline/"))
    assert "Appeal lodged" in page
    assert "The council will not change the plan" in page


class TestFamily:
    def stage(self, appeal: PlanAppeal):
        mum = parent(appeal.pupil, member(appeal.school))
        found = stages_of(appeal.pupil, mum, today=TODAY)
        return next((each for each in found if "disagree" in each.about), None)

    def test_their_right_and_its_last_day(self):
        stage = self.stage(followed(reviewed("maintain"), "same"))
        assert (stage.who, stage.by, stage.is_law) == ("You", day("2027-01-04"), True)

    def test_a_plan_that_is_to_end_stays_while_they_can_appeal(self):
        stage = self.stage(followed(reviewed("cease"), "ceased"))
        assert "It stays in place while you can appeal" in stage.where

    def test_while_a_certificate_is_to_come_they_have_its_month(self):
        appeal = followed(reviewed("maintain", "2026-08-31"), "same")  # two months: 2 November
        appeal = told(appeal, adviser_told_on="2026-10-30", wants_mediation=True)
        assert self.stage(appeal).who == "The mediation adviser"
        stage = self.stage(told(appeal, mediation_on="2026-11-17", certificate_on="2026-11-19"))
        assert (stage.who, stage.by) == ("You", day("2026-12-21"))  # 19 December: a Saturday

    def test_a_right_that_is_over_is_not_shown(self):
        appeal = open_plan_appeal(
            plan=make_plan("2026-06-01", school=a_school()), about="content", by=None
        )
        assert self.stage(appeal) is None

    def test_the_tribunal_has_it_then_the_council(self):
        appeal = told(followed(reviewed("maintain"), "same"), lodged_on="2026-11-09")
        assert self.stage(appeal).who == "The Tribunal"
        appeal = told(appeal, hearing_on="2027-01-18")
        assert self.stage(appeal).by == day("2027-01-18")
        appeal = told(appeal, order="name", order_on="2026-11-20")
        stage = self.stage(appeal)
        assert (stage.who, stage.by) == ("The council", day("2026-12-04"))
        assert self.stage(told(appeal, obeyed_on="2026-11-23")) is None

    def test_nothing_is_said_of_what_they_ended(self):
        appeal = told(followed(reviewed("maintain"), "same"), withdrawn_on="2026-11-20")
        assert self.stage(appeal) is None
