"""The SEN information report: drafted, worded, sent, published, replaced, withdrawn, read."""

import io

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed
from aylsham.models import AuditEvent, Deadline, Job
from reports.models import DutyRecord, Publication
from reports.publications.headings import SEN_INFORMATION
from reports.selectors.publications import (
    empty_headings,
    mark_of_words,
    names_in_words,
    paper_of,
    published_before,
)
from reports.services.publications import (
    ask_for_pdf,
    keep_pdf,
    read_record_again,
    send_back,
    send_to_head,
    withdraw,
    write_words,
)
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.publication_makers import a_draft, published, with_head, worded
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIST = "/oakfield/sen-information-report/"
NASTY = "<script>alert(1)</script> & {{ x }}"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def sendco(school):
    return client_of(member(school, Role.SENDCO))


@pytest.fixture
def head(school):
    return client_of(member(school, Role.HEAD))


@pytest.fixture
def governor(school):
    return client_of(member(school, Role.GOVERNOR))


def at(publication: Publication, step: str = "") -> str:
    return f"{LIST}{publication.pk}/{step}"


class TestDrafting:
    def test_the_draft_that_is_there_is_opened(self, school):
        assert a_draft(school).pk == a_draft(school).pk
        assert Publication.objects.count() == 1

    def test_one_open_draft_whatever_happens(self, school):
        draft = a_draft(school)
        with pytest.raises(IntegrityError), transaction.atomic():
            Publication.objects.create(school=school, kind=draft.kind, read_on=TODAY)

    def test_the_next_begins_with_the_words_of_the_last(self, school):
        published(worded(a_draft(school), offer="Where it stands."))
        assert a_draft(school).words["offer"] == "Where it stands."

    def test_after_one_that_was_withdrawn_its_words_are_not_lost(self, school):
        withdraw(publication=published(worded(a_draft(school), offer="Ours.")), why="Old", by=None)
        assert a_draft(school).words["offer"] == "Ours."

    def test_words_without_letters_are_left_out(self, school):
        draft = worded(a_draft(school), offer="   ")
        assert [each.key for each in empty_headings(draft)] == ["offer"]

    def test_a_heading_that_is_none_is_refused(self, school):
        draft = a_draft(school)
        with pytest.raises(TransitionNotAllowed):
            write_words(publication=draft, words={"x": "y"}, version=mark_of_words(draft), by=None)

    def test_the_second_editor_is_told(self, school, sendco):
        draft = a_draft(school)
        form = {"version": mark_of_words(draft), "offer": "Mine", "kinds": "All"}
        worded(draft, offer="Theirs")
        page = text_of(sendco.post(at(draft, "words/"), form))
        assert "The report now says: Theirs" in page
        assert Publication.objects.get().words["offer"] == "Theirs"
        with pytest.raises(StaleSave):
            write_words(publication=draft, words={}, version=form["version"], by=None)

    def test_read_again_the_words_stay(self, school):
        draft = worded(a_draft(school), offer="Ours.")
        assert read_record_again(publication=draft, by=None).words["offer"] == "Ours."


class TestCheck:
    def test_an_empty_heading_keeps_it_from_the_head(self, school, sendco):
        draft = a_draft(school)
        with pytest.raises(TransitionNotAllowed, match="headings say nothing yet"):
            send_to_head(publication=draft, by=None)
        page = text_of(sendco.get(at(draft)))
        assert f"of {len(SEN_INFORMATION)} headings say nothing yet" in page
        assert "Send it to the head" not in page

    def test_with_all_filled_it_says_so(self, school, sendco):
        page = text_of(sendco.get(at(worded(a_draft(school)))))
        assert f"All {len(SEN_INFORMATION)} headings of the law are filled." in page

    def test_a_fact_alone_fills_a_heading(self, school):
        draft = a_draft(school)
        draft.content["offer"] = ["Here."]
        assert "offer" not in [each.key for each in empty_headings(draft)]

    def test_names_of_children_in_the_words_are_shown_before_it_goes_out(self, school, head):
        PupilFactory(school=school, first_name="Thandiwe", last_name="Okonkwo")
        draft = worded(a_draft(school), joining="Ask thandiwe’s mother.")
        assert names_in_words(draft) == ("thandiwe",)
        assert "thandiwe" in text_of(head.get(at(with_head(draft), "publish/")))

    def test_of_another_school_no_name_is_looked_for(self, school):
        PupilFactory(school=SchoolFactory(), first_name="Thandiwe", last_name="Okonkwo")
        assert names_in_words(worded(a_draft(school), joining="Thandiwe helps.")) == ()

    def test_what_the_record_says_anew_is_marked(self, school):
        first = a_draft(school)
        first.content = {"moving": ["Before."], "effect": ["Same."]}
        first.save()
        before = Publication.objects.get(pk=first.pk)
        now = Publication(
            school=school,
            kind=before.kind,
            content={"moving": ["Now."], "effect": ["Same."]},
            read_on=TODAY,
        )
        parts = {part.heading.key: part for part in paper_of(now, before).parts}
        assert parts["moving"].fresh == ("Now.",) and parts["moving"].gone == ("Before.",)
        assert not parts["effect"].is_changed


