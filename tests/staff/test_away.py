"""Somebody is out at 7:45: what falls, who steps in, what is undone, who is told."""

import datetime as dt
import time
from types import SimpleNamespace
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, Closure, OutgoingMail
from provision.models import Session, SessionMark
from provision.rules.delivery import Came
from provision.rules.standing_marks import SessionAt
from provision.services.sessions import MarkFacts, log_session
from pupils.models import PupilAdult
from staff.models import CarefulHandover, Pairing, Swap
from staff.selectors.effective import day_as_it_is
from staff.services.away import AWAY_FIELDS, change_out, take_back
from staff.services.cover import NOT_GIVEN, accept_best, decide, tell, undo
from staff.services.not_given import log_not_given
from tests.factories import SchoolFactory, member
from tests.staff.away7_makers import MONDAY, Morning, again, morning, out, session

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
TUESDAY = MONDAY + dt.timedelta(days=1)
NINE, TEN = 9 * 60, 10 * 60


@pytest.fixture
def at() -> Morning:
    return morning()


def settle(at: Morning, row, choice, day=MONDAY) -> Swap:
    return decide(school=at.school, day=day, session=row.pk, choice=str(choice), by=at.sendco)


def changes(at: Morning, day=MONDAY) -> list[str]:
    return [each.change for each in day_as_it_is(at.school, day)]


class TestWhoIsOut:
    def test_pressed_twice_it_is_said_once(self, at):
        key = uuid4()
        assert out(at.adult(0), key=key) == out(at.adult(0), key=key)

    def test_two_times_of_one_person_never_overlap(self, at):
        out(at.adult(0), starts=NINE, ends=TEN)
        with pytest.raises(TransitionNotAllowed, match="already"):
            out(at.adult(0), starts=TEN - 1, ends=TEN + 30)
        out(at.adult(0), starts=TEN, ends=TEN + 30)  # from the very minute they are back
        out(at.adult(1), starts=NINE, ends=TEN)

    @pytest.mark.parametrize(
        "facts",
        [
            {"starts": TEN, "ends": TEN},
            {"ends_on": MONDAY - dt.timedelta(days=1)},
            {"starts_on": MONDAY - dt.timedelta(days=400), "ends_on": MONDAY},
            {"ends_on": MONDAY + dt.timedelta(days=400)},
        ],
    )
    def test_what_cannot_be_is_refused(self, at, facts):
        with pytest.raises(TransitionNotAllowed):
            out(at.adult(0), **facts)

    def test_no_reason_is_kept_anywhere(self):
        from staff.models import Absence

        words = {f.name for f in Absence._meta.get_fields() if f.get_internal_type() in
                 ("TextField", "CharField", "JSONField")}  # fmt: skip
        assert words == set()

    def test_own_word_goes_to_the_sendco_and_names_nobody(self, at):
        out(at.adult(0), by=at.adult(0).user)
        mail = OutgoingMail.objects.get()
        assert mail.kind == "staff_out" and mail.recipient == at.sendco
        assert set(mail.context) == {"school", "day"}

    def test_the_sendcos_own_entry_is_not_mailed(self, at):
        out(at.adult(0), by=at.sendco)
        assert not OutgoingMail.objects.exists()

    def test_a_second_editor_is_told(self, at):
        absence = out(at.adult(0))
        version = version_of(absence, AWAY_FIELDS)
        facts = {"starts_on": MONDAY, "starts": 0, "ends_on": MONDAY, "ends": TEN}
        change_out(absence=absence, version=version, by=at.sendco, **facts)
        from aylsham.changes import StaleSave

        with pytest.raises(StaleSave):
            change_out(absence=absence, version=version, by=at.sendco, **facts | {"ends": 700})


class TestWhatFalls:
    @pytest.mark.parametrize(
        ("starts", "ends", "falls"),
        [
            (0, NINE, False),
            (0, NINE + 1, True),
            (NINE + 29, 24 * 60, True),
            (NINE + 30, 24 * 60, False),
        ],
    )
    def test_to_the_minute(self, at, starts, ends, falls):
        session(at, at.child(0))
        out(at.adult(0), starts=starts, ends=ends)
        assert [each.is_open for each in day_as_it_is(at.school, MONDAY)] == [falls]

    def test_the_day_after_stands(self, at):
        first = session(at, at.child(0))
        again(at, first.demand, on=1)
        out(at.adult(0))
        assert changes(at, TUESDAY) == [""]

    def test_several_days_with_a_part_of_the_last(self, at):
        first = session(at, at.child(0))
        again(at, first.demand, on=1)
        again(at, first.demand, on=1, starts=TEN)
        out(at.adult(0), ends_on=TUESDAY, ends=TEN)
        assert [s.is_open for s in day_as_it_is(at.school, TUESDAY)] == [True, False]


