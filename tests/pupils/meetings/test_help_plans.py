"""Early-help plans: begun with consent, reviewed on their day, closed with a reason, cut."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, Deadline
from pupils.models import AgreedAction, HelpPlan
from pupils.services.help_plans import (
    PLAN_FIELDS,
    change_help_plan,
    close_help_plan,
    review_help_plan,
    start_help_plan,
)
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
WHY = "Mum lost her job"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def child(school):
    return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))


@pytest.fixture
def by(school):
    return member(school)


def started(child, by, **more) -> HelpPlan:
    facts = {
        "starts_on": TODAY,
        "level": "3",
        "lead": by,
        "lead_name": by.name,
        "consent_by": "Mia Reed",
        "consent_on": TODAY,
        "consent_how": "signed",
        "why": WHY,
        "review_on": TODAY + 42 * DAY,
    }
    return start_help_plan(pupil=child, by=by, **facts | more)


def url(child, part: str = "") -> str:
    return f"/oakfield/children/{child.pk}/early-help/{part}"


class TestServices:
    def test_a_child_has_one_open_plan(self, child, by):
        started(child, by)
        with pytest.raises(TransitionNotAllowed, match="already"):
            started(child, by)
        assert HelpPlan.objects.count() == 1

    @pytest.mark.parametrize(
        ("facts", "words"),
        [
            ({"consent_on": TODAY + DAY}, "when the family has agreed"),
            ({"review_on": TODAY}, "after the plan begins"),
        ],
        ids=["consent", "review"],
    )
    def test_days_in_order(self, child, by, facts, words):
        with pytest.raises(TransitionNotAllowed, match=words):
            started(child, by, **facts)
        assert not AuditEvent.objects.filter(action="change_help_plan").exists()

    def test_consent_on_the_day_and_review_the_day_after_are_good(self, child, by):
        assert started(child, by, consent_on=TODAY, review_on=TODAY + DAY).pk

    def test_the_review_is_due_until_it_is_written_or_the_plan_closed(self, child, by):
        plan = started(child, by)
        row = Deadline.objects.get(kind="early_help")
        assert row.due_on == plan.review_on
        review_help_plan(plan=plan, on=TODAY, changed="Better", next_on=TODAY + 90 * DAY, by=by)
        assert Deadline.objects.get(kind="early_help").due_on == TODAY + 90 * DAY
        close_help_plan(plan=plan, ended_on=TODAY, end_reason="met", end_note="", by=by)
        assert not Deadline.objects.filter(kind="early_help").exists()

    def test_a_closed_plan_is_not_reviewed(self, child, by):
        plan = started(child, by)
        close_help_plan(plan=plan, ended_on=TODAY, end_reason="consent", end_note="", by=by)
        with pytest.raises(TransitionNotAllowed, match="closed"):
            review_help_plan(plan=plan, on=TODAY, changed="?", next_on=TODAY + DAY, by=by)
        assert started(child, by).pk != plan.pk

    def test_a_stale_change_shows_what_it_says_now(self, child, by):
        plan = started(child, by)
        version = version_of(plan, PLAN_FIELDS)
        facts = {name: getattr(plan, name) for name in PLAN_FIELDS}
        change_help_plan(plan=plan, version=version, by=by, **facts | {"why": "Other"})
        with pytest.raises(StaleSave):
            change_help_plan(plan=plan, version=version, by=by, **facts | {"why": "Mine"})
        plan.refresh_from_db()
        assert plan.why == "Other"


class TestPages:
    def test_begun_by_form_and_an_action_agreed(self, child, by):
        client = client_of(by)
        data = {
            "level": "3",
            "lead": str(by.pk),
            "consent_by": "Mia Reed",
            "consent_on": "today",
            "consent_how": "meeting",
            "why": WHY,
            "review_on": "15 Jan 2027",
        }
        response = client.post(url(child, "start/"), data)
        plan = HelpPlan.objects.get()
        assert response.url == url(child, f"{plan.pk}/")
        assert (plan.lead_name, plan.sensitivity) == (by.name, 2)
        action = {"what": "Ring Dee", "owner_choice": str(by.pk), "due_on": "4 Dec 2026"}
        client.post(url(child, f"{plan.pk}/actions/add/"), action)
        assert AgreedAction.objects.get().source_id == plan.pk
        page = text_of(client.get(url(child, f"{plan.pk}/")))
        assert WHY in page
        assert "Ring Dee" in page

    def test_without_a_lead_the_form_says_so(self, child, by):
        page = client_of(by).post(url(child, "start/"), {"level": "3"})
        assert "Choose a colleague or write a name." in text_of(page)

    def test_a_teacher_sees_that_there_is_a_plan_and_not_why(self, child, by):
        plan = started(child, by)
        review_help_plan(
            plan=plan, on=TODAY, changed="The house is lost", next_on=TODAY + DAY, by=by
        )
        client = client_of(teacher_of(child.class_group))
        page = text_of(client.get(url(child, f"{plan.pk}/")))
        assert by.name in page
        for hidden in (WHY, "The house is lost"):
            assert hidden not in page
        assert client.get(url(child, f"{plan.pk}/change/")).status_code == 403
        assert client.get(url(child, "start/")).status_code == 403

    def test_another_childs_plan_is_not_found(self, school, child, by):
        plan = started(child, by)
        other = PupilFactory(school=school)
        assert client_of(by).get(url(other, f"{plan.pk}/")).status_code == 404

    def test_an_lsa_opens_none(self, school, child, by):
        from pupils.services.classes import assign_supporter

        lsa = member(school, Role.LSA)
        assign_supporter(pupil=child, user=lsa, starts_on=TODAY, by=None)
        assert client_of(lsa).get(url(child, f"{started(child, by).pk}/")).status_code == 403

    def test_costs_the_same_for_three_and_thirty_reviews(self, child, by):
        plan, client, counts = started(child, by), client_of(by), []
        for number in (3, 27):
            for _ in range(number):
                review_help_plan(plan=plan, on=TODAY, changed="S", next_on=TODAY + DAY, by=by)
            counts.append(len(statements(client, url(child, f"{plan.pk}/"))))
        assert counts[0] == counts[1]
        assert counts[0] <= OF_EVERY_REQUEST + 8
