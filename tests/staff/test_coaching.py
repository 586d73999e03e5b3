"""Coaching and visits to lessons: seen by whom they concern, never graded, figures without people."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from reports.selectors.asks import weekly_ask
from staff.models import CoachingCycle, PracticePoint, TeachingVisit
from staff.services.coaching import (
    ANSWER_FIELDS,
    CLOSE_FIELDS,
    answer_visit,
    close_coaching,
    keep_points,
    points_version,
    record_visit,
    start_coaching,
)
from tests.access import access_of
from tests.factories import TODAY, SchoolFactory, member
from tests.lac.test_pages import sent
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/teaching/"
DAY = dt.timedelta(days=1)
MARKER = "Quillfeather"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def teacher(school):
    return member(school, Role.CLASS_TEACHER)


@pytest.fixture
def coach(school):
    return member(school, Role.PHASE_LEADER)


def a_goal(school, teacher, coach, **more) -> CoachingCycle:
    facts = {"goal": f"{MARKER} goal", "objective": "", "starts_on": TODAY - 30 * DAY, "by": coach}
    return start_coaching(school=school, teacher=teacher, coach=coach, **facts | more)


def a_visit(school, teacher, coach, **more) -> TeachingVisit:
    facts = {"kind": "observed", "visited_on": TODAY, "noticed": f"{MARKER} seen", "by": coach}
    return record_visit(school=school, teacher=teacher, coach=coach, **facts | more)


class TestWhoSees:
    @pytest.mark.parametrize(
        ("role", "sees"),
        [
            (Role.SENDCO, True),
            (Role.HEAD, True),
            (Role.DEPUTY, True),
            (Role.ASSISTANT_SENDCO, False),
            (Role.FEDERATION_SEND_LEAD, False),
            (Role.PHASE_LEADER, False),
            (Role.CLASS_TEACHER, False),
            (Role.LSA, False),
        ],
    )
    def test_a_third_person_only_who_leads_teaching(self, school, teacher, coach, role, sees):
        goal = a_goal(school, teacher, coach)
        visit = a_visit(school, teacher, coach)
        client = client_of(member(school, role))
        assert (MARKER in client.get(URL).content.decode()) is sees
        for address in (f"{URL}goals/{goal.pk}/", f"{URL}visits/{visit.pk}/"):
            assert client.get(address).status_code == (200 if sees else 404)

    def test_governors_do_not_open_it(self, school, teacher, coach):
        a_goal(school, teacher, coach)
        client = client_of(member(school, Role.GOVERNOR))
        assert client.get(URL).status_code == 403
        assert MARKER not in client.get(f"{URL}figures/").content.decode()

    def test_the_teacher_reads_and_answers_but_does_not_rewrite(self, school, teacher, coach):
        visit = a_visit(school, teacher, coach)
        client, address = client_of(teacher), f"{URL}visits/{visit.pk}/"
        client.post(address, sent(client.get(address), answer="I will wait longer."))
        visit.refresh_from_db()
        assert visit.answer == "I will wait longer."
        assert client.get(f"{address}change/").status_code == 404
        assert "I will wait longer" in text_of(client_of(coach).get(address))

    def test_only_the_teacher_writes_the_teachers_words(self, school, teacher, coach):
        visit = a_visit(school, teacher, coach)
        version = version_of(visit, ANSWER_FIELDS)
        with pytest.raises(TransitionNotAllowed):
            answer_visit(visit=visit, version=version, by=coach, answer="Theirs")
        assert client_of(coach).post(f"{URL}visits/{visit.pk}/").status_code == 404

    def test_of_another_school_nothing(self, school, coach):
        other = SchoolFactory(slug="ashfield")
        goal = a_goal(other, member(other, Role.CLASS_TEACHER), member(other, Role.HEAD))
        client = client_of(member(school, Role.HEAD))
        assert client.get(f"{URL}goals/{goal.pk}/").status_code == 404
        assert MARKER not in client.get(URL).content.decode()


class TestCycle:
    def test_goal_visit_next_step_and_what_changed(self, school, teacher, coach):
        client = client_of(coach)
        form = sent(
            client.get(f"{URL}goals/add/"), teacher=teacher.pk, goal="Every child answers",
            objective="Talk in every lesson", starts_on="1 Oct 2026",
        )  # fmt: skip
        client.post(f"{URL}goals/add/", form), client.post(f"{URL}goals/add/", form)
        goal = CoachingCycle.objects.get()
        address = f"{URL}goals/{goal.pk}/"
        form = sent(
            client.get(f"{address}visits/add/"), noticed="Whiteboards up", next_step="Cold call",
            next_on="4 Dec 2026",
        )  # fmt: skip
        client.post(f"{address}visits/add/", form)
        visit = TeachingVisit.objects.get()
        assert (visit.cycle, visit.teacher, visit.kind) == (goal, teacher, "coaching")
        page = text_of(client_of(teacher).get(URL))
        for words in ("Every child answers", "Talk in every lesson", "Next step: Cold call"):
            assert words in page
        form = sent(client.get(f"{address}close/"), changed="Twice as many answer")
        client.post(f"{address}close/", form)
        assert "Twice as many answer" in text_of(client_of(teacher).get(address))
        assert "This cycle is closed" in text_of(
            client.post(
                f"{address}visits/add/", sent(client.get(f"{address}visits/add/"), noticed="x")
            )
        )

    def test_the_next_visit_is_asked_of_both_until_it_came(self, school, teacher, coach):
        goal = a_goal(school, teacher, coach)
        first = a_visit(school, teacher, coach, cycle=goal, visited_on=TODAY - 7 * DAY)
        TeachingVisit.objects.filter(pk=first.pk).update(next_on=TODAY + DAY)

        def asked(user) -> int:
            lines = weekly_ask(access_of(user, school), school).lines
            return sum(line.code == "coaching" for line in lines)

        assert (asked(teacher), asked(coach), asked(member(school, Role.SENDCO))) == (1, 1, 0)
        a_visit(school, teacher, coach, cycle=goal)
        assert (asked(teacher), asked(coach)) == (0, 0)

    def test_nobody_coaches_themselves(self, school, coach):
        with pytest.raises(TransitionNotAllowed):
            a_goal(school, coach, coach)

    def test_whoever_does_not_lead_writes_of_themselves_only(self, school, teacher, coach):
        client = client_of(member(school, Role.CLASS_TEACHER))
        form = sent(
            client.get(f"{URL}goals/add/"), teacher=teacher.pk, coach=coach.pk, goal="Mine",
            starts_on="1 Oct 2026",
        )  # fmt: skip
        assert "Choose yourself as one of the two" in text_of(client.post(f"{URL}goals/add/", form))
        assert not CoachingCycle.objects.exists()

    def test_two_close_it_at_once(self, school, teacher, coach):
        goal = a_goal(school, teacher, coach)
        facts = {"version": version_of(goal, CLOSE_FIELDS), "closed_on": TODAY, "by": coach}
        close_coaching(cycle=goal, changed="One", **facts)
        with pytest.raises(StaleSave):
            close_coaching(cycle=goal, changed="Two", **facts)

    @pytest.mark.parametrize(
        "facts",
        [
            {"visited_on": TODAY + DAY},
            {"next_on": TODAY - DAY},
        ],
    )
    def test_days_that_cannot_be(self, school, teacher, coach, facts):
        with pytest.raises(TransitionNotAllowed):
            a_visit(school, teacher, coach, **facts)


class TestPeerVisit:
    def test_to_a_sister_school_and_no_other(self, school, teacher, coach):
        sister = SchoolFactory(slug="sister", federation=school.federation, name="Sister School")
        SchoolFactory(slug="stranger", name="Stranger School")
        client = client_of(coach)
        page = client.get(f"{URL}visits/add/")
        assert "Sister School" in page.content.decode()
        assert "Stranger School" not in page.content.decode()
        form = sent(
            page, teacher=teacher.pk, kind="peer", at_school=sister.pk, noticed="Calm starts"
        )
        client.post(f"{URL}visits/add/", form)
        assert "at Sister School" in text_of(client.get(URL))

    def test_an_observation_is_not_elsewhere(self, school, teacher, coach):
        sister = SchoolFactory(federation=school.federation)
        with pytest.raises(TransitionNotAllowed):
            a_visit(school, teacher, coach, at_school=sister)


class TestChecklist:
    def test_in_the_schools_own_words(self, school, teacher, coach):
        client = client_of(member(school, Role.SENDCO))
        form = sent(client.get(f"{URL}checklist/"), points="Say it\n\n  Show   it \nSay it")
        client.post(f"{URL}checklist/", form)
        assert [row.words for row in PracticePoint.objects.all()] == ["Say it", "Show it"]
        page = client_of(coach).get(f"{URL}visits/add/").content.decode()
        assert "Show it" in page

    def test_a_visit_keeps_the_words_of_its_day(self, school, teacher, coach):
        keep_points(school=school, lines=["Say it"], version=points_version([]), by=None)
        visit = a_visit(school, teacher, coach, seen=["Say it"])
        keep_points(school=school, lines=["Other"], version=points_version(["Say it"]), by=None)
        client = client_of(coach)
        assert "Say it" in text_of(client.get(f"{URL}visits/{visit.pk}/"))
        assert "Say it" in client.get(f"{URL}visits/{visit.pk}/change/").content.decode()

    def test_two_change_it_at_once(self, school):
        keep_points(school=school, lines=["One"], version=points_version([]), by=None)
        with pytest.raises(StaleSave):
            keep_points(school=school, lines=["Two"], version=points_version([]), by=None)

    def test_only_who_leads_teaching(self, school, coach):
        assert client_of(coach).get(f"{URL}checklist/").status_code == 403


class TestFigures:
    def test_four_are_hidden_and_five_are_shown(self, school, teacher, coach):
        for n in range(4):
            a_visit(school, teacher, coach, visited_on=TODAY - n * DAY)
        client = client_of(member(school, Role.GOVERNOR))
        assert "Observation too few to show" in text_of(client.get(f"{URL}figures/"))
        a_visit(school, teacher, coach, visited_on=TODAY - 9 * DAY)
        page = text_of(client.get(f"{URL}figures/"))
        assert "Observation 5" in page
        assert "Modelled lesson too few to show" in page  # none: hidden like one
        assert teacher.name not in page

    def test_of_last_year_nothing_counts(self, school, teacher, coach):
        for n in range(6):
            a_visit(school, teacher, coach, visited_on=dt.date(2026, 8, 31) - n * DAY)
        page = text_of(client_of(member(school, Role.GOVERNOR)).get(f"{URL}figures/"))
        assert "Observation too few to show" in page


def test_the_same_statements_for_3_and_30(school, teacher, coach):
    client = client_of(member(school, Role.HEAD))
    a_goal(school, teacher, coach), client.get(URL)
    few = len(statements(client, URL))
    for n in range(15):
        goal = a_goal(school, member(school, Role.CLASS_TEACHER), coach)
        a_visit(school, goal.teacher, coach, cycle=goal, visited_on=TODAY - n * DAY)
    assert len(statements(client, URL)) == few
    assert few <= OF_EVERY_REQUEST + 6


class TestImprovementPlan:
    def test_cycles_of_one_objective_stand_together(self, school, teacher, coach):
        a_goal(school, teacher, coach, goal="Every child answers", objective="Talk in lessons")
        a_goal(school, teacher, coach, goal="Fewer words on slides")
        client = client_of(teacher)
        page = text_of(client.get(URL))
        assert "Talk in lessons 1 cycle" in page
        assert "Fewer words on slides" in page
        page = text_of(client.get(f"{URL}?objective=Talk+in+lessons"))
        assert "Every child answers" in page
        assert "Fewer words on slides" not in page
        assert "Fewer words on slides" in text_of(client.get(f"{URL}?objective=Nothing"))

    def test_the_form_offers_those_in_use_and_in_reach(self, school, teacher, coach):
        a_goal(school, teacher, coach, objective="Talk in lessons")
        form = client_of(coach).get(f"{URL}goals/add/").content.decode()
        assert '<option value="Talk in lessons">' in form
        other = client_of(member(school, Role.PHASE_LEADER)).get(f"{URL}goals/add/")
        assert "Talk in lessons" not in other.content.decode()
