"""A week is published: the one before ends, children are opened for its days, people are told."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent, Membership, OutgoingMail
from aylsham.school_calendar import SchoolCalendar
from provision.models import Promise, Provision
from pupils.models import Pupil, PupilAdult
from pupils.services.classes import assign_supporter
from staff.codes import PromisedGiven, WeekPlanState
from staff.models import PlanSupport
from staff.rules.week_changes import gaps_in
from staff.selectors.deployed import asked_days, deployed
from staff.selectors.planned import plan_in_force
from staff.selectors.weeks.changes import mark_of, publishing_of
from staff.services.weeks.promised import end_of_year
from staff.services.weeks.publishing import end_plan, publish_plan
from tests.access import access_of
from tests.factories import TODAY, ClassGroupFactory, SchoolFactory, member, teacher_of
from tests.pages import client_of, text_of
from tests.provision.makers import given
from tests.school_years import school_year
from tests.staff.test_weeks import MONDAY, promised
from tests.staff.week_makers import draft, needed, planned, weekly

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
NEXT = MONDAY + 14 * DAY
D = dt.date


@pytest.fixture
def at():
    """One LSA with a role at the school, one child with a reading group of one."""
    week = weekly(adults=1, children=2)
    week.adults[0].user = member(week.school, Role.LSA)
    week.adults[0].save()
    given(week.school, week.children[0], name="Reading", staff_role="lsa",
          sessions_a_week=2, minutes=30)  # fmt: skip
    return week


@pytest.fixture
def sendco(at):
    return member(at.school, Role.SENDCO)


def published(at, by, monday=MONDAY, **facts):
    plan = planned(draft(at.school, monday, **facts), seconds=1)
    return publish_plan(plan=plan, note="", today=TODAY, by=by)


def sees(at, day) -> set:
    access = access_of(at.adults[0].user, at.school, today=day)
    return set(Pupil.objects.visible_to(access).values_list("pk", flat=True))


class TestGaps:
    @pytest.mark.parametrize(
        ("whole", "taken", "expected"),
        [
            ((1, None), [], [(1, None)]),
            ((1, 9), [], [(1, 9)]),
            ((1, None), [(1, None)], []),
            ((1, None), [(3, 3)], [(1, 2), (4, None)]),
            ((3, 9), [(1, 3), (9, None)], [(4, 8)]),
            ((3, 9), [(4, 4), (2, 6)], [(7, 9)]),
            ((3, 9), [(10, 12)], [(3, 9)]),
            ((3, 3), [(1, 3)], []),
        ],
    )
    def test_days_that_others_leave_free(self, whole, taken, expected):
        def days(pair):
            return tuple(each and D(2026, 12, each) for each in pair)

        assert gaps_in(days(whole), map(days, taken)) == [days(each) for each in expected]


class TestReach:
    def test_the_adult_sees_the_child_from_the_first_day_to_the_last(self, at, sendco):
        published(at, sendco, ends_on=NEXT)
        child = at.children[0].pk
        assert sees(at, MONDAY - DAY) == set()
        assert sees(at, MONDAY) == sees(at, NEXT) == {child}
        assert sees(at, NEXT + DAY) == set()

    def test_a_draft_opens_nobody(self, at):
        planned(draft(at.school, MONDAY), seconds=1)
        assert sees(at, MONDAY) == set()

    def test_the_next_plan_ends_it_and_opens_its_own(self, at, sendco):
        first = published(at, sendco)
        Provision.objects.filter(school=at.school, name="Reading").update(state="ended")
        given(at.school, at.children[1], name="Number", staff_role="lsa",
              sessions_a_week=1, minutes=30)  # fmt: skip
        published(at, sendco, NEXT, name="Spring")
        first.refresh_from_db()
        assert first.ends_on == NEXT - DAY
        assert sees(at, NEXT - DAY) == {at.children[0].pk}
        assert sees(at, NEXT) == {at.children[1].pk}

    def test_a_day_of_stepping_in_does_not_keep_the_plan_from_opening(self, at, sendco):
        child, user = at.children[0], at.adults[0].user
        on = MONDAY + 3 * DAY
        assign_supporter(pupil=child, user=user, starts_on=on, ends_on=on, by=sendco)
        plan = published(at, sendco)
        for day in (MONDAY, on, on + DAY, NEXT):
            assert sees(at, day) == {child.pk}
        end_plan(plan=plan, ends_on=MONDAY, today=TODAY, by=sendco)
        assert sees(at, on) == {child.pk}
        assert sees(at, on + DAY) == set()

    def test_who_supports_the_child_anyway_keeps_it_after_the_plan(self, at, sendco):
        assign_supporter(pupil=at.children[0], user=at.adults[0].user, starts_on=TODAY, by=sendco)
        plan = published(at, sendco)
        assert not PlanSupport.objects.filter(plan=plan).exists()
        end_plan(plan=plan, ends_on=MONDAY, today=TODAY, by=sendco)
        assert sees(at, NEXT) == {at.children[0].pk}

    def test_without_a_role_here_nobody_sees_a_child_by_a_plan(self, at, sendco):
        Membership.objects.filter(user=at.adults[0].user).delete()
        published(at, sendco)
        assert not PupilAdult.objects.filter(school=at.school).exists()

    def test_no_child_of_another_school(self, at, sendco):
        published(at, sendco)
        other = SchoolFactory(federation=at.school.federation)
        assert sees(at, MONDAY) == {at.children[0].pk}
        access = access_of(at.adults[0].user, other, today=MONDAY)
        assert not Pupil.objects.visible_to(access).exists()


class TestPublishing:
    def test_in_force_from_its_day_on(self, at, sendco):
        plan = published(at, sendco)
        assert plan_in_force(at.school, MONDAY - DAY) is None
        assert plan_in_force(at.school, MONDAY) == plan
        assert AuditEvent.objects.filter(school=at.school, action="publish_week").count() == 1

    def test_pressed_twice_it_is_published_once(self, at, sendco):
        plan = published(at, sendco)
        mails = OutgoingMail.objects.count()
        assert publish_plan(plan=plan, note="", today=TODAY, by=sendco) == plan
        assert OutgoingMail.objects.count() == mails
        assert AuditEvent.objects.filter(action="publish_week").count() == 1

    def test_changed_since_it_was_looked_at(self, at, sendco):
        plan = planned(draft(at.school, MONDAY), seconds=1)
        seen = mark_of(plan)
        row = plan.sessions.first()
        row.is_locked = True
        row.save()
        with pytest.raises(TransitionNotAllowed, match="since you looked"):
            publish_plan(plan=plan, note="", today=TODAY, by=sendco, seen=seen)
        publish_plan(plan=plan, note="", today=TODAY, by=sendco, seen=mark_of(plan))

    def test_what_is_owed_by_law_and_not_covered_needs_a_word(self, at, sendco):
        promised(at.children[1], sessions_a_week=5, minutes=60)
        promised(at.children[0], sessions_a_week=40, minutes=60)
        plan = planned(draft(at.school, MONDAY), seconds=1)
        with pytest.raises(TransitionNotAllowed, match="owed by law are not covered"):
            publish_plan(plan=plan, note="  ", today=TODAY, by=sendco)
        plan = publish_plan(plan=plan, note="Asked the council", today=TODAY, by=sendco)
        assert (plan.state, plan.note) == (WeekPlanState.PUBLISHED, "Asked the council")

    def test_an_empty_plan_or_one_of_yesterday_is_not(self, at, sendco):
        with pytest.raises(TransitionNotAllowed, match="Nothing is planned"):
            publish_plan(plan=draft(at.school, MONDAY), note="", today=TODAY, by=sendco)
        late = planned(draft(at.school, TODAY - DAY, name="Late"), seconds=1)
        with pytest.raises(TransitionNotAllowed, match="first day is over"):
            publish_plan(plan=late, note="", today=TODAY, by=sendco)

    def test_one_that_has_not_begun_is_withdrawn(self, at, sendco):
        later = published(at, sendco, NEXT)
        supports = PupilAdult.objects.filter(school=at.school).count()
        published(at, sendco, NEXT, name="Instead")
        later.refresh_from_db()
        assert later.state == WeekPlanState.ENDED
        assert PupilAdult.objects.filter(school=at.school).count() == supports
        assert AuditEvent.objects.filter(action="end_assignment").count() == supports

    def test_it_cannot_end_before_today_or_before_it_begins(self, at, sendco):
        plan = published(at, sendco)
        with pytest.raises(TransitionNotAllowed, match="cannot end before"):
            end_plan(plan=plan, ends_on=MONDAY - DAY, today=TODAY, by=sendco)


class TestToldOnce:
    def test_adults_and_teachers_and_no_child_in_the_words(self, at, sendco):
        group = ClassGroupFactory(school=at.school)
        teacher = teacher_of(group)
        child = at.children[0]
        child.class_group = group
        child.save()
        published(at, sendco)
        mails = OutgoingMail.objects.filter(kind="staff_week_published")
        assert {m.recipient for m in mails} == {teacher, at.adults[0].user}
        assert all(set(m.context) == {"school", "from"} for m in mails)

    def test_who_has_the_same_week_is_not_told_again(self, at, sendco):
        first = published(at, sendco)
        OutgoingMail.objects.all().delete()
        again = draft(at.school, NEXT, name="Spring", based_on=first)
        assert publishing_of(again).members == ()
        publish_plan(plan=again, note="", today=TODAY, by=sendco)
        assert not OutgoingMail.objects.filter(kind="staff_week_published").exists()

    def test_a_duty_concerns_no_child(self, at, sendco):
        needed(at.school)
        plan = planned(draft(at.school, MONDAY), seconds=1)
        assert [c.pupil for c in publishing_of(plan).children] == [at.children[0]]


class TestPromised:
    """What is planned straight from a promise becomes provision as the plan is published."""

    @pytest.fixture
    def promise(self, at):
        return promised(at.children[1], sessions_a_week=3, minutes=30, text="Speech work")

    def published(self, at, by, becomes, **facts):
        plan = planned(draft(at.school, MONDAY, **facts), seconds=1)
        return publish_plan(plan=plan, note="", today=TODAY, by=by, promised=becomes)

    @pytest.mark.parametrize("becomes", [PromisedGiven.GIVEN, PromisedGiven.LOGGED])
    def test_it_is_given_from_the_plans_first_day(self, at, sendco, promise, becomes):
        plan = self.published(at, sendco, becomes, ends_on=NEXT)
        row = Provision.objects.get(school=at.school, name="Speech work")
        assert (row.starts_on, row.ends_on, row.weeks) == (MONDAY, NEXT, 3)
        assert (row.sessions_a_week, row.minutes, row.staff_role) == (3, 30, "lsa")
        assert row.staff == at.adults[0].user
        assert row.is_in_class == (becomes == PromisedGiven.GIVEN)
        assert [place.pupil for place in row.places.all()] == [at.children[1]]
        assert [served.promise for served in row.serves.all()] == [promise]
        assert not plan.demands.filter(promise__isnull=False).exists()
        assert plan.demands.get(provision=row).planned.count() == 3

    def test_the_next_plan_asks_for_it_once(self, at, sendco, promise):
        self.published(at, sendco, PromisedGiven.GIVEN)
        again = draft(at.school, NEXT)
        asked = [(d.provision.name, d.sessions) for d in again.demands.select_related("provision")]
        assert sorted(asked) == [("Reading", 2), ("Speech work", 3)]

    def test_another_draft_of_before_gives_it_no_second_time(self, at, sendco, promise):
        other = planned(draft(at.school, NEXT, name="Begun before"), seconds=1)
        self.published(at, sendco, PromisedGiven.GIVEN)
        assert publishing_of(other).promised == 0
        facts = {"note": "", "today": TODAY, "by": sendco, "promised": PromisedGiven.GIVEN}
        publish_plan(plan=other, **facts)
        assert Provision.objects.filter(name="Speech work").count() == 1

    def test_left_it_stays_a_promise(self, at, sendco, promise):
        plan = self.published(at, sendco, PromisedGiven.LEFT)
        assert plan.demands.filter(promise=promise).exists()
        assert not Provision.objects.filter(name="Speech work").exists()

    def test_words_for_few_stay_a_promise(self, at, sendco):
        secret = promised(at.children[1], text="Play therapy", sensitivity=2)
        plan = self.published(at, sendco, PromisedGiven.GIVEN)
        assert plan.demands.filter(promise=secret).exists()
        assert publishing_of(plan).promised == 0

    def test_it_ends_with_the_promise_or_the_year(self, at, sendco, promise):
        Promise.objects.filter(pk=promise.pk).update(ends_on=NEXT + DAY)
        self.published(at, sendco, PromisedGiven.GIVEN)
        assert Provision.objects.get(name="Speech work").ends_on == NEXT + DAY

    def test_given_unless_somebody_logs_otherwise(self, at, sendco, promise):
        school_year(at.school, 2026)
        self.published(at, sendco, PromisedGiven.GIVEN)
        access = access_of(sendco, at.school, today=MONDAY + 4 * DAY)
        lines = deployed(access, asked_days(access, MONDAY.isoformat())).provisions
        [line] = [each for each in lines if each.name == "Speech work"]
        assert (line.sums.planned, line.sums.delivered, line.sums.unlogged) == (90, 90, 0)

    def test_the_page_asks_what_becomes_of_it(self, at, sendco, promise):
        plan = planned(draft(at.school, MONDAY), seconds=1)
        client, url = client_of(sendco), f"/{at.school.slug}/week/{plan.pk}/publish/"
        assert "The plan gives 1 promise that no provision keeps" in text_of(client.get(url))
        client.post(url, {"seen": mark_of(plan)})
        plan.refresh_from_db()
        assert plan.state == WeekPlanState.DRAFT  # it has to be said
        client.post(url, {"seen": mark_of(plan), "promised": "logged"})
        assert not Provision.objects.get(name="Speech work").is_in_class

    def test_a_word_on_what_is_not_covered_is_not_called_optional(self, at, sendco):
        promised(at.children[0], sessions_a_week=40, minutes=60)
        plan = planned(draft(at.school, MONDAY), seconds=1)
        client, url = client_of(sendco), f"/{at.school.slug}/week/{plan.pk}/publish/"
        assert "(optional)" not in text_of(client.get(url))
        answer = client.post(url, {"seen": mark_of(plan), "promised": "left", "note": " "})
        assert "Say what is done about what is owed by law" in text_of(answer)
        plan.refresh_from_db()
        assert plan.state == WeekPlanState.DRAFT

    def test_who_may_not_plan_provision_leaves_it(self, at, promise):
        plan = planned(draft(at.school, MONDAY), seconds=1)
        client, url = client_of(member(at.school, Role.HEAD)), f"/{at.school.slug}/week/{plan.pk}"
        assert "What nothing else gives yet" not in text_of(client.get(f"{url}/publish/"))
        client.post(f"{url}/publish/", {"seen": mark_of(plan), "promised": "given"})
        plan.refresh_from_db()
        assert plan.state == WeekPlanState.PUBLISHED
        assert plan.demands.filter(promise=promise).exists()

    def test_nothing_is_asked_where_all_is_given(self, at, sendco):
        plan = planned(draft(at.school, MONDAY), seconds=1)
        client, url = client_of(sendco), f"/{at.school.slug}/week/{plan.pk}/publish/"
        assert "What nothing else gives yet" not in text_of(client.get(url))
        client.post(url, {"seen": mark_of(plan)})
        plan.refresh_from_db()
        assert plan.state == WeekPlanState.PUBLISHED


class TestEndOfYear:
    def test_the_last_day_of_term_or_the_end_of_july(self):
        terms = ((D(2026, 9, 2), D(2026, 12, 18)), (D(2027, 4, 12), D(2027, 7, 21)))
        known = SchoolCalendar(terms=terms, closed=())
        assert end_of_year(D(2026, 11, 23), known) == D(2027, 7, 21)
        # Nothing ends in December because nobody has entered the spring term yet.
        autumn = SchoolCalendar(terms=terms[:1], closed=())
        assert end_of_year(D(2026, 11, 23), autumn) == D(2027, 7, 31)
        assert end_of_year(D(2027, 7, 22), known) == D(2027, 7, 31)
        assert end_of_year(D(2027, 9, 1), known) == D(2028, 7, 31)
