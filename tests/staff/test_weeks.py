"""The week of people's time: what the record asks for, and what the planner makes of it."""

import datetime as dt

import pytest

from provision.models import Promise
from staff.models import PlanDemand, PlanSession, ProvisionWindow, TrainingRecord
from staff.planning.instance import Instance
from staff.planning.verifying import broken_rules
from staff.planning.writing import by_hand, instance_data
from staff.rules.demands import Amount, in_pieces, longest_run, of_hours, rest_of
from staff.selectors.weeks.demand import wanted_in
from staff.selectors.weeks.instances import instance_of, monday_of, sessions_of, week_of_plan
from staff.services.weeks.plans import PlanChanged, gather_demands, keep_answer
from tests.factories import SEPTEMBER, TODAY
from tests.provision.makers import given
from tests.staff.training_makers import a_programme, a_topic, trained
from tests.staff.week_makers import draft, needed, planned, weekly

pytestmark = pytest.mark.django_db
MONDAY = TODAY + dt.timedelta(days=-TODAY.weekday() % 7)


def promised(pupil, **facts) -> Promise:
    facts = {
        "text": "Speech work", "source": "ehcp", "weight": "council", "sessions_a_week": 3,
        "minutes": 30, "starts_on": SEPTEMBER,
    } | facts  # fmt: skip
    return Promise.objects.create(school=pupil.school, pupil=pupil, **facts)


class TestAmounts:
    @pytest.mark.parametrize(
        ("amount", "longest", "expected"),
        [
            (Amount(5, 60), 60, Amount(5, 60)),
            (Amount(5, 300), 60, Amount(25, 60)),
            (Amount(5, 61), 60, Amount(10, 35)),
            (Amount(2, 90), 60, Amount(4, 45)),
            (Amount(1, 7), 60, Amount(1, 7)),
        ],
    )
    def test_what_is_too_long_is_given_in_pieces(self, amount, longest, expected):
        assert in_pieces(amount, longest) == expected
        assert expected.in_all >= amount.in_all

    def test_never_less_than_is_owed(self):
        for minutes in range(1, 1500):
            for longest in (35, 45, 60, 75):
                assert of_hours(minutes, longest).in_all >= minutes

    def test_what_provision_leaves(self):
        assert rest_of(Amount(3, 30), 90, 60) is None
        assert rest_of(Amount(3, 30), 60, 60) == Amount(1, 30)
        assert rest_of(Amount(3, 30), 61, 60) == Amount(1, 30)
        assert rest_of(150, 0, 60) == Amount(3, 50)

    def test_a_pause_ends_a_run(self):
        assert longest_run([(530, 540), (540, 600), (615, 660)]) == 70
        assert longest_run([]) == 0


class TestDemand:
    def test_provision_is_ranked_by_what_it_keeps(self):
        at = weekly()
        one, two, three, _ = at.children
        f_line = promised(one)
        given(at.school, one, promises=[f_line], name="Speech", staff_role="lsa")
        given(at.school, two, three, name="Reading", staff_role="lsa")
        given(at.school, two, name="In class", staff_role="lsa", is_in_class=True)
        found = {w.provision.name: w for w in wanted_in(at.school, MONDAY) if w.provision}
        assert {name: w.rank for name, w in found.items()} == {
            "Speech": "section_f",
            "Reading": "plan",
            "In class": "class_support",
        }

    def test_a_promise_that_nobody_keeps_is_asked_for(self):
        at = weekly()
        promised(at.children[0])
        (wanted,) = wanted_in(at.school, MONDAY)
        assert (wanted.rank, wanted.amount) == ("section_f", Amount(3, 30))

    def test_what_provision_keeps_of_a_promise_is_not_asked_for_twice(self):
        at = weekly()
        line = promised(at.children[0], sessions_a_week=5)
        given(
            at.school, at.children[0], promises=[line], sessions_a_week=3, minutes=30,
            staff_role="lsa",
        )  # fmt: skip
        found = {bool(w.promise): w.amount for w in wanted_in(at.school, MONDAY)}
        assert found == {False: Amount(3, 30), True: Amount(2, 30)}

    def test_what_a_therapist_gives_takes_no_adult_and_keeps_the_promise(self):
        at = weekly()
        line = promised(at.children[0])
        given(
            at.school, at.children[0], promises=[line], sessions_a_week=3, minutes=30,
            staff_role="therapist",
        )  # fmt: skip
        assert wanted_in(at.school, MONDAY) == []

    def test_a_need_for_two_adults_is_two_demands_and_ends_on_its_day(self):
        at = weekly()
        needed(at.school, adults=2, ends_on=MONDAY)
        assert [w.adult_number for w in wanted_in(at.school, MONDAY)] == [1, 2]
        assert wanted_in(at.school, MONDAY + dt.timedelta(days=7)) == []

    def test_intimate_care_of_a_child_is_owed_by_law(self):
        at = weekly()
        needed(at.school, "Care", kind="care", pupil=at.children[0], minutes=15)
        (wanted,) = wanted_in(at.school, MONDAY)
        assert wanted.rank == "statutory"