class TestDeciding:
    def test_the_best_for_all(self, at):
        session(at, at.child(0))
        session(at, at.child(1), starts=TEN, rank="plan", name="Reading")
        out(at.adult(0))
        kept = accept_best(school=at.school, day=MONDAY, by=at.sendco)
        assert len(kept) == 2 and all(swap.member in at.at.adults[1:] for swap in kept)
        assert all("instead of Adult 0" in words for words in changes(at))
        assert accept_best(school=at.school, day=MONDAY, by=at.sendco) == []

    def test_two_out_at_once_and_one_adult_left(self, at):
        first = session(at, at.child(0), adult=0)
        session(at, at.child(1), adult=1, rank="plan", name="Reading")
        out(at.adult(0))
        out(at.adult(1))
        [swap] = accept_best(school=at.school, day=MONDAY, by=at.sendco)
        assert (swap.session, swap.member) == (first, at.adult(2))  # what is owed by law
        assert sum(each.is_open for each in day_as_it_is(at.school, MONDAY)) == 1

    def test_whoever_stepped_in_is_busy(self, at):
        first = session(at, at.child(0), adult=0)
        second = session(at, at.child(1), adult=1, name="Reading")
        out(at.adult(0))
        settle(at, first, at.adult(2).pk)
        out(at.adult(1))
        with pytest.raises(TransitionNotAllowed, match="no longer be chosen"):
            settle(at, second, at.adult(2).pk)

    def test_whoever_stepped_in_falls_ill_too(self, at):
        row = session(at, at.child(0))
        out(at.adult(0))
        first = settle(at, row, at.adult(1).pk)
        out(at.adult(1))
        second = settle(at, row, at.adult(2).pk)
        first.refresh_from_db()
        assert first.undone_at and second.undone_at is None

    def test_pressed_twice_it_is_one_decision(self, at):
        row = session(at, at.child(0))
        out(at.adult(0))
        assert settle(at, row, at.adult(1).pk) == settle(at, row, at.adult(1).pk)
        with pytest.raises(TransitionNotAllowed, match="decided meanwhile: Adult 1"):
            settle(at, row, at.adult(2).pk)

    def test_who_leaves_what_is_owed_less(self):
        at = morning(adults=2)
        first = session(at, at.child(0))
        lower = session(at, at.child(1), adult=1, rank="plan", name="Reading")
        out(at.adult(0))
        [swap] = accept_best(school=at.school, day=MONDAY, by=at.sendco)
        assert (swap.session, swap.leaves) == (first, lower)
        assert "Not given: Adult 1 steps in elsewhere" in changes(at)

    def test_nobody_who_cannot_be_with_the_child_or_is_new_to_a_careful_one(self, at):
        row = session(at, at.child(0))
        Pairing.objects.create(
            school=at.school, member=at.adult(1), pupil=at.child(0), kind="no", reason="x"
        )
        out(at.adult(0))
        with pytest.raises(TransitionNotAllowed, match="no longer be chosen"):
            settle(at, row, at.adult(1).pk)
        CarefulHandover.objects.create(school=at.school, pupil=at.child(0))
        with pytest.raises(TransitionNotAllowed, match="no longer be chosen"):
            settle(at, row, at.adult(2).pk)

    def test_moved_to_a_later_time(self):
        at = morning(adults=1)
        row = session(at, at.child(0))
        absence = out(at.adult(0), ends=NINE + 30)
        choice = f"{at.adult(0).pk}@{MONDAY.isoformat()}@{NINE + 30}"
        swap = settle(at, row, choice)
        assert (swap.moved_on, swap.moved_to, swap.member) == (MONDAY, NINE + 30, at.adult(0))
        assert changes(at) == ["Moved from Mon 9:00"]
        take_back(absence=absence, by=at.sendco)
        assert changes(at) == [""]

    def test_a_closed_day(self, at):
        row = session(at, at.child(0))
        Closure.objects.create(school=at.school, starts_on=MONDAY, ends_on=MONDAY, kind="closure")
        out(at.adult(0))
        with pytest.raises(TransitionNotAllowed, match="closed"):
            settle(at, row, NOT_GIVEN)

    def test_the_adult_sees_the_child_for_that_day_alone(self, at):
        row = session(at, at.child(0))
        out(at.adult(0))
        swap = settle(at, row, at.adult(1).pk)
        [support] = PupilAdult.objects.filter(user=at.adult(1).user)
        assert (support.starts_on, support.ends_on) == (MONDAY, MONDAY)
        undo(swap=swap, by=at.sendco)
        assert not PupilAdult.objects.filter(user=at.adult(1).user).exists()

    def test_a_session_moved_to_the_day_keeps_the_child_within_reach(self, at):
        """One of Monday moved to Tuesday, one of Tuesday undone: the same child, the same adult."""
        tuesday = MONDAY + dt.timedelta(days=1)
        row = session(at, at.child(0))
        second = again(at, row.demand, on=1)
        out(at.adult(0), MONDAY)
        moved = settle(at, row, NOT_GIVEN)
        Swap.objects.filter(pk=moved.pk).update(
            kind="moved", member=at.adult(1), moved_on=tuesday, moved_to=12 * 60
        )
        out(at.adult(0), tuesday)
        swap = decide(
            school=at.school, day=tuesday, session=second.pk, choice=str(at.adult(1).pk),
            by=at.sendco,
        )  # fmt: skip
        undo(swap=swap, by=at.sendco)
        assert PupilAdult.objects.filter(user=at.adult(1).user, starts_on=tuesday).exists()

    def test_each_decision_is_in_the_childs_trail(self, at):
        row = session(at, at.child(0))
        out(at.adult(0))
        settle(at, row, NOT_GIVEN)
        event = AuditEvent.objects.filter(action="change_staff").latest("pk")
        assert list(event.pupil_ids) == [at.child(0).pk]
        assert event.detail == {"step": "decided", "kind": "none"}


