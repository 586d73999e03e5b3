"""The accessibility plan: its actions by strand, the looks at them, what is due, the document."""

import datetime as dt
import io

import pytest
from django.db import transaction
from django.db.utils import IntegrityError
from django.template.loader import render_to_string

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes
from aylsham.models import Deadline
from reports.access_codes import ActionState, Strand
from reports.codes import Duty
from reports.models import AccessAction, AccessReview, DutyRecord
from reports.publications.kinds import KINDS
from reports.selectors.publications import empty_headings, names_in_words, paper_of
from reports.services.access_plan import (
    ACTION_FIELDS,
    REVIEW_FIELDS,
    change_access_review,
    change_action,
    finish_action,
    give_up_action,
    record_access_review,
    take_up_action,
)
from reports.services.publications import publish, read_record_again, send_to_head
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.access_makers import VALUES, an_action, one_in_each_strand
from tests.reports.publication_makers import a_draft, published, with_head, worded
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PLAN = KINDS[Duty.ACCESSIBILITY_PLAN]
LIST = "/oakfield/accessibility-plan/"
ACTIONS = f"{LIST}actions/"
DAY = dt.timedelta(days=1)
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


def at(action: AccessAction, step: str = "") -> str:
    return f"{ACTIONS}{action.pk}/{step}"


def form(action: AccessAction | None = None, **values) -> dict[str, str]:
    version = version_of(action, ACTION_FIELDS)
    return {**VALUES, "state": "new", "due_on": "", "cost": "", "version": version, **values}


def due(school) -> dict[str, Deadline]:
    return {row.key: row for row in Deadline.objects.filter(school=school, kind="access")}


