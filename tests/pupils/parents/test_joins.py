"""What was built apart meets: pages, agreements, letters, meetings and links of one family."""

import datetime as dt

import pytest
import time_machine
from django.db.models import Q
from django.test import Client

from aylsham.changes import TransitionNotAllowed
from pupils.models import (
    Document,
    Enrolment,
    Meeting,
    MeetingInvitee,
    ParentPage,
    ParentPageNote,
    RoundChild,
    SharedPaper,
)
from pupils.selectors.parent_meetings import met_days
from pupils.selectors.parents.lists import can_be_shared
from pupils.selectors.parents.pages import papers_of, view_of
from pupils.services.agreements.answering import record_answer
from pupils.services.agreements.reminding import remind_to_agree
from pupils.services.bookings.asking import ask_to_book
from pupils.services.bookings.booking import book_slot, cancel_booking
from pupils.services.contributions.asking import send_again
from pupils.services.contributions.reminding import remind_school
from pupils.services.details import record_leaving, remove_contact
from pupils.services.meetings.inviting import Guest as Asked
from pupils.services.meetings.planning import hold_meeting
from pupils.services.parents.pages import send_page
from pupils.services.parents.papers import share_paper
from tests.access import access_of
from tests.documents.making import pdf, upload
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import client_of, text_of
from tests.pupils.agreements.makers import Outsider, asked, to_ask, written_plan
from tests.pupils.agreements.makers import secret_in as plan_secret
from tests.pupils.family.invited import Guest, ask_parent, deliver, secret_in
from tests.pupils.letters.makers import head, letters_to_family, sent
from tests.pupils.meetings.makers import planned
from tests.pupils.parents.makers import DAD, newest_parent, offered, parent, slot_at

#: A letter of the library without gaps to fill.
LETTER = "send_provision"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield Primary", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def by(school):
    return member(school, user__name="Ann Moss")


@pytest.fixture
def child(school):
    return PupilFactory(
        school=school, first_name="Zephyrine", last_name="Quillmark", on_register=True
    )


@pytest.fixture
def mum(child, by):
    return parent(child, by)


@pytest.fixture
def dad(child, by):
    return parent(child, by, name="Dan Reed", email=DAD, relationship="Father")


class TestThePageListsWhatIsAsked:
    def test_a_plan_and_a_letter_without_a_second_code(self, child, mum, by, school):
        head(school)
        plan = written_plan(child, by)
        asked(child, plan, [to_ask(mum)], by)
        letter = letters_to_family(child, LETTER, by)[0]
        sent(letter, by, how="email", is_checked=True)
        deliver()
        send_page(contact=mum, by=by)
        reader = newest_parent().open()
        text = text_of(reader.get("home/"))
        assert "A plan to read: do you agree? Please answer by Mon 7 Dec" in text
        assert "Letters from us Sent on Mon 23 Nov" in text
        behind_the_wall(school)
        page = ParentPage.objects.get()
        shown = view_of(page, today=TODAY)
        read = reader.post("home/", {"ask": str(shown.letters[0].pk)}, follow=True)
        assert letter.body.splitlines()[0] in text_of(read)
        read = reader.post("home/", {"agreement": str(shown.agreements[0].pk)}, follow=True)
        assert "Offer the quiet corner" in text_of(read)
        answer = read.redirect_chain[-1][0]
        seen = shown.agreements[0].text.digest
        reader.client.post(answer, {"choice": "agree", "words": "", "seen": seen})
        assert "A plan to read" not in text_of(reader.get("home/"))

    def test_of_another_parent_nothing(self, child, mum, dad, by, school):
        plan = written_plan(child, by)
        ask = asked(child, plan, [to_ask(mum)], by)[0]
        deliver()
        send_page(contact=dad, by=by)
        reader = newest_parent().open()
        assert "A plan to read" not in text_of(reader.get("home/"))
        assert reader.post("home/", {"agreement": str(ask.pk)}).status_code == 200


class TestWhosePaper:
    def test_a_letter_to_and_a_sheet_signed_by_another_home_stay_off_the_page(
        self, child, mum, dad, by, school
    ):
        head(school)
        letters = letters_to_family(child, LETTER, by)
        hers, his = sorted(letters, key=lambda each: each.to_name, reverse=True)
        assert (hers.contact, his.contact) == (mum, dad)
        sent(hers, by, how="hand", is_checked=True)
        paper = Document.objects.get(kind="letter")
        ask = asked(child, written_plan(child, by), [to_ask(mum)], by)[0]
        record_answer(
            ask=ask, choice="no", words="Not so", how="paper", given_on=TODAY,
            seen=ask.text.digest, by=by, signed=upload("sheet.pdf", pdf("Signed by Mia")),
        )  # fmt: skip
        sheet = Document.objects.exclude(pk=paper.pk).get()
        access = access_of(by, school)
        for contact, may in ((mum, {paper, sheet}), (dad, set())):
            page = send_page(contact=contact, by=by)
            assert set(can_be_shared(access, page)) == may
            for document in (paper, sheet):
                if document in may:
                    share_paper(page=page, document=document, is_checked=True, by=by)
                    continue
                with pytest.raises(TransitionNotAllowed, match="somebody else"):
                    share_paper(page=page, document=document, is_checked=True, by=by)
                # Shared before this was known: the page does not give it either.
                SharedPaper.objects.create(
                    school=school, page=page, document=document, shared_on=TODAY, shared_by=by
                )
            # The signed sheet waits for a second look, as all that is marked sensitive.
            assert {row.document for row in papers_of(page, today=TODAY)} == may - {sheet}


