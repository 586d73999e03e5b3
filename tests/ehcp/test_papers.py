"""A paper of a review: written by several, checked by a second person, sent, kept for good."""

import datetime as dt
import io

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from docx import Document

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent
from ehcp.models import AnnualReview, PartWriter, ReviewPaper, ReviewPaperPart, SentPaper
from ehcp.paper_codes import PaperKind
from ehcp.selectors.papers.changes import record_changes
from ehcp.selectors.papers.content import content_of, digest_of
from ehcp.selectors.papers.page import paper_of, paper_page, part_of, review_for
from ehcp.selectors.papers.people import people_to_ask
from ehcp.services.meetings import call_off_review_meeting, record_papers_sent
from ehcp.services.papers.sending import check_paper, reopen_paper, send_paper
from ehcp.services.papers.word import paper_word
from ehcp.services.papers.writing import (
    choose_order,
    hand_part_to,
    marks_of,
    note_writing,
    refill_parts,
    start_paper,
    write_part,
)
from ehcp.services.plans import end_plan
from pupils.handed_texts import SEALED
from pupils.models import Pupil, Strategy
from reports.selectors.asks import weekly_ask
from tests.access import access_of
from tests.ehcp.makers import day, held, make_plan, planned
from tests.ehcp.paper_makers import HELD, full_review, voiced
from tests.ehcp.paper_makers import begun_paper as begun_paper  # noqa: PLC0414 (a fixture)
from tests.ehcp.paper_makers import made as made  # noqa: PLC0414 (a fixture)
from tests.factories import TODAY, member, supporter_of, teacher_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school(begun_paper):
    return begun_paper.school


@pytest.fixture
def sendco(begun_paper):
    return access_of(begun_paper.sendco, begun_paper.school)


@pytest.fixture
def assistant(school):
    return access_of(member(school, Role.ASSISTANT_SENDCO), school)


@pytest.fixture
def paper(begun_paper):
    return begun_paper.paper


@pytest.fixture
def pdf(monkeypatch):
    """Setting takes seconds; that it can be set is tested once."""
    monkeypatch.setattr(
        "ehcp.services.papers.sending.write_pdf", lambda html: b"%PDF-" + html.encode()
    )


def begun(access, review, kind=PaperKind.ADVICE) -> ReviewPaper:
    found = review_for(access, review.pk)
    start_paper(review=found, kind=kind, access=access)
    return paper_of(access, found, kind)


def again(access, paper) -> ReviewPaper:
    return paper_of(access, review_for(access, paper.review_id), paper.kind)


def a_part(access, paper, key) -> ReviewPaperPart:
    row = ReviewPaperPart.objects.get(school=access.school, paper=paper, key=key)
    return part_of(access, row.pk).row


def write(part, by, marks=None, **facts):
    values = {"text": part.text, "left_out": part.left_out, "is_done": part.is_done} | facts
    return write_part(part=part, marks=marks, by=by, **values)


def finish(access, paper):
    for part in ReviewPaperPart.objects.filter(paper=paper):
        write(a_part(access, paper, part.key), access.user, is_done=True)


def checked(access, paper):
    row = again(access, paper)
    seen = digest_of(content_of(paper_page(access, row)))
    return check_paper(paper=row, seen=seen, access=access)


def sent(access, paper, gone_on=TODAY):
    row = again(access, paper)
    seen = digest_of(content_of(paper_page(access, row)))
    return send_paper(paper=row, gone_on=gone_on, seen=seen, access=access)


def owed_by(user, school):
    """What of this kind a person is asked this week: words, day, address."""
    lines = weekly_ask(access_of(user, school), school).lines
    mine = [line for line in lines if line.code == "review_part"]
    return [
        (x.ask.words, x.ask.due_on, x.url.removeprefix(f"/{school.slug}").split("?")[0])
        for x in mine
    ]


class TestBegun:
    def test_pressed_twice_it_is_begun_once_in_the_councils_order(self, sendco, paper):
        assert begun(sendco, paper.review).pk == paper.pk
        assert paper.order == "norfolk"
        headings = [part.place.heading for part in paper_page(sendco, paper).parts]
        assert headings[:2] == ["About the child", "Outcomes and progress (Section E)"]

    def test_there_is_no_report_of_a_meeting_that_was_not_held(self, school, sendco):
        review = planned(make_plan(school=school), "2026-12-09")
        with pytest.raises(TransitionNotAllowed, match="has not been held"):
            begun(sendco, review, PaperKind.REPORT)

    def test_an_order_that_is_not_ours_is_refused(self, sendco, paper):
        choose_order(paper=paper, order="plain", by=sendco.user)
        assert paper_page(sendco, again(sendco, paper)).parts[1].kind.key == "child_views"
        with pytest.raises(TransitionNotAllowed, match="not one of ours"):
            choose_order(paper=paper, order="mars", by=sendco.user)


