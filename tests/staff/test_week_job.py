"""A draft is planned by background work, in a process of its own, and kept only if it is sound."""

import datetime as dt

import pytest
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.jobs.services import cancel_job
from aylsham.models import Job
from aylsham.tenancy.row_security import school_transaction
from staff import tasks
from staff.models import PlanDemand, PlanSession, WeekPlan
from staff.planning.instance import Instance
from staff.planning.solving import make_plan
from staff.planning.writing import plan_data
from staff.services.weeks import planning
from tests.access import access_of
from tests.factories import member
from tests.provision.makers import given
from tests.staff.test_weeks import MONDAY
from tests.staff.week_makers import draft, planned, weekly

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture(autouse=True)
def solver(monkeypatch):
    """In this process: a process of its own is started in one test alone."""

    def solve(data, seconds):
        return plan_data(make_plan(Instance.from_data(data), seconds=1, workers=1))

    monkeypatch.setattr(tasks, "solve", solve)
    return monkeypatch


@pytest.fixture
def at():
    week = weekly(adults=2, children=2)
    given(week.school, week.children[0], name="Reading", staff_role="lsa",
          sessions_a_week=3, minutes=30)  # fmt: skip
    return week


@pytest.fixture
def plan(at):
    return draft(at.school, MONDAY)


@pytest.fixture
def sendco(client, at):
    user = member(at.school, Role.SENDCO)
    access_of(user, at.school)
    client.force_login(user)
    return user


def press(client, plan) -> Job:
    """Press the button."""
    answer = client.post(reverse("week_plan_it", args=[plan.school.slug, plan.pk]))
    assert answer.status_code == 302
    return Job.objects.filter(kind="plan_week").latest("created_at")


def worked(job, by, school) -> Job:
    """The worker does it."""
    run_job(job.pk)
    job.refresh_from_db()
    access_of(by, school)
    return job


def sessions(plan) -> int:
    return PlanSession.objects.filter(plan=plan).count()


def test_it_is_planned_in_a_process_of_its_own(client, plan, sendco, solver):
    solver.setattr(tasks, "solve", planning.solve)
    solver.setattr(planning, "SECONDS", 2)
    job = worked(press(client, plan), sendco, plan.school)
    assert (job.state, job.queue) == (JobState.DONE, "heavy"), job.error
    assert sessions(plan) == 3
    page = client.get(reverse("week_plan", args=[plan.school.slug, plan.pk])).content.decode()
    assert "Everything is covered" in page
    assert "Plan it again" in page


def test_pressed_twice_it_is_one_job(client, plan, sendco):
    assert press(client, plan) == press(client, plan)
    assert Job.objects.filter(kind="plan_week").count() == 1


def test_two_drafts_are_two_jobs(client, at, plan, sendco):
    other = draft(at.school, MONDAY, name="Without Mrs Reed")
    assert press(client, plan) != press(client, other)


def test_changed_meanwhile_nothing_is_written(client, plan, sendco, solver):
    solve = tasks.solve

    def meanwhile(data, seconds):
        with school_transaction(plan.school):
            PlanDemand.objects.filter(plan=plan).update(sessions=1)
        return solve(data, seconds)

    solver.setattr(tasks, "solve", meanwhile)
    job = worked(press(client, plan), sendco, plan.school)
    assert job.state == JobState.FAILED
    assert "Plan it again" in job.error
    assert sessions(plan) == 0


def test_an_answer_that_breaks_a_rule_is_not_kept(client, plan, sendco, solver):
    solve = tasks.solve

    def wrong(data, seconds):
        answer = solve(data, seconds)
        answer["sessions"][1] = dict(answer["sessions"][0])
        return answer

    solver.setattr(tasks, "solve", wrong)
    job = worked(press(client, plan), sendco, plan.school)
    assert job.state == JobState.FAILED
    assert "rules" in job.error
    assert sessions(plan) == 0


def test_taken_out_meanwhile(client, plan, sendco):
    job = press(client, plan)
    WeekPlan.objects.filter(pk=plan.pk).delete()
    assert "taken out" in worked(job, sendco, plan.school).error


def test_cancelled_it_writes_nothing(client, plan, sendco):
    job = press(client, plan)
    cancel_job(job, by=sendco)
    assert worked(job, sendco, plan.school).state == JobState.CANCELLED
    assert sessions(plan) == 0


def test_a_worker_that_dies_is_followed_by_another(client, plan, sendco, solver):
    """The first is killed while the planner runs: its job is run again and planned once."""
    solve = tasks.solve

    def killed(data, seconds):
        raise KeyboardInterrupt

    solver.setattr(tasks, "solve", killed)
    job = press(client, plan)
    with pytest.raises(KeyboardInterrupt):
        run_job(job.pk)
    solver.setattr(tasks, "solve", solve)
    access_of(sendco, plan.school)
    assert sessions(plan) == 0
    Job.objects.filter(pk=job.pk).update(lease_until=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    job = worked(job, sendco, plan.school)
    assert (job.state, job.attempts, sessions(plan)) == (JobState.DONE, 2, 3)


def test_locks_that_exclude_each_other_change_nothing(client, at, plan, sendco):
    planned(plan, seconds=1)
    one, other, *_ = PlanSession.objects.filter(plan=plan).order_by("pk")
    PlanSession.objects.filter(pk=other.pk).update(
        weekday=one.weekday, starts=one.starts, ends=one.ends,
        member=next(a for a in at.adults if a.pk != one.member_id),
    )  # fmt: skip
    PlanSession.objects.filter(plan=plan).update(is_locked=True)
    before = set(PlanSession.objects.filter(plan=plan).values_list("pk", "weekday", "starts"))
    job = worked(press(client, plan), sendco, plan.school)
    assert job.state == JobState.DONE, job.error
    after = set(PlanSession.objects.filter(plan=plan).values_list("pk", "weekday", "starts"))
    assert after == before
    page = client.get(reverse("week_plan", args=[plan.school.slug, plan.pk])).content.decode()
    assert "cannot all stand" in page


def test_a_published_week_is_not_planned_again(client, plan, sendco):
    WeekPlan.objects.filter(pk=plan.pk).update(state="published", published_at="2026-11-01T00:00Z")
    client.post(reverse("week_plan_it", args=[plan.school.slug, plan.pk]))
    assert not Job.objects.filter(kind="plan_week").exists()