class TestComingBack:
    def test_after_all(self, at):
        row = session(at, at.child(0))
        absence = out(at.adult(0))
        swap = settle(at, row, at.adult(1).pk)
        take_back(absence=absence, by=at.sendco)
        take_back(absence=absence, by=at.sendco)
        swap.refresh_from_db()
        assert swap.undone_at and changes(at) == [""]
        out(at.adult(0))  # and ill again: there is nothing in the way

    def test_earlier_undoes_only_what_is_no_longer_needed(self, at):
        early = session(at, at.child(0))
        late = session(at, at.child(1), starts=TEN, name="Reading")
        absence = out(at.adult(0))
        accept_best(school=at.school, day=MONDAY, by=at.sendco)
        version = version_of(absence, AWAY_FIELDS)
        facts = {"starts_on": MONDAY, "starts": 0, "ends_on": MONDAY, "ends": TEN}
        change_out(absence=absence, version=version, by=at.sendco, **facts)
        standing = Swap.objects.standing().values_list("session", flat=True)
        assert list(standing) == [early.pk] and late.pk not in standing


class TestNotGiven:
    def marks(self) -> list[tuple]:
        return list(SessionMark.objects.values_list("came", "reason", "minutes"))

    def test_missed_at_the_days_end_and_never_twice(self, at):
        row = session(at, at.child(0), at.child(1))
        out(at.adult(0))
        settle(at, row, NOT_GIVEN)
        assert not SessionMark.objects.exists()  # until then it can be undone without a trace
        assert log_not_given(school=at.school, until=MONDAY) == 1
        assert log_not_given(school=at.school, until=MONDAY) == 0
        assert self.marks() == [("missed", "staff", 0)] * 2

    def test_nothing_of_a_day_to_come(self, at):
        first = session(at, at.child(0))
        row = again(at, first.demand, on=1)
        out(at.adult(0), TUESDAY)
        settle(at, row, NOT_GIVEN, day=TUESDAY)
        assert log_not_given(school=at.school, until=MONDAY) == 0

    def test_undone_before_the_days_end(self, at):
        row = session(at, at.child(0))
        absence = out(at.adult(0))
        settle(at, row, NOT_GIVEN)
        take_back(absence=absence, by=at.sendco)
        assert log_not_given(school=at.school, until=MONDAY) == 0

    def test_after_it_the_log_is_corrected_instead(self, at):
        row = session(at, at.child(0))
        absence = out(at.adult(0))
        settle(at, row, NOT_GIVEN)
        log_not_given(school=at.school, until=MONDAY)
        with pytest.raises(TransitionNotAllowed, match="Correct it in the log"):
            take_back(absence=absence, by=at.sendco)
        absence.refresh_from_db()
        assert absence.taken_back_at is None

    def test_what_was_logged_before_stands(self, at):
        row = session(at, at.child(0), at.child(1))
        marks = [MarkFacts(at.child(0), Came.HAD)]
        log_session(provision=row.demand.provision, at=SessionAt(MONDAY), marks=marks, by=at.sendco)
        out(at.adult(0))
        settle(at, row, NOT_GIVEN)
        log_not_given(school=at.school, until=MONDAY)
        assert sorted(self.marks()) == [("had", "", 30), ("missed", "staff", 0)]
        assert Session.objects.count() == 1

    def test_what_is_left_in_order_to_step_in_is_missed_too(self):
        at = morning(adults=2)
        session(at, at.child(0))
        lower = session(at, at.child(1), adult=1, rank="plan", name="Reading")
        out(at.adult(0))
        accept_best(school=at.school, day=MONDAY, by=at.sendco)
        assert log_not_given(school=at.school, until=MONDAY) == 1
        assert Session.objects.get().provision == lower.demand.provision

    def test_the_second_session_of_a_day_is_the_second(self, at):
        first = session(at, at.child(0))
        second = again(at, first.demand, starts=TEN)
        out(at.adult(0), starts=TEN)
        settle(at, second, NOT_GIVEN)
        log_not_given(school=at.school, until=MONDAY)
        assert Session.objects.get().slot == 2

    def test_an_absence_in_the_past(self, at):
        row = session(at, at.child(0))
        out(at.adult(0))
        settle(at, row, NOT_GIVEN)
        assert log_not_given(school=at.school, until=TUESDAY) == 1