class TestALetterInTheTimeline:
    def test_stands_once_with_whom_it_went_to(self, child, mum, by, school):
        head(school)
        letter = letters_to_family(child, LETTER, by)[0]
        sent(letter, by, how="hand", is_checked=True)
        page = text_of(client_of(by).get(f"/oakfield/children/{child.pk}/timeline/"))
        assert page.count("Letter with Mia Reed") == 1
        assert "Documents: Written here" not in page


class TestTheChildLeaves:
    def test_every_link_to_the_family_is_dead_the_day_after(self, child, mum, by, school):
        ask_parent(mum, by, due_on=TODAY + dt.timedelta(days=9))
        questions = Guest(secret_in(deliver()[-1]))
        asked(child, written_plan(child, by), [to_ask(mum)], by)
        plan = Outsider(plan_secret(deliver()[-1]))
        planned(child, by, Asked(contact=mum), kind="parents")
        invitation = [m for m in deliver() if "/meeting/" in m.body][-1]
        path = invitation.body.partition("/contribute/meeting/")[2].split()[0]
        send_page(contact=mum, by=by)
        page = newest_parent()
        client = page.client
        addresses = [questions.base, plan.base, f"/contribute/meeting/{path}", page.base]
        assert [client.get(each).status_code for each in addresses] == [200] * 4
        behind_the_wall(school)
        record_leaving(pupil=child, last_day=TODAY, by=by)
        assert [client.get(each).status_code for each in addresses] == [200] * 4
        tomorrow = dt.datetime.combine(TODAY, dt.time(9), dt.UTC) + dt.timedelta(days=1)
        with time_machine.travel(tomorrow, tick=True):
            assert [client.get(each).status_code for each in addresses] == [404] * 4
            behind_the_wall(school)
            ask = child.asks.get()
            with pytest.raises(TransitionNotAllowed, match="has left"):
                send_again(ask=ask, email=ask.email, by=by)
            late = TODAY + dt.timedelta(days=7)
            deliver()
            remind_school(school, today=late)
            remind_to_agree(school, today=late)
            assert not deliver()


class TestABookedTime:
    def test_is_told_once_and_given_back_so_that_others_can_have_it(self, child, mum, by, school):
        round = offered([child], by)
        book_slot(slot=slot_at(round, "15:20"), contact=mum, by=by)
        deliver()
        send_page(contact=mum, by=by)
        reader = newest_parent().open()
        text = text_of(reader.get("home/")).replace(" ,", ",")
        assert "You have booked Tuesday 8 December, 15:20, Rainbow room, with Ann Moss" in text
        assert text.count("8 December") == 1
        assert "change your answer" not in text
        times = text_of(reader.get(f"times/?round={round.pk}"))
        assert times.index("15:00") < times.rindex("15:20") < times.index("15:40")

    def test_counts_as_one_of_three_only_when_it_was_held(self, child, mum, by, school):
        book_slot(slot=slot_at(offered([child], by), "15:20"), contact=mum, by=by)
        chosen = Q(school=school, pupil=child)
        assert met_days(chosen) == {}
        meeting = Meeting.objects.get()
        with time_machine.travel(dt.datetime(2026, 12, 8, 16, tzinfo=dt.UTC), tick=True):
            came = MeetingInvitee.objects.values_list("pk", flat=True)
            hold_meeting(meeting=meeting, came=came, is_parent_meeting=True, by=by)
        assert met_days(chosen) == {child.pk: [meeting.on]}

    def test_is_offered_to_nobody_whose_child_has_left(self, child, mum, by, school):
        round = offered([child], by)
        send_page(contact=mum, by=by)
        deliver()
        Enrolment.objects.update(ends_on=TODAY - dt.timedelta(days=1))
        rows = list(RoundChild.objects.filter(school=school))
        assert ask_to_book(round=round, children=rows, by=by).sent == 0
        assert not deliver()


class TestSomebodyIsTakenOffTheRecord:
    def test_their_page_stops_and_its_log_stays(self, child, mum, by, school):
        send_page(contact=mum, by=by)
        reader = newest_parent()
        behind_the_wall(school)
        remove_contact(contact=mum, by=by)
        assert reader.get().status_code == 404
        behind_the_wall(school)
        page = ParentPage.objects.get()
        assert (page.contact, page.stopped_why) == (None, "by_us")
        assert ParentPageNote.objects.filter(page=page).count() == 2
        tab = text_of(client_of(by).get(f"/oakfield/children/{child.pk}/parents/"))
        assert "Taken off the record" in tab

    def test_a_booked_time_is_cancelled_first_and_an_invitation_is_dead(
        self, child, mum, dad, by, school
    ):
        booking = book_slot(slot=slot_at(offered([child], by), "15:00"), contact=mum, by=by)
        with pytest.raises(TransitionNotAllowed, match="booked first"):
            remove_contact(contact=mum, by=by)
        cancel_booking(booking=booking, by=by)
        planned(child, by, Asked(contact=mum), kind="parents")
        message = [m for m in deliver() if "/meeting/" in m.body][-1]
        path = message.body.partition("/contribute/meeting/")[2].split()[0]
        behind_the_wall(school)
        remove_contact(contact=mum, by=by)
        assert Client().get(f"/contribute/meeting/{path}").status_code == 404
