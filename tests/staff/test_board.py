"""The board of a week: moved by hand without breaking a rule, locked, swapped, undone."""

import pytest
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from provision.models import Provision
from pupils.models import Pupil
from staff.models import (
    PlanDemand,
    PlanSession,
    ProvisionPlanning,
    Room,
    StaffMember,
    TrainingTopic,
)
from staff.planning.instance import Session, Span
from staff.planning.moving import Moves
from staff.planning.verifying import broken_rules
from staff.planning.writing import by_hand, instance_data
from staff.selectors.weeks.instances import instance_of, sessions_of
from staff.selectors.weeks.spoken import spoken_names
from staff.services.school_days import keep_room
from staff.services.weeks.moving import (
    SESSION_FIELDS,
    Step,
    move_session,
    place_demand,
    set_locked,
    swap_adults,
    take_out,
    undo_step,
)
from staff.services.weeks.room_choice import choose_room
from staff.services.weeks.scenarios import add_change
from tests.access import access_of
from tests.factories import SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.staff.board7_makers import MONDAY, board, first_demand, first_session
from tests.staff.week_makers import draft, needed, weekly

ROOMS = (("Hive", 6), ("Nook", 1))
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def made():
    at, plan = board()
    at.sendco = member(at.school, Role.SENDCO)
    return at, plan


def version(row) -> str:
    return version_of(row, SESSION_FIELDS)


def places(plan, row) -> list[Session]:
    instance = instance_of(plan, MONDAY)
    now = Session(str(row.demand_id), str(row.member_id), Span(row.weekday, row.starts, row.ends))
    moves = Moves(instance, [s for s in sessions_of(plan) if s != now])
    return [p.session for p in moves.ranked(now.demand, now=now) if p.session != now]


def is_whole(plan) -> bool:
    """Whether the independent verifier finds nothing."""
    instance = instance_of(plan, MONDAY)
    data = {**instance_data(instance), "locks": []}
    return not broken_rules(data, by_hand(instance, sessions_of(plan)), is_by_hand=True)


def moved(at, plan, row, place, **facts):
    facts = {"version": version(row), "names": {}, "by": at.sendco} | facts
    return move_session(session=row, place=place, **facts)


def address(at, plan, *parts: str) -> str:
    return "/".join([f"/{at.school.slug}/week/{plan.pk}/board", *map(str, parts), ""])


