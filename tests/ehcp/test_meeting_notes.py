"""Meeting mode: kept while one types, nobody's words lost, closed with the report."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from ehcp.models import PlanLine, ReviewNote
from ehcp.paper_codes import PaperKind
from ehcp.review_codes import NoteKind
from ehcp.selectors.meeting_mode import meeting_mode
from ehcp.selectors.meeting_record import meeting_record
from ehcp.selectors.papers.filling import fill_paper
from ehcp.services.meeting_notes import NoteWords, finish_record, version_of_note, write_notes
from ehcp.services.meetings import record_report_sent
from ehcp.services.review_attendance import hold_with
from ehcp.services.sections import LineFacts, add_lines, mark_of
from ehcp.services.versions import add_version, check_version
from pupils.services.actions import NewAction, Owner
from tests.access import access_of
from tests.ehcp.makers import make_plan, planned
from tests.ehcp.review_makers import everybody, person, set_up
from tests.factories import TODAY, SchoolFactory, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
SECTIONS = {
    "E": ["Tells a friend what happened.", "Writes a page alone."],
    "F": ["Two hours a week."],
}


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def row(school, by):
    """A meeting today about a plan with two outcomes."""
    plan = make_plan("2026-02-01", school=school)
    version = add_version(
        plan=plan, by=None, kind="final", served_on=dt.date(2026, 2, 1), local_authority="Norfolk"
    )
    lines = {code: [LineFacts(text) for text in texts] for code, texts in SECTIONS.items()}
    add_lines(version=version, lines=lines, mark=mark_of([]), by=None)
    check_version(version=version, by=None)
    return everybody(set_up(planned(plan, TODAY.isoformat()), by), by)


def of_section(section: str, text: str, version: str = "new") -> NoteWords:
    return NoteWords(f"s{section}", NoteKind.CHANGE, {"section": section}, {"text": text}, version)


def of_outcome(box, version: str = "new", **values) -> NoteWords:
    said = {"progress": "", "onward": "", "text": ""} | values
    more = {"outcome_id": box.outcome_id, "title": box.text, "sensitivity": box.sensitivity}
    return NoteWords(box.key, NoteKind.OUTCOME, {"line_id": box.line_id}, said, version, more)


def difference(pk, whose: str, text: str, version: str = "new", **more) -> NoteWords:
    values = {"whose": whose, "text": text} | more
    return NoteWords(f"d{pk}", NoteKind.DIFFERENCE, {"pk": pk}, values, version)


def write(row, by, *words, sitting=None, **more):
    return write_notes(meeting=row, words=words, sitting=sitting or uuid4(), by=by, **more)


def mode_of(row, by):
    return meeting_mode(access_of(by, row.review.plan.school), row)


def test_outcomes_stand_one_by_one_in_the_councils_words(row, by):
    assert [box.text for box in mode_of(row, by).outcomes] == SECTIONS["E"]


def test_empty_boxes_make_no_rows(row, by):
    first, second = mode_of(row, by).outcomes
    write(row, by, of_outcome(first), of_outcome(second), of_section("F", ""))
    assert not ReviewNote.objects.exists()


def test_what_is_typed_again_in_the_same_sitting_is_no_conflict(row, by):
    sitting = uuid4()
    assert write(row, by, of_section("F", "Three"), sitting=sitting) == {}
    assert write(row, by, of_section("F", "Three hours"), sitting=sitting) == {}
    assert ReviewNote.objects.get().text == "Three hours"


def test_a_second_editor_is_not_overwritten_and_the_rest_is_saved(row, by, school):
    other = member(school)
    write(row, by, of_section("F", "Three hours"))
    refused = write(row, other, of_section("F", "Four hours"), of_section("I", "A base"))
    assert set(refused) == {"sF"}
    assert {n.section: n.text for n in ReviewNote.objects.all()} == {
        "F": "Three hours",
        "I": "A base",
    }
    knowing = version_of_note(refused["sF"])
    assert write(row, other, of_section("F", "Four hours", knowing)) == {}
    assert ReviewNote.objects.get(section="F").text == "Four hours"


def test_an_outcome_keeps_its_words_when_the_plan_is_written_anew(row, by):
    box = mode_of(row, by).outcomes[0]
    write(row, by, of_outcome(box, progress="on_way", text="Talks more."))
    PlanLine.objects.filter(pk=box.line_id).delete()
    note = ReviewNote.objects.get()
    assert (note.title, note.line_id) == (SECTIONS["E"][0], None)


def test_a_difference_that_is_emptied_goes(row, by):
    pk, sitting = uuid4(), uuid4()
    write(row, by, difference(pk, "Mia Reed", "Wants a base"), sitting=sitting)
    write(row, by, difference(pk, "", ""), sitting=sitting)
    assert not ReviewNote.objects.exists()


def test_a_difference_without_a_name_says_so(row, by):
    write(row, by, difference(uuid4(), "", "Wants a base"))
    assert ReviewNote.objects.get().whose == "Somebody at the meeting"


def test_an_action_is_agreed_in_the_same_breath_once(row, by, school):
    action = NewAction("Ring the base", Owner(user=by), TODAY + 7 * DAY, key=uuid4())
    for _ in range(2):
        write(row, by, action=action)
    (kept,) = mode_of(row, by).actions
    assert (kept.what, kept.owner) == ("Ring the base", by)


class TestFinishing:
    def held(self, row, by, *names):
        came = {person(row, name).pk for name in names}
        return hold_with(
            meeting=row, meeting_on=TODAY, came=came, kind="annual", version=None, by=by
        )

    def test_not_before_somebody_says_who_came(self, row, by):
        with pytest.raises(TransitionNotAllowed, match="who came"):
            finish_record(meeting=row, recommendation="amend", by=by)

    def test_the_record_says_everything(self, row, by, school):
        box = mode_of(row, by).outcomes[1]
        write(
            row,
            by,
            of_outcome(box, progress="some", onward="keep", text="Half a page."),
            of_section("F", "Three hours"),
            difference(uuid4(), "Mia Reed", "Wants a base"),
            action=NewAction("Ring the base", Owner(user=by), TODAY + 7 * DAY),
        )
        self.held(row, by, "Mia Reed", "Olu Grant")
        finish_record(meeting=row, recommendation="amend", by=by)
        said = meeting_record(access_of(by, school), row.review)
        assert (said.recommendation, said.finished_on) == ("Amend the plan", TODAY)
        assert [(o.title, o.progress, o.onward) for o in said.outcomes] == [
            (SECTIONS["E"][1], "A little", "Keep it")
        ]
        assert [(c.section, c.text) for c in said.changes] == [("F", "Three hours")]
        assert [(d.whose, d.text) for d in said.differences] == [("Mia Reed", "Wants a base")]
        assert [a.what for a in said.actions] == ["Ring the base"]
        came = {p.name: p.attendance for p in said.people}
        assert came["Mia Reed"] == "Came"
        assert came["Sam Cole"] == "Was not there"
        proof = {p.name: p.proof for p in said.people}
        assert proof["Olu Grant"] == "Invited 23 November 2026: letter"
        assert proof["Hana Frost"] == "Invited 23 November 2026: e-mail with a link"

    def test_after_the_report_it_stands_as_it_was_sent(self, row, by):
        review = self.held(row, by)
        record_report_sent(review=review, report_sent_on=TODAY, by=by)
        with pytest.raises(TransitionNotAllowed, match="stands as it was sent"):
            write(row, by, of_section("F", "Four hours"))


def test_health_and_care_and_what_was_marked_are_cut(row, by, school):
    sensitive = {"sensitivity": 2}
    write(
        row,
        by,
        NoteWords("sG", NoteKind.CHANGE, {"section": "G"}, {"text": "Nurse"}, "new", sensitive),
        difference(uuid4(), "Mia Reed", "Of the family", sensitivity=2),
        of_section("F", "Three hours"),
    )
    few = access_of(member(school, Role.PHASE_LEADER), school)
    said = meeting_record(few, row.review)
    assert [c.section for c in said.changes] == ["F"]
    assert said.differences == ()
    assert said.is_cut
    assert not meeting_record(access_of(by, school), row.review).is_cut


class TestReportOfTheMeeting:
    """What was recorded at the meeting stands in its report, as far as everybody may read it."""

    def report(self, row, by, school) -> dict[str, list[str]]:
        filled = fill_paper(access_of(by, school), row.review, PaperKind.REPORT)
        return {key: [line.text for line in lines] for key, lines in filled.items()}

    def test_the_record_of_the_meeting_fills_its_report(self, row, by, school):
        box = mode_of(row, by).outcomes[1]
        write(
            row,
            by,
            of_outcome(box, progress="some", onward="keep", text="Half a page."),
            of_section("F", "Three hours"),
            difference(uuid4(), "Mia Reed", "Wants a base"),
            action=NewAction("Ring the base", Owner(user=by), TODAY + 7 * DAY),
        )
        came = {person(row, "Mia Reed").pk}
        hold_with(meeting=row, meeting_on=TODAY, came=came, kind="annual", version=None, by=by)
        finish_record(meeting=row, recommendation="amend", by=by)
        said = self.report(row, by, school)
        assert said["outcomes"] == [SECTIONS["E"][1], "A little. Keep it. Half a page."]
        assert said["agreed"] == ["Section F, Special educational provision: Three hours"]
        assert said["differences"] == ["Mia Reed: Wants a base"]
        assert said["actions"] == [f"Ring the base: {by.name}, by 30 November 2026."]
        assert said["recommendation"] == ["Amend the plan."]
        present = " ".join(said["present"])
        assert "Mia Reed, Mother: Came. Invited 23 November 2026: e-mail" in present
        assert "Sam Cole" in present and "Was not there" in present

    def test_what_few_may_read_is_not_sent_to_everybody(self, row, by, school):
        write(
            row,
            by,
            NoteWords(
                "sG", NoteKind.CHANGE, {"section": "G"}, {"text": "Nurse"}, "new",
                {"sensitivity": 2},
            ),
            NoteWords(
                "sF", NoteKind.CHANGE, {"section": "F"}, {"text": "Told in private"}, "new",
                {"sensitivity": 2},
            ),
            difference(uuid4(), "Mia Reed", "Of the family", sensitivity=2),
        )  # fmt: skip
        said = self.report(row, by, school)
        assert said["agreed_care"] == ["Section G, Health provision: Nurse"]
        assert (said["agreed"], said["differences"]) == ([], [])
        few = member(school, Role.PHASE_LEADER)
        assert "agreed_care" not in self.report(row, few, school)