class TestWriting:
    def test_a_second_editor_sees_both_texts_and_nothing_is_lost(self, sendco, assistant, paper):
        mine = a_part(sendco, paper, "progress")
        theirs, marks = a_part(assistant, paper, "progress"), marks_of(mine)
        write(mine, sendco.user, marks, text="He reads more.")
        with pytest.raises(StaleSave) as refused:
            write(theirs, assistant.user, marks, text="She tries new words.")
        assert refused.value.differences[0].value == "He reads more."
        # Keep mine, knowing theirs.
        write(theirs, assistant.user, refused.value.version, text="She tries new words.")
        assert a_part(sendco, paper, "progress").text == "She tries new words."

    def test_both_texts_are_kept_on_wish(self, sendco, assistant, paper):
        mine = a_part(sendco, paper, "progress")
        theirs = a_part(assistant, paper, "progress")
        write(mine, sendco.user, text="First.")
        row = write(theirs, assistant.user, text="Second.", joins=True)
        assert row.text == "First.\n\nSecond."

    def test_different_fields_of_two_people_meet(self, sendco, assistant, paper):
        mine, theirs = a_part(sendco, paper, "helps"), a_part(assistant, paper, "helps")
        marks = marks_of(mine)
        write(mine, sendco.user, marks, text="It works best in the morning.")
        line = theirs.lines[0]["key"]
        write(theirs, assistant.user, marks, left_out=[line], is_done=True)
        row = a_part(sendco, paper, "helps")
        assert (row.text, row.left_out) == ("It works best in the morning.", [line])
        assert row.is_done

    def test_the_same_save_again_changes_nothing(self, sendco, paper):
        part = a_part(sendco, paper, "progress")
        marks = marks_of(part)
        write(part, sendco.user, marks, text="One.\r\n")
        events = AuditEvent.objects.count()
        write(part, sendco.user, marks, text="One.")
        assert AuditEvent.objects.count() == events

    def test_an_open_page_goes_on_from_what_it_saved_itself(self, sendco, paper):
        part, page = a_part(sendco, paper, "progress"), uuid7()
        marks = marks_of(part)
        for text in ("She", "She tries", "", "She tries hard."):
            write(part, sendco.user, marks, text=text, sitting=page)
        assert a_part(sendco, paper, "progress").text == "She tries hard."
        with pytest.raises(StaleSave):
            write(part, sendco.user, marks, text="Another tab.", sitting=uuid7())

    def test_an_open_page_never_goes_over_a_colleagues_words(self, sendco, assistant, paper):
        part, page = a_part(sendco, paper, "helps"), uuid7()
        marks = marks_of(part)
        write(part, sendco.user, marks, text="Mine.", sitting=page)
        line = part.lines[0]["key"]
        theirs = a_part(assistant, paper, "helps")
        write(theirs, assistant.user, marks_of(theirs), left_out=[line])
        write(part, sendco.user, marks, text="Mine, and more.", sitting=page)
        row = a_part(sendco, paper, "helps")
        assert (row.text, row.left_out) == ("Mine, and more.", [line])
        write(row, assistant.user, marks_of(row), text="Theirs.")
        with pytest.raises(StaleSave):
            write(part, sendco.user, marks, text="Mine again.", sitting=page)

    def test_words_that_were_taken_out_do_not_come_back_from_an_open_page(self, sendco, paper):
        part, page = a_part(sendco, paper, "progress"), uuid7()
        marks = marks_of(part)
        write(part, sendco.user, marks, text="A secret.", sitting=page)
        ReviewPaperPart.objects.filter(pk=part.pk).update(text=SEALED)
        with pytest.raises(StaleSave):
            write(part, sendco.user, marks, text="A secret. More.", sitting=page)

    def test_a_line_left_out_stands_in_no_paper(self, sendco, paper):
        part = a_part(sendco, paper, "helps")
        write(part, sendco.user, left_out=[part.lines[0]["key"], "made:up"])
        page = paper_page(sendco, again(sendco, paper))
        assert "Say it, show it, wait." not in str(content_of(page))

    def test_a_novel_is_refused(self, sendco, paper):
        with pytest.raises(TransitionNotAllowed, match="20000 letters"):
            write(a_part(sendco, paper, "progress"), sendco.user, text="x" * 20_001)

    def test_nothing_is_written_when_the_record_has_moved(self, sendco, paper):
        part = a_part(sendco, paper, "progress")
        Pupil.objects.filter(pk=paper.review.plan.pupil_id).update(closed_on=TODAY)
        with pytest.raises(TransitionNotAllowed, match="moved to another school"):
            write(part, sendco.user, text="Late.")
        with pytest.raises(TransitionNotAllowed):
            note_writing(part=part, access=sendco)
        assert not part_of(sendco, part.pk).may_write


