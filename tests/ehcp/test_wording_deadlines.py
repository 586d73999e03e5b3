"""What a proposed plan and a move from another council make due."""

import datetime as dt

import pytest

from aylsham.calendars import calendar_of
from aylsham.models import Deadline
from ehcp.models import AnnualReview
from ehcp.services.standing import record_move
from ehcp.wording_deadlines import deadlines
from tests.ehcp.makers import day, held, make_plan
from tests.ehcp.test_sections import HELP, version_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def due(plan) -> dict[str, dt.date]:
    found = deadlines(plan.school, calendar_of(plan.school), None)
    return {fact.key.split(":")[1]: fact.due_on for fact in found}


@pytest.mark.parametrize("kind", ["draft", "amended"])
def test_parents_have_fifteen_days(kind):
    plan = make_plan("2025-11-24")
    version_with(plan, HELP, kind=kind, served="2026-11-20")
    assert due(plan) == {"comments": day("2026-12-04")}
    row = Deadline.objects.get(school=plan.school, provider="ehcp_wording")
    last = day("2026-12-04")
    assert (row.due_on, row.lapses_on, row.owed_by) == (last, last, "parent")


def test_a_final_plan_answers_the_proposal():
    plan = make_plan("2025-11-24")
    version_with(plan, HELP, kind="amended", served="2026-10-20")
    version_with(plan, HELP, served="2026-11-10")
    assert due(plan) == {}


def test_a_notice_that_a_review_tells_of_is_told_once():
    plan = make_plan("2025-09-19")
    review = held(plan, "2026-10-20", "2026-11-10", decision="amend")
    AnnualReview.objects.filter(pk=review.pk).update(amendment_notice_on=day("2026-11-16"))
    version_with(plan, HELP, kind="amended", served="2026-11-16")
    assert due(plan) == {}


def test_a_move_sets_the_days_of_both_councils():
    plan = make_plan("2025-11-24")
    facts = {"from_authority": "Suffolk", "moved_on": day("2026-11-02")}
    record_move(plan=plan, mark="new", by=None, aware_on=None, transferred_on=None, **facts)
    assert due(plan) == {}
    move = plan.moves.get()
    move.aware_on = day("2026-11-02")
    move.save()
    assert due(plan)["transfer_by"] == day("2026-11-20")
    move.transferred_on = day("2026-11-09")
    move.save()
    assert due(plan) == {"new_la_informs_parent_by": day("2026-12-21")}