class TestTelling:
    def test_once_to_each_and_without_a_name(self, at):
        session(at, at.child(0))
        session(at, at.child(1), starts=TEN, name="Reading")
        out(at.adult(0))
        accept_best(school=at.school, day=MONDAY, by=at.sendco)
        told = tell(school=at.school, day=MONDAY, by=at.sendco)
        assert OutgoingMail.objects.count() == told.mailed >= 1 and told.in_person == ()
        assert tell(school=at.school, day=MONDAY, by=at.sendco).mailed == 0
        assert all(set(m.context) == {"school", "day"} for m in OutgoingMail.objects.all())

    def test_who_has_no_account_is_named_to_be_told_in_person(self, at):
        row = session(at, at.child(0))
        at.adult(1).user = None
        at.adult(1).save()
        out(at.adult(0))
        settle(at, row, at.adult(1).pk)
        told = tell(school=at.school, day=MONDAY, by=at.sendco)
        assert (told.mailed, told.in_person) == (0, ("Adult 1",))

    def test_whoever_was_told_hears_that_it_is_off(self, at):
        row = session(at, at.child(0))
        absence = out(at.adult(0))
        settle(at, row, at.adult(1).pk)
        tell(school=at.school, day=MONDAY, by=at.sendco)
        take_back(absence=absence, by=at.sendco)
        assert OutgoingMail.objects.filter(recipient=at.adult(1).user).count() == 2


def test_a_worker_that_is_killed_logs_once(at):
    from aylsham.jobs.services import start_job
    from aylsham.models import Job
    from staff.tasks import log_missed

    row = session(at, at.child(0))
    out(at.adult(0))
    settle(at, row, NOT_GIVEN)
    job = start_job("sessions_not_given", school=at.school, by=None)
    work = SimpleNamespace(school=at.school, job=Job.objects.get(pk=job.pk))
    next(log_missed(work))  # killed after its first step, and begun again
    list(log_missed(work))
    assert SessionMark.objects.count() == 1


def test_another_schools_day_is_untouched(at):
    other = morning(school=SchoolFactory())
    session(other, other.child(0))
    session(at, at.child(0))
    out(at.adult(0))
    assert changes(other) == [""]
    assert member(at.school, Role.SENDCO) != other.sendco


def test_a_morning_is_worked_out_in_less_than_a_second():
    at = morning(adults=12, children=30)
    for number in range(30):
        row = session(at, at.child(number), adult=number % 12, starts=NINE + 60 * (number // 12))
        for weekday in range(1, 5):
            again(at, row.demand, adult=number % 12, on=weekday, starts=row.starts)
    out(at.adult(0))
    out(at.adult(1))
    began = time.process_time()
    accept_best(school=at.school, day=MONDAY, by=at.sendco)
    assert time.process_time() - began < 1
