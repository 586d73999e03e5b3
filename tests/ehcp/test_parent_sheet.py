"""The parents' sheet of Section F: what the head released, in hours, as a tagged PDF."""

import io

import pypdf
import pytest

from aylsham.access.roles import Role
from aylsham.codes import Sensitivity
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from ehcp.selectors.parent_sheet import parent_sheet, why_less
from ehcp.services.versions import check_version
from provision.models import Promise, ReleasedDelivery
from provision.rules.promised import kept, time_words
from provision.services.owed import ReleasedLine, release_delivery
from pupils.models import PrintedPaper
from tests.access import access_of
from tests.ehcp.makers import day, make_plan
from tests.ehcp.test_sections import HELP, SPEECH, version_with
from tests.factories import SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def plan(school):
    plan = make_plan("2025-11-24", school=school)
    check_version(version=version_with(plan, HELP, SPEECH), by=None)
    return plan


@pytest.fixture
def sendco(school):
    user = member(school)
    access_of(user, school)
    return user


def release(plan, by, *, first="2026-09-07", last="2026-09-11") -> list[Promise]:
    promises = list(Promise.objects.filter(pupil=plan.pupil).order_by("reference"))
    lines = [ReleasedLine(each, kept(900, 600, 510, 60)) for each in promises]
    release_delivery(pupil=plan.pupil, first=day(first), last=day(last), lines=lines, by=by)
    return promises


def url_of(plan, end: str = "") -> str:
    return f"/{plan.school.slug}/plans/{plan.pk}/section-f/parents/{end}"


@pytest.mark.parametrize(
    "minutes, words",
    [
        (0, "none"),
        (1, "1 minute"),
        (59, "59 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (900, "15 hours"),
        (150, "2 hours 30 minutes"),
    ],
)
def test_times_are_said_in_hours(minutes, words):
    assert time_words(minutes) == words


@pytest.mark.parametrize(
    "minutes, words",
    [
        ((60, 60, 60, 0), ""),
        ((60, 60, 90, 0), ""),
        (
            (900, 600, 510, 60),
            (
                "6 hours 30 minutes of this help was not given. 5 hours was not on our timetable "
                "at all. For 1 hour the reason was ours: we still owe it. 30 minutes was missed "
                "for another reason, or nobody wrote down whether it was given."
            ),
        ),
        # Nothing was ever planned: no other reason is made up for it.
        (
            (600, 0, 0, 0),
            "10 hours of this help was not given. 10 hours was not on our timetable at all.",
        ),
        # More was given than planned: of what is short, no more was off the timetable.
        (
            (600, 300, 450, 0),
            (
                "2 hours 30 minutes of this help was not given. 2 hours 30 minutes was not on our "
                "timetable at all."
            ),
        ),
        (
            (60, 60, 30, 0),
            (
                "30 minutes of this help was not given. 30 minutes was missed for another reason, "
                "or nobody wrote down whether it was given."
            ),
        ),
    ],
)
def test_why_it_was_less(minutes, words):
    names = ("promised", "planned", "delivered", "owed")
    assert why_less(ReleasedDelivery(**dict(zip(names, minutes, strict=True)))) == words


def test_the_pdf_says_what_was_released(plan, sendco, school):
    release(plan, sendco)
    page = client_of(sendco).get(url_of(plan))
    assert "Make the sheet for the parents (PDF)" in text_of(page)
    answer = client_of(sendco).post(url_of(plan, "print/"))
    assert answer.status_code == 302
    assert run_job(Job.objects.get(kind="print_paper").pk) == JobState.DONE
    row = PrintedPaper.objects.get(kind="section_f")
    reader = pypdf.PdfReader(io.BytesIO(bytes(row.pdf)))
    words = " ".join("".join(each.extract_text() for each in reader.pages).split())
    for said in ("15 hours", "8 hours 30 minutes", "1 hour", "All together", "section 42"):
        assert said in words, words
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert AuditEvent.objects.filter(school=school, action="print").count() == 1


def test_only_the_days_released_last(plan, sendco, school):
    release(plan, sendco)
    release(plan, sendco, first="2026-09-14", last="2026-09-18")
    sheet = parent_sheet(school, plan.pupil, plan)
    assert (sheet.first, sheet.last) == (day("2026-09-14"), day("2026-09-18"))
    assert len(sheet.lines) == 2
    assert (sheet.is_owed, sheet.is_unplanned) == (True, True)


def test_nothing_released_makes_no_paper(plan, sendco):
    said = client_of(sendco).post(url_of(plan, "print/"), follow=True)
    assert "The head has released nothing" in said.content.decode()
    assert not PrintedPaper.objects.exists()


def test_a_line_for_few_is_not_on_it(plan, sendco, school):
    first, second = release(plan, sendco)
    Promise.objects.filter(pk=first.pk).update(sensitivity=Sensitivity.SENSITIVE)
    sheet = parent_sheet(school, plan.pupil, plan)
    assert [line.text for line in sheet.lines] == [second.text]


def test_who_may_print_it(plan, sendco, school):
    release(plan, sendco)
    office = client_of(member(school, Role.SEND_ADMINISTRATOR))
    assert office.post(url_of(plan, "print/")).status_code == 403
    assert (
        client_of(member(school, Role.CLASS_TEACHER)).post(url_of(plan, "print/")).status_code
        == 403
    )
    stranger = member(SchoolFactory(slug="lynwood"), Role.HEAD)
    assert client_of(stranger).post(url_of(plan, "print/")).status_code == 404
    assert client_of(sendco).get(url_of(plan, "print/")).status_code == 405


def test_nasty_words_stay_words(plan, sendco, school):
    promises = release(plan, sendco)
    Promise.objects.filter(pk=promises[0].pk).update(text="<script>alert(1)</script> & “x”")
    client_of(sendco).post(url_of(plan, "print/"))
    assert "&lt;script&gt;" in PrintedPaper.objects.get().html


def test_the_page_reads_little(plan, sendco):
    release(plan, sendco)
    assert len(statements(client_of(sendco), url_of(plan))) <= OF_EVERY_REQUEST + 14
