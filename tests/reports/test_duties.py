"""The school's own duties: recorded, corrected, due again, and shown on one page."""

import datetime as dt

import pytest
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes, rebuild_deadlines
from aylsham.models import AuditEvent, Deadline, Term, Weight
from reports.codes import Duty
from reports.models import DutyRecord
from reports.services.duties import (
    DUTY_FIELDS,
    change_duty_record,
    record_duty,
    remove_duty_record,
)
from tests.factories import SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIVE = dt.date(2026, 11, 2)


@pytest.fixture
def school():
    school = SchoolFactory(live_from=LIVE)
    for name, first, last in (
        ("autumn", dt.date(2026, 9, 3), dt.date(2026, 12, 18)),
        ("spring", dt.date(2027, 1, 5), dt.date(2027, 3, 25)),
        ("summer", dt.date(2027, 4, 13), dt.date(2027, 7, 21)),
    ):
        Term.objects.create(
            school=school, academic_year=2026, name=name, starts_on=first, ends_on=last
        )
    return school


@pytest.fixture
def senco(school):
    return member(school)


def due(school) -> dict[str, Deadline]:
    return {row.key: row for row in Deadline.objects.filter(school=school, provider="reports")}


def test_a_school_that_is_not_live_has_no_clock_of_its_own():
    school = SchoolFactory()
    rebuild_deadlines(school)
    assert due(school) == {}


def test_the_strategy_is_due_on_31_december_and_to_be_done_while_the_school_is_open(school):
    rebuild_deadlines(school)
    row = due(school)[Duty.INCLUSION_STRATEGY]
    assert (row.due_on, row.do_by) == (dt.date(2026, 12, 31), dt.date(2026, 12, 18))
    assert row.action["label"] == "Record that it is published"


def test_a_nursery_checks_whether_a_strategy_is_asked_of_it(school):
    school.phase = "nursery"
    school.save()
    rebuild_deadlines(school)
    row = due(school)[Duty.INCLUSION_STRATEGY]
    assert row.weight == Weight.OURS
    assert "Check whether" in row.title
    record_duty(
        school=school,
        duty=Duty.INCLUSION_STRATEGY,
        done_on=dt.date(2026, 11, 23),
        does_not_apply=True,
        note="The council says the early years fund does not ask for one.",
        by=None,
    )
    assert Duty.INCLUSION_STRATEGY not in due(school)


def test_what_was_never_recorded_is_asked_for_four_weeks_after_going_live(school):
    rebuild_deadlines(school)
    row = due(school)[Duty.SEN_REPORT]
    assert row.due_on == LIVE + dt.timedelta(days=28)
    assert row.weight == Weight.OURS


@pytest.mark.parametrize(
    "published, again",
    [
        (dt.date(2025, 12, 9), dt.date(2026, 12, 8)),
        (dt.date(2024, 2, 29), dt.date(2025, 2, 28)),
    ],
)
def test_the_report_is_due_twelve_months_from_its_last_publication(school, published, again):
    earlier = published - dt.timedelta(days=300)
    for day in (published, earlier):
        record_duty(school=school, duty=Duty.SEN_REPORT, done_on=day, by=None)
    assert due(school)[Duty.SEN_REPORT].due_on == again
    assert not find_changes(school)


def test_the_plan_counts_from_its_own_first_day(school):
    record_duty(
        school=school,
        duty=Duty.ACCESSIBILITY_PLAN,
        about_on=dt.date(2024, 9, 1),
        done_on=dt.date(2024, 10, 15),
        by=None,
    )
    assert due(school)[Duty.ACCESSIBILITY_PLAN].due_on == dt.date(2027, 8, 31)


def test_census_days_come_from_the_day_of_going_live_and_go_when_they_are_sent(school):
    rebuild_deadlines(school)
    spring, summer = dt.date(2027, 1, 21), dt.date(2027, 5, 20)
    census = {key: row for key, row in due(school).items() if row.kind == "census"}
    assert [row.due_on for row in census.values()] == [spring, summer]
    assert census[f"census:{spring}"].lapses_on == summer - dt.timedelta(days=1)
    record_duty(
        school=school,
        duty=Duty.CENSUS,
        about_on=spring,
        done_on=dt.date(2026, 11, 20),
        by=None,
    )
    assert f"census:{spring}" not in due(school)


def test_the_same_thing_twice_is_refused_and_leaves_no_trace(school, senco):
    facts = {"school": school, "duty": Duty.SEN_REPORT, "done_on": dt.date(2026, 11, 20)}
    record_duty(**facts, by=senco)
    events = AuditEvent.objects.filter(action=Action.RECORD_DUTY)
    assert events.count() == 1
    with pytest.raises(TransitionNotAllowed, match="recorded already"):
        record_duty(**facts, by=senco)
    assert events.count() == 1


