"""Access arrangements: considered, proved, applied for, signed; dates, rooms and what is due."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.deadlines.services import find_changes, rebuild_deadlines
from aylsham.models import AuditEvent, Deadline
from pupils.models import AccessArrangement, ArrangementEvidence, NationalTestDate
from pupils.services.arrangements.deciding import (
    ARRANGEMENT_FIELDS,
    change_arrangement,
    consider_arrangement,
    gather_evidence,
    move_arrangement,
)
from pupils.services.arrangements.week import (
    DATE_FIELDS,
    ROOM_FIELDS,
    add_test_room,
    change_test_room,
    record_test_date,
    remove_test_room,
    seat_child,
    sign_arrangements,
)
from pupils.services.strategies import add_strategy
from pupils.services.tries import note_try
from tests.factories import TODAY, PupilFactory, SchoolFactory, member

pytestmark = pytest.mark.django_db

LONG_AGO = TODAY - dt.timedelta(weeks=30)


@pytest.fixture
def school(today):
    return SchoolFactory(live_from=dt.date(2026, 9, 1), year_groups=["3", "4", "5", "6"])


@pytest.fixture
def child(school):
    return PupilFactory(school=school, year_group="6")


@pytest.fixture
def sendco(school):
    return member(school, Role.SENDCO)


@pytest.fixture
def head(school):
    return member(school, Role.HEAD)


def helps(child, text="An adult reads the questions aloud", *, is_normal=True, **more):
    return add_strategy(
        pupil=child, text=text, since_on=LONG_AGO, by=None, is_normal_practice=is_normal, **more
    )


def consider(child, arrangement="reader", test="ks2", **more):
    return consider_arrangement(
        pupil=child, academic_year=2026, test=test, arrangement=arrangement, on=TODAY, by=None,
        **more,
    )  # fmt: skip


def enter(school, kind="apply", on=dt.date(2027, 2, 26), version="new", test="ks2"):
    return record_test_date(
        school=school, academic_year=2026, test=test, kind=kind, on=on, source="GOV.UK",
        confidence="guidance", version=version, by=None,
    )  # fmt: skip


def due(school):
    assert not find_changes(school)
    return {d.key: d for d in Deadline.objects.filter(school=school, provider="arrangements")}


class TestConsidering:
    def test_the_usual_route_is_taken_and_another_may_be_chosen(self, child):
        assert consider(child, "scribe").route == "notify"
        assert consider(child, "extra_time", route="delegated").route == "delegated"

    def test_twice_and_in_another_test_is_refused(self, child):
        consider(child)
        with pytest.raises(TransitionNotAllowed, match="already"):
            consider(child)
        with pytest.raises(TransitionNotAllowed, match="no such arrangement"):
            consider(child, "reader", test="tables")
        assert AuditEvent.objects.filter(action=Action.CHANGE_ARRANGEMENT).count() == 1

    def test_a_second_editor_sees_the_first(self, child, sendco):
        row = consider(child)
        old = version_of(row, ARRANGEMENT_FIELDS)
        facts = {"arrangement": row, "route": "delegated", "by": sendco}
        change_arrangement(in_room="Reads in a low voice", version=old, **facts)
        with pytest.raises(StaleSave):
            change_arrangement(in_room="Other words", version=old, **facts)


class TestEvidence:
    def test_one_press_gathers_what_suggests_it_with_dates_and_tries(self, child, sendco, head):
        shows = helps(child)
        helps(child, "Blue overlay on every text")
        helps(child, "An adult reads aloud in the hall", is_normal=False)
        note_try(strategy=shows, answer="worked", on=TODAY, by=sendco)
        note_try(strategy=shows, answer="did_not", on=TODAY, by=sendco)  # the last tap counts
        note_try(strategy=shows, answer="worked", on=TODAY, by=head)
        row = consider(child)
        (kept,) = gather_evidence(arrangement=row, on=TODAY, by=sendco)
        assert (kept.text, kept.first_used_on, kept.confirmed_on) == (
            shows.text,
            LONG_AGO,
            LONG_AGO,
        )
        assert (kept.tried, kept.worked, kept.last_tried_on) == (2, 1, TODAY)
        row.refresh_from_db()
        assert row.state == "evidence"

    def test_the_evidence_stays_as_it_was_when_gathered(self, child, sendco):
        shows = helps(child)
        row = consider(child)
        gather_evidence(arrangement=row, on=TODAY, by=sendco)
        type(shows).objects.filter(pk=shows.pk).update(text="Other words")
        assert ArrangementEvidence.objects.get().text == shows.text

    def test_without_any_it_stays_considered(self, child, sendco):
        helps(child, is_normal=False)
        row = consider(child)
        assert gather_evidence(arrangement=row, on=TODAY, by=sendco) == []
        row.refresh_from_db()
        assert row.state == "considered"

    def test_a_person_may_choose_and_may_take_back(self, child, sendco):
        other = helps(child, "Mrs Bell sits beside him")
        row = consider(child)
        kept = gather_evidence(arrangement=row, on=TODAY, by=sendco, strategy_ids={other.pk})
        assert [each.strategy_id for each in kept] == [other.pk]
        assert gather_evidence(arrangement=row, on=TODAY, by=sendco, strategy_ids=set()) == []
        row.refresh_from_db()
        assert row.state == "considered"

    def test_another_childs_strategy_is_no_evidence(self, school, child, sendco):
        other = helps(PupilFactory(school=school))
        assert not gather_evidence(
            arrangement=consider(child), on=TODAY, by=sendco, strategy_ids={other.pk}
        )

    def test_sensitive_words_stay_sensitive(self, child, sendco):
        helps(child, sensitivity=Sensitivity.SENSITIVE)
        (kept,) = gather_evidence(arrangement=consider(child), on=TODAY, by=sendco)
        assert kept.sensitivity == Sensitivity.SENSITIVE

    def test_after_the_decision_it_is_closed(self, child, sendco):
        row = consider(child, "scribe")
        move_arrangement(arrangement=row, state="notified", on=TODAY, by=sendco)
        with pytest.raises(TransitionNotAllowed, match="decision is made"):
            gather_evidence(arrangement=row, on=TODAY, by=sendco)


class TestMovingOn:
    def test_apply_then_approved(self, child, sendco):
        row = consider(child, "extra_time")
        move_arrangement(arrangement=row, state="applied", on=TODAY, by=sendco, reference="A1")
        row = move_arrangement(arrangement=row, state="approved", on=TODAY, by=sendco)
        assert (row.state, row.reference) == ("approved", "A1")

    @pytest.mark.parametrize(
        ("arrangement", "state"),
        [
            ("reader", "approved"),
            ("reader", "applied"),
            ("scribe", "applied"),
            ("scribe", "refused"),
        ],
    )
    def test_a_step_of_another_route_is_refused(self, child, sendco, arrangement, state):
        row = consider(child, arrangement)
        with pytest.raises(TransitionNotAllowed, match="does not follow"):
            move_arrangement(arrangement=row, state=state, on=TODAY, by=sendco, reason="x")
        row.refresh_from_db()
        assert row.state == "considered"
        assert not AuditEvent.objects.filter(detail__step=state).exists()

    def test_not_needed_has_a_reason_and_a_day_in_order(self, child, sendco):
        row = consider(child)
        with pytest.raises(TransitionNotAllowed, match="Say why"):
            move_arrangement(arrangement=row, state="not_needed", on=TODAY, by=sendco, reason=" ")
        with pytest.raises(TransitionNotAllowed, match="after that"):
            move_arrangement(
                arrangement=row, state="not_needed", on=LONG_AGO, by=sendco, reason="Reads well"
            )


class TestSigning:
    def ready(self, child, sendco):
        helps(child)
        row = consider(child)
        gather_evidence(arrangement=row, on=TODAY, by=sendco)
        return row

    def test_the_heads_signature_agrees_what_is_delegated(self, school, child, sendco, head):
        row, other = self.ready(child, sendco), consider(child, "scribe")
        facts = {"school": school, "academic_year": 2026, "test": "ks2", "on": TODAY, "by": head}
        assert sign_arrangements(seen=[row.pk], **facts) == 1
        row.refresh_from_db()
        other.refresh_from_db()
        assert (row.state, row.signed_by, other.signed_on) == ("approved", head, None)
        with pytest.raises(TransitionNotAllowed, match="Nothing waits"):
            sign_arrangements(seen=[], **facts)

    def test_a_list_that_changed_meanwhile_is_not_signed(self, school, child, sendco, head):
        row = self.ready(child, sendco)
        late = consider(child, "scribe")
        move_arrangement(arrangement=late, state="notified", on=TODAY, by=sendco)
        with pytest.raises(TransitionNotAllowed, match="has changed"):
            sign_arrangements(
                school=school, academic_year=2026, test="ks2", seen=[row.pk], on=TODAY, by=head
            )
        assert not AccessArrangement.objects.exclude(signed_on=None).exists()

    def test_a_changed_arrangement_must_be_signed_again(self, school, child, sendco, head):
        row = self.ready(child, sendco)
        sign_arrangements(
            school=school, academic_year=2026, test="ks2", seen=[row.pk], on=TODAY, by=head
        )
        row.refresh_from_db()
        change_arrangement(
            arrangement=row,
            route="delegated",
            in_room="Another voice",
            version=version_of(row, ARRANGEMENT_FIELDS),
            by=sendco,
        )
        row.refresh_from_db()
        assert (row.state, row.signed_on, row.signed_by) == ("evidence", None, None)


class TestRooms:
    def test_a_child_sits_in_one_room_with_everything(self, school, child, sendco):
        room = add_test_room(
            school=school, academic_year=2026, test="ks2", name="Library", adults="", by=sendco
        )
        consider(child)
        seat_child(pupil=child, academic_year=2026, test="ks2", room=room, by=sendco)
        assert consider(child, "scribe").room_id == room.pk
        remove_test_room(room=room, by=sendco)
        assert not AccessArrangement.objects.exclude(room=None).exists()

    def test_names_are_used_once_and_a_second_editor_sees_the_first(self, school, sendco):
        facts = {"school": school, "academic_year": 2026, "test": "ks2", "adults": "", "by": sendco}
        room = add_test_room(name="Library", **facts)
        with pytest.raises(TransitionNotAllowed, match="that name"):
            add_test_room(name="Library", **facts)
        old = version_of(room, ROOM_FIELDS)
        change_test_room(room=room, name="Music", adults="", version=old, by=sendco)
        with pytest.raises(StaleSave):
            change_test_room(room=room, name="Art", adults="", version=old, by=sendco)

    def test_a_room_of_another_test_is_refused(self, school, child, sendco):
        room = add_test_room(
            school=school, academic_year=2026, test="tables", name="Library", adults="", by=sendco
        )
        consider(child)
        with pytest.raises(TransitionNotAllowed, match="another test"):
            seat_child(pupil=child, academic_year=2026, test="ks2", room=room, by=sendco)


class TestDue:
    def test_unknown_dates_are_to_be_looked_up_until_they_are_entered(self, school):
        rebuild_deadlines(school)
        assert due(school)["dates:2026:ks2"].due_on == dt.date(2026, 11, 30)
        assert "dates:2026:phonics" not in due(school)  # nobody here sits it
        for kind in ("apply", "notify", "order"):
            enter(school, kind)
        assert due(school).keys() == {"dates:2026:tables"}

    def test_a_step_is_due_on_the_day_of_its_route_and_goes_when_taken(self, school, child, sendco):
        enter(school)
        row = consider(child, "extra_time")
        found = due(school)[f"step:{row.pk}"]
        assert (found.due_on, found.citation) == (dt.date(2027, 2, 26), "GOV.UK")
        move_arrangement(arrangement=row, state="applied", on=TODAY, by=sendco)
        assert f"step:{row.pk}" not in due(school)

    def test_the_head_is_asked_once_for_the_whole_list(self, school, child, sendco, head):
        rebuild_deadlines(school)
        helps(child)
        row, other = consider(child), consider(child, "own_room")
        assert "sign:2026:ks2" not in due(school)
        gather_evidence(arrangement=row, on=TODAY, by=sendco)
        assert due(school)["sign:2026:ks2"].due_on == dt.date(2027, 4, 26)
        sign_arrangements(
            school=school, academic_year=2026, test="ks2", seen=[row.pk], on=TODAY, by=head
        )
        assert "sign:2026:ks2" not in due(school)
        assert other.signed_on is None

    def test_nothing_before_the_school_is_live(self, child):
        child.school.live_from = None
        child.school.save()
        consider(child)
        assert due(child.school) == {}

    def test_dates_are_replaced_taken_away_and_kept_in_order(self, school):
        row = enter(school, "tests", dt.date(2027, 5, 10))
        with pytest.raises(StaleSave):
            enter(school, "tests", dt.date(2027, 5, 11))
        with pytest.raises(TransitionNotAllowed, match="First day"):
            enter(school, "tests_end", dt.date(2027, 5, 9))
        enter(school, "tests", None, version=version_of(row, DATE_FIELDS))
        assert not NationalTestDate.objects.exists()
