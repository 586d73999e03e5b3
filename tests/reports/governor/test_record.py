"""What a report says besides its counts of children, from the record to the page."""

import io
import re
from decimal import Decimal

import pytest
from docx import Document as WordDocument

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.models import AuditEvent, Federation
from provision.models import FederationIntervention
from provision.provision_codes import StaffRole
from provision.rules.costs import Rate
from provision.services.catalogue import start_catalogue
from provision.services.rates import add_rate_card
from pupils.models import Pupil
from reports.governor.document import document_of
from reports.governor.plain import plain_parts
from reports.selectors.governor import school_facts
from reports.selectors.governor_report import _as_of
from reports.selectors.governor_support import supports_of
from reports.services.governor.preparing import write_words
from tests.factories import TODAY, behind_the_wall, member
from tests.pages import client_of, text_of
from tests.provision.aims import a_cycle, a_target
from tests.provision.makers import given, measured, until
from tests.reports.governor.makers import AUTUMN, GOVERNORS, PUBLIC, counted, published, reportable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def register(school) -> list[Pupil]:
    return list(Pupil.objects.filter(school=school, status_periods__status="K").order_by("pk"))


def twice_tested(school, number: int, *, paid: bool = True):
    """Children of an intervention of the catalogue with both measures."""
    start_catalogue(school=school, by=None)
    item = FederationIntervention.objects.filter(federation=school.federation).first()
    if paid:
        rates = {StaffRole.LSA: Rate(1500, Decimal(0))}
        add_rate_card(
            school=school, starts_on=until(-400), rates=rates, threshold_pence=600_000, by=None
        )
    pupils = register(school)[:number]
    row = given(
        school, *pupils, name="Named after somebody", shared_item=item, starts_on=until(-80)
    )
    measured(row, *[(90, 95 + n) for n in range(number)])
    return item


def record(school):
    return school_facts(school, AUTUMN, today=TODAY).record


@pytest.mark.parametrize(("number", "lines"), [(4, 0), (5, 1)])
def test_an_intervention_is_told_of_from_five_children_on(number, lines):
    school = reportable(support=8)
    item = twice_tested(school, number)
    found = record(school)
    assert [each.intervention for each in found.worked] == [item.name] * lines
    assert list(found.tested.values()) == [5] * lines
    assert len(found.spent) == lines


def test_it_is_printed_with_how_many_and_how_far_they_lie_apart():
    school = reportable(support=8)
    item = twice_tested(school, 6)
    report = counted(school).report
    [table] = [t for t in report.tables["impact"] if "tested twice" in t.title]
    [row] = table.rows
    assert row[0] == item.name
    assert row[2:5] == ("6", "+7.5 points", "+6.2 to +8.8")
    assert "Named after somebody" not in str(report.as_json())


def test_who_is_tested_later_is_not_worked_out_from_the_next_report():
    """Five in one report and six in the next would tell of a single child."""
    school = reportable(support=8)
    twice_tested(school, 6)
    figures = counted(school).figures
    [name] = [each for each in figures if "/tested:" in each]
    assert figures[name] == 6
    assert _as_of("2025-summer", AUTUMN, {name: 6}) == {name: 6}


def test_the_plan_of_a_child_is_in_date_until_the_end_of_its_day():
    school = reportable(support=6)
    one, two, three, *_ = register(school)
    for pupil, days in ((one, 0), (two, -1)):
        cycle = a_cycle(pupil, review_on=until(days))
        type(cycle).objects.filter(pk=cycle.pk).update(state="running")
    a_cycle(three)  # is still being written
    found = supports_of(
        school,
        [p.pk for p in (one, two, three)],
        since=until(-365),
        after=TODAY,
        day=TODAY,
        today=TODAY,
    )
    assert [found[p.pk].plan for p in (one, two, three)] == ["in_date", "late", "none"]


def test_who_has_read_a_passport_is_said_of_today_alone():
    school = reportable(support=6)
    ids = [p.pk for p in register(school)]
    days = {"since": until(-365), "after": until(-90)}
    now = supports_of(school, ids, day=TODAY, today=TODAY, **days)
    then = supports_of(school, ids, day=until(-1), today=TODAY, **days)
    assert {each.passport for each in now.values()} == {"none"}
    assert {each.passport for each in then.values()} == {""}


