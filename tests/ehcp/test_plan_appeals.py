"""Mediation and appeal about a plan: decisions after reviews, letters alone, orders."""

import pytest
from django.db import IntegrityError, transaction

from aylsham.audit.codes import Action
from aylsham.audit.history import history_of_pupil
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from ehcp.appeal_codes import OF_PLAN, ORDERS_OF, AppealAbout, Order
from ehcp.models import PlanAppeal
from ehcp.services.appeals import (
    APPEAL_FIELDS,
    open_plan_appeal,
    record_appeal,
    take_away_appeal,
)
from ehcp.services.letters import correct_review, record_final_plan
from pupils.packing.opening import open_pack
from pupils.services.transfers.taking_in import take_in
from tests.access import access_of
from tests.ehcp.appeal_makers import due_of, followed, of_letter, reviewed, told
from tests.ehcp.makers import a_school, day, make_plan
from tests.factories import TODAY, FederationFactory, member
from tests.pupils.moving.test_packs import packed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


class TestFollowing:
    @pytest.mark.parametrize(("decision", "about"), [("maintain", "same"), ("cease", "ceased")])
    def test_the_clock_counts_from_the_letter_after_the_review(self, decision, about):
        appeal = followed(reviewed(decision, "2026-11-02"), about)
        due = due_of(appeal)
        assert due["submit_by"] == ("parent", day("2027-01-04"))  # 2 January is a Saturday
        assert due["contact_adviser_by"] == ("parent", day("2027-01-02"))

    def test_an_amended_plan_counts_from_its_own_date(self):
        review = reviewed("amend", amendment_notice_on=day("2026-11-02"))
        with pytest.raises(TransitionNotAllowed, match="no letter with that decision"):
            followed(review, "amended")
        review = record_final_plan(review=review, final_plan_on=day("2026-11-20"), by=None)
        assert due_of(followed(review, "amended"))["submit_by"][1] == day("2027-01-20")

    def test_a_plan_of_the_tracker_is_followed_from_its_own_day(self):
        plan = make_plan("2026-10-05", school=a_school())
        appeal = open_plan_appeal(plan=plan, about="content", by=None)
        assert (appeal.letter_on, appeal.assessment_id) == (day("2026-10-05"), None)
        assert due_of(appeal)["submit_by"][1] == day("2026-12-07")  # 5 December: a Saturday

    def test_a_letter_without_a_review_needs_its_date(self):
        plan = make_plan("2024-11-18", school=a_school())
        with pytest.raises(TransitionNotAllowed, match="no letter"):
            open_plan_appeal(plan=plan, about="ceased", by=None)
        with pytest.raises(TransitionNotAllowed, match="issued on 18 November 2024"):
            of_letter(plan, "ceased", "2024-11-17")
        assert of_letter(plan, "ceased", "2026-11-16").review is None

    def test_another_plans_review_decides_nothing_about_this_one(self):
        review = reviewed("maintain")
        other = make_plan("2024-11-18", school=review.school)
        with pytest.raises(TransitionNotAllowed, match="no letter"):
            open_plan_appeal(plan=other, about="same", review=review, by=None)

    def test_pressed_twice_it_is_one_and_a_second_letter_another(self):
        review = reviewed("maintain")
        appeal = followed(review, "same")
        assert followed(review, "same") == appeal
        letter = of_letter(review.plan, "same", "2026-11-02")
        assert letter not in (appeal, of_letter(review.plan, "same", "2026-11-09"))
        with pytest.raises(TransitionNotAllowed, match="followed already"):
            told(letter, letter_on="2026-11-09")

    def test_a_review_decided_again_can_be_followed_again(self):
        review = reviewed("maintain")
        first = followed(review, "same")
        again = {"decided_on": day("2026-11-16"), "decision": "cease"}
        review = correct_review(review=review, by=member(review.school), **again)
        second = followed(review, "ceased")
        assert (first.letter_on, second.letter_on) == (day("2026-11-02"), day("2026-11-16"))
        with pytest.raises(TransitionNotAllowed, match="no letter"):
            followed(review, "amended")

    def test_it_is_written_down_with_the_plan(self):
        appeal = followed(reviewed("maintain"), "same")
        said = AuditEvent.objects.filter(school=appeal.school, action=Action.CHANGE_PLAN)
        assert said.filter(detail__what="appeal", detail__about="same").count() == 1


