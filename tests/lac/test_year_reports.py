"""The designated teacher's report: drafted, checked for names, sent, published, read, printed."""

import datetime as dt
import io

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, InternalError, ProgrammingError

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.changes import StaleSave, TransitionNotAllowed
from aylsham.deadlines.services import find_changes
from aylsham.models import AuditEvent, Deadline, Job
from lac.models import YearReport
from lac.selectors.report_traces import open_traces
from lac.selectors.year_reports import mark_of_words
from lac.services.periods import remove_period
from lac.services.year_reports import (
    answer_trace,
    count_year_report,
    keep_year_pdf,
    publish_year_report,
    send_back,
    send_to_head,
    start_year_report,
    withdraw_year_report,
    write_year_words,
)
from tests.factories import ClassGroupFactory, PupilFactory, SchoolFactory, member
from tests.lac.makers import a_person, a_placement, in_care, was_in_care
from tests.lac.report_makers import a_report, published, with_head, worded
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIST = "/oakfield/care/reports/"
NASTY = "<script>alert(1)</script> & {{ x }}"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school, 2025)
    school_year(school)
    return school


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school, name="Larch")
    facts = {"first_name": "Zoë", "last_name": "Burton", "class_group": group}
    child = PupilFactory(school=school, born_on=dt.date(2018, 3, 9), **facts)
    in_care(child)
    return child


@pytest.fixture
def teacher(school):
    return client_of(member(school, Role.DESIGNATED_TEACHER))


@pytest.fixture
def head(school):
    return client_of(member(school, Role.HEAD))


def at(report: YearReport, step: str = "") -> str:
    return f"{LIST}{report.pk}/{step}"


def read_at(report: YearReport, step: str = "") -> str:
    return f"/oakfield/reports/children-in-care/{report.pk}/{step}"


class TestTheWholeWay:
    def test_from_the_tab_to_the_governor(self, school, child, teacher, head):
        assert teacher.post(f"{LIST}start/", {"year": "2026"}).status_code == 302
        report = YearReport.objects.get()
        page = text_of(teacher.get(at(report)))
        assert "The school has fewer than five children in care, or none." in page
        words = {
            "policy": "The behaviour policy was read with care.",
            "version": mark_of_words(report),
        }
        assert teacher.post(at(report, "words/"), words).status_code == 302
        assert teacher.post(at(report, "step/"), {"what": "send"}).status_code == 302
        assert "Publish" in text_of(head.get(at(report)))
        assert head.post(at(report, "publish/")).status_code == 302
        governor = client_of(member(school, Role.GOVERNOR))
        assert read_at(report) in governor.get("/oakfield/").content.decode()
        assert read_at(report) in governor.get("/oakfield/reports/").content.decode()
        said = text_of(governor.get(read_at(report)))
        assert "The behaviour policy was read with care." in said
        assert "Zoë" not in said
        actions = set(AuditEvent.objects.values_list("action", flat=True))
        assert {"prepare_report", "publish_report", "view_report"} <= actions

    def test_the_head_sends_it_back_with_words(self, school, head, teacher):
        report = with_head(a_report(school))
        head.post(at(report, "back/"), {"words": "Say more of training."})
        report.refresh_from_db()
        assert report.is_draft
        assert "Say more of training." in text_of(teacher.get(at(report)))
        assert with_head(report).sent_back_words == ""

    def test_last_years_words_are_offered_and_what_changed_is_marked(self, school, child, teacher):
        published(worded(a_report(school, 2025), training="Last year we trained everybody."))
        report = a_report(school)
        assert "Last year we trained everybody." in text_of(teacher.get(at(report, "words/")))
        # Nothing of a small group can differ.
        assert "not as last year" not in text_of(teacher.get(at(report)))

    def test_nasty_words_are_only_words(self, school, teacher):
        report = worded(a_report(school), policy=NASTY)
        assert "<script>alert" not in teacher.get(at(report)).content.decode()
        assert NASTY in text_of(teacher.get(at(report))).replace("&lt;", "<").replace(
            "&gt;", ">"
        ).replace("&amp;", "&")


class TestNames:
    @pytest.mark.parametrize(
        "words",
        ["Zoë did well.", "The Burtons and Burton", "ZB came.", "Larch is calm.", "Mrs Hall helped.",
         "Ada rang.", "Norfolk answered.", "Since 9 March all is well.", "A boy of Year 4"],
    )  # fmt: skip
    def test_it_cannot_go_to_the_head(self, school, child, words):
        a_person(child)
        a_placement(child)
        report = worded(a_report(school), plans=words)
        with pytest.raises(TransitionNotAllowed, match="may lead to a child"):
            send_to_head(report=report, by=None)

    def test_a_word_that_is_nobodys_name_is_answered_once(self, school, child, teacher):
        report = worded(a_report(school), plans="The larch by the gate was planted by all.")
        [trace] = open_traces(report)
        assert "It leads to nobody" in text_of(teacher.get(at(report)))
        answer = {"key": trace.key, "why": "A tree"}
        assert teacher.post(at(report, "answer/"), answer).status_code == 302
        report.refresh_from_db()
        assert open_traces(report) == []
        assert report.answers == {trace.key: "A tree"}
        with pytest.raises(TransitionNotAllowed):
            answer_trace(report=report, by=None, **answer)
        assert send_to_head(report=report, by=None).is_with_head

    def test_a_child_who_came_since_is_found_before_it_is_published(self, school):
        report = with_head(worded(a_report(school), plans="Quentin’s method helps."))
        PupilFactory(school=school, first_name="Quentin")
        with pytest.raises(TransitionNotAllowed, match="may lead to a child"):
            publish_year_report(report=report, by=None)

    def test_another_schools_names_say_nothing(self, school):
        PupilFactory(first_name="Xanthippe")
        assert open_traces(worded(a_report(school), plans="Xanthippe")) == []