class TestActions:
    def test_it_is_added_with_a_cost_in_pence(self, school, sendco):
        answer = sendco.post(f"{ACTIONS}add/", form(cost="1250.50", due_on="1 Mar 2027"))
        assert answer.status_code == 302
        action = AccessAction.objects.get()
        assert (action.cost_pence, action.due_on) == (125050, dt.date(2027, 3, 1))
        assert "£1,250.50" in text_of(sendco.get(ACTIONS))

    def test_a_double_press_adds_it_once(self, school, sendco):
        for _ in range(2):
            page = sendco.post(f"{ACTIONS}add/", form())
        assert AccessAction.objects.count() == 1
        assert "in the plan already" in text_of(page)

    def test_nothing_costs_nothing_and_that_is_not_unknown(self, school, sendco):
        sendco.post(f"{ACTIONS}add/", form(cost="0"))
        assert AccessAction.objects.get().cost_pence == 0

    def test_its_strand_is_chosen_where_it_was_pressed(self, sendco):
        page = sendco.get(f"{ACTIONS}add/?strand=information").content.decode()
        assert page.count("checked") == 2  # the strand and "not begun"
        assert sendco.get(f"{ACTIONS}add/?strand=nonsense").status_code == 200

    def test_the_second_editor_sees_both(self, school, sendco):
        action = an_action(school, cost_pence=100)
        mine = form(action, what="Mine", cost="1.00")
        change_action(
            action=action,
            version=mine["version"],
            by=None,
            what="Theirs",
            cost_pence=250,
        )
        page = text_of(sendco.post(at(action), mine))
        assert "The record now says: Theirs" in page
        assert "The record now says: £2.50" in page
        with pytest.raises(StaleSave):
            change_action(action=action, version=mine["version"], by=None, what="Mine")

    def test_it_is_not_done_tomorrow(self, school, sendco):
        action = an_action(school)
        assert finish_action(action=action, done_on=TODAY, by=None).state == ActionState.DONE
        with pytest.raises(TransitionNotAllowed):
            finish_action(action=action, done_on=TODAY, by=None)
        other = an_action(school, what="Other")
        with pytest.raises(TransitionNotAllowed, match="has not come yet"):
            finish_action(action=other, done_on=TODAY + DAY, by=None)

    def test_an_edit_cannot_finish_it(self, school, sendco):
        action = an_action(school)
        assert sendco.post(at(action), form(action, state="done")).status_code == 200
        with pytest.raises(TransitionNotAllowed, match="on which day"):
            change_action(
                action=action, version=version_of(action, ACTION_FIELDS), by=None, state="done"
            )

    def test_given_up_needs_a_reason_and_can_be_taken_up_again(self, school, sendco):
        action = an_action(school)
        with pytest.raises(TransitionNotAllowed, match="Say why"):
            give_up_action(action=action, why=" ", by=None)
        sendco.post(at(action, "give-up/"), {"why": "No money"})
        assert "No money" in text_of(sendco.get(ACTIONS))
        assert take_up_action(action=action, by=None).given_up_why == ""
        with pytest.raises(TransitionNotAllowed):
            take_up_action(action=action, by=None)

    def test_the_database_keeps_day_and_reason(self, school):
        action = an_action(school)
        for state in ("done", "given_up"):
            with pytest.raises(IntegrityError), transaction.atomic():
                AccessAction.objects.filter(pk=action.pk).update(state=state)

    def test_names_of_children_are_pointed_out_to_the_writer(self, school, sendco):
        PupilFactory(school=school, first_name="Thandiwe", last_name="Okonkwo")
        an_action(school, barrier="Thandiwe cannot reach the library")
        assert "Look whether each means an adult" in text_of(sendco.get(ACTIONS))

    @pytest.mark.parametrize("step", ["", "done/", "give-up/"])
    def test_governors_read_what_is_published_alone(self, school, governor, step):
        action = an_action(school)
        assert governor.get(ACTIONS).status_code == 403
        assert ACTIONS not in governor.get(LIST).content.decode()
        assert governor.get(at(action, step)).status_code == 403
        assert governor.post(at(action, "take-up/")).status_code == 403

    def test_another_schools_action_is_not_found(self, school, sendco):
        other = an_action(SchoolFactory(federation=school.federation))
        for step in ("", "done/", "give-up/"):
            assert sendco.get(at(other, step)).status_code == 404
        assert other.what not in text_of(sendco.get(ACTIONS))

    def test_the_page_asks_as_few_statements_for_many(self, school, sendco):
        an_action(school)
        sendco.get(ACTIONS)
        few = len(statements(sendco, ACTIONS))
        for number in range(8):
            an_action(school, what=f"Action {number}")
        assert len(statements(sendco, ACTIONS)) == few
        assert few - OF_EVERY_REQUEST <= 4


