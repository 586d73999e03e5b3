"""Outcomes, targets and what is measured: written, changed, adapted, closed."""

import datetime as dt
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from provision.models import Measurement, Outcome, Target, TeachingChange
from provision.services.outcomes import (
    OUTCOME_FIELDS,
    TARGET_FIELDS,
    adapt_target,
    add_outcome,
    add_target,
    change_outcome,
    change_target,
    end_outcome,
    end_target,
)
from provision.services.progress import mark_change, measure, remove_measurement
from tests.factories import TODAY, PupilFactory, SchoolFactory, UserFactory
from tests.provision.aims import BEGAN, a_target, running, target_facts

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def by():
    return UserFactory()


@pytest.fixture
def child():
    return PupilFactory()


def outcome_facts(**facts):
    return {
        "text": "Reads for pleasure",
        "area": "CL",
        "starts_on": BEGAN,
        "by_on": TODAY + 400 * DAY,
        "sensitivity": 1,
    } | facts


def an_outcome(child, by, **facts) -> Outcome:
    return add_outcome(pupil=child, by=by, **outcome_facts(**facts))


def events(action) -> int:
    return AuditEvent.objects.filter(action=action).count()


class TestOutcomes:
    def test_is_written_changed_and_closed_once(self, child, by):
        outcome = an_outcome(child, by)
        version = version_of(outcome, OUTCOME_FIELDS)
        changed = outcome_facts(text="Reads every day")
        change_outcome(outcome=outcome, version=version, by=by, **changed)
        with pytest.raises(StaleSave):
            change_outcome(outcome=outcome, version=version, by=UserFactory(), **changed)
        end_outcome(outcome=outcome, ended_on=TODAY, ended_as="met", by=by)
        with pytest.raises(TransitionNotAllowed, match="closed on 23 November"):
            end_outcome(outcome=outcome, ended_on=TODAY, ended_as="met", by=by)
        assert Outcome.objects.get().text == "Reads every day"
        assert events(Action.CHANGE_TARGETS) == 3

    def test_no_target_is_left_behind(self, child, by):
        outcome = an_outcome(child, by)
        target = a_target(child, outcome=outcome)
        with pytest.raises(TransitionNotAllowed, match="still open"):
            end_outcome(outcome=outcome, ended_on=TODAY, ended_as="dropped", by=by)
        end_target(target=target, ended_on=TODAY, ended_as="met", by=by)
        end_outcome(outcome=outcome, ended_on=TODAY, ended_as="dropped", by=by)

    @pytest.mark.parametrize("days, is_refused", [(0, True), (1, False)])
    def test_ends_after_it_begins(self, child, by, days, is_refused):
        facts = {"starts_on": TODAY, "by_on": TODAY + days * DAY}
        if is_refused:
            with pytest.raises(TransitionNotAllowed, match="has to come after"):
                an_outcome(child, by, **facts)
        assert is_refused or an_outcome(child, by, **facts)


class TestTargets:
    def test_one_press_sent_twice_makes_one(self, child, by):
        key = uuid4()
        first, again = (add_target(pupil=child, by=by, key=key, **target_facts()) for _ in range(2))
        assert first == again
        assert (Target.objects.count(), events(Action.CHANGE_TARGETS)) == (1, 1)

    @pytest.mark.parametrize(
        "facts, says",
        [
            ({"goal": Decimal(11)}, "only 10 tries"),
            ({"goal": Decimal(2)}, "already"),
            ({"out_of": None}, "how many tries"),
            ({"measure": "scale", "out_of": None, "goal": Decimal(11)}, "ends with 10"),
            ({"by_on": BEGAN}, "has to come after"),
        ],
    )
    def test_numbers_and_days_that_do_not_fit_leave_nothing(self, child, by, facts, says):
        with transaction.atomic(), pytest.raises(TransitionNotAllowed, match=says):
            a_target(child, by=by, **facts)
        assert (Target.objects.count(), events(Action.CHANGE_TARGETS)) == (0, 0)

    def test_serves_no_outcome_of_another_child(self, child, by):
        theirs = an_outcome(PupilFactory(school=child.school), by)
        with pytest.raises(TransitionNotAllowed, match="outcome of this child"):
            a_target(child, outcome=theirs)

    def test_a_second_editor_is_told(self, child, by):
        target = a_target(child)
        version = version_of(target, TARGET_FIELDS)
        changed = target_facts(text="Reads 9 of 10 words.", goal=Decimal(9))
        change_target(target=target, version=version, by=by, **changed)
        with pytest.raises(StaleSave):
            change_target(target=target, version=version, by=UserFactory(), **changed)
        target.refresh_from_db()
        assert target.goal == 9

    def test_how_it_is_measured_stays_once_it_was_measured(self, child, by):
        target = a_target(child)
        measure(target=target, on=TODAY, value=Decimal(3), by=by)
        changed = target_facts(measure="number", out_of=None)
        version = version_of(target, TARGET_FIELDS)
        with pytest.raises(TransitionNotAllowed, match="Adapt the target"):
            change_target(target=target, version=version, by=by, **changed)

    def test_an_adapted_target_takes_its_place_in_the_cycle(self, child, by):
        old = a_target(child)
        cycle, key = running(child), uuid4()
        facts = target_facts(goal=Decimal(6), starts_on=TODAY, by_on=TODAY + 20 * DAY)
        for _ in range(2):
            new = adapt_target(target=old, on=TODAY, by=by, key=key, **facts)
        old.refresh_from_db()
        assert (old.ended_as, old.ended_on, new.adapted_from) == ("adapted", TODAY, old)
        assert set(cycle.parts.values_list("target", flat=True)) == {old.pk, new.pk}

    def test_does_not_end_before_it_began(self, child, by):
        target = a_target(child)
        with pytest.raises(TransitionNotAllowed, match="after that day"):
            end_target(target=target, ended_on=BEGAN - DAY, ended_as="met", by=by)
        end_target(target=target, ended_on=BEGAN, ended_as="dropped", by=by)

    def test_a_rolled_back_target_leaves_no_trace(self, child, by):
        with pytest.raises(RuntimeError), transaction.atomic():
            a_target(child, by=by)
            raise RuntimeError
        assert (Target.objects.count(), events(Action.CHANGE_TARGETS)) == (0, 0)


