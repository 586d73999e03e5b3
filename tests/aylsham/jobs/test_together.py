"""Several beats and workers at the very same time: three write what one writes."""

import datetime as dt

import pytest
from django.test import override_settings

from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.jobs.services import ring_missed
from aylsham.mail.services import queue_message
from aylsham.models import DigestPart, Job, Membership, StoredMessage, Term
from aylsham.tenancy.row_security import school_transaction
from reports.digests.services import start_digests, start_night
from tests.aylsham.jobs.processes import together
from tests.conftest import TODAY

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

SEVEN = dt.datetime.combine(TODAY, dt.time(7))


def beat() -> None:
    start_night(SEVEN)
    start_digests(SEVEN)
    ring_missed()


def work() -> None:
    for job_id in Job.objects.to_be_taken().values_list("pk", flat=True):
        run_job(job_id)


def test_three_beats_write_what_one_writes(school, person):
    Membership.objects.create(
        user=person, school=school, federation=school.federation, role="sendco",
        starts_on=dt.date(2026, 9, 1),
    )  # fmt: skip
    with school_transaction(school):
        Term.objects.create(
            school=school, academic_year=2026, name="autumn",
            starts_on=dt.date(2026, 9, 3), ends_on=dt.date(2026, 12, 18),
        )  # fmt: skip
    together([beat] * 3)
    assert sorted(Job.objects.values_list("kind", flat=True)) == ["digest", "night"]
    together([work] * 3)
    assert not Job.objects.exclude(state=JobState.DONE).exists()
    assert DigestPart.objects.count() == 1


def test_three_workers_send_each_e_mail_once(db):
    for number in range(10):
        queue_message(to=f"n{number}@example.org", subject=f"Number {number}", text="x")
    store = {"default": {"BACKEND": "aylsham.mail.backends.StoreBackend"}}
    with override_settings(MAILERS=store):
        together([work] * 3)
    assert Job.objects.filter(state=JobState.DONE).count() == 10
    assert StoredMessage.objects.values("subject").distinct().count() == 10
    assert StoredMessage.objects.count() == 10
