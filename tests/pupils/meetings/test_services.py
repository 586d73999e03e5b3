"""Meetings: planned once, moved with everybody asked again, minuted without a lost word."""

import datetime as dt
from uuid import uuid4

import pytest
import time_machine

from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, Deadline
from pupils.meeting_codes import MeetingState, Reply
from pupils.models import (
    AgendaItem,
    ContributionRequest,
    Meeting,
    MeetingInvitee,
    MeetingLink,
    Pupil,
)
from pupils.selectors.parent_meetings import met_days
from pupils.services.details import add_contact
from pupils.services.family import add_home, record_order
from pupils.services.meetings.agendas import save_template, set_agenda
from pupils.services.meetings.inviting import Guest, answer, invite, send_again, uninvite
from pupils.services.meetings.minutes import ITEM_FIELDS, ItemWords, finish_minutes, write_minutes
from pupils.services.meetings.planning import (
    MEETING_FIELDS,
    call_off,
    change_meeting,
    hold_meeting,
    plan_class_meeting,
)
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    put_on_register,
)
from tests.pupils.family.invited import deliver
from tests.pupils.meetings.makers import NEXT_WEEK, invited, planned, planned_for_class

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zephyrine", last_name="Quillmark")


@pytest.fixture
def by(school):
    return member(school, user__name="Ann Moss")


@pytest.fixture
def mother(child, by):
    return add_contact(
        pupil=child,
        by=by,
        name="Mia Reed",
        relationship="Mother",
        email="mother@home.example",
        has_parental_responsibility=True,
    )


NURSE = Guest(name="Nora Hill", role="School nurse", email="nurse@nhs.example")


def values_of(meeting: Meeting) -> dict:
    return {name: getattr(meeting, name) for name in MEETING_FIELDS}


def due_titles(school) -> list[str]:
    rows = Deadline.objects.filter(school=school, provider="meetings")
    return list(rows.values_list("title", flat=True))


class TestPlanning:
    def test_pressing_twice_leaves_one_meeting_and_one_round_of_invitations(self, child, by):
        key = uuid4()
        assert planned(child, by, NURSE, key=key) == planned(child, by, NURSE, key=key)
        assert Meeting.objects.count() == 1
        assert [m.to for m in deliver()] == [["nurse@nhs.example"]]

    def test_no_invitation_names_the_child(self, child, by, mother):
        planned(child, by, Guest(contact=mother), NURSE)
        for message in deliver():
            text = message.subject + message.body
            assert "Zephyrine" not in text
            assert "Quillmark" not in text
            assert "Tuesday 1 December 2026, 15:30" in text

    def test_begins_with_the_schools_own_agenda(self, school, child, by):
        save_template(school=school, kind="team", items=[("Biscuits", 5)], version="new", by=by)
        meeting = planned(child, by)
        assert [(i.title, i.length) for i in meeting.items.all()] == [("Biscuits", 5)]

    def test_a_stale_template_is_refused(self, school, by):
        row = save_template(school=school, kind="team", items=[("A", 1)], version="new", by=by)
        version = version_of(row, ("items",))
        save_template(school=school, kind="team", items=[("B", 1)], version=version, by=by)
        with pytest.raises(StaleSave):
            save_template(school=school, kind="team", items=[("C", 1)], version=version, by=by)

    def test_a_meeting_of_a_class_has_an_item_for_each_child_and_hangs_on_none(self, school, by):
        group = ClassGroupFactory(school=school)
        pupils = [PupilFactory(school=school, class_group=group) for _ in range(3)]
        meeting = planned_for_class(pupils[:2], by)
        about = list(meeting.items.exclude(pupil=None).values_list("pupil", flat=True))
        assert about == [pupils[0].pk, pupils[1].pk]
        assert meeting.pupil is None
        assert due_titles(school) == ["Ann Moss: hold the pupil progress meeting"]
        assert Deadline.objects.get(provider="meetings").pupil_id is None
        by_child = AuditEvent.objects.get(action="change_meeting").pupil_ids
        assert set(by_child) == {pupils[0].pk, pupils[1].pk}

    def test_planned_twice_by_one_form_it_is_one_meeting(self, school, by):
        group, key = ClassGroupFactory(school=school), uuid4()
        pupils = [PupilFactory(school=school, class_group=group)]
        for _ in range(2):
            planned_for_class(pupils, by, key=key)
        assert Meeting.objects.count() == 1

    def test_children_of_another_class_or_none_are_refused(self, school, by):
        group, other = ClassGroupFactory(school=school), ClassGroupFactory(school=school)
        here = PupilFactory(school=school, class_group=group)
        there = PupilFactory(school=school, class_group=other)
        with pytest.raises(TransitionNotAllowed, match="of this class"):
            planned_for_class([here, there], by)
        facts = {"on": TODAY, "starts_at": dt.time(9), "length": 30, "place": "", "chair": by}
        with pytest.raises(TransitionNotAllowed, match="at least one"):
            plan_class_meeting(class_group=group, pupils=[], key=uuid4(), by=by, **facts)
        assert not Meeting.objects.exists()
        assert not AuditEvent.objects.filter(action="change_meeting").exists()

    def test_no_family_is_asked_to_a_meeting_of_a_class(self, school, child, by, mother):
        child.class_group = ClassGroupFactory(school=school)
        child.save()
        with pytest.raises(TransitionNotAllowed, match="several children"):
            planned_for_class([child], by, Guest(contact=mother))
        assert not Meeting.objects.exists()

    def test_it_goes_on_when_a_child_has_moved_away(self, school, by):
        group = ClassGroupFactory(school=school)
        pupils = [PupilFactory(school=school, class_group=group) for _ in range(2)]
        meeting = planned_for_class(pupils, by, on=TODAY)
        Pupil.objects.filter(pk=pupils[0].pk).update(closed_on=TODAY)
        hold_meeting(meeting=meeting, came=[], is_parent_meeting=False, by=by)
        meeting.refresh_from_db()
        assert meeting.state == MeetingState.HELD

    def test_stands_in_what_is_due_until_the_minutes_are_finished(self, school, child, by):
        meeting = planned(child, by, on=TODAY)
        assert due_titles(school) == ["Ann Moss: hold the team around the child"]
        hold_meeting(meeting=meeting, came=[], is_parent_meeting=False, by=by)
        assert due_titles(school) == ["Ann Moss: write the minutes of the team around the child"]
        assert Deadline.objects.get(provider="meetings").due_on == TODAY + dt.timedelta(days=7)
        _write(meeting, by, "All well")
        finish_minutes(meeting=meeting, by=by)
        assert due_titles(school) == []


