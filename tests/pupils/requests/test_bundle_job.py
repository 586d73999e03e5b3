"""The bundle as the worker makes it: killed at any place and gone on from, it is one bundle."""

import datetime as dt

import pytest

from aylsham.jobs import marks
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from pupils.models import Disclosure
from pupils.services.documents.filing import file_document
from pupils.services.documents.misfiled import BreachNote, seal_document
from pupils.services.requests.bundle import ask_for_bundle
from pupils.services.requests.cases import answer_request
from pupils.services.requests.items import collect_items
from tests.documents.making import pdf, upload
from tests.factories import TODAY, PupilFactory, SchoolFactory, member, no_second_look
from tests.pupils.requests.test_requests import checked, opened, rest_given, talk, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PLACES = (
    "claimed",
    "step written",
    "before outside work",
    "after outside work",
    "before finish",
    "finished, uncommitted",
)


class Killed(BaseException):
    """Nothing catches it, like SIGKILL."""


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))
    no_second_look(school)
    return school


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def ready(school, by):
    """A case in which everything is decided: words and a file."""
    child = PupilFactory(school=school, on_register=True)
    talk(child, by, "Ring again on Monday")
    file_document(
        pupil=child, upload=upload("a.pdf", pdf("A report")), kind="ep", of_on=TODAY, by=by
    )
    case = checked(opened(child, by), by)
    collect_items(case=case, by=by)
    rest_given(case, by)
    return case


def killed_at(place: str, job: Job) -> None:
    def dies(passed: str) -> None:
        if passed == place:
            raise Killed

    marks.listen(dies)
    try:
        with pytest.raises(Killed):
            run_job(job.pk)
    finally:
        marks.listen(None)
    Job.objects.filter(pk=job.pk).update(lease_until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))


@pytest.mark.parametrize("place", PLACES)
def test_killed_and_gone_on_from_there_is_one_bundle(ready, by, place):
    row, job = ask_for_bundle(case=ready, by=by)
    killed_at(place, job)
    row.refresh_from_db()
    assert row.pdf is None
    assert row.log == []
    assert run_job(job.pk) == JobState.DONE
    assert run_job(job.pk) is None
    bundle = Disclosure.objects.get()
    assert "Ring again on Monday" in words_of(bundle)
    numbers = [number for number, *_ in bundle.log]
    assert numbers == sorted(set(numbers)) == list(ready.items.values_list("number", flat=True))
    asked = AuditEvent.objects.filter(
        action="answer_request", detail__contains={"step": "bundle asked for"}
    )
    assert asked.count() == 1


def test_pressed_twice_while_it_is_made_it_is_one(ready, by):
    first, job = ask_for_bundle(case=ready, by=by)
    again, same = ask_for_bundle(case=ready, by=by)
    assert (again, same) == (first, job)
    assert run_job(job.pk) == JobState.DONE
    later, other = ask_for_bundle(case=ready, by=by)
    assert later != first
    assert other != job


def test_failed_for_good_it_is_made_anew(ready, by):
    first, job = ask_for_bundle(case=ready, by=by)
    ended = {"state": JobState.FAILED, "error": "No Pango", "ended_at": job.created_at}
    Job.objects.filter(pk=job.pk).update(**ended)
    later, other = ask_for_bundle(case=ready, by=by)
    assert later != first
    assert other != job


def test_what_is_sealed_while_the_worker_was_dead_is_not_in_it(ready, by):
    _, job = ask_for_bundle(case=ready, by=by)
    killed_at("after outside work", job)
    document = ready.pupil.documents.get()
    note = BreachNote("On the wrong child", "Sealed", dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    seal_document(document=document, note=note, by=by)
    run_job(job.pk)
    for bundle in Disclosure.objects.exclude(pdf=None):
        assert "A report" not in words_of(bundle)
        assert document.title not in str(bundle.log)


def test_a_closed_record_is_still_given(ready, by):
    """Each school answers for the copy that it holds (UK GDPR art 15)."""
    type(ready.pupil).objects.filter(pk=ready.pupil_id).update(closed_on=TODAY)
    _, job = ask_for_bundle(case=ready, by=by)
    assert run_job(job.pk) == JobState.DONE
    answer_request(case=ready, outcome="full", why="", on=TODAY, how="post", by=by)
    assert Disclosure.objects.get().handed_on == TODAY