class TestServices:
    def test_a_session_is_moved_and_the_figures_follow(self, made):
        at, plan = made
        row = first_session(plan)
        place = places(plan, row)[-1]
        before = plan.answer["cost"]
        moved(at, plan, row, place)
        row.refresh_from_db()
        plan.refresh_from_db()
        assert (str(row.member_id), row.weekday, row.starts) == (
            place.adult,
            place.span.weekday,
            place.span.starts,
        )
        assert plan.answer["cost"] >= before
        assert plan.answer["status"] == "feasible"
        assert is_whole(plan)
        event = AuditEvent.objects.filter(action="plan_week").latest("pk")
        assert event.detail["what"] == "moved"

    def test_nobody_is_in_two_places(self, made):
        at, plan = made
        row, other = PlanSession.objects.filter(plan=plan).order_by("demand", "pk")[:2]
        place = Session(
            str(row.demand_id), str(other.member_id), Span(other.weekday, other.starts, other.ends)
        )
        with pytest.raises(TransitionNotAllowed, match="Not possible"):
            moved(at, plan, row, place)

    def test_a_place_beside_the_bells_is_refused(self, made):
        at, plan = made
        row = first_session(plan)
        span = Span(row.weekday, 5 * 60, 5 * 60 + 30)
        with pytest.raises(TransitionNotAllowed, match="not at work"):
            moved(at, plan, row, Session(str(row.demand_id), str(row.member_id), span))

    def test_somebody_moved_it_first(self, made):
        at, plan = made
        row = first_session(plan)
        seen, (one, other) = version(row), places(plan, row)[:2]
        moved(at, plan, row, one)
        with pytest.raises(StaleSave):
            moved(at, plan, row, other, version=seen)

    def test_taken_out_placed_again_and_not_too_often(self, made):
        at, plan = made
        row = first_session(plan)
        demand = first_demand(plan)
        row = PlanSession.objects.filter(demand=demand).first()
        place = Session(str(demand.pk), str(row.member_id), Span(row.weekday, row.starts, row.ends))
        take_out(session=row, version=version(row), by=at.sendco)
        plan.refresh_from_db()
        assert plan.answer["unmet"][demand.rank] == demand.minutes
        facts = {"demand": demand, "place": place, "names": {}, "by": at.sendco}
        place_demand(given=2, **facts)
        assert PlanSession.objects.filter(demand=demand).count() == 3
        with pytest.raises(TransitionNotAllowed, match="Somebody else"):
            place_demand(given=2, **facts)
        with pytest.raises(TransitionNotAllowed, match="Not possible"):
            place_demand(given=3, **facts)

    def test_what_is_locked_stays(self, made):
        at, plan = made
        row = first_session(plan)
        set_locked(session=row, is_locked=True, version=version(row), by=at.sendco)
        row.refresh_from_db()
        for change in (
            lambda: take_out(session=row, version=version(row), by=at.sendco),
            lambda: moved(at, plan, row, places(plan, row)[0]),
        ):
            with pytest.raises(TransitionNotAllowed, match="Unlock"):
                change()
        set_locked(session=row, is_locked=False, version=version(row), by=at.sendco)
        row.refresh_from_db()
        assert not row.is_locked

    def test_two_adults_are_swapped_at_the_same_time_of_day(self):
        at = weekly(adults=2, children=0)
        at.sendco = member(at.school, Role.SENDCO)
        for name in ("Hall", "Yard"):
            needed(at.school, name, times_a_week=1)
        plan = draft(at.school, MONDAY)
        rows = []
        for number, demand in enumerate(plan.demands.order_by("pk")):
            demand.plan = plan
            found = instance_of(plan, MONDAY)
            moves = Moves(found, sessions_of(plan))
            who = str(at.adults[number].pk)
            place = next(s for s in moves.free(str(demand.pk)) if s.adult == who)
            place_demand(demand=demand, place=place, given=0, names={}, by=at.sendco)
            rows.append(PlanSession.objects.get(demand=demand))
        one, other = rows
        step = swap_adults(
            session=one, other=other, version=version(one), other_version=version(other),
            names={}, by=at.sendco,
        )  # fmt: skip
        members = [str(each.member_id) for each in (one, other)]
        for each in rows:
            each.refresh_from_db()
        assert [str(each.member_id) for each in rows] == members[::-1]
        undo_step(plan=plan, step=Step.from_data(step.data), names={}, by=at.sendco)
        for each in rows:
            each.refresh_from_db()
        assert [str(each.member_id) for each in rows] == members

    def test_a_step_is_undone_once_and_not_over_somebody_elses(self, made):
        at, plan = made
        row = first_session(plan)
        stood = version(row)
        step = moved(at, plan, row, places(plan, row)[0])
        undo_step(plan=plan, step=step, names={}, by=at.sendco)
        row.refresh_from_db()
        assert version(row) == stood
        with pytest.raises(TransitionNotAllowed, match="Somebody else"):
            undo_step(plan=plan, step=step, names={}, by=at.sendco)

    def test_what_was_taken_out_comes_back_with_its_lock_and_key(self, made):
        at, plan = made
        row = first_session(plan)
        stood, key = version(row), row.pk
        step = take_out(session=row, version=stood, by=at.sendco)
        undo_step(plan=plan, step=step, names={}, by=at.sendco)
        assert version(PlanSession.objects.get(pk=key)) == stood

    def test_a_published_week_is_not_moved(self, made):
        at, plan = made
        row = first_session(plan)
        place = places(plan, row)[0]
        type(plan).objects.filter(pk=plan.pk).update(state="published", published_at=timezone.now())
        with pytest.raises(TransitionNotAllowed, match="Begin a draft"):
            moved(at, plan, row, place)

    def test_training_only_with_a_note(self):
        at = weekly(adults=1, children=1)
        at.sendco = member(at.school, Role.SENDCO)
        topic = TrainingTopic.objects.create(federation=at.school.federation, name="Makaton")
        needed(at.school, "Signing", topic=topic, times_a_week=1)
        plan = draft(at.school, MONDAY)
        demand = first_demand(plan)
        adult = str(at.adults[0].pk)
        found = instance_of(plan, MONDAY)
        times = Moves(found, []).times
        wanted = found.demands[str(demand.pk)]
        span = next(
            each for each in times.of(wanted)
            if not times.bars_of_work(found.adults[adult], each)
        )  # fmt: skip
        place = Session(str(demand.pk), adult, span)
        names = spoken_names(access_of(at.sendco, at.school), plan)
        facts = {"demand": demand, "place": place, "given": 0, "names": names, "by": at.sendco}
        with pytest.raises(TransitionNotAllowed, match="Adult 0 is not trained in Makaton"):
            place_demand(**facts)
        add_change(
            plan=plan, kind="exception", version=version_of(plan, ("changes",)), by=at.sendco,
            demand=str(demand.pk), adult=adult, note="Beside Mrs Reed",
        )  # fmt: skip
        place_demand(**facts)
        plan.refresh_from_db()
        assert is_whole(plan)


