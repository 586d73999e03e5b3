"""Times for parents: laid where all are free, taken once, seen by one home, kept until the day."""

import datetime as dt
import threading

import pytest
import time_machine
from django.db import connections

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent, Closure, Deadline, Term
from aylsham.tenancy.row_security import school_transaction
from pupils.meeting_codes import MeetingState, Reply
from pupils.models import Meeting, MeetingInvitee, MeetingRound, ParentPage, RoundChild, SlotBooking
from pupils.rules.bookings import Span, slots_between, without_clashes
from pupils.selectors.bookings.parent import bookable
from pupils.selectors.parent_meetings import met_days
from pupils.services.bookings.asking import ask_to_book
from pupils.services.bookings.booking import book_slot, cancel_booking
from pupils.services.bookings.rounds import Sitting, close_round
from pupils.services.family import add_home, record_order
from pupils.services.meetings.planning import call_off, hold_meeting
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.pages import client_of, statements, text_of
from tests.pupils.family.invited import deliver
from tests.pupils.meetings.makers import planned
from tests.pupils.parents.makers import (
    DAD,
    MUM,
    TUESDAY,
    newest_parent,
    offered,
    parent,
    slot_at,
    times_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
AFTERNOON = Sitting(TUESDAY, dt.time(15), dt.time(16))


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield Primary", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def by(school):
    return member(school, user__name="Ann Moss")


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zephyrine", last_name="Quillmark")


@pytest.fixture
def mum(child, by):
    return parent(child, by)


@pytest.fixture
def round(child, by):
    return offered([child], by)


def live() -> list[SlotBooking]:
    return list(SlotBooking.objects.filter(cancelled_at=None))


def free_times(round, contact) -> list[str]:
    found = bookable(round, contact, today=TODAY)
    return [f"{line.slot.starts_at:%H:%M}" for line in found.slots if line.is_free]


class TestRules:
    def test_a_day_is_divided_with_gaps_and_ends_in_time(self):
        spans = slots_between(TUESDAY, dt.time(15, 30), dt.time(17), 20, 5)
        assert [f"{s.starts_at:%H:%M}" for s in spans] == ["15:30", "15:55", "16:20"]

    def test_what_begins_when_another_ends_is_no_clash(self):
        slots = slots_between(TUESDAY, dt.time(15), dt.time(16), 20, 0)
        left = without_clashes(slots, [Span(TUESDAY, dt.time(15, 20), 20)])
        assert [f"{s.starts_at:%H:%M}" for s in left] == ["15:00", "15:40"]


class TestOffering:
    def test_times_fit_other_meetings_of_everybody_and_other_rounds(self, child, by, school):
        teacher = member(school, Role.CLASS_TEACHER)
        planned(child, teacher, on=TUESDAY, starts_at=dt.time(15, 10), length=15)
        first = offered([child], by, people=[teacher])
        assert times_of(first) == ["15:40"]
        second = offered([child], by)
        assert times_of(second) == ["15:00", "15:20"]

    @pytest.mark.parametrize(
        ("day", "says"),
        [
            (dt.date(2026, 12, 5), "closed on Saturday"),
            (dt.date(2026, 12, 9), "closed on Wednesday"),
            (TODAY, "over, or is today"),
        ],
        ids=["weekend", "inset", "today"],
    )
    def test_a_day_on_which_nobody_is_there_is_refused(self, child, by, school, day, says):
        inset = dt.date(2026, 12, 9)
        Term.objects.create(school=school, academic_year=2026, name="autumn",
                            starts_on=dt.date(2026, 9, 3), ends_on=dt.date(2026, 12, 18))  # fmt: skip
        Closure.objects.create(school=school, kind="inset", starts_on=inset, ends_on=inset)
        with pytest.raises(TransitionNotAllowed, match=says):
            offered([child], by, book_by=TODAY, sittings=[Sitting(day, dt.time(15), dt.time(16))])
        assert not MeetingRound.objects.exists()

    def test_booking_ends_before_the_first_meeting_and_pressing_twice_opens_one(self, child, by):
        with pytest.raises(TransitionNotAllowed, match="8 December"):
            offered([child], by, book_by=TUESDAY + dt.timedelta(days=1))
        round = offered([child], by)
        again = offered([child], by, key=round.pk)
        assert again.pk == round.pk
        assert MeetingRound.objects.count() == 1


class TestBooking:
    def test_becomes_a_meeting_that_counts_once_held_and_is_confirmed_without_names(
        self, round, mum, by, child
    ):
        booking = book_slot(slot=slot_at(round, "15:20"), contact=mum, wants_interpreter=True)
        meeting = booking.meeting
        assert (meeting.on, meeting.starts_at, meeting.length) == (TUESDAY, dt.time(15, 20), 20)
        assert (meeting.kind, meeting.place, meeting.chair) == ("parents", "Rainbow room", by)
        replies = set(MeetingInvitee.objects.values_list("reply", flat=True))
        assert replies == {Reply.COMING}
        (message,) = deliver()
        assert message.to == [MUM]
        (file,) = message.attachments
        said = message.subject + message.body + str(file.content)
        for hidden in ("Zephyrine", "Quillmark", "Mia", "Rainbow"):
            assert hidden not in said, hidden
        assert "15:20" in message.body
        assert "20261208T" in str(file.content)
        with time_machine.travel(dt.datetime(2026, 12, 8, 17, tzinfo=dt.UTC)):
            came = MeetingInvitee.objects.values_list("pk", flat=True)
            hold_meeting(meeting=meeting, came=came, is_parent_meeting=True, by=by)
        from django.db.models import Q

        assert met_days(Q(school=child.school)) == {child.pk: [TUESDAY]}

    def test_is_taken_for_others_and_changing_frees_it(self, round, mum, school, by, child):
        other = PupilFactory(school=school)
        RoundChild.objects.create(school=school, round=round, pupil=other)
        theirs = parent(other, by, email="other@home.example")
        book_slot(slot=slot_at(round, "15:00"), contact=mum)
        with pytest.raises(TransitionNotAllowed, match="just taken"):
            book_slot(slot=slot_at(round, "15:00"), contact=theirs)
        assert free_times(round, theirs) == ["15:20", "15:40"]
        before = Meeting.objects.get()
        moved = book_slot(slot=slot_at(round, "15:40"), contact=mum)
        assert moved.meeting_id == before.pk
        assert Meeting.objects.get().starts_at == dt.time(15, 40)
        assert free_times(round, theirs) == ["15:00", "15:20"]
        assert len(live()) == 1

    def test_pressed_twice_is_one_meeting_and_one_e_mail(self, round, mum):
        for _ in range(2):
            book_slot(slot=slot_at(round, "15:00"), contact=mum)
        assert Meeting.objects.count() == len(deliver()) == 1

    def test_is_given_back_and_the_calendar_is_told(self, round, mum):
        booking = book_slot(slot=slot_at(round, "15:00"), contact=mum)
        for _ in range(2):
            cancel_booking(booking=booking)
        assert Meeting.objects.get().state == MeetingState.CALLED_OFF
        assert live() == []
        assert free_times(round, mum) == ["15:00", "15:20", "15:40"]
        assert len(deliver()) == 2

    def test_called_off_by_the_school_it_is_free_again(self, round, mum, by):
        call_off(
            meeting=book_slot(slot=slot_at(round, "15:00"), contact=mum).meeting, why="", by=by
        )
        assert "15:00" in free_times(round, mum)

    def test_another_meeting_of_the_teacher_takes_the_time_away(self, round, mum, child, by):
        planned(child, by, on=TUESDAY, starts_at=dt.time(15, 15), length=10)
        assert free_times(round, mum) == ["15:40"]
        with pytest.raises(TransitionNotAllowed, match="just taken"):
            book_slot(slot=slot_at(round, "15:00"), contact=mum)

    def test_ends_for_parents_with_the_last_day_and_not_for_the_school(self, round, mum, by):
        for day, who, works in (
            (dt.datetime(2026, 11, 30, 20, tzinfo=dt.UTC), None, True),
            (dt.datetime(2026, 12, 1, 8, tzinfo=dt.UTC), None, False),
            (dt.datetime(2026, 12, 1, 8, tzinfo=dt.UTC), by, True),
        ):
            with time_machine.travel(day):
                try:
                    cancel_booking(
                        booking=book_slot(slot=slot_at(round, "15:00"), contact=mum, by=who), by=who
                    )
                    assert works
                except TransitionNotAllowed:
                    assert not works

    def test_is_refused_to_whoever_is_kept_away_and_leaves_no_trace(self, round, mum, by):
        record_order(contact=mum, by=by, kind="no_contact", starts_on=TODAY, evidence="Safe")
        with pytest.raises(TransitionNotAllowed, match="meeting of their own"):
            book_slot(slot=slot_at(round, "15:00"), contact=mum, by=by)
        assert not Meeting.objects.exists()
        assert not AuditEvent.objects.filter(action=Action.BOOK_MEETING).exists()

    def test_is_refused_for_a_child_who_was_not_asked_and_in_a_closed_round(
        self, round, school, mum, by
    ):
        other = parent(PupilFactory(school=school), by, email="x@home.example")
        with pytest.raises(TransitionNotAllowed, match="not for this child"):
            book_slot(slot=slot_at(round, "15:00"), contact=other)
        close_round(round=round, by=by)
        with pytest.raises(TransitionNotAllowed, match="closed"):
            book_slot(slot=slot_at(round, "15:00"), contact=mum)


class TestTwoHomes:
    def test_separated_parents_have_a_time_each_and_see_nothing_of_the_other(
        self, round, mum, child, by
    ):
        dad = parent(child, by, name="Dan Reed", email=DAD)
        book_slot(slot=slot_at(round, "15:00"), contact=mum)
        assert bookable(round, dad, today=TODAY).booking is None
        book_slot(slot=slot_at(round, "15:40"), contact=dad)
        assert bookable(round, mum, today=TODAY).booking.slot.starts_at == dt.time(15)
        first, second = (row.meeting for row in live())
        assert {i.name for i in first.invitees.all()} == {"Mia Reed", "Ann Moss"}
        assert {i.name for i in second.invitees.all()} == {"Dan Reed", "Ann Moss"}

    def test_one_home_has_one_time_which_either_can_change(self, round, child, by):
        home = add_home(pupil=child, by=by, name="Ours", address="1 Way")
        one = parent(child, by, home=home)
        two = parent(child, by, name="Dan Reed", email=DAD, home=home)
        booking = book_slot(slot=slot_at(round, "15:00"), contact=one)
        moved = book_slot(slot=slot_at(round, "15:40"), contact=two)
        assert booking.pk == moved.pk
        assert len(live()) == 1


class TestTheParentsPage:
    def test_asked_opened_booked_changed_and_given_back(self, round, mum, school, by, child):
        asked = ask_to_book(round=round, children=list(RoundChild.objects.all()), by=by)
        assert (asked.sent, asked.unreached) == (1, [])
        message = deliver()[-1]
        assert message.subject == "Oakfield Primary would like to meet you"
        assert not ParentPage.objects.get().is_whole
        reader = newest_parent_of(message).open()
        home = text_of(reader.get("home/"))
        assert "Choose a time by Mon 30 Nov" in home
        assert "SEN support" not in home
        times = f"times/?round={round.pk}"
        page = text_of(reader.get(times))
        assert "Tue 8 Dec, 15:20" in page
        behind_the_wall(school)
        slot = slot_at(round, "15:20")
        done = reader.post(times, {"slot": str(slot.pk), "wants_second": "on"}, follow=True)
        assert "Your time is booked" in text_of(done)
        assert "Tuesday 8 December, 15:20" in text_of(done)
        behind_the_wall(school)
        assert live()[0].wants_second
        given = reader.post(times, {"give_back": "1"}, follow=True)
        assert "You have given your time back" in text_of(given)
        behind_the_wall(school)
        assert live() == []

    def test_a_taken_time_says_so(self, round, mum, school, by):
        ask_to_book(round=round, children=list(RoundChild.objects.all()), by=by)
        reader = newest_parent().open()
        behind_the_wall(school)
        other = PupilFactory(school=school)
        RoundChild.objects.create(school=school, round=round, pupil=other)
        slot = slot_at(round, "15:20")
        theirs = parent(other, by, name="Olga Petrov", email="o@home.example")
        book_slot(slot=slot, contact=theirs)
        page = reader.post(f"times/?round={round.pk}", {"slot": str(slot.pk)})
        assert "This time is taken" in text_of(page)
        assert "Olga" not in text_of(page)

    def test_asking_again_chases_only_those_without_a_time_and_once_a_day(
        self, round, mum, school, by, child
    ):
        other = PupilFactory(school=school)
        RoundChild.objects.create(school=school, round=round, pupil=other)
        children = list(RoundChild.objects.order_by("pk"))
        asked = ask_to_book(round=round, children=children, by=by)
        assert [c.pupil_id for c in asked.unreached] == [other.pk]
        book_slot(slot=slot_at(round, "15:00"), contact=mum)
        parent(other, by, email="o@home.example")
        asked = ask_to_book(round=round, children=list(RoundChild.objects.all()), by=by)
        assert asked.sent == 1
        assert ask_to_book(round=round, children=list(RoundChild.objects.all()), by=by).sent == 0


def newest_parent_of(message):
    from tests.pupils.parents.makers import Parent, page_secret

    return Parent(page_secret(message))


class TestTheSchool:
    def test_opens_watches_books_by_phone_and_closes(self, school, by, child, mum):
        client = client_of(by)
        form = {
            "title": "Autumn meetings", "group": "all", "length": "20", "gap": "5",
            "how": "phone", "chair": str(by.pk), "book_by": "1 Dec 2026",
            "on_1": "8 Dec 2026", "first_1": "15:00", "last_1": "16:00",
        }  # fmt: skip
        page = client.post("/oakfield/parents-meetings/add/", form, follow=True)
        assert "0 of 2 times are booked" in text_of(page)
        round = MeetingRound.objects.get()
        assert "Quillmark" in text_of(page)
        late = form | {"last_1": "14:00"}
        assert "after the beginning" in text_of(
            client.post("/oakfield/parents-meetings/add/", late)
        )
        phone = f"/oakfield/children/{child.pk}/times/{round.pk}/"
        slot = slot_at(round, "15:25")
        data = {"contact": str(mum.pk), "slot": str(slot.pk), "wants_interpreter": "on"}
        page = client.post(phone, data, follow=True)
        text = text_of(page)
        assert "1 of 2 times are booked" in text
        assert "Interpreter" in text
        assert "Every family has a time" in text
        assert "By phone" in text
        booking = live()[0]
        assert booking.booked_by == by
        cancel = f"/oakfield/children/{child.pk}/bookings/{booking.pk}/cancel/"
        assert "0 of 2 times" in text_of(client.post(cancel, follow=True))
        assert "1 e-mail on the way" in text_of(
            client.post(f"/oakfield/parents-meetings/{round.pk}/ask/", follow=True)
        )
        page = client.post(f"/oakfield/parents-meetings/{round.pk}/close/", follow=True)
        assert "Closed on Mon 23 Nov" in text_of(page)
        assert "1 of 1" not in text_of(client.get("/oakfield/parents-meetings/"))

    def test_a_teacher_sees_own_children_and_others_times_as_taken(self, school, by, child):
        group = ClassGroupFactory(school=school)
        teacher = teacher_of(group)
        own = PupilFactory(school=school, class_group=group, last_name="Ownby")
        round = offered([child, own], by)
        book_slot(slot=slot_at(round, "15:00"), contact=parent(child, by), by=by)
        text = text_of(client_of(teacher).get(f"/oakfield/parents-meetings/{round.pk}/"))
        assert "Ownby" in text
        assert "Taken" in text
        assert "Quillmark" not in text
        stranger = teacher_of(ClassGroupFactory(school=school))
        path = f"/oakfield/parents-meetings/{round.pk}/"
        assert client_of(stranger).get(path).status_code == 404

    def test_whoever_has_not_booked_by_is_due_until_they_have(self, round, mum, child, by):
        row = Deadline.objects.get(kind="booking")
        assert (row.pupil_id, row.owed_by, row.due_on) == (child.pk, "parent", round.book_by)
        booking = book_slot(slot=slot_at(round, "15:00"), contact=mum)
        assert not Deadline.objects.filter(kind="booking").exists()
        cancel_booking(booking=booking)
        assert Deadline.objects.filter(kind="booking").exists()
        close_round(round=round, by=by)
        assert not Deadline.objects.filter(kind="booking").exists()

    def test_as_many_statements_for_thirty_as_for_three(self, school, by, child, mum):
        few = offered([child], by)
        many = offered(
            [child, *PupilFactory.create_batch(12, school=school)], by,
            sittings=[Sitting(TUESDAY + dt.timedelta(days=2), dt.time(9), dt.time(15))],
        )  # fmt: skip
        book_slot(slot=slot_at(few, "15:00"), contact=mum, by=by)
        client = client_of(by)
        paths = [f"/oakfield/parents-meetings/{each.pk}/" for each in (few, many)]
        client.get(paths[0])
        assert len(statements(client, paths[0])) == len(statements(client, paths[1]))


@pytest.mark.django_db(transaction=True)
def test_of_six_families_at_once_one_gets_the_time():
    school = SchoolFactory(live_from=dt.date(2026, 9, 1))
    with school_transaction(school):
        by = member(school)
        children = PupilFactory.create_batch(6, school=school)
        contacts = [parent(each, by, email=f"p{n}@home.example") for n, each in enumerate(children)]
        slot = slot_at(offered(children, by), "15:00")
    outcomes, gate = [], threading.Barrier(6)

    def book(contact) -> None:
        try:
            gate.wait()
            with school_transaction(school):
                outcomes.append(book_slot(slot=slot, contact=contact).pk)
        except TransitionNotAllowed as refused:
            outcomes.append(str(refused))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=book, args=(contact,)) for contact in contacts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with school_transaction(school):
        assert SlotBooking.objects.count() == Meeting.objects.count() == 1
    assert len([each for each in outcomes if "just taken" in str(each)]) == 5


def test_a_family_changes_times_only_so_often_in_a_day(round, mum, by, monkeypatch):
    monkeypatch.setattr("pupils.services.bookings.booking.MOST_CHANGES_A_DAY", 2)
    first, second, third = (slot_at(round, hour) for hour in ("15:00", "15:20", "15:40"))
    book_slot(slot=first, contact=mum)
    booking = book_slot(slot=second, contact=mum)
    assert book_slot(slot=second, contact=mum) == booking  # no change
    with pytest.raises(TransitionNotAllowed, match="ring the school"):
        book_slot(slot=third, contact=mum)
    assert book_slot(slot=third, contact=mum, by=by) == booking  # the school may
    cancel_booking(booking=booking)
