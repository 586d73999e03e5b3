"""Councils' forms: filled from the record, corrected once for all, too long for a box, taken out."""

import io

import docx
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from ehcp.models import FormAnswer
from ehcp.services.form_answers import ANSWER_FIELDS, give_back_answer, write_answer
from pupils.selectors.identity import find_child
from reports.council_forms.mapping import FORMAT, Answer, BadMap, fill, forms, read_map
from reports.council_forms.questions import QUESTIONS
from reports.selectors.council_forms import answers_of
from tests.ehcp.assessment_makers import asked
from tests.factories import PupilFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.test_search import access_of
from tests.reports.bundles.makers import a_child, a_voice, full_record, paper, sendco

COUNTY = "example-county"


class TestMaps:
    def test_two_are_shipped_and_each_asks_for_nothing_that_nobody_answers(self):
        assert len(forms()) >= 2
        for form in forms().values():
            assert form.fields
            assert all(key in QUESTIONS for field in form.fields for key in field.answers)

    def test_every_question_stands_in_some_form(self):
        used = {key for form in forms().values() for f in form.fields for key in f.answers}
        assert used == set(QUESTIONS)

    @pytest.mark.parametrize(
        "field",
        [
            {"label": "A", "answers": ["favourite_colour"]},
            {"label": "A", "answers": []},
            {"label": "A", "answers": ["needs"], "most": -1},
            {"label": "A", "answers": ["needs"], "most": "long"},
        ],
    )
    def test_a_bad_map_says_what_is_wrong(self, field):
        said = {"format": FORMAT, "council": "C", "title": "T", "version": "1"}
        with pytest.raises(BadMap, match="bad-one"):
            read_map(said | {"parts": [{"title": "P", "fields": [field]}]}, "bad-one")

    def test_another_format_is_refused(self):
        with pytest.raises(BadMap, match="format"):
            read_map({"format": "other-2", "parts": []}, "other")

    @given(st.text(max_size=60), st.integers(1, 50))
    def test_what_is_over_is_counted_to_the_letter(self, words, most):
        field = {"label": "A", "answers": ["needs"], "most": most}
        said = {"format": FORMAT, "council": "C", "title": "T", "version": "1"}
        form = read_map(said | {"parts": [{"title": "P", "fields": [field]}]}, "one")
        filled = fill(form, [Answer("needs", words)]).fields[0]
        assert filled.over == max(0, len(words) - most)


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestAnswers:
    @pytest.fixture
    def child(self):
        return a_child()

    @pytest.fixture
    def by(self, child):
        return sendco(child)

    def answers(self, child, by):
        access = access_of(by, child.school)
        return answers_of(access, find_child(access, child.pk))

    def write(self, child, by, text, *, own=None, question="needs", record="", assessment=None):
        return write_answer(
            pupil=child, assessment=assessment, question=question, text=text, record_text=record,
            version=version_of(own, ANSWER_FIELDS), by=by,
        )  # fmt: skip

    def test_the_record_fills_most_of_a_form_each_with_its_source(self, child, by):
        full_record(child, by)
        filled = fill(forms()[COUNTY], self.answers(child, by).values())
        assert filled.from_record == 9
        for field in filled.fields:
            assert all(a.source for a in field.answers if a.text)

    def test_what_is_sensitive_is_not_filled_in_by_itself(self, child, by):
        full_record(child, by)
        a_voice(child, by, "Dad shouts at night.", sensitivity=2)
        words = " ".join(a.text for a in self.answers(child, by).values())
        assert "Dad shouts" not in words
        assert "Language disorder" not in words

    def test_an_empty_record_leaves_the_boxes_empty_and_says_so(self, by):
        child = PupilFactory(school=by.memberships.get().school)
        filled = fill(forms()[COUNTY], self.answers(child, by).values())
        assert any(field.is_empty for field in filled.fields)

    def test_own_words_stand_in_every_form(self, child, by):
        self.write(child, by, "He needs one step at a time.")
        for form in forms().values():
            filled = fill(form, self.answers(child, by).values())
            said = [f.text for f in filled.fields if "needs" in f.field.answers]
            assert "He needs one step at a time." in said[0]

    def test_a_changed_record_is_told_beside_own_words(self, child, by):
        record = self.answers(child, by)["needs"].text
        self.write(child, by, "Own words.", record=record)
        assert not self.answers(child, by)["needs"].is_behind
        child.needs.update(in_words="Quite another thing.")
        assert self.answers(child, by)["needs"].is_behind

    def test_a_second_editor_sees_both_texts(self, child, by):
        own = self.write(child, by, "First.")
        self.write(child, by, "Second.", own=own)
        with pytest.raises(StaleSave):
            self.write(child, by, "Third.", own=own)

    def test_giving_back_lets_the_record_speak(self, child, by):
        record = self.answers(child, by)["needs"].text
        own = self.write(child, by, "Own words.")
        give_back_answer(
            pupil=child, assessment=None, question="needs",
            version=version_of(own, ANSWER_FIELDS), by=by,
        )  # fmt: skip
        assert self.answers(child, by)["needs"].text == record
        assert not FormAnswer.objects.exists()
        steps = [e.detail["step"] for e in AuditEvent.objects.filter(action="answer_council_form")]
        assert steps == ["given back", "written"]  # the newest first

    def test_words_of_before_the_request_hold_until_the_request_has_its_own(self, child, by):
        before = self.write(child, by, "Before.")
        request = asked(pupil=child)
        assert self.answers(child, by)["needs"].text == "Before."
        self.write(child, by, "For the request.", own=before, assessment=request)
        assert self.answers(child, by)["needs"].text == "For the request."

    def test_an_empty_answer_is_refused(self, child, by):
        with pytest.raises(TransitionNotAllowed):
            self.write(child, by, "   ")


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestPages:
    @pytest.fixture
    def child(self):
        return a_child()

    @pytest.fixture
    def by(self, child):
        return sendco(child)

    def address(self, child, rest=""):
        return f"/oakfield/children/{child.pk}/council-forms/{rest}"

    def test_an_answer_is_written_on_its_page_and_stands_in_the_form(self, child, by):
        client = client_of(by)
        answer = client.post(
            self.address(child, f"answers/attendance/?form={COUNTY}"),
            {"text": "91 % until today.", "version": "new"},
        )
        assert answer.headers["Location"] == self.address(child, f"{COUNTY}/")
        assert "91 % until today." in text_of(client.get(self.address(child, f"{COUNTY}/")))

    def test_what_is_too_long_is_said_on_the_page(self, child, by):
        child.needs.update(impact="Long. " * 400)
        words = text_of(client_of(by).get(self.address(child, "example-city/")))
        assert "Too long" in words

    def test_the_word_file_has_the_boxes_as_headings_with_their_answers(self, child, by):
        answer = client_of(by).get(self.address(child, f"{COUNTY}/file/?as=docx"))
        paper = docx.Document(io.BytesIO(answer.content))
        said = [p.text for p in paper.paragraphs]
        at = said.index("Full name")
        assert paper.paragraphs[at].style.name == "Heading 3"
        assert said[at + 1] == "Leo Pike"
        event = AuditEvent.objects.get(action="take_council_form")
        assert event.detail == {"form": COUNTY, "format": "docx"}

    def test_the_pdf_is_tagged_and_names_no_child_in_its_file_name(self, child, by):
        answer = client_of(by).get(self.address(child, f"{COUNTY}/file/?as=pdf"))
        assert "/StructTreeRoot" in pypdf.PdfReader(io.BytesIO(answer.content)).trailer["/Root"]
        assert "Pike" not in answer.headers["Content-Disposition"]

    def test_nasty_words_stay_words(self, child, by):
        client = client_of(by)
        words = "<script>alert(1)</script> & {{ x }}"
        client.post(self.address(child, "answers/needs/"), {"text": words, "version": "new"})
        page = client.get(self.address(child, f"{COUNTY}/")).content.decode()
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;alert(1)" in page

    @pytest.mark.parametrize("role", [Role.CLASS_TEACHER, Role.OFFICE, Role.FEDERATION_SEND_LEAD])
    def test_a_role_without_the_permission_is_refused(self, child, role):
        assert client_of(member(child.school, role)).get(self.address(child)).status_code == 403

    @pytest.mark.parametrize("rest", ["no-such-form/", "answers/no-such/", f"{COUNTY}/file/?as=x"])
    def test_what_is_not_there_is_not_found(self, child, by, rest):
        assert client_of(by).get(self.address(child, rest)).status_code == 404


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_a_form_takes_twelve_statements_however_much_is_on_the_record():
    child = a_child()
    by = sendco(child)
    full_record(child, by)
    client = client_of(by)
    url = f"/oakfield/children/{child.pk}/council-forms/{COUNTY}/"
    few = len(statements(client, url))
    for number in range(5):
        paper(child, f"Report {number}", f"Text {number}")
        a_voice(child, by, f"Words {number}")
    many = len(statements(client, url))
    assert many == few
    assert few <= OF_EVERY_REQUEST + 12
