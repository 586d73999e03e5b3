"""The pages of the week: who keeps and reads them, and what is cut for whom."""

import datetime as dt

import pytest
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from pupils.models import Pupil
from staff.models import (
    CarefulHandover,
    Contract,
    Handover,
    PlanSession,
    ProvisionPlanning,
    ProvisionWindow,
    TimeNeed,
    WeekPlan,
)
from tests.factories import TODAY, ClassGroupFactory, SchoolFactory, member, teacher_of
from tests.lac.test_pages import sent
from tests.pages import client_of, statements, text_of
from tests.provision.makers import given
from tests.staff.test_weeks import MONDAY, promised
from tests.staff.week_makers import draft, needed, planned, weekly

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
NAME = "Zoe Burton"


@pytest.fixture
def at():
    week = weekly(adults=2, children=3, school=SchoolFactory(slug="oakfield"))
    Pupil.objects.filter(pk=week.children[0].pk).update(first_name="Zoe", last_name="Burton")
    week.children[0].refresh_from_db()
    return week


@pytest.fixture
def sendco(at):
    return client_of(member(at.school, Role.SENDCO))


def url(name, *args) -> str:
    return reverse(name, args=["oakfield", *args])


class TestPlanPage:
    def test_begin_and_see_and_remove(self, at, sendco):
        form = sent(sendco.get(url("week_begin")), name="Spring", starts_on="1 Dec 2026")
        answer = sendco.post(url("week_begin"), form)
        sendco.post(url("week_begin"), form)
        plan = WeekPlan.objects.get()
        assert answer.headers["Location"] == url("week_plan", plan.pk)
        assert "Nothing asks for an adult’s time" in text_of(sendco.get(answer.headers["Location"]))
        assert "Spring" in text_of(sendco.get(url("weeks")))
        sendco.post(url("week_remove", plan.pk))
        assert not WeekPlan.objects.exists()

    def test_it_ends_after_it_begins(self, at, sendco):
        days = {"starts_on": "1 Dec 2026", "ends_on": "30 Nov 2026"}
        form = sent(sendco.get(url("week_begin")), name="Spring", **days)
        assert "ends before it begins" in text_of(sendco.post(url("week_begin"), form))
        assert not WeekPlan.objects.exists()

    def test_an_empty_school_is_told_what_to_do(self, at, sendco):
        assert "No week is planned yet" in text_of(sendco.get(url("weeks")))
        assert "Nothing is written down" in text_of(sendco.get(url("week_needs")))

    def test_what_is_not_covered_stands_first_and_with_its_weight(self, at, sendco):
        promised(at.children[0], sessions_a_week=60, minutes=60)
        needed(at.school)
        plan = planned(draft(at.school, MONDAY), seconds=1)
        page = text_of(sendco.get(url("week_plan", plan.pk)))
        assert "Speech work" in page and NAME in page
        assert "Section F of an EHC plan" in page
        assert page.index("Not covered") < page.index("Speech work")

    def test_next_terms_draft_in_one_press(self, at, sendco):
        given(at.school, at.children[0], name="Reading", staff_role="lsa")
        plan = planned(draft(at.school, MONDAY), seconds=1)
        page = sendco.get(f"{url('week_begin')}?from={plan.pk}")
        form = sent(page, name="Spring", starts_on="4 Jan 2027")
        sendco.post(url("week_begin"), form)
        spring = WeekPlan.objects.get(name="Spring")
        assert spring.based_on == plan
        assert PlanSession.objects.filter(plan=spring).count() > 0

    def test_wishes_in_words_and_a_second_editor(self, at, sendco):
        plan = draft(at.school, MONDAY)
        page = sendco.get(url("week_wishes", plan.pk))
        form = sent(page, spread="3")
        sendco.post(url("week_wishes", plan.pk), form)
        plan.refresh_from_db()
        assert plan.weights["spread"] == 40
        late = sendco.post(url("week_wishes", plan.pk), form | {"spread": "0"})
        plan.refresh_from_db()
        assert late.status_code == 200
        assert plan.weights["spread"] == 40

    def test_publish_from_the_page(self, at, sendco):
        given(at.school, at.children[0], name="Reading", staff_role="lsa")
        plan = planned(draft(at.school, MONDAY), seconds=1)
        page = sendco.get(url("week_publish", plan.pk))
        assert NAME in text_of(page)
        at_work = [a.name for a in at.adults if a.planned.filter(plan=plan).exists()]
        assert all(name in text_of(page) for name in at_work)
        form = sent(page)
        PlanSession.objects.filter(plan=plan).first().delete()
        assert "since you looked" in text_of(sendco.post(url("week_publish", plan.pk), form))
        sendco.post(url("week_publish", plan.pk), sent(sendco.get(url("week_publish", plan.pk))))
        plan.refresh_from_db()
        assert plan.state == "published"
        sendco.post(url("week_end", plan.pk), {"ends_on": "18 Dec 2026"})
        plan.refresh_from_db()
        assert plan.ends_on == dt.date(2026, 12, 18)

    def test_reading_it_is_logged_with_its_children(self, at, sendco):
        given(at.school, at.children[0], staff_role="lsa")
        sendco.get(url("week_plan", draft(at.school, MONDAY).pk))
        event = AuditEvent.objects.filter(action="view_week").latest("pk")
        assert event.pupil_ids == [at.children[0].pk]

    def test_as_many_statements_for_many_children(self, at, sendco):
        given(at.school, at.children[0], staff_role="lsa", name="One")
        few = draft(at.school, MONDAY)
        before = len(statements(sendco, url("week_plan", few.pk)))
        for number in range(8):
            given(at.school, *at.children, staff_role="lsa", name=f"More {number}")
            needed(at.school, f"Need {number}")
        many = draft(at.school, MONDAY, name="Many")
        assert len(statements(sendco, url("week_plan", many.pk))) == before


