"""Papers that a worker sets: for whoever asked alone, with a digest of every page, for a day."""

import datetime as dt
import hashlib
import io

import pypdf
import pytest

from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from pupils.models import PrintedPaper
from pupils.services.papers import ask_for_paper, forget_papers, page_digests
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
HTML = "<html lang='en'><head><title>x</title></head><body><h1>One</h1>{}</body></html>"
PAGES = "".join(f"<p style='break-before: page'>Page number {n}</p>" for n in range(3))


@pytest.fixture
def child():
    return PupilFactory(school=SchoolFactory(slug="oakfield"))


@pytest.fixture
def by(child):
    return member(child.school)


def asked(child, by, html=PAGES):
    return ask_for_paper(
        pupil=child,
        kind="timeline",
        html=HTML.format(html),
        of_on=TODAY,
        permission=Permission.EXPORT,
        by=by,
    )


@pytest.fixture
def paper(child, by):
    row, job = asked(child, by)
    assert run_job(job.pk) == JobState.DONE
    row.refresh_from_db()
    return row


def address(child, row, query="") -> str:
    return f"/oakfield/children/{child.pk}/papers/{row.pk}/{query}"


def test_each_page_has_its_digest_and_another_word_changes_that_one_alone(child, by, paper):
    assert len(paper.page_digests) == 4
    assert len(set(paper.page_digests)) == 4
    row, job = asked(child, by, PAGES.replace("number 1", "number 9"))
    run_job(job.pk)
    row.refresh_from_db()
    same = [a == b for a, b in zip(paper.page_digests, row.page_digests, strict=True)]
    assert same.count(False) == 1


def test_the_manifest_is_what_anybody_can_work_out_from_the_file(child, by, paper):
    client = client_of(by)
    pdf = client.get(address(child, paper, "?as=pdf")).content
    lines = client.get(address(child, paper, "?as=digests")).content.decode().splitlines()
    assert lines[0] == f"{hashlib.sha256(pdf).hexdigest()}  timeline-2026-11-23.pdf"
    said = [line.split()[0] for line in lines if "  page " in line]
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert said == [hashlib.sha256(p.get_contents().get_data()).hexdigest() for p in pages]
    taken = AuditEvent.objects.filter(action="download", actor_id=by.pk)
    assert [event.pupil_ids for event in taken] == [[child.pk]] * 2


def test_a_page_that_was_altered_no_longer_has_its_digest(paper):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(bytes(paper.pdf)))
    writer.pages[2].merge_page(writer.pages[1])
    out = io.BytesIO()
    writer.write(out)
    now = page_digests(out.getvalue())
    assert [n for n, (a, b) in enumerate(zip(paper.page_digests, now, strict=True)) if a != b] == [
        2
    ]


def test_what_it_was_set_from_is_forgotten_and_it_after_a_day(child, paper):
    assert paper.html == ""
    assert forget_papers(school=child.school, now=paper.asked_at + dt.timedelta(hours=23)) == 0
    assert forget_papers(school=child.school, now=paper.asked_at + dt.timedelta(hours=25)) == 1
    assert not PrintedPaper.objects.exists()


def test_nobody_else_opens_it(child, paper):
    other = member(child.school, Role.HEAD)
    assert client_of(other).get(address(child, paper)).status_code == 404


def test_its_page_says_how_far_it_is_in_few_statements(child, by):
    row, job = asked(child, by)
    client = client_of(by)
    assert "Being set" in client.get(address(child, row)).content.decode()
    run_job(job.pk)
    assert "4 pages" in client.get(address(child, row)).content.decode()
    assert len(statements(client, address(child, row))) <= OF_EVERY_REQUEST + 8


def test_gone_on_after_a_killed_worker_it_is_set_once(child, by, paper):
    job = Job.objects.get(kind="print_paper")
    before = bytes(paper.pdf)
    Job.objects.filter(pk=job.pk).update(state=JobState.WAITING, ended_at=None)
    run_job(job.pk)
    paper.refresh_from_db()
    assert bytes(paper.pdf) == before
