"""Plans of children in care: begun, written, checked, signed, sent, opened again."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import TermName
from aylsham.models import AuditEvent
from lac.models import CarePeriod, Pep, PepAnswer, PepTarget
from lac.pep_parts import PARTS
from lac.selectors.pep_content import paper_of
from lac.selectors.pep_marks import mark_of_answers
from lac.services.declarations import keep_declaration
from lac.services.pep_feedback import finish_action, record_feedback
from lac.services.pep_parts import (
    add_pep_target,
    give_part,
    leave_part_out,
    save_answers,
    set_targets,
)
from lac.services.peps import (
    add_signature,
    change_pep,
    complete_support_plan,
    finish_signing,
    mark_ready,
    record_meeting,
    reopen_pep,
    send_pep,
    withdraw_pep,
)
from provision.models import Target
from provision.services.outcomes import change_target, end_target
from pupils.models import AttendanceFigure
from tests.access import access_of
from tests.factories import TODAY, PupilFactory, SchoolFactory, UserFactory, member
from tests.lac.makers import in_care, was_in_care
from tests.lac.pep_makers import a_pep, all_written, checked, part, sent, signed, written
from tests.provision.aims import a_target

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def pupil():
    return PupilFactory(school=SchoolFactory(slug="oakfield"))


@pytest.fixture
def pep(pupil):
    in_care(pupil)
    return a_pep(pupil)


class TestBegun:
    def test_all_eleven_parts_and_the_first_clock_stops(self, pupil, pep):
        assert {row.key for row in pep.parts.all()} == {each.key for each in PARTS}
        assert len(PARTS) == 11
        assert CarePeriod.objects.get().first_pep_on == TODAY

    def test_pressed_twice_it_is_begun_once(self, pupil, pep):
        assert a_pep(pupil).pk == pep.pk
        assert pep.parts.count() == 11

    def test_open_targets_stand_in_it_and_closed_ones_do_not(self, pupil):
        in_care(pupil)
        target = a_target(pupil)
        over = a_target(pupil)
        end_target(target=over, ended_on=TODAY, ended_as="met", by=UserFactory())
        pep = a_pep(pupil)
        assert [row.target for row in pep.targets.all()] == [target]

    def test_the_next_term_keeps_how_a_target_was_sorted(self, pupil):
        in_care(pupil)
        target = a_target(pupil)
        first = a_pep(pupil)
        set_targets(
            pep=first,
            chosen={target.pk: ("study", "long")},
            version=_mark(first),
            by=None,
        )
        second = a_pep(pupil, term=TermName.SPRING)
        row = second.targets.get()
        assert (row.sort, row.term) == ("study", "long")

    def test_nobody_without_care_has_a_plan(self, pupil):
        with pytest.raises(TransitionNotAllowed, match="Nothing is recorded of care"):
            a_pep(pupil)
        assert not Pep.objects.exists()

    def test_a_support_plan_has_no_parts_of_the_social_worker(self, pupil):
        period = was_in_care(pupil)
        keep_declaration(
            period=period, version="new", by=None, declared_on=TODAY, declared_by="Both parents",
            care_was="here", order_on=None, evidence="none", seen_on=None, seen_by=None,
            consents_on=TODAY, consents_to="That there is an order",
        )  # fmt: skip
        pep = a_pep(pupil)
        assert pep.kind == "support"
        assert not pep.parts.filter(key="identity").exists()
        assert pep.consents_to == "That there is an order"
        assert period.first_pep_on is None


def _mark(pep):
    from lac.selectors.pep_marks import mark_of_targets

    return mark_of_targets(pep.targets.all())


class TestWritten:
    def test_words_are_kept_with_whose_they_are(self, pep):
        written(pep, "child", "I like swimming <b>& maths</b>")
        answer = PepAnswer.objects.get()
        assert (answer.text, answer.whose) == ("I like swimming <b>& maths</b>", "child")
        assert answer.sensitivity == 2  # the child's words are for few
        assert part(pep, "child").state == "done"

    def test_what_adults_of_the_school_write_is_less_closed(self, pep):
        written(pep, "progress", "Reads at band 3")
        assert PepAnswer.objects.get().sensitivity == 1

    def test_a_second_editor_sees_both(self, pep):
        row = part(pep, "carer")
        written(pep, "carer", "She sleeps well")
        with pytest.raises(StaleSave) as refused:
            save_answers(
                part=row, said={"well": ("He sleeps well", "carer")}, version=mark_of_answers([]),
                by=None,
            )  # fmt: skip
        assert "She sleeps well" in [each.now for each in refused.value.differences]
        assert PepAnswer.objects.get().text == "She sleeps well"

    def test_changed_words_make_a_done_part_open_again(self, pep):
        written(pep, "carer", "One")
        written(pep, "carer", "Two", done=False)
        assert part(pep, "carer").state == "to_do"

    def test_emptied_words_go(self, pep):
        row = written(pep, "carer", "One")
        mark = mark_of_answers(row.answers.all())
        save_answers(part=row, said={"well": ("", "carer")}, version=mark, by=None)
        assert not PepAnswer.objects.exists()

    def test_a_question_that_is_not_asked_is_not_kept(self, pep):
        row = part(pep, "carer")
        save_answers(
            part=row, said={"salary": ("No", "carer")}, version=mark_of_answers([]), by=None
        )
        assert not PepAnswer.objects.exists()

    def test_given_to_a_colleague_it_waits(self, pep):
        user = UserFactory()
        row = give_part(
            part=part(pep, "progress"), owner="teacher", user=user, due_on=TODAY, by=None
        )
        assert (row.state, row.owner_user) == ("waiting", user)

    def test_left_out_only_with_a_reason_and_the_database_agrees(self, pep):
        row = leave_part_out(part=part(pep, "transition"), why="Stays here", by=None)
        assert (row.state, row.not_needed_why) == ("not_needed", "Stays here")


class TestTargets:
    def test_one_target_that_every_plan_shows(self, pupil, pep):
        row = add_pep_target(
            pep=pep, sort="academic", term="short", by=None, text="Read eight words", area="",
            measure="number", unit="words", out_of=None, baseline=2, goal=8, starts_on=TODAY,
            by_on=TODAY + dt.timedelta(60), who="", child_words="", is_on_passport=True,
            sensitivity=1,
        )  # fmt: skip
        assert Target.objects.get(pupil=pupil) == row.target

    def test_another_childs_target_is_refused(self, pep):
        other = a_target(PupilFactory(school=pep.school))
        with pytest.raises(TransitionNotAllowed, match="not this child"):
            set_targets(pep=pep, chosen={other.pk: ("study", "long")}, version=_mark(pep), by=None)
        assert not PepTarget.objects.exists()


class TestSteps:
    def test_missing_parts_are_named(self, pep):
        all_written(pep, without=("child", "money", "review"))
        checked(pep)
        with pytest.raises(TransitionNotAllowed) as refused:
            mark_ready(pep=pep, by=None)
        assert str(refused.value) == "Still open: What the child says; Pupil premium plus."

    def test_not_ready_before_it_is_checked(self, pep):
        all_written(pep)
        with pytest.raises(TransitionNotAllowed, match="10 of the virtual school"):
            mark_ready(pep=pep, by=None)

    def test_ready_without_the_part_that_comes_after_the_meeting(self, pep):
        all_written(pep, without=("review",))
        checked(pep)
        assert mark_ready(pep=pep, by=None).state == "ready"

    def test_a_meeting_to_come_was_not_held(self, pep):
        all_written(pep), checked(pep)
        mark_ready(pep=pep, by=None)
        with pytest.raises(TransitionNotAllowed, match="has not come"):
            record_meeting(pep=pep, meeting_on=TODAY + dt.timedelta(1), by=None)

    def test_who_has_to_sign_is_named(self, pep):
        all_written(pep), checked(pep)
        mark_ready(pep=pep, by=None)
        record_meeting(pep=pep, meeting_on=TODAY, by=None)
        add_signature(pep=pep, whose="designated", name="Ann", signed_on=TODAY, by=None)
        with pytest.raises(TransitionNotAllowed, match="Still to sign: social worker"):
            finish_signing(pep=pep, by=None)

    def test_nobody_signs_before_the_meeting(self, pep):
        with pytest.raises(TransitionNotAllowed, match="after its meeting"):
            add_signature(pep=pep, whose="designated", name="Ann", signed_on=TODAY, by=None)

    def test_a_sent_plan_is_locked(self, pep):
        pep = sent(pep)
        assert (pep.state, pep.sent_on, pep.officer_on) == ("sent", TODAY, TODAY)
        assert CarePeriod.objects.get().pep_with_officer_on == TODAY
        with pytest.raises(TransitionNotAllowed, match="words stay as they are"):
            written(pep, "child", "Other words")
        with pytest.raises(TransitionNotAllowed, match="not open now"):
            mark_ready(pep=pep, by=None)

    def test_not_sent_before_it_was_begun(self, pep):
        signed(pep)
        with pytest.raises(TransitionNotAllowed, match="was begun on"):
            send_pep(
                pep=pep, sent_on=TODAY - dt.timedelta(1), sent_how="mail", has_officer=False, by=None
            )  # fmt: skip

    def test_feedback_returns_it_and_reopening_asks_for_new_signatures(self, pep):
        pep = sent(pep)
        pep = record_feedback(
            pep=pep, feedback_on=TODAY, grade="improve", feedback="More of the child",
            is_accepted=False, actions=["Ask the child again"], actions_by=TODAY, by=None,
        )  # fmt: skip
        assert pep.state == "returned"
        pep = reopen_pep(pep=pep, why="The child’s views", by=None)
        assert (pep.state, pep.snapshot, pep.sent_on) == ("writing", {}, None)
        assert not pep.signatures.exists()
        action = finish_action(action=pep.actions.get(), by=None)
        assert action.done_on == TODAY

    def test_accepted_it_is_complete_and_cannot_be_judged_twice(self, pep):
        facts = {
            "feedback_on": TODAY, "grade": "good", "feedback": "", "is_accepted": True,
            "actions": [], "actions_by": None, "by": None,
        }  # fmt: skip
        pep = record_feedback(pep=sent(pep), **facts)
        assert (pep.state, pep.completed_on) == ("complete", TODAY)
        with pytest.raises(TransitionNotAllowed, match="was sent"):
            record_feedback(pep=pep, **facts)

    def test_withdrawn_the_term_is_free_again(self, pupil, pep):
        withdraw_pep(pep=pep, why="Moves on Friday", by=None)
        assert a_pep(pupil).pk != pep.pk

    def test_after_a_move_a_further_one_and_the_first_stays_as_signed(self, pupil, pep):
        first = sent(pep)
        assert a_pep(pupil).pk == first.pk  # the term's plan is made
        second = a_pep(pupil, why="move")
        assert second.pk != first.pk and second.state == "writing"
        assert a_pep(pupil, why="move").pk == second.pk  # pressed twice
        first.refresh_from_db()
        assert (first.state, bool(first.snapshot)) == ("sent", True)
        with pytest.raises(TransitionNotAllowed, match="Another PEP of this term"):
            reopen_pep(pep=first, why="Anew", by=None)
        withdraw_pep(pep=second, why="Stays after all", by=None)
        assert reopen_pep(pep=first, why="Anew", by=None).state == "writing"

    def test_while_one_is_written_there_is_no_further_one(self, pupil, pep):
        assert a_pep(pupil, why="move").pk == pep.pk
        signed(pep)
        assert a_pep(pupil, why="review").pk == pep.pk

    def test_words_of_a_returned_one_can_come_back_beside_a_further_one(self, pupil, pep):
        first = sent(pep)
        a_pep(pupil, why="review")
        returned = record_feedback(
            pep=first, feedback_on=TODAY, grade="improve", feedback="More", is_accepted=False,
            actions=[], actions_by=None, by=None,
        )  # fmt: skip
        assert returned.state == "returned"

    def test_a_refused_step_leaves_no_trace(self, pep):
        before = AuditEvent.objects.count()
        with pytest.raises(TransitionNotAllowed):
            mark_ready(pep=pep, by=None)
        assert AuditEvent.objects.count() == before
        assert Pep.objects.get().state == "writing"


class TestSupportPlans:
    @pytest.fixture
    def plan(self, pupil):
        was_in_care(pupil)
        return a_pep(pupil)

    def test_not_ready_before_parents_have_chosen(self, plan):
        all_written(plan), checked(plan)
        with pytest.raises(TransitionNotAllowed, match="what the parents agree to"):
            mark_ready(pep=plan, by=None)

    def test_parents_sign_and_no_virtual_school_looks(self, plan):
        facts = {"consents_on": TODAY, "consents_to": "That there is an order"}
        change_pep(pep=plan, version=version_of(plan, facts), by=None, **facts)
        plan = signed(plan)
        with pytest.raises(TransitionNotAllowed, match="not sent to the virtual school"):
            send_pep(pep=plan, sent_on=TODAY, sent_how="mail", has_officer=False, by=None)
        assert complete_support_plan(pep=plan, by=None).state == "complete"

    def test_consent_has_a_day(self, plan):
        facts = {"consents_on": None, "consents_to": "That there is an order"}
        with pytest.raises(TransitionNotAllowed, match="both what the parents agree"):
            change_pep(pep=plan, version=version_of(plan, facts), by=None, **facts)


class TestAsItWasSigned:
    def test_nothing_that_changes_later_changes_it(self, pupil):
        in_care(pupil)
        target = a_target(pupil, text="Read eight words")
        figure = AttendanceFigure.objects.create(
            school=pupil.school, pupil=pupil, academic_year=2026, as_of=TODAY, percent="93.5"
        )
        pep = sent(a_pep(pupil))
        before = Pep.objects.get().snapshot
        figure.percent = "71.0"
        figure.save()
        facts = {name: getattr(target, name) for name in TARGET_FACTS}
        change_target(
            target=target, version=version_of(target, facts), by=None,
            **facts | {"text": "Read ninety words"},
        )  # fmt: skip
        pep.refresh_from_db()
        assert pep.snapshot == before
        assert "93.5 %" in str(before)
        assert before["targets"][0]["Target"] == "Read eight words"

    def test_a_target_reads_in_the_same_order_before_and_after(self, pupil):
        in_care(pupil)
        a_target(pupil, text="Read eight words", who="The class teacher")
        pep = a_pep(pupil)
        access = access_of(member(pupil.school, Role.DESIGNATED_TEACHER), pupil.school)

        def read():
            row = Pep.objects.get(pk=pep.pk)
            return [list(t) for each in paper_of(access, row).sections for t in each.targets]

        before = read()
        sent(pep)
        assert before == read() == [["Target", "Kind", "Now", "Goal", "By", "Who helps"]]


TARGET_FACTS = (
    "text", "area", "outcome", "measure", "unit", "out_of", "baseline", "goal",
    "starts_on", "by_on", "who", "child_words", "is_on_passport", "sensitivity",
)  # fmt: skip