class TestFilledAgain:
    def test_it_takes_what_is_new_and_never_a_persons_words(self, sendco, paper):
        part = a_part(sendco, paper, "child_views")
        write(part, sendco.user, text="She showed me the corner.")
        voiced(paper.review.plan.pupil, "pupil_views", sendco.user, "And the pond.", said_by="Z.")
        Strategy.objects.update(text="Show it first.")
        changes = {each.key: each for each in record_changes(sendco, again(sendco, paper))}
        assert [line.text for line in changes["child_views"].new] == [
            "What goes well? And the pond."
        ]
        assert changes["helps"].changed[0][0].text == "Say it, show it, wait."
        assert refill_parts(paper=paper, access=sendco, keys=["child_views"]) == ["child_views"]
        row = a_part(sendco, paper, "child_views")
        assert len(row.lines) == 2
        assert row.text == "She showed me the corner."
        assert "Say it, show it, wait." in str(a_part(sendco, paper, "helps").lines)
        refill_parts(paper=paper, access=sendco)
        assert record_changes(sendco, again(sendco, paper)) == []

    def test_a_line_left_out_stays_out(self, sendco, paper):
        part = a_part(sendco, paper, "helps")
        key = part.lines[0]["key"]
        write(part, sendco.user, left_out=[key])
        Strategy.objects.update(text="Show it first.")
        refill_parts(paper=paper, access=sendco)
        assert a_part(sendco, paper, "helps").left_out == [key]

    def test_who_reads_less_takes_nothing_away(self, school, sendco, paper):
        leader = access_of(member(school, Role.PHASE_LEADER, year_groups=["4"]), school)
        before = a_part(sendco, paper, "health_care").lines
        refill_parts(paper=again(leader, paper), access=leader)
        access_of(sendco.user, school)
        assert a_part(sendco, paper, "health_care").lines == before != []


class TestHandedOver:
    @pytest.fixture
    def teacher(self, paper):
        return teacher_of(paper.review.plan.pupil.class_group)

    def test_a_teacher_is_asked_and_it_is_among_what_they_owe(self, sendco, paper, teacher):
        hand_part_to(
            part=a_part(sendco, paper, "progress"),
            owner=teacher,
            due_on=TODAY + 7 * DAY,
            access=sendco,
        )
        row = a_part(sendco, paper, "progress")
        assert (row.owner, row.asked_on, row.due_on) == (teacher, TODAY, TODAY + 7 * DAY)
        assert owed_by(teacher, sendco.school) == [
            ("Progress towards each outcome", TODAY + 7 * DAY, f"/reviews/parts/{row.pk}/")
        ]
        assert owed_by(sendco.user, sendco.school) == []
        write(row, teacher, is_done=True)
        assert owed_by(teacher, sendco.school) == []

    def test_a_part_with_a_colleague_is_not_ready_whatever_the_record_says(
        self, sendco, paper, teacher
    ):
        finish(sendco, paper)
        part = a_part(sendco, paper, "progress")
        hand_part_to(part=part, owner=teacher, due_on=TODAY, access=sendco)
        (missing,) = paper_page(sendco, again(sendco, paper)).missing
        assert teacher.name in missing
        hand_part_to(part=a_part(sendco, paper, "progress"), owner=None, due_on=None, access=sendco)
        assert paper_page(sendco, again(sendco, paper)).missing == []

    def test_nobody_is_asked_who_may_not_read_it(self, school, sendco, paper, teacher):
        other = member(school, Role.CLASS_TEACHER)
        helper = supporter_of(paper.review.plan.pupil)
        with pytest.raises(TransitionNotAllowed, match="may not read"):
            hand_part_to(
                part=a_part(sendco, paper, "progress"), owner=other, due_on=TODAY, access=sendco
            )
        with pytest.raises(TransitionNotAllowed, match="may not read"):
            hand_part_to(
                part=a_part(sendco, paper, "health_care"),
                owner=teacher, due_on=TODAY, access=sendco,
            )  # fmt: skip
        pupil = paper.review.plan.pupil
        kinds = {part.kind.key: part.kind for part in paper_page(sendco, paper).parts}
        asked = people_to_ask(sendco, pupil, kinds["progress"])
        assert {teacher, helper, sendco.user} <= set(asked)
        assert other not in asked
        assert helper not in people_to_ask(sendco, pupil, kinds["family_views"])
        assert teacher not in people_to_ask(sendco, pupil, kinds["health_care"])

    def test_a_day_that_is_over_is_refused(self, sendco, paper, teacher):
        part = a_part(sendco, paper, "progress")
        for due_on in (None, TODAY - DAY):
            with pytest.raises(TransitionNotAllowed, match="by when"):
                hand_part_to(part=part, owner=teacher, due_on=due_on, access=sendco)


