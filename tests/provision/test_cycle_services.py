"""Cycles: begun, written, checked, given, reviewed, closed; each step only in its state."""

import datetime as dt
from decimal import Decimal
from uuid import uuid4

import pytest

from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, Deadline
from provision.codes import CycleState
from provision.models import Cycle, CycleTarget, Measurement, Target
from provision.selectors.cycles import parts_of
from provision.selectors.family_sheet import family_sheet
from provision.services.cycle_checks import check_cycle, send_back, send_to_check, unlock_cycle
from provision.services.cycles import (
    CYCLE_FIELDS,
    REVIEW_FIELDS,
    TEXT_FIELDS,
    change_cycle,
    close_cycle,
    record_given,
    review_target,
    start_cycle,
    write_text,
)
from provision.services.outcomes import TARGET_FIELDS, change_target, end_target
from provision.services.progress import measure
from tests.access import access_of
from tests.factories import TODAY, PupilFactory, UserFactory, member
from tests.provision.aims import (
    BEGAN,
    REVIEW,
    a_cycle,
    a_target,
    running,
    say,
    score,
    target_facts,
    text_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)


@pytest.fixture
def by():
    return UserFactory()


@pytest.fixture
def child():
    return PupilFactory()


def begin(child, by, *, starts_on=TODAY, review_on=REVIEW, key=None):
    return start_cycle(
        pupil=child, starts_on=starts_on, review_on=review_on, lead=by, by=by, key=key
    )


def closed(child, by, **facts):
    """A cycle that was reviewed and closed."""
    cycle = running(child, by=by)
    score(cycle, by=by, **facts)
    say(cycle, "next", "List 3.", by)
    return close_cycle(cycle=cycle, closed_on=TODAY, by=by)


class TestBeginning:
    def test_takes_every_open_target_along(self, child, by):
        mine, over = a_target(child), a_target(child)
        a_target(PupilFactory(school=child.school))
        end_target(target=over, ended_on=TODAY, ended_as="met", by=by)
        cycle = begin(child, by)
        assert [part.target for part in cycle.parts.all()] == [mine]
        assert (cycle.number, cycle.state) == (1, CycleState.WRITING)

    def test_one_is_open_at_a_time_and_one_press_makes_one(self, child, by):
        key = uuid4()
        assert begin(child, by, key=key) == begin(child, by, key=key)
        with pytest.raises(TransitionNotAllowed, match="Cycle 1 is still open"):
            begin(child, by, key=uuid4())
        assert Cycle.objects.count() == 1

    @pytest.mark.parametrize("days, is_refused", [(0, True), (1, False)])
    def test_is_reviewed_after_it_begins(self, child, by, days, is_refused):
        if is_refused:
            with pytest.raises(TransitionNotAllowed, match="after the cycle begins"):
                begin(child, by, review_on=TODAY + days * DAY)
        assert is_refused or begin(child, by, review_on=TODAY + days * DAY)

    def test_a_new_target_joins_the_open_cycle(self, child, by):
        cycle = begin(child, by)
        target = a_target(child)
        assert CycleTarget.objects.get().target == target
        assert not cycle.parts.get().is_carried

    def test_what_came_of_the_last_stands_in_the_next(self, child, by):
        a_target(child, text="Tells two things.")
        a_target(child, text="Tells nobody at home.", sensitivity=2)
        closed(child, by, score=1, next_step="keep")
        following = begin(child, by)
        assert text_in(following, "tried").text == "Tells two things. More than hoped."
        assert (following.number, [p.is_carried for p in following.parts.all()]) == (
            2,
            [True, True],
        )


