"""The page of whole schools: who asks, who fetches, until when; and the work behind it."""

import datetime as dt
from io import BytesIO
from zipfile import ZipFile

import pytest
import time_machine
from django.test import Client

from aylsham.access.roles import Role
from aylsham.exits.services import forget_expired, path_of
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job, SchoolExport
from tests.factories import PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PAGE = "/oakfield/whole-school/"


@pytest.fixture
def school(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    school = SchoolFactory(slug="oakfield", name="Oakfield")
    PupilFactory(school=school, first_name="Ann", on_register=True)
    return school


@pytest.fixture
def head(school):
    return client_of(member(school, Role.HEAD))


@pytest.fixture
def export(school, head):
    """A file that is ready."""
    head.post(PAGE)
    export = SchoolExport.objects.get()
    run_job(export.job_id)
    behind_the_wall(school)
    export.refresh_from_db()
    return export


def file_of(export) -> str:
    return f"{PAGE}{export.pk}/"


def test_asked_for_twice_it_is_made_once(head):
    assert head.post(PAGE).headers["Location"] == PAGE
    head.post(PAGE)
    assert SchoolExport.objects.count() == Job.objects.filter(kind="school_export").count() == 1
    assert "Being made" in text_of(head.get(PAGE))


def test_made_fetched_and_written_down(school, head, export):
    assert Job.objects.get(pk=export.job_id).state == "done"
    page = text_of(head.get(PAGE))
    assert "Ready" in page
    assert "Mon 30 Nov" in page
    answer = head.get(file_of(export))
    assert answer["Content-Type"] == "application/zip"
    assert 'filename="oakfield-2026-11-23.zip"' in answer["Content-Disposition"]
    with ZipFile(BytesIO(answer.content)) as file:
        assert b'"Ann"' in file.read("tables/pupils_pupil.jsonl")
    actions = AuditEvent.objects.filter(school=school).values_list("action", flat=True)
    assert {"ask_for_school", "take_out_school"} <= set(actions)


@pytest.mark.parametrize(("days", "seconds", "status"), [(7, -60, 200), (7, 60, 302)])
def test_it_can_be_fetched_for_seven_days(school, export, days, seconds, status):
    later = export.made_at + dt.timedelta(days=days, seconds=seconds)
    with time_machine.travel(later):
        client = client_of(member(school, Role.HEAD))
        assert client.get(file_of(export)).status_code == status
        assert ("Expired" in text_of(client.get(PAGE))) == (status == 302)


def test_the_night_deletes_what_has_expired_and_nothing_else(export):
    assert forget_expired(export.expires_at - dt.timedelta(hours=1)) == 0
    assert path_of(export).exists()
    assert forget_expired(export.expires_at + dt.timedelta(hours=1)) == 1
    assert not path_of(export).exists()


def test_a_file_that_is_gone_says_so(head, export):
    path_of(export).unlink()
    assert "no longer here" in text_of(head.get(file_of(export), follow=True))


def test_a_file_of_another_school_is_not_there(school, head, export):
    sister = SchoolFactory(slug="sister")
    other = client_of(member(sister, Role.HEAD))
    assert other.get(f"/sister/whole-school/{export.pk}/").status_code == 404
    assert other.get(file_of(export)).status_code == 404


@pytest.mark.parametrize(
    "role", [Role.SENDCO, Role.DEPUTY, Role.GOVERNOR, Role.OFFICE, Role.FEDERATION_ADMINISTRATOR]
)
def test_others_may_not(school, export, role):
    client = client_of(member(school, role))
    assert client.get(PAGE).status_code == client.get(file_of(export)).status_code == 403


def test_what_it_holds_is_published():
    told = Client().get("/federation/whole-school/schema.json").json()
    assert told["$defs"]["pupils_pupil"]["properties"]["born_on"]["format"] == "date"


def test_statements_of_the_page(head, export):
    assert len(statements(head, PAGE)) <= 8