class TestDue:
    def test_an_action_with_a_day_is_due_until_it_is_done(self, school):
        action = an_action(school, due_on=TODAY + DAY)
        an_action(school, what="Without a day")
        (row,) = due(school).values()
        assert (row.due_on, row.title) == (TODAY + DAY, f"Site manager: {action.what}")
        finish_action(action=action, done_on=TODAY, by=None)
        assert due(school) == {}

    def test_the_look_is_due_a_year_after_the_plan_began_or_the_last_look(self, school):
        out(school, starts_on=TODAY)
        assert due(school)["review"].due_on == TODAY.replace(year=TODAY.year + 1) - DAY
        record_access_review(school=school, held_on=TODAY, words="All is well.", by=None)
        assert due(school)["review"].due_on == TODAY.replace(year=TODAY.year + 1) - DAY
        assert not find_changes(school)

    def test_in_its_last_year_the_next_plan_is_due_and_no_look(self, school):
        out(school, starts_on=TODAY.replace(year=TODAY.year - 2))
        record_access_review(school=school, held_on=TODAY, words="All is well.", by=None)
        assert "review" not in due(school)

    def test_a_look_is_recorded_once_a_day_and_not_ahead(self, school, sendco):
        words = {"held_on": TODAY.isoformat(), "words": "We asked parents."}
        for _ in range(2):
            page = sendco.post(f"{ACTIONS}look/", words)
        assert "recorded already" in text_of(page)
        assert AccessReview.objects.count() == 1
        with pytest.raises(TransitionNotAllowed):
            record_access_review(school=school, held_on=TODAY + DAY, words="x", by=None)

    def test_a_look_is_corrected_and_its_clock_follows(self, school, sendco):
        out(school, starts_on=TODAY - 100 * DAY)
        look = record_access_review(school=school, held_on=TODAY, words="Wrong day", by=None)
        start = version_of(look, REVIEW_FIELDS)
        right = {"held_on": (TODAY - 30 * DAY).isoformat(), "words": "Right day", "version": start}
        page = sendco.post(f"{ACTIONS}look/{look.pk}/", right, follow=True)
        assert "Right day" in text_of(page)
        assert "Wrong day" not in text_of(page)
        assert due(school)["review"].due_on < TODAY.replace(year=TODAY.year + 1) - 30 * DAY
        assert "changed" in text_of(sendco.post(f"{ACTIONS}look/{look.pk}/", right))

    def test_the_second_editor_of_a_look_and_the_day_of_another_are_refused(self, school):
        look, other = (
            record_access_review(school=school, held_on=day, words="x", by=None)
            for day in (TODAY, TODAY - DAY)
        )
        values = {"version": version_of(look, REVIEW_FIELDS), "by": None, "words": "y"}
        with pytest.raises(TransitionNotAllowed, match="recorded already"):
            change_access_review(review=look, held_on=other.held_on, **values)
        with pytest.raises(TransitionNotAllowed, match="not come"):
            change_access_review(review=look, held_on=TODAY + DAY, **values)
        change_access_review(review=look, held_on=TODAY, **values)
        with pytest.raises(StaleSave):
            change_access_review(review=look, held_on=TODAY, **values)

    def test_a_look_of_another_school_is_not_found(self, school, sendco):
        theirs = record_access_review(
            school=SchoolFactory(), held_on=TODAY, words="theirs", by=None
        )
        assert sendco.get(f"{ACTIONS}look/{theirs.pk}/").status_code == 404


def out(school, starts_on=TODAY):
    """A published plan."""
    one_in_each_strand(school)
    return published(worded(a_draft(school, kind=PLAN)), starts_on=starts_on)