class TestInviting:
    def test_an_order_refuses_the_invitation(self, child, by, mother):
        record_order(contact=mother, kind="no_contact", starts_on=TODAY, evidence="Seen", by=by)
        with pytest.raises(TransitionNotAllowed, match="keeps this person from the child"):
            planned(child, by, Guest(contact=mother))
        assert not MeetingInvitee.objects.exists()
        assert deliver() == []

    def test_a_withheld_address_asks_for_a_second_look(self, child, by, mother):
        add_home(
            pupil=child,
            by=by,
            name="Dad's",
            address="1 Mill Road",
            withheld="everybody",
            withheld_why="Police",
        )
        meeting = planned(child, by)
        with pytest.raises(TransitionNotAllowed, match="tick that you have checked"):
            invite(meeting=meeting, guest=Guest(contact=mother), by=by)
        invite(meeting=meeting, guest=Guest(contact=mother, is_checked=True), by=by)
        assert invited(meeting, "Mia Reed").invited_on == TODAY

    def test_nobody_is_invited_twice(self, child, by, mother):
        meeting = planned(child, by, Guest(contact=mother))
        with pytest.raises(TransitionNotAllowed, match="invited already"):
            invite(meeting=meeting, guest=Guest(contact=mother), by=by)

    def test_without_an_address_nothing_is_sent(self, child, by):
        meeting = planned(child, by, Guest(name="Sam Post"))
        assert invited(meeting, "Sam Post").invited_on is None
        assert deliver() == []
        with pytest.raises(TransitionNotAllowed, match="no e-mail address"):
            send_again(invitee=invited(meeting, "Sam Post"), by=by)

    def test_views_are_asked_for_with_one_e_mail(self, child, by, mother):
        planned(child, by, Guest(contact=mother, asks_views=True))
        assert len(deliver()) == 1
        ask = ContributionRequest.objects.get()
        assert (ask.kind, ask.due_on) == ("parent_views", NEXT_WEEK - dt.timedelta(days=1))

    def test_taking_somebody_off_ends_link_and_request(self, child, by, mother):
        meeting = planned(child, by, Guest(contact=mother, asks_views=True))
        uninvite(invitee=invited(meeting, "Mia Reed"), by=by)
        assert not MeetingLink.objects.filter(revoked_at=None).exists()
        assert ContributionRequest.objects.get().state == "cancelled"

    def test_sending_again_ends_the_earlier_link(self, child, by):
        meeting = planned(child, by, NURSE)
        send_again(invitee=invited(meeting, "Nora Hill"), by=by)
        assert MeetingLink.objects.filter(revoked_at=None).count() == 1
        assert MeetingLink.objects.count() == 2


