"""A plan for a move: its checklist, its days, its readers and its end."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, Deadline
from pupils.models import AgreedAction, MovePlan, MoveTemplate
from pupils.moving_codes import STARTING_STEPS, MoveKind, StepOwner, TemplateStep
from pupils.rules.moving import next_september, step_due_on
from pupils.services.actions import complete_action
from pupils.services.moving.parts import (
    QUESTION_FIELDS,
    VISIT_FIELDS,
    add_visit,
    answer_question,
    ask_question,
    change_visit,
)
from pupils.services.moving.plans import PLAN_FIELDS, change_plan, end_plan, start_plan
from pupils.services.moving.september import record_not_known
from pupils.services.moving.templates import TEMPLATE_FIELDS, write_template
from tests.factories import TODAY, ClassGroupFactory, PupilFactory, member, teacher_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SEPTEMBER = dt.date(2027, 9, 1)


@pytest.fixture
def child():
    group = ClassGroupFactory()
    return PupilFactory(school=group.school, class_group=group, year_group="2")


@pytest.fixture
def by(child):
    return member(child.school)


def plan_for(child, by, **more) -> MovePlan:
    facts = {"kind": "junior", "moves_on": SEPTEMBER, "to_name": "Elm", "lead": by}
    return start_plan(pupil=child, by=by, **facts | more)


def steps(plan) -> list[AgreedAction]:
    return list(AgreedAction.objects.filter(source="move", source_id=plan.pk))


class TestRules:
    @pytest.mark.parametrize(
        ("today", "answer"),
        [
            (dt.date(2026, 8, 31), dt.date(2026, 9, 1)),
            (dt.date(2026, 9, 1), dt.date(2027, 9, 1)),
            (dt.date(2026, 12, 31), dt.date(2027, 9, 1)),
        ],
    )
    def test_the_next_september(self, today, answer):
        assert next_september(today) == answer

    @pytest.mark.parametrize(
        ("weeks", "answer"),
        [(-4, dt.date(2027, 8, 4)), (2, dt.date(2027, 9, 15)), (-52, TODAY)],
    )
    def test_a_step_is_counted_from_the_move_and_never_past(self, weeks, answer):
        assert step_due_on(SEPTEMBER, weeks, today=TODAY, do_by=lambda day: day) == answer


class TestStarting:
    def test_the_checklist_comes_with_days_and_owners(self, child, by):
        teacher = teacher_of(child.class_group)
        plan = plan_for(child, by)
        found = {step.what: step for step in steps(plan)}
        assert len(found) == len(STARTING_STEPS[MoveKind.JUNIOR])
        assert found["Ask the parents what worries them"].owner == teacher
        assert found["Tell the next teacher who is coming and what helps"].owner == by
        assert {step.pupil_id for step in found.values()} == {child.pk}

    def test_each_step_is_due(self, child, by):
        plan = plan_for(child, by)
        due = Deadline.objects.filter(school=child.school, kind="agreed_action")
        assert due.count() == len(steps(plan))

    def test_what_the_family_owes_is_theirs(self, child, by):
        plan = plan_for(child, by, kind="secondary")
        visit = next(step for step in steps(plan) if step.what.startswith("Parents visit"))
        assert (visit.owner, visit.owed_by) == (None, "parent")

    def test_a_receiving_colleague_owns_their_steps(self, child, by):
        next_teacher = member(child.school, Role.CLASS_TEACHER)
        plan = plan_for(child, by, receiver=next_teacher, receiver_sees_from=TODAY)
        assert any(step.owner == next_teacher for step in steps(plan))

    def test_pressed_twice_it_is_one_plan(self, child, by):
        plan_for(child, by)
        events = AuditEvent.objects.count()
        with pytest.raises(TransitionNotAllowed, match="open plan"):
            plan_for(child, by)
        assert MovePlan.objects.count() == 1
        assert AuditEvent.objects.count() == events

    def test_the_schools_own_list_is_taken_and_later_changes_do_not_reach_back(self, child, by):
        own = [TemplateStep("Ring the juniors", -4, StepOwner.LEAD)]
        write_template(school=child.school, kind="junior", steps=own, version="new", by=by)
        plan = plan_for(child, by)
        version = version_of(MoveTemplate.objects.get(), TEMPLATE_FIELDS)
        more = [*own, TemplateStep("Write", -2, StepOwner.LEAD)]
        write_template(school=child.school, kind="junior", steps=more, version=version, by=by)
        assert [step.what for step in steps(plan)] == ["Ring the juniors"]

    def test_a_second_editor_of_the_list_is_told(self, child, by):
        own = [TemplateStep("Ring the juniors", -4, StepOwner.LEAD)]
        write_template(school=child.school, kind="junior", steps=own, version="new", by=by)
        with pytest.raises(StaleSave):
            write_template(school=child.school, kind="junior", steps=own, version="new", by=by)


class TestChanging:
    def test_when_the_move_moves_open_steps_move_with_it(self, child, by):
        plan = plan_for(child, by)
        first, last = steps(plan)[0], steps(plan)[-1]
        complete_action(action=first, on=TODAY, by=by)
        changed = change_plan(
            plan=plan,
            version=version_of(plan, PLAN_FIELDS),
            by=by,
            moves_on=SEPTEMBER + dt.timedelta(weeks=2),
        )
        after = {step.pk: step.due_on for step in steps(changed)}
        assert after[first.pk] == first.due_on
        assert after[last.pk] > last.due_on

    def test_a_second_editor_sees_both(self, child, by):
        plan = plan_for(child, by)
        started = version_of(plan, PLAN_FIELDS)
        change_plan(plan=plan, version=started, by=by, worries="The bell")
        with pytest.raises(StaleSave):
            change_plan(plan=plan, version=started, by=by, worries="The hall")
        assert MovePlan.objects.get().worries == "The bell"

    def test_visits_are_changed_with_their_version(self, child, by):
        visit = add_visit(plan=plan_for(child, by), by=by, kind="child", on=TODAY, place="Elm")
        again = {"by": by, "kind": "child", "on": TODAY, "place": "Elm"}
        assert add_visit(plan=visit.plan, **again) == visit  # pressed twice
        started = version_of(visit, VISIT_FIELDS)
        change_visit(visit=visit, version=started, by=by, went="Well")
        with pytest.raises(StaleSave):
            change_visit(visit=visit, version=started, by=by, went="Badly")


class TestQuestions:
    def test_an_answer_is_due_in_two_weeks_and_then_no_longer(self, child, by):
        plan = plan_for(child, by)
        question = ask_question(plan=plan, question="Eats in the hall?", asked_by="Mr Hale", by=by)
        twice = {"question": "Eats in the hall?", "asked_by": "Mr Hale", "by": by}
        assert ask_question(plan=plan, **twice) == question
        [row] = Deadline.objects.filter(kind="move", due_on=TODAY + dt.timedelta(weeks=2))
        assert "Eats" not in row.title
        version = version_of(question, QUESTION_FIELDS)
        answer_question(question=question, answer="In the quiet room.", version=version, by=by)
        assert not Deadline.objects.filter(pk=row.pk).exists()

    def test_an_empty_answer_is_none(self, child, by):
        question = ask_question(plan=plan_for(child, by), question="Why?", asked_by="Mr H", by=by)
        version = version_of(question, QUESTION_FIELDS)
        with pytest.raises(TransitionNotAllowed):
            answer_question(question=question, answer="  ", version=version, by=by)


class TestSeptember:
    def test_the_question_is_due_four_weeks_after_the_move(self, child, by):
        plan_for(child, by)
        [row] = Deadline.objects.filter(kind="move")
        assert row.due_on == dt.date(2027, 9, 29)
        assert "what did we not know" in row.title

    def test_it_is_asked_only_after_the_move(self, child, by):
        with pytest.raises(TransitionNotAllowed, match="not moved yet"):
            record_not_known(plan=plan_for(child, by), text="Nothing", on=TODAY, by=by)

    def test_the_answer_ends_the_deadline(self, child, by):
        plan = plan_for(child, by, moves_on=dt.date(2026, 11, 2))
        record_not_known(plan=plan, text="Nobody said that he cannot swim.", on=TODAY, by=by)
        [row] = Deadline.objects.filter(kind="move")
        assert "Learn from" in row.title


class TestEnd:
    def test_open_steps_go_and_another_plan_may_begin(self, child, by):
        plan = plan_for(child, by)
        end_plan(plan=plan, why="They stay", on=TODAY, by=by)
        assert not Deadline.objects.filter(kind__in=["move", "agreed_action"]).exists()
        assert all(step.withdrawn_why == "They stay" for step in steps(plan))
        assert plan_for(child, by).pk != plan.pk

    def test_a_closed_plan_is_not_changed(self, child, by):
        plan = end_plan(plan=plan_for(child, by), why="They stay", on=TODAY, by=by)
        with pytest.raises(TransitionNotAllowed, match="closed"):
            change_plan(plan=plan, version=version_of(plan, PLAN_FIELDS), by=by, worries="x")
        with pytest.raises(TransitionNotAllowed, match="closed"):
            add_visit(plan=plan, by=by, kind="child", on=TODAY, place="Elm")
