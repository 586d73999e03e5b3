"""On and off the register: each step, each refusal, and what is left behind by a refused one."""

import datetime as dt

import pytest

from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from pupils.codes import SenStatus, StatusReason, ToldHow
from pupils.models import Need, StatusPeriod
from pupils.services.status import (
    STATUS_FIELDS,
    Told,
    change_status,
    correct_status,
    end_status,
    open_status,
    start_status,
    tell_parent,
)
from tests.factories import PupilFactory, UserFactory, put_on_register

pytestmark = pytest.mark.django_db

JUNE = dt.date(2026, 6, 1)
TOLD = Told(on=dt.date(2026, 6, 3), how=ToldHow.PHONE)


@pytest.fixture
def by():
    return UserFactory(name="Sam Sendco")


@pytest.fixture
def child():
    return PupilFactory()


def start(child, by, **more):
    facts = {
        "status": SenStatus.SUPPORT,
        "starts_on": JUNE,
        "reason": StatusReason.CONCERN,
        "told": TOLD,
    }
    return start_status(pupil=child, by=by, **facts | more)


def test_a_child_comes_on_the_register(child, by):
    period = start(child, by, note="Reading age two years behind", evidence="Phonics check")
    assert open_status(child) == period
    assert (period.started_by, period.parent_told_how) == (by, "phone")
    event = AuditEvent.objects.get(action=Action.CHANGE_STATUS)
    assert (event.actor_id, event.pupil_ids) == (by.pk, [child.pk])
    assert event.detail == {"step": "started", "status": "K"}


def test_support_is_not_saved_in_silence(child, by):
    with pytest.raises(TransitionNotAllowed, match="parents"):
        start(child, by, told=Told())
    assert not AuditEvent.objects.exists()
    assert not StatusPeriod.objects.exists()


def test_not_yet_told_needs_a_day(child, by):
    period = start(child, by, told=Told(to_tell_on=dt.date(2026, 6, 8)))
    assert period.parent_told_on is None
    assert period.parent_to_tell_on == dt.date(2026, 6, 8)
    told = tell_parent(period=period, on=dt.date(2026, 6, 9), how=ToldHow.MEETING, by=by)
    assert (told.parent_told_on, told.parent_to_tell_on) == (dt.date(2026, 6, 9), None)
    with pytest.raises(TransitionNotAllowed, match="already"):
        tell_parent(period=period, on=JUNE, how=ToldHow.MEETING, by=by)


def test_an_ehc_plan_needs_no_telling(child, by):
    assert start(child, by, status=SenStatus.PLAN, told=Told()).status == "E"


def test_nobody_is_on_the_register_twice(child, by):
    start(child, by)
    with pytest.raises(TransitionNotAllowed, match="already has SEN support"):
        start(child, by, status=SenStatus.PLAN)


def test_a_new_stretch_begins_after_the_last(child, by):
    start(child, by)
    end_status(pupil=child, ends_on=dt.date(2026, 7, 17), reason=StatusReason.PROGRESS, by=by)
    with pytest.raises(TransitionNotAllowed, match="until 17 July 2026"):
        start(child, by, starts_on=dt.date(2026, 7, 17))
    start(child, by, starts_on=dt.date(2026, 7, 18))


def test_moving_up_ends_the_earlier_level_the_day_before(child, by):
    first = start(child, by)
    plan = change_status(
        pupil=child,
        status=SenStatus.PLAN,
        starts_on=dt.date(2026, 9, 10),
        reason=StatusReason.PLAN_MADE,
        by=by,
    )
    first.refresh_from_db()
    assert (first.ends_on, first.end_reason) == (dt.date(2026, 9, 9), "plan_made")
    assert open_status(child) == plan


@pytest.mark.parametrize(
    ("status", "starts_on", "words"),
    [
        (SenStatus.SUPPORT, dt.date(2026, 9, 1), "already"),
        (SenStatus.PLAN, JUNE, "must be later"),
    ],
)
def test_moves_that_are_none(child, by, status, starts_on, words):
    start(child, by)
    with pytest.raises(TransitionNotAllowed, match=words):
        change_status(
            pupil=child,
            status=status,
            starts_on=starts_on,
            reason=StatusReason.PLAN_MADE,
            told=TOLD,
            by=by,
        )


def test_leaving_the_register_can_end_the_needs(by):
    child = PupilFactory(on_register=True)
    end_status(
        pupil=child,
        ends_on=dt.date(2026, 7, 17),
        reason=StatusReason.PROGRESS,
        told=TOLD,
        end_needs=True,
        by=by,
    )
    period = StatusPeriod.objects.get()
    assert (period.ends_on, period.end_told_how, period.ended_by) == (
        dt.date(2026, 7, 17),
        "phone",
        by,
    )
    assert Need.objects.get().ended_on == dt.date(2026, 7, 17)


def test_only_who_is_on_it_can_leave(child, by):
    with pytest.raises(TransitionNotAllowed, match="not on the SEND register"):
        end_status(pupil=child, ends_on=JUNE, reason=StatusReason.PROGRESS, by=by)


def test_it_cannot_end_before_it_began(by):
    child = PupilFactory(on_register=True)
    with pytest.raises(TransitionNotAllowed, match="before the first"):
        end_status(pupil=child, ends_on=dt.date(2025, 8, 31), reason=StatusReason.PROGRESS, by=by)


def test_a_mistake_is_corrected(child, by):
    period = put_on_register(child, source="roll")
    version = version_of(period, STATUS_FIELDS)
    facts = {"reason": StatusReason.TRANSFER, "note": "", "evidence": "", "by": by}
    period = correct_status(period=period, starts_on=dt.date(2025, 9, 3), version=version, **facts)
    assert (period.starts_on, period.source) == (dt.date(2025, 9, 3), "here")


def test_a_stale_correction_is_refused_and_says_what_the_record_says(child, by):
    period = put_on_register(child)
    version = version_of(period, STATUS_FIELDS)
    StatusPeriod.objects.update(note="Somebody was faster")
    with pytest.raises(StaleSave) as refused:
        correct_status(
            period=period,
            starts_on=period.starts_on,
            reason=period.reason,
            note="Mine",
            evidence="",
            version=version,
            by=by,
        )
    assert "Somebody was faster" in {d.now for d in refused.value.differences}


def test_a_school_cannot_touch_anothers_child(child, by):
    from aylsham.tenancy.row_security import set_schools
    from pupils.models import Pupil
    from tests.factories import SchoolFactory

    set_schools([SchoolFactory().pk])
    with pytest.raises(Pupil.DoesNotExist):
        start(child, by)
