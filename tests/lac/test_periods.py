"""Coming into care, leaving it, and what was before: services."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent
from lac.models import CarePeriod, CarePerson, CarePlacement, CareView, Delegation
from lac.selectors.delegations import mark_of
from lac.services import periods
from lac.services.care_views import give_care_view
from lac.services.declarations import set_delegations
from lac.services.periods import (
    CARE_FIELDS,
    PREVIOUS_FIELDS,
    WHY,
    correct_period,
    end_previous_care,
    enter_care,
    leave_care,
    record_previous_care,
    remove_period,
)
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.lac.makers import ENTERED, a_person, a_placement, day, in_care, was_in_care

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def pupil(school):
    return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))


@pytest.fixture
def teacher(school):
    return member(school, Role.DESIGNATED_TEACHER)


def values_of(period: CarePeriod, names, **changed) -> dict:
    """What a form over the period would say, untouched but for `changed`."""
    said = {name: getattr(period, name) for name in names} | changed
    version = version_of(period, [*names, WHY])
    return said | {"version": version, WHY: "The order came"}


class TestComingIntoCare:
    def test_it_is_recorded_once_and_written_down(self, pupil, teacher):
        key = uuid7()
        first, again = (in_care(pupil, by=teacher, key=key) for _ in range(2))
        assert first == again
        assert CarePeriod.objects.get().placing_authority == "Norfolk"
        event = AuditEvent.objects.get(action="change_care")
        assert (event.actor_id, event.pupil_ids) == (teacher.pk, [pupil.pk])
        assert "Norfolk" not in str(event.detail)

    def test_not_twice_at_a_time(self, pupil):
        in_care(pupil)
        with pytest.raises(TransitionNotAllowed, match="looked after already"):
            in_care(pupil, TODAY)

    @pytest.mark.parametrize(
        ("facts", "words"),
        [
            ({"starts_on": TODAY + dt.timedelta(1)}, "has not come yet"),
            ({"starts_on": day("2017-10-12")}, "not born"),
            ({"starts_on": TODAY, "known_since": ENTERED}, "cannot have known before"),
            ({"starts_on": None, "known_since": TODAY + dt.timedelta(1)}, "has not come yet"),
        ],
    )
    def test_a_day_that_cannot_be_is_refused_and_leaves_nothing(self, pupil, facts, words):
        said = {"known_since": TODAY, "placing_authority": "", "legal_status": ""}
        with pytest.raises(TransitionNotAllowed, match=words):
            enter_care(pupil=pupil, by=None, legal_since=None, **said | facts)
        assert not CarePeriod.objects.exists()
        assert not AuditEvent.objects.filter(action="change_care").exists()

    def test_a_time_after_an_earlier_care_ends_the_day_before(self, pupil):
        before = was_in_care(pupil)
        now = in_care(pupil, TODAY)
        before.refresh_from_db()
        assert before.ends_on == TODAY - dt.timedelta(1)
        assert (now.kind, now.ends_on) == ("looked_after", None)

    def test_the_same_day_as_the_time_before_is_refused(self, pupil):
        was_in_care(pupil)
        with pytest.raises(TransitionNotAllowed, match="Correct that first"):
            in_care(pupil, ENTERED)

    def test_a_mistake_below_takes_the_audit_row_back(self, pupil, monkeypatch):
        monkeypatch.setattr(periods, "_require_good", lambda row: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            in_care(pupil)
        assert not AuditEvent.objects.filter(action="change_care").exists()


class TestLeavingCare:
    def test_through_an_order_the_child_counts_as_before_from_the_next_day(self, pupil):
        period = in_care(pupil)
        after = leave_care(period=period, last_day=TODAY, through="A", by=None)
        assert (after.kind, after.left_care_through) == ("previously", "A")
        assert after.known_since == TODAY + dt.timedelta(1)
        period.refresh_from_db()
        assert period.ends_on == TODAY

    def test_what_belongs_to_being_looked_after_ends_with_it(self, pupil):
        period = in_care(pupil)
        a_person(pupil), a_placement(pupil)
        said = {"forms": ("carer", "")}
        set_delegations(pupil=pupil, said=said, since=ENTERED, version=mark_of([]), by=None)
        leave_care(period=period, last_day=TODAY, through="G", by=None)
        for model in (CarePerson, CarePlacement, Delegation):
            assert model.objects.get().ends_on == TODAY, model

    def test_a_child_who_goes_home_counts_no_more_and_no_colleague_knows(self, school, pupil):
        period = in_care(pupil)
        teacher = teacher_of(pupil.class_group)
        give_care_view(pupil=pupil, user=teacher, starts_on=TODAY, ends_on=TODAY, by=None)
        assert leave_care(period=period, last_day=TODAY, through="", by=None) is None
        assert CarePeriod.objects.get().ends_on == TODAY
        assert CareView.objects.get().ended_at is not None

    def test_it_ends_once(self, pupil):
        period = in_care(pupil)
        leave_care(period=period, last_day=TODAY, through="A", by=None)
        with pytest.raises(TransitionNotAllowed, match="ended already"):
            leave_care(period=period, last_day=TODAY, through="A", by=None)
        assert CarePeriod.objects.count() == 2

    @pytest.mark.parametrize(
        ("last_day", "words"),
        [(ENTERED - dt.timedelta(1), "after the last day"), (TODAY + dt.timedelta(1), "has not")],
    )
    def test_the_last_day_lies_in_between(self, pupil, last_day, words):
        period = in_care(pupil)
        with pytest.raises(TransitionNotAllowed, match=words):
            leave_care(period=period, last_day=last_day, through="A", by=None)

    def test_on_the_day_of_coming(self, pupil):
        period = in_care(pupil, TODAY)
        leave_care(period=period, last_day=TODAY, through="", by=None)
        period.refresh_from_db()
        assert period.ends_on == TODAY

    def test_a_time_of_which_the_school_heard_after_its_end(self, pupil):
        period = in_care(pupil, ENTERED, known_since=TODAY)
        leave_care(period=period, last_day=ENTERED + dt.timedelta(7), through="C", by=None)
        first, second = CarePeriod.objects.order_by("known_since")
        assert first.known_since == first.ends_on == ENTERED + dt.timedelta(7)
        assert second.known_since == ENTERED + dt.timedelta(8)


class TestBefore:
    def test_only_where_nothing_is_recorded(self, pupil):
        in_care(pupil)
        with pytest.raises(TransitionNotAllowed, match="recorded for this child already"):
            was_in_care(pupil)

    def test_once(self, pupil):
        key = uuid7()
        assert was_in_care(pupil, key=key) == was_in_care(pupil, key=key)

    def test_a_family_that_no_longer_wants_it_recorded(self, pupil):
        period = was_in_care(pupil)
        teacher = teacher_of(pupil.class_group)
        give_care_view(pupil=pupil, user=teacher, starts_on=TODAY, ends_on=TODAY, by=None)
        end_previous_care(period=period, last_day=TODAY, by=None)
        assert CarePeriod.objects.get().ends_on == TODAY
        assert CareView.objects.get().ended_at is not None
        with pytest.raises(TransitionNotAllowed, match="ended already"):
            end_previous_care(period=period, last_day=TODAY, by=None)

    def test_no_legal_status_and_no_pep_of_a_child_who_is_not_looked_after(self, school, pupil):
        facts = {"school": school, "pupil": pupil, "kind": "previously", "known_since": ENTERED}
        for more in ({"legal_status": "full"}, {"first_pep_on": ENTERED}):
            with pytest.raises(IntegrityError), transaction.atomic():
                CarePeriod.objects.create(**facts, **more)


class TestCorrecting:
    def test_with_a_reason(self, pupil, teacher):
        period = in_care(pupil, legal_status="interim")
        said = values_of(period, CARE_FIELDS, legal_status="full", legal_since=TODAY)
        correct_period(period=period, by=teacher, **said)
        row = CarePeriod.objects.get()
        assert (row.legal_status, row.corrected_why) == ("full", "The order came")

    def test_a_second_editor_is_shown_both(self, pupil, teacher):
        period = in_care(pupil, legal_status="interim")
        theirs = values_of(period, CARE_FIELDS, legal_status="agreed")
        mine = values_of(period, CARE_FIELDS, legal_status="full")
        correct_period(period=period, by=teacher, **theirs)
        with pytest.raises(StaleSave):
            correct_period(period=period, by=teacher, **mine)
        assert CarePeriod.objects.get().legal_status == "agreed"

    def test_two_times_cannot_be_true_on_one_day(self, pupil):
        period = in_care(pupil)
        after = leave_care(period=period, last_day=TODAY - dt.timedelta(7), through="A", by=None)
        said = values_of(after, PREVIOUS_FIELDS, known_since=ENTERED)
        with pytest.raises(TransitionNotAllowed, match="cannot be true on one day"):
            correct_period(period=after, by=None, **said)

    def test_what_was_corrected_here_is_not_the_rolls_any_more(self, school, pupil):
        period = CarePeriod.objects.create(
            school=school, pupil=pupil, kind="looked_after", known_since=ENTERED, source="roll"
        )
        correct_period(period=period, by=None, **values_of(period, CARE_FIELDS, starts_on=ENTERED))
        assert CarePeriod.objects.get().source == "here"


class TestTakingOut:
    def test_the_history_keeps_it(self, pupil):
        period = in_care(pupil)
        remove_period(period=period, by=None)
        assert not CarePeriod.objects.exists()
        events = CarePeriod.pgh_event_model.objects.filter(pgh_obj_id=period.pk)
        assert [e.pgh_label for e in events.order_by("pgh_id")] == ["insert", "delete"]


def test_a_record_that_moved_away_is_not_written_on(pupil):
    pupil.closed_on = TODAY
    pupil.save(update_fields=["closed_on"])
    with pytest.raises(TransitionNotAllowed, match="moved to another school"):
        record_previous_care(
            pupil=pupil, by=None, known_since=TODAY, left_care_through="", placing_authority=""
        )
