"""A plan that the council ceases: kept, ended in time, and in force again where it has to be."""

import pytest

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent
from ehcp.models import EhcPlan
from ehcp.selectors.plans import plans_of
from ehcp.services.plans import end_plan, record_plan
from provision.models import Promise
from tests.ehcp.appeal_makers import due_of, followed, of_letter, reviewed, told
from tests.ehcp.makers import a_school, day, make_plan
from tests.factories import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def ended(plan: EhcPlan, on: str = "2026-11-20", reason: str = "ceased") -> EhcPlan:
    return end_plan(plan=plan, ended_on=day(on), end_reason=reason, by=None)


def test_the_plan_cannot_end_while_the_parents_can_appeal(monkeypatch):
    plan = reviewed("cease", "2026-11-02").plan
    with pytest.raises(TransitionNotAllowed, match="5 January 2027 at the earliest"):
        ended(plan)
    monkeypatch.setattr(clock, "today", lambda: day("2027-01-05"))
    with pytest.raises(TransitionNotAllowed, match=r"s\.45\(4\)"):
        ended(plan, "2027-01-04")
    assert ended(plan, "2027-01-05").ended_on


def test_a_certificate_gives_the_month_and_an_appeal_all_its_time(monkeypatch):
    appeal = followed(reviewed("cease", "2026-09-07"), "ceased")
    appeal = told(appeal, adviser_told_on="2026-10-05", certificate_on="2026-10-26")
    plan = EhcPlan.objects.get(pk=appeal.plan_id)
    with pytest.raises(TransitionNotAllowed, match="27 November 2026"):
        ended(plan)
    appeal = told(appeal, lodged_on="2026-11-09")
    monkeypatch.setattr(clock, "today", lambda: day("2027-06-01"))
    with pytest.raises(TransitionNotAllowed, match="until it is decided"):
        ended(plan, "2027-05-31")
    appeal = told(appeal, order="none", order_on="2027-05-31")
    assert ended(plan, "2027-05-31").end_reason == "ceased"


def test_a_won_appeal_keeps_it_until_another_letter(monkeypatch):
    appeal = followed(reviewed("cease", "2026-09-07"), "ceased")
    told(appeal, lodged_on="2026-10-05", order="keep", order_on="2026-11-16")
    plan = EhcPlan.objects.get(pk=appeal.plan_id)
    with pytest.raises(TransitionNotAllowed, match="has to keep the plan"):
        ended(plan)
    monkeypatch.setattr(clock, "today", lambda: day("2028-01-10"))
    of_letter(plan, "ceased", "2027-11-01")
    assert ended(plan, "2028-01-05").ended_on


def test_a_move_or_a_mistake_is_another_end():
    assert ended(reviewed("cease").plan, reason="moved").ended_on
    assert ended(reviewed("cease").plan, reason="correction").ended_on


def test_followed_too_late_the_ended_plan_is_in_force_again_with_its_promise():
    plan = make_plan("2024-11-18", school=a_school())
    EhcPlan.objects.filter(pk=plan.pk).update(hours_per_week=15)
    plan.refresh_from_db()
    plan = ended(plan, "2026-11-16")
    assert plans_of([plan.school]) == []
    appeal = of_letter(plan, "ceased", "2026-11-02")
    plan.refresh_from_db()
    assert (plan.ended_on, plan.end_reason) == (None, "")
    assert [each.id for each in plans_of([plan.school])] == [plan.pk]
    assert Promise.objects.filter(school=plan.school).live(TODAY).get().minutes_a_week == 900
    assert due_of(appeal)["submit_by"] == ("parent", day("2027-01-04"))
    events = AuditEvent.objects.filter(school=plan.school, action=Action.CHANGE_PLAN)
    assert events.filter(detail__what="in force again").count() == 1


def test_an_appeal_that_was_lodged_in_time_puts_it_in_force_again():
    plan = ended(make_plan("2024-11-18", school=a_school()), "2026-10-16")
    appeal = of_letter(plan, "ceased", "2026-08-10")  # the time is over: nothing happens
    plan.refresh_from_db()
    assert plan.ended_on == day("2026-10-16")
    told(appeal, lodged_on="2026-10-09")
    plan.refresh_from_db()
    assert plan.ended_on is None


def test_an_ended_plan_keeps_the_clock_of_its_other_disagreements():
    review = reviewed("maintain", "2026-09-07")
    appeal = told(followed(review, "same"), lodged_on="2026-10-05")
    ended(review.plan)
    appeal = told(appeal, order="amend", order_on="2026-11-20")
    assert due_of(appeal)["amend_B_F_by"] == ("la", day("2026-12-25"))


def test_a_newer_plan_stays_the_one_in_force():
    old = ended(make_plan("2024-11-18", school=a_school()), "2026-11-16")
    record_plan(pupil=old.pupil, local_authority="Suffolk", made_on=day("2026-11-18"), by=None)
    assert of_letter(old, "ceased", "2026-11-02").pk
    old.refresh_from_db()
    assert old.ended_on == day("2026-11-16")


def test_when_the_time_is_over_the_school_says_what_became_of_the_plan():
    appeal = followed(reviewed("cease", "2026-11-02"), "ceased")
    assert due_of(appeal)["end_of_plan"] == ("school", day("2027-01-12"))
    appeal = told(appeal, lodged_on="2026-11-16")
    assert "end_of_plan" not in due_of(appeal)
    appeal = told(appeal, order="none", order_on="2026-11-20")
    assert due_of(appeal)["end_of_plan"] == ("school", day("2026-11-27"))


def test_a_later_decision_to_keep_the_plan_overtakes_the_letter():
    ceasing = reviewed("cease", "2025-11-03")
    appeal = followed(ceasing, "ceased")
    assert "end_of_plan" in due_of(appeal)
    reviewed("maintain", "2026-11-02", plan=ceasing.plan)
    assert "end_of_plan" not in due_of(appeal)
    told(appeal, lodged_on="2025-12-01")
    with pytest.raises(TransitionNotAllowed, match="An appeal runs"):
        ended(ceasing.plan)  # a review while it runs decides nothing about it


def test_a_plan_entered_by_mistake_makes_nothing_due():
    appeal = followed(reviewed("maintain"), "same")
    ended(appeal.plan, reason="correction")
    assert due_of(appeal) == {}