class TestChecking:
    def test_what_is_missing_is_named(self, child, by):
        cycle = begin(child, by)
        with pytest.raises(TransitionNotAllowed, match="What is hard now"):
            send_to_check(cycle=cycle, by=by)
        say(cycle, "hard", "Reading", by)
        say(cycle, "support", "LSA", by)
        with pytest.raises(TransitionNotAllowed, match="at least one target"):
            send_to_check(cycle=cycle, by=by)
        assert Cycle.objects.get().state == CycleState.WRITING

    def test_sent_back_written_sent_again_checked(self, child, by):
        a_target(child)
        cycle, checker = a_cycle(child, by=by), UserFactory()
        send_to_check(cycle=cycle, by=by)
        with pytest.raises(TransitionNotAllowed):
            send_to_check(cycle=cycle, by=by)
        assert send_back(cycle=cycle, note="How often?", by=checker).state == "writing"
        say(cycle, "support", "LSA, daily for 10 minutes.", by)
        send_to_check(cycle=cycle, by=by)
        found = check_cycle(cycle=cycle, by=checker)
        assert (found.state, found.checked_by) == (CycleState.RUNNING, checker)
        assert [note.kind for note in cycle.notes.all()] == ["sent_back"]

    def test_what_was_checked_is_locked_until_it_is_unlocked_with_a_reason(self, child, by):
        cycle = running(child)
        with pytest.raises(TransitionNotAllowed, match="unlocked with a reason"):
            say(cycle, "support", "Less", by)
        with pytest.raises(TransitionNotAllowed, match="not waiting"):
            send_back(cycle=cycle, note="No", by=by)
        record_given(cycle=cycle, given_on=TODAY, given_how="paper", by=by)
        opened = unlock_cycle(cycle=cycle, reason="The LSA has left", by=by)
        assert (opened.given_on, opened.given_how) == (None, "")
        say(cycle, "support", "Class teacher, twice a week.", by)
        assert cycle.notes.get().text == "The LSA has left"
        with pytest.raises(TransitionNotAllowed, match="Only a running cycle"):
            unlock_cycle(cycle=cycle, reason="Again", by=by)

    def test_a_second_editor_is_told(self, child, by):
        cycle = begin(child, by)
        text, version = text_in(cycle, "hard"), version_of(text_in(cycle, "hard"), TEXT_FIELDS)
        facts = {"text": "Reading", "sensitivity": 1}
        write_text(answer=text, version=version, by=by, **facts)
        with pytest.raises(StaleSave):
            write_text(answer=text, version=version, by=UserFactory(), **facts | {"text": "No"})
        days = version_of(cycle, CYCLE_FIELDS)
        later = {"starts_on": TODAY, "review_on": REVIEW + DAY, "lead": by}
        change_cycle(cycle=cycle, version=days, by=by, **later)
        with pytest.raises(StaleSave):
            change_cycle(cycle=cycle, version=days, by=by, **later)


class TestWhatWasChecked:
    def change(self, target, by, **facts):
        target.refresh_from_db()
        version = version_of(target, TARGET_FIELDS)
        return change_target(target=target, version=version, by=by, **target_facts(**facts))

    @pytest.mark.parametrize(
        "facts",
        [
            {"text": "Reads 3 of 10 words."},
            {"goal": Decimal(3)},
            {"baseline": Decimal(0)},
            {"by_on": REVIEW + 30 * DAY},
        ],
    )
    def test_a_target_of_a_running_cycle_says_what_it_said(self, child, by, facts):
        target = a_target(child)
        cycle = running(child)
        with pytest.raises(TransitionNotAllowed, match="Adapt it, or ask"):
            self.change(target, by, **facts)
        unlock_cycle(cycle=cycle, reason="Too high", by=by)
        self.change(target, by, **facts)
        send_to_check(cycle=cycle, by=by)
        check_cycle(cycle=cycle, by=by)
        ((name, value),) = facts.items()
        assert getattr(cycle.parts.get(), f"kept_{name}") == value

    def test_who_helps_and_who_may_read_it_change_at_any_time(self, child, by):
        target = a_target(child)
        running(child)
        self.change(target, by, who="Ms Ames", sensitivity=2, child_words="I can read.")
        target.refresh_from_db()
        assert (target.who, target.sensitivity) == ("Ms Ames", 2)

    def test_a_closed_cycle_keeps_what_a_carried_target_said_and_had_come_to(self, child, by):
        target = a_target(child)
        measure(target=target, on=TODAY - DAY, value=Decimal(4), by=by)
        first = closed(child, by, next_step="keep")
        second = begin(child, by, starts_on=TODAY)
        self.change(target, by, text="Reads 9 of 10 words of list 3.", goal=Decimal(9))
        later = Measurement.objects.create(
            school=child.school, target=target, on=TODAY + DAY, value=9, written_by=by
        )
        access = access_of(member(child.school), child.school, today=TODAY + DAY)
        parts = parts_of(access, [first, second])
        ((was,), (now,)) = parts[first.pk], parts[second.pk]
        assert (was.line.target.text, was.line.goal_words) == (
            "Reads 8 of 10 words of list 2.",
            "8 of 10 words",
        )
        assert (was.line.latest_words, now.line.latest) == ("4 of 10 words", later)
        assert now.line.target.text == "Reads 9 of 10 words of list 3."
        (told,) = family_sheet(first).targets
        assert (told.text, told.latest) == (was.line.target.text, "4 of 10 words")

    def test_a_target_that_joins_a_running_cycle_is_kept_too(self, child, by):
        running(child)
        new = a_target(child, text="Asks in 5 lessons.")
        assert CycleTarget.objects.get(target=new).kept_text == "Asks in 5 lessons."