class TestDocument:
    @pytest.mark.parametrize("lacking", list(Strand))
    def test_without_an_action_in_a_strand_it_stays_with_its_writer(self, school, lacking):
        for action in one_in_each_strand(school):
            if action.strand == lacking:
                give_up_action(action=action, why="No money", by=None)
        draft = worded(a_draft(school, kind=PLAN))
        assert [each.key for each in empty_headings(draft)] == [lacking]
        with pytest.raises(TransitionNotAllowed, match="say nothing yet"):
            send_to_head(publication=draft, by=None)

    def test_headings_that_may_stay_empty_are_not_shown(self, school):
        one_in_each_strand(school)
        draft = worded(a_draft(school, kind=PLAN), beside="", copies="")
        assert empty_headings(draft) == []
        shown = [part.heading.key for part in paper_of(draft).shown]
        assert "beside" not in shown and "aims" in shown

    def test_publishing_asks_for_the_first_day_and_starts_the_clock(self, school, head):
        one_in_each_strand(school)
        draft = with_head(worded(a_draft(school, kind=PLAN)))
        url = f"{LIST}{draft.pk}/publish/"
        assert head.post(url, {"web_address": "", "starts_on": ""}).status_code == 200
        with pytest.raises(TransitionNotAllowed, match="on which day it starts"):
            publish(publication=draft, web_address="", by=None)
        assert head.post(url, {"web_address": "", "starts_on": "1 Sep 2026"}).status_code == 302
        record = DutyRecord.objects.get(duty=Duty.ACCESSIBILITY_PLAN)
        assert (record.about_on, record.done_on) == (dt.date(2026, 9, 1), TODAY)
        row = Deadline.objects.get(school=school, key=Duty.ACCESSIBILITY_PLAN)
        assert row.due_on == dt.date(2029, 8, 31)

    def test_a_report_has_no_first_day(self, school):
        draft = with_head(worded(a_draft(school)))
        with pytest.raises(TransitionNotAllowed, match="no first day"):
            publish(publication=draft, web_address="", starts_on=TODAY, by=None)

    def test_a_newer_text_of_the_same_plan_keeps_its_day(self, school, head):
        out(school, starts_on=dt.date(2026, 9, 1))
        draft = with_head(worded(a_draft(school, kind=PLAN)))
        assert 'value="1 Sep 2026"' in head.get(f"{LIST}{draft.pk}/publish/").content.decode()

    def test_what_was_done_before_the_plan_or_given_up_is_not_told(self, school):
        first, second, third = one_in_each_strand(school)
        finish_action(action=first, done_on=TODAY - DAY, by=None)
        give_up_action(action=second, why="Private", by=None)
        school_starts(school, TODAY)
        content = a_draft(school, kind=PLAN).content
        assert set(content) == {third.strand}

    def test_the_draft_is_read_again_and_says_that_a_table_is_new(self, school, sendco):
        out(school)
        draft = a_draft(school, kind=PLAN)
        an_action(school, what="A quiet room")
        read_record_again(publication=draft, by=None)
        page = text_of(sendco.get(f"{LIST}{draft.pk}/"))
        assert "A quiet room" in page and "(not as last time)" in page

    def test_names_in_actions_are_shown_before_it_goes_out(self, school):
        PupilFactory(school=school, first_name="Thandiwe", last_name="Okonkwo")
        an_action(school, barrier="Thandiwe cannot reach the library")
        assert names_in_words(a_draft(school, kind=PLAN)) == ("Thandiwe",)

    def test_kinds_do_not_meet(self, school, sendco):
        report, plan = a_draft(school), a_draft(school, kind=PLAN)
        assert report.pk != plan.pk
        assert sendco.get(f"{LIST}{report.pk}/").status_code == 404
        assert sendco.get(f"/oakfield/sen-information-report/{plan.pk}/").status_code == 404
        assert str(plan.pk) not in sendco.get("/oakfield/sen-information-report/").content.decode()
        assert sendco.get("/oakfield/census/").status_code == 404

    def test_page_web_page_and_word_show_the_table(self, school, sendco):
        from docx import Document

        an_action(school, what=NASTY)
        found = out(school)
        for step in ("", "html/"):
            page = sendco.get(f"{LIST}{found.pk}/{step}").content.decode()
            assert "<script>alert" not in page and "&lt;script&gt;alert" in page
            assert '<th scope="col">What we do</th>' in page
        data = sendco.get(f"{LIST}{found.pk}/word/").content
        tables = Document(io.BytesIO(data)).tables
        assert len(tables) == 3
        assert tables[1].rows[0].cells[0].text == "What we do"
        assert NASTY in [row.cells[0].text for row in tables[1].rows]


def test_its_pdf_has_tables_with_header_cells(school):
    import pikepdf

    from aylsham.documents.rendering import write_pdf

    html = render_to_string("reports/print/publication.html", {"paper": paper_of(out(school))})
    with pikepdf.open(io.BytesIO(write_pdf(html))) as pdf:
        kinds = {str(each.get("/S")) for each in pdf.objects if hasattr(each, "get")}
    assert {"/Table", "/TH", "/TD"} <= kinds


def school_starts(school, day: dt.date) -> None:
    """A plan that was recorded by hand began on a day."""
    from reports.services.duties import record_duty

    record_duty(school=school, duty=Duty.ACCESSIBILITY_PLAN, done_on=TODAY, about_on=day, by=None)
