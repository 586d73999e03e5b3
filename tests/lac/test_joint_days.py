"""One meeting for a PEP and the annual review: its days, the calendar's wish, and who reads of it."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.calendars import calendar_of
from aylsham.together import read
from ehcp.models import ReviewCalendar
from ehcp.scheduling.instance import Instance
from ehcp.scheduling.solving import make_calendar
from ehcp.scheduling.verifying import broken_rules
from ehcp.scheduling.writing import as_data
from ehcp.selectors.calendar.instances import planning_of
from ehcp.selectors.calendar.windows import window_of
from ehcp.selectors.plans import plans_of
from lac.models import Pep
from lac.selectors.joint_days import pep_days
from lac.services.peps import record_meeting, set_meeting_day, withdraw_pep
from pupils.joint_days import joint_reads
from tests.ehcp.makers import held, make_plan, planned
from tests.ehcp.test_calendar_pages import with_terms
from tests.factories import TODAY, MembershipFactory, PupilFactory, SchoolFactory, member
from tests.lac.makers import day, in_care, was_in_care
from tests.lac.pep_makers import a_pep, sent
from tests.pages import client_of, text_of
from tests.rules import gives

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DAYS = "A PEP is due by"


@pytest.mark.parametrize(
    ("begins", "by", "first"),
    [
        ("2026-09-03", "2026-12-18", "2026-11-06"),  # six weeks before
        ("2026-09-03", "2026-10-15", "2026-09-03"),  # exactly six weeks into the term
        ("2026-09-03", "2026-10-14", "2026-09-03"),  # never before the term
        ("2027-01-05", "2027-01-04", "2027-01-04"),  # a virtual school’s odd last day
    ],
)
def test_the_weeks_before_the_last_day_of_the_pep(begins, by, first):
    facts = {"term_begins": begins, "pep_by": by}
    gives("lac.pep_with_review", facts, {"from": first, "until": by})


@pytest.fixture
def school():
    return with_terms(SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1)))


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Ada", last_name="Zzz")


def spans(school, today=TODAY) -> list[tuple]:
    found = read(pep_days([school], today, None))
    return [(str(each.first_on), str(each.last_on), each.is_set) for each in found]


AUTUMN = ("2026-11-06", "2026-12-18", False)
LATER = [("2027-02-11", "2027-03-25", False), ("2027-06-10", "2027-07-22", False)]


class TestDays:
    def test_of_each_term_of_a_child_who_is_looked_after(self, child, school):
        in_care(child)
        assert spans(school) == [AUTUMN, *LATER]

    def test_none_of_a_child_who_was_in_care_or_never_was(self, child, school):
        was_in_care(child)
        PupilFactory(school=school)
        assert spans(school) == []

    def test_the_day_of_its_meeting_once_it_has_one(self, child, school):
        in_care(child)
        set_meeting_day(pep=a_pep(child), meeting_on=day("2026-12-04"), by=None)
        assert spans(school) == [("2026-12-04", "2026-12-04", True), *LATER]
        assert spans(school, day("2026-12-04"))[0][2]
        assert spans(school, day("2026-12-05")) == LATER

    def test_not_after_its_meeting_and_not_once_it_is_sent(self, child, school):
        in_care(child)
        pep = a_pep(child)
        Pep.objects.filter(pk=pep.pk).update(state="ready")
        pep.refresh_from_db()
        pep.school, pep.pupil = school, child
        record_meeting(pep=pep, meeting_on=TODAY, by=None)
        assert spans(school) == LATER

    def test_a_plan_that_was_sent_is_due_no_more(self, child, school):
        in_care(child)
        sent(a_pep(child))
        assert spans(school) == LATER

    def test_again_when_the_plan_was_withdrawn(self, child, school):
        in_care(child)
        withdraw_pep(pep=a_pep(child), why="Begun twice", by=None)
        assert spans(school) == [AUTUMN, *LATER]

    def test_not_after_the_day_on_which_care_ends(self, child, school):
        in_care(child, ends_on=None)
        child.care_periods.update(ends_on=day("2026-12-17"))
        from aylsham.deadlines.services import rebuild_deadlines

        rebuild_deadlines(school)
        assert spans(school) == []

    def test_no_other_schools_children(self, child, school):
        in_care(child)
        assert read(joint_reads([SchoolFactory()], TODAY)) == {}


def with_plan(child):
    """A plan whose review is due in January, and may be held from November on."""
    plan = make_plan("2025-01-20", pupil=child)
    held(plan, "2026-01-20", "2026-01-25", decision="maintain")
    return plan


def answered(school) -> tuple[dict, dict]:
    data = planning_of([school], TODAY).data
    answer = as_data(make_calendar(Instance.from_data(data), seconds=10, workers=1))
    assert broken_rules(data, answer) == []
    return data, answer


class TestCalendar:
    def test_the_review_is_planned_for_the_day_of_the_peps_meeting(self, child, school):
        plan = with_plan(child)
        in_care(child)
        set_meeting_day(pep=a_pep(child), meeting_on=day("2026-12-15"), by=None)
        data, answer = answered(school)
        assert data["reviews"][0]["joined"] == [["2026-12-15", "2026-12-15"]]
        assert [(row["review"], row["on"]) for row in answer["placed"]] == [
            (str(plan.pk), "2026-12-15")
        ]
        assert "joined" not in answer["costs"]

    def test_a_school_may_give_it_no_weight(self, child, school):
        with_plan(child)
        in_care(child)
        set_meeting_day(pep=a_pep(child), meeting_on=day("2026-12-15"), by=None)
        ReviewCalendar.objects.create(school=school, joined=0)
        _, answer = answered(school)
        assert answer["placed"][0]["on"] < "2026-12-15"

    def test_what_a_review_cannot_fall_on_is_no_wish(self, child, school):
        with_plan(child)
        in_care(child)
        (facts,) = plans_of([school])
        _, window = window_of(facts, calendar_of(school), ReviewCalendar(school=school), TODAY)
        assert window.latest < day(LATER[0][0])
        data, _ = answered(school)
        assert data["reviews"][0]["joined"] == [list(AUTUMN[:2])]

    def test_the_instance_says_nothing_of_care(self, child, school):
        with_plan(child)
        in_care(child)
        said = str(planning_of([school], TODAY).data).lower()
        assert not any(word in said for word in ("pep", "care", "looked"))

    def test_it_asks_the_database_no_more_often(self, child, school, django_assert_num_queries):
        with_plan(child)
        in_care(child)
        for _ in range(5):
            other = PupilFactory(school=school)
            with_plan(other)
            in_care(other)
        with django_assert_num_queries(1):
            assert len(read(joint_reads([school], TODAY))) == 6


def desk(school, role: Role, review) -> str:
    return text_of(client_of(member(school, role)).get(f"/{school.slug}/reviews/{review.pk}/"))


@pytest.fixture
def review(child):
    in_care(child)
    return planned(with_plan(child), "2026-12-10")


class TestReviewPage:
    @pytest.mark.parametrize("role", [Role.SENDCO, Role.ASSISTANT_SENDCO, Role.HEAD])
    def test_whoever_may_know_reads_that_one_meeting_can_do_for_both(self, school, review, role):
        words = desk(school, role, review)
        assert f"{DAYS} Fri 18 Dec. This meeting can do for both." in words
        assert "Hold the PEP meeting then too" not in words  # no plan is begun, none may edit

    @pytest.mark.parametrize("role", [Role.SEND_ADMINISTRATOR, Role.PHASE_LEADER])
    def test_whoever_may_not_know_reads_nothing(self, school, review, role, child):
        reader = MembershipFactory(school=school, role=role, year_groups=[child.year_group]).user
        answer = client_of(reader).get(f"/{school.slug}/reviews/{review.pk}/")
        assert answer.status_code == 200
        words = answer.content.decode()
        assert "PEP" not in words and "9.169" not in words and "can do for both" not in words

    def test_whoever_keeps_both_sets_the_peps_meeting_to_the_same_day(self, school, review, child):
        pep = a_pep(child)
        both = member(school, Role.SENDCO)
        MembershipFactory(user=both, school=school, role=Role.DESIGNATED_TEACHER)
        client = client_of(both)
        page = client.get(f"/{school.slug}/reviews/{review.pk}/")
        url = f"/oakfield/children/{child.pk}/care/pep/{pep.pk}/meeting/"
        assert f'href="{url}?on=2026-12-10"' in page.content.decode()
        form = client.get(f"{url}?on=2026-12-10").context["form"]
        assert form.initial["meeting_on"] == day("2026-12-10")
        assert client.post(url, {"meeting_on": "10 Dec 2026"}).status_code == 302
        pep.refresh_from_db()
        assert pep.meeting_on == day("2026-12-10")
        assert "One meeting for both" in desk(school, Role.ASSISTANT_SENDCO, review)

    def test_the_review_is_moved_to_the_peps_day(self, school, review, child):
        set_meeting_day(pep=a_pep(child), meeting_on=day("2026-12-15"), by=None)
        client = client_of(member(school))
        words = client.get(f"/{school.slug}/reviews/{review.pk}/")
        assert "The PEP has its meeting on Tue 15 Dec." in text_of(words)
        move = f"/{school.slug}/reviews/{review.pk}/move/?on=2026-12-15"
        assert move in words.content.decode()
        assert client.get(move).context["form"].initial["meeting_on"] == day("2026-12-15")
        nonsense = client.get(move.replace("2026-12-15", "soon"))
        assert nonsense.context["form"].initial["meeting_on"] == day("2026-12-10")

    def test_nothing_is_said_where_the_pep_is_far_away_or_the_meeting_is_over(self, school, child):
        in_care(child)
        sent(a_pep(child))
        near = planned(with_plan(child), "2026-12-10")  # the next PEP is due from 11 February
        assert "PEP" not in desk(school, Role.ASSISTANT_SENDCO, near).split("Tasks")[0]


class TestSettingTheDay:
    @pytest.mark.parametrize(("on", "says"), [("22 Nov 2026", "has passed"), ("", "Enter")])
    def test_a_day_that_has_passed_or_none_is_refused(self, school, child, on, says):
        in_care(child)
        pep = a_pep(child)
        client = client_of(member(school, Role.DESIGNATED_TEACHER))
        answer = client.post(
            f"/oakfield/children/{child.pk}/care/pep/{pep.pk}/meeting/", {"meeting_on": on}
        )
        assert answer.status_code == 200
        pep.refresh_from_db()
        assert pep.meeting_on is None

    @pytest.mark.parametrize(
        ("role", "status"), [(Role.SENDCO, 403), (Role.CLASS_TEACHER, 403)], ids=str
    )
    def test_only_the_designated_teacher_sets_it(self, school, child, role, status):
        in_care(child)
        pep = a_pep(child)
        url = f"/oakfield/children/{child.pk}/care/pep/{pep.pk}/meeting/"
        assert client_of(member(school, role)).get(url).status_code == status
        elsewhere = client_of(member(SchoolFactory(), Role.DESIGNATED_TEACHER))
        assert elsewhere.get(url).status_code == 404
