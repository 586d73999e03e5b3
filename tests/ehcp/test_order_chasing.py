"""A council that has not carried out an order: a reminder with its letter, polite then firm."""

import pytest

from aylsham.access.roles import Role
from aylsham.deadlines.services import find_changes
from aylsham.identifiers import uuid7
from aylsham.models import Deadline
from ehcp.appeal_codes import ORDER_MAKES, UNOPPOSED_MAKES
from ehcp.selectors.order_chasing import _SAID, LETTERS
from ehcp.services.assessments.appeals import open_appeal
from pupils.selectors.letters.library import templates
from pupils.services.letters.writing import ForChild, Recipient, begin_letters
from tests.ehcp.appeal_makers import followed, reviewed, told
from tests.ehcp.assessment_makers import asked, decided, no_plan
from tests.ehcp.makers import a_school, day, make_plan
from tests.factories import member
from tests.pages import client_of, statements
from tests.pupils.letters.makers import sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return a_school(slug="oakfield")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def appeal(school):
    """The council was to amend the plan by 12 October, five weeks after the order."""
    plan = make_plan("2024-11-18", school=school)
    row = followed(reviewed("maintain", "2026-05-04", plan=plan), "same")
    told(row, certificate_on="2026-06-01", lodged_on="2026-06-15")
    return told(row, order="amend", order_on="2026-09-07")


def reminder(row) -> Deadline | None:
    key = f"order:chase:{row.pk}"
    return Deadline.objects.filter(school=row.school, key=key).first()


def letter(row, code: str, by):
    begun = begin_letters(
        school=row.school,
        template=templates(row.school)[code],
        children=[ForChild(row.pupil, (Recipient("Norfolk"),))],
        by=by,
        batch=uuid7(),
    )
    return begun.letters[0]


def went(row, code: str, by, on: str) -> None:
    found = letter(row, code, by)
    type(found).objects.filter(pk=found.pk).update(body="When?", subject="The order")
    found.refresh_from_db()
    found.pupil.school = row.school
    sent(found, by, "hand", gone_on=day(on))


def test_every_answer_has_its_words():
    answers = {
        name for names in (*ORDER_MAKES.values(), *UNOPPOSED_MAKES.values()) for name in names
    }
    assert {name.removeprefix("unopposed_") for name in answers} == set(_SAID)


class TestTheReminder:
    def test_it_begins_the_day_after_the_last_one(self, appeal):
        found = reminder(appeal)
        assert (found.begins_on, found.due_on) == (day("2026-10-13"), day("2026-10-13"))
        assert found.title == "Ask the council politely: amend the plan (sections B and F)"
        assert found.action["args"] == [str(appeal.pupil_id), "order_late"]
        assert found.permission == "view_plans"

    def test_a_week_after_a_letter_the_firm_one_is_asked_for(self, appeal, by):
        went(appeal, "order_late", by, "2026-11-20")
        found = reminder(appeal)
        assert found.due_on == day("2026-11-27")
        assert found.action["args"][1] == "order_late_firm"
        assert find_changes(appeal.school).count == 0

    def test_a_letter_about_an_earlier_order_is_none_about_this_one(self, appeal, by):
        went(appeal, "order_late", by, "2026-11-01")
        told(appeal, order_on="2026-11-02")
        assert reminder(appeal).action["args"][1] == "order_late"

    @pytest.mark.parametrize(
        "facts", [{"obeyed_on": "2026-11-20"}, {"order": "none"}, {"order": "", "order_on": None}]
    )
    def test_it_ends_when_the_council_has_done_it_or_nothing_is_ordered(self, appeal, facts):
        told(appeal, **facts)
        assert reminder(appeal) is None

    def test_of_a_request_it_goes_from_one_thing_to_the_next(self):
        row = decided(asked("2026-01-05"), "2026-02-10", "refuse")
        appeal = open_appeal(assessment=row, about="refused", by=None)
        told(appeal, certificate_on="2026-03-01", lodged_on="2026-03-10")
        told(appeal, order="assess", order_on="2026-07-06")
        assert "tell the parent that you will assess" in reminder(appeal).title
        told(appeal, obeyed_on="2026-07-20")
        assert "if there is to be no plan" in reminder(appeal).title
        no_plan(row, "2026-09-14")
        assert reminder(appeal) is None


class TestTheLetters:
    @pytest.mark.parametrize("code", LETTERS)
    def test_each_names_the_order_what_it_asks_and_by_when(self, appeal, by, code):
        found = letter(appeal, code, by)
        for words in (
            "the Tribunal’s order of 7 September 2026",
            "amend the plan (sections B and F)",
            "12 October 2026",
            "regulations 44 and 45",
        ):
            assert words in found.body
        assert "{" not in found.subject

    def test_the_firm_one_says_what_the_family_may_do_and_the_polite_one_does_not(self, appeal, by):
        polite, firm = (letter(appeal, code, by).body for code in LETTERS)
        assert "Ombudsman" in firm and "High Court" in firm
        assert "Ombudsman" not in polite

    def test_of_an_appeal_that_was_not_opposed_the_councils_own_word_is_named(self, school, by):
        plan = make_plan("2024-11-18", school=school)
        row = followed(reviewed("maintain", "2026-05-04", plan=plan), "same")
        told(row, certificate_on="2026-06-01", lodged_on="2026-06-15", unopposed_on="2026-09-07")
        body = letter(row, "order_late", by).body
        assert "your notice of 7 September 2026 that you do not oppose the appeal" in body

    def test_without_an_order_it_is_left_to_the_writer(self, school, by):
        row = followed(reviewed("maintain", plan=make_plan("2024-11-18", school=school)), "same")
        assert "{order says}" in letter(row, "order_late", by).body


class TestThePage:
    def page(self, appeal, reader) -> str:
        return client_of(reader).get(f"/oakfield/plans/{appeal.plan_id}/").content.decode()

    def test_whoever_may_write_letters_drafts_one(self, appeal, by):
        page = self.page(appeal, by)
        url = f"/oakfield/children/{appeal.pupil_id}/letters/write/order_late/"
        assert f'href="{url}"' in page
        assert client_of(by).get(url).status_code == 200
        went(appeal, "order_late", by, "2026-11-20")
        assert "Ask again: draft a firmer letter" in self.page(appeal, by)

    def test_nothing_before_the_day_is_over_and_nothing_for_who_writes_no_letters(self, appeal):
        assert "draft a letter" not in self.page(
            appeal, member(appeal.school, Role.SEND_ADMINISTRATOR)
        )
        told(appeal, order_on="2026-10-20")  # due on 24 November
        assert "draft a letter" not in self.page(appeal, member(appeal.school))

    def test_as_many_statements_as_without(self, appeal, by):
        client, url = client_of(by), f"/oakfield/plans/{appeal.plan_id}/"
        late = statements(client, url)
        told(appeal, obeyed_on="2026-11-20")
        assert len(statements(client, url)) == len(late)