class TestReviewing:
    def test_nothing_is_scored_or_given_before_the_check(self, child, by):
        a_target(child)
        cycle = a_cycle(child, by=by)
        with pytest.raises(TransitionNotAllowed, match="while the cycle runs"):
            score(cycle, by=by)
        with pytest.raises(TransitionNotAllowed, match="while the cycle runs"):
            say(cycle, "next", "List 3", by)
        with pytest.raises(TransitionNotAllowed, match="has to be checked"):
            record_given(cycle=cycle, given_on=TODAY, given_how="paper", by=by)

    def test_two_reviewers_do_not_overwrite_each_other(self, child, by):
        part = running(child).parts.select_related("target").get()
        part.cycle = Cycle.objects.get()
        version = version_of(part, REVIEW_FIELDS)
        facts = {"score": 1, "evidence": "", "next_step": "keep", "on": TODAY}
        review_target(part=part, version=version, by=by, **facts)
        with pytest.raises(StaleSave):
            review_target(part=part, version=version, by=UserFactory(), **facts | {"score": -2})
        assert CycleTarget.objects.get().score == 1

    def test_closes_only_when_everything_is_reviewed(self, child, by):
        cycle = running(child)
        with pytest.raises(TransitionNotAllowed, match="not been reviewed"):
            close_cycle(cycle=cycle, closed_on=TODAY, by=by)
        score(cycle, by=by)
        with pytest.raises(TransitionNotAllowed, match="What happens next"):
            close_cycle(cycle=cycle, closed_on=TODAY, by=by)
        say(cycle, "next", "List 3.", by)
        with pytest.raises(TransitionNotAllowed, match="began on"):
            close_cycle(cycle=cycle, closed_on=BEGAN - DAY, by=by)
        assert close_cycle(cycle=cycle, closed_on=TODAY, by=by).closed_on == TODAY
        with pytest.raises(TransitionNotAllowed, match="closed"):
            close_cycle(cycle=cycle, closed_on=TODAY, by=by)

    @pytest.mark.parametrize(
        "step, ended_as", [("met", "met"), ("drop", "dropped"), ("keep", ""), ("adapt", "")]
    )
    def test_its_targets_end_or_go_on_as_was_said(self, child, by, step, ended_as):
        closed(child, by, next_step=step)
        assert Target.objects.get().ended_as == ended_as

    def test_a_refused_step_leaves_no_trace(self, child, by):
        cycle = running(child)
        before = AuditEvent.objects.filter(action=Action.CHANGE_CYCLE).count()
        with pytest.raises(TransitionNotAllowed):
            close_cycle(cycle=cycle, closed_on=TODAY, by=by)
        assert AuditEvent.objects.filter(action=Action.CHANGE_CYCLE).count() == before
        assert Cycle.objects.get().state == CycleState.RUNNING


class TestDue:
    def rows(self):
        return list(Deadline.objects.filter(kind="cycle").order_by("due_on"))

    def test_the_check_comes_before_the_review_and_both_end(self, child, by):
        a_target(child)
        cycle = a_cycle(child, by=by)
        (review,) = self.rows()
        assert (review.due_on, review.permission) == (REVIEW, "view_needs")
        send_to_check(cycle=cycle, by=by)
        assert {row.key.split(":")[0] for row in self.rows()} == {"check", "cycle"}
        assert {row.due_on for row in self.rows()} == {REVIEW, TODAY + 14 * DAY}
        check_cycle(cycle=cycle, by=by)
        assert [row.key for row in self.rows()] == [f"cycle:{cycle.pk}"]
        score(cycle, by=by)
        say(cycle, "next", "List 3.", by)
        close_cycle(cycle=cycle, closed_on=TODAY, by=by)
        assert self.rows() == []
