"""What happens on the day is the same wherever it is read: timetables, calendar, log, front page."""

import datetime as dt
import uuid

import pytest
import time_machine
from icalendar import Calendar

from aylsham.access.roles import Role
from aylsham.calendars import calendar_of
from aylsham.reminders.services import make_feed
from provision.models import SessionLog
from provision.rules.delivery import Came
from provision.rules.standing_marks import SessionAt
from provision.selectors.given_today import given_today
from provision.services.sessions import MarkFacts, log_session
from staff.models import WeekPlan
from staff.selectors.class_today import changes_today
from staff.selectors.deployed import asked_days, deployed
from staff.selectors.effective import day_as_it_is, slots_of, week_as_it_is
from staff.selectors.held import held_of, stands_between
from staff.services.away import take_back
from staff.services.cover import NOT_GIVEN, decide
from tests.access import access_of
from tests.factories import ClassGroupFactory, member, teacher_of
from tests.pages import client_of, statements, text_of
from tests.staff.away7_makers import MONDAY, Morning, again, morning, out, session
from tests.staff.times7_makers import moved, room

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WEDNESDAY = MONDAY + dt.timedelta(days=2)
NINE, TEN = 9 * 60, 10 * 60


@pytest.fixture
def at() -> Morning:
    return morning()


def settle(at: Morning, row, choice, day=MONDAY):
    return decide(school=at.school, day=day, session=row.pk, choice=str(choice), by=at.sendco)


def timetable(at: Morning, user=None, **asked) -> str:
    page = client_of(user or at.sendco).get(f"/{at.school.slug}/timetable/", asked)
    return text_of(page)


def log_page(at: Morning, user, **asked):
    return client_of(user).get(f"/{at.school.slug}/sessions/", asked)


def post_log(at: Morning, user, row, **more):
    data = {"on": MONDAY.isoformat(), "slot": 1, "seen": 0, "all": "on", "key": uuid.uuid4()}
    provision = row.demand.provision_id
    url = f"/{at.school.slug}/sessions/{provision}/"
    return client_of(user).post(url, data | more)


@pytest.fixture
def covered(at):
    """Adult 0 is out; Adult 1 gives the first session, nobody the second."""
    first = session(at, at.child(0), name="Speech work")
    first.room = room(at.school)
    first.save()
    second = session(at, at.child(1), starts=TEN, name="Reading", rank="plan")
    out(at.adult(0))
    settle(at, first, at.adult(1).pk)
    settle(at, second, NOT_GIVEN)
    return first, second