class TestMoving:
    def test_a_new_day_asks_everybody_again(self, child, by):
        meeting = planned(child, by, NURSE)
        answer(invitee=invited(meeting, "Nora Hill"), reply="coming", note="", by=None)
        deliver()
        version = version_of(meeting, MEETING_FIELDS)
        later = values_of(meeting) | {"on": NEXT_WEEK + dt.timedelta(days=2)}
        change_meeting(meeting=meeting, version=version, by=by, **later)
        assert invited(meeting, "Nora Hill").reply == Reply.NONE
        assert "Thursday 3 December" in deliver()[0].body
        live = MeetingLink.objects.get(revoked_at=None)
        assert live.expires_on == later["on"]

    def test_another_chair_alone_tells_nobody(self, school, child, by):
        meeting = planned(child, by, NURSE)
        deliver()
        version = version_of(meeting, MEETING_FIELDS)
        values = values_of(meeting) | {"chair": member(school)}
        change_meeting(meeting=meeting, version=version, by=by, **values)
        assert deliver() == []

    def test_a_stale_change_is_refused(self, child, by):
        meeting = planned(child, by)
        version = version_of(meeting, MEETING_FIELDS)
        change_meeting(
            meeting=meeting, version=version, by=by, **values_of(meeting) | {"place": "A"}
        )
        with pytest.raises(StaleSave):
            change_meeting(
                meeting=meeting, version=version, by=by, **values_of(meeting) | {"place": "B"}
            )

    def test_calling_off_tells_the_invited_but_not_why(self, school, child, by):
        meeting = planned(child, by, NURSE)
        deliver()
        call_off(meeting=meeting, why="Quillmark is ill", by=by)
        (message,) = deliver()
        assert "does not take place" in message.body
        assert "ill" not in message.body.replace("will", "")
        assert due_titles(school) == []
        with pytest.raises(TransitionNotAllowed, match="called off"):
            hold_meeting(meeting=meeting, came=[], is_parent_meeting=False, by=by)


class TestHeld:
    def test_not_before_its_day(self, child, by):
        meeting = planned(child, by)
        with pytest.raises(TransitionNotAllowed, match="Move it first"):
            hold_meeting(meeting=meeting, came=[], is_parent_meeting=False, by=by)

    def test_who_came_can_be_corrected(self, child, by):
        meeting = planned(child, by, NURSE, on=TODAY)
        nurse = invited(meeting, "Nora Hill")
        hold_meeting(meeting=meeting, came=[], is_parent_meeting=False, by=by)
        hold_meeting(meeting=meeting, came=[nurse.pk], is_parent_meeting=False, by=by)
        nurse.refresh_from_db()
        assert nurse.came is True
        assert not MeetingLink.objects.filter(revoked_at=None).exists()

    def test_nobody_is_reminded_of_views_that_come_too_late(self, child, by, mother):
        meeting = planned(child, by, Guest(contact=mother, asks_views=True), on=TODAY)
        hold_meeting(meeting=meeting, came=[], is_parent_meeting=False, by=by)
        assert ContributionRequest.objects.get().state == "cancelled"

    def test_counts_as_one_of_the_three_once(self, school, child, by):
        put_on_register(child)
        meeting = planned(child, by, kind="parents", on=TODAY)
        rows = Deadline.objects.filter(school=school, kind="parent_meeting")
        before = rows.get().due_on
        hold_meeting(meeting=meeting, came=[], is_parent_meeting=True, by=by)
        hold_meeting(meeting=meeting, came=[], is_parent_meeting=True, by=by)
        assert met_days(_of(school))[child.pk] == [TODAY]
        assert rows.get().due_on > before

    def test_a_progress_meeting_never_counts(self, child, by):
        meeting = planned(child, by, kind="progress", on=TODAY)
        held = hold_meeting(meeting=meeting, came=[], is_parent_meeting=True, by=by)
        assert held.is_parent_meeting is False