class TestPublishing:
    def test_it_goes_to_the_head_back_and_out(self, school):
        draft = with_head(worded(a_draft(school)))
        back = send_back(publication=draft, words="Shorter.", by=None)
        assert back.is_draft and back.sent_back_words == "Shorter."
        assert published(back).is_published

    def test_the_one_before_is_replaced_and_stays_readable(self, school, governor):
        first = published(worded(a_draft(school)))
        second = published(worded(a_draft(school)))
        first.refresh_from_db()
        assert (first.state, second.state) == ("replaced", "published")
        assert published_before(second) == first
        assert governor.get(at(first)).status_code == 200

    def test_the_duty_is_done_and_due_again_within_a_year(self, school):
        published(worded(a_draft(school)), web_address="https://oakfield.example/send")
        record = DutyRecord.objects.get(duty="sen-information-report")
        assert (record.done_on, record.web_address) == (TODAY, "https://oakfield.example/send")
        due = Deadline.objects.get(school=school, key__startswith="sen-information-report")
        assert due.due_on.year == TODAY.year + 1

    def test_published_twice_on_a_day_the_duty_is_recorded_once(self, school):
        published(worded(a_draft(school)))
        published(worded(a_draft(school)))
        assert DutyRecord.objects.filter(duty="sen-information-report").count() == 1

    def test_a_double_press_publishes_once(self, school, head):
        draft = with_head(worded(a_draft(school)))
        assert head.post(at(draft, "publish/"), {"web_address": ""}).status_code == 302
        page = text_of(head.post(at(draft, "publish/"), {"web_address": ""}))
        assert "It is not with the head" in page
        assert Job.objects.filter(kind="publication").count() == 1

    def test_what_was_published_never_changes(self, school):
        found = published(worded(a_draft(school)))
        with pytest.raises(ProgrammingError), transaction.atomic():
            Publication.objects.filter(pk=found.pk).update(words={"offer": "Other"})
        with pytest.raises(ProgrammingError), transaction.atomic():
            Publication.objects.filter(pk=found.pk).delete()

    def test_withdrawn_it_says_why(self, school, governor):
        found = withdraw(publication=published(worded(a_draft(school))), why="A slip", by=None)
        assert "A slip" in text_of(governor.get(at(found)))
        with pytest.raises(TransitionNotAllowed):
            withdraw(publication=found, why="Again", by=None)

    def test_the_pdf_is_kept_once(self, school):
        found = published(worded(a_draft(school)))
        first = keep_pdf(publication=found, pdf=b"one")
        assert keep_pdf(publication=found, pdf=b"two").pk == first.pk
        assert ask_for_pdf(publication=found, by=None).job_id == found.job_id

    def test_everything_is_written_down(self, school):
        published(worded(a_draft(school)))
        actions = set(AuditEvent.objects.values_list("action", flat=True))
        assert {"prepare_report", "publish_report"} <= actions


class TestReading:
    def test_governors_see_what_is_out_and_no_draft(self, school, governor):
        out = published(worded(a_draft(school)))
        draft = a_draft(school)
        page = text_of(governor.get(LIST))
        assert "Being written" not in page and "Published" in page
        assert governor.get(at(out)).status_code == 200
        for step in ("", "word/", "html/"):
            assert governor.get(at(draft, step)).status_code == 404

    @pytest.mark.parametrize("step", ["words/", "publish/", "back/", "withdraw/"])
    def test_governors_change_nothing(self, school, governor, step):
        assert governor.get(at(published(worded(a_draft(school))), step)).status_code in (403, 404)

    def test_the_sendco_does_not_publish(self, school, sendco):
        draft = with_head(worded(a_draft(school)))
        assert sendco.post(at(draft, "publish/"), {}).status_code in (403, 404)

    def test_another_schools_report_is_not_found(self, school, sendco):
        other = published(worded(a_draft(SchoolFactory(federation=school.federation))))
        for step in ("", "word/", "html/", "pdf/", "words/"):
            assert sendco.get(at(other, step)).status_code == 404

    def test_the_web_page_holds_every_heading_and_no_markup_of_ours(self, school, sendco):
        found = published(worded(a_draft(school), offer=NASTY))
        page = sendco.get(at(found, "html/")).content.decode()
        assert all(heading.title.split("’")[0] in page for heading in SEN_INFORMATION)
        assert "<script>" not in page and "{{ x }}" in page
        assert page.count("<h1>") == 1 and 'lang="en-GB"' in page

    def test_the_word_file_says_the_same(self, school, sendco):
        from docx import Document

        found = published(worded(a_draft(school), offer="Where it stands."))
        document = Document(io.BytesIO(sendco.get(at(found, "word/")).content))
        text = [paragraph.text for paragraph in document.paragraphs]
        assert "Where it stands." in text
        assert all(heading.title in text for heading in SEN_INFORMATION)

    def test_its_page_asks_few_statements(self, school, sendco):
        found = published(worded(a_draft(school)))
        sendco.get(at(found))
        assert len(statements(sendco, at(found))) - OF_EVERY_REQUEST <= 8


def test_started_by_a_press_it_is_one(school, sendco):
    assert "Write the next one" in text_of(sendco.get(LIST))
    for _ in range(2):
        assert sendco.post(f"{LIST}start/").status_code == 302
    assert Publication.objects.count() == 1
    assert "Go on with the draft" in text_of(sendco.get(LIST))
    assert a_draft(school).is_draft