def test_a_day_before_the_law_is_refused(school):
    with pytest.raises(TransitionNotAllowed, match="Check the year"):
        record_duty(school=school, duty=Duty.SEN_REPORT, done_on=dt.date(2013, 1, 1), by=None)


def test_a_second_editor_is_told(school, senco):
    record = record_duty(
        school=school, duty=Duty.SEN_REPORT, done_on=dt.date(2026, 1, 12), by=senco
    )
    seen = version_of(record, DUTY_FIELDS)
    change_duty_record(record=record, version=seen, by=senco, done_on=dt.date(2026, 1, 13))
    assert due(school)[Duty.SEN_REPORT].due_on == dt.date(2027, 1, 12)
    with pytest.raises(StaleSave):
        change_duty_record(record=record, version=seen, by=senco, done_on=dt.date(2026, 2, 1))


def test_taking_a_record_out_leaves_its_history(school, senco):
    record = record_duty(
        school=school, duty=Duty.SEN_REPORT, done_on=dt.date(2026, 1, 12), by=senco
    )
    remove_duty_record(record=record, by=senco)
    assert not DutyRecord.objects.filter(school=school).exists()
    page = client_of(senco).get(reverse("duties", args=[school.slug]))
    assert "removed a record of what the school does: SEN information report" in text_of(page)
    with pytest.raises(TransitionNotAllowed):
        remove_duty_record(record=record, by=senco)


class TestPages:
    def test_recording_ends_what_was_due(self, school, senco):
        client = client_of(senco)
        page = reverse("duties", args=[school.slug])
        rebuild_deadlines(school)
        assert "Not recorded yet" in text_of(client.get(page))
        answer = client.post(
            reverse("duty_record", args=[school.slug, Duty.SEN_REPORT]),
            {
                "done_on": "20 Nov 2026",
                "web_address": "https://school.example/send",
                "done_by": "School office",
            },
        )
        assert answer.status_code == 302
        text = text_of(client.get(page))
        assert "Fri 20 Nov" in text
        assert "School office" in text
        assert "regs 51–52" in text

    def test_a_day_to_come_is_refused(self, school, senco):
        answer = client_of(senco).post(
            reverse("duty_record", args=[school.slug, Duty.SEN_REPORT]),
            {"done_on": "24 Nov 2026", "done_by": "Office"},
        )
        assert "This day has not come yet" in text_of(answer)
        assert not DutyRecord.objects.filter(school=school).exists()

    def test_not_asked_needs_a_reason(self, school, senco):
        answer = client_of(senco).post(
            reverse("duty_record", args=[school.slug, Duty.INCLUSION_STRATEGY]),
            {"done_on": "23 Nov 2026", "done_by": "Me", "does_not_apply": "on"},
        )
        assert "Say why it is not asked" in text_of(answer)

    def test_a_census_is_chosen_from_those_not_sent(self, school, senco):
        url = reverse("duty_record", args=[school.slug, Duty.CENSUS])
        client = client_of(senco)
        facts = {"about_on": "2026-10-01", "done_on": "21 Oct 2026", "done_by": "Office"}
        assert client.post(url, facts).status_code == 302
        assert "1 October 2026" not in text_of(client.get(url))

    def test_only_those_who_may_record(self, school):
        administrator = client_of(member(school, Role.SEND_ADMINISTRATOR))
        page = administrator.get(reverse("duties", args=[school.slug]))
        assert "/record/" not in page.content.decode()
        url = reverse("duty_record", args=[school.slug, Duty.SEN_REPORT])
        assert administrator.get(url).status_code == 403
        teacher = client_of(member(school, Role.CLASS_TEACHER))
        assert teacher.get(reverse("duties", args=[school.slug])).status_code == 403

    def test_an_unknown_duty_is_not_found(self, school, senco):
        url = reverse("duty_record", args=[school.slug, "no-such-duty"])
        assert client_of(senco).get(url).status_code == 404

    def test_as_many_statements_for_thirty_records_as_for_three(self, school, senco):
        client = client_of(senco)
        url = reverse("duties", args=[school.slug])
        client.get(url)  # the rest of the transaction is this person's, as the history has it
        for n in range(3):
            record_duty(
                school=school,
                duty=Duty.SEN_REPORT,
                done_on=dt.date(2026, 1, 12) - dt.timedelta(days=n),
                by=senco,
            )
        few = len(statements(client, url))
        DutyRecord.objects.bulk_create(
            DutyRecord(
                school=school,
                duty=Duty.SEN_REPORT,
                done_on=dt.date(2025, 1, 12) - dt.timedelta(days=n),
                done_by="Office",
                recorded_by=senco,
            )
            for n in range(30)
        )
        assert len(statements(client, url)) == few <= OF_EVERY_REQUEST + 8