class TestPages:
    def test_the_board_names_who_is_with_whom(self, made):
        at, plan = made
        row = first_session(plan)
        said = text_of(client_of(at.sendco).get(address(at, plan)))
        assert "Group 0" in said
        assert row.member.name in said
        assert at.children[0].first_name in said
        assert "Everything" not in said

    @pytest.mark.parametrize("show", ["adults", "children", "rooms", "nonsense"])
    @pytest.mark.parametrize("day", ["", "0", "4", "9"])
    def test_each_way_to_look_shows_the_sessions(self, made, show, day):
        at, plan = made
        answer = client_of(at.sendco).get(address(at, plan), {"show": show, "day": day})
        assert answer.status_code == 200

    def test_an_empty_plan_says_what_to_do(self):
        at = weekly(adults=0, children=0)
        plan = draft(at.school, MONDAY)
        said = text_of(client_of(member(at.school, Role.SENDCO)).get(address(at, plan)))
        assert "Nothing is on the board yet" in said

    def test_without_a_script_a_session_goes_to_the_best_place_and_back(self, made):
        at, plan = made
        row, client = first_session(plan), client_of(at.sendco)
        page = client.get(address(at, plan, row.pk))
        spot = page.context["page"].spots[0]
        answer = client.post(
            address(at, plan, row.pk), {"place": spot.value, "version": version(row)}, follow=True
        )
        assert "It is moved." in answer.content.decode()
        row.refresh_from_db()
        assert f"{row.member_id}/{row.weekday}/{row.starts}" == spot.value
        answer = client.post(address(at, plan, "undo"), follow=True)
        assert "It is as it was before." in answer.content.decode()
        assert version(first_session(plan)) == version(first_session(plan))
        answer = client.post(address(at, plan, "undo"), follow=True)
        assert "nothing to undo" in answer.content.decode()

    def test_the_second_editor_sees_where_it_stands_now(self, made):
        at, plan = made
        row = first_session(plan)
        seen, (one, other) = version(row), places(plan, row)[:2]
        moved(at, plan, row, one)
        value = f"{other.adult}/{other.span.weekday}/{other.span.starts}"
        answer = client_of(at.sendco).post(
            address(at, plan, row.pk), {"place": value, "version": seen}, follow=True
        )
        assert "Somebody else changed that session" in answer.content.decode()
        row.refresh_from_db()
        assert (str(row.member_id), row.weekday, row.starts) == (
            one.adult, one.span.weekday, one.span.starts,
        )  # fmt: skip

    @pytest.mark.parametrize("place", ["", "x", "x/1/2", "a/b/c", "0/9/9"])
    def test_a_place_that_is_none_changes_nothing(self, made, place):
        at, plan = made
        row = first_session(plan)
        client_of(at.sendco).post(
            address(at, plan, row.pk), {"place": place, "version": version(row)}
        )
        assert version(first_session(plan)) == version(row)

    def test_a_refusal_names_no_child(self, made):
        at, plan = made
        row, other = PlanSession.objects.filter(plan=plan).order_by("demand", "pk")[:2]
        value = f"{row.member_id}/{other.weekday}/{other.starts}"
        answer = client_of(at.sendco).post(
            address(at, plan, row.pk), {"place": value, "version": version(row)}, follow=True
        )
        said = " ".join(str(each) for each in answer.context["messages"])
        assert "Not possible" in answer.content.decode()
        for child in at.children:
            assert child.last_name not in said

    def test_lock_take_out_and_place_by_buttons(self, made):
        at, plan = made
        row, client = first_session(plan), client_of(at.sendco)
        client.post(address(at, plan, row.pk, "lock"), {"version": version(row)})
        row.refresh_from_db()
        assert row.is_locked
        client.post(address(at, plan, row.pk, "lock"), {"version": version(row)})
        row.refresh_from_db()
        client.post(address(at, plan, row.pk, "out"), {"version": version(row)})
        assert not PlanSession.objects.filter(pk=row.pk).exists()
        page = client.get(address(at, plan, "place", row.demand_id))
        spot = page.context["page"].spots[0]
        client.post(address(at, plan, "place", row.demand_id), {"place": spot.value, "given": 2})
        assert PlanSession.objects.filter(demand=row.demand_id).count() == 3

    def test_every_cell_says_whether_it_fits(self, made):
        at, plan = made
        row = first_session(plan)
        client = client_of(at.sendco)
        whole = client.get(address(at, plan, row.pk, "places"))
        assert len(whole.context["targets"]) == 3 * 5
        parts = client.get(address(at, plan, row.pk, "places"), {"parts": 1})
        assert len(parts.context["targets"]) > 3 * 5
        assert all(each.words for each in parts.context["targets"])

    def test_another_school_and_a_role_without_permission(self, made):
        at, plan = made
        row = first_session(plan)
        elsewhere = member(SchoolFactory(slug="elsewhere"), Role.SENDCO)
        paths = [
            address(at, plan), address(at, plan, row.pk),
            address(at, plan, row.pk, "places"), address(at, plan, "place", row.demand_id),
        ]  # fmt: skip
        for path in paths:
            assert client_of(elsewhere).get(path).status_code == 404
            own = path.replace(f"/{at.school.slug}/", "/elsewhere/")
            assert client_of(elsewhere).get(own).status_code == 404
            assert client_of(member(at.school, Role.LSA)).get(path).status_code == 403

    def test_a_session_of_another_plan_is_not_found(self, made):
        at, plan = made
        other = draft(at.school, MONDAY, name="Other", based_on=plan)
        row = first_session(other)
        assert client_of(at.sendco).get(address(at, plan, row.pk)).status_code == 404

    def test_as_many_statements_for_a_large_board(self):
        counts = []
        for number in (2, 20):
            at, plan = board(groups=number, children=4 * number, adults=number)
            client = client_of(member(at.school, Role.SENDCO))
            client.get(address(at, plan))
            counts.append(len(statements(client, address(at, plan))) - OF_EVERY_REQUEST)
        assert counts[0] == counts[1] <= 3

    def test_as_many_statements_for_the_places_of_a_session(self):
        counts = []
        for number in (2, 20):
            at, plan = board(groups=number, children=4 * number, adults=number)
            client = client_of(member(at.school, Role.SENDCO))
            url = address(at, plan, first_session(plan).pk)
            client.get(url)
            counts.append(len(statements(client, url)) - OF_EVERY_REQUEST)
        # Four of them for who works at another school too, with the wall put back.
        assert counts[0] == counts[1] <= 7

    def test_what_cannot_be_moved_is_not_worked_out(self, made):
        at, plan = made
        row = first_session(plan)
        set_locked(session=row, is_locked=True, version=version(row), by=at.sendco)
        client, url = client_of(at.sendco), address(at, plan, row.pk)
        page = client.get(url)
        assert "It is locked" in text_of(page)
        assert page.context["page"].spots == ()
        assert len(statements(client, url)) - OF_EVERY_REQUEST <= 4

    def test_nothing_of_a_card_is_read_as_markup(self, made):
        at, plan = made
        StaffMember.objects.filter(school=at.school).update(name="<i>Ann</i>")
        Room.objects.create(school=at.school, name="<b>Hive</b>", capacity=9)
        PlanSession.objects.filter(plan=plan).update(room=Room.objects.get(school=at.school))
        Provision.objects.filter(school=at.school).update(name="<u>Words</u>")
        Pupil.objects.filter(school=at.school).update(first_name="<s>Zoë</s>")
        for show in ("adults", "children", "rooms"):
            page = client_of(at.sendco).get(address(at, plan), {"show": show}).content.decode()
            for tag in ("<i>Ann", "<b>Hive", "<u>Words", "<s>Zo"):
                assert tag not in page, (show, tag)
            assert "&lt;u&gt;Words" in page