class TestMeasuring:
    def test_twice_the_same_is_a_double_press(self, child, by):
        target = a_target(child)
        for _ in range(2):
            measure(target=target, on=TODAY, value=Decimal(5), note="with a prompt", by=by)
        measure(target=target, on=TODAY, value=Decimal(6), by=by)
        assert [m.value for m in Measurement.objects.order_by("value")] == [5, 6]
        assert events(Action.RECORD_PROGRESS) == 2

    def test_other_tries_of_one_day_are_kept_and_counted(self, child, by):
        target = a_target(child)
        same = measure(target=target, on=TODAY, value=Decimal(8), out_of=10, by=by)
        other = measure(target=target, on=TODAY, value=Decimal(4), out_of=5, by=by)
        assert (same.out_of, other.out_of) == (None, 5)
        with pytest.raises(TransitionNotAllowed, match="more than 5"):
            measure(target=target, on=TODAY, value=Decimal(6), out_of=5, by=by)

    @pytest.mark.parametrize(
        "kind, top, more",
        [("scale", 10, 11), ("done", 1, 2)],
    )
    def test_stays_within_its_scale(self, child, by, kind, top, more):
        target = a_target(child, measure=kind, out_of=None, goal=Decimal(8))
        measure(target=target, on=TODAY, value=Decimal(top), by=by)
        with pytest.raises(TransitionNotAllowed, match=f"more than {top}"):
            measure(target=target, on=TODAY, value=Decimal(more), by=by)
        with pytest.raises(TransitionNotAllowed, match="does not count tries"):
            measure(target=target, on=TODAY, value=Decimal(1), out_of=5, by=by)

    def test_begins_with_its_target_and_ends_with_it(self, child, by):
        target = a_target(child)
        measure(target=target, on=BEGAN, value=Decimal(2), by=by)
        with pytest.raises(TransitionNotAllowed, match="began on"):
            measure(target=target, on=BEGAN - DAY, value=Decimal(2), by=by)
        end_target(target=target, ended_on=TODAY, ended_as="met", by=by)
        with pytest.raises(TransitionNotAllowed, match="closed on"):
            measure(target=target, on=TODAY, value=Decimal(3), by=by)

    def test_a_wrong_one_is_taken_off_and_stays_in_the_history(self, child, by):
        found = measure(target=a_target(child), on=TODAY, value=Decimal(5), by=by)
        remove_measurement(measurement=found, by=by)
        assert not Measurement.objects.exists()
        assert events(Action.RECORD_PROGRESS) == 2

    def test_a_change_of_teaching_is_marked_once(self, child, by):
        target = a_target(child)
        for _ in range(2):
            mark_change(target=target, on=TODAY, what="Daily instead of weekly", by=by)
        assert TeachingChange.objects.count() == 1


def test_a_child_of_another_school_keeps_to_it():
    here, there = PupilFactory(), PupilFactory(school=SchoolFactory())
    assert a_target(here).school_id == here.school_id != a_target(there).school_id