class TestOrders:
    @pytest.mark.parametrize("about", OF_PLAN)
    def test_only_orders_of_that_appeal_are_taken(self, about):
        plan = make_plan("2024-11-18", school=a_school())
        letter = "2024-11-18" if about == AppealAbout.CONTENT else "2026-09-07"
        appeal = told(of_letter(plan, about, letter), lodged_on="2026-10-05")
        for order in Order:
            facts = {"order": order, "order_on": "2026-11-16"}
            if order in ORDERS_OF[about]:
                appeal = told(appeal, **facts)
            else:
                with pytest.raises(TransitionNotAllowed, match="cannot be ordered"):
                    told(appeal, **facts)

    @pytest.mark.parametrize(
        ("order", "answer", "due_on"),
        [
            ("amend", "amend_B_F_by", "2026-12-21"),
            ("name", "amend_named_school_by", "2026-11-30"),
        ],
    )
    def test_the_council_obeys_within_its_weeks(self, order, answer, due_on):
        appeal = told(followed(reviewed("maintain"), "same"), lodged_on="2026-11-09")
        appeal = told(appeal, order=order, order_on="2026-11-16")
        assert due_of(appeal) == {answer: ("la", day(due_on))}
        assert due_of(told(appeal, obeyed_on="2026-11-20")) == {}

    def test_a_council_that_gives_way_has_five_weeks_to_amend(self):
        appeal = told(followed(reviewed("maintain"), "same"), lodged_on="2026-11-09")
        appeal = told(appeal, unopposed_on="2026-11-16")
        assert due_of(appeal) == {"unopposed_amend_by": ("la", day("2026-12-21"))}
        with pytest.raises(TransitionNotAllowed, match="after it gave way"):
            told(appeal, obeyed_on="2026-11-15")

    def test_nothing_is_obeyed_before_there_is_an_order(self):
        appeal = told(followed(reviewed("maintain"), "same"), lodged_on="2026-11-09")
        with pytest.raises(TransitionNotAllowed, match="after the order"):
            told(appeal, obeyed_on="2026-11-20")

    def test_what_the_parents_ended_is_due_no_longer(self):
        appeal = followed(reviewed("maintain"), "same")
        appeal = told(appeal, adviser_told_on="2026-11-09", wants_mediation=True)
        assert "la_arranges_mediation_within_30_days_by" in due_of(appeal)
        assert due_of(told(appeal, withdrawn_on="2026-11-20")) == {}
        with pytest.raises(TransitionNotAllowed, match="parents did not end it"):
            told(appeal, lodged_on="2026-11-20", order="none", order_on="2026-11-21")

    def test_the_school_is_told_of_the_hearing_until_it_is_over(self):
        appeal = told(followed(reviewed("maintain"), "same"), lodged_on="2026-11-09")
        with pytest.raises(TransitionNotAllowed, match="when the appeal was lodged"):
            told(appeal, hearing_on="2026-11-08")
        appeal = told(appeal, hearing_on="2027-01-18")
        assert due_of(appeal)["hearing"] == ("school", day("2027-01-18"))
        assert "hearing" not in due_of(told(appeal, order="none", order_on="2026-11-20"))


class TestEditing:
    def test_whoever_was_slower_sees_what_the_other_wrote(self):
        appeal = followed(reviewed("maintain"), "same")
        seen = version_of(appeal, APPEAL_FIELDS)
        whole = {name: getattr(appeal, name) for name in APPEAL_FIELDS}
        told(appeal, lodged_on="2026-11-09")
        with pytest.raises(StaleSave):
            record_appeal(appeal=appeal, version=seen, by=None, **whole)
        assert PlanAppeal.objects.get(pk=appeal.pk).lodged_on == day("2026-11-09")

    def test_taken_away_twice_is_once_and_never_after_it_was_lodged(self):
        appeal = followed(reviewed("maintain"), "same")
        by = member(appeal.school)
        for _ in range(2):
            take_away_appeal(appeal=appeal, by=by)
        assert due_of(appeal) == {}
        events = AuditEvent.objects.filter(school=appeal.school, action=Action.CHANGE_PLAN)
        assert events.filter(detail__what="appeal taken away").count() == 1
        lodged = told(followed(reviewed("maintain"), "same"), lodged_on="2026-11-09")
        with pytest.raises(TransitionNotAllowed, match="was lodged"):
            take_away_appeal(appeal=lodged, by=by)

    def test_what_somebody_took_away_meanwhile_is_said_in_words(self):
        appeal = followed(reviewed("maintain"), "same")
        take_away_appeal(appeal=PlanAppeal.objects.get(pk=appeal.pk), by=member(appeal.school))
        with pytest.raises(TransitionNotAllowed, match="took this away"):
            told(appeal, lodged_on="2026-11-09")

    def test_a_letter_is_never_older_than_the_plan(self):
        appeal = of_letter(make_plan("2024-11-18", school=a_school()), "ceased", "2026-11-02")
        with pytest.raises(TransitionNotAllowed, match="issued on 18 November 2024"):
            told(appeal, letter_on="2024-11-17")

    def test_the_database_keeps_a_disagreement_to_a_request_or_a_plan(self):
        review = reviewed("maintain")
        appeal = followed(review, "same")
        for wrong in ({"plan": None}, {"about": "refused"}, {"plan": None, "review": None}):
            with pytest.raises(IntegrityError), transaction.atomic():
                PlanAppeal.objects.filter(pk=appeal.pk).update(**wrong)
        again = {"school": review.school, "pupil": review.plan.pupil, "plan": review.plan}
        with pytest.raises(IntegrityError), transaction.atomic():
            PlanAppeal.objects.create(
                **again, review=review, about="same", letter_on=day("2026-11-03")
            )


def test_it_moves_with_the_child_and_keeps_its_plan_and_review(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    federation = FederationFactory()
    here, there = a_school(federation=federation), a_school(federation=federation)
    review = reviewed("maintain", plan=make_plan("2024-11-18", school=here))
    told(followed(review, "same"), lodged_on="2026-11-09", hearing_on="2027-01-18")
    opened = open_pack(packed(review.plan.pupil))
    taken = take_in(school=there, opened=opened, pack="a", starts_on=TODAY, by=member(there))
    appeal = PlanAppeal.objects.get(school=there, pupil=taken)
    assert (appeal.review.plan, appeal.plan.pupil_id) == (appeal.plan, taken.pk)
    assert (appeal.lodged_on, appeal.hearing_on) == (day("2026-11-09"), day("2027-01-18"))


def test_the_history_of_the_child_tells_it_in_words(today):
    appeal = told(followed(reviewed("maintain"), "same"), lodged_on="2026-11-09")
    school = appeal.school
    access = access_of(member(school), school)
    said = " ".join(line.sentence for line in history_of_pupil(access, school, appeal.pupil_id))
    assert "mediation and appeal" in said
    assert "appeal lodged" in said