class TestWhoReadsWhat:
    @pytest.mark.parametrize(
        ("role", "status", "keeps"),
        [
            (Role.SENDCO, 200, True),
            (Role.HEAD, 200, True),
            (Role.PHASE_LEADER, 200, False),
            (Role.CLASS_TEACHER, 403, False),
            (Role.LSA, 403, False),
            (Role.OFFICE, 403, False),
            (Role.GOVERNOR, 403, False),
        ],
    )
    def test_by_role(self, at, role, status, keeps):
        plan = draft(at.school, MONDAY)
        client = client_of(member(at.school, role))
        for name, args in (("weeks", ()), ("week_needs", ()), ("week_plan", (plan.pk,))):
            assert client.get(url(name, *args)).status_code == status
        for name, args in (("week_begin", ()), ("need_add", ()), ("week_publish", (plan.pk,))):
            assert client.get(url(name, *args)).status_code == (200 if keeps else 403)
        answer = client.post(url("week_gather", plan.pk))
        assert answer.status_code == (302 if keeps else 403)

    def test_another_school(self, at, sendco):
        other = SchoolFactory(slug="elmhurst", federation=at.school.federation)
        plan = draft(at.school, MONDAY)
        need = needed(at.school)
        elsewhere = client_of(member(other, Role.SENDCO))
        assert elsewhere.get(url("week_plan", plan.pk)).status_code == 404
        for name, pk in (
            ("week_plan", plan.pk),
            ("week_publish", plan.pk),
            ("need_change", need.pk),
        ):
            assert elsewhere.get(reverse(name, args=["elmhurst", pk])).status_code == 404

    def test_a_child_of_other_years_is_counted_and_not_named(self, at):
        promised(at.children[0], text="Speech with Zoe")
        needed(at.school, "Zoe changes", kind="care", pupil=at.children[0], minutes=15)
        Pupil.objects.filter(pk=at.children[0].pk).update(year_group="1")
        plan = draft(at.school, MONDAY)
        leader = client_of(member(at.school, Role.PHASE_LEADER, year_groups=["6"]))
        page = text_of(leader.get(url("week_plan", plan.pk)))
        assert "Zoe" not in page
        assert "1 child whom you do not see" in page
        needs = text_of(leader.get(url("week_needs")))
        assert "Zoe" not in needs
        assert "a child whom you do not see" in needs

    def test_confidential_provision_is_support_without_its_child(self, at):
        given(at.school, at.children[0], name="Counselling", staff_role="lsa", is_confidential=True)
        plan = draft(at.school, MONDAY)
        leader = client_of(member(at.school, Role.PHASE_LEADER))
        page = text_of(leader.get(url("week_plan", plan.pk)))
        assert "Counselling" not in page and "Zoe" not in page
        assert "Support" in page
        assert "Counselling" not in text_of(leader.get(url("week_needs")))