class TestWhoIsHere:
    def test_a_colleague_is_seen_for_a_minute(self, sendco, assistant, paper):
        part = a_part(sendco, paper, "progress")
        note_writing(part=part, access=assistant)
        note_writing(part=part, access=assistant)
        (writer,) = part_of(sendco, part.pk).writers
        assert writer.user == assistant.user
        assert part_of(assistant, part.pk).writers == ()
        PartWriter.objects.update(
            since=writer.since - dt.timedelta(minutes=3),
            seen_at=writer.seen_at - dt.timedelta(seconds=62),
        )
        assert part_of(sendco, part.pk).writers == ()

    def test_whoever_stays_is_here_since_they_came(self, sendco, assistant, paper):
        part = a_part(sendco, paper, "progress")
        note_writing(part=part, access=assistant)
        first = PartWriter.objects.get()
        assistant.now += dt.timedelta(seconds=90)
        note_writing(part=part, access=assistant)
        assert PartWriter.objects.get().since == first.since
        assistant.now += dt.timedelta(minutes=5)
        note_writing(part=part, access=assistant)
        assert PartWriter.objects.get().since == assistant.now


class TestChecked:
    def test_whoever_began_it_does_not_check_it(self, sendco, assistant, paper):
        finish(sendco, paper)
        with pytest.raises(TransitionNotAllowed, match="second pair of eyes"):
            checked(sendco, paper)
        row = checked(assistant, paper)
        assert (row.state, row.checked_by, row.checked_on) == ("checked", assistant.user, TODAY)

    def test_alone_at_a_school_one_checks_oneself(self, sendco, paper):
        finish(sendco, paper)
        assert checked(sendco, paper).state == "checked"

    def test_an_empty_part_stops_it_until_somebody_says_so(self, school, sendco):
        paper = begun(sendco, held(make_plan(school=school), "2026-11-18"), PaperKind.REPORT)
        with pytest.raises(TransitionNotAllowed, match="is empty"):
            checked(sendco, paper)
        finish(sendco, paper)
        assert checked(sendco, paper).state == "checked"

    def test_a_change_after_reading_or_after_the_check_is_read_again(
        self, sendco, assistant, paper
    ):
        finish(sendco, paper)
        row = again(assistant, paper)
        seen = digest_of(content_of(paper_page(assistant, row)))
        write(a_part(sendco, paper, "progress"), sendco.user, text="One more.")
        with pytest.raises(TransitionNotAllowed, match="changed since you read it"):
            check_paper(paper=row, seen=seen, access=assistant)
        checked(assistant, paper)
        write(a_part(sendco, paper, "progress"), sendco.user, text="And one.")
        row = again(sendco, paper)
        assert (row.state, row.checked_by) == ("draft", None)


