"""A term before the record begins: what status histories still say, and what nobody can say."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import Term
from pupils.codes import SenStatus, StatusReason
from pupils.services.details import record_leaving
from pupils.services.status import change_status, end_status
from reports.governor.document import document_of, html_of, make_document
from reports.governor.terms import TermKey
from reports.models import SchoolReport
from reports.selectors.governor import TermNotKnown
from reports.services.governor.preparing import draft_unsaved
from reports.services.governor.publishing import publish_report
from tests.factories import TODAY, PupilFactory, member, put_on_register
from tests.pages import client_of, text_of
from tests.reports.governor.makers import GOVERNORS, PUBLIC, counted, reportable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SUMMER = TermKey.parse("Summer 2026")
#: Of the summer term, which ended on 17 July.
IN_MAY = dt.date(2026, 5, 11)
BEFORE = dt.date(2025, 1, 6)
THIS_TERM = dt.date(2026, 9, 3)


@pytest.fixture
def school():
    """Live, and with a record, since Monday; on its register since before and since September."""
    school = reportable(support=0, plans=0, others=0)
    school.live_from = TODAY
    school.save()
    with rebuilt_once():
        for status, number in ((SenStatus.SUPPORT, 7), (SenStatus.PLAN, 5)):
            for _ in range(number):
                put_on_register(_child(school), status, starts_on=BEFORE)
        put_on_register(_child(school), starts_on=THIS_TERM)
    for _ in range(20):
        _child(school)
    return school


def _child(school):
    """On roll since September, as a roll that gives no days says."""
    return PupilFactory(school=school, enrolment=dt.date(2026, 9, 1))


def report_of(school, audience=GOVERNORS):
    """The draft on the summer term."""
    return draft_unsaved(owner=school, key=SUMMER, audience=audience, today=TODAY)


def test_the_register_of_that_day_is_counted_from_the_history(school):
    report = report_of(school).report
    assert (report.register, [line.count for line in report.levels]) == (12, [7, 5])
    assert report.known_from == TODAY
    assert (
        "Of the children in our record, 12 were on a SEND register on 17 July 2026, here or at "
        "another school: 7 with SEN support and 5 with an EHC plan." in report.said["short"]
    )


def test_what_cannot_be_known_is_said_in_words_and_not_counted(school):
    report = report_of(school).report
    assert (report.roll, report.register_percent) == (None, None)
    assert report.years == report.areas == report.needs == report.attendance.groups == ()
    assert {line.percent for line in report.levels} == {None}
    page = " ".join(html_of(document_of(report_of(school))).split())
    for words in (
        "begins on 23 November 2026",
        "what share of all children it was cannot be said",
        "no table of them is printed",
        "Attendance of that time is not in our record",
    ):
        assert words in page
    assert "England" not in page
    assert len(report.questions) == 3


def test_what_happened_in_that_term_is_counted(school):
    on = put_on_register(_child(school), starts_on=IN_MAY)
    off = put_on_register(_child(school), starts_on=BEFORE)
    end_status(pupil=off.pupil, ends_on=IN_MAY, reason=StatusReason.PROGRESS, by=None)
    up = put_on_register(_child(school), starts_on=BEFORE)
    change_status(
        pupil=up.pupil,
        status=SenStatus.PLAN,
        starts_on=IN_MAY,
        reason=StatusReason.PLAN_MADE,
        by=None,
    )
    later = put_on_register(_child(school), starts_on=BEFORE)
    end_status(pupil=later.pupil, ends_on=THIS_TERM, reason=StatusReason.PROGRESS, by=None)
    report = report_of(school).report
    assert on.pupil_id
    assert (report.register, [line.count for line in report.levels]) == (15, [9, 6])
    changes = report.changes
    assert (changes.on, changes.off, changes.up, changes.down) == (1, 1, 1, 0)
    assert (changes.joined, changes.left) == (0, 0)


def test_a_child_who_left_since_is_still_in_the_record(school):
    child = put_on_register(_child(school), starts_on=BEFORE).pupil
    record_leaving(pupil=child, last_day=dt.date(2026, 10, 23), by=None)
    assert report_of(school).report.register == 13


def test_where_nobody_is_known_it_is_refused_in_words(school):
    first = TermKey.parse("Autumn 2025")
    Term.objects.filter(school=school, academic_year=2025, name="autumn").update(
        starts_on=dt.date(2024, 9, 3), ends_on=dt.date(2024, 12, 19)
    )
    with pytest.raises(TermNotKnown, match="was on a SEND register on 19 December 2024"):
        draft_unsaved(owner=school, key=first, audience=GOVERNORS, today=TODAY)


def test_a_report_for_anybody_would_mislead(school):
    with pytest.raises(TermNotKnown, match="A report for governors says what is known"):
        report_of(school, PUBLIC)


def test_a_federation_adds_up_what_its_schools_know(school):
    other = reportable(support=3, plans=0, others=5, federation=school.federation)
    other.live_from = TODAY
    other.save()
    report = draft_unsaved(
        owner=school.federation, key=SUMMER, audience=GOVERNORS, today=TODAY
    ).report
    assert (report.register, report.roll) == (15, None)
    assert {line.name: line.support for line in report.schools} == {school.name: 7, other.name: 3}
    assert {line.roll for line in report.schools} == {None}
    page = html_of(make_document(report, words={}, is_draft=True))
    assert "School by school" in page
    assert "not shown" not in page


def test_once_published_it_leaves_the_running_terms_report_as_it_is(school):
    before = counted(school).report
    report = report_of(school)
    report.save()
    publish_report(report=report, by=None)
    assert counted(school).report == before


class TestForm:
    def test_it_is_offered_as_far_as_is_known(self, school):
        page = text_of(client_of(member(school, Role.SENDCO)).get(f"/{school.slug}/reports/"))
        assert "Summer 2026, as far as is known" in page
        assert "Autumn 2026, as" not in page
        assert "Spring 2027" not in page

    def test_for_anybody_it_is_a_fault_of_the_form(self, school):
        client = client_of(member(school, Role.SENDCO))
        asked = {"term": SUMMER.code, "audience": PUBLIC.value}
        page = text_of(client.post(f"/{school.slug}/reports/", asked))
        assert "Summer 2026 is not whole in the record" in page
        assert not SchoolReport.objects.exists()
        assert client.post(f"/{school.slug}/reports/", asked | {"audience": "governors"}).url
        assert SchoolReport.objects.get().term == SUMMER.code