class TestInstance:
    def test_it_goes_through_json_as_it_is(self):
        at = weekly()
        given(at.school, *at.children[:2], name="Reading", staff_role="lsa")
        needed(at.school)
        found = instance_of(draft(at.school, MONDAY), MONDAY)
        assert Instance.from_data(instance_data(found)) == found

    def test_no_name_of_anybody_is_in_it(self):
        at = weekly()
        given(at.school, at.children[0], staff_role="lsa")
        found = str(instance_data(instance_of(draft(at.school, MONDAY), MONDAY)))
        for name in (at.children[0].first_name, at.children[0].last_name, at.adults[0].name):
            assert name not in found

    def test_an_adult_without_a_contract_is_left_out_and_said(self):
        from tests.staff.makers import someone

        at = weekly()
        someone(at.school, name="Zoe New")
        week = week_of_plan(draft(at.school, MONDAY), MONDAY)
        assert [(each.member.name, each.why) for each in week.left_out] == [
            ("Zoe New", "no contract in this week")
        ]

    def test_a_window_of_the_provision_is_kept(self):
        at = weekly()
        reading = given(at.school, at.children[0], sessions_a_week=1, minutes=30, staff_role="lsa")
        ProvisionWindow.objects.create(
            school=at.school, provision=reading, kind="only", weekday=2,
            starts_at=dt.time(9), ends_at=dt.time(10),
        )  # fmt: skip
        plan = planned(draft(at.school, MONDAY))
        (session,) = PlanSession.objects.filter(plan=plan)
        assert session.weekday == 2
        assert 9 * 60 <= session.starts < session.ends <= 10 * 60


class TestPlanning:
    def test_a_rich_school_is_planned_without_a_broken_rule(self):
        at = weekly(adults=4, children=8)
        for number, pupil in enumerate(at.children):
            line = promised(pupil)
            given(at.school, pupil, promises=[line], name=f"Speech {number}", staff_role="lsa",
                  sessions_a_week=3, minutes=30)  # fmt: skip
        given(at.school, *at.children[:3], name="Reading", staff_role="lsa")
        needed(at.school, adults=2)
        plan = planned(draft(at.school, MONDAY))
        instance = instance_of(plan, MONDAY)
        assert not broken_rules(
            instance_data(instance), by_hand(instance, sessions_of(plan)), is_by_hand=True
        )
        assert plan.answer["unmet"]["section_f"] == 0
        assert PlanSession.objects.filter(plan=plan, demand__rank="section_f").count() == 24

    def test_planned_again_nothing_moves(self):
        at = weekly()
        given(at.school, *at.children[:2], staff_role="lsa")
        plan = planned(draft(at.school, MONDAY))
        before = set(PlanSession.objects.filter(plan=plan).values_list("pk", flat=True))
        planned(plan)
        assert set(PlanSession.objects.filter(plan=plan).values_list("pk", flat=True)) == before

    def test_a_locked_session_stays(self):
        at = weekly()
        given(at.school, at.children[0], sessions_a_week=2, minutes=30, staff_role="lsa")
        plan = planned(draft(at.school, MONDAY))
        row = PlanSession.objects.filter(plan=plan).first()
        row.weekday = (row.weekday + 1) % 5
        row.is_locked = True
        PlanSession.objects.filter(plan=plan).exclude(pk=row.pk).delete()
        row.save()
        plan = planned(plan)
        assert PlanSession.objects.filter(plan=plan).count() == 2
        assert PlanSession.objects.get(pk=row.pk).weekday == row.weekday

    def test_what_was_changed_meanwhile_is_not_overwritten(self):
        at = weekly()
        reading = given(at.school, at.children[0], staff_role="lsa")
        plan = draft(at.school, MONDAY)
        week = week_of_plan(plan, monday_of(plan))
        PlanDemand.objects.filter(plan=plan, provision=reading).update(sessions=1)
        with pytest.raises(PlanChanged):
            keep_answer(plan=plan, week=week, answer={}, by=None)

    def test_next_terms_draft_takes_what_is_still_asked_for(self):
        at = weekly()
        reading = given(at.school, at.children[0], name="Reading", staff_role="lsa")
        gone = given(at.school, at.children[1], name="Gone", staff_role="lsa")
        first = planned(draft(at.school, MONDAY))
        gone.state = "ended"
        gone.save()
        second = draft(at.school, MONDAY + dt.timedelta(days=7), name="Spring", based_on=first)
        rows = PlanSession.objects.filter(plan=second).select_related("demand")
        assert {row.demand.provision_id for row in rows} == {reading.pk}
        assert (
            rows.count()
            == PlanSession.objects.filter(plan=first, demand__provision=reading).count()
        )

    def test_gathered_again_a_shorter_week_loses_sessions_and_keeps_the_locked(self):
        at = weekly()
        reading = given(at.school, at.children[0], sessions_a_week=3, minutes=30, staff_role="lsa")
        plan = planned(draft(at.school, MONDAY))
        kept = PlanSession.objects.filter(plan=plan).last()
        kept.is_locked = True
        kept.save()
        reading.sessions_a_week = 1
        reading.save()
        gather_demands(plan=plan, by=None)
        assert list(PlanSession.objects.filter(plan=plan)) == [kept]


@pytest.mark.usefixtures("today")
class TestTraining:
    """What a programme asks for is heeded by the planner, with the exceptions that were noted."""

    def planned_by(self, at, *, anyway: str = "") -> set:
        programme = a_programme(at.school)
        topic = a_topic(at.school, "Talk course", programme)
        trained(at.school, at.adults[1].user, topic)
        facts = {"own_item": programme, "sessions_a_week": 2, "minutes": 30, "staff_role": "lsa"}
        if anyway:
            facts |= {"staff": at.adults[2].user, "anyway": anyway}
            TrainingRecord.objects.filter(school=at.school).delete()
        given(at.school, at.children[0], **facts)
        plan = planned(draft(at.school, MONDAY))
        rows = PlanSession.objects.filter(plan=plan)
        return {row.member_id for row in rows}

    def test_only_who_is_trained_gives_it(self):
        at = weekly()
        assert self.planned_by(at) == {at.adults[1].pk}

    def test_whoever_was_let_give_it_untrained_may(self):
        at = weekly()
        assert self.planned_by(at, anyway="Trained in January.") == {at.adults[2].pk}
