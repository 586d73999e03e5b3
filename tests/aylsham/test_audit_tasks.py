"""Sealing and the witness as background work."""

import datetime as dt
from dataclasses import replace

import pytest
from django.core import mail as outbox

from aylsham.audit.tasks import send_witness
from aylsham.audit.witness import append_to_witness, read_witness
from aylsham.celery import app
from aylsham.jobs.runner import run_job
from aylsham.models import Job, OutgoingMail
from tests.aylsham.audit_log import seal_all, write_events
from tests.factories import SchoolFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def school(today, tmp_path, settings):
    settings.AUDIT_WITNESS_DIR = tmp_path / "witness"
    settings.AUDIT_WITNESS_EMAIL = "auditor@trust.example"
    school = SchoolFactory()
    for _ in range(2):
        write_events([school], 3)
        seal_all()
    return school


def run_all() -> None:
    for job in Job.objects.order_by("created_at"):
        run_job(job.pk)


def test_the_newest_seals_are_sent_once_a_day(school):
    send_witness()
    send_witness()
    assert Job.objects.count() == 1
    run_all()
    run_all()
    (message,) = outbox.outbox
    assert message.to == ["auditor@trust.example"]
    newest = read_witness()[-1]
    assert newest.as_json() in message.body
    assert "1 school:" in message.body


def test_without_an_address_nothing_is_sent(school, settings):
    settings.AUDIT_WITNESS_EMAIL = ""
    send_witness()
    run_all()
    assert not OutgoingMail.objects.exists()


def test_closed_days_are_thinned(school):
    lines = read_witness()
    append_to_witness(
        [replace(line, at=dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)) for line in lines]
    )
    before = len(read_witness())
    send_witness()
    run_all()
    assert len(read_witness()) == before - 1


def test_the_worker_knows_when_to_seal():
    app.loader.import_default_modules()
    schedule = app.conf.beat_schedule
    tasks = {entry["task"]: entry["schedule"] for entry in schedule.values()}
    assert tasks["aylsham.audit.tasks.seal"] == 20.0
    assert set(tasks) <= set(app.tasks)