class TestSteps:
    def test_two_begin_it_at_once(self, school):
        assert a_report(school).pk == a_report(school).pk

    def test_only_this_year_and_the_last(self, school):
        for year in (2024, 2027):
            with pytest.raises(TransitionNotAllowed):
                start_year_report(school=school, academic_year=year, by=None)

    def test_a_second_editor_sees_both_texts(self, school, teacher):
        report = a_report(school)
        mark = mark_of_words(report)
        worded(report, policy="The first text")
        answer = teacher.post(at(report, "words/"), {"policy": "The second", "version": mark})
        assert answer.status_code == 200
        assert "The report now says: The first text" in text_of(answer)
        with pytest.raises(StaleSave):
            write_year_words(report=report, words={}, due_on=None, version=mark, by=None)

    def test_sent_or_published_twice_it_is_so_once(self, school):
        report = with_head(a_report(school))
        with pytest.raises(TransitionNotAllowed):
            send_to_head(report=report, by=None)
        publish_year_report(report=report, by=None)
        for step in (publish_year_report, count_year_report, send_to_head):
            with pytest.raises(TransitionNotAllowed):
                step(report=report, by=None)
        with pytest.raises(TransitionNotAllowed):
            send_back(report=report, words="x", by=None)
        assert Job.objects.filter(kind="year_report").count() == 1
        assert AuditEvent.objects.filter(action="publish_report").count() == 1

    def test_a_draft_is_not_published_past_the_head(self, school):
        with pytest.raises(TransitionNotAllowed):
            publish_year_report(report=a_report(school), by=None)

    def test_the_database_keeps_what_was_published(self, school):
        report = published(a_report(school))
        for change in (
            lambda: YearReport.objects.filter(pk=report.pk).update(state="draft"),
            lambda: YearReport.objects.filter(pk=report.pk).delete(),
        ):
            with (
                pytest.raises((IntegrityError, InternalError, ProgrammingError)),
                transaction.atomic(),
            ):
                change()

    def test_the_pdf_is_kept_once(self, school):
        report = published(a_report(school))
        assert keep_year_pdf(report=report, pdf=b"one") == keep_year_pdf(report=report, pdf=b"two")
        assert bytes(report.files.get().pdf) == b"one"


class TestWhoMay:
    @pytest.mark.parametrize("role", Role)
    def test_each_role(self, school, role):
        draft, out = a_report(school), published(a_report(school, 2025))
        client, may = client_of(member(school, role)), ROLES[role].permissions
        reads, looks = Permission.READ_REPORTS in may, Permission.READ_CARE in may
        assert client.get(LIST).status_code == (200 if looks else 403)
        assert client.get(at(draft)).status_code == (200 if looks else 403)
        assert client.get(at(draft, "word/")).status_code == (200 if looks else 403)
        assert client.get(read_at(out)).status_code == (200 if reads else 403)
        # Nobody finds a draft at the address of readers.
        assert client.get(read_at(draft)).status_code == (404 if reads else 403)
        edits = Permission.EDIT_CARE in may
        assert client.get(at(draft, "words/")).status_code == (200 if edits else 403)
        publishes = Permission.PUBLISH_REPORTS in may
        answer = client.get(at(draft, "publish/")).status_code
        assert answer == ((200 if looks else 404) if publishes else 403)

    def test_another_schools_report_is_not_there(self, school, teacher):
        elsewhere = published(a_report(SchoolFactory()))
        assert teacher.get(at(elsewhere)).status_code == 404
        governor = client_of(member(school, Role.GOVERNOR))
        assert governor.get(read_at(elsewhere)).status_code == 404
        assert governor.get(read_at(elsewhere, "pdf/")).status_code == 404

    def test_an_empty_school_is_told_what_to_do(self, teacher, head):
        assert "Begin the first below." in text_of(teacher.get(LIST))
        assert "The designated teacher begins it." in text_of(head.get(LIST))


class TestWord:
    def test_it_says_what_the_page_says(self, school, teacher):
        from docx import Document

        report = worded(a_report(school), policy="We read it.")
        file = Document(io.BytesIO(teacher.get(at(report, "word/")).content))
        said = "\n".join(each.text for each in file.paragraphs)
        assert "Draft, not published." in said
        assert "We read it." in said
        assert "The school has fewer than five children in care, or none." in said


