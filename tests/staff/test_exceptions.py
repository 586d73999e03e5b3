"""Who gives what without its training: one list, and one reason for each."""

import pytest

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.changes import version_of
from provision.services.givers import missing_of, overrides_of
from staff.codes import WeekPlanState
from staff.models import PlanDemand
from staff.selectors.exceptions import exception_lines
from staff.selectors.weeks.instances import instance_of
from staff.services.requirements import accept_untrained
from staff.services.weeks.scenarios import CHANGES_FIELDS, add_change
from tests.access import access_of
from tests.factories import TODAY, member
from tests.pages import client_of, text_of
from tests.provision.makers import given
from tests.staff.training_makers import a_programme, a_topic, trained
from tests.staff.week_makers import draft, weekly

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WHY = "Works beside Mrs Reed"


class Term:
    """A school with a programme that asks for a training, and an adult without it."""

    def __init__(self) -> None:
        self.at = weekly()
        self.school = self.at.school
        self.item = a_programme(self.school)
        self.topic = a_topic(self.school, "Talk course", self.item)
        self.sendco = member(self.school, Role.SENDCO)
        self.adult = self.at.adults[0]
        self.given = given(self.school, self.at.children[0], own_item=self.item, staff_role="lsa")

    def noted(self, *, is_published=True, name="Autumn", **facts):
        plan = draft(self.school, TODAY, name=name)
        demand = PlanDemand.objects.get(plan=plan, provision=self.given)
        add_change(
            plan=plan, kind="exception", version=version_of(plan, CHANGES_FIELDS), by=self.sendco,
            demand=str(demand.pk), adult=str(self.adult.pk), note=WHY,
        )  # fmt: skip
        plan.refresh_from_db()
        if is_published:
            plan.state, plan.published_at = WeekPlanState.PUBLISHED, clock.moment()
            plan.save()
        return plan

    def said(self):
        self.given.staff = self.adult.user
        self.given.save()
        accept_untrained(
            provision=self.given, missing=[self.topic.pk], why="Shown twice", by=self.sendco
        )

    @property
    def lines(self):
        return exception_lines(access_of(self.sendco, self.school))


@pytest.fixture
def term() -> Term:
    return Term()


def test_nothing_noted_is_nothing(term):
    assert term.lines == []


def test_both_kinds_stand_in_one_list_with_reason_day_and_who(term):
    term.said()
    plan = term.noted()
    found = {(x.why, x.by, x.on, x.topics, x.plan, x.over) for x in term.lines}
    who, topics = term.sendco.name, ("Talk course",)
    assert found == {
        ("Shown twice", who, TODAY, topics, None, ""),
        (WHY, who, TODAY, topics, plan, ""),
    }
    words = text_of(client_of(term.sendco).get(f"/{term.school.slug}/training/needs/"))
    assert "Given without the training" in words and WHY in words and "Shown twice" in words
    assert "plan of the week: Autumn" in words


def test_of_a_draft_nothing_is_told(term):
    term.noted(is_published=False)
    assert term.lines == []


def test_whoever_was_trained_since_stands_below(term):
    term.said()
    term.noted()
    trained(term.school, term.adult.user, term.topic)
    assert [x.over for x in term.lines] == ["trained since"] * 2


def test_what_is_confidential_is_for_its_readers(term):
    term.given.is_confidential = True
    term.given.save()
    term.said()
    term.noted()
    other = member(term.school, Role.ASSISTANT_SENDCO)
    assert exception_lines(access_of(other, term.school)) == []


def test_an_older_note_names_who_published_the_plan(term):
    plan = term.noted()
    [change] = plan.changes
    plan.changes = [{k: v for k, v in change.items() if not k.startswith("said_")}]
    plan.published_by = term.sendco
    plan.save()
    [line] = term.lines
    assert (line.by, line.on) == (term.sendco.name, TODAY)


class TestOnce:
    def test_the_provision_does_not_ask_for_what_a_plan_has_noted(self, term):
        term.given.staff = term.adult.user
        term.given.save()
        assert [each.key for each in missing_of(term.given)] == [term.topic.pk]
        term.noted()
        assert missing_of(term.given) == ()
        assert any(WHY in words for words in overrides_of(term.given))

    def test_a_later_plan_does_not_ask_again(self, term):
        before = term.noted()
        before.ends_on = TODAY
        before.save()
        after = draft(term.school, TODAY, name="Spring")
        [override] = instance_of(after, TODAY).overrides
        assert override.adult == str(term.adult.pk)

    @pytest.mark.parametrize("where", ["plan", "provision"])
    def test_the_form_says_that_it_is_allowed_already(self, term, where):
        if where == "plan":
            term.noted()
        else:
            term.said()
        plan = draft(term.school, TODAY, name="Spring")
        demand = PlanDemand.objects.get(plan=plan, provision=term.given)
        url = f"/{term.school.slug}/week/{plan.pk}/what-if/exception/"
        client = client_of(term.sendco)
        page = client.get(url)
        assert page.status_code == 200
        data = {
            "demand": demand.pk, "adult": term.adult.pk, "note": "Again",
            "version": version_of(plan, CHANGES_FIELDS),
        }  # fmt: skip
        assert "They may give it already" in text_of(client.post(url, data))
