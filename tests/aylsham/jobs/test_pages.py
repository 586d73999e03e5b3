"""Pages of background work: mine, a school's, one panel; stop and try again."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aylsham.access.roles import Role
from aylsham.jobs.codes import JobState
from aylsham.jobs.registry import JobFailed, Step, job_handler
from aylsham.jobs.runner import run_job
from aylsham.jobs.services import start_job
from aylsham.models import Job
from tests.factories import SchoolFactory, UserFactory, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PANEL = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def school(db):
    return SchoolFactory(name="Oak Primary", slug="oak")


@pytest.fixture
def teacher(school):
    return member(school, Role.CLASS_TEACHER)


@pytest.fixture
def sendco(school):
    return member(school, Role.SENDCO)


@pytest.fixture(autouse=True)
def counting():
    """A kind of work that counts to three and then opens the home page."""

    @job_handler("counting", title="Counting to three", result_url=lambda job: "/")
    def count(work):
        if work.arguments.get("fails"):
            raise JobFailed("The file is no longer there.")
        yield Step(done=1, total=3, sentence="Counting")

    @job_handler("steady", can_be_cancelled=False)
    def steady(work):
        """Nothing."""


def begin(school, by, kind="counting", **arguments) -> Job:
    return start_job(kind, school=school, by=by, arguments=arguments)


def get(client, url: str, **headers) -> str:
    response = client.get(url, **headers)
    assert response.status_code == 200, url
    return response.content.decode()


def test_the_panel_says_how_far_a_job_is_and_asks_again(client, school, teacher):
    job = begin(school, teacher)
    Job.objects.update(
        state="running", lease_token=uuid4(), lease_until="2030-01-01T00:00Z",
        steps_done=1200, steps_total=1500, sentence="Reading rows",
    )  # fmt: skip
    client.force_login(teacher)
    page = get(client, f"/my/work/?job={job.pk}")
    assert "<html" in page and "Counting to three" in page
    assert "Reading rows: 1,200 of 1,500" in page
    assert f'hx-get="/my/work/?job={job.pk}"' in page
    assert "Stop this" in page
    panel = get(client, f"/my/work/?job={job.pk}", **PANEL)
    assert "<html" not in panel and "1,200 of 1,500" in panel
    assert 'name="csrfmiddlewaretoken" value="' in panel


def test_a_finished_job_stops_asking_and_shows_its_result(client, school, teacher):
    job = begin(school, teacher)
    run_job(job.pk)
    client.force_login(teacher)
    panel = get(client, f"/my/work/?job={job.pk}", **PANEL)
    assert "hx-get" not in panel
    assert "See the result" in panel


def test_the_list_survives_leaving_the_page(client, school, teacher, sendco):
    begin(school, teacher)
    begin(school, sendco, "steady")
    client.force_login(teacher)
    page = get(client, "/my/work/")
    assert "Counting to three" in page
    assert "Steady" not in page.partition("<tbody>")[2]


def test_a_school_sees_its_own_work_and_no_other(client, school, teacher, sendco):
    other = SchoolFactory(federation=school.federation)
    begin(school, teacher)
    begin(other, None, "steady")
    start_job("steady", school=None, schools=[school, other], by=None)
    client.force_login(sendco)
    rows = get(client, "/oak/background-work/").partition("<tbody>")[2]
    assert "Counting to three" in rows and teacher.name in rows
    assert "Steady" not in rows
    client.force_login(teacher)
    assert client.get("/oak/background-work/").status_code == 403
    client.force_login(member(other))
    assert client.get("/oak/background-work/").status_code == 404


def test_the_federation_page_shows_work_over_several_schools(client, school, sendco):
    other = SchoolFactory(federation=school.federation)
    lead = member(school, Role.FEDERATION_SEND_LEAD)
    lead.memberships.update(school=None)
    start_job("steady", school=None, schools=[school, other], by=None)
    client.force_login(lead)
    rows = get(client, "/federation/background-work/").partition("<tbody>")[2]
    assert "Steady" in rows and other.name in rows and "By the clock" in rows
    client.force_login(sendco)  # of one of the two: not theirs to see
    page = get(client, "/federation/background-work/")
    assert "No background work here" in page


def test_a_result_is_a_link_only_for_those_who_may_open_it(client, school, sendco):
    @job_handler("termly", result_url=lambda job: "/oak/register/")
    def termly(work):
        """Nothing."""

    job = begin(school, sendco, "termly")
    run_job(job.pk)
    administrator = member(school, Role.FEDERATION_ADMINISTRATOR)
    administrator.memberships.update(school=None)
    for person, is_link in ((sendco, True), (administrator, False)):
        client.force_login(person)
        for path in (
            "/oak/background-work/",
            "/federation/background-work/",
            f"/my/work/?job={job.pk}",
        ):
            assert ("See the result" in get(client, path)) is is_link, path


def test_the_filter_narrows_by_state(client, school, sendco):
    begin(school, sendco)
    begin(school, sendco, "steady")
    run_job(Job.objects.get(kind="steady").pk)
    client.force_login(sendco)
    rows = get(client, "/oak/background-work/?state=done").partition("<tbody>")[2]
    assert "Steady" in rows and "Counting" not in rows
    assert "Steady" in get(client, "/oak/background-work/?state=nonsense")


def test_stopping_is_a_post_by_somebody_in_reach(client, school, teacher, sendco):
    job = begin(school, teacher)
    url = f"/my/work/stop/?job={job.pk}"
    client.force_login(UserFactory())
    assert client.post(url).status_code == 404
    client.force_login(member(school, Role.LSA))
    assert client.post(url).status_code == 404
    client.force_login(sendco)
    assert client.get(url).status_code == 405
    assert client.post(url).status_code == 302
    job.refresh_from_db()
    assert (job.state, job.cancelled_by) == (JobState.CANCELLED, sendco)


def test_failed_work_says_why_and_can_be_tried_again(client, school, teacher):
    job = begin(school, teacher, fails=True)
    run_job(job.pk)
    client.force_login(teacher)
    page = get(client, "/my/work/")
    assert "The file is no longer there." in page and "Try again" in page
    assert client.post(f"/my/work/again/?job={job.pk}").status_code == 302
    job.refresh_from_db()
    assert (job.state, job.attempts, job.error) == (JobState.WAITING, 0, "")


@pytest.mark.parametrize("job", ["", "nonsense", "0190a0a0-0000-7000-8000-000000000000"])
def test_a_job_that_is_not_there_is_a_404(client, teacher, job):
    client.force_login(teacher)
    assert client.get(f"/my/work/?job={job}").status_code == 404
    assert client.post(f"/my/work/stop/?job={job}").status_code == 404


def test_somebody_who_left_sees_nothing_of_the_school(client, school, teacher):
    job = begin(school, teacher)
    teacher.memberships.update(ends_on="2026-11-22")
    client.force_login(teacher)
    assert client.get(f"/my/work/?job={job.pk}").status_code == 404
    assert "No background work here" in get(client, "/my/work/")


def test_the_list_costs_the_same_for_few_and_many(
    client, school, sendco, django_assert_num_queries
):
    client.force_login(sendco)
    begin(school, sendco)
    get(client, "/oak/background-work/")  # the first page of a session also notes that it is in use
    with CaptureQueriesContext(connection) as few:
        get(client, "/oak/background-work/")
    for _ in range(30):
        begin(school, member(school))
    with django_assert_num_queries(len(few)):
        get(client, "/oak/background-work/")