class TestTimetables:
    def test_the_usual_adults_week_says_who_stands_in_and_what_is_not_given(self, at, covered):
        words = timetable(at, by="adult", who=at.adult(0).pk)
        assert "Today: Adult 1 instead of Adult 0" in words
        assert "Today: Not given: Adult 0 is out" in words

    def test_the_stand_ins_week_has_the_session(self, at, covered):
        words = timetable(at, by="adult", who=at.adult(1).pk)
        assert "Speech work" in words and "Today: Adult 1 instead of Adult 0" in words
        assert "Reading" not in words

    @pytest.mark.parametrize("by", ["child", "room"])
    def test_child_and_room_have_it_once_with_who_gives_it(self, at, covered, by):
        page = client_of(at.sendco).get(
            f"/{at.school.slug}/timetable/",
            {"by": by, "who": at.child(0).pk if by == "child" else covered[0].room_id},
        )
        [line] = [x for x in page.context["page"].lines if x.session.key == covered[0].pk]
        assert line.session.adult == "Adult 1" and not line.session.is_off
        assert "Today: Adult 1 instead of Adult 0" in text_of(page)

    def test_the_day_of_all_has_both_adults(self, at, covered):
        page = client_of(at.sendco).get(f"/{at.school.slug}/timetable/", {"by": "day"})
        names = {
            day.name: [x.session.is_off for x in day.lines] for day in page.context["page"].days
        }
        assert names == {"Adult 0": [True, True], "Adult 1": [False]}

    def test_my_day_and_the_timetable_say_the_same(self, at, covered):
        for number in (0, 1):
            adult = at.adult(number)
            day = client_of(adult.user).get(f"/{at.school.slug}/my-day/").context["page"]
            page = (
                client_of(adult.user)
                .get(f"/{at.school.slug}/timetable/", {"by": "adult", "who": adult.pk})
                .context["page"]
            )
            of_day = {(x.starts, x.change, x.is_off) for x in day.lines if x.log}
            of_week = {(x.starts, x.change, x.session.is_off) for x in page.lines}
            assert of_day == of_week != set()

    def test_the_plan_without_dates_stays_the_plan(self, at, covered):
        words = timetable(at, by="adult", who=at.adult(0).pk, plain="on")
        assert "Speech work" in words and "Reading" in words and "Monday" in words
        assert "instead" not in words and "Not given" not in words and "23 Nov" not in words

    def test_another_week_is_as_planned(self, at, covered):
        words = timetable(at, by="adult", who=at.adult(0).pk, week="2026-11-30")
        assert "Speech work" in words and "instead" not in words

    def test_what_was_taken_back_is_as_planned_again(self, at):
        row = session(at, at.child(0))
        absence = out(at.adult(0))
        settle(at, row, at.adult(1).pk)
        take_back(absence=absence, by=at.sendco)
        assert "instead" not in timetable(at, by="adult", who=at.adult(0).pk)

    def test_nothing_decided_yet_is_said(self, at):
        session(at, at.child(0))
        out(at.adult(0))
        words = timetable(at, by="child", who=at.child(0).pk)
        assert "Today: Adult 0 is out, not decided yet" in words

    def test_what_is_moved_stands_at_both_times(self, at):
        row = session(at, at.child(0))
        moved(row, at.adult(1), on=MONDAY, to=WEDNESDAY, at=TEN)
        words = timetable(at, by="child", who=at.child(0).pk)
        assert "Today: Moved to Wed 10:00" in words
        assert "Changed: Moved from Mon 9:00; Adult 1 instead of" in words

    def test_the_wall_copy_says_so_without_names_of_children(self, at, covered):
        words = timetable(at, by="day", wall="on")
        assert "Adult 1 instead of Adult 0" in words and at.child(0).last_name not in words
        paper = client_of(at.sendco).get(
            f"/{at.school.slug}/timetable/", {"by": "day", "wall": "on", "as": "pdf"}
        )
        assert paper.content.startswith(b"%PDF")

    def test_what_is_confidential_says_who_and_not_what(self, at):
        row = session(at, at.child(0), name="Trauma talk", is_confidential=True)
        out(at.adult(0))
        settle(at, row, at.adult(1).pk)
        for user in (member(at.school, Role.ASSISTANT_SENDCO), at.adult(1).user):
            words = timetable(at, user, by="adult", who=at.adult(1).pk)
            assert "Private session" in words and "Adult 1 instead of Adult 0" in words
            assert "Trauma" not in words and at.child(0).last_name not in words

    def test_an_lsa_reads_of_a_colleague_only_what_they_take_over(self, at, covered):
        words = timetable(at, at.adult(1).user, by="adult", who=at.adult(1).pk)
        assert "Speech work" in words and at.child(0).first_name in words
        assert "Reading" not in words
        other = timetable(at, at.adult(2).user, by="day")
        assert "Speech work" not in other and "Adult 0" not in other

    def test_swaps_cost_no_statement(self, at):
        rows = [session(at, at.child(n), starts=NINE + 30 * n, name=f"Work {n}") for n in range(3)]
        client, url = client_of(at.sendco), f"/{at.school.slug}/timetable/?by=day"
        few = len(statements(client, url))
        out(at.adult(0))
        for row in rows:
            settle(at, row, at.adult(1).pk)
        assert len(statements(client, url)) == few