class TestWhatIsDue:
    def due(self, school) -> list[Deadline]:
        rows = Deadline.objects.filter(school=school, provider="lac_report")
        return list(rows.order_by("due_on"))

    def test_by_the_end_of_the_summer_term(self, school, child):
        a_report(school)
        [row] = self.due(school)
        assert row.due_on == dt.date(2027, 7, 21)
        assert row.pupil_id is None
        assert not find_changes(school)

    def test_by_the_day_that_the_school_set(self, school, child):
        worded(a_report(school), due_on=dt.date(2027, 6, 1))
        assert [row.due_on for row in self.due(school)] == [dt.date(2027, 6, 1)]

    def test_once_it_is_published_the_next_is_due(self, school):
        published(a_report(school, 2025))
        [row] = self.due(school)
        assert row.due_on == dt.date(2027, 7, 21)
        published(a_report(school))
        assert self.due(school) == []

    def test_the_first_is_due_once_a_child_is_known_to_be_in_care(self, school):
        assert self.due(school) == []
        period = in_care(PupilFactory(school=school))
        [row] = self.due(school)
        assert (row.due_on, row.pupil_id) == (dt.date(2027, 7, 21), None)
        assert row.permission == Permission.READ_CARE
        assert not find_changes(school)
        remove_period(period=period, by=None)
        assert self.due(school) == []
        assert not find_changes(school)

    def test_a_child_who_was_in_care_before_counts_too(self, school):
        was_in_care(PupilFactory(school=school))
        assert [row.key for row in self.due(school)] == ["report:2026"]

    def test_one_that_was_withdrawn_is_due_again(self, school):
        withdraw_year_report(report=published(a_report(school, 2025)), why="A name", by=None)
        assert [row.key for row in self.due(school)] == ["report:2025", "report:2026"]


class TestWithdrawn:
    WHY = "The words told of a move that only one family had."

    @pytest.fixture
    def report(self, school):
        report = published(worded(a_report(school), policy="Every policy was read."))
        keep_year_pdf(report=report, pdf=b"%PDF-1.7")
        return report

    def test_the_head_withdraws_it_and_governors_see_only_that(self, school, report, head, teacher):
        governor = client_of(member(school, Role.GOVERNOR))
        assert "Withdraw it" in text_of(head.get(at(report)))
        assert head.post(at(report, "withdraw/"), {"why": self.WHY}).status_code == 302
        page = text_of(governor.get(read_at(report)))
        assert "This report was withdrawn" in page
        for words in ("Every policy was read.", self.WHY, "fewer than five"):
            assert words not in page
        for file in ("word/", "pdf/"):
            assert governor.get(read_at(report, file)).status_code == 404
        assert "withdrawn" in text_of(governor.get("/oakfield/reports/"))
        assert self.WHY in text_of(teacher.get(at(report)))
        assert "Every policy was read." in text_of(teacher.get(at(report)))
        event = AuditEvent.objects.get(action="withdraw_report")
        assert self.WHY not in str(event.detail)

    def test_it_is_written_again_from_its_words_and_published(self, school, report, teacher):
        withdraw_year_report(report=report, why=self.WHY, by=None)
        assert teacher.post(f"{LIST}start/", {"year": "2026"}).status_code == 302
        again = a_report(school)
        assert again.pk != report.pk
        assert again.words == {"policy": "Every policy was read."}
        published(again)
        states = YearReport.objects.filter(school=school).values_list("state", flat=True)
        assert sorted(states) == ["published", "withdrawn"]

    def test_only_once_and_only_what_is_out(self, school, report):
        withdraw_year_report(report=report, why=self.WHY, by=None)
        for each in (report, a_report(school, 2025)):
            with pytest.raises(TransitionNotAllowed):
                withdraw_year_report(report=each, why="x", by=None)

    def test_without_a_reason_it_stays(self, report, head):
        assert head.post(at(report, "withdraw/"), {"why": " "}).status_code == 200
        report.refresh_from_db()
        assert report.is_published

    def test_who_publishes_may_and_nobody_else(self, school, report, teacher):
        assert teacher.get(at(report, "withdraw/")).status_code == 403
        elsewhere = published(a_report(SchoolFactory()))
        assert (
            client_of(member(school, Role.HEAD)).get(at(elsewhere, "withdraw/")).status_code == 404
        )

    def test_it_is_never_taken_out_of_the_record(self, report):
        withdraw_year_report(report=report, why=self.WHY, by=None)
        with (
            pytest.raises((IntegrityError, InternalError, ProgrammingError)),
            transaction.atomic(),
        ):
            YearReport.objects.filter(pk=report.pk).delete()


def test_the_page_asks_no_more_for_thirty_children(school, teacher):
    def asked() -> int:
        return len(statements(teacher, at(report)))

    report = worded(a_report(school), plans="Every plan was read.")
    asked()
    few = asked()
    for child in PupilFactory.create_batch(30, school=school):
        was_in_care(child)
    many = asked()
    assert few == many <= 8 + OF_EVERY_REQUEST