@pytest.mark.parametrize(("number", "rows"), [(9, 0), (10, 3)])
def test_plans_are_drawn_by_lot_out_of_ten_without_a_word_of_theirs(number, rows):
    school = reportable(support=12)
    for pupil in register(school)[:number]:
        a_target(pupil)
        cycle = a_cycle(pupil)
        type(cycle).objects.filter(pk=cycle.pk).update(state="running")
    report = counted(school).report
    drawn = [t for t in report.tables.get("visit", ()) if t.title == "Three plans"]
    assert sum(len(table.rows) for table in drawn) == rows
    assert "Reads 8 of 10" not in str(report.as_json())
    assert "visit" not in counted(school, PUBLIC).report.tables


def test_the_next_report_stands_beside_what_the_last_one_printed():
    school = reportable(support=12)
    report = counted(school)
    before = published(school)
    type(before).objects.filter(pk=before.pk).update(term=AUTUMN.before.code)
    [table, *_] = counted(school).report.tables["support"]
    assert table.columns[-1] == "Last term"
    [plain, *_] = report.report.tables["support"]
    assert "Last term" not in plain.columns


def test_what_the_record_does_not_hold_stands_there_once_somebody_writes_it():
    school = reportable()
    report = counted(school)
    titles = [part.title for part in document_of(report).parts]
    assert "Complaints and compliments" not in titles
    by = member(school)
    report = write_words(report=report, words={"complaints": "One theme: late letters."}, by=by)
    [part] = [each for each in document_of(report).parts if each.key == "complaints"]
    assert part.words == "One theme: late letters."


def test_children_in_care_are_told_of_to_governors_alone():
    school = reportable()
    assert "care" in counted(school).report.said
    assert "care" not in counted(school, PUBLIC).report.said


class TestFiles:
    @pytest.mark.parametrize("step", ["word", "html"])
    def test_a_governor_takes_what_is_published_and_no_draft(self, step):
        school = reportable()
        report, draft = published(school), counted(school, PUBLIC)
        client = client_of(member(school, Role.GOVERNOR))
        answer = client.get(f"/{school.slug}/reports/{report.pk}/{step}/")
        assert answer.status_code == 200
        assert re.search(
            r'filename="send-report-.*-v1\.(docx|html)"', answer["Content-Disposition"]
        )
        assert client.get(f"/{school.slug}/reports/{draft.pk}/{step}/").status_code == 404
        behind_the_wall(school)
        events = AuditEvent.objects.filter(school=school, action=Action.DOWNLOAD_REPORT)
        assert events.count() == 1

    def test_word_has_every_part_and_the_figures_of_every_drawing(self):
        school = reportable()
        report = counted(school)
        answer = client_of(member(school)).get(f"/{school.slug}/reports/{report.pk}/word/")
        word = WordDocument(io.BytesIO(answer.content))
        titles = [p.text for p in word.paragraphs if p.style.name == "Heading 2"]
        parts = plain_parts(document_of(report))
        assert titles == [part.title for part in parts]
        assert len(word.tables) == sum(len(part.tables) for part in parts)
        assert "Draft, not published." in [p.text for p in word.paragraphs]

    def test_what_is_still_being_counted_is_no_file(self):
        school = reportable()
        report = counted(school)
        type(report).objects.filter(pk=report.pk).update(state="counting")
        client = client_of(member(school))
        assert client.get(f"/{school.slug}/reports/{report.pk}/word/").status_code == 404

    def test_the_page_of_its_own_says_what_the_report_says(self):
        school = reportable()
        report = counted(school)
        page = text_of(client_of(member(school)).get(f"/{school.slug}/reports/{report.pk}/html/"))
        for question in report.report.questions:
            assert question.ask in page


def test_a_federation_names_the_school_of_each_line():
    one = reportable(support=8, name="Oak Juniors")
    reportable(support=8, name="Elm Infants", federation=one.federation)
    twice_tested(one, 6)
    federation = Federation.objects.get(pk=one.federation_id)
    report = counted(federation, GOVERNORS).report
    [table] = [t for t in report.tables["impact"] if "tested twice" in t.title]
    assert [row[-1] for row in table.rows] == ["Oak Juniors"]