class TestMinutes:
    def test_the_same_sitting_saves_again_and_again(self, child, by):
        meeting = planned(child, by)
        item, sitting = meeting.items.first(), uuid4()
        start = version_of(item, ITEM_FIELDS)
        for text in ("S", "Sl", "Sleeps better"):
            words = [ItemWords(item.pk, text, start)]
            assert write_minutes(meeting=meeting, words=words, sitting=sitting, by=by) == []
        item.refresh_from_db()
        assert item.text == "Sleeps better"
        events = AuditEvent.objects.filter(action="change_meeting", detail__step="minutes")
        assert events.count() == 1

    def test_two_writers_lose_nothing(self, school, child, by):
        meeting = planned(child, by)
        first, second = meeting.items.all()[:2]
        versions = {i.pk: version_of(i, ITEM_FIELDS) for i in (first, second)}
        mine = [ItemWords(first.pk, "Mine", versions[first.pk])]
        write_minutes(meeting=meeting, words=mine, sitting=uuid4(), by=by)
        theirs = [
            ItemWords(first.pk, "Theirs", versions[first.pk]),
            ItemWords(second.pk, "Also theirs", versions[second.pk]),
        ]
        refused = write_minutes(meeting=meeting, words=theirs, sitting=uuid4(), by=member(school))
        assert [(i.pk, i.text) for i in refused] == [(first.pk, "Mine")]
        second.refresh_from_db()
        assert second.text == "Also theirs"

    def test_an_item_with_minutes_stays_on_the_agenda(self, child, by):
        meeting = planned(child, by)
        titles = [item.title for item in meeting.items.all()]
        _write(meeting, by, "Sleeps better")
        with pytest.raises(TransitionNotAllowed, match="has minutes already"):
            set_agenda(meeting=meeting, items=[("New", 5)], before=titles, by=by)
        kept = [(titles[0], 5), ("New", None)]
        set_agenda(meeting=meeting, items=kept, before=titles, by=by)
        rows = meeting.items.order_by("place")
        assert [(r.title, r.text) for r in rows] == [(titles[0], "Sleeps better"), ("New", "")]

    def test_an_agenda_changed_meanwhile_is_refused(self, child, by):
        meeting = planned(child, by)
        with pytest.raises(TransitionNotAllowed, match="meanwhile"):
            set_agenda(meeting=meeting, items=[("New", 5)], before=["Old"], by=by)

    def test_finished_only_when_held_and_written(self, child, by):
        meeting = planned(child, by, on=TODAY)
        with pytest.raises(TransitionNotAllowed, match="held"):
            finish_minutes(meeting=meeting, by=by)
        hold_meeting(meeting=meeting, came=[], is_parent_meeting=False, by=by)
        with pytest.raises(TransitionNotAllowed, match="at least one sentence"):
            finish_minutes(meeting=meeting, by=by)

    def test_not_of_a_meeting_that_was_called_off(self, child, by):
        meeting = call_off(meeting=planned(child, by), why="Ill", by=by)
        with pytest.raises(TransitionNotAllowed, match="called off"):
            _write(meeting, by, "All well")
        assert not AgendaItem.objects.exclude(text="").exists()


def test_an_unwritten_meeting_is_late_the_day_after(school, child, by):
    from pupils.selectors.meetings.lists import unwritten
    from tests.access import access_of

    planned(child, by, on=TODAY)
    assert unwritten(access_of(by, school)) == []
    with time_machine.travel(dt.datetime(2026, 11, 24, 9)):
        (line,) = unwritten(access_of(by, school, today=dt.date(2026, 11, 24)))
        assert (line.state, line.is_late) == (MeetingState.PLANNED, True)


def _write(meeting: Meeting, by, text: str) -> None:
    item = meeting.items.order_by("place").first()
    words = [ItemWords(item.pk, text, version_of(item, ITEM_FIELDS))]
    assert write_minutes(meeting=meeting, words=words, sitting=uuid4(), by=by) == []


def _of(school):
    from django.db.models import Q

    return Q(school=school)