class TestNeeds:
    FACTS = {
        "name": "Lunch hall", "kind": "lunch", "minutes": "30", "times_a_week": "5", "adults": "2",
        "starts_on": "1 Dec 2026",
    }  # fmt: skip

    def add(self, client, **facts):
        form = sent(client.get(url("need_add")), **(self.FACTS | facts))
        del form["weekdays"]  # none is ticked
        return client.post(url("need_add"), form), form

    def test_add_twice_change_and_take_out(self, at, sendco):
        _, form = self.add(sendco)
        sendco.post(url("need_add"), form)
        need = TimeNeed.objects.get()
        one = url("need_change", need.pk)
        sendco.post(one, sent(sendco.get(one), ends_on="18 Dec 2026"))
        need.refresh_from_db()
        assert (need.adults, need.ends_on) == (2, dt.date(2026, 12, 18))
        assert "Lunch hall" in text_of(sendco.get(url("week_needs")))
        sendco.post(url("need_remove", need.pk))
        assert not TimeNeed.objects.exists()

    @pytest.mark.parametrize(
        ("facts", "words"),
        [
            ({"starts_at": "12:00"}, "Give both times"),
            ({"starts_at": "12:00", "ends_at": "12:20"}, "fewer minutes"),
            ({"starts_at": "12:00", "ends_at": "12:30", "times_a_week": "6"}, "once a day"),
            ({"ends_on": "30 Nov 2026"}, "ends before"),
        ],
    )
    def test_what_cannot_be(self, at, sendco, facts, words):
        answer, _ = self.add(sendco, **facts)
        assert words in text_of(answer)
        assert not TimeNeed.objects.exists()

    def test_a_handover_marks_the_child(self, at, sendco):
        form = sent(
            sendco.get(url("handover_add")),
            pupil=str(at.children[0].pk), member=str(at.adults[0].pk), on="2 Dec 2026", how="Snack",
        )  # fmt: skip
        sendco.post(url("handover_add"), form)
        assert Handover.objects.get().on == dt.date(2026, 12, 2)
        assert CarefulHandover.objects.get().pupil_id == at.children[0].pk
        assert NAME in text_of(sendco.get(url("week_needs")))
        sendco.post(url("handover_remove", Handover.objects.get().pk))
        sendco.post(url("careful_end", at.children[0].pk))
        assert not Handover.objects.exists()
        assert not CarefulHandover.objects.exists()

    def test_times_and_adult_of_a_provision(self, at, sendco):
        reading = given(at.school, at.children[0], name="Reading", staff_role="lsa", minutes=30)
        one = url("provision_planning", reading.pk)
        form = sent(sendco.get(one))
        form.pop("keeps_adult", None)
        sendco.post(one, form)
        assert ProvisionPlanning.objects.get().keeps_adult is False
        times = {"kind": "only", "weekday": "1", "starts_at": "9:00", "ends_at": "9:20"}
        assert "too short" in text_of(sendco.post(url("window_add", reading.pk), times))
        for _ in range(2):
            sendco.post(url("window_add", reading.pk), times | {"ends_at": "10:00"})
        window = ProvisionWindow.objects.get()
        assert "Tuesday 9:00" in text_of(sendco.get(one))
        sendco.post(url("window_remove", reading.pk, window.pk))
        assert not ProvisionWindow.objects.exists()

    def test_nasty_words_stay_words(self, at, sendco):
        self.add(sendco, name="<script>alert(1)</script>")
        assert "<script>alert" not in sendco.get(url("week_needs")).content.decode()
        assert TimeNeed.objects.get().starts_on > TODAY