class TestSent:
    @pytest.fixture
    def ready(self, sendco, assistant, paper, pdf):
        finish(sendco, paper)
        checked(assistant, paper)
        return again(sendco, paper)

    def test_it_is_kept_once_and_cannot_be_changed(self, sendco, ready):
        copy = sent(sendco, ready)
        assert sent(sendco, ready) == copy
        assert (copy.gone_on, len(copy.digest), len(copy.word_digest)) == (TODAY, 64, 64)
        with pytest.raises(TransitionNotAllowed, match="stays as it was"):
            write(a_part(sendco, ready, "progress"), sendco.user, text="More.")
        for change in ({"digest": "x"}, {"content": {}}):
            with pytest.raises(DatabaseError), transaction.atomic():
                SentPaper.objects.filter(pk=copy.pk).update(**change)
        with pytest.raises(DatabaseError), transaction.atomic():
            SentPaper.objects.filter(pk=copy.pk).delete()

    def test_the_review_has_its_day_and_keeps_the_first(self, sendco, assistant, ready):
        sent(sendco, ready)
        assert AnnualReview.objects.get(pk=ready.review_id).advice_sent_on == TODAY
        reopen_paper(paper=again(sendco, ready), access=sendco)
        checked(assistant, ready)
        sent(sendco, ready)
        assert SentPaper.objects.count() == 2

    def test_a_day_that_was_recorded_by_hand_stays(self, sendco, ready):
        review = ready.review
        first = day("2026-11-20")
        record_papers_sent(review=review, invited_on=None, advice_sent_on=first, by=sendco.user)
        sent(sendco, ready)
        assert AnnualReview.objects.get(pk=review.pk).advice_sent_on == first

    def test_unchecked_or_on_another_day_it_does_not_go(self, sendco, ready):
        for gone_on in (TODAY - DAY, TODAY + DAY):
            with pytest.raises(TransitionNotAllowed, match="after it was checked"):
                sent(sendco, ready, gone_on)
        write(a_part(sendco, ready, "progress"), sendco.user, text="More.")
        with pytest.raises(TransitionNotAllowed, match="Nobody has checked"):
            sent(sendco, ready)
        assert not SentPaper.objects.exists()

    def test_what_was_not_sent_needs_no_new_version(self, sendco, ready):
        with pytest.raises(TransitionNotAllowed, match="has not been sent"):
            reopen_paper(paper=ready, access=sendco)

    def test_after_sending_one_writes_on_in_the_next_version(self, sendco, assistant, ready):
        sent(sendco, ready)
        first = again(sendco, ready)
        new = reopen_paper(paper=first, access=sendco)
        assert (new.number, new.state) == (2, "draft")
        lines = a_part(sendco, new, "progress").lines
        assert lines == ReviewPaperPart.objects.get(paper=first, key="progress").lines
        with pytest.raises(TransitionNotAllowed, match="newer version"):
            reopen_paper(paper=first, access=sendco)

    def test_a_meeting_with_sent_papers_is_not_called_off(self, sendco, ready):
        sent(sendco, ready)
        review = review_for(sendco, ready.review_id)
        with pytest.raises(TransitionNotAllowed, match="Move the meeting"):
            call_off_review_meeting(review=review, by=sendco.user)
        end_plan(plan=review.plan, ended_on=TODAY, end_reason="ceased", by=sendco.user)
        assert AnnualReview.objects.filter(pk=review.pk).exists()

    def test_a_draft_goes_with_the_meeting_that_is_called_off(self, sendco, paper):
        call_off_review_meeting(review=review_for(sendco, paper.review_id), by=sendco.user)
        assert not ReviewPaper.objects.exists()

    def test_the_report_sets_the_day_of_the_report(self, school, sendco, pdf):
        review = full_review(school, sendco.user, is_held=True)
        paper = begun(sendco, review, PaperKind.REPORT)
        finish(sendco, paper)
        checked(sendco, paper)
        sent(sendco, paper)
        row = AnnualReview.objects.get(pk=review.pk)
        assert (row.meeting_on, row.report_sent_on, row.advice_sent_on) == (HELD, TODAY, None)


def test_the_pages_can_really_be_set_and_word_says_the_same(sendco, paper):
    nasty = "<script>x</script> & “both”\nsecond line"
    write(a_part(sendco, paper, "progress"), sendco.user, text=nasty)
    finish(sendco, paper)
    checked(sendco, paper)
    copy = sent(sendco, paper)
    assert bytes(copy.pdf).startswith(b"%PDF-")
    words = [each.text for each in Document(io.BytesIO(bytes(copy.word))).paragraphs]
    assert "<script>x</script> & “both”" in words
    assert any(line.endswith("[Review of cycle 1, 20 November 2026]") for line in words)
    assert "2. Outcomes and progress (Section E)" in words
    assert paper_word(copy.content)


def test_two_open_versions_cannot_stand_side_by_side(sendco, paper):
    facts = {"school": paper.school, "review": paper.review, "kind": paper.kind}
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewPaper.objects.create(**facts, number=2, order="plain", started_on=TODAY)