class TestRooms:
    @pytest.fixture
    def rooms(self, made):
        at, _ = made
        facts = {"school": at.school, "by": None, "walking_minutes": 0}
        return [keep_room(name=name, capacity=size, **facts) for name, size in ROOMS]

    def chosen(self, at, row, room, **facts):
        facts = {"version": version(row), "by": at.sendco} | facts
        return choose_room(session=row, room=room, **facts)

    def test_chosen_and_undone(self, made, rooms):
        at, plan = made
        row, cost = first_session(plan), plan.answer["cost"]
        step = self.chosen(at, row, rooms[0])
        row.refresh_from_db()
        plan.refresh_from_db()
        assert (row.room, plan.answer["cost"]) == (rooms[0], cost)
        undo_step(plan=plan, step=step, names={}, by=at.sendco)
        row.refresh_from_db()
        assert row.room is None

    def test_taken_too_small_locked_or_changed_meanwhile(self, made, rooms):
        at, plan = made
        row, other = PlanSession.objects.filter(plan=plan).order_by("demand", "pk")[:2]
        self.chosen(at, row, rooms[0])
        row.refresh_from_db()
        place = {"weekday": row.weekday, "starts": row.starts + 5, "ends": row.ends + 5}
        PlanSession.objects.filter(pk=other.pk).update(**place, member=at.adults[2])
        other.refresh_from_db()
        with pytest.raises(TransitionNotAllowed, match="Hive: taken then"):
            self.chosen(at, other, rooms[0])
        with pytest.raises(TransitionNotAllowed, match="Nook: holds 1"):
            self.chosen(at, row, rooms[1])
        with pytest.raises(StaleSave):
            self.chosen(at, row, None, version="other")
        set_locked(session=row, is_locked=True, version=version(row), by=at.sendco)
        row.refresh_from_db()
        with pytest.raises(TransitionNotAllowed, match="Unlock"):
            self.chosen(at, row, None)

    def test_a_provision_that_asks_for_a_room_stays_there(self, made, rooms):
        at, plan = made
        row = first_session(plan)
        ProvisionPlanning.objects.create(
            school=at.school, provision=row.demand.provision, room=rooms[0]
        )
        with pytest.raises(TransitionNotAllowed, match="asks for Hive"):
            self.chosen(at, row, rooms[1])
        page = text_of(client_of(at.sendco).get(address(at, plan, row.pk)))
        assert "It is always in Hive" in page

    def test_moved_to_a_time_at_which_it_is_taken_it_says_so(self, made, rooms):
        at, plan = made
        row = first_session(plan)
        self.chosen(at, row, rooms[0])
        row.refresh_from_db()
        place = next(p for p in places(plan, row) if p.span.weekday != row.weekday)
        PlanSession.objects.filter(plan=plan).exclude(pk=row.pk).delete()
        blocker = PlanSession.objects.create(
            school=at.school, plan=plan, demand=row.demand, room=rooms[0],
            member=next(a for a in at.adults if str(a.pk) != place.adult),
            weekday=place.span.weekday, starts=place.span.starts + 25, ends=place.span.ends + 25,
        )  # fmt: skip
        PlanDemand.objects.exclude(pk=row.demand_id).filter(plan=plan).delete()
        blocker.demand = PlanDemand.objects.create(
            school=at.school, plan=plan, need=needed(at.school), rank="duty", sessions=5, minutes=30
        )
        blocker.save()
        value = f"{place.adult}/{place.span.weekday}/{place.span.starts}"
        client = client_of(at.sendco)
        sent = {"place": value, "version": version(row)}
        client.post(address(at, plan, row.pk), sent)
        assert "Its room is taken then: choose another." in text_of(client.get(address(at, plan)))
        row.refresh_from_db()
        assert row.room is None

    def test_on_the_page_and_of_this_school_only(self, made, rooms):
        at, plan = made
        row, client = first_session(plan), client_of(at.sendco)
        page = text_of(client.get(address(at, plan, row.pk)))
        assert "Nook (holds 1)" in page
        sent = {"version": version(row), "room": str(rooms[0].pk)}
        client.post(address(at, plan, row.pk, "room"), sent)
        assert "now" in text_of(client.get(address(at, plan, row.pk))).lower()
        row.refresh_from_db()
        assert row.room == rooms[0]
        other = keep_room(school=SchoolFactory(), by=None, name="X", capacity=9, walking_minutes=0)
        sent = {"version": version(row), "room": str(other.pk)}
        assert client.post(address(at, plan, row.pk, "room"), sent).status_code == 404