class TestTeachersWishes:
    TIME = {"weekday": "1", "starts_at": "9:00", "ends_at": "10:00"}

    @pytest.fixture
    def group(self, at):
        group = ClassGroupFactory(school=at.school, name="Oak")
        Pupil.objects.filter(pk=at.children[0].pk).update(class_group=group)
        return group

    def test_for_children_of_the_own_class_alone(self, at, group):
        own = given(at.school, at.children[0], name="Reading", staff_role="lsa", minutes=30)
        other = given(at.school, at.children[1], name="Number", staff_role="lsa", minutes=30)
        teacher = client_of(teacher_of(group))
        page = text_of(teacher.get(url("own_wishes")))
        assert "Reading" in page and "Number" not in page
        for _ in range(2):
            teacher.post(url("own_wish_add", own.pk), self.TIME)
        window = ProvisionWindow.objects.get()
        assert (window.kind, window.provision) == ("wish", own)
        assert "Tuesday 9:00 to 10:00" in text_of(teacher.get(url("own_wishes")))
        assert teacher.get(url("own_wish_add", other.pk)).status_code == 404
        teacher.post(url("own_wish_remove", own.pk, window.pk))
        assert not ProvisionWindow.objects.exists()

    def test_what_the_sendco_fixed_is_not_theirs_to_take_out(self, at, group):
        own = given(at.school, at.children[0], name="Reading", staff_role="lsa", minutes=30)
        row = ProvisionWindow.objects.create(
            school=at.school, provision=own, kind="only", weekday=1,
            starts_at=dt.time(9), ends_at=dt.time(10),
        )  # fmt: skip
        teacher = client_of(teacher_of(group))
        assert teacher.post(url("own_wish_remove", own.pk, row.pk)).status_code == 404
        assert ProvisionWindow.objects.exists()

    def test_confidential_provision_and_people_without_a_class(self, at, group):
        hidden = given(at.school, at.children[0], name="Counselling", is_confidential=True)
        teacher = client_of(teacher_of(group))
        assert "Counselling" not in text_of(teacher.get(url("own_wishes")))
        assert teacher.get(url("own_wish_add", hidden.pk)).status_code == 404
        cover = client_of(member(at.school, Role.COVER))
        assert "No support runs" in text_of(cover.get(url("own_wishes")))
        assert client_of(member(at.school, Role.OFFICE)).get(url("own_wishes")).status_code == 403

    def test_its_wish_is_heeded_by_the_planner(self, at, group):
        own = given(at.school, at.children[0], name="Reading", staff_role="lsa", minutes=30,
                    sessions_a_week=1)  # fmt: skip
        client_of(teacher_of(group)).post(url("own_wish_add", own.pk), self.TIME)
        plan = planned(draft(at.school, MONDAY), seconds=1)
        session = PlanSession.objects.get(plan=plan)
        assert (session.weekday, session.starts >= 540, session.ends <= 600) == (1, True, True)


class TestWaysOut:
    @pytest.mark.parametrize(("role", "cost"), [(Role.SENDCO, True), (Role.PHASE_LEADER, False)])
    def test_what_more_hours_cost_is_for_who_keeps_rates(self, at, role, cost):
        given(at.school, at.children[0], name="Reading", staff_role="lsa")
        plan = draft(at.school, MONDAY)
        Contract.objects.filter(member=at.adults[0]).update(pence_an_hour=1412)
        way = {
            "kind": "hours",
            "adult": str(at.adults[0].pk),
            "name": "",
            "minutes": 30,
            "covers": 1,
        }
        gone = way | {"adult": str(at.children[0].pk), "minutes": 15}
        plan.demands.update(remedies=[way, gone])
        page = text_of(client_of(member(at.school, role)).get(url("week_plan", plan.pk)))
        assert f"30 minutes a week more of {at.adults[0].name}" in page
        assert "15 minutes a week more of somebody who is no longer here" in page
        assert ("£7.06 a week" in page) == cost