class TestCalendar:
    def events(self, client, user, school):
        _, secret = make_feed(by=user, federation=school.federation, school=school)
        found = Calendar.from_ical(client.get(f"/calendar/{secret}/week.ics").content)
        return [(e.decoded("dtstart"), str(e["summary"])) for e in found.walk("VEVENT")]

    def test_whoever_is_out_has_it_no_more_and_the_stand_in_has_it(self, at, covered, client):
        nine = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
        usual = self.events(client, at.adult(0).user, at.school)
        assert nine not in [starts for starts, _ in usual]
        assert (nine + dt.timedelta(days=7), "Session") in usual
        assert self.events(client, at.adult(1).user, at.school) == [(nine, "Session, changed")]

    def test_what_is_moved_is_at_its_new_time_for_the_same_adult(self, at, client):
        row = session(at, at.child(0))
        moved(row, at.adult(0), on=MONDAY, to=WEDNESDAY, at=TEN)
        starts = [when for when, _ in self.events(client, at.adult(0).user, at.school)]
        assert dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC) in starts
        assert dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC) not in starts

    def test_what_somebody_leaves_to_step_in_is_not_theirs(self, client):
        at = morning(adults=2)
        first = session(at, at.child(0))
        session(at, at.child(1), adult=1, rank="plan", name="Reading", starts=NINE)
        out(at.adult(0))
        lower = [s for s in day_as_it_is(at.school, MONDAY) if s.planned.member == at.adult(1)]
        settle(at, first, f"{at.adult(1).pk}/{lower[0].planned.session.pk}")
        events = self.events(client, at.adult(1).user, at.school)
        today = [e for e in events if e[0].date() == MONDAY]
        assert [summary for _, summary in today] == ["Session, changed"]


class TestTheLog:
    def test_the_stand_in_finds_it_and_logs_it_as_their_own(self, at, covered):
        user = at.adult(1).user
        page = log_page(at, user)
        [(card, _)] = page.context["cards"]
        assert card.provision.name == "Speech work" and card.clock == "9:00"
        assert "Today: Adult 1 instead of Adult 0" in text_of(page)
        one = client_of(user).get(f"/{at.school.slug}/sessions/{card.id}/")
        assert "I log it for them" not in text_of(one)
        assert post_log(at, user, covered[0], for_staff="on").status_code == 302
        log = SessionLog.objects.get()
        assert (log.logged_by, log.on_behalf_of) == (user, None)

    def test_another_logs_it_for_the_stand_in(self, at, covered):
        url = f"/{at.school.slug}/sessions/{covered[0].demand.provision_id}/"
        assert "gave it; I log it for them" in text_of(client_of(at.sendco).get(url))
        post_log(at, at.sendco, covered[0], for_staff="on")
        assert SessionLog.objects.get().on_behalf_of == at.adult(1).user

    def test_whoever_is_out_has_it_aside(self, at, covered):
        page = log_page(at, at.adult(0).user, whose="mine")
        assert [card.provision.name for card, _ in page.context["cards"]] == ["Reading"]
        assert page.context["waiting"] == 0
        assert "Not given: Adult 0 is out" in text_of(page)

    def test_on_the_day_after_it_is_nobodys_but_the_usual_adults(self, at, covered):
        assert log_page(at, at.adult(1).user, on="2026-11-24").context["cards"] == []

    def test_what_is_moved_waits_on_its_new_day_beside_the_days_own(self, at):
        row = session(at, at.child(0))
        again(at, row.demand, on=2)
        moved(row, at.adult(1), on=MONDAY, to=WEDNESDAY, at=TEN)
        page = log_page(at, at.adult(0).user, whose="mine")
        assert page.context["cards"] == [] and len(page.context["others"]) == 1
        page = log_page(at, at.sendco, whose="all", on="2026-11-25")
        cards = [card for adult in page.context["adults"] for card in (*adult.waiting, *adult.done)]
        found = {(card.at.slot, card.clock, card.giver.pk) for card in cards}
        assert found == {(1, "9:00", at.adult(0).user_id), (2, "10:00", at.adult(1).user_id)}

    def test_what_falls_keeps_the_numbers_of_the_others(self, at):
        row = session(at, at.child(0))
        second = again(at, row.demand, starts=TEN)
        moved(row, at.adult(1), on=MONDAY, to=WEDNESDAY, at=TEN)
        page = log_page(at, at.adult(0).user, whose="mine")
        assert [(c.at.slot, c.clock) for c, _ in page.context["cards"]] == [(2, "10:00")]
        slots = slots_of(week_as_it_is(at.school, MONDAY))
        assert slots == {(row.pk, MONDAY): 1, (second.pk, MONDAY): 2}

    def test_the_front_page_has_what_the_asker_gives_today(self, at, covered):
        assert given_today(access_of(at.adult(0).user, at.school)) == []
        [each] = given_today(access_of(at.adult(1).user, at.school))
        assert (each.name, each.change) == ("Speech work", "Adult 1 instead of Adult 0")


