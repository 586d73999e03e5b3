"""A worker killed at any of the marked places, ten times each: nothing lost, nothing doubled."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.db.models.functions import Now
from django.test import override_settings

from aylsham.jobs import marks
from aylsham.jobs.marks import MARKS
from aylsham.jobs.registry import Outside, Step, job_handler
from aylsham.jobs.services import ring_missed, start_job
from aylsham.jobs.tasks import run
from aylsham.mail.services import queue_message
from aylsham.models import Closure, Job, OutgoingMail, StoredMessage
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Pupil
from tests.aylsham.jobs.processes import in_process

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

TIMES = 10
STEPS = 3
#: Any day: the fact that the service writes together with its jobs.
FACT = dt.date(2026, 12, 18)


@dataclass(frozen=True)
class Effects:
    """What can be counted afterwards."""

    facts: int
    children: Counter
    messages: int
    unfinished: int


@pytest.fixture(autouse=True)
def nothing_leaves():
    """E-mails are stored in the database, as in a demonstration."""
    with override_settings(MAILERS={"default": {"BACKEND": "aylsham.mail.backends.StoreBackend"}}):
        yield


@pytest.fixture(autouse=True)
def kinds():
    """Work of three steps, slow work between them, and a last effect."""

    @job_handler("three_steps")
    def three_steps(work):
        for number in range(work.cursor.get("next", 0), STEPS):
            add_child(work.school, f"step {number}")
            yield Step(done=number + 1, total=STEPS, cursor={"next": number + 1})
        answer = yield Outside(compute=lambda: "computed")
        add_child(work.school, answer)

    @job_handler("forgetful")
    def forgetful(work):
        for number in range(STEPS):
            add_child(work.school, f"step {number}")
            yield Step(done=number + 1, total=STEPS)  # a planted mistake: no cursor


def add_child(school, name: str) -> None:
    """An effect of which a second one would be noticed: no constraint forbids it."""
    Pupil.objects.create(
        school=school, first_name=name, last_name="x", born_on=FACT, year_group="4"
    )


def serve(school, kind: str = "three_steps") -> None:
    """What a page does: a fact, a job and an e-mail in one transaction."""
    with school_transaction(school):
        Closure.objects.create(school=school, kind="closure", starts_on=FACT, ends_on=FACT)
        start_job(kind, school=school, by=None)
        queue_message(to="someone@example.org", subject="Done", text="It is done.")


def work_off() -> None:
    """What beat and a worker do: ring for what waits, and do it."""
    ring_missed()
    for job_id in Job.objects.to_be_taken().order_by("pk").values_list("pk", flat=True):
        run(str(job_id))


def serve_and_work(school) -> None:
    serve(school)
    work_off()


def let_leases_run_out() -> None:
    """Two minutes later."""
    Job.objects.filter(state="running").update(lease_until=Now() - dt.timedelta(seconds=1))
    Job.objects.filter(state="waiting").update(not_before=Now() - dt.timedelta(seconds=1))


def count(school) -> Effects:
    with school_transaction(school):
        return Effects(
            facts=Closure.objects.count(),
            children=Counter(Pupil.objects.values_list("first_name", flat=True)),
            messages=StoredMessage.objects.count(),
            unfinished=Job.objects.open().count(),
        )


def start_afresh(school) -> None:
    with school_transaction(school), transaction.atomic():
        for model in (StoredMessage, OutgoingMail, Job, Pupil, Closure):
            model.objects.all().delete()


WHOLE = Effects(
    facts=1,
    children=Counter({"step 0": 1, "step 1": 1, "step 2": 1, "computed": 1}),
    messages=1,
    unfinished=0,
)
NOTHING = Effects(facts=0, children=Counter(), messages=0, unfinished=0)


@pytest.mark.parametrize("place", MARKS)
def test_killed_anywhere_nothing_is_lost_and_nothing_doubled(place, school):
    passings = passings_of(place, school)
    for time in range(TIMES):
        # The first, the second, … time that the place is passed.
        dies_at = (place, time % passings + 1)
        start_afresh(school)
        assert in_process(lambda: serve_and_work(school), dies_at=dies_at)
        let_leases_run_out()
        if time % 5 == 4:  # the next worker dies there too
            in_process(work_off, dies_at=(place, 1))
            let_leases_run_out()
        work_off()
        after = count(school)
        # Before the service's transaction is committed nothing has happened, afterwards all of it.
        assert after == (NOTHING if place == "job written" else WHOLE), dies_at


def passings_of(place: str, school) -> int:
    """How often a healthy worker passes the place; it also loads what the killed ones need."""
    passed: Counter[str] = Counter()
    marks.listen(lambda each: passed.update([each]))
    try:
        serve_and_work(school)
    finally:
        marks.listen(None)
    assert count(school) == WHOLE
    return passed[place]


def test_the_test_notices_a_handler_that_forgets_where_it_was(school):
    in_process(lambda: serve(school, "forgetful"))
    assert in_process(work_off, dies_at=("step committed", 2))
    let_leases_run_out()
    in_process(work_off)
    assert count(school).children == Counter({"step 0": 2, "step 1": 2, "step 2": 1})


def test_at_least_twenty_places_are_marked_each_once():
    assert len(MARKS) == len(set(MARKS)) >= 20
