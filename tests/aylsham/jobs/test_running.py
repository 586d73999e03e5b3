"""A piece of background work: written once, done once, tried again, cancelled, taken over."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from aylsham.jobs import lease, runner, tasks
from aylsham.jobs.codes import JobState
from aylsham.jobs.keeping import forget_old_work
from aylsham.jobs.plain import NotPlain, require_plain
from aylsham.jobs.registry import JobFailed, Outside, Step, TryAgain, UnknownKind, job_handler
from aylsham.jobs.runner import run_job
from aylsham.jobs.services import cancel_job, ring_missed, start_job
from aylsham.mail.services import queue_message
from aylsham.models import Job, OutgoingMail, School
from aylsham.tenancy.row_security import current_schools, school_transaction
from tests.aylsham.jobs.conftest import close, closed_days

pytestmark = pytest.mark.django_db

DAYS = [dt.date(2026, 12, day) for day in (1, 2, 3)]


def begin(kind: str, school: School | None = None, **options) -> Job:
    return start_job(kind, school=school, by=None, **options)


def test_a_plain_function_is_one_transaction_that_sees_its_school(school):
    seen = []

    @job_handler("close_days")
    def close_days(work):
        seen.append(current_schools())
        close(work.school, DAYS[0])
        return {"closed": 1}

    job = begin("close_days", school)
    assert run_job(job.pk) == JobState.DONE
    job.refresh_from_db()
    assert (job.state, job.result, job.lease_token) == (JobState.DONE, {"closed": 1}, None)
    assert job.ended_at and job.started_at and job.percent == 100
    assert seen == [str(school.pk)]
    assert closed_days(school) == [DAYS[0]]


def test_work_that_is_done_is_not_done_again(school):
    @job_handler("close_days")
    def close_days(work):
        close(work.school, DAYS[0])

    job = begin("close_days", school)
    assert run_job(job.pk) == JobState.DONE
    assert run_job(job.pk) is None
    assert run_job(uuid4()) is None


def test_one_bell_is_enough_for_all_that_waits_in_a_queue(school):
    order = []
    job_handler("small")(lambda work: order.append(work.arguments["n"]))
    job_handler("large", queue="heavy")(lambda work: order.append("large"))
    small = [begin("small", school, arguments={"n": n}) for n in range(3)]
    begin("small", school, arguments={"n": "later"}, not_before=timezone.now() + dt.timedelta(1))
    begin("large", school)
    tasks.run(str(small[1].pk))
    assert order == [1, 0, 2]
    assert runner.run_waiting("heavy") == 1
    assert order == [1, 0, 2, "large"]


def test_a_bell_for_nothing_wakes_what_waits(school):
    job_handler("small")(lambda work: None)
    job = begin("small", school)
    tasks.run(str(uuid4()))
    job.refresh_from_db()
    assert job.state == JobState.DONE


def test_a_worker_that_goes_on_can_still_be_stopped(school, monkeypatch):
    monkeypatch.setattr(runner, "GO_ON", 0)
    job_handler("small")(lambda work: None)
    jobs = [begin("small", school) for _ in range(3)]
    tasks.run(str(jobs[0].pk))
    assert Job.objects.filter(state=JobState.DONE).count() == 1


def test_one_key_is_one_job(school):
    job_handler("same")(lambda work: None)
    first = begin("same", school, key="same:2026-11-23")
    assert begin("same", school, key="same:2026-11-23") == first
    assert Job.objects.count() == 1


def test_a_rolled_back_service_leaves_no_job(school):
    job_handler("same")(lambda work: None)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        begin("same", school)
        1 / 0  # noqa: B018
    assert not Job.objects.exists()


def test_an_unknown_kind_is_refused_when_it_is_started():
    with pytest.raises(UnknownKind):
        begin("no_such_kind")


def test_work_for_later_is_not_taken_now(school):
    job_handler("later")(lambda work: None)
    job = begin("later", school, not_before=timezone.now() + dt.timedelta(hours=1))
    assert run_job(job.pk) is None
    assert ring_missed() == 0


def steps_of_three(work):
    """Close three days, one a step; going on where another worker left off."""
    for number in range(work.cursor.get("next", 0), 3):
        close(work.school, DAYS[number])
        yield Step(done=number + 1, total=3, sentence="Closing", cursor={"next": number + 1})
    return {"closed": 3}


def test_a_generator_is_kept_step_by_step(school):
    job_handler("three")(steps_of_three)
    job = begin("three", school)
    assert run_job(job.pk) == JobState.DONE
    job.refresh_from_db()
    assert (job.steps_done, job.steps_total, job.sentence) == (3, 3, "Closing")
    assert closed_days(school) == DAYS


def test_a_new_worker_goes_on_where_the_lost_one_stopped(school):
    job_handler("three")(steps_of_three)
    job = begin("three", school)
    taken = lease.claim(job.pk, dt.timedelta(minutes=2))
    with school_transaction(school):
        close(school, DAYS[0])
        lease.keep(taken, Step(done=1, total=3, cursor={"next": 1}), dt.timedelta(seconds=-1))
    assert ring_missed() == 1
    assert run_job(job.pk) == JobState.DONE
    assert closed_days(school) == DAYS


def test_slow_work_runs_between_transactions_and_sends_its_answer(school):
    seen = []

    @job_handler("slow")
    def slow(work):
        seen.append(current_schools())
        answer = yield Outside(sentence="Drawing", compute=lambda: seen.append("outside") or 42)
        seen.append(current_schools())
        return {"answer": answer}

    job = begin("slow", school)
    run_job(job.pk)
    job.refresh_from_db()
    assert job.result == {"answer": 42}
    assert seen == [str(school.pk), "outside", str(school.pk)]


def test_what_goes_wrong_is_undone_said_and_tried_again_later(school, caplog):
    @job_handler("clumsy")
    def clumsy(work):
        close(work.school, DAYS[0])
        raise ValueError("Zoë Burton")

    job = begin("clumsy", school)
    assert run_job(job.pk) == JobState.WAITING
    job.refresh_from_db()
    assert job.not_before > timezone.now() + dt.timedelta(seconds=5)
    assert "went wrong" in job.error
    assert closed_days(school) == []
    assert "ValueError" in caplog.text and "Zoë" not in caplog.text


@pytest.mark.parametrize(("times", "state"), [(4, JobState.WAITING), (5, JobState.FAILED)])
def test_after_five_attempts_it_has_failed(school, times, state):
    @job_handler("never")
    def never(work):
        raise TryAgain("The mail server did not answer.")

    job = begin("never", school)
    for _ in range(times):
        Job.objects.update(not_before=timezone.now() - dt.timedelta(minutes=1))
        run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == (state, "The mail server did not answer.")
    assert job.attempts == times


def test_what_cannot_be_done_fails_at_once(school):
    @job_handler("hopeless")
    def hopeless(work):
        raise JobFailed("The file is no longer there.")

    job = begin("hopeless", school)
    assert run_job(job.pk) == JobState.FAILED
    job.refresh_from_db()
    assert job.error == "The file is no longer there."


def test_a_worker_that_dies_every_time_is_given_up_after_five_times(school):
    job_handler("deadly")(lambda work: None)
    job = begin("deadly", school)
    for _ in range(5):
        assert lease.claim(job.pk, dt.timedelta(seconds=-1))
    assert run_job(job.pk) == JobState.FAILED
    job.refresh_from_db()
    assert "5 times" in job.error


def test_getting_somewhere_starts_the_count_again(school):
    job = Job.objects.create(kind="x", school=school, school_ids=[school.pk])
    for _ in range(4):
        taken = lease.claim(job.pk, dt.timedelta(seconds=-1))
    lease.keep(taken, Step(done=1, cursor={"next": 1}), dt.timedelta(minutes=1))
    job.refresh_from_db()
    assert job.attempts == 1


def test_a_worker_whose_job_was_taken_over_cannot_finish(school):
    job_handler("three")(steps_of_three)
    job = begin("three", school)
    thief = []

    @job_handler("stolen")
    def stolen(work):
        close(work.school, DAYS[0])
        Job.objects.filter(pk=work.job.pk).update(lease_token=uuid4())
        thief.append(True)

    job = begin("stolen", school)
    assert run_job(job.pk) is None
    assert thief
    assert closed_days(school) == []


def test_waiting_work_is_cancelled_at_once(school, person):
    job_handler("three")(steps_of_three)
    job = cancel_job(begin("three", school), by=person)
    assert (job.state, job.cancelled_by) == (JobState.CANCELLED, person)
    assert run_job(job.pk) is None


def test_running_work_stops_before_its_next_step_is_kept(school, person):

    @job_handler("cancelled_midway")
    def cancelled_midway(work):
        close(work.school, DAYS[0])
        yield Step(done=1, total=2)
        cancel_job(work.job, by=person)
        close(work.school, DAYS[1])

    job = begin("cancelled_midway", school)
    assert run_job(job.pk) == JobState.CANCELLED
    assert closed_days(school) == [DAYS[0]]


def test_what_cannot_be_cancelled_goes_on(school, person):
    job_handler("steady", can_be_cancelled=False)(lambda work: None)
    job = cancel_job(begin("steady", school), by=person)
    assert job.state == JobState.WAITING


@pytest.mark.parametrize(
    "value", ["Zoë Burton", "speech and language", "Zoë", "x" * 201, ["Ann Lee"], {"a": "Ann Lee"}]
)
def test_names_and_text_are_refused_as_arguments(value, school):
    job_handler("plain")(lambda work: None)
    with pytest.raises(NotPlain):
        begin("plain", school, arguments={"value": value})


def test_ids_codes_dates_and_numbers_are_plain():
    some_id = uuid4()
    assert require_plain(
        {"id": some_id, "on": dt.date(2026, 11, 23), "n": 3, "codes": ["K", "SLCN"], "none": None}
    ) == {"id": str(some_id), "on": "2026-11-23", "n": 3, "codes": ["K", "SLCN"], "none": None}


def test_work_and_its_e_mails_are_forgotten_after_three_months(school):
    old, new = (queue_message(to="a@example.org", subject="x", text="x") for _ in range(2))
    open_job = begin("mail", school)
    for mail in (old, new):
        run_job(mail.job_id)
    ended = timezone.now() - dt.timedelta(days=93)
    Job.objects.filter(pk=old.job_id).update(ended_at=ended)
    Job.objects.filter(pk=open_job.pk).update(created_at=ended)
    forget_old_work()
    assert set(OutgoingMail.objects.values_list("pk", flat=True)) == {new.pk}
    assert set(Job.objects.values_list("pk", flat=True)) == {new.job_id, open_job.pk}