class TestDelivered:
    def test_the_minutes_are_the_stand_ins(self, at, covered):
        post_log(at, at.adult(1).user, covered[0])
        page = deployed(
            access_of(at.sendco, at.school),
            asked_days(access_of(at.sendco, at.school), "2026-11-23"),
        )
        rows = {each.member.name: each.minutes for each in page.adults}
        assert rows["Adult 1"].delivered == 30 and rows["Adult 1"].stood_in == 30
        assert rows["Adult 0"].delivered == 0 and rows["Adult 0"].out == 60

    def test_a_log_of_a_moved_session_counts_once(self, at):
        row = session(at, at.child(0))
        again(at, row.demand, on=1)
        moved(row, at.adult(1), on=MONDAY, to=MONDAY + dt.timedelta(days=1), at=TEN)
        tuesday = MONDAY + dt.timedelta(days=1)
        with time_machine.travel(dt.datetime(2026, 11, 24, 15, tzinfo=dt.UTC)):
            marks = [MarkFacts(at.child(0), Came.HAD)]
            when, by = SessionAt(tuesday, 2), at.adult(1).user
            log_session(provision=row.demand.provision, at=when, by=by, marks=marks)
        stands = stands_between(at.school, MONDAY, tuesday, calendar_of(at.school))
        given = {(h.on, h.by): h.given for h in held_of(at.school, stands)}
        assert given == {(MONDAY, at.adult(1).pk): 30, (tuesday, at.adult(0).pk): None}

    def test_of_one_adult_the_numbers_are_those_of_the_day(self, at):
        row = session(at, at.child(0))
        again(at, row.demand, adult=1, starts=TEN)
        access = access_of(at.sendco, at.school)
        log_session(
            provision=row.demand.provision, at=SessionAt(MONDAY, 2), by=at.adult(1).user,
            marks=[MarkFacts(at.child(0), Came.HAD)],
        )  # fmt: skip
        asked = asked_days(access, "2026-11-23")
        [one] = deployed(access, asked, member=at.adult(1)).adults
        assert one.minutes.delivered == 30


class TestTheClass:
    @pytest.fixture
    def teacher(self, at):
        oak = ClassGroupFactory(school=at.school, name="Oak")
        for child in at.at.children[:2]:
            child.class_group = oak
            child.save()
        return teacher_of(oak)

    def test_who_is_out_who_stands_in_and_what_is_not_given(self, at, teacher, covered):
        words = text_of(client_of(teacher).get(f"/{at.school.slug}/"))
        assert "Adult 0 is out: 9:00–9:30" in words
        assert "Speech work" in words and "Adult 1 stands in" in words
        assert "Reading" in words and "not given" in words

    def test_nothing_of_other_classes_and_of_what_is_confidential(self, at, teacher):
        other = session(at, at.child(3), name="Lego club")
        secret = session(at, at.child(0), starts=TEN, name="Trauma talk", is_confidential=True)
        out(at.adult(0))
        settle(at, other, NOT_GIVEN)
        settle(at, secret, NOT_GIVEN)
        words = text_of(client_of(teacher).get(f"/{at.school.slug}/"))
        assert "Adult 0" not in words and "Lego" not in words and "Trauma" not in words

    def test_what_is_moved_is_said_on_both_days(self, at, teacher):
        row = session(at, at.child(0))
        moved(row, at.adult(1), on=MONDAY, to=WEDNESDAY, at=TEN)
        today = changes_today(access_of(teacher, at.school))
        wednesday = changes_today(access_of(teacher, at.school, today=WEDNESDAY))
        assert [(a.words, a.sessions[0].session.times, a.sessions[0].outcome) for a in today] == [
            ("is out", "9:00–9:30", "moved to Wed 10:00, Adult 1")
        ]
        assert [
            (a.words, a.sessions[0].session.times, a.sessions[0].outcome) for a in wednesday
        ] == [
            (
                "has sessions that were moved to today",
                "10:00–10:30",
                "Adult 1 stands in, moved from Mon 9:00",
            )
        ]

    def test_a_usual_day_says_nothing(self, at, teacher):
        session(at, at.child(0))
        assert "Changed today" not in text_of(client_of(teacher).get(f"/{at.school.slug}/"))


def test_a_week_without_a_plan_asks_once(at, django_assert_num_queries):
    WeekPlan.objects.all().delete()
    with django_assert_num_queries(1):
        assert week_as_it_is(at.school, MONDAY) == []
